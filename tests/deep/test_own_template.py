"""A Word template of the user runs no code, reads and writes no file, and costs seconds at most."""

import io
import pickle
import zipfile

import docx
import pytest
from strategies import BOOK, ROOT
from test_paper import document as page_on_paper
from test_paper import words_of_word

from extradition import CaseFile, SourceError, determine, render
from extradition.limited_process import Limits, run_apart
from extradition.report import own_template
from extradition.report.environment import filled
from extradition.report.page_reading import paper_document_of
from extradition.report.word import docx_of, pictures_of
from extradition.report.wording import Vocabulary

STANDARD = ROOT / "templates/report.docx"
EACH_DRAWING = "{% for line in lines if line.kind == 'drawing' %}{{ line.words. }}{% endfor %}"
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.fixture(scope="module")
def report():
    return determine(CaseFile.load(ROOT / "examples/half_complete/case.yaml"), BOOK)


@pytest.fixture(scope="module")
def document(report):
    page = filled(
        "determination.html.j2",
        report=report,
        v=Vocabulary(report.terms, report.matter.parties),
        drawn=True,
        folds=False,
        depth="full",
    )
    return paper_document_of(page)


def with_line(folder, line):
    """A copy of the template of this package with one more line."""
    own = docx.Document(STANDARD)
    own.add_paragraph(line)
    path = folder / "own.docx"
    own.save(path)
    return path


def with_part(folder, name, content):
    """A copy of the template of this package with another content of one part."""
    path = folder / "own.docx"
    with zipfile.ZipFile(STANDARD) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, content(old.read(part)) if part == name else old.read(part))
    return path


@pytest.fixture(scope="module")
def pictures(document):
    return pictures_of(document)


@pytest.fixture
def filled_in(document, pictures):
    """What the process writes for a template, made in this process, which is quicker."""

    def fill(raw):
        made = io.BytesIO()
        own_template.fill_in(io.BytesIO(pickle.dumps((raw, document, pictures))), made)
        return made.getvalue()

    return fill


def refusal(report, path):
    with pytest.raises(SourceError) as refused:
        render(report, "docx", path, depth="full")
    (problem,) = refused.value.problems
    return problem.message


@pytest.mark.parametrize(
    "way",
    [
        "template.save('FOLDER/written.docx')",
        "template.docx.save('FOLDER/written.docx')",
        "template.new_subdoc('FOLDER/secret.docx')",
        "template.docx.part.package",
        "template.build_url_id('https://x.example')",
        "picture",
        "drawing",
        "xml",
        "__html__()",
        "__class__",
        "__init__.__globals__",
    ],
)
def test_a_template_reaches_nothing_behind_the_words_of_the_report(way, filled_in, tmp_path):
    line = EACH_DRAWING.replace("words.", f"words.{way.replace('FOLDER', str(tmp_path))}")
    made = filled_in(with_line(tmp_path, line).read_bytes())
    assert made.startswith(b"-access to attribute")
    assert made.endswith(b"unsafe.")
    assert [path.name for path in tmp_path.iterdir()] == ["own.docx"]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("{{ lines|length > 10 }}", "True"),
        ("{% for line in lines[:2] %}{{ loop.index }}{{ line.kind.upper() }} {% endfor %}", "1TITLE 2"),
        ("{{ '{0.kind}'.format(lines[0]) }}", "title"),
        ("{{ lines[0]['kind'] }}", "title"),
    ],
)
def test_a_template_sees_the_fields_of_the_lines(line, shown, filled_in, tmp_path):
    made = filled_in(with_line(tmp_path, line).read_bytes())
    assert shown in " ".join(words_of_word(made[1:])[-4:])


@pytest.mark.parametrize(
    "line",
    [
        "{{ '{0.words.template}'.format(lines|selectattr('kind', 'eq', 'drawing')|first) }}",
        "{{ (lines|selectattr('kind', 'eq', 'drawing')|first)|attr('words')|attr('template') }}",
        "{{ lines|selectattr('kind', 'eq', 'drawing')|map(attribute='words.template')|join }}",
    ],
)
def test_no_filter_leads_round_the_limits_of_a_template(line, filled_in, tmp_path):
    assert filled_in(with_line(tmp_path, line).read_bytes()).startswith(b"-access to attribute")


@pytest.mark.parametrize(
    "line",
    [
        "{{ ('x' * 9000000000)|length }}",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    ],
)
def test_a_template_that_costs_too_much_is_refused(line, report, tmp_path, monkeypatch):
    monkeypatch.setattr(own_template, "_MOST_SECONDS", 2)
    message = "cannot be used as a Word template: it takes more than 2 seconds or 1 GB of memory to fill in"
    assert refusal(report, with_line(tmp_path, line)) == message


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/header1.xml", "word/styles.xml", "[Content_Types].xml"]
)
def test_a_template_with_entities_is_refused_before_it_is_parsed(code, part, report, tmp_path):
    def declared(raw):
        head, _, rest = raw.decode().partition("?>")
        return f"{head}?>{ENTITIES}]>{rest}".encode(code)

    path = with_part(tmp_path, part, declared)
    assert refusal(report, path) == "declares its own XML entities, which no Word file needs"


def test_a_template_that_unpacks_to_too_much_is_refused(report, tmp_path):
    path = with_part(tmp_path, "word/document.xml", lambda raw: raw + b" " * 60_000_000)
    assert path.stat().st_size < 200_000
    assert refusal(report, path).startswith("unpacks to too much")


def test_the_process_fills_in_a_template_as_this_one_would(document, report, tmp_path):
    made = io.BytesIO()
    sent = pickle.dumps((STANDARD.read_bytes(), document, pictures_of(document)))
    own_template.fill_in(io.BytesIO(sent), made)
    assert (
        made.getvalue() == b"+" + docx_of(document) == b"+" + render(report, "docx", STANDARD, depth="full")
    )


def test_the_process_says_why_it_cannot_fill_in_a_template(document):
    made = io.BytesIO()
    own_template.fill_in(io.BytesIO(pickle.dumps((b"PK", document, {}))), made)
    assert made.getvalue() == b"-File is not a zip file"


def test_a_lack_of_memory_ends_the_process(document, monkeypatch):
    def lacking(*_):
        raise MemoryError

    monkeypatch.setattr(own_template, "word_file_in", lacking)
    with pytest.raises(MemoryError):
        own_template.fill_in(io.BytesIO(pickle.dumps((b"", document, {}))), io.BytesIO())


def test_a_process_that_fails_otherwise_is_an_error_of_ours(report, monkeypatch):
    monkeypatch.setattr(own_template, "_CHILD", "raise LookupError('here')")
    with pytest.raises(RuntimeError, match="LookupError: here"):
        render(report, "docx", STANDARD)


def test_a_limited_process_writes_no_file(tmp_path):
    path = tmp_path / "written"
    done = run_apart(f"import pathlib; pathlib.Path({str(path)!r}).write_text('x')", b"", Limits(seconds=5))
    assert b"File too large" in done.stderr
    assert path.read_text() == ""


def test_the_process_refuses_a_template_without_a_style_and_one_that_leaves_something_out(
    filled_in, tmp_path
):
    own = docx.Document(STANDARD)
    own.styles["Code"].delete()
    own.save(tmp_path / "own.docx")
    assert filled_in((tmp_path / "own.docx").read_bytes()) == b"-it has no style Code"
    own = docx.Document(STANDARD)
    for paragraph in own.paragraphs[1:]:
        if paragraph.style.name == "List Bullet" and "words" in paragraph.text:
            paragraph.clear()
    own.save(tmp_path / "own.docx")
    left_out = b"-it leaves out every paragraph of this kind: bullet_1"
    assert filled_in((tmp_path / "own.docx").read_bytes()).startswith(left_out)


def test_a_table_of_the_template_itself_stays_as_it_is(filled_in, tmp_path):
    own = docx.Document(STANDARD)
    letterhead = own.add_table(1, 2)
    letterhead.cell(0, 0).text = "A letterhead"
    own.element.body.insert(0, letterhead._tbl)
    own.save(tmp_path / "own.docx")
    made = docx.Document(io.BytesIO(filled_in((tmp_path / "own.docx").read_bytes())[1:]))
    assert made.tables[0].cell(0, 0).text == "A letterhead"
    assert made.tables[0].autofit


def test_a_report_with_a_drawing_in_one_piece_is_filled_in_likewise():
    charted = page_on_paper(ROOT / "tests/golden/decided-compared.html")
    assert own_template.docx_from(STANDARD, charted) == docx_of(charted)
