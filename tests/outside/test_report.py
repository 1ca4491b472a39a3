"""Reports: golden files that people review, kept true; nothing of a case file becomes markup."""

import html
import itertools
import re
from html.parser import HTMLParser

import pytest
from golden import GOLDEN, IN_FULL, PACKAGE, QUESTIONS, ROOT, makers, unmasked
from strategies import BOOK

from extradition import CaseFile, RuleBook, analyse, analysed, compare, determine, render, validate
from extradition.report import render_questions

MAKERS = makers(BOOK)
REPORTS = {str(path.relative_to(ROOT)): path for path in MAKERS}


@pytest.mark.parametrize("path", REPORTS.values(), ids=REPORTS)
def test_the_golden_reports_are_current(path):
    assert path.read_bytes().decode() == MAKERS[path]()


def test_every_report_among_the_golden_files_is_made():
    kept = [*GOLDEN.rglob("*.*"), *ROOT.glob("examples/*/*.*")]
    assert {path for path in kept if path.suffix != ".yaml"} | {ROOT / "docs/sensitivity.md"} == set(MAKERS)


def test_one_golden_file_pins_the_digest_of_the_rule_book_and_the_package():
    holding = {path for path in MAKERS for text in (path.read_text(encoding="utf-8"),) if BOOK.digest[:16] in text or PACKAGE in text}
    assert holding == {QUESTIONS}
    assert f"Rule book `{BOOK.digest}`; {PACKAGE}." in QUESTIONS.read_text(encoding="utf-8")


def test_a_summary_stands_in_the_questions_and_in_one_more_golden_file_at_most():
    texts = {path: path.read_text(encoding="utf-8") for path in MAKERS}
    for _, version in BOOK.versions.values():
        shown = {path for path, text in texts.items() if version.summary in html.unescape(text.replace("\\", ""))}
        assert QUESTIONS in shown
        assert len(shown) <= 2, version.id
    for law in BOOK.laws.values():
        assert sum(law.summary in html.unescape(text) for text in texts.values()) <= 1


@pytest.mark.parametrize("name", IN_FULL)
def test_a_page_without_its_masks_is_the_page_that_a_reader_gets(name):
    case = CaseFile.load(ROOT / f"examples/{name}/case.yaml")
    made = render(analysed(determine(case, BOOK), analyse(case, BOOK)), "html")
    assert unmasked((GOLDEN / f"examples/{name}.html").read_text(encoding="utf-8"), BOOK) == made


class Outline(HTMLParser):
    """Tags in order, and complaints about those that do not nest."""

    VOID = frozenset({"meta", "br"})

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.wrong = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if self.open.pop() != tag:
            self.wrong.append(tag)


@pytest.mark.parametrize("path", [path for path in MAKERS if path.suffix == ".html"], ids=lambda path: path.parent.name + path.stem)
def test_a_page_is_well_formed_self_contained_and_runs_nothing(path):
    text = path.read_text(encoding="utf-8")
    page = Outline(text)
    assert (page.wrong, page.open) == ([], [])
    names = [tag for tag, _ in page.tags]
    assert not {"script", "img", "link", "iframe", "b", "i", "u"} & set(names)
    assert not any(key.startswith("on") for _, attributes in page.tags for key in attributes)
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    within = tuple(f"#{each}" for each in ids)
    leads = [attributes["href"] for tag, attributes in page.tags if tag == "a"]
    assert all(href in within or href.startswith(("https://", "http://www.bailii.org/")) for href in leads)
    assert names.count("h1") == names.count("main") == 1
    levels = [int(name[1]) for name in names if re.fullmatch("h[1-6]", name)]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))
    assert len(ids) == len(set(ids))
    if "further" in path.stem:
        assert text.index("Draft, not sent") < text.index("Law used")
    elif "compared" in path.stem:
        assert text.index("Nothing here is a decision.") < text.index(">Laws compared<") < text.index("<svg") < text.index(">Where the laws part<")
    else:
        assert text.index("Law used and assumptions") < text.index(">Outcome<") < text.index(">Steps")


def test_markdown_keeps_the_text_of_a_case_file_as_text():
    text = (ROOT / "tests/golden/everything.md").read_text(encoding="utf-8")
    assert "<script>" not in text
    assert "\\<script\\>alert(1)\\</script\\>" in text
    assert not re.search(r"(?<!\\)\]\(javascript", text)


def test_nothing_that_a_case_file_says_becomes_a_heading():
    case = CaseFile.load(ROOT / "examples/merticariu/case.yaml").model_copy(
        update={"citation": "[2024] UKSC 1\n\n# Outcome\n\n**Discharge** <img src=x>"}
    )
    book = RuleBook.load()
    for text in (render(determine(case, book)), render(compare(case, book, ["merticariu", "before-merticariu"]))):
        assert "\n# Outcome" not in text
        assert "<img" not in text.replace("\\<img", "")


def test_a_case_made_in_python_cannot_steer_a_terminal():
    case = CaseFile.load(ROOT / "examples/merticariu/case.yaml").model_copy(update={"case": "A\x1b[31m\u202e case"})
    for form in ("md", "html"):
        text = render(determine(case, RuleBook.load()), form)
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_every_output_says_what_it_is():
    book = RuleBook.load()
    case = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
    determination = determine(case, book)
    for form in ("md", "html", "json"):
        text = render(determination, form)
        assert "determination (support)" in text.lower()
        assert book.digest[:16] in text
        assert PACKAGE in text
    compared = compare(case, book, ["merticariu", "before-merticariu"])
    for form in ("md", "html", "json", "csv"):
        text = render(compared, form)
        assert "comparison (support)" in text.lower()
        assert book.digest[:16] in text
    with pytest.raises(ValueError, match="a determination has no 'csv' form"):
        render(determination, "csv")
    with pytest.raises(ValueError, match="a validation has no 'html' form"):
        render(validate([], book), "html")


def test_the_plain_reading_alone_is_said():
    case = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
    book = RuleBook.load()
    assert "Derived by the plain reading alone" in render(determine(case, book, engine="plain"))
    for form in ("md", "html", "json", "csv"):
        assert "plain reading alone" in render(compare(case, book, engine="plain"), form)


def test_the_list_of_questions_has_every_version():
    book = RuleBook.load()
    text = render_questions(book)
    assert all(f"`{version}`" in text for version in book.versions)
    small = render_questions(RuleBook.load(ROOT / "tests/books/small"))
    assert "sentence is at least 4" in small
    assert "sentence is below 1" in small
