"""Word files and PDFs: read back by python-docx, poppler, pikepdf and pdfua, they say what the page says."""

import io
import re
import subprocess
import sys
import zipfile
from collections import Counter, defaultdict
from functools import cache
from html.parser import HTMLParser

import docx
import pdfua
import pikepdf
import pytest
import typst
from golden import ROOT, unmasked
from strategies import BOOK

from extradition import (
    CaseFile,
    MissingExtraError,
    SourceError,
    determine,
    further_information,
    render,
    validate,
)
from extradition.casework.anonymity import anonymous
from extradition.cli import main
from extradition.hearing import Under, hear
from extradition.policy.comparison import compared_laws
from extradition.precedents import with_precedents
from extradition.report import blocks as paper
from extradition.report import pdf as typeset
from extradition.report.depths import DEPTHS
from extradition.report.environment import filled
from extradition.report.markup import tree
from extradition.report.own_template import docx_from
from extradition.report.page_reading import paper_document_of
from extradition.report.pdf import pdf_of
from extradition.report.pieces import pieces
from extradition.report.word import docx_of
from extradition.report.wording import Vocabulary
from extradition.sensitivity import with_sensitivity

PAGES = sorted(ROOT.glob("tests/golden/**/*.html"))
NAMES = [f"{path.parent.name}-{path.stem}" for path in PAGES]
every_page = pytest.mark.parametrize("page", PAGES, ids=NAMES)
MERTICARIU = ROOT / "examples/merticariu/case.yaml"
HALF = ROOT / "examples/half_complete/case.yaml"
BLOCKS = {
    "p",
    "li",
    "dt",
    "dd",
    "td",
    "th",
    "caption",
    "h1",
    "h2",
    "h3",
    "h4",
    "div",
    "summary",
    "ul",
    "ol",
    "dl",
    "table",
    "tr",
}


_ADDED = dict.fromkeys(map(ord, "•\u200e\u202a\u202b\u202c\u2067\u2069"))
"""The bullets, the unseen marks of direction, and those with which poppler says how a script is read."""


class Said(HTMLParser):
    """What a page says, read without any code of the package: words in order (with the numbers of its
    lists), headings, addresses.
    """

    def __init__(self, text):
        super().__init__()
        self.parts, self.headings, self.addresses, self.titles = [], [], [], []
        self.silent = self.counts = ()
        self.feed(text[text.index("<body") :])

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        if tag == "svg" or self.silent:
            self.silent += (tag,)
        if tag in BLOCKS:
            self.parts.append(" ")
        if tag in ("ol", "ul"):
            self.counts += (0 if tag == "ol" else None,)
        if tag == "li" and self.counts[-1] is not None:
            number = int(known.get("value", self.counts[-1] + 1))
            self.counts = (*self.counts[:-1], number)
            self.parts.append(f"{number}. ")
        if tag == "a" and not known["href"].startswith("#"):  # paper has no places to go to
            self.addresses.append(known["href"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_startendtag(self, tag, attrs):  # noqa: ARG002  html.parser calls it so
        assert self.silent, tag

    def handle_endtag(self, tag):
        if self.silent:
            self.silent = self.silent[:-1]
        if tag in BLOCKS:
            self.parts.append(" ")
        if tag in ("ol", "ul"):
            self.counts = self.counts[:-1]

    def handle_data(self, data):
        if self.silent == ("svg", "title"):
            self.titles.append(data)
        if not self.silent:
            self.parts.append(data.translate(_ADDED))

    @property
    def words(self):
        return "".join(self.parts).split()


def html_of(page):
    return unmasked(page.read_text(encoding="utf-8"), BOOK)


@cache
def said(page):
    return Said(html_of(page))


@cache
def document(page):
    return paper_document_of(html_of(page))


@cache
def as_word(page):
    return docx_of(document(page))


@cache
def as_pdf(page):
    return pdf_of(document(page))


@cache
def as_bare_pdf(page):
    return bare(as_pdf(page))


def in_order(word):
    """The paragraphs of a Word file, also those in its tables, in the order in which they are read."""
    return [
        docx.text.paragraph.Paragraph(each, word._body)
        for each in word.element.body.iter(docx.oxml.ns.qn("w:p"))
    ]


def number_of(paragraph):
    return "".join(run.text for run in paragraph.runs[:1] if run._r.style == "Paragraphnumber")


def words_of_word(content):
    """The words of a Word file, without the paragraph numbers, the unseen marks of direction, and what
    stands under a drawing.
    """
    said = []
    for paragraph in in_order(docx.Document(io.BytesIO(content))):
        if paragraph._p.style != "Drawingcaption":
            said += paragraph.text.removeprefix(number_of(paragraph)).replace("\u200e", "").split()
    return said


def elements(pdf):
    """The elements of a PDF's structure by kind, each list in the order in which they are read."""
    found = defaultdict(list)

    def walk(element):
        for part in element if isinstance(element, pikepdf.Array) else [element]:
            if isinstance(part, pikepdf.Dictionary):
                if "/S" in part:
                    found[str(part.S)].append(part)
                if "/K" in part:
                    walk(part.K)

    walk(pdf.Root.StructTreeRoot)
    return found


def marked(element):
    """The marks in the content of the pages that belong to an element of a PDF's structure."""
    for part in element.K if isinstance(element.K, pikepdf.Array) else [element.K]:
        if isinstance(part, int):
            yield element.Pg.objgen, part
        elif part.get("/Type") == "/MCR":
            yield part.get("/Pg", element.get("/Pg")).objgen, int(part.MCID)
        elif "/K" in part:
            yield from marked(part)


_MARKS = re.compile(
    rb"\((?:[^()\\]|\\.)*\)"  # the letters of a text, whatever they are
    rb"|(?P<end>\bEMC\b)"
    rb"|/(?P<tag>\w+)\s*(?P<properties><<.*?>>)?\s*(?:BDC|BMC)\b",
    re.DOTALL,
)
"""Where a marked part of the content of a page begins and ends; one part may stand in another."""


def without(content, numbers):
    """The content of a page without its artifacts and without the parts that are marked with those
    numbers.
    """
    kept, start, dropping = [], 0, 0
    for mark in _MARKS.finditer(content):
        number = re.search(rb"/MCID (\d+)", mark["properties"] or b"")
        if mark["end"] and dropping:
            dropping -= 1
            start = mark.end()
        elif dropping:
            dropping += bool(mark["tag"])
        elif mark["tag"] == b"Artifact" or (number and int(number[1]) in numbers):
            kept.append(content[start : mark.start()])
            dropping = 1
    assert not dropping
    return b" ".join([*kept, content[start:]])


def bare(content):
    """A PDF without its drawings and without what is no part of its content: running heads, lines, page
    numbers.
    """
    pdf = pikepdf.open(io.BytesIO(content))
    found = elements(pdf)
    drawn = {mark for drawing in found["/Figure"] + found["/Caption"] for mark in marked(drawing)}
    for page in pdf.pages:
        page.contents_coalesce()
        numbers = {number for place, number in drawn if place == page.obj.objgen}
        page.Contents = pdf.make_stream(without(page.Contents.read_bytes(), numbers))
    file = io.BytesIO()
    pdf.save(file)
    return file.getvalue()


def text_of(content, left, width):
    """What poppler reads in a column of the pages, in points from the left."""
    column = ["-x", str(left), "-y", "0", "-W", str(width), "-H", "842"]
    command = ["pdftotext", "-raw", "-r", "72", *column, "-", "-"]
    return subprocess.run(  # noqa: S603  poppler, on our own PDF
        command,
        input=content,
        capture_output=True,
        check=True,
    ).stdout.decode()


def letters_of_pdf(content):
    return letters_of(bare(content))


def margin_of(page):
    """The left margin of a PDF in points: a note has a narrow one."""
    return 61 if '<body class="note">' in page.read_text(encoding="utf-8") else 90


def letters_of(content, left=90):
    return "".join(text_of(content, left, 600 - left).translate(_ADDED).split())


def letters_of_page(page):
    return "".join(said(page).words)


@pytest.mark.no_cover
@every_page
def test_word_has_the_words_of_the_page_in_their_order(page):
    assert words_of_word(as_word(page)) == said(page).words


@pytest.mark.no_cover
@every_page
def test_a_pdf_has_the_words_of_the_page_in_their_order(page):
    assert letters_of(as_bare_pdf(page), margin_of(page)) == letters_of_page(page)


@pytest.mark.no_cover
@every_page
def test_word_and_pdf_number_the_same_paragraphs_alike(page):
    in_word = [
        number
        for paragraph in in_order(docx.Document(io.BytesIO(as_word(page))))
        if (number := number_of(paragraph))
    ]
    in_pdf = text_of(as_bare_pdf(page), margin_of(page) - 50, 45).split()
    assert in_word == in_pdf == [str(number) for number in range(1, len(in_word) + 1)]
    numbers_itself = ("further_information", "further-information", "-request")
    assert bool(in_word) == (not page.stem.endswith(numbers_itself))


@pytest.mark.no_cover
@every_page
def test_a_pdf_has_nothing_against_it_that_a_machine_finds(page, tmp_path):
    file = tmp_path / "report.pdf"
    file.write_bytes(as_pdf(page))
    assert [str(finding) for finding in pdfua.validate(file).findings] == []


def test_a_machine_does_find_what_is_wrong_with_a_pdf_without_tags(tmp_path):
    file = tmp_path / "untagged.pdf"
    file.write_bytes(
        typst.compile(b"= Heading\n Text", format="pdf", ignore_system_fonts=True, pdf_tags=False)
    )
    assert pdfua.validate(file).findings


@pytest.mark.no_cover
@every_page
def test_a_pdf_is_marked_up_as_the_page_is(page):
    pdf = pikepdf.open(io.BytesIO(as_pdf(page)))
    found = elements(pdf)
    assert (
        str(pdf.Root.Lang),
        bool(pdf.Root.MarkInfo.Marked),
        bool(pdf.Root.ViewerPreferences.DisplayDocTitle),
    ) == ("en-GB", True, True)
    with pdf.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
        assert about["dc:title"] == document(page).title
    for level, tag in ((1, "/H1"), (2, "/H2"), (3, "/H3")):
        assert len(found[tag]) == said(page).headings.count(level)
    assert len(pdf.Root.Outlines.keys()) > 0
    figures = [
        piece for block in document(page).blocks if isinstance(block, paper.Figure) for piece in block.pieces
    ]
    assert [str(figure.Alt) for figure in found["/Figure"]] == [piece.alternative for piece in figures]
    assert {piece.title for piece in figures} == set(said(page).titles)
    headed = [block for block in tables(document(page).blocks) if block.heads]
    assert len(found["/THead"]) == len(found["/Table"]) == len(headed)
    assert len(found["/Link"]) >= len(said(page).addresses)
    addresses = {str(note.A.URI) for each in pdf.pages for note in each.get("/Annots", []) if "/A" in note}
    assert addresses == set(said(page).addresses)


def tables(blocks):
    return [block for block in blocks if isinstance(block, paper.Table)]


@pytest.mark.no_cover
@every_page
def test_word_has_real_headings_links_tables_and_pictures_with_words(page):
    word = docx.Document(io.BytesIO(as_word(page)))
    levels = {"Title": 1, "Heading 1": 2, "Heading 2": 3, "Heading 3": 4}
    styles = (style.name for style in (paragraph.style for paragraph in word.paragraphs))
    assert [levels[name] for name in styles if name in levels] == said(page).headings
    links = [link.address for paragraph in in_order(word) for link in paragraph.hyperlinks]
    assert links == said(page).addresses
    stated = tables(document(page).blocks)
    for table, each in zip(word.element.body.tbl_lst, stated, strict=True):
        assert [len(row.tc_lst) for row in table.tr_lst] == [len(row) for row in each.heads + each.rows]
        heads = [bool(row.xpath("./w:trPr/w:tblHeader")) for row in table.tr_lst]
        assert heads == [True] * len(each.heads) + [False] * len(each.rows)
    pictured = [element.get("descr") for element in word.element.body.xpath(".//wp:docPr")]
    assert pictured == [
        piece.alternative
        for block in document(page).blocks
        if isinstance(block, paper.Figure)
        for piece in block.pieces
    ]
    assert (word.core_properties.title, word.core_properties.subject) == (
        document(page).title,
        document(page).subject,
    )
    section = word.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert section.header.paragraphs[0].text == document(page).running_head
    assert re.fullmatch(r"Page \d+ of \d+", section.footer.paragraphs[0].text)
    assert word.styles.element.xpath(".//w:rPrDefault//w:lang/@w:val") == ["en-GB"]


def test_the_items_of_a_list_that_a_heading_introduces_are_numbered_and_others_are_not():
    page = (
        "<html><title>T</title><body><h1>T</h1><ul><li>one<ul><li>in "
        "one</li></ul></li></ul><p>two</p><ul><li>of two</li></ul></body></html>"
    )
    blocks = paper_document_of(page).blocks
    assert [(block.number, block.runs[0].text) for block in blocks if isinstance(block, paper.Paragraph)] == [
        (1, "one"),
        (2, "two"),
    ]
    assert [
        block.items[0].blocks[0].runs[0].text for block in blocks if isinstance(block, paper.Listing)
    ] == ["in one", "of two"]


NASTY = [
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% for x in lines %}{{r x }}",
    "{_{ 7*7 }_}",
    "{_% raw %_}",
    '#set page(fill: red) #panic("x")',
    "$x$ *bold* _soft_ `raw` <label> @ref",
    "\\\\ ] [ // /* \\u{41} ~ -- ---",
    "&lt; &amp; &#x41; ]]> <![CDATA[ x",
    "עברית و العربية",
    "W" * 5000,
    "</w:t></w:r>",
    "'; \"",
]


@pytest.fixture(scope="module")
def nasty():
    long = " | ".join(NASTY)
    case = CaseFile.load(HALF).model_copy(update={"case": long, "citation": long, "notes": (*NASTY,)})
    return determine(case, BOOK)


def unfolded(determination):
    """The page of a determination as paper has it: the words of the Act once at the end."""
    words = Vocabulary(determination.terms, determination.matter.parties)
    return filled(
        "determination.html.j2", report=determination, v=words, drawn=True, folds=False, depth="full"
    )


def test_a_case_full_of_markup_stays_text_in_word(nasty):
    assert words_of_word(render(nasty, "docx", depth="full")) == Said(unfolded(nasty)).words
    word = docx.Document(io.BytesIO(render(nasty, "docx", depth="full")))
    assert word.core_properties.title == paper_document_of(render(nasty, "html", depth="full")).title[:255]
    assert (
        word.sections[0]
        .header.paragraphs[0]
        .text.startswith("Determination (support): <script>alert(1)</script> | {{ 7*7 }} | {% for")
    )


def test_a_case_full_of_markup_stays_text_in_a_pdf(nasty):
    content = render(nasty, "pdf", depth="full")
    letters = letters_of_pdf(content)
    backwards = {letter for line in NASTY for letter in line if "\u0590" <= letter <= "\u06ff"}
    plain = "".join(letter for letter in "".join(Said(unfolded(nasty)).words) if letter not in backwards)
    assert (
        "".join(
            letter for letter in letters if letter not in backwards and not "\ufb1d" <= letter <= "\ufefc"
        )
        == plain
    )
    assert all(letters.count(letter) for letter in "עברית")


def test_a_letter_that_paper_lacks_is_reported_by_its_number_and_the_pdf_says_so():
    case = CaseFile.load(MERTICARIU).model_copy(
        update={"case": "Case of 中文 and \U0001f600, e\u0301 and x\u0301"}
    )
    content = render(determine(case, BOOK), "pdf", depth="full")
    assert "U+4E2DU+6587andU+1F600,éandxU+0301" in letters_of_pdf(content)
    note = "Lettersthatthetypefacesofthispaperdonothavearegivenbytheirnumbers"
    assert note in letters_of_pdf(content)
    assert "中文" in docx.Document(io.BytesIO(render(determine(case, BOOK), "docx"))).core_properties.title
    assert note not in letters_of_pdf(as_pdf(PAGES[0]))
    nothing_above = "<html><title>T</title><body><h1>中</h1></body></html>"
    assert "U+4E2D" in text_of(pdf_of(paper_document_of(nothing_above)), 0, 600)


RIGHT_TO_LEFT = "דוד לוי"


@pytest.fixture(scope="module")
def right_to_left():
    case = CaseFile.load(MERTICARIU).model_copy(update={"case": f"Case of {RIGHT_TO_LEFT}, 1990 (appeal)"})
    return determine(case, BOOK)


def test_a_number_after_a_right_to_left_name_stands_to_its_right_in_a_pdf(right_to_left):
    done = subprocess.run(
        ["pdftotext", "-bbox", "-l", "1", "-", "-"],  # noqa: S607  poppler, on our own PDF
        input=render(right_to_left, "pdf"),
        capture_output=True,
        check=True,
    ).stdout.decode()
    left_of = {}  # of the title, which comes after the running head
    for left, word in re.findall(r'<word xMin="([\d.]+)"[^>]*>([^<]*)</word>', done)[:30]:
        left_of["".join(each for each in word if each.isalnum())] = float(left)
    names = [left_of[word] for word in left_of if set(word) & set(RIGHT_TO_LEFT)]
    assert left_of["Case"] < min(names)
    assert max(names) < left_of["1990"] < left_of["appeal"]


def test_a_right_to_left_name_in_word_is_a_run_of_its_own_between_marks(right_to_left):
    word = docx.Document(io.BytesIO(render(right_to_left, "docx")))
    runs = [(run.text, bool(run.font.rtl)) for run in word.paragraphs[0].runs if run.text]
    before = "Note on a determination (support): Case of "
    assert runs == [(f"{before}\u200e", False), (RIGHT_TO_LEFT, True), ("\u200e, 1990 (appeal)", False)]
    assert f"\u200e{RIGHT_TO_LEFT}\u200e, 1990" in word.sections[0].header.paragraphs[0].text
    assert word.core_properties.title == f"Note (support): Case of {RIGHT_TO_LEFT}, 1990 (appeal)"


def test_letters_of_the_territories_are_shown():
    names = (
        "Łódź Târgu Mureș Žemėlapis Ankara İstanbul ğış Αθήνα Київ Ђорђе Ελλάς Müller Škvorecký Nguyễn "
        "ქართული Հայ"
    )
    case = CaseFile.load(MERTICARIU).model_copy(update={"case": names})
    assert names.replace(" ", "") in letters_of_pdf(render(determine(case, BOOK), "pdf", depth="full"))


def test_the_same_determination_gives_the_same_bytes():
    made = [render(determine(CaseFile.load(HALF), BOOK), form) for form in ("docx", "pdf") for _ in range(2)]
    assert made[0] == made[1]
    assert made[2] == made[3]
    with zipfile.ZipFile(io.BytesIO(made[0])) as file:
        assert {part.date_time for part in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


# The depths

EXAMPLES = sorted(ROOT.glob("examples/*/case.yaml"))
every_example = pytest.mark.parametrize("example", EXAMPLES, ids=[path.parent.name for path in EXAMPLES])


@cache
def heard(example):
    case = CaseFile.load(example)
    hearing = hear(case, BOOK, Under())
    return with_precedents(with_sensitivity(hearing), hearing), compared_laws(case, BOOK)


def pages_of(example, depth):
    """The text of each page of a PDF at this depth."""
    determination, laws = heard(example)
    return texts_of(render(determination, "pdf", depth=depth, laws=laws))


def texts_of(content):
    """The text of each page of a PDF."""
    command = ["pdftotext", "-raw", "-", "-"]
    read = subprocess.run(  # noqa: S603  poppler, on our own PDF
        command,
        input=content,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return read.split("\f")[:-1]


@pytest.mark.no_cover
@every_example
def test_a_note_has_one_page_or_two_for_several_offences(example):
    pages = pages_of(example, "note")
    assert len(pages) <= (2 if len(heard(example)[0].offences) > 1 else 1)
    assert pages[0].index("decides nothing") < pages[0].index("\nOutcome\n") < pages[0].index("\nWhy")


@pytest.mark.no_cover
@every_example
def test_the_outcome_its_reasons_and_what_would_change_it_are_on_the_first_page_of_a_hearing_report(example):
    first = pages_of(example, "hearing")[0]
    assert first.index("\nOutcome\n") < first.index("\nWhy")
    if len(heard(example)[0].offences) == 1:
        assert first.index("\nWhy\n") < first.index("\nWhat would change it\n")


FULL = [ROOT / f"tests/golden/examples/{path.parent.name}.html" for path in EXAMPLES]


@pytest.mark.no_cover
@pytest.mark.parametrize("page", FULL, ids=[NAMES[PAGES.index(page)] for page in FULL])
def test_the_outcome_is_on_the_first_page_of_a_full_report(page):
    assert "\nOutcome\n" in texts_of(as_pdf(page))[0]


@pytest.mark.no_cover
@every_example
def test_every_depth_is_a_word_file_and_a_page_too(example):
    determination, laws = heard(example)
    for depth in DEPTHS:
        page = render(determination, "html", depth=depth, laws=laws)
        assert (
            words_of_word(render(determination, "docx", depth=depth, laws=laws))[:8] == Said(page).words[:8]
        )


# A template of one's own


@pytest.fixture
def template(tmp_path):
    """A copy of the Word template, to be changed."""
    path = tmp_path / "own.docx"
    path.write_bytes((ROOT / "templates/report.docx").read_bytes())
    return path


def test_a_template_restyled_in_word_is_honoured(template, tmp_path):
    own = docx.Document(template)
    own.styles["Heading 1"].font.name = "Comic Sans MS"
    own.sections[0].header.paragraphs[0].insert_paragraph_before("Doughty Street")
    own.save(template)
    out = tmp_path / "out.docx"
    assert (
        main(
            ["determine", str(MERTICARIU), "--format", "docx", "--template", str(template), "--out", str(out)]
        )
        == 0
    )
    made = docx.Document(out)
    assert made.styles["Heading 1"].font.name == "Comic Sans MS"
    assert made.sections[0].header.paragraphs[0].text == "Doughty Street"
    assert (
        main(
            [
                "determine",
                str(MERTICARIU.parent),
                "--format",
                "docx",
                "--template",
                str(template),
                "--out",
                str(tmp_path),
            ]
        )
        == 0
    )
    assert (tmp_path / "merticariu.docx").read_bytes() == out.read_bytes()


def test_the_columns_of_a_table_are_as_wide_as_what_they_hold(template, tmp_path):
    own = docx.Document(template)
    letterhead = own.add_table(1, 2)
    letterhead.cell(0, 0).text = "A letterhead"
    own.element.body.insert(0, letterhead._tbl)
    own.save(template)
    word = docx.Document(
        io.BytesIO(docx_from(template, document(ROOT / "tests/golden/decided-compared.html")))
    )
    assert word.tables[0].cell(0, 0).text == "A letterhead"
    assert word.tables[0].autofit
    stated = list(tables(document(ROOT / "tests/golden/decided-compared.html").blocks))
    assert len(word.tables) == 1 + len(stated)
    page = word.sections[0]
    wide = page.page_width - page.left_margin - page.right_margin
    for table, block in zip(word.tables[1:], stated, strict=True):
        if block.shares:
            widths = [cell.width for cell in table.rows[0].cells]
            assert widths == pytest.approx(
                [wide * share / 100 for share in block.shares], rel=0.01
            )  # Word counts in twentieths of a point
        assert table.autofit == (not block.shares)
    assert any(block.shares for block in stated)
    assert not all(block.shares for block in stated)


def cell(*words):
    return paper.Cell(
        heads=False, blocks=tuple(paper.Paragraph("body", (paper.Run(each),)) for each in words)
    )


def item(*words):
    return paper.Item("", cell(*words).blocks)


def test_the_shares_of_columns_follow_their_words():
    assert paper.Table((), (), ((cell("short"), cell("words")),)).shares == ()
    narrow, broad = paper.Table((), (), ((cell("yes"), cell("word " * 200)), (cell(), cell("word")))).shares
    assert narrow < broad
    assert 97 <= narrow + broad <= 100
    crowded = paper.Table((), (), (tuple(cell("unbreakable" * 9) for _ in range(8)),)).shares
    assert set(crowded) == {12}
    hyphens, one = paper.Table(
        (), (), ((cell("as-amended-in-the-year " * 4), cell("extraordinarily-" + "l" * 40 + " x" * 40)),)
    ).shares
    assert hyphens < one
    year, word = (
        paper.Table((), (), (tuple(cell(name) for name in (each, *["word " * 40] * 7)),)).shares[0]
        for each in ("as-amended-2026", "as-amended-year")
    )
    assert year > word  # a line breaks after a hyphen, but not before a digit


def test_a_long_word_is_looked_for_where_there_is_one_and_the_pdf_is_the_same(monkeypatch):
    words = [letters * "w" for letters in (13, 14, 19, 20, 39, 40, 90)] + [
        "\u4e2d" * 9
    ]  # the last is shown as U+4E2D
    runs = [(paper.Run(f"{word} and "), paper.Run("more", ("strong",))) for word in words]
    kinds = (
        *(paper.Heading(2, each) for each in runs),
        *(paper.Paragraph("body", each) for each in runs),
        *(paper.Terms((paper.Definition(each, (paper.Paragraph("body", runs[0]),)),)) for each in runs),
        *(
            paper.Terms((paper.Definition(runs[0], (paper.Paragraph("body", each),)),), run_in=True)
            for each in runs
        ),
        paper.Table((), (), tuple((cell("short"), cell(word)) for word in words)),
        paper.Table(
            (), (), ((cell("short"), paper.Cell(False, (paper.Listing("bullets", (item(*words),)),))),)
        ),
    )
    report = paper.PaperDocument("Long words", "Words of many lengths", (paper.Heading(1, runs[0]), *kinds))
    made = pdf_of(report)
    monkeypatch.setattr(typeset, "_longest", lambda _: 999)  # then it looks everywhere
    assert pdf_of(report) == made
    monkeypatch.setattr(typeset, "_longest", lambda _: 0)  # then nowhere
    assert pdf_of(report) != made


def refused(template, capsys):
    out = template.with_name("out.docx")
    assert (
        main(["request", str(HALF), "--format", "docx", "--template", str(template), "--out", str(out)]) == 2
    )
    assert not out.exists()
    stated = capsys.readouterr().err
    assert stated.startswith(f"{template}:1:1: ")
    assert "Traceback" not in stated
    return stated


def test_a_template_that_leaves_something_out_is_refused(template, capsys):
    own = docx.Document(template)
    for paragraph in own.paragraphs[1:]:
        if paragraph.style.name in ("Ask", "List Bullet") and "words" in paragraph.text:
            paragraph.clear()
    own.save(template)
    assert "it leaves out every paragraph of this kind: bullet_1, ask" in refused(template, capsys)


def test_a_template_without_a_style_that_is_needed_is_refused(template, capsys):
    own = docx.Document(template)
    for name in ("Code", "Mark"):
        own.styles[name].delete()
    own.save(template)
    assert "it has no style Code, Mark" in refused(template, capsys)


@pytest.mark.parametrize(
    ("tag", "fault"),
    [
        ("{{ nothing_of_the_kind }}", "'nothing_of_the_kind' is undefined"),
        ("{% for %}", "cannot be used as a Word template"),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ("{% include '/etc/hostname' %}", "cannot be used as a Word template"),
        ("{% import 'words.j2' as words %}", "cannot be used as a Word template"),
    ],
)
def test_a_template_that_asks_for_what_there_is_not_is_refused(template, capsys, tag, fault):
    own = docx.Document(template)
    own.add_paragraph(tag)
    own.save(template)
    assert fault in refused(template, capsys)


def test_a_file_that_is_no_template_is_refused(tmp_path, capsys):
    path = tmp_path / "own.docx"
    assert "cannot be read: no such file or directory" in refused(path, capsys)
    path.write_text("no Word file")
    assert "cannot be used as a Word template" in refused(path, capsys)


def test_a_template_that_does_not_end_is_refused(tmp_path, capsys):
    out = tmp_path / "out.docx"
    assert (
        main(["determine", str(MERTICARIU), "--format", "docx", "--template", "/dev/zero", "--out", str(out)])
        == 2
    )
    assert (
        "/dev/zero:1:1: cannot be used as a Word template: a template is a file of at most 16,777,216 bytes"
        in capsys.readouterr().err
    )
    assert not out.exists()


def test_typst_is_heard_when_it_fails(monkeypatch):
    monkeypatch.setattr("extradition.report.pdf._CHILD", "raise SystemExit('no such typeface')")
    with pytest.raises(RuntimeError, match="typst made no PDF: no such typeface"):
        pdf_of(document(ROOT / "tests/golden/examples/merticariu.html"))


def test_only_a_word_file_is_made_from_a_template(template, capsys):
    assert main(["determine", str(MERTICARIU), "--template", str(template)]) == 2
    assert "--template needs --format docx" in capsys.readouterr().err
    with pytest.raises(ValueError, match="a template is for docx only, not for pdf"):
        render(determine(CaseFile.load(MERTICARIU), BOOK), "pdf", template)
    with pytest.raises(SourceError):
        render(determine(CaseFile.load(MERTICARIU), BOOK), "docx", ROOT / "README.md")


# The command line and the package


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_paper_is_written_whole_and_to_a_pipe_as_bytes(form, tmp_path):
    out = tmp_path / f"out.{form}"
    assert main(["determine", str(MERTICARIU), "--format", form, "--no-sensitivity", "--out", str(out)]) == 0
    command = [
        sys.executable,
        "-m",
        "extradition",
        "determine",
        str(MERTICARIU),
        "--format",
        form,
        "--no-sensitivity",
    ]
    piped = subprocess.run(command, capture_output=True, check=True)  # noqa: S603  our own package
    assert piped.stdout == out.read_bytes()
    assert piped.stdout[:4] in (b"PK\x03\x04", b"%PDF")


def test_paper_goes_to_standard_output_as_bytes(capsysbinary):
    assert main(["determine", str(MERTICARIU), "--format", "docx", "--no-sensitivity"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"PK\x03\x04")


def test_paper_that_cannot_be_written_is_a_fault(capsys):
    assert main(["determine", str(MERTICARIU), "--format", "pdf", "--out", "/dev/full"]) == 2
    assert "/dev/full:1:1: cannot be written: no space left on device" in capsys.readouterr().err


def test_paper_is_not_put_on_a_terminal(monkeypatch, capsys):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    for command in ("determine", "request"):
        assert main([command, str(MERTICARIU), "--format", "pdf"]) == 2
        assert "a pdf is nothing to read on a terminal: it needs --out FILE" in capsys.readouterr().err


def test_several_papers_need_a_folder(tmp_path, capsys):
    cases = [str(MERTICARIU), str(ROOT / "examples/bertino/case.yaml")]
    assert main(["determine", *cases, "--format", "pdf"]) == 2
    assert "several pages need --out FOLDER" in capsys.readouterr().err
    assert main(["determine", *cases, "--format", "pdf", "--out", str(tmp_path)]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bertino.pdf", "merticariu.pdf"]


def test_what_has_no_page_has_no_paper():
    with pytest.raises(ValueError, match="a validation has no 'docx' form"):
        render(validate([], BOOK), "docx")


def run(code):
    return subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    ).stdout


def test_the_package_and_its_text_reports_need_nothing_that_makes_paper():
    code = """
import sys
import extradition
from extradition.casework.anonymity import anonymous
from extradition.cli import main
case = extradition.CaseFile.load("examples/merticariu/case.yaml")
extradition.render(extradition.determine(case, extradition.RuleBook.load()), "html")
print(sorted({name.split(".")[0] for name in sys.modules} & {"docx", "docxtpl", "lxml", "typst"}))
"""
    assert run(code) == "[]\n"


@pytest.mark.parametrize("stranger", ["docxtpl", "typst"])
def test_paper_without_what_makes_it_says_what_to_install(stranger, monkeypatch, capsys):
    for name in [
        name
        for name in sys.modules
        if name in ("extradition.report.word", "extradition.report.pdf", stranger)
    ]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("word", "pdf"):
        monkeypatch.delattr(sys.modules["extradition.report"], name, raising=False)
    monkeypatch.setitem(sys.modules, stranger, None)
    with pytest.raises(
        MissingExtraError,
        match=re.escape(
            "a report as pdf needs more than the plain install: pip install 'extradition[paper]'"
        ),
    ):
        render(further_information(CaseFile.load(HALF), BOOK), "pdf")
    assert main(["request", str(HALF), "--format", "docx", "--out", "never.docx"]) == 2
    assert "pip install 'extradition[paper]'" in capsys.readouterr().err


# The page read back


def page_of(body):
    return f"<!DOCTYPE html><html><head><title>T</title></head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<blockquote>x</blockquote>", "<blockquote> cannot be printed"),
        ("<p>a<br>b</p>", "<br> cannot stand among words"),
        ("<p>a <img/> b</p>", "<img> cannot stand among words"),
        ("<p>a <p>b</p></p>", "<p> cannot stand among words"),
        ("<ul>text</ul>", "<ul> has something other than <li> in it"),
        ("<dl><p>x</p></dl>", "<dl> has something other than <dt>, <dd> in it"),
        (
            "<table><tbody><tr><td>a</td></tr><tr><td>a</td><td>b</td></tr></tbody></table>",
            "<table> has rows of different lengths",
        ),
        (
            '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>',
            "a cell that spans others cannot be printed",
        ),
        ("<p>x</div>", "</div> closes <p>"),
        ("<section><p>x</p>", "</body> closes <section>"),
    ],
)
def test_what_is_not_known_is_refused_and_never_left_out(body, fault):
    with pytest.raises(ValueError, match=re.escape(fault)):
        paper_document_of(page_of(body))


def test_a_page_that_is_never_closed_is_refused():
    with pytest.raises(ValueError, match="<body> is never closed"):
        tree("<html><body><p>x</p>")


def test_details_are_a_lead_in_and_what_is_in_it():
    blocks = paper_document_of(
        page_of(
            '<details><summary>Three <a href="#x">cases</a></summary><p>one</p>two <em>and</em> '
            "three</details>"
        )
    ).blocks
    assert [(block.role, "".join(run.text for run in block.runs)) for block in blocks] == [
        ("lead-in", "Three cases"),
        ("body", "one"),
        ("body", "two and three"),
    ]
    assert all(run.href == "" for run in blocks[0].runs)
    assert blocks[2].runs[1] == paper.Run("and", ("emphasis",))


def test_white_space_is_one_space_and_none_at_the_ends():
    (block,) = paper_document_of(page_of("<p>\n <strong> a </strong> \n b <code> </code></p>")).blocks
    assert block.runs == (paper.Run("a ", ("strong",)), paper.Run("b"))
    (block,) = paper_document_of(page_of("<p>\u00a0a <strong>b</strong></p>")).blocks
    assert block.runs[0].text == "\u00a0a "


def test_lists_in_lists_and_in_cells_are_reported_in_word_too():
    deep = "<ol><li>one<ol><li>two<ul><li>three</li></ul></li></ol></li><li><ul><li>alone</li></ul></li></ol>"
    body = "<tbody><tr><td><ul><li>in a cell</li></ul></td></tr></tbody>"
    cell = f"<table><thead><tr><th>h</th></tr></thead>{body}</table>"
    body = (
        f"<h1>T</h1>{deep}{cell}<div "
        'class="outcome"><ul><li>framed</li></ul></div><ul><li>a<p>b</p></li></ul><h4>last</h4>'
    )
    made = docx_of(paper_document_of(page_of(body)))
    assert words_of_word(made) == [
        "T",
        "1.",
        "one",
        "1.",
        "two",
        "three",
        "2.",
        "alone",
        "h",
        "in",
        "a",
        "cell",
        "framed",
        "a",
        "b",
        "last",
    ]
    assert (
        letters_of_pdf(pdf_of(paper_document_of(page_of(body.replace("h4", "h2")))))
        == "T1.one1.twothree2.alonehinacellframedablast"
    )


def test_what_word_cannot_have_in_a_cell_is_refused():
    body = "<tbody><tr><td><dl><dt>a</dt><dd>b</dd></dl></td></tr></tbody>"
    cell = f"<table><thead><tr><th>h</th></tr></thead>{body}</table>"
    with pytest.raises(
        ValueError, match="a terms inside a table or a list of terms cannot be written in a Word file"
    ):
        docx_of(paper_document_of(page_of(cell)))


# Drawings


def drawing(*boxes, height=3000):
    drawn = "".join(f'<rect x="4" y="{top}" width="420" height="{tall}"/>' for top, tall in boxes)
    return f'<svg viewBox="0 0 640 {height}" width="100%"><title>t</title>{drawn}</svg>'


def words_in(svg):
    return Counter(re.findall(r"<text [^>]*>(.*?)</text>", svg))


def test_a_long_drawing_is_cut_between_boxes_and_every_word_of_it_is_in_one_piece():
    for page in PAGES:
        drawings = [block.pieces for block in document(page).blocks if isinstance(block, paper.Figure)]
        assert sum((words_in(piece.svg) for each in drawings for piece in each), Counter()) == words_in(
            html_of(page)
        )
        for each in drawings:
            if re.search('class="(flow|marks)"', each[0].svg):
                assert len(each) == 1
                continue
            frames = [re.search(r'viewBox="0 (\d+) 640 (\d+)"', piece.svg).groups() for piece in each]
            ends = [int(start) + int(height) for start, height in frames]
            assert [int(start) for start, _ in frames] == [0, *ends[:-1]]
            boxes = re.findall(r'<rect [^>]*\by="(\d+)"[^>]* height="(\d+)"', each[0].svg)
            assert all(not int(top) <= end < int(top) + int(tall) for end in ends for top, tall in boxes)
            assert all(piece.height <= 640 * 1.3 for piece in each)
            assert [piece.part for piece in each] == list(range(1, each[0].parts + 1))


def test_a_drawing_is_cut_where_equal_pieces_would_end():
    made = list(pieces(drawing(*((top, 80) for top in range(0, 3000, 100))), "t", "what it shows"))
    assert [piece.height for piece in made] == [490, 500, 500, 500, 500, 510]
    assert made[0].alternative == "t (part 1 of 6). what it shows"
    assert made[1].alternative == "t (part 2 of 6). The first part describes the drawing."
    assert [piece.alternative for piece in pieces(drawing((0, 10), height=20), "t", "what it shows")] == [
        "t. what it shows"
    ]


def test_a_drawing_is_cut_only_where_there_is_a_gap():
    assert [piece.height for piece in pieces(drawing((0, 3000)), "t", "d")] == [3000]
    assert [piece.height for piece in pieces(drawing((0, 2000), (100, 100), (1500, 1500)), "t", "d")] == [
        3000
    ]
    assert [piece.height for piece in pieces(drawing((0, 2000), (2020, 900)), "t", "d")] == [2010, 990]


def test_a_picture_that_is_kept_is_the_one_that_is_made():
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
    assert typeset._png(svg, 9.0) == typeset._png.__wrapped__(svg, 9.0)


def test_a_drawing_that_does_not_say_how_large_it_is_is_refused():
    with pytest.raises(ValueError, match="does not say how large it is"):
        list(pieces("<svg></svg>", "t", "d"))


@pytest.mark.parametrize("make", [determine, further_information])
def test_no_struck_particular_is_anywhere_on_paper(make):
    whole = CaseFile.load(ROOT / "examples/part_1_conviction/case.yaml")
    names = ("Dragoș", "17 May 1994", "EXAMPLE/0001", "EX-112", "EX-NCA", "Sample", "Specimen", "EX-CPS")
    for case, is_struck in ((whole, False), (anonymous(whole, BOOK), True)):
        made = make(case, BOOK)
        file = zipfile.ZipFile(io.BytesIO(render(made, "docx")))
        word = "".join(file.read(name).decode(errors="replace") for name in file.namelist())
        pdf = text_of(render(made, "pdf"), 0, 595).replace("\n", " ")
        for text in (word, pdf):
            assert ("(struck out)" in text) == is_struck
            assert not (is_struck and [name for name in names if name in text])
            assert ("EX-112" in text) != is_struck
