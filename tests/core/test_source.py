"""Bad files: each in tests/bad/case/x.yaml, next to the exact lines that it must produce."""

import json
import os
import re
from collections import Counter
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import BOOK

from extradition import CaseFile, SourceError, determine
from extradition.hearing.examination import read_case
from extradition.hearing.territory_names import plain_name
from extradition.source import (
    MOST_BYTES,
    MOST_DEPTH,
    Document,
    Fault,
    Problem,
    canonical,
    json_text,
    parse,
    parse_json,
    read,
    read_all,
    read_json,
    validated,
)

_ONE = {"id": "o", "case_type": "conviction"}
BAD = Path(__file__).parents[1] / "bad/case"


@pytest.mark.parametrize("path", sorted(BAD.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_bad_case_file_says_what_is_wrong_and_where(path, monkeypatch):
    monkeypatch.chdir(BAD)
    with pytest.raises(SourceError) as error:
        determine(read_case(read_all(Path(path.name)), BOOK), BOOK)
    assert f"{error.value}\n" == path.with_suffix(".expected").read_text(encoding="utf-8")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(SourceError, match=r"x.yaml:1:1: cannot be read: no such file or directory$"):
        read(tmp_path / "x.yaml")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_end_of_a_line_counts_for_the_place_of_a_fault(end):
    for text, message in (
        (f"# a{end}b: c{end}d", ":3:1: is not YAML: could not find expected ':'; a key needs a colon"),
        (f"a: b{end}c: \x01", ":2:1: is not YAML: has the unseen character U+0001"),
    ):
        with pytest.raises(SourceError, match=re.escape(message)):
            parse("x.yaml", text)


@pytest.mark.parametrize("end", ["?", "? b", "?\n"])
def test_a_key_without_a_value_ends_a_text_with_a_comment(end, tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text(f"a: c # d\n{end}")
    made = read_all(path)
    assert made.content == {"a": "c", end[2:].strip(): ""}
    assert made.cut == {("a",): "# d"}


def test_a_folder_in_place_of_a_file(tmp_path):
    with pytest.raises(SourceError, match=r":1:1: is not a file$"):
        read(tmp_path)


def test_a_device_in_place_of_a_file():
    with pytest.raises(SourceError, match=r"/dev/zero:1:1: is not a file$"):
        read(Path("/dev/zero"))


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    path = tmp_path / "x.yaml"
    path.write_text("a: b")
    path.chmod(0)
    if os.geteuid() == 0:  # root may read anything: let the system refuse all the same

        def refuse(*_args, **_more):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SourceError, match=r"x.yaml:1:1: cannot be read: permission denied$"):
        read(path)


def test_a_huge_file_is_refused_without_being_read_whole(tmp_path):
    path = tmp_path / "x.yaml"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(SourceError, match=f"x.yaml:1:1: is larger than {MOST_BYTES:,} bytes"):
        read(path)


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbfcase: X\n")
    assert read(path).content == {"case": "X"}


def test_scalars_stay_words():
    document = read(Path(__file__).parents[2] / "examples/merticariu/case.yaml")
    assert document.content["offences"][0]["findings"]["convicted_in_presence"]["answer"] == "no"
    assert document.content["dates"]["hearing"] == "2024-03-06"
    words = ["<<", "=", "~", "1_000", "0x1F", ".inf", "null", "off"]
    assert parse("list.yaml", "".join(f"- {word}\n" for word in words)).content == words


def test_a_case_made_in_python_has_places_without_a_file():
    case = CaseFile.model_validate(
        {
            "case": "X",
            "part": "1",
            "territory": "XY",
            "dates": {},
            "offences": [{"id": "o", "case_type": "conviction"}],
        }
    )
    with pytest.raises(SourceError) as error:
        determine(case, BOOK)
    assert str(error.value).startswith("territory: 'XY' is not in territories.yaml")
    assert error.value.problems[0].position is None


_NOT_KNOWN = ": it says that the territory is not known; write its code: no hearing is possible without it"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Deutschland", "; Deutschland is DE (Germany) here: write DE"),
        ("Ceska", "; did you mean CZ (Česko)?"),
        ("Cesko", "; Cesko is CZ (Czechia) here: write CZ"),
        ("ROU", "; ROU is RO (Romania) here: write RO"),
        ("Roumania", "; did you mean RO (Romania)?"),
        ("RUO", ""),
        *((other, "") for other in ("Congo", "China", "Niger", "Iran", "Atlantis")),
        *((nothing, _NOT_KNOWN) for nothing in ("null", "TBC", "unknown", "~")),
    ],
)
def test_an_unknown_territory_is_never_taken_for_another_country(written, hint):
    case = CaseFile.model_validate({"case": "X", "territory": written, "dates": {}, "offences": [_ONE]})
    with pytest.raises(SourceError) as error:
        determine(case, BOOK)
    assert [each.message for each in error.value.problems if each.where == "territory"] == [
        f"{written!r} is not in territories.yaml{hint}"
    ]


def test_a_territory_that_is_not_known_can_be_left_out_where_the_matter_needs_none():
    case = CaseFile.model_validate(
        {"case": "X", "part": "issue-of-warrant", "territory": "TBC", "dates": {}, "offences": [_ONE]}
    )
    with pytest.raises(SourceError, match="it says that the territory is not known; leave the key out"):
        determine(case, BOOK)


def test_no_two_territories_share_a_name():
    names = Counter(
        name
        for code, each in BOOK.territories.items()
        for name in {plain_name(name) for name in (code, each.name, *each.also)}
    )
    assert {name: count for name, count in names.items() if count > 1} == {}


def test_a_problem_without_a_place():
    assert str(Problem(None, "", "is wrong")) == "is wrong"
    assert Document("x.yaml").problem(Fault((), "is wrong")).where == ""


def test_the_canonical_form_does_not_depend_on_order():
    assert (
        canonical({"b": [1, "é"], "a": "x"})
        == canonical({"a": "x", "b": [1, "é"]})
        == '{"a":"x","b":[1,"é"]}'.encode()
    )


def test_json_keeps_its_kinds_of_value():
    assert parse_json('\ufeff{"a": [1, -2.5, true, null, "né]["]}'.encode()).content == {
        "a": [1, -2.5, True, None, "né]["]
    }


@pytest.mark.parametrize(
    ("raw", "stated"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b'{"a": "\xff"}', "is not UTF-8 text: byte 0xff at 7"),
        (b'{"a": }', "is not JSON: expecting value, at line 1, column 7"),
        (b'{"a": "b', "is not JSON: unterminated string starting, at line 1, column 7"),
        (b'{"a": NaN}', "a: is not JSON: NaN is not a number"),
        (b'[1, {"b": -Infinity}]', "[1].b: is not JSON: -Infinity is not a number"),
        (b"[" * (MOST_DEPTH + 1), f"is nested deeper than {MOST_DEPTH} levels"),
        (b'{"a": {"b": 1, "b": 2}}', "a.b: is given twice"),
        (b'{"a": ["x\\u0000"]}', "a[0]: has the unseen character U+0000 (control character); delete it"),
        (
            '{"a": "\u202e"}'.encode(),
            "a: has the unseen character U+202E (right-to-left override); delete it",
        ),
        (b'{"a": "\\ud83d"}', "a: has half a character, U+D83D"),
        (
            b'{"a": {"b\\n": 1}}',
            "a: has a key that has the unseen character U+000A (control character); delete it",
        ),
        (b'{"a": 1234567890123456}', "a: is a number of more than 15 digits"),
        (b'{"a": %s}' % (b"9" * 10_000), "a: is a number of more than 15 digits"),
    ],
)
def test_json_that_is_refused_says_why_and_where(raw, stated):
    with pytest.raises(SourceError) as error:
        parse_json(raw)
    assert str(error.value) == stated


def test_json_at_its_limits_is_read():
    assert parse_json(b"[" * MOST_DEPTH + b"]" * MOST_DEPTH).content != []
    assert parse_json(b'{"a": 123456789012345}').content == {"a": 123_456_789_012_345}


_TEXTS = st.text(st.sampled_from('ab "\\\n\t\x07\x85é\u202e\ufeff\ud83d\U0001f600[{]}'), max_size=4)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 10**16) | st.floats(allow_nan=True) | _TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3),
    max_leaves=8,
)


def _read_by(reader, text):
    try:
        document = reader(text)
    except SourceError as error:
        return str(error)
    places = document.positions if document.locate is None else document.locate()
    return document.content, repr(document.content), places


@given(_VALUES, st.booleans(), st.sampled_from(["", '{"a": 1, "a": 1}', "[", "1e999", "Infinity"]))
def test_json_that_is_read_at_once_is_read_as_piece_by_piece(value, is_ascii, beyond):
    text = json.dumps(value, ensure_ascii=is_ascii)
    raw = (f"[{text}, {beyond}]" if beyond else text).encode("utf-8", "surrogatepass")
    slowly = json_text._read_piece_by_piece
    with mock.patch.object(json_text, "_read_at_once", slowly):
        expected = _read_by(parse_json, raw)
    assert _read_by(parse_json, raw) == expected


_COMMENTED = "; JSON has no comments: leave it out, or name the file .yaml"


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ('{"case": "X"} # new', f"1:15: is not JSON: extra data{_COMMENTED}"),
        ('{"case": "X" // new\n}', f"1:14: is not JSON: expecting ',' delimiter{_COMMENTED}"),
        (
            '{\n /* new */ "case": "X"}',
            f"2:2: is not JSON: expecting property name enclosed in double quotes{_COMMENTED}",
        ),
        ('{"notes": ["a",\n ]}', "2:2: is not JSON: expecting value; leave out the comma before it"),
        ("case: X", "1:1: is not JSON: expecting value; if it is YAML, name the file .yaml"),
        ('{"case": X}', "1:10: is not JSON: expecting value"),
        ('{"case": "a\tb"}', "1:12: is not JSON: invalid control character"),
        ('{"case": "NaN",\n "part": NaN}', "2:10: is not JSON: NaN is not a number"),
        ('{"case": "\\\\ud83d \\ud83d"}', "1:19: has half a character, U+D83D"),
    ],
)
def test_a_file_that_is_named_json_is_json(tmp_path, text, stated):
    path = tmp_path / "case.JSON"
    path.write_text(f"\ufeff{text}", encoding="utf-8")
    for read_text in (lambda: CaseFile.load(path), lambda: parse(str(path), text)):
        with pytest.raises(SourceError) as error:
            read_text()
        assert str(error.value) == f"{path}:{stated}"


def test_a_file_that_is_named_json_can_have_all_that_json_has():
    written = json.dumps({"case": "\U0001f600 \\ \\ud83d\\ude00 é", "notes": ["NaN # // , ]"], "n": 12})
    document = parse("case.json", written.replace("[", "[\t"))
    assert document.content == {**json.loads(written), "n": "12"}
    assert document.positions["n",].line == 1


def test_a_request_without_anything_to_refuse_is_read_at_once():
    with mock.patch.object(json_text, "_read_piece_by_piece", side_effect=AssertionError):
        assert parse_json('{"a": ["né \\"quoted\\" \\\\", 1, 2.5]}'.encode()).content["a"][1:] == [1, 2.5]


@pytest.mark.parametrize("mark", ["\u061c", "\u200e", "\u202e", "\u2066"])
def test_a_mark_of_direction_is_refused(mark):
    with pytest.raises(SourceError, match=f"has the unseen character U\\+{ord(mark):04X}"):
        CaseFile.parse("case.yaml", f"case: A {mark}case")


@pytest.mark.parametrize(
    "text",
    [f"a{each}b" for each in "\u00ad\u200b\u200c\u200d\u2028\u2029\u2060\ue000\U000e0041\U000f0000"]
    + ["ภาษา\u200b", "\u200bไทย"],
)
def test_a_character_that_no_reader_sees_is_refused(text):
    escaped, plain = json.dumps({"case": text}), json.dumps({"case": text}, ensure_ascii=False)
    for read_text in (
        lambda: parse("", plain if max(text) > "\uffff" else escaped),
        lambda: parse_json(escaped.encode()),
        lambda: parse_json(plain.encode()),
    ):
        with pytest.raises(SourceError, match=r"case: has the unseen character U\+"):
            read_text()


@pytest.mark.parametrize(
    "text", ["ภาษา\u200bไทย", "\u0645\u06cc\u200c\u062e\u0648", "क्\u200dष", "❤\ufe0f", "Iași"]
)
def test_a_script_keeps_the_marks_that_it_needs(text):
    assert parse("case.yaml", f"case: {text}").content == {"case": text}
    assert parse_json(json.dumps({"case": text}).encode()).content == {"case": text}


def test_brackets_within_a_text_are_not_nesting():
    deep = "[" * 200 + '"' + "{" * 200
    assert parse_json(json.dumps([deep]).encode()).content == [deep]


def test_all_that_is_wrong_in_json_is_reported_at_once():
    with pytest.raises(SourceError) as error:
        parse_json(b'{"b": "\\u0001", "a": [{"c": 1, "c": 1}, 11111111111111111]}')
    assert str(error.value) == (
        "a[0].c: is given twice\na[1]: is a number of more than 15 digits\nb: has the unseen character "
        "U+0001 (control character); delete it"
    )


def test_a_part_of_a_document_says_where_its_faults_are_in_the_whole():
    document = parse_json(b'{"case_files": [{"case": "X", "territory": "RO", "dates": {"arrest": 5}}]}')
    part = document.part("case_files", 0)
    assert part.content["case"] == "X"
    assert str(part.problem(Fault(("dates", "arrest"), "is wrong"))) == "case_files[0].dates.arrest: is wrong"
    assert str(part.problem(Fault(("offences",), "is required"))) == "case_files[0].offences: is required"


def test_a_number_is_no_date_and_no_hour():
    shape = {
        "case": "X",
        "territory": "RO",
        "dates": {"arrest": 86400, "arrest_hour": 3600},
        "offences": [{"id": "o", "case_type": "conviction"}],
    }
    with pytest.raises(
        ValueError, match=r"(?s)must be a date such as 2024-03-06.*must be a time such as 23:00"
    ):
        CaseFile.model_validate(shape)


def test_only_so_many_unknown_names_get_a_hint():
    findings = {f"convicted_in_presenc{i}": "yes" for i in range(150)}
    shape = {
        "case": "X",
        "part": 1,
        "territory": "RO",
        "dates": {"hearing": "2024-03-06"},
        "findings": findings,
    }
    with pytest.raises(SourceError) as error:
        determine(
            CaseFile.model_validate({**shape, "offences": [{"id": "o", "case_type": "conviction"}]}), BOOK
        )
    stated = [problem.message for problem in error.value.problems]
    assert (len(stated), sum("did you mean" in message for message in stated)) == (150, 100)


def test_text_that_came_by_another_way_than_a_file_is_no_deeper():
    with pytest.raises(SourceError, match=r"^case.yaml:1:1: is nested deeper than 50 levels$"):
        CaseFile.parse("case.yaml", "[" * 100_000)


@pytest.mark.parametrize("path", sorted(BAD.glob("*.expected")), ids=lambda path: path.stem)
def test_no_message_has_a_regular_expression_or_the_words_of_a_program(path):
    text = path.read_text(encoding="utf-8")
    assert not any(
        word in text for word in ("pattern", "String should", "Input should", "^[", "[a-z", "parse")
    )


def test_an_answer_that_is_null_in_json_is_refused_with_what_to_do():
    shape = {
        "case": "X",
        "territory": "RO",
        "dates": {"hearing": "2024-03-06"},
        "offences": [{"id": "o", "case_type": "conviction"}],
    }
    document = Document("", {**shape, "findings": {"consented": {"answer": None}}})
    with pytest.raises(
        SourceError,
        match=(
            r"findings.consented.0..answer: is null, which says nothing; leave the key out, or write the "
            r"value"
        ),
    ):
        read_case(document, BOOK)


def test_a_case_file_without_a_fault_is_read():
    path = Path(__file__).parents[2] / "examples/merticariu/case.yaml"
    assert read_case(read_all(path), BOOK) == CaseFile.load(path)


@pytest.mark.parametrize(("given", "meant"), [("y", "yes"), ("False", "no"), ("No ", "no")])
def test_what_other_programs_write_for_yes_and_no_is_named(given, meant):
    shape = {
        "case": "X",
        "part": "1",
        "territory": "RO",
        "dates": {"hearing": "2024-03-06"},
        "findings": {"consented": given},
    }
    with pytest.raises(SourceError, match=f"is not one of its answers: yes, no.*; did you mean {meant}\\?"):
        determine(
            CaseFile.model_validate({**shape, "offences": [{"id": "o", "case_type": "conviction"}]}), BOOK
        )


def test_the_nearest_key_is_named_for_the_first_hundred_unknown_keys_alone():
    case = {"case": "X", "dates": {}, **{f"teritory_{number}": "RO" for number in range(150)}}
    _, problems = validated(CaseFile, Document("", case))
    words = [problem.message for problem in problems if problem.where.startswith("teritory")]
    assert [each.endswith("; did you mean territory?") for each in words].count(True) == 100
    assert len(words) == 150


def test_a_file_that_is_no_json_is_refused_with_the_place_of_its_fault(tmp_path):
    path = tmp_path / "a.json"
    path.write_text('{"name": "X",\n "born": 1990,}', encoding="utf-8")
    with pytest.raises(SourceError) as raised:
        read_json(path, 1_000)
    assert str(raised.value).startswith(f"{path}:2:15: is not JSON: ")
    assert str(raised.value).endswith("leave out the comma before it")
    path.write_text(r'{"name": "X\u007f"}', encoding="utf-8")
    with pytest.raises(SourceError, match=r"a\.json:1:1: name: has the unseen character U\+007F"):
        read_json(path, 1_000)


@pytest.mark.parametrize(("letters", "column"), [(10, 2), (2_000, 1)])
def test_a_fault_in_json_that_yaml_cannot_read_stands_at_the_beginning(tmp_path, letters, column):
    """A key of YAML has 1,024 letters at most."""
    (tmp_path / "a.json").write_text(json.dumps({"k" * letters: 1}), encoding="utf-8")
    read = read_json(tmp_path / "a.json", 10_000)
    assert read.problem(Fault(("k" * letters,), "is wrong")).position.column == column


@pytest.mark.parametrize(("value", "bare"), [(True, "yes"), (False, "no")])
def test_a_word_that_another_reader_of_yaml_made_a_boolean_is_named(value, bare):
    findings = {"consent": [{"answer": value}]}
    content = {"case": "x", "part": "1", "dates": {}, "findings": findings}
    content["offences"] = [{"id": "a", "case_type": value}]
    _, problems = CaseFile.examined(Document("x", content))
    made_of = f'some readers of YAML make that of a bare {bare}: write "{bare}"'
    said = f"must be text, not {str(value).lower()}; {made_of}"
    assert [(each.where, each.message) for each in problems] == [
        ("findings.consent[0].answer", said),
        ("offences[0].case_type", said),
    ]
