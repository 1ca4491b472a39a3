import io
import json
import os
import pty
import runpy
import select
import shutil
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from strategies import ROOT

import extradition
from extradition import EngineError, RuleBook, cli
from extradition.hearing import made_by
from extradition.report.schemas import SCHEMAS

CASE = str(ROOT / "examples/merticariu/case.yaml")
BERTINO = str(ROOT / "examples/bertino/case.yaml")
DECIDED = ROOT / "precedents"
LONG = str(ROOT / "examples/part_1_mixed_offences/case.yaml")
BAD = ROOT / "tests/bad/case"


def run(capsys, *arguments):
    code = cli.main(list(arguments))
    out = capsys.readouterr()
    return code, out.out, out.err


@pytest.fixture
def few(tmp_path):
    """A folder with three of the decided cases; the tests of law hold all of them against the courts."""
    folder = tmp_path / "few"
    folder.mkdir()
    for name in ("ag-poland-wmc-2024", "bertino-uksc", "merticariu-uksc"):
        shutil.copy(DECIDED / f"{name}.yaml", folder)
    return str(folder)


def test_determine(capsys):
    code, out, err = run(capsys, "determine", CASE)
    assert (code, err) == (0, "")
    assert out.startswith("# Note on a determination (support): Merticariu")
    assert "**Discharge**, under [EA 2003 s 20(7)]" in out


@pytest.mark.parametrize(
    ("options", "outcome"),
    [
        (["--law", "before-merticariu"], "proceed to s 21"),
        (["--as-at", "2024-03-05"], "proceed to s 21"),
        (["--as-at", "2024-03-06"], "discharge"),
        (["--assuming", "s20-5-as-amended-2026"], "proceed to s 21"),
        (["--engine", "plain"], "discharge"),
        (["--rules", str(ROOT / "rules")], "discharge"),
    ],
)
def test_determine_under_another_law(capsys, options, outcome):
    code, out, _ = run(capsys, "determine", CASE, "--format", "json", *options)
    assert (code, json.loads(out)["outcome"]) == (0, outcome)


def test_determine_several(capsys, tmp_path, few):
    code, out, _ = run(capsys, "determine", CASE, BERTINO, "--format", "json")
    assert (code, [each["outcome"] for each in json.loads(out)]) == (0, ["discharge", "discharge"])
    code, out, err = run(capsys, "determine", CASE, BERTINO, "--format", "html")
    assert (code, out, err) == (2, "", "extradition: several pages need --out FOLDER\n")
    code, _, err = run(capsys, "determine", CASE, CASE, "--out", str(tmp_path / "twice"))
    assert (code, err) == (2, f"{CASE}:1:1: its report would be merticariu.md, as that of {CASE}\n")
    assert not (tmp_path / "twice").exists()
    of_the_book = tmp_path / "of the book"
    shutil.copytree(
        ROOT / "examples", of_the_book, ignore=shutil.ignore_patterns("international_policing")
    )  # they are of another rule book
    code, out, _ = run(
        capsys, "determine", str(of_the_book), "--format", "html", "--out", str(tmp_path / "reports")
    )
    assert (code, out) == (0, "")
    expected = {f"{path.parent.name}.html" for path in ROOT.glob("examples/*/case.yaml")}
    assert {path.name for path in (tmp_path / "reports").iterdir()} == expected
    everything = [str(ROOT / "examples"), "--format", "html", "--no-sensitivity", "--no-precedents"]
    code, out, err = run(capsys, "determine", *everything, "--out", str(tmp_path / "of two books"))
    assert (code, out) == (0, "")
    made = {path.name for path in (tmp_path / "of two books").iterdir()}
    others = [*ROOT.glob("examples/international_policing/**/*.yaml")]
    assert expected < made
    assert len(made) == len(expected) + len(others)
    assert all(": not read: " in line for line in err.splitlines())
    code, out, _ = run(capsys, "determine", few, "--no-sensitivity")
    assert out.count("# Note on a determination (support)") == len(list(Path(few).iterdir())) == 3


def test_request(capsys, tmp_path):
    case = str(ROOT / "examples/half_complete/case.yaml")
    code, out, err = run(capsys, "request", case)
    assert (code, err) == (0, "")
    assert out.startswith("# Request for further information: ")
    assert "`before-merticariu`" in run(capsys, "request", case, "--law", "before-merticariu")[1]
    assert (
        json.loads(run(capsys, "request", case, "--format", "json", "--engine", "plain")[1])["readings"]
        == "plain reading alone"
    )
    assert run(capsys, "request", case, "--format", "html", "--out", str(tmp_path / "draft.html"))[:2] == (
        0,
        "",
    )
    assert (tmp_path / "draft.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_compare(capsys, few):
    code, out, _ = run(
        capsys,
        "compare",
        CASE,
        "--laws",
        "before-merticariu",
        "merticariu",
        "as-amended-2026",
        "--format",
        "json",
    )
    assert code == 0
    assert [
        (each["law"], each["outcome"], each["under"]) for each in json.loads(out)["cases"][0]["outcomes"]
    ] == [
        ("before-merticariu", "proceed to s 21", "EA 2003 s 20(6)"),
        ("merticariu", "discharge", "EA 2003 s 20(7)"),
        ("as-amended-2026", "proceed to s 21", "EA 2003 s 20(6)"),
    ]
    assert "**Transitions: " in run(capsys, "compare", few, "--laws", "before-merticariu", "merticariu")[1]


def test_compare_without_laws_takes_those_that_are_put_side_by_side_and_writes_every_form(capsys, tmp_path):
    begins = {
        "md": "# Comparison (support)",
        "html": "<!DOCTYPE html>",
        "csv": '\ufeff"number","case",',
        "json": '{\n  "kind": "comparison (support)"',
    }
    for form, beginning in begins.items():
        out = tmp_path / f"compared.{form}"
        assert run(capsys, "compare", CASE, BERTINO, "--format", form, "--out", str(out)) == (0, "", "")
        assert out.read_bytes().decode().startswith(beginning)
        assert run(capsys, "compare", CASE, BERTINO, "--format", form) == (0, out.read_bytes().decode(), "")
    assert [law["name"] for law in json.loads((tmp_path / "compared.json").read_text())["laws"]] == list(
        RuleBook.load().side_by_side
    )
    with pytest.raises(SystemExit):
        cli.main(["compare", "--help"])
    stated = " ".join(capsys.readouterr().out.split())
    assert "without it, those that it lists side by side" in stated
    assert "csv for a spreadsheet" in stated
    with pytest.raises(SystemExit):
        cli.main(["determine", CASE, "--format", "csv"])


def test_a_comparison_too_long_for_paper_is_refused_before_a_case_is_determined(
    capsys, tmp_path, few, monkeypatch
):
    monkeypatch.setattr("extradition.report.paper_length.MOST_CASES_ON_PAPER", 1)
    code, out, err = run(capsys, "compare", few, "--format", "pdf", "--out", str(tmp_path / "c.pdf"))
    assert (code, out) == (2, "")
    assert "a pdf shows at most 1 cases" in err
    assert not (tmp_path / "c.pdf").exists()


def test_validate(capsys, tmp_path, few):
    code, out, _ = run(capsys, "validate", few, "--format", "json")
    stated = json.loads(out)
    assert code == 0
    assert (
        stated["agreed"] + stated["disagreed"] + stated["open"]
        == stated["total"]
        == len(list(Path(few).iterdir()))
        == 3
    )
    text = (DECIDED / "merticariu-uksc.yaml").read_text(encoding="utf-8")
    (Path(few) / "other.yaml").write_text(
        text.replace("outcome: discharge", "outcome: proceed\n      to: EA 2003 s 21"), encoding="utf-8"
    )
    code, out, _ = run(capsys, "validate", few)
    assert (code, "NOT EXPLAINED" in out) == (1, True)


def test_the_decided_cases_are_shown_at_open_questions_unless_they_are_left_out(capsys, tmp_path):
    case = tmp_path / "case.yaml"
    findings = {
        "convicted_in_presence": "no",
        "flight": "to_avoid_the_proceedings",
        "knowledge_of_case": "prosecution",
    }
    head = {
        "case": "Invented",
        "part": 1,
        "territory": "PL",
        "taken_from": "EA 2003 s 20(1)",
        "dates": {"hearing": "2026-11-01"},
    }
    case.write_text(
        json.dumps({**head, "offences": [{"id": "o", "case_type": "conviction", "findings": findings}]}),
        encoding="utf-8",
    )
    full = ("--depth", "full")
    code, out, _ = run(capsys, "determine", str(case), *full)
    assert (code, "Decided cases on these facts" in out, "HCJAC 11" in out) == (0, True, True)
    assert "Decided cases" not in run(capsys, "determine", str(case), "--no-precedents", *full)[1]
    made = [
        json.loads(run(capsys, "determine", str(case), "--format", "json", *options)[1])
        for options in ([], ["--no-precedents"])
    ]
    assert [each["offences"][0]["precedents"] is None for each in made] == [False, True]
    assert made[0]["outcome"] == made[1]["outcome"]
    page = run(capsys, "determine", str(case), "--format", "html", *full)[1]
    assert (
        '<a href="https://caselaw.nationalarchives.gov.uk/ewhc/admin/2025/766">[2025] EWHC 766 (Admin)</a>'
        in page
    )


def test_the_decided_cases_of_the_package_agree(capsys):
    code, out, _ = run(capsys, "validate", str(DECIDED), "--format", "json")
    stated = json.loads(out)
    assert (code, stated["judgments"], stated["disagreed"]) == (0, len(list(DECIDED.glob("*.yaml"))), 0)
    assert stated["total"] > stated["judgments"]
    together = stated["by_group"]["Trial in absence"]
    assert (together["wrong"], sum(together.values()) - together["total"]) == (0, together["total"])
    assert stated["leave_one_out"]["tried"] == sum(each["total"] for each in stated["by_provision"].values())


def test_check_and_questions_and_schema(capsys, tmp_path):
    code, out, _ = run(capsys, "check")
    assert (code, "158 questions, 223 versions (2 prospective)" in out) == (0, True)
    assert (
        json.loads(run(capsys, "check", str(ROOT / "tests/books/small"), "--format", "json")[1])["verified"][
            "recalled"
        ]
        == 1
    )
    assert "EA 2003 s 85(8)" in run(capsys, "questions")[1]
    assert (
        json.loads(run(capsys, "questions", "--format", "json")[1])["EA 2003 s 20(5)"]["name"]
        == "entitled_to_retrial"
    )
    small = json.loads(
        run(capsys, "questions", "--rules", str(ROOT / "tests/books/small"), "--format", "json")[1]
    )
    assert small["TA 2000 s 2(1)"]["versions"][1]["no_if"]["any"][1] == {"sentence": {"below": 1}}
    assert run(capsys, "questions", "--diagram")[1].count("```mermaid") == 13  # one of each matter
    assert run(capsys, "questions", "--diagram", "--format", "html")[1].count("<svg") == 13
    assert run(capsys, "questions", "--format", "html") == (
        2,
        "",
        "extradition: the list is made as md or json, the diagram as md or html\n",
    )
    assert run(capsys, "questions", "--diagram", "--format", "json")[0] == 2
    one = tmp_path / "part_1/section_1"
    one.mkdir(parents=True)
    (one / "s1.yaml").write_text(
        "- {it: X, law: Y, part: 1, territory: RO, hearing: 2011-01-01, findings: {named: no}}\n",
        encoding="utf-8",
    )
    code, out, _ = run(capsys, "check", str(ROOT / "tests/books/small"), "--cases", str(tmp_path))
    assert (code, "1 tests, 1 of which fail" in out, "`s1-first`: yes, open" in out) == (1, True, True)
    assert "No test turns on these answers, which stand on the lists of conditions:" in out
    assert "- `s1-first`: named: yes" in out
    (one / "s1.yaml").write_text(
        (
            "- {it: X, law: Y, part: 1, territory: RO, hearing: 2011-01-01, findings: {named: no}, path: "
            "{TA 2000 s 1: no}}\n"
        ),
        encoding="utf-8",
    )
    code, out, _ = run(capsys, "check", str(ROOT / "tests/books/small"), "--cases", str(tmp_path))
    assert (code, "X: does not state next" in out, "- `s1-first`: named: yes" in out) == (1, True, True)
    assert (
        "- `s2-2-first`: mercy: yes" in out,
        "- `s2-1-second`: The sentence is between one month and four." in out,
    ) == (True, True)
    assert run(capsys, "schema")[1].split() == sorted(SCHEMAS)
    assert json.loads(run(capsys, "schema", "case")[1])["title"] == "CaseFile"
    assert run(capsys, "schema", "--out", str(tmp_path))[0] == 0
    assert (tmp_path / "case.schema.json").is_file()


def test_all_faults_of_all_files_come_at_once(capsys, tmp_path):
    out = tmp_path / "out.md"
    code, printed, err = run(
        capsys, "determine", str(BAD / "shape.yaml"), str(BAD / "twice.yaml"), "--out", str(out)
    )
    assert (code, printed, out.exists()) == (2, "", False)
    assert len(err.splitlines()) == sum(
        len((BAD / f"{name}.expected").read_text().splitlines()) for name in ("shape", "twice")
    )
    code, _, err = run(capsys, "determine", str(BAD / "unknown_words.yaml"), str(BAD / "too_early.yaml"))
    assert (code, len(err.splitlines())) == (2, 11)


def test_compare_and_validate_tell_every_fault_too(capsys):
    for command in (["compare", "--laws", "merticariu", "before-merticariu", "--format", "md"], ["validate"]):
        code, out, err = run(
            capsys, command[0], str(BAD / "unknown_words.yaml"), str(BAD / "unknown_words.yaml"), *command[1:]
        )
        assert (code, out, len(err.splitlines())) == (2, "", 20)


def test_folders_are_searched_with_care(capsys, tmp_path, monkeypatch):
    (tmp_path / "case").mkdir()
    (tmp_path / "case/x.yaml").write_text(Path(CASE).read_text(encoding="utf-8"), encoding="utf-8")
    for hidden in (".git/x.yaml", "case/.x.yaml", "case/x.txt"):
        (tmp_path / hidden).parent.mkdir(exist_ok=True)
        (tmp_path / hidden).write_text("book: international-policing\n", encoding="utf-8")
    code, out, _ = run(capsys, "determine", str(tmp_path))
    assert (code, out.count("# Note on a determination (support)")) == (0, 1)
    code, _, err = run(capsys, "determine", "x" * 300 + ".yaml")
    assert (code, err.endswith(":1:1: cannot be read: file name too long\n")) == (2, True)

    def refuse(path, onerror):
        onerror(PermissionError(13, "Permission denied", str(path)))
        return []

    monkeypatch.setattr("extradition.cli.case_files.os.walk", refuse)
    code, _, err = run(capsys, "determine", str(tmp_path))
    assert (code, err) == (2, f"{tmp_path}:1:1: cannot be read: permission denied\n")


def test_an_unknown_schema_is_refused_with_the_names_of_all(capsys):
    with pytest.raises(SystemExit) as stop:
        cli.main(["schema", "cases"])
    assert stop.value.code == 2
    assert f"'cases' is not the name of a schema: {', '.join(sorted(SCHEMAS))}" in " ".join(
        capsys.readouterr().err.split()
    )


def test_an_interruption_is_reported_by_the_exit_code(capsys, monkeypatch):
    def interrupt(_options):
        raise KeyboardInterrupt

    monkeypatch.setattr("extradition.cli.determine_command.run_determine", interrupt)
    assert run(capsys, "determine", CASE)[0] == 130


def test_without_a_standard_output(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "stdout", None)
    assert cli.main(["schema"]) == 2
    assert cli.main(["determine", CASE, "--out", str(tmp_path / "x.md")]) == 0
    monkeypatch.undo()
    assert (
        capsys.readouterr().err == "extradition: the output cannot be written: there is no standard output\n"
    )


def test_a_law_that_is_not_there(capsys):
    code, _, err = run(capsys, "compare", CASE, "--laws", "merticaru", "before-merticariu")
    assert (code, err) == (
        2,
        "extradition: 'merticaru' is not a law in laws.yaml; did you mean merticariu?\n",
    )


def test_a_day_that_is_none(capsys):
    with pytest.raises(SystemExit) as stop:
        cli.main(["determine", CASE, "--as-at", "2024-02-30"])
    assert stop.value.code == 2
    assert "'2024-02-30' is not a date: February 2024 has the days 1 to 29" in capsys.readouterr().err


def test_a_folder_without_case_files(capsys, tmp_path):
    code, _, err = run(capsys, "determine", str(tmp_path))
    assert (code, err) == (
        2,
        f"{tmp_path}:1:1: has no case file in it: a case file ends in .yaml, .yml or .json\n",
    )


def test_an_engine_that_cannot_be_loaded(capsys, monkeypatch, tmp_path):
    def missing():
        raise EngineError("durable-rules cannot be loaded")

    monkeypatch.setattr("extradition.engine.durable._load", missing)
    shutil.copytree(ROOT / "tests/books/small", tmp_path / "b")  # whose rules no test has compiled
    code, _, err = run(capsys, "check", str(tmp_path / "b"))
    assert (code, err) == (3, "extradition: durable-rules cannot be loaded\n")


def test_an_output_that_cannot_be_written_leaves_nothing(capsys, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    code, _, err = run(capsys, "determine", CASE, "--out", str(tmp_path / "file/no/folder.md"))
    assert (code, err) == (2, f"{tmp_path}/file/no:1:1: cannot be written: not a directory\n")
    (tmp_path / "file").unlink()
    code, _, err = run(capsys, "determine", CASE, "--out", str(tmp_path))
    assert (code, err) == (2, f"{tmp_path}:1:1: cannot be written: is a folder; name a file in it\n")

    def full(*_args):
        raise OSError(28, "No space left on device")

    old = tmp_path / "old.md"
    old.write_text("kept", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", full)
    code, _, err = run(capsys, "determine", CASE, "--out", str(old))
    assert (code, err) == (2, f"{old}:1:1: cannot be written: no space left on device\n")
    assert [path.name for path in tmp_path.iterdir()] == ["old.md"]
    assert old.read_text(encoding="utf-8") == "kept"


def test_a_written_report_has_the_rights_of_any_new_file(tmp_path):
    mask = os.umask(0o027)
    try:
        assert cli.main(["determine", CASE, "--out", str(tmp_path / "x.md")]) == 0
    finally:
        os.umask(mask)
    assert (tmp_path / "x.md").stat().st_mode & 0o777 == 0o640


def test_the_version_is_printed(capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr() == (f"{made_by()}\n", "")
    assert made_by() == f"extradition {extradition.__version__}"


def test_help_documents_the_exit_codes(capsys):
    for arguments in (["--help"], ["determine", "--help"]):
        with pytest.raises(SystemExit) as stop:
            cli.main(arguments)
        assert stop.value.code == 0
        assert "exit codes:" in capsys.readouterr().out


def test_as_a_module_into_a_pipe_that_closes():
    command = f"{sys.executable} -m extradition determine {LONG} | head -1"
    pipeline = ["bash", "-c", f"set -o pipefail; {command}"]
    done = subprocess.run(pipeline, capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# Note on a determination (support)")


def test_a_pipe_that_closes_is_no_fault(monkeypatch, capsys):
    closed = []
    monkeypatch.setattr(os, "dup2", lambda *descriptors: closed.append(descriptors))
    monkeypatch.setattr(sys.stdout, "fileno", lambda: 1)

    def broken(_text):
        raise BrokenPipeError

    monkeypatch.setattr(sys.stdout, "write", broken)
    assert cli.main(["schema"]) == 0

    def full(_text):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys.stdout, "write", full)
    assert cli.main(["schema"]) == 2
    assert capsys.readouterr().err == "extradition: the output cannot be written: no space left on device\n"
    assert len(closed) == 2


def test_the_output_is_utf_8_in_any_locale():
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "extradition", "determine", CASE, "--depth", "full"],
        capture_output=True,
        env=environment,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "“yes”" in done.stdout.decode("utf-8")


def test_a_command_is_not_searched_for_garbage_as_it_ends():
    code = f"""
import atexit, gc
from extradition.cli import main
atexit.register(lambda: print(gc.get_freeze_count() > 10_000, len(gc.get_objects()) < 100))
main(["compare", {CASE!r}, "--format", "json", "--out", "/dev/null"])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.stdout, done.stderr) == ("True True\n", "")


def test_a_stream_of_another_kind_is_left_as_it_is(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert cli.main(["schema"]) == 0


def test_a_link_is_followed_and_a_device_is_never_replaced(tmp_path, monkeypatch):
    (tmp_path / "kept").mkdir()
    (tmp_path / "link.md").symlink_to(tmp_path / "kept/real.md")
    assert cli.main(["determine", CASE, "--out", str(tmp_path / "link.md")]) == 0
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "kept/real.md").is_file()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE)  # noqa: S603, S607
    assert cli.main(["determine", CASE, "--out", str(pipe)]) == 0
    assert reader.communicate(timeout=10)[0].startswith(b"# Note on a determination (support)")
    assert not pipe.is_file()


def test_as_a_module(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["extradition", "schema"])
    with pytest.raises(SystemExit) as stop:
        runpy.run_module("extradition", run_name="__main__")
    assert (stop.value.code, "determination\n" in capsys.readouterr().out) == (0, True)


def test_long_work_shows_progress_on_a_terminal():
    leader, follower = pty.openpty()
    termios.tcsetwinsize(follower, (24, 80))
    arguments = [sys.executable, "-m", "extradition", "validate", str(DECIDED)]
    done = subprocess.run(  # noqa: S603
        arguments,
        stdout=subprocess.DEVNULL,
        stderr=follower,
        check=False,
        timeout=60,
    )
    ready, _, _ = select.select([leader], [], [], 5)
    assert (done.returncode, ready) == (0, [leader])
    assert b"validating" in os.read(leader, 10_000)
    os.close(follower)
    os.close(leader)


@pytest.mark.parametrize(
    "command", [["determine", "--format", "pdf"], ["compare", "--format", "csv"], ["request"]]
)
def test_nothing_is_written_over_what_is_read(command, capsys, tmp_path):
    case = tmp_path / "case.yaml"
    case.write_bytes(Path(CASE).read_bytes())
    again = tmp_path / "link.yaml"
    again.symlink_to(case)
    code, out, err = run(capsys, *command, str(case), "--out", str(again))
    assert (code, out, err) == (2, "", f"{again}:1:1: is read, and would be written over\n")
    assert case.read_bytes() == Path(CASE).read_bytes()


def test_many_cases_have_the_same_result_as_few(capsys, few, monkeypatch):
    without = run(capsys, "compare", few, "--format", "json")[1]
    monkeypatch.setattr("extradition.cli.file_tasks._MANY", 2)
    assert run(capsys, "compare", few, "--format", "json")[1] == without


def test_a_request_is_printed(capsys):
    assert cli.main(["request", str(ROOT / "examples/half_complete/case.yaml")]) == 0
    assert capsys.readouterr().out.startswith("# ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("determine", CASE, "--law", "today", "--law", "merticariu"),
        ("determine", CASE, "--as-at", "2024-01-01", "--as-at", "2025-01-01"),
        ("region", "today", "merticariu", "--question", "EA 2003 s 20(5)", "--question", "EA 2003 s 85(5)"),
    ],
)
def test_an_option_of_which_only_the_last_value_would_count_is_given_once(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(list(arguments))
    assert ended.value.code == 2
    assert "is given twice; give it once" in capsys.readouterr().err


def test_the_lists_of_an_option_that_is_given_again_are_joined(capsys):
    laws = ("--laws", "before-merticariu", "--laws", "merticariu", "today")
    code, out, _ = run(capsys, "compare", CASE, *laws)
    assert (code, "under 3 laws" in out) == (0, True)
