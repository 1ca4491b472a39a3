"""A recorded determination derived again: identical, or with a list of the differences; another rule book
is never passed over.
"""

import json
import re
import shutil

import pytest
from strategies import ROOT

from extradition import CaseFile, Record, RuleBook, SourceError, analyse, analysed, cli, determine, render
from extradition.casework.replay import _differences
from extradition.report.details import detailed

EXAMPLES = sorted(ROOT.glob("examples/*/case.yaml"))
CASE = ROOT / "examples/merticariu/case.yaml"
LAWS = (
    {},
    {"law": "before-merticariu"},
    {"as_at": "2024-03-05"},
    {"assuming": ["s20-5-as-amended-2026"]},
    {"engine": "plain"},
)


def written(path, book, case=None, *, hold=None, **law):
    """The JSON form of a determination in a file, as a casework system would keep it."""
    case = case or CaseFile.load(CASE)
    made = determine(case, book, **law)
    if hold is not None:
        made = analysed(made, analyse(case, book, hold_findings=hold, **law))
    path.write_text(render(made, "json"), encoding="utf-8")
    return path


@pytest.mark.no_cover
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.parent.name)
def test_every_example_is_identical_from_its_json_alone(example, book, tmp_path):
    case = CaseFile.load(example)
    stated = Record.load(written(tmp_path / "made.json", book, case, hold=False)).replayed(book)
    assert (stated.status, stated.differences, stated.case_file_hash) == ("identical", (), case.digest)


@pytest.mark.parametrize("law", LAWS, ids=str)
def test_the_law_the_reading_and_the_analysis_are_those_of_the_record(law, book, tmp_path):
    law = {**law, **({"as_at": CaseFile.load(CASE).dates.hearing.replace(day=5)} if "as_at" in law else {})}
    for hold in (None, False, True):
        record = Record.load(written(tmp_path / "made.json", book, hold=hold, **law))
        stated = record.replayed(book, CaseFile.load(CASE))
        assert (stated.status, stated.case_file_differences) == ("identical", ())
        assert stated.outcome == stated.outcome_now


def altered(path, change):
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content), encoding="utf-8")
    return Record.load(path)


def test_what_was_altered_in_the_record_is_reported_by_its_place(book, tmp_path):
    def change(content):
        content["offences"][0]["outcome"]["kind"] = "proceed"
        content["outcome"] = "proceed"
        content["offences"][0]["steps"].pop()
        content["offences"][0]["not_asked"].append({"provision": "EA 2003 s 1"})
        content["offences"][0]["steps"].reverse()
        content["exits"]["nowhere"] = "An exit"
        content["notes"] = ["One", 1]

    stated = altered(written(tmp_path / "made.json", book), change).replayed(book)
    assert (stated.status, stated.outcome, stated.outcome_now) == ("different", "proceed", "discharge")
    found = {each.place: (each.recorded, each.now) for each in stated.differences}
    assert found["offences[burglary].outcome.kind"] == ('"proceed"', '"discharge"')
    assert found["offences[burglary].not_asked[EA 2003 s 1]"] == ('{"provision": "EA 2003 s 1"}', None)
    assert found["exits.nowhere"] == ('"An exit"', None)
    assert found["notes[1]"][0] == "1"
    (missing,) = [
        each
        for each in stated.differences
        if each.place.startswith("offences[burglary].steps[") and each.recorded is None
    ]
    assert missing.now is not None
    assert missing.place.count(".") == 1


def test_the_decided_cases_on_an_open_question_are_no_part_of_the_derivation(book, tmp_path):
    def change(content):
        content["offences"][0]["precedents"] = [{"provision": "EA 2003 s 20(3)", "cases": []}]

    assert altered(written(tmp_path / "made.json", book), change).replayed(book).status == "identical"
    path = written(tmp_path / "older.json", book)
    assert (
        altered(path, lambda content: content["offences"][0].pop("precedents")).replayed(book).status
        == "identical"
    )


def test_the_callers_own_values_are_no_part_of_the_derivation(book, tmp_path):
    def of_the_service(content):
        content["metadata"] = {"desk": "7"}

    path = written(tmp_path / "made.json", book, hold=False)
    stated = altered(path, of_the_service).replayed(book)
    assert (stated.status, stated.differences) == ("identical", ())
    assert cli.main(["replay", str(path)]) == 0

    def of_the_case(content):
        content["case_file"]["metadata"] = {"desk": "7"}

    with pytest.raises(SourceError, match=r"case_file\.metadata: is not a key that belongs here"):
        altered(path, of_the_case)


def test_another_order_is_a_difference(book, tmp_path):
    stated = altered(
        written(tmp_path / "made.json", book), lambda content: content["offences"][0]["path"].reverse()
    ).replayed(book)
    assert [each.place for each in stated.differences] == ["offences[burglary].path: order"]
    assert stated.differences[0].recorded != stated.differences[0].now


def test_an_altered_case_file_shows_by_its_hash(book, tmp_path):
    def change(content):
        content["case_file"]["dates"]["hearing"] = "2024-03-05"

    stated = altered(written(tmp_path / "made.json", book), change).replayed(book)
    assert stated.status == "different"
    assert stated.case_file_hash != stated.case_file_hash_now
    assert "case_file_hash" in {each.place for each in stated.differences}


def test_a_case_file_that_says_something_else_is_reported_by_place(book, tmp_path):
    record = Record.load(written(tmp_path / "made.json", book))
    other = tmp_path / "case.yaml"
    other.write_text(
        CASE.read_text(encoding="utf-8")
        .replace("deliberately_absent:", "unheard_of:")
        .replace("\nnotes:", "\n# a remark\nnotes:"),
        encoding="utf-8",
    )
    with pytest.raises(
        SourceError, match=r"case.yaml:\d+:\d+: offences\[0\].findings.unheard_of: is not a fact"
    ):
        record.replayed(book, CaseFile.load(other))
    case = CaseFile.load(CASE).model_copy(update={"citation": None})
    stated = record.replayed(book, case)
    assert [(each.place, each.now) for each in stated.case_file_differences] == [("citation", None)]
    assert {each.place for each in stated.differences} == {"citation", "case_file.citation", "case_file_hash"}


def test_comments_and_layout_make_no_other_case_file(book, tmp_path):
    record = Record.load(written(tmp_path / "made.json", book))
    other = tmp_path / "case.yaml"
    other.write_text("# a remark\n" + CASE.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    assert record.replayed(book, CaseFile.load(other)).status == "identical"


@pytest.fixture
def later_book(tmp_path):
    """The rule book with one word of one summary changed."""
    folder = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", folder)
    laws = folder / "laws.yaml"
    laws.write_text(
        laws.read_text(encoding="utf-8").replace("The law on the day before", "The law of the day before"),
        encoding="utf-8",
    )
    return folder


def test_a_determination_from_another_rule_book_is_recognised_and_not_derived(
    book, later_book, tmp_path, capsys
):
    path = written(tmp_path / "made.json", book)
    stated = Record.load(path).replayed(RuleBook.load(later_book))
    assert (stated.status, stated.outcome_now, stated.differences) == ("other rule book", None, ())
    assert stated.rule_book == book.digest != stated.rule_book_now
    assert cli.main(["replay", str(path), "--rules", str(later_book)]) == 1
    assert "Made from another rule book, and not derived again" in capsys.readouterr().out
    assert (
        cli.main(["replay", str(path), "--rules", str(later_book), "--across-rule-books", "--format", "json"])
        == 1
    )
    across = json.loads(capsys.readouterr().out)
    assert (across["status"], [each["place"] for each in across["differences"]]) == (
        "different",
        ["rule_book"],
    )


def test_another_version_of_the_package_is_reported_and_is_no_difference(book, tmp_path):
    record = altered(
        written(tmp_path / "made.json", book), lambda content: content.update(made_by="extradition 0.0.1")
    )
    stated = record.replayed(book)
    assert (stated.status, stated.made_by) == ("identical", "extradition 0.0.1")
    assert stated.made_by_now != stated.made_by


def test_replay_at_the_command_line(book, tmp_path, capsys):
    path = written(tmp_path / "made.json", book)
    assert cli.main(["replay", str(path), str(CASE)]) == 0
    assert "**Identical.**" in capsys.readouterr().out
    altered(path, lambda content: content.update(outcome="order", notes=[str(i) for i in range(150)]))
    assert cli.main(["replay", str(path)]) == 1
    out = capsys.readouterr().out
    assert "Recorded outcome: order; now: discharge." in out
    assert "more; the JSON form has them all." in out
    assert "## Differences between the recorded case file" not in out


def test_a_fault_of_the_recorded_case_has_its_place_in_the_record(tmp_path, capsys):
    path = tmp_path / "record.json"
    assert cli.main(["determine", str(CASE), "--format", "json", "--out", str(path)]) == 0
    text = path.read_text(encoding="utf-8").replace('"territory": "RO"', '"territory": "XX"')
    path.write_text(text, encoding="utf-8")
    assert cli.main(["replay", str(path)]) == 2
    line = next(n for n, each in enumerate(text.splitlines(), 1) if each == '    "territory": "XX",')
    says = "case_file.territory: 'XX' is not in territories.yaml"
    assert capsys.readouterr().err == f"{path}:{line}:5: {says}\n"


@pytest.mark.parametrize("place", ["\\ud83d\\ude00", "[" * 60])
def test_json_that_is_not_yaml_is_read_and_its_faults_are_reported(place, book, tmp_path, capsys):
    path = written(tmp_path / "made.json", book)
    path.write_text(path.read_text(encoding="utf-8").replace("article 466", place), encoding="utf-8")
    assert place in path.read_text(encoding="utf-8")
    assert cli.main(["replay", str(path)]) in (0, 1)
    path.write_text(f'{{"kind": "{place}"}}', encoding="utf-8")
    assert cli.main(["replay", str(path)]) == 2
    assert "made.json:1:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "{",
            "made.json:1:2: is not JSON: expecting property name enclosed in double quotes\n",
        ),
        ('{\n "kind": NaN}', "made.json:2:10: is not JSON: NaN is not a number\n"),
        ("[]", "must be a mapping"),
        ("{}", "case_file: is required"),
        (
            '{\n  "kind": "determination (support)",\n  "outcome": 3\n}',
            "made.json:3:3: outcome: must be text",
        ),
        ('{"kind": "comparison (support)"}', "kind: must be 'determination (support)'"),
        ("", "is empty"),
    ],
)
def test_what_is_no_determination_is_refused(text, says, tmp_path, capsys):
    path = tmp_path / "made.json"
    path.write_text(text, encoding="utf-8")
    assert cli.main(["replay", str(path)]) == 2
    out = capsys.readouterr()
    assert out.out == ""
    assert says in out.err


@pytest.mark.parametrize("detail", ["note", "hearing"])
def test_a_note_or_a_hearing_is_refused_with_one_fault_that_says_so(detail, book, tmp_path, capsys):
    made = detailed(determine(CaseFile.load(CASE), book), detail).model_dump(mode="json")
    says = f"is {detail}: a {detail} has no case file. Replay needs the full determination (detail=full)"
    path = tmp_path / "made.json"
    for content, place in ((made, "detail"), ({"line": 1, "determination": made}, "determination.detail")):
        path.write_text(json.dumps(content), encoding="utf-8")
        assert cli.main(["replay", str(path)]) == 2
        assert re.sub(r":1:\d+:", ":", capsys.readouterr().err) == f"{path}: {place}: {says}\n"


def test_a_whole_answer_of_a_batch_is_refused_with_the_place_of_its_determination(book, tmp_path, capsys):
    path = written(tmp_path / "made.json", book)
    line = {"line": 1, "id": "a", "status": 200, "determination": json.loads(path.read_text("utf-8"))}
    path.write_text(json.dumps(line), encoding="utf-8")
    assert cli.main(["replay", str(path)]) == 2
    says = "is in an answer of a batch; give replay a file that has the content of this key alone"
    assert re.sub(r":1:\d+:", ":", capsys.readouterr().err) == f"{path}: determination: {says}\n"


def test_the_hash_now_is_that_of_the_case_file_that_was_given(book, tmp_path):
    record = Record.load(written(tmp_path / "made.json", book))
    other = CaseFile.load(ROOT / "examples/bertino/case.yaml")
    stated = record.replayed(book, other)
    assert (stated.case_file_hash, stated.case_file_hash_now) == (CaseFile.load(CASE).digest, other.digest)


def test_a_word_is_no_number_and_two_items_of_one_name_are_both_looked_at(book, tmp_path):
    def change(content):
        content["offences"][0]["if_nothing_more_is_shown"]["reached"] = 1
        content["turns"] = True
        content["cautions"] = [*content["cautions"], {"id": "a", "x": 1}, {"id": "a", "x": 2}]

    stated = altered(written(tmp_path / "made.json", book), change).replayed(book)
    assert [each.recorded for each in stated.differences if each.place.startswith("cautions[")] == [
        '{"id": "a", "x": 1}',
        '{"id": "a", "x": 2}',
    ]
    assert list(_differences(True, 1)) != []
