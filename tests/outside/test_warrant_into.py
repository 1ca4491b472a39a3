"""The boxes of a warrant's own file, written into an offence of a case file that exists."""

import pytest
from strategies import BOOK
from warrant_forms import word_of
from warrant_text import FIRST, warrant

from extradition import CaseFile, SourceError, cli
from extradition.casework.warrant_file.box_reading import reading_of
from extradition.casework.warrant_file.insertion import with_warrant
from extradition.casework.warrant_file.text_lines import TextLine
from extradition.source import parse

CASE = """\
case: A start  # kept
part: 1
territory: RO
dates: {arrest: 2021-09-25, hearing: 2022-03-06}
offences:
  - id: burglary  # the only one
    case_type: conviction
    # and this
    findings: {}
"""
READING = reading_of([TextLine(each, 2) for each in FIRST], "first.pdf", BOOK.warrant_form.printed, "1")
ADDED = """\
    warrant:
      box_c:
        sentence_months: "2 years and 6 months"  # page 2, box (c) 2
      box_d:
        ticked: ["2", "3.1a"]  # page 2, box (d) 2; page 2, box (d) 3.1a
        text: "He signed for the summons in Arad."  # page 2, box (d) 4
        summoned_on: "2020-02-14"  # page 2, box (d) 3.1a
"""
OFFENCES = "offences:\n  - {id: a, case_type: conviction}\n  - case_type: conviction\n    id: b\n"
SEVERAL = (
    "warrants:\n  - id: w\n    offences:\n      - id: a\n  - id: v\n    offences: [{id: 'b'}, 1]\n  - 3\n"
)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_the_boxes_follow_the_id_and_every_other_line_stays(ending):
    text = CASE.replace("\n", ending)
    lines = text.splitlines(keepends=True)
    made = with_warrant(text, "case.yaml", READING)
    assert made == "".join([*lines[:6], ADDED.replace("\n", ending), *lines[6:]])
    assert CaseFile.parse("case.yaml", made).offences[0].warrant == READING.warrant


def test_an_offence_is_named_where_there_are_several():
    made = with_warrant(OFFENCES, "case.yaml", READING, "b")
    assert made == OFFENCES + ADDED
    made = with_warrant(SEVERAL, "case.yaml", READING, "a")
    assert "sentence_months" in parse("x", made).content["warrants"][0]["offences"][0]["warrant"]["box_c"]


NO_ROOM = "offences[0].id: has a layout in which no lines can follow it; add the warrant by hand"
REFUSED = [
    (OFFENCES, None, "case.yaml:1:1: offences: has the offences a, b: name one of them"),
    (OFFENCES, "c", "case.yaml:1:1: offences: has the offences a, b: 'c' is not one of them"),
    ("case: A", None, "case.yaml:1:1: offences: has the offences none: name one of them"),
    ("[1]", None, "case.yaml:1:1: offences: has the offences none: name one of them"),
    (
        OFFENCES,
        "a",
        f"case.yaml:2:6: {NO_ROOM}",
    ),
    (
        "offences:\n  - id: >-\n      a\n    case_type: conviction\n",
        None,
        f"case.yaml:2:5: {NO_ROOM}",
    ),
    (
        CASE + "    warrant: {}\n",
        None,
        "case.yaml:10:5: offences[0].warrant: is there already; remove it first, or compare the two by eye",
    ),
]


@pytest.mark.parametrize(("text", "offence", "message"), REFUSED)
def test_a_case_file_without_room_is_refused(text, offence, message):
    with pytest.raises(SourceError) as refusal:
        with_warrant(text, "case.yaml", READING, offence)
    assert str(refusal.value) == message


def test_a_warrant_without_an_entry_is_refused():
    nothing = reading_of(
        [TextLine(each, 1) for each in warrant(length="")], "w.pdf", BOOK.warrant_form.printed, "1"
    )
    with pytest.raises(SourceError, match=r"w\.pdf:1:1: has no entry in the boxes"):
        with_warrant(CASE, "case.yaml", nothing)


def run(capsys, *arguments):
    code = cli.main(["warrant", *map(str, arguments)])
    out = capsys.readouterr()
    return code, out.out, out.err


def test_the_command_writes_into_a_case_file(capsys, tmp_path):
    path, case = tmp_path / "w.docx", tmp_path / "case.yaml"
    path.write_bytes(word_of(FIRST))
    case.write_text(CASE, encoding="utf-8")
    code, out, err = run(capsys, path, "--into", case, "--offence", "burglary")
    assert (code, err) == (0, "")
    assert out.startswith("# Read from w.docx")
    assert CaseFile.load(case).offences[0].warrant.box_d.ticked == ("2", "3.1a")


def test_the_command_writes_nothing_if_the_case_file_would_have_a_fault(capsys, tmp_path):
    path, case = tmp_path / "w.docx", tmp_path / "case.yaml"
    path.write_bytes(word_of(FIRST))
    text = CASE.replace("conviction", "accusation")
    case.write_text(text, encoding="utf-8")
    code, out, err = run(capsys, path, "--into", case)
    assert (code, out) == (2, "")
    assert "offences[0].warrant.box_d: is filled in only in a case of conviction" in err
    assert case.read_text(encoding="utf-8") == text


def test_an_offence_needs_a_case_file(capsys):
    assert run(capsys, "w.docx", "--offence", "a") == (2, "", "extradition: --offence needs --into CASE\n")
