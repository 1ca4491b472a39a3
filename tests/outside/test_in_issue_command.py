"""The command that records what is not in issue in a case file."""

import pytest

from extradition import CaseFile, RuleBook, cli

CASE = """\
case: A start  # kept
part: 1
territory: RO
dates: {certificate: 2025-03-24, arrest: 2025-04-02, hearing: 2025-11-27}
offences:
  - id: burglary  # the only one
    case_type: conviction
    conduct_date: 2018-11-30
    findings:
      effect_on_trial: {answer: none, by: judge}  # and this
"""


@pytest.fixture
def case(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path


def run(capsys, *arguments):
    code = cli.main(["in-issue", *map(str, arguments)])
    out = capsys.readouterr()
    return code, out.out, out.err


def test_the_rest_is_recorded_in_the_case_file_and_its_comments_stay(capsys, case):
    code, out, err = run(capsys, case, "--contested", "EA 2003 s 20(1)", "EA 2003 s 21", "--by", "parties")
    assert (code, err) == (0, "")
    made = case.read_text(encoding="utf-8")
    assert [line for line in CASE.splitlines() if line not in made.splitlines()] == []
    file = CaseFile.parse("case.yaml", made)
    recorded = {**file.findings, **file.offences[0].findings}
    assert {"convicted_in_presence", "convention_compatible", "passage_of_time"}.isdisjoint(recorded)
    assert recorded["double_jeopardy"][0].status == "not in issue"
    assert out.startswith("26 questions recorded as not in issue by the parties:\n")
    assert "\n  s 12, double jeopardy (burglary): no\n" in out
    assert "\nIn issue:\n  s 20(1), conviction in the person's presence\n  s 21, human rights\n" in out
    left = out[out.index("Left alone:") :].splitlines()
    unopposed = "neither answer is the one that stands if no one contests it"
    delay = (
        "the case file has some of its facts, and they do not settle it (the effect of the delay on a trial)"
    )
    assert left[1] == f"  s 45, consent to extradition: {unopposed}"
    assert left[2] == f"  s 14, passage of time: {delay}"
    assert left[-1] == f"Written to {case}."


def test_each_list_of_questions_in_issue_counts(capsys, case):
    run(capsys, case, "--contested", "EA 2003 s 20(1)", "--contested", "EA 2003 s 21", "--by", "parties")
    file = CaseFile.load(case)
    recorded = {**file.findings, **file.offences[0].findings}
    assert {"convicted_in_presence", "convention_compatible"}.isdisjoint(recorded)


def test_another_case_file_is_not_written_over(capsys, case, tmp_path):
    other = tmp_path / "other" / "case.yaml"
    other.parent.mkdir()
    other.write_text(CASE.replace("A start", "Another"), encoding="utf-8")
    before = other.read_bytes()
    code, _, err = run(capsys, case, "--by", "parties", "--out", other)
    assert (code, other.read_bytes()) == (2, before)
    assert err == f"{other}:1:1: is a case file, and would be written over by another; name another file\n"


def test_a_second_act_changes_nothing(capsys, case):
    run(capsys, case, "--by", "requested person")
    made, written = case.read_bytes(), case.stat().st_mtime_ns
    code, out, _ = run(capsys, case, "--by", "requested person")
    assert code == 0
    assert out.startswith("0 questions recorded as not in issue by the requested person.\n")
    assert (case.read_bytes(), case.stat().st_mtime_ns) == (made, written)


def test_the_case_file_stays_where_another_file_is_named(capsys, case, tmp_path):
    other = tmp_path / "other.yaml"
    code, out, _ = run(capsys, case, "--by", "author of the case file", "--out", other)
    assert code == 0
    assert out.endswith(f"Written to {other}.\n")
    assert case.read_text(encoding="utf-8") == CASE
    assert CaseFile.load(other).findings["withdrawn"][0].is_assumption(RuleBook.load().parties)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--contested", "EA 2003 s 20 (1)", "--by", "parties"], "did you mean EA 2003 s 20(1)?"),
        (["--contested", "EA 2003 s 20(8)", "--by", "parties"], "is not a question of this hearing"),
        (["--by", "judge"], "'judge' is not one of parties, requested person, requesting authority"),
        (["--by", "requested persn"], "did you mean requested person?"),
    ],
)
def test_what_is_no_question_is_refused_with_the_nearest_one(capsys, case, arguments, message):
    code, out, err = run(capsys, case, *arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert case.read_text(encoding="utf-8") == CASE


def test_the_command_needs_the_name_of_someone_who_says_so(capsys, case):
    with pytest.raises(SystemExit) as ended:
        run(capsys, case)
    assert ended.value.code == 2
    assert "--by" in capsys.readouterr().err


def test_a_question_that_is_recorded_as_not_in_issue_is_contested_only_without_that_finding(capsys, case):
    run(capsys, case, "--by", "parties")
    code, _, err = run(capsys, case, "--contested", "EA 2003 s 41", "--by", "parties")
    assert code == 2
    assert "findings.withdrawn: is recorded as not in issue; leave it out to contest the question" in err
