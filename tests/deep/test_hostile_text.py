"""Text in a case file stays text: markup, Typst, Jinja, Word fields and formulas, in every field and format.

A report on a case with hostile text must be the report on the same case with harmless text, with the one in
place of the other: the same elements, fields, links and cells.
"""

import csv
import io
import json
import zipfile
from functools import cache
from html.parser import HTMLParser

import openpyxl
import pikepdf
import pytest
from hostile import MARKS, STARTS, Texts, fields_of_text, filled, full
from lxml import etree
from markdown_it import MarkdownIt
from strategies import BOOK
from test_paper import Said, letters_of_pdf

from extradition import CaseFile, compare, paper, render, validate
from extradition.casework.papers.kinds import named_papers
from extradition.hearing import Under, hear
from extradition.precedents import with_precedents
from extradition.report.depths import DEPTHS
from extradition.sensitivity import with_sensitivity
from extradition.source import Document
from extradition.source.characters import FORMULA_STARTS

CASES = dict(full())
NAMED_PAPERS = named_papers(BOOK.parties)
LAWS = ("merticariu", "as-amended-2026")
TURNS = {"marks": 0, "other marks": 7, "more marks": 15}
every_case = pytest.mark.parametrize("name", CASES)


@cache
def pair(name, turn="marks"):
    """The hostile case, the harmless one, and their texts."""
    texts = Texts(STARTS, begin=True) if turn == "starts" else Texts(MARKS, turn=TURNS[turn])
    content, _ = filled(CASES[name], texts)
    return *(CaseFile.examined(Document("", each))[0] for each in (content, texts.harmless(content))), texts


@cache
def determined(name, turn="marks"):
    *cases, texts = pair(name, turn)
    hearings = [hear(case, BOOK, Under()) for case in cases]
    return *(with_precedents(with_sensitivity(each), each) for each in hearings), texts


@cache
def compared(name, turn="marks"):
    *cases, texts = pair(name, turn)
    return *(compare([case], BOOK, LAWS) for case in cases), texts


@cache
def written(name, kind, side):
    *cases, texts = pair(name)
    return *(paper(case, BOOK, kind, side) for case in cases), texts


class Elements(HTMLParser):
    """What stands on a page, in order: each tag with its attributes, and the text between them."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, *attrs))

    def handle_endtag(self, tag):
        self.found.append(f"/{tag}")

    def handle_data(self, data):
        self.found.append(("text", data))

    def handle_comment(self, data):
        self.found.append(("comment", data))

    handle_decl = unknown_decl = handle_pi = handle_comment


def elements(page):
    return Elements(page).found


def same(hostile, harmless, texts, hashes):
    """Whether the first is the second with the hostile texts in place, and the hash of its own case file."""
    return hostile == in_place(harmless, texts, hashes)


def in_place(found, texts, hashes):
    """*found* with the hostile texts and the hash of their case file in place of the harmless ones."""
    if isinstance(found, dict):
        return {name: in_place(each, texts, hashes) for name, each in found.items()}
    if isinstance(found, list | tuple):
        return type(found)(in_place(each, texts, hashes) for each in found)
    if not isinstance(found, str):
        return found
    own, other = hashes
    return texts.hostile(found.replace(other, own).replace(other[:16], own[:16]))


def reports(name, form, turn="marks"):
    """Each report on a case: its name, what renders it in a format, both reports, their texts and hashes."""
    *cases, texts = pair(name, turn)
    hashes = [case.digest for case in cases]
    *made, _ = determined(name, turn)
    for depth in DEPTHS if form != "json" else (None,):
        yield (
            f"determination, {depth}",
            lambda each, form, depth=depth: render(each, form, depth=depth),
            made,
            texts,
            hashes,
        )
    *made, _ = compared(name, turn)
    yield "comparison", render, made, texts, hashes
    for named in NAMED_PAPERS if turn == "marks" else ():
        *made, _ = written(name, *NAMED_PAPERS[named])
        yield named, render, made, texts, hashes
    yield (
        "validation",
        lambda each, form: render(each, "md"),
        [validate([case], BOOK) for case in cases],
        texts,
        hashes,
    )


def different(name, form, read, turn="marks"):
    """The reports of which the hostile one, as *read*, is not the harmless one with the hostile texts."""
    return [
        report
        for report, rendered, made, texts, hashes in reports(name, form, turn)
        if form == "md" or report != "validation"
        for hostile, harmless in [[read(rendered(each, form)) for each in made]]
        if not same(hostile, harmless, texts, hashes)
    ]


def test_the_cases_have_every_field_of_text_that_there_is():
    seen = set().union(*(filled(content, Texts(MARKS))[1] for content in CASES.values()))
    assert fields_of_text() - seen == set()


@pytest.mark.no_cover
@every_case
def test_hostile_text_stays_text_on_a_page(name):
    assert different(name, "html", elements) == []


@pytest.mark.no_cover
@every_case
@pytest.mark.parametrize("turn", ["marks", "other marks", "starts"])
def test_hostile_text_stays_text_in_markdown(name, turn):
    rendered = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render
    assert different(name, "md", lambda text: elements(rendered(text)), turn) == []


@pytest.mark.no_cover
@every_case
def test_hostile_text_stays_text_in_json(name):
    assert different(name, "json", json.loads) == []


def parts_of_word(content):
    """The parts of a Word file: each element with its attributes and its text, in order."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {
            part: [
                (each.tag, dict(each.attrib), each.text or "", each.tail or "")
                for each in etree.fromstring(file.read(part)).iter()
            ]
            for part in file.namelist()
            if part.endswith((".xml", ".rels")) and "core" not in part
        }


@pytest.mark.no_cover
@pytest.mark.parametrize("name", ["half_complete", "points_of_law_appeal"])
def test_hostile_text_stays_text_in_word(name):
    assert different(name, "docx", parts_of_word) == []


@pytest.mark.no_cover
@pytest.mark.parametrize("turn", ["marks", "starts"])
@every_case
def test_hostile_text_stays_text_in_a_csv(name, turn):
    *made, texts = compared(name, turn)
    hashes = [case.digest for case in pair(name, turn)[:2]]
    hostile, harmless = ([*csv.reader(io.StringIO(render(each, "csv")))] for each in made)
    assert not any(cell.startswith(FORMULA_STARTS) for row in hostile for cell in row)
    bare = [[cell.removeprefix("'") for cell in row] for row in hostile]
    assert same(bare, harmless, texts, hashes)


@pytest.mark.no_cover
@pytest.mark.parametrize("turn", ["marks", "starts"])
@every_case
def test_hostile_text_stays_text_in_a_workbook(name, turn):
    *made, texts = compared(name, turn)
    hashes = [case.digest for case in pair(name, turn)[:2]]

    def cells(report):
        book = openpyxl.load_workbook(io.BytesIO(render(report, "xlsx")))
        found = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in found} <= {"s", "n", "d"}
        assert not any(cell.hyperlink for cell in found)
        return [(cell.data_type, cell.value) for cell in found]

    hostile, harmless = map(cells, made)
    assert same(hostile, harmless, texts, hashes)


@pytest.mark.no_cover
@pytest.mark.parametrize("named", ["chronology", "facts", "skeleton-requesting-authority"])
def test_hostile_text_stays_text_in_a_pdf(named):
    hostile, _, _ = written("half_complete", *NAMED_PAPERS[named])
    content = render(hostile, "pdf")
    said = Said(render(hostile, "html"))
    assert letters_of_pdf(content) == "".join(said.words)
    pdf = pikepdf.open(io.BytesIO(content))
    assert {str(note.A.URI) for each in pdf.pages for note in each.get("/Annots", []) if "/A" in note} == set(
        said.addresses
    )
