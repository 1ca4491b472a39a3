"""Markdown from the blocks of a page: each block in its form, and no text of a case that becomes a mark."""

import pytest

from extradition.report.blocks import (
    Cell,
    Definition,
    Figure,
    Heading,
    Item,
    Listing,
    Paragraph,
    Run,
    Table,
    Terms,
)
from extradition.report.markdown import markdown_of
from extradition.report.page_reading import paper_document_of
from extradition.report.pieces import Drawing

SVG = '<svg viewBox="0 0 10 20" width="100%"><title>A path</title><desc>From a to b.</desc></svg>'


def page_of(body):
    return f"<!DOCTYPE html>\n<html><head><title>T</title></head><body>{body}</body></html>"


def written(body, *drawings):
    return markdown_of(paper_document_of(page_of(body), numbered=False), drawings)


@pytest.mark.parametrize(
    ("body", "markdown"),
    [
        ("<h1>A &amp; <strong>b</strong></h1><h2>c</h2>", "# A & **b**\n\n## c\n"),
        ('<p>Under <a href="https://x.org/a_(b)">s 20</a>.</p>', "Under [s 20](https://x.org/a_%28b%29).\n"),
        ('<p>See <a href="#here">below</a> <em>now</em></p>', "See below *now*\n"),
        ('<p class="support">It supports a decision.</p>', "*It supports a decision.*\n"),
        ('<p class="support"><strong>Draft.</strong> It supports.</p>', "**Draft.** It supports.\n"),
        ('<p class="lead-in">Authorities</p>', "**Authorities**\n"),
        ("<p>The id <code>s20-5</code>, <code>a`b</code></p>", "The id `s20-5`, a\\`b\n"),
        ("<h2>Law</h2><ul><li>one</li><li>two</li></ul>", "## Law\n\n- one\n- two\n"),
        ("<ol><li>one</li><li>two<ul><li>three</li></ul></li></ol>", "1. one\n2. two\n   - three\n"),
        ('<ol><li value="4"><p class="ask">Why?</p><dl><dt>Where</dt><dd>Here.</dd></dl></li></ol>', (
            "4. **Why?**\n   - **Where**: Here.\n"
        )),
        ("<ul><li><p>one</p><p>two</p></li></ul>", "- one\n\n  two\n"),
        ('<div class="outcome"><p><span class="word">Discharge</span>, under x</p><p>y</p></div>', (
            "**Discharge**, under x\n\ny\n"
        )),
        ("<table><caption>Cases</caption><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td></td></tr></tbody></table>",
         "**Cases**\n\n| A | B |\n| --- | --- |\n| 1 |  |\n"),
        ("<table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>", (
            "|  |  |\n| --- | --- |\n| 1 | 2 |\n"
        )),
        ((
            "<table><tbody><tr><td>1</td><td><details><summary>2 "
            "cases</summary><ul><li>a</li><li>b</li></ul></details></td></tr></tbody></table>"
        ),
         "|  |  |\n| --- | --- |\n| 1 | 2 cases: a; b |\n"),
        ("<dl><dt>Case</dt><dd>one</dd><dd>two</dd></dl>", "- **Case**: one two\n"),
        ("<ul><li><strong>a</strong><em> b </em><strong> </strong>c</li></ul>", "- **a** *b* c\n"),
        ("<ul><li></li></ul>", "-\n"),
    ],
)  # fmt: skip
def test_each_block_has_its_markdown(body, markdown):
    assert written(body) == markdown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1. x", "1\\. x"), ("12) x", "12\\) x"), ("- x", "\\- x"), ("+ x", "\\+ x"), ("=== x", "\\=== x"), ("--- x", "\\--- x"),
        ("# x", "\\# x"), ("> x", "\\> x"), ("| x", "\\| x"), ("~~x~~", "\\~\\~x\\~\\~"), ("[x](javascript:y)", "\\[x\\](javascript:y)"),
        ("<img src=x>", "\\<img src=x\\>"), ("`x`", "\\`x\\`"), ("*x* _y_", "\\*x\\* \\_y\\_"), ("5 days", "5 days"), ("-5", "-5"),
    ],
)  # fmt: skip
def test_no_text_becomes_a_mark(text, shown):
    paragraph = Paragraph("body", (Run(text),))
    document = paper_document_of(page_of("<p>x</p>"), numbered=False)
    made = markdown_of(type(document)(document.title, document.subject, (paragraph,)))
    assert made == f"{shown}\n"


def test_a_figure_is_the_mermaid_text_of_its_place_or_else_its_description():
    body = f"<figure>{SVG}</figure><figure></figure>"
    assert (
        written(body, "flowchart TD\n", "flowchart LR\n")
        == "```mermaid\nflowchart TD\n```\n\n```mermaid\nflowchart LR\n```\n"
    )
    assert written(f"<figure>{SVG}</figure><p>x</p>") == "From a to b.\n\nx\n"


@pytest.mark.parametrize(
    "block",
    [Figure((Drawing("", 1, 1, "", ""),)), Heading(1, ()), Table((), (), ((Cell(False, ()),),)), Terms(())],
)
def test_what_one_line_cannot_have_is_refused_and_never_left_out(block):
    document = paper_document_of(page_of("<p>x</p>"), numbered=False)
    with pytest.raises(ValueError, match="inside a table or a list of terms cannot be written in Markdown"):
        markdown_of(type(document)("", "", (Terms((Definition((Run("a"),), (block,)),)),)))


def test_numbers_of_paragraphs_are_for_paper_alone():
    page = page_of("<h2>Law</h2><ul><li>one</li></ul><p>two</p>")
    assert [getattr(block, "number", None) for block in paper_document_of(page).blocks] == [None, 1, 2]
    assert paper_document_of(page, numbered=False).blocks[1] == Listing(
        "bullets", (Item("", (Paragraph("body", (Run("one"),)),)),)
    )
