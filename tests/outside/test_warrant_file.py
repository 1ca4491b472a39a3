"""A warrant's own file as Word and PDF: what is read from it, what is not, and which files are refused."""

import io
import json
import subprocess
import sys
import zipfile
import zlib

import pikepdf
import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from every_command import EVERY_COMMAND
from hypothesis import given
from hypothesis import strategies as st
from strategies import BOOK
from warrant_forms import bytes_of, pdf_of, typst_pdf, word_of
from warrant_text import FIRST, OLDER, SECOND, box_d, options_of, warrant

from extradition import SourceError, cli
from extradition.casework.warrant_file import pdf_process, pdf_text, reading
from extradition.casework.warrant_file.box_reading import reading_of
from extradition.casework.warrant_file.file_kind import MOST_FILE_BYTES
from extradition.casework.warrant_file.pdf_process import lines_of_pdf
from extradition.casework.warrant_file.reading import read_warrant
from extradition.casework.warrant_file.text_lines import MOST_PAGES, TextLine
from extradition.casework.warrant_file.word_text import lines_of_word
from extradition.source import MissingExtraError

PRINTED = BOOK.warrant_form.printed
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
SAMPLES = {"first": FIRST, "second": SECOND, "older": OLDER}


def without_pages(made):
    content = made.model_dump(mode="json", exclude={"file"})
    for each in (*content["read"], *content["not_read"]):
        del each["page"]
        each.pop("text", None)
    return content


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize(("suffix", "make"), [("docx", word_of), ("pdf", pdf_of)])
def test_a_file_gives_what_its_lines_give(name, suffix, make):
    made = read_warrant(make(SAMPLES[name]), f"{name}.{suffix}", BOOK)
    lines = reading_of([TextLine(each, 1) for each in SAMPLES[name]], name, PRINTED, BOOK.warrant_form.part)
    assert without_pages(made) == without_pages(lines)


def test_the_source_of_each_entry_of_a_pdf_has_its_page():
    made = read_warrant(pdf_of(FIRST), "first.pdf", BOOK)
    assert {each.at: each.page for each in made.read} == {
        "box (a)": 1,
        "box (i)": 2,
        "box (c) 2": 1,
        "box (d) 2": 1,
        "box (d) 3.1a": 1,
        "box (d) 4": 2,
    }
    assert {each.page for each in read_warrant(word_of(FIRST), "first.docx", BOOK).read} == {None}


def paragraphs(*inner):
    """The lines of a Word file with those paragraphs, written as XML."""
    document = Document()
    for xml in inner:
        document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')} {W14} {MC}>{xml}</w:p>"))
    return lines_of_word(bytes_of(document), "x.docx")


def text_of(xml):
    return [line.text for line in paragraphs(xml)]


def control(checked, shown):
    return (
        f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{checked}"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{shown}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def field(state):
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{state}</w:checkBox></w:ffData>'
        "</w:fldChar></w:r>"
    )


TEXT_BOX = "<w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent>"
IN_WORD = [
    (control(1, "☒"), ["☑"]),
    (control(0, "☐"), ["☐"]),
    (control("true", ""), ["☑"]),
    (control(1, "☐"), ["\ufffd"]),
    (control(0, "☒"), ["\ufffd"]),
    ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>kept</w:t></w:r></w:sdtContent></w:sdt>", ["kept"]),
    (field("<w:checked/>"), ["☑"]),
    (field('<w:checked w:val="0"/><w:default w:val="1"/>'), ["☐"]),
    (field('<w:default w:val="1"/>'), ["☑"]),
    (field(""), ["☐"]),
    ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', ["☑"]),
    ('<w:r><w:sym w:font="Wingdings" w:char="F041"/></w:r>', ["\ufffd"]),
    ('<w:r><w:sym w:font="Other" w:char="F041"/></w:r>', ["\ufffd"]),
    ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\u00fd</w:t></w:r>', ["☒"]),
    ('<w:r><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:t>words</w:t></w:r>', ["words"]),
    (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Enter</w:t></w:r></w:sdtContent></w:sdt>",
        [],
    ),
    ("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>", ["one", "two\tthree"]),
    (
        '<w:hyperlink><w:r><w:t>linked</w:t></w:r></w:hyperlink><w:bookmarkStart w:id="1" w:name="b"/>',
        ["linked"],
    ),
    ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>", []),
    ("<w:r><w:drawing/></w:r>", ["\ufffd"]),
    (f"<w:r><w:pict>{TEXT_BOX}</w:pict></w:r>", ["in a box"]),
    (
        (
            f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{TEXT_BOX}</w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict>{TEXT_BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        ),
        ["in a box"],
    ),
    ("<w:r><w:fldChar w:fldCharType='begin'/><w:t>x</w:t></w:r>", ["x"]),
]


@pytest.mark.parametrize(("xml", "texts"), IN_WORD)
def test_the_marks_and_words_of_a_word_file(xml, texts):
    assert text_of(xml) == texts


STRUCK = [
    "<w:r><w:rPr><w:strike/></w:rPr><w:t>gone</w:t></w:r>",
    "<w:r><w:rPr><w:dstrike w:val='true'/></w:rPr><w:t>gone</w:t></w:r>",
]


@pytest.mark.parametrize("xml", STRUCK)
def test_words_that_word_strikes_out_are_kept_apart(xml):
    (line,) = paragraphs(f"<w:r><w:rPr><w:strike w:val='0'/></w:rPr><w:t>stays</w:t></w:r>{xml}")
    assert (line.text, line.struck) == ("stays", "gone")


def test_a_style_may_strike_words_out():
    document = Document()
    style = document.styles.add_style("Struck", 2)
    style.font.strike = True
    document.add_paragraph("stays ").add_run("gone", style="Struck")
    block = document.styles.add_style("Block", 1)
    block.font.strike = True
    document.add_paragraph("all gone", style="Block")
    lines = lines_of_word(bytes_of(document), "x.docx")
    assert [(line.text, line.struck) for line in lines] == [("stays", "gone"), ("", "all gone")]


def test_the_pages_of_a_word_file_are_those_that_word_noted():
    broken = "<w:r><w:t>first</w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t> and on</w:t></w:r>"
    lines = paragraphs("<w:r><w:t>last</w:t></w:r>", broken)
    assert [(line.text, line.page) for line in lines] == [("first and on", 1), ("last", 2)]
    with pytest.raises(SourceError, match="more than 60 pages"):
        paragraphs("<w:r><w:lastRenderedPageBreak/></w:r>" * MOST_PAGES)


def test_a_row_of_a_table_is_one_line():
    document = Document()
    table = document.add_table(4, 2)
    rows = [("☒", "3.2. being aware"), ("☐\n☒", "one\ntwo"), ("", "alone"), ("a", "")]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            first, *others = text.split("\n")
            cell.text = first
            for other in others:
                cell.add_paragraph(other)
    inner = table.cell(3, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "in", "side"
    texts = [line.text for line in lines_of_word(bytes_of(document), "x.docx")]
    assert texts == ["☒\t3.2. being aware", "☐", "☒", "one", "two", "alone", "a\tin\tside"]


def test_a_form_in_a_table_of_marks_and_words_is_read():
    document = Document()
    texts = warrant(d=[*box_d(("1",))])
    start = next(number for number, text in enumerate(texts) if text.startswith("☒ 1."))
    for text in texts[:start]:
        document.add_paragraph(text)
    table = document.add_table(0, 2)
    for text in options_of(("1",)):
        mark, words = text.split(" ", 1) if text[0] in "☐☒" else ("", text)
        cells = table.add_row().cells
        cells[0].text, cells[1].text = mark, words
    for text in texts[start + len([*options_of()]) :]:
        document.add_paragraph(text)
    assert read_warrant(bytes_of(document), "x.docx", BOOK).warrant.box_d.ticked == ("1",)


def test_a_control_in_a_block_of_its_own_is_a_line():
    document = Document()
    xml = (
        f"<w:sdt {nsdecls('w')} {W14}><w:sdtPr><w14:checkbox/></w:sdtPr>"
        "<w:sdtContent><w:p><w:r><w:t>☐</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    document.element.body.insert(0, parse_xml(xml))
    plain = (
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>words</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    document.element.body.insert(1, parse_xml(plain))
    assert [line.text for line in lines_of_word(bytes_of(document), "x.docx")] == ["☐", "words"]


def changed(raw, name, content):
    """A Word file with one part added or replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return stream.getvalue()


def marked_encrypted(raw):
    """A zip whose first entry says that it is encrypted."""
    at = raw.index(b"PK\x01\x02") + 8
    return raw[:at] + b"\x01" + raw[at + 1 :]


def tracked():
    document = Document()
    xml = f"<w:p {nsdecls('w')}><w:ins w:id='1' w:author='A'><w:r><w:t>new</w:t></w:r></w:ins></w:p>"
    document.element.body.insert(0, parse_xml(xml))
    return bytes_of(document)


WORD = word_of(FIRST)
TYPES = b"application/vnd.ms-word.document.macroEnabled.main+xml"
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
SCAN = bytes.fromhex(  # one grey dot
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c6360000000020001"
    "48afa4710000000049454e44ae426082"
)


def scanned(text=""):
    stream = io.BytesIO()
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        image = pdf.make_stream(
            b"\x80",
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=1,
            Height=1,
            ColorSpace=pikepdf.Name.DeviceGray,
            BitsPerComponent=8,
        )
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.Resources = pikepdf.Dictionary(
            XObject=pikepdf.Dictionary(I=image), Font=pikepdf.Dictionary(F=font)
        )
        content = f"q 595 0 0 842 0 0 cm /I Do Q BT /F 12 Tf 3 Tr 72 700 Td ({text}) Tj ET"
        page.Contents = pdf.make_stream(content.encode())
        pdf.save(stream)
    return stream.getvalue()


def encrypted(raw, password):
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        pdf.save(stream, encryption=pikepdf.Encryption(owner="owner", user=password))
    return stream.getvalue()


def long_pdf(pages):
    stream = io.BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page()
        pdf.save(stream)
    return stream.getvalue()


BAD = {
    "empty": (b"", "is empty"),
    "too large": (b"%PDF-" + b" " * MOST_FILE_BYTES, "is larger than 10 MB, the most that is read"),
    "a text": (b"(a) Information", "is neither a Word file (.docx) nor a PDF"),
    "a zip": (changed(b"PK\x05\x06" + bytes(18), "a.txt", b"a"), "is neither a Word file (.docx) nor a PDF"),
    "an old Word file": (OLE, "is a file of an older Word (.doc): save it as .docx, and read it again"),
    "an encrypted Word file": (
        OLE + "EncryptedPackage".encode("utf-16-le"),
        "is encrypted: save it without a password, and read it again",
    ),
    "an encrypted zip": (
        marked_encrypted(WORD),
        "is encrypted: save it without a password, and read it again",
    ),
    "macros": (
        changed(WORD, "word/vbaProject.bin", b"x"),
        "has macros: save it as .docx without macros, and read it again",
    ),
    "a macro file renamed": (
        changed(WORD, "[Content_Types].xml", TYPES),
        "has macros: save it as .docx without macros, and read it again",
    ),
    "a bomb": (
        changed(WORD, "word/media/a.bin", bytes(20 * 1024 * 1024)),
        "unpacks to too much: at most 50 MB in 2,000 parts are read",
    ),
    "entities": (
        changed(WORD, "word/document.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
        "declares its own XML entities, which no Word file needs",
    ),
    "entities in UTF-16": (
        changed(WORD, "word/document.xml", "<!DOCTYPE a><a/>".encode("utf-16")),
        "declares its own XML entities, which no Word file needs",
    ),
    "a damaged zip": (WORD[: len(WORD) // 2], "is damaged: its parts cannot be unpacked"),
    "a damaged document": (
        changed(WORD, "word/document.xml", b"<a"),
        "is damaged: it cannot be read as a Word file",
    ),
    "tracked changes": (
        tracked(),
        "has tracked changes: accept or reject them in Word, and read it again",
    ),
    "another file inside": (
        changed(
            WORD,
            "word/document.xml",
            f"<w:document {nsdecls('w')}><w:body><w:altChunk/></w:body></w:document>".encode(),
        ),
        "has another file inside it: save it in Word as one document, and read it again",
    ),
    "a Word file that is too long": (
        word_of(["word " * 1000] * 90),
        "has more than 400,000 characters or 20,000 lines, the most that are read",
    ),
    "another language": (
        word_of(["EUROPÄISCHER HAFTBEFEHL", "a) Angaben zur Identität der gesuchten Person:"]),
        (
            "has no boxes (a) to (i) with the headings of a warrant in English. For a warrant in another "
            "language, read its English translation"
        ),
    ),
    "a damaged PDF": (b"%PDF-1.7 and no more", "is damaged: it cannot be read as a PDF"),
    "an encrypted PDF": (
        encrypted(typst_pdf("a"), "user"),
        "is encrypted: save it without a password, and read it again",
    ),
    "a PDF of 200 pages": (long_pdf(200), "has more than 60 pages, the most that are read"),
    "a PDF without words": (
        long_pdf(1),
        "has no text layer: it is a scanned image. Fill in the form from the paper",
    ),
    "a scanned PDF": (scanned(), "has no text layer: it is a scanned image. Fill in the form from the paper"),
    "a scanned PDF with recognised text": (
        scanned("Information"),
        (
            "is a scanned image with recognised text, which may be wrong. Fill in the form from the paper, "
            "or ask for the file from which it was printed"
        ),
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_the_reason(name):
    raw, message = BAD[name]
    with pytest.raises(SourceError) as refusal:
        read_warrant(raw, "w.docx", BOOK)
    assert str(refusal.value) == f"w.docx:1:1: {message}"


def test_too_many_parts_or_too_many_bytes_are_refused(monkeypatch):
    monkeypatch.setattr("extradition.casework.warrant_file.file_kind.MOST_UNPACKED", 1000)
    with pytest.raises(SourceError, match="unpacks to too much"):
        read_warrant(WORD, "w.docx", BOOK)
    monkeypatch.setattr("extradition.casework.warrant_file.file_kind._MOST_PARTS", 2)
    with pytest.raises(SourceError, match="unpacks to too much"):
        read_warrant(WORD, "w.docx", BOOK)


def test_a_pdf_that_only_forbids_printing_is_read():
    assert lines_of_pdf(encrypted(typst_pdf("words"), ""), "x.pdf")[0].text == "words"


def test_a_pdf_that_takes_too_long_is_refused(monkeypatch):
    message = "x.pdf:1:1: takes more than 20 seconds or 1 GB of memory to read"
    with pytest.raises(SourceError, match=message):
        lines_of_pdf(pdf_of(FIRST), "x.pdf", seconds=0)
    monkeypatch.setattr(pdf_process, "_WAIT", 0.01)
    with pytest.raises(SourceError, match=message):
        lines_of_pdf(pdf_of(FIRST), "x.pdf")


def test_the_first_and_the_last_line_of_each_page_of_a_pdf_are_at_its_margin():
    lines = lines_of_pdf(typst_pdf("a\n\nb\n\nc #pagebreak() d #pagebreak() e\n\nf"), "x.pdf")
    assert [(line.text, line.is_at_margin) for line in lines] == [
        ("a", True),
        ("b", False),
        ("c", True),
        ("d", True),
        ("e", True),
        ("f", True),
    ]


def test_a_process_that_fails_otherwise_is_an_error_of_ours(monkeypatch):
    monkeypatch.setattr(pdf_process, "_CHILD", "raise LookupError('here')")
    with pytest.raises(RuntimeError, match="LookupError: here"):
        lines_of_pdf(pdf_of(FIRST), "x.pdf")


def test_a_file_that_is_not_there_is_reported(tmp_path):
    with pytest.raises(SourceError, match=r"x\.pdf:1:1: cannot be read: no such file"):
        read_warrant(tmp_path / "x.pdf", "x.pdf", BOOK)


def drawn(text):
    """The lines of the PDF that typst makes of *text*, read in this process."""
    return [(line, doubtful) for _, line, doubtful in pdf_text.lines_of_pages(typst_pdf(text))]


SQUARE = "#box(square(size: 8pt, inset: 0pt, {0})[#place(center + horizon)[{1}]])"
CROSS = "#line(start: (0pt, 0pt), end: (6pt, 6pt))"
IN_PDF = [
    (SQUARE.format("fill: none", "") + " words", "☐ words"),
    (SQUARE.format("fill: white", "") + " words", "☐ words"),
    (SQUARE.format("fill: none", "#text(7pt)[X]") + " words", "☒ words"),
    (SQUARE.format("fill: none", "#text(7pt)[✔]") + " words", "☑ words"),
    (SQUARE.format("fill: none", CROSS) + " words", "\ufffd words"),
    (SQUARE.format("fill: red", "#text(7pt)[X]") + " words", "\ufffd words"),
    (SQUARE.format("fill: black", "") + " words", "\ufffd words"),
    (SQUARE.format("fill: none", "#text(7pt)[■]") + " words", "\ufffd words"),
    (SQUARE.format("fill: none", "#text(7pt)[7]") + " words", "7 words"),
    ("#box(square(size: 40pt)) words", "words"),
]


@pytest.mark.parametrize(("text", "line"), IN_PDF)
def test_a_drawn_box_is_read_only_if_its_content_is_plain(text, line):
    assert drawn(text) == [(line, False)]


def test_a_square_inside_a_square_is_one_mark_that_cannot_be_read():
    inner = "#square(size: 6pt)"
    assert drawn(SQUARE.format("fill: none", inner) + " words") == [("\ufffd words", False)]


def test_a_line_through_words_is_a_doubt_and_a_line_under_them_is_none():
    assert drawn("#strike[struck] words") == [("struck words", True)]
    assert drawn("#underline[words]") == [("words", False)]


def test_a_sign_without_a_letter_cannot_be_read():
    assert drawn("𓀀 words") == [("\ufffd words", False)]  # no font of typst has it


def _fields(pdf, widgets):
    """The fields of a form: each widget of one, or its parent."""
    for widget in widgets:
        if widget.Subtype == NAME.Widget and "/Parent" in widget:
            parent = pdf.make_indirect(widget.Parent)
            parent.Kids = pikepdf.Array([widget])
            widget.Parent = parent
            yield parent
        elif widget.Subtype == NAME.Widget:
            yield widget


def with_annotations(*notes, image=None):
    """The lines of a PDF with the word "words" and with *notes* over it or next to it."""
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(typst_pdf("words"))) as pdf:
        page = pdf.pages[0]
        if image is not None:
            picture = pdf.make_stream(
                b"\x80",
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Image,
                Width=1,
                Height=1,
                ColorSpace=pikepdf.Name.DeviceGray,
                BitsPerComponent=8,
            )
            page.Resources.XObject = pikepdf.Dictionary(I=picture)
            x, y, wide, high = image
            added = f"q {wide} 0 0 {high} {x} {y} cm /I Do Q".encode()
            page.contents_add(added, prepend=True)
        widgets = [
            pdf.make_indirect(pikepdf.Dictionary(Type=NAME.Annot, **{"Subtype": NAME.Widget, **note}))
            for note in notes
        ]
        page.Annots = pdf.make_indirect(pikepdf.Array(widgets))
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(_fields(pdf, widgets)))
        pdf.save(stream)
    return [(line, doubtful) for _, line, doubtful in pdf_text.lines_of_pages(stream.getvalue())]


NAME = pikepdf.Name
AT = [40, 761, 50, 774]
OVER = [70, 755, 100, 775]
TICK = {"Rect": AT, "FT": NAME.Btn}
FIELDS = [
    ({**TICK, "AS": NAME.Yes, "V": NAME.Yes}, "☑ words"),
    ({**TICK, "AS": NAME.Yes}, "☑ words"),
    ({**TICK, "AS": NAME.Off}, "☐ words"),
    ({**TICK, "AS": NAME.Off, "V": NAME.Off}, "☐ words"),
    ({**TICK, "AS": NAME.Off, "V": NAME.Yes}, "\ufffd words"),
    ({**TICK, "AS": NAME.Yes, "V": NAME.Off}, "\ufffd words"),
    (TICK, "\ufffd words"),
    ({**TICK, "Ff": 1 << 16}, "words"),
    ({"Rect": AT, "FT": NAME.Tx, "V": "filled in"}, "filled in words"),
    ({"Rect": AT, "FT": NAME.Tx}, "words"),
    ({"Rect": AT, "FT": NAME.Tx, "V": NAME.Odd}, "words"),
    ({"Rect": AT, "Parent": pikepdf.Dictionary(FT=NAME.Ch, V="chosen")}, "chosen words"),
    ({"Rect": AT, "Subtype": NAME.Link}, "words"),
]


@pytest.mark.parametrize(("note", "line"), FIELDS)
def test_a_field_of_a_form_is_read_in_its_place(note, line):
    assert with_annotations(note) == [(line, False)]


@pytest.mark.parametrize("kind", [NAME.StrikeOut, NAME.Ink, NAME.Stamp, NAME.FreeText])
def test_a_note_over_words_is_a_doubt(kind):
    assert with_annotations({"Rect": OVER, "Subtype": kind}) == [("\ufffd words", True)]


def test_a_small_picture_is_a_mark_that_cannot_be_read():
    assert with_annotations(image=(40, 763, 9, 9)) == [("\ufffd words", False)]


def test_a_page_that_is_a_picture_is_noted():
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_of(FIRST))) as pdf, pikepdf.open(io.BytesIO(scanned())) as scan:
        pdf.pages.extend(scan.pages)
        pdf.save(stream)
    made = read_warrant(stream.getvalue(), "x.pdf", BOOK)
    assert (made.not_read[-1].page, made.not_read[-1].why) == (3, "it is a picture without text")


def full(pages):
    raise MemoryError


def test_the_answer_of_the_process_is_lines_or_a_reason(monkeypatch):
    out = io.StringIO()
    pdf_text.answer(io.BytesIO(typst_pdf("words")), out)
    assert json.loads(out.getvalue()) == {"lines": [[1, "words", False]], "refused": None}
    out = io.StringIO()
    pdf_text.answer(io.BytesIO(long_pdf(MOST_PAGES + 1)), out)
    assert json.loads(out.getvalue()) == {"lines": [], "refused": "too many pages"}
    monkeypatch.setattr(pdf_text, "_lines_in", full)
    with pytest.raises(pdf_text._Refused, match="limits"):
        pdf_text.lines_of_pages(typst_pdf("words"))
    monkeypatch.undo()
    monkeypatch.setattr(pdf_text, "is_too_long", lambda texts: True)
    out = io.StringIO()
    pdf_text.answer(io.BytesIO(typst_pdf("words")), out)
    assert json.loads(out.getvalue())["refused"] == "too much text"
    with pytest.raises(pdf_text._Refused, match="damaged"):
        pdf_text.lines_of_pages(b"%PDF-")
    for raw, reason in ((scanned(), "no text"), (scanned("a"), "recognised text"), (long_pdf(1), "no text")):
        with pytest.raises(pdf_text._Refused, match=reason):
            pdf_text.lines_of_pages(raw)
    with pytest.raises(pdf_text._Refused, match="encrypted"):
        pdf_text.lines_of_pages(encrypted(typst_pdf("a"), "user"))


@given(st.binary(max_size=200), st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", OLE]))
def test_any_bytes_are_refused_and_never_a_traceback(raw, start):
    try:
        if start.startswith(b"%PDF"):
            pdf_text.lines_of_pages(start + raw)
        read_warrant(b"PK" + raw if start.startswith(b"%PDF") else start + raw, "x", BOOK)
    except (SourceError, pdf_text._Refused):
        return
    pytest.fail("it was read")


@given(st.integers(0, len(WORD) - 1), st.integers(0, 255))
def test_a_word_file_with_one_wrong_byte_is_read_or_refused(at, byte):
    raw = WORD[:at] + bytes([byte]) + WORD[at + 1 :]
    try:
        read_warrant(raw, "x.docx", BOOK)
    except SourceError as error:
        assert str(error).startswith("x.docx:1:1: ")  # noqa: PT017  either is right


def test_the_packages_that_read_files_are_loaded_only_to_read_one():
    everything = f"{EVERY_COMMAND}import extradition.web"
    names = "('pdfplumber', 'pdfminer', 'docx')"
    done = subprocess.run(  # noqa: S603  our own line
        [sys.executable, "-c", f"{everything}; print([each for each in {names} if each in sys.modules])"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_without_the_packages_the_message_says_how_to_install_them(monkeypatch):
    for module in (reading, pdf_process):
        monkeypatch.setattr(module, "find_spec", lambda name: None)
    for raw in (WORD, b"%PDF-1.7"):
        with pytest.raises(MissingExtraError, match=r"pip install 'extradition\[warrant\]'"):
            read_warrant(raw, "x", BOOK)


def run(capsys, *arguments):
    code = cli.main(["warrant", *map(str, arguments)])
    out = capsys.readouterr()
    return code, out.out, out.err


def test_the_command_writes_the_start_of_a_case_file(capsys, tmp_path):
    path, out = tmp_path / "w.docx", tmp_path / "case.yaml"
    path.write_bytes(WORD)
    code, text, err = run(capsys, path)
    assert (code, err) == (0, "")
    assert text.startswith(
        "# Read from w.docx: The form under the Trade and Cooperation Agreement (annex 43).\n"
    )
    assert run(capsys, path, "--out", out) == (0, "", "")
    assert out.read_text(encoding="utf-8") == text
    assert json.loads(run(capsys, path, "--format", "json")[1])["warrant"]["box_d"]["ticked"] == ["2", "3.1a"]


def test_the_command_refuses_a_bad_file_with_code_2(capsys, tmp_path):
    path = tmp_path / "w.pdf"
    path.write_bytes(b"%PDF-")
    assert run(capsys, path) == (2, "", f"{path}:1:1: is damaged: it cannot be read as a PDF\n")


def test_a_pdf_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(pdf_process, "_MOST_MEMORY", 400 * 1024**2)
    stream = io.BytesIO()
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        packer = zlib.compressobj(9)
        packed = b"".join(packer.compress(bytes(2**24)) for _ in range(25)) + packer.flush()
        content = pdf.make_stream(b"")
        content.write(packed, filter=NAME.FlateDecode)
        page.Contents = content
        pdf.save(stream)
    assert len(stream.getvalue()) < MOST_FILE_BYTES
    with pytest.raises(SourceError, match=r"x\.pdf:1:1: takes more than 20 seconds or 1 GB"):
        lines_of_pdf(stream.getvalue(), "x.pdf")


def test_the_lines_of_a_page_are_read_from_top_to_bottom():
    assert drawn("one #h(1cm) more \\\n two") == [("one more", False), ("two", False)]
