"""A finding added to the text of a case file: nothing else changes, or it is refused.

A case file written as new text.
"""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import examples
from strategies import ROOT

from extradition import CaseFile, SourceError, source
from extradition.case_file import editing
from extradition.case_file.editing import _says, with_finding, written
from extradition.case_file.finding import Finding, Source

FOUND = Finding(answer="no", by="judge", status="found")
LONG = "{answer: no, by: judge, status: found}"
TEXT = """\
# the file
case: X   # eol
territory: RO

findings:   # on the person
  a:   yes   # eol a
  wide: {answer: no,
         by: judge}
  # tail of the findings

# the offences
offences:
- id: one
  findings: {x: "yes"}   # in one line
  # after one
- id: two
  note: |
    text
    # not a comment
"""
FILES = sorted([*ROOT.glob("examples/*/case.yaml"), *ROOT.glob("precedents/*.yaml")])


def added(text, name, offence=None, finding=FOUND, within=()):
    """The lines that are gone, and those that are new."""
    made = with_finding(
        text, "case.yaml", name, finding, within if offence is None else (*within, "offences", offence)
    )
    old, new = text.split("\n"), made.split("\n")
    return [line for line in old if line not in new], [line for line in new if line not in old]


@pytest.mark.parametrize(
    ("name", "offence", "gone", "new"),
    [
        ("new", None, [], [f"  new: {LONG}"]),
        (
            "new",
            0,
            ['  findings: {x: "yes"}   # in one line'],
            [f'  findings: {{x: "yes", new: {LONG}}} # in one line'],
        ),
        (
            "x",
            0,
            ['  findings: {x: "yes"}   # in one line'],
            [f'  findings: {{x: ["yes", {LONG}]}} # in one line'],
        ),
        ("new", 1, [], ["  findings:", f"    new: {LONG}"]),
    ],
)
def test_only_the_finding_is_new(name, offence, gone, new):
    assert added(TEXT, name, offence) == (gone, new)


def test_it_stands_before_the_comments_that_follow():
    lines = with_finding(TEXT, "case.yaml", "new", FOUND).split("\n")
    assert lines[lines.index(f"  new: {LONG}") + 1] == "  # tail of the findings"


def test_findings_on_the_person_go_before_the_offences():
    lines = with_finding(
        "case: X\n# the offences\noffences:\n  - id: one\n", "case.yaml", "new", FOUND
    ).split("\n")
    assert lines == [
        "case: X",
        "findings:",
        f"  new: {LONG}",
        "# the offences",
        "offences:",
        "  - id: one",
        "",
    ]


def test_a_second_finding_makes_a_list():
    assert added("findings:\n  a:\n    answer: yes\n    by: parties\n", "a") == (
        ["    answer: yes", "    by: parties"],
        ["    - answer: yes", "      by: parties", f"    - {LONG}"],
    )
    assert added("findings:\n  a:\n    - yes\n", "a") == ([], [f"    - {LONG}"])
    assert added("findings:\n  a: {answer: yes, by: parties}\n", "a") == (
        ["  a: {answer: yes, by: parties}"],
        [f"  a: [{{answer: yes, by: parties}}, {LONG}]"],
    )


@pytest.mark.parametrize(
    "indent",
    [
        "offences:\n- id: one\n  findings:\n    x: yes\n",
        "offences:\n    - id: one\n      findings:\n          x: yes\n",
    ],
)
def test_the_indentation_is_that_of_the_file(indent):
    gone, (new,) = added(indent, "new", 0)
    column = len(indent.split("\n")[-2]) - len(indent.split("\n")[-2].lstrip())
    assert (gone, new) == ([], " " * column + f"new: {LONG}")


def test_line_ends_and_a_byte_order_mark_stay():
    made = with_finding("\ufeff" + TEXT.replace("\n", "\r\n"), "case.yaml", "new", FOUND)
    assert made == "\ufeff" + with_finding(TEXT, "case.yaml", "new", FOUND).replace("\n", "\r\n")
    assert (
        with_finding("findings:\n  a: yes", "case.yaml", "new", FOUND)
        == f"findings:\n  a: yes\n  new: {LONG}\n"
    )


def test_scalars_are_text_and_keep_their_form():
    text = "findings:\n  <<: {b: yes}\n  a: 010\nnote: 2024-13-45\nsum: 1_000.50\ntime: 12:30:45\nempty:\n"
    assert with_finding(text, "case.yaml", "a", FOUND) == text.replace("a: 010", f"a: [010, {LONG}]")


@pytest.mark.parametrize(
    "text",
    [
        "findings:\n  a: {answer: yes,  # why\n      by: parties}\n",  # the comment would be lost
        "findings:\n  a: a\ttab\n",
        "findings: {a: yes}\nnote: !!int many\n",
        "findings: {a: yes}\nnote: !!bool perhaps\n",
    ],
)
def test_what_would_be_disturbed_is_refused(text):
    with pytest.raises(SourceError, match=r"case\.yaml:"):
        with_finding(text, "case.yaml", "a", FOUND)


def test_what_is_has_to_say_what_is_expected():
    assert _says("a: b", "x", {"a": "b"})
    assert not _says("a: b", "x", {"a": "c"})
    assert not _says("a: [", "x", {"a": "b"})


def test_words_that_yaml_would_read_otherwise_stay_words():
    finding = Finding(answer="14", by="judge", source=Source(document="no: # 007", at="2024"), reasons="'\"")
    content = source.parse("x", with_finding(TEXT, "x", "new", finding, ("offences", 1))).content
    assert content["offences"][1]["findings"]["new"] == finding.model_dump(exclude_none=True)


@pytest.mark.no_cover
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_case_file_of_the_repository_takes_one(path):
    text = path.read_text(encoding="utf-8")
    within = ("warrants", 0) if "\nwarrants:" in text else ()
    offence = 0 if within or "\noffences:" in text else None
    gone, new = added(text, "a_new_fact", offence, within=within)
    assert len(new) - len(gone) <= 2
    assert len(gone) <= 1


_words = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=40
).filter(str.strip)


@examples(60)
@given(_words, st.sampled_from([None, 0, 1]), st.sampled_from(["a", "new"]))
def test_any_words_come_back(document, offence, name):
    finding = FOUND.model_copy(update={"source": Source(document=document)})
    content = source.parse(
        "x", with_finding(TEXT, "x", name, finding, () if offence is None else ("offences", offence))
    ).content
    findings = (content if offence is None else content["offences"][offence])["findings"]
    said = findings[name][-1] if isinstance(findings[name], list) else findings[name]
    assert Finding.model_validate(said) == finding


IN_JSON = """\
{
  "case": "X: \\"one\\" [two], {three} # four",
  "findings": {
    "a": "yes",
    "b": {
      "answer": "yes"
    },
    "c": []
  },
  "part": 1, "is": true,
  "offences": [
    {"id": "one", "findings": {}},
    {
      "id": "two"
    }
  ]
}
"""
LONG_IN_JSON = '{"answer": "no", "by": "judge", "status": "found"}'


@pytest.mark.parametrize(
    ("name", "offence", "gone", "new"),
    [
        ("new", None, ['    "c": []'], ['    "c": [],', f'    "new": {LONG_IN_JSON}']),
        ("a", None, ['    "a": "yes",'], [f'    "a": ["yes", {LONG_IN_JSON}],']),
        ("b", None, ['    "b": {', "    },"], ['    "b": [{', f"    }}, {LONG_IN_JSON}],"]),
        ("c", None, ['    "c": []'], [f'    "c": [{LONG_IN_JSON}]']),
        (
            "new",
            0,
            ['    {"id": "one", "findings": {}},'],
            [f'    {{"id": "one", "findings": {{"new": {LONG_IN_JSON}}}}},'],
        ),
        (
            "new",
            1,
            ['      "id": "two"'],
            ['      "id": "two",', f'      "findings": {{"new": {LONG_IN_JSON}}}'],
        ),
    ],
)
def test_json_stays_json_line_by_line(name, offence, gone, new):
    assert added(IN_JSON, name, offence) == (gone, new)
    place = () if offence is None else ("offences", offence)
    json.loads(with_finding(IN_JSON, "case.json", name, FOUND, place))


def test_findings_on_the_person_go_before_the_offences_in_json_too():
    text = IN_JSON.replace('"findings": {\n    "a"', '"others": {\n    "a"')
    assert added(text, "new") == ([], [f'  "findings": {{"new": {LONG_IN_JSON}}},'])
    assert with_finding('{"case": "X", "offences": []}', "case.json", "new", FOUND) == (
        f'{{"case": "X", "findings": {{"new": {LONG_IN_JSON}}}, "offences": []}}'
    )


def test_json_keeps_its_line_ends_and_its_byte_order_mark():
    made = with_finding("\ufeff" + IN_JSON.replace("\n", "\r\n"), "case.json", "new", FOUND)
    assert made == "\ufeff" + with_finding(IN_JSON, "case.json", "new", FOUND).replace("\n", "\r\n")


@examples(60)
@given(_words, st.sampled_from([None, 2, "\t"]), st.booleans(), st.lists(st.sampled_from("abc"), max_size=4))
def test_any_words_come_back_from_json(document, indent, is_ascii, names):
    content = {"case": document, "findings": {"a": "yes"}, "offences": [{"id": document}]}
    text = json.dumps(content, indent=indent, ensure_ascii=is_ascii and document.isascii())
    finding = FOUND.model_copy(update={"source": Source(document=document)})
    for name in names:
        text = with_finding(text, "x", name, finding, ("offences", 0))
    said = finding.model_dump(exclude_none=True)
    found = {name: [said] * names.count(name) for name in names}
    lists = {name: each if len(each) > 1 else each[0] for name, each in found.items()}
    content["offences"][0] |= {"findings": lists} if names else {}
    assert json.loads(text) == content


def test_a_case_file_is_read_from_its_text_as_from_its_path():
    path = FILES[0]
    assert CaseFile.parse(path, path.read_text(encoding="utf-8")) == CaseFile.load(path)


def test_a_case_file_written_as_new_text_reads_as_one_written_by_hand():
    text = """\
case: "A: case, # with [marks]"
part: 1
territory: RO
dates: {arrest: 2025-01-01, arrest_hour: "23:30", hearing: 2025-03-01}
notes:
  - One note
  - >-
    A note: of many words, "quoted" and 'quoted', [with] {marks} and # signs, long enough to be folded into more than a single
    line of the file
  - |-
    Two
    lines
findings:
  identity_evidence: admitted
  consent:
    - {answer: not_given, by: requested person}
    - given
offences:
  - id: one
    case_type: conviction
    warrant:
      box_b: {decisions: 1}
      box_d:
        ticked: ["2", "3.4"]
        text_says: []
    findings:
      attendance:
        answer: at_no_hearing
        by: judge
        source: {document: "Warrant, as translated", at: box (d) 2}
        reasons: A sentence that is too long to stand in one line with all that goes before it
"""
    case = CaseFile.parse("case.yaml", text)
    assert written(case) == text.replace("        text_says: []\n", "")
    assert CaseFile.parse("case.yaml", written(case)).digest == case.digest


def test_a_case_made_in_python_with_what_no_file_can_have_is_not_written():
    case = CaseFile.load(ROOT / "examples/merticariu/case.yaml").model_copy(update={"case": "A \u202e case"})
    with pytest.raises(SourceError, match=r"has the unseen character U\+202E"):
        written(case)


@given(
    st.lists(
        st.text(st.sampled_from("ab :#,'\"-[]{}&*!|>%@`\\~?\n\u00e4\u00a0"), max_size=300).filter(str.strip),
        min_size=1,
        max_size=4,
    )
)
@examples(100)
def test_any_text_comes_back_from_a_case_file_written_as_new_text(texts):
    case = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
    finding = Finding(answer="yes", reasons=texts[0], source=Source(document=texts[-1]))
    case = CaseFile.model_validate(
        {**case.model_dump(exclude={"decided"}), "notes": texts, "findings": {"consent": (finding,)}}
    )
    assert CaseFile.parse("case.yaml", written(case)).digest == case.digest


@pytest.mark.parametrize("text", ["x" * 100 + "  " + "y" * 30, "He said nothing.  " * 12, "a  b " * 60])
def test_a_text_with_two_spaces_keeps_both_wherever_it_stands(text):
    case = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
    finding = case.offences[0].findings["retrial_right"][0].model_copy(update={"reasons": text.strip()})
    offence = case.offences[0].model_copy(
        update={"title": text.strip(), "findings": {"retrial_right": (finding,)}}
    )
    stated = case.model_copy(
        update={"citation": text.strip(), "notes": (text.strip(),), "offences": (offence,)}
    )
    assert CaseFile.parse("case.yaml", written(stated)).digest == stated.digest


def test_what_cannot_be_written_so_that_it_says_the_same_is_refused(monkeypatch):
    case = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
    tidy = editing._tidy
    monkeypatch.setattr(
        editing,
        "_tidy",
        lambda content, depth: tidy({**content, "case": "Another"} if depth == 0 else content, depth),
    )
    with pytest.raises(SourceError, match="cannot be written as a text that gives the same case file"):
        written(case)
