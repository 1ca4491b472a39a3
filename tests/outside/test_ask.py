"""The interview at a terminal: in a real one (each wait bounded), and in process, line by line."""

import io
import json
import os
import re
import sys

import pexpect
import pytest
from strategies import BOOK, ROOT

from extradition import CaseFile, RuleBook, cli, determine
from extradition.casework.interview import Interview

HEAD = """\
# a case, half complete
case: A v B
part: 1
territory: RO
taken_from: EA 2003 s 20(1)
dates: {arrest: 2025-01-01, hearing: 2025-01-01}   # both
offences:
  - id: burglary
    title: Burglary
    case_type: conviction
    findings:
"""
REST = """\
      convicted_in_presence: {answer: no, by: judge}   # by the court below
      deliberately_absent: {answer: no, by: judge}
      rehearing: {answer: retrial, status: agreed}
      minimum_retrial_rights: {answer: yes, status: agreed}
    # the end
"""
UNTIL = 20


@pytest.fixture
def case(tmp_path):
    """A case in which the retrial right and what comes after it are open."""
    path = tmp_path / "a case.yaml"
    path.write_text(HEAD + REST, encoding="utf-8")
    path.chmod(0o600)
    return path


@pytest.fixture
def terminal(case):
    started = []

    def start():
        child = pexpect.spawn(
            sys.executable,
            ["-m", "extradition", "ask", str(case), "--engine", "plain"],
            timeout=UNTIL,
            encoding="utf-8",
            dimensions=(60, 200),
            cwd=str(case.parent),
        )
        started.append(child)
        return child

    yield start
    for child in started:
        child.close(force=True)


def say(child, expected, line):
    child.expect_exact(expected, timeout=UNTIL)
    child.sendline(line)


def leave_open_until(child, asked):
    """Answer “not known” to whatever else is asked, until *asked* is."""
    for _ in range(40):
        if child.expect_exact([asked, "(? b q):"], timeout=UNTIL) == 0:
            child.expect_exact("(? b q):", timeout=UNTIL)
            return
        child.sendline("?")
    raise AssertionError(asked)


def ended(child):
    child.expect(pexpect.EOF, timeout=UNTIL)
    child.close()
    return child.exitstatus


def test_a_whole_interview(terminal, case):
    child = terminal()
    leave_open_until(child, "What stands between")
    child.sendline("if_court_finds_no_deliberate_absence")
    say(child, "Who:", "4")
    say(child, "Status:", "2")
    say(child, "(Enter: not said)", "Further information")
    child.expect_exact("Written into", timeout=UNTIL)
    child.expect_exact("Determination (support): A v B", timeout=UNTIL)
    child.expect_exact("extradition determine", timeout=UNTIL)
    assert ended(child) == 0
    line = (
        "      retrial_right: {answer: if_court_finds_no_deliberate_absence, by: requesting authority, "
        "status: asserted,"
        " source: {document: Further information}}\n"
    )
    assert case.read_text(encoding="utf-8") == HEAD + REST.replace(
        "    # the end\n", line + "    # the end\n"
    )
    assert case.stat().st_mode & 0o777 == 0o600
    assert (
        determine(CaseFile.load(case), RuleBook.load()).offences[0].if_nothing_more_is_shown.outcome.outcome
        == "discharge"
    )


def test_going_back_takes_the_answer_out_again(terminal, case):
    before = case.read_bytes()
    child = terminal()
    say(child, "(? b q):", "b")
    say(child, "There is no earlier one", "1")
    child.expect_exact(["Who:", "(Enter: not said)"], timeout=UNTIL)
    child.sendline("b")  # back to the question, from what is asked after it
    say(child, "(? b q):", "1")
    if child.expect_exact(["Who:", "(Enter: not said)"], timeout=UNTIL) == 0:
        child.sendline("1")
        child.expect_exact("(Enter: not said)", timeout=UNTIL)
    child.sendline("")
    child.expect_exact("Written into", timeout=UNTIL)
    child.expect_exact("(? b q):", timeout=UNTIL)
    assert case.read_bytes() != before
    child.sendline("b")
    child.expect_exact("Removed from", timeout=UNTIL)
    say(child, "(? b q):", "q")
    child.expect_exact("Run ask again", timeout=UNTIL)
    assert ended(child) == 0
    assert case.read_bytes() == before


def test_an_interruption_keeps_what_was_answered_and_it_is_resumed(terminal, case):
    child = terminal()
    leave_open_until(child, "What stands between")
    child.sendline("unconditional")
    say(child, "Who:", "judge")
    say(child, "(Enter: not said)", "")
    child.expect_exact("Written into", timeout=UNTIL)
    child.expect_exact("(? b q):", timeout=UNTIL)
    child.sendintr()
    child.expect_exact("Interrupted.", timeout=UNTIL)
    assert ended(child) == 130
    assert "      retrial_right: {answer: unconditional, by: judge, status: found}\n" in case.read_text(
        encoding="utf-8"
    )
    assert [path.name for path in case.parent.iterdir()] == [case.name]
    again = terminal()
    assert again.expect_exact(["What stands between", "(? b q):", pexpect.EOF], timeout=UNTIL) == 1
    again.sendeof()
    again.expect_exact("Determination (support)", timeout=UNTIL)
    assert ended(again) == 0


def ask(capsys, monkeypatch, path, *lines, engine="plain"):
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO("".join(f"{line}\n" for line in lines).encode()))
    )
    code = cli.main(["ask", str(path), "--engine", engine])
    out = capsys.readouterr()
    return code, out.out, out.err


def test_line_by_line_until_the_end_of_the_lines(capsys, monkeypatch, case):
    before = case.read_text(encoding="utf-8")
    code, out, err = ask(capsys, monkeypatch, case)
    assert (code, err, case.read_text(encoding="utf-8")) == (0, "", before)
    assert "Run ask again to go on" in out
    code, out, _ = ask(capsys, monkeypatch, case, *["?"] * 60)
    assert (code, case.read_text(encoding="utf-8")) == (0, before)
    assert "You left open" in out
    monkeypatch.setattr(sys, "stdin", None)
    assert cli.main(["ask", str(case)]) == 0


def test_back_and_forth(capsys, monkeypatch, case):
    before = case.read_bytes()
    _, out, _ = ask(
        capsys,
        monkeypatch,
        case,
        *answers(case, "retrial_right", "unconditional", "1", "", "b", "?", "b", "b", "q"),
    )
    assert case.read_bytes() == before
    assert (out.count("Written into"), out.count("Removed from")) == (1, 1)


def test_json_stays_json(capsys, monkeypatch, tmp_path):
    case = tmp_path / "case.json"
    offence = {"id": "o", "case_type": "conviction", "findings": {}}
    head = {"case": "X", "part": "1", "territory": "RO", "taken_from": "EA 2003 s 20(1)"}
    content = {**head, "dates": {"hearing": "2024-03-06"}, "offences": [offence]}
    case.write_text(json.dumps(content), encoding="utf-8")
    _, out, _ = ask(capsys, monkeypatch, case, "1", "1", "1", "", "q")
    assert "Written into" in out
    answered = json.loads(case.read_text(encoding="utf-8"))
    assert list(answered) == [*head, "dates", "findings", "offences"]
    assert [finding["by"] for finding in answered.pop("findings").values()] == ["judge"]
    assert answered == content


def test_an_unfinished_line_is_no_answer(capsys, monkeypatch, case):
    monkeypatch.setattr(sys, "stdin", io.StringIO("1"))
    before = case.read_bytes()
    assert cli.main(["ask", str(case), "--engine", "plain"]) == 0
    assert case.read_bytes() == before


def answers(path, name, *lines):
    """The lines to type so that *lines* are typed at the question on *name*."""
    state = Interview(RuleBook.load(), str(path), path.read_text(encoding="utf-8"), "plain")
    skipped = []
    while state.next.matter.name != name:
        skipped.append("?")
        state = state.left_open(state.next)
    return [*skipped, *lines]


def test_every_way_to_say_who_and_where(capsys, monkeypatch, case):
    typed = answers(
        case,
        "retrial_right",
        *["nonsense", "1"],
        *["", "9", "0", "b"],  # who: nothing to repeat; no such one; back to the question
        *["1", "7", "b"],  # status: back
        *["1", "7", "x", "4", "", "b"],  # an assumption says why; back
        *[
            "1",
            "7",
            "assumed",
            "No party\u200b disputes it",
            "No party disputes it",
            "b",
        ],  # characters that are not seen; document: back
        *["1", "", "", "No party disputes it", ""],  # the last author, with the same status, again
    )
    code, out, _ = ask(capsys, monkeypatch, case, *typed)
    (line,) = [line for line in case.read_text(encoding="utf-8").split("\n") if "retrial_right:" in line]
    assert code == 0
    assert line.endswith("by: author of the case file, status: assumed, reasons: No party disputes it}")
    assert (
        "That is none of the answers." in out,
        "Type a number from 1 to 7" in out,
        "cannot be seen" in out,
    ) == (True, True, True)
    assert "(Enter: author of the case file)" in out
    for before_stop in (["1"], ["1", "7"], ["1", "7", "4"], ["1", "7", "1"]):
        case.write_text(HEAD + REST, encoding="utf-8")
        assert ask(capsys, monkeypatch, case, *answers(case, "retrial_right", *before_stop, "q"))[0] == 0
        assert case.read_text(encoding="utf-8") == HEAD + REST


def test_a_judgment_is_asked_for_and_never_made(capsys, monkeypatch, case):
    _, out, _ = ask(
        capsys, monkeypatch, case, *answers(case, "convention_compatible", "yes", "The judgment, para 12")
    )
    assert "Only the judge can answer this. Type the finding, or ? if there is none." in out
    assert "The facts so far do not settle this." not in out
    findings = CaseFile.load(case).findings
    assert findings["convention_compatible"][0].model_dump(exclude_none=True) == {
        "answer": "yes",
        "by": "judge",
        "status": "found",
        "source": {"document": "The judgment, para 12"},
    }


def test_a_question_whose_rule_leaves_it_open_is_not_said_to_be_for_the_judge_alone(
    capsys, monkeypatch, case
):
    case.write_text(HEAD.replace("s 20(1)", "s 2(7)") + REST, encoding="utf-8")
    matter = next(
        each
        for each in Interview(BOOK, "", case.read_text(encoding="utf-8")).to_ask.values()
        if each.kind == "judgment" and not BOOK.questions[each.provisions[0]].reserved
    )
    _, out, _ = ask(capsys, monkeypatch, case, *answers(case, matter.name, "q"))
    asked = out.split("-" * 70)[-2]
    assert matter.ask in asked
    assert "The facts so far do not settle this. If there is a finding, type it; otherwise type ?" in asked
    assert "Only the" not in asked


def test_the_burden_names_the_question_that_it_is_on(capsys, monkeypatch, case):
    case.write_text(HEAD.removesuffix("    findings:\n"), encoding="utf-8")
    _, out, _ = ask(capsys, monkeypatch, case, *answers(case, "notice", "q"))
    assert (
        "  Burden on s 20(1), conviction in the person's presence: the requesting authority must prove, to "
        "the criminal standard, that the answer is yes.\n" in out
    )


def test_an_effect_that_every_answer_has_is_stated_once(capsys, monkeypatch, case):
    case.write_text(HEAD.removesuffix("    findings:\n"), encoding="utf-8")
    _, out, _ = ask(capsys, monkeypatch, case, *["?"] * 60)
    enquiries = [each.partition("Where to look:")[0] for each in out.split("-" * 70)[1:-1]]
    same = [each for each in enquiries if "→ Each" in each]
    other = [each for each in enquiries if "→ Each" not in each]
    assert {each.count("→") for each in same} == {1}
    assert all(", and what each would do:\n" in each for each in other)
    assert all(len(set(re.findall(r"→ (.*)", each))) > 1 for each in other)
    (rights,) = [each for each in same if "defend themselves or be defended" in each]
    assert rights.endswith(
        "Answers:\n  1  The person could.\n  2  The person could not.\n  3  It is not proved.\n"
        "       → Each answer: discharge, if nothing more is shown\n  ?  not known\n\n"
    )


def test_nothing_left_to_ask(capsys, monkeypatch):
    path = ROOT / "examples/merticariu/case.yaml"
    before = path.read_bytes()
    code, out, _ = ask(capsys, monkeypatch, path, engine="durable")
    assert (code, path.read_bytes()) == (0, before)
    assert "burglary: discharge, under EA 2003 s 20(7)" in out
    assert "No unknown fact can change the outcome any more." in out


def test_numbers_and_an_answer_that_cannot_be_taken(capsys, monkeypatch, tmp_path):
    path = tmp_path / "case.yaml"
    text = (
        HEAD.replace("s 20(1)", "s 10(2)").replace(", hearing: 2025-01-01", "").replace("    findings:\n", "")
    )
    aged = text.replace("s 10(2)", "s 15").replace(
        "case_type: conviction", "case_type: conviction\n    conduct_date: 1990-01-01"
    )
    aged = aged.replace("arrest: 2025-01-01", "hearing: 2003-12-31")
    path.write_text(aged, encoding="utf-8")
    _, out, _ = ask(capsys, monkeypatch, path, *answers(path, "age_at_conduct", "30", "1", "", "q"))
    assert "dates.hearing: no version of EA 2003 s 17 is in force on 2003-12-31" in out
    assert "The answer was refused, and the file is unchanged." in out
    assert path.read_text(encoding="utf-8") == aged
    path.write_text(text.replace("arrest:", "hearing: 2025-01-01, arrest:"), encoding="utf-8")
    _, out, _ = ask(capsys, monkeypatch, path, *answers(path, "foreign_maximum", "many", "36", "1", ""))
    assert "foreign_maximum: {answer: 36, by: judge, status: found}" in path.read_text(encoding="utf-8")
    assert "Type the number of months, or one of: " in out


def test_a_dispute_is_reported_and_a_finding_is_added(capsys, monkeypatch, case):
    disputed = (
        "      retrial_right:\n        - {answer: unconditional, by: requesting authority, status: "
        "disputed}\n"
    )
    case.write_text(HEAD + disputed + REST, encoding="utf-8")
    _, out, _ = ask(capsys, monkeypatch, case, *answers(case, "retrial_right", "unconditional", "1", ""))
    assert "\n\nFindings so far:\n  Nothing; it follows as of right, " in out
    more = "        - {answer: unconditional, by: judge, status: found}\n"
    assert case.read_text(encoding="utf-8") == HEAD + disputed + more + REST


def test_a_file_that_does_not_exist_is_refused_with_a_first_step(capsys, monkeypatch, tmp_path):
    missing, below_a_file = tmp_path / "none.yaml", tmp_path / "a.yaml" / "b.yaml"
    (tmp_path / "a.yaml").touch()
    code, out, err = ask(capsys, monkeypatch, missing)
    assert (code, out, missing.exists()) == (2, "", False)
    assert err == (
        f"{missing}:1:1: does not exist; start from the smallest case file in docs/case-file.md, or from an "
        "empty case on the page (extradition serve)\n"
    )
    assert (
        ask(capsys, monkeypatch, below_a_file)[2] == f"{below_a_file}:1:1: cannot be read: not a directory\n"
    )


@pytest.mark.parametrize("page", ["case-file.md", "commands.md"])
def test_the_smallest_case_file_of_the_documentation_is_enough_to_start(capsys, monkeypatch, tmp_path, page):
    path, text = tmp_path / "case.yaml", (ROOT / "docs" / page).read_text(encoding="utf-8")
    path.write_text(re.findall(r"```yaml\n(case: .*?)```", text, re.DOTALL)[0], encoding="utf-8")
    code, out, err = ask(capsys, monkeypatch, path, "q")
    assert (code, err) == (0, "")
    assert "Why it is asked:" in out
    assert "theft: still open" in out


def test_faults_are_reported_and_the_file_is_left(capsys, monkeypatch, tmp_path, case):
    bad = tmp_path / "bad.yaml"
    dated = "case: X\ndates: {arrest: 2025-01-01}\n"
    for text, missing in (("case: X\n", ["dates"]), (dated, ["offences", "territory"])):
        bad.write_text(text, encoding="utf-8")
        code, out, err = ask(capsys, monkeypatch, bad, "1")
        assert (code, out, bad.read_text(encoding="utf-8")) == (2, "", text)
        assert err.splitlines() == [f"{bad}:1:1: {each}: is required" for each in missing]
    assert ask(capsys, monkeypatch, tmp_path)[2] == f"{tmp_path}:1:1: is not a file\n"
    typed = answers(case, "retrial_right", "unconditional", "1", "")

    def meanwhile(*arguments):
        case.write_text("# by another author\n" + HEAD + REST, encoding="utf-8")
        return answered(*arguments)

    answered = Interview.answered
    monkeypatch.setattr(Interview, "answered", meanwhile)
    code, _, err = ask(capsys, monkeypatch, case, *typed)
    assert (code, "changed while you answered, and was not overwritten" in err) == (2, True)
    assert case.read_text(encoding="utf-8").startswith("# by another author\n")


def test_an_interruption_in_process(capsys, monkeypatch, case):
    class Interrupted(io.StringIO):
        def readline(self, *_arguments):
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", Interrupted())
    assert cli.main(["ask", str(case), "--engine", "plain"]) == 130
    assert "Interrupted. Every answer given so far is in" in capsys.readouterr().out


def test_on_a_terminal_lines_are_broken_at_words(capsys, monkeypatch, case):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((60, 24)))
    _, out, _ = ask(capsys, monkeypatch, case, "q")
    assert max(map(len, out.splitlines())) <= max(60, len(str(case)))
