"""The files of the command line: which are read in a folder, how reports are called, what is written and
what is left behind.
"""

import errno
import fcntl
import json
import os
import signal
import subprocess
import sys
import threading
from argparse import Namespace
from pathlib import Path

import pytest
from strategies import ROOT

from extradition import CaseFile, RuleBook, SourceError, UnknownLawError, cli, compare
from extradition.cli import case_files, output
from extradition.cli.refused_targets import refuse_to_overwrite
from extradition.policy.validation import validate
from extradition.source import bundled_folder

CASE = ROOT / "examples/merticariu/case.yaml"
REQUEST = ROOT / "examples/zeqaj_part_2/case.yaml"
DECIDED = ROOT / "precedents/merticariu-uksc.yaml"
QUICK = ["--engine", "plain"]


def run(capsys, *arguments):
    code = cli.main([str(each) for each in arguments])
    out = capsys.readouterr()
    return code, out.out, out.err


def determine(capsys, *arguments):
    return run(capsys, "determine", *arguments, "--no-sensitivity", *QUICK)


@pytest.fixture
def folder(tmp_path):
    """A folder with one case file."""
    made = tmp_path / "cases"
    made.mkdir()
    (made / "one.yaml").write_bytes(CASE.read_bytes())
    return made


def add(folder, *names, source=CASE):
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(source.read_bytes())


def as_json(folder, name):
    (folder / name).write_text(CaseFile.load(CASE).model_dump_json(exclude_none=True), encoding="utf-8")


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_folder_has_every_file_that_is_read_when_it_is_named(capsys, folder):
    add(folder, "b.yml", "C.YAML", "below/and below/d.Yml")
    as_json(folder, "a.JSON")
    for path in (path for path in folder.rglob("*") if path.is_file()):
        assert determine(capsys, path)[0] == 0, path
    code, out, err = determine(capsys, folder)
    assert (code, err, out.count("# Note on a determination (support)")) == (0, "", 5)
    code, out, err = run(capsys, "compare", folder, "--format", "json", *QUICK)
    assert (code, err, len(json.loads(out)["cases"])) == (0, "", 5)


def test_what_is_left_out_of_a_folder_is_named(capsys, folder, tmp_path):
    add(folder, ".hidden.yaml", ".git/x.yaml", "notes.txt", "cases.CSV")
    add(tmp_path, "elsewhere/two.yaml")
    (folder / "away").symlink_to(tmp_path / "elsewhere")
    (folder / "a link.yaml").symlink_to("one.yaml")
    (folder / "gone.txt").symlink_to("nowhere")
    read = "a case file ends in .yaml, .yml or .json"
    code, out, err = determine(capsys, folder)
    assert (code, out.count("# Note on a determination (support)")) == (0, 1)
    assert err.splitlines() == [
        f"{folder}/.git: not read: its name begins with a dot",
        (
            f"{folder}/away: not read: it is a link to a folder; name it on the command line to read what "
            "is in it"
        ),
        f"{folder}/.hidden.yaml: not read: its name begins with a dot",
        f"{folder}/cases.CSV: not read: it is a table of cases; {read} and holds one case",
        f"{folder}/notes.txt: not read: {read}",
        f"{folder}/a link.yaml: not read: it is the same file as {folder}/one.yaml",
        f"{folder}/gone.txt: not read: {read}",
    ]
    code, out, err = determine(capsys, folder / "away", folder / ".hidden.yaml")
    assert (code, out.count("# Note on a determination (support)"), err) == (0, 2, "")


def test_a_file_that_is_named_and_in_a_folder_is_read_once(capsys, folder):
    add(folder, "below/two.yaml")
    code, out, err = determine(capsys, folder, folder / "one.yaml", folder / "below")
    assert (code, out.count("# Note on a determination (support)")) == (0, 2)
    assert err.splitlines() == [
        f"{folder}/one.yaml: not read: it is the same file as {folder}/one.yaml",
        f"{folder}/below/two.yaml: not read: it is the same file as {folder}/below/two.yaml",
    ]


@pytest.mark.parametrize("command", ["determine", "ask", "request", "compare", "validate"])
def test_a_table_of_cases_is_refused_in_one_line(command, capsys, tmp_path):
    for name in ("cases.csv", "cases.XLSX"):
        (tmp_path / name).write_bytes(b"PK\x03\x04 case,territory\n")
        code, out, err = run(capsys, command, tmp_path / name)
        assert (code, out) == (2, "")
        assert err == (
            f"{tmp_path / name}:1:1: is not read: it is a table of cases; a case file ends in .yaml, "
            ".yml or .json and holds one case\n"
        )


def test_another_name_and_no_file_at_all(capsys, folder):
    add(folder, "case.txt")
    assert (
        determine(capsys, folder / "case.txt")[2]
        == f"{folder}/case.txt:1:1: is not read: a case file ends in .yaml, .yml or .json\n"
    )
    assert (
        determine(capsys, folder / "none")[2]
        == f"{folder}/none:1:1: cannot be read: no such file or directory\n"
    )


def test_an_empty_folder_says_what_is_read_and_does_not_stop_the_others(capsys, folder, tmp_path):
    add(tmp_path, "empty/notes.md")
    stated = f"{tmp_path}/empty:1:1: has no case file in it: a case file ends in .yaml, .yml or .json"
    code, out, err = determine(capsys, tmp_path / "empty")
    assert (code, out, err.splitlines()[-1]) == (2, "", stated)
    code, out, err = determine(capsys, folder, tmp_path / "empty")
    assert (code, out.count("# Note on a determination (support)"), err.splitlines()[-1]) == (1, 1, stated)


def test_one_bad_file_never_stops_the_report_on_the_others(capsys, folder, tmp_path):
    add(folder, "decided.yaml", source=DECIDED)
    (folder / "bad.yaml").write_text("case: X\n", encoding="utf-8")
    text = CASE.read_text(encoding="utf-8")
    (folder / "unknown.yaml").write_text(text.replace("territory: RO", "territory: XX"), encoding="utf-8")
    faults = [f"{folder}/bad.yaml:1:1: {key}: is required" for key in ("dates", "offences", "territory")]
    unknown = next(
        line for line in determine(capsys, folder / "unknown.yaml")[2].splitlines() if "territory" in line
    )
    code, out, err = determine(capsys, folder)
    assert (code, out.count("# Note on a determination (support)"), err.splitlines()) == (
        1,
        2,
        [*faults, unknown],
    )
    code, out, err = determine(capsys, folder, "--out", tmp_path / "out")
    assert (code, out, err.splitlines(), names_in(tmp_path / "out")) == (
        1,
        "",
        [*faults, unknown],
        ["decided.md", "one.md"],
    )
    code, out, err = run(capsys, "compare", folder, "--format", "json", *QUICK)
    assert (code, [case["number"] for case in json.loads(out)["cases"]], err.splitlines()) == (
        1,
        [1, 2],
        [*faults, unknown],
    )
    code, out, err = run(capsys, "validate", folder, "--format", "json", *QUICK)
    assert (code, json.loads(out)["total"]) == (1, 1)
    assert [line.split(":")[0] for line in err.splitlines()] == [
        f"{folder}/{name}.yaml" for name in ("bad",) * 3 + ("one",) * 2 + ("unknown",)
    ]


@pytest.mark.parametrize("command", ["determine", "compare", "validate"])
def test_without_a_good_file_nothing_is_written(command, capsys, tmp_path):
    add(tmp_path, "bad/a.yaml", "bad/b.yaml")
    for path in (tmp_path / "bad").iterdir():
        path.write_text(
            CASE.read_text(encoding="utf-8").replace("territory: RO", "territory: XX"), encoding="utf-8"
        )
    for typed in (["bad"], ["bad/a.yaml"]):
        code, out, err = run(capsys, command, *(tmp_path / each for each in typed), "--out", tmp_path / "out")
        assert (code, out, (tmp_path / "out").exists(), "XX" in err) == (2, "", False, True)


def test_a_law_that_does_not_fit_one_case_does_not_stop_the_others(capsys):
    assumed = ["--assuming", "s20-5-as-amended-2026"]
    message = "s20-5-as-amended-2026 is of another matter; this is a Part 2 case"
    code, out, err = determine(capsys, CASE, REQUEST, *assumed)
    assert (code, out.count("# Note on a determination (support)"), err) == (
        1,
        1,
        f"{REQUEST}:2:1: {message}\n",
    )
    assert determine(capsys, REQUEST, *assumed) == (2, "", f"extradition: {message}\n")
    code, _, err = determine(capsys, CASE, DECIDED, "--law", "nowhere")
    assert (code, err) == (2, "extradition: 'nowhere' is not a law in laws.yaml\n")


def test_the_library_raises_unless_it_is_to_go_on():
    book = RuleBook.load()
    good, bad = CaseFile.load(DECIDED), CaseFile.load(DECIDED).model_copy(update={"territory": "XX"})
    noted = []
    for each in (compare, validate):
        with pytest.raises(SourceError):
            each([bad, good], book, engine="plain")
        made = each(
            [bad, good], book, engine="plain", on_fault=lambda case, error: noted.append((case, type(error)))
        )
        assert (len(made.cases), noted.pop()) == (1, (bad, SourceError))
    with pytest.raises(UnknownLawError):
        compare([good], book, ["nowhere", "merticariu"], on_fault=lambda *_: None)


def test_out_makes_its_folder_for_one_case_as_for_two(capsys, folder, tmp_path):
    assert determine(capsys, folder, "--out", tmp_path / "new/one") == (0, "", "")
    assert names_in(tmp_path / "new/one") == ["one.md"]
    add(folder, "two.yaml")
    assert determine(capsys, folder, "--out", tmp_path / "new/two") == (0, "", "")
    assert names_in(tmp_path / "new/two") == ["one.md", "two.md"]
    assert determine(capsys, folder, "--out", tmp_path / "new/two") == (0, "", "")
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    code, _, err = determine(capsys, folder, "--out", tmp_path / "file")
    assert (code, err) == (
        2,
        f"{tmp_path}/file:1:1: cannot be written: is a file, and several reports need a folder\n",
    )
    code, _, err = determine(capsys, folder, "--out", tmp_path / "file/below")
    assert (code, err) == (2, f"{tmp_path}/file/below:1:1: cannot be written: not a directory\n")


@pytest.mark.parametrize("more", [(), ("--every-matter",), ("--depth", "full")])
def test_a_slash_at_the_end_of_out_is_a_folder_for_one_case_too(more, capsys, folder, tmp_path):
    made = ("determine", folder / "one.yaml", *more, "--out")
    assert run(capsys, *made, f"{tmp_path}/new/") == (0, "", "")
    assert run(capsys, *made, f"{tmp_path}/new/") == (0, "", "")
    assert names_in(tmp_path / "new") == ["one.md"]
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    code, _, err = run(capsys, *made, f"{tmp_path}/file/")
    assert (code, err) == (2, f"{tmp_path}/file:1:1: cannot be written: is a file, and no folder\n")


def test_one_paper_goes_into_a_folder_under_its_own_name(capsys, folder, tmp_path):
    made = ("papers", folder / "one.yaml", "--kind")
    into = ("--out", f"{tmp_path}/new/")
    assert run(capsys, *made, "skeleton", "--for", "requested-person", *into) == (0, "", "")
    assert run(capsys, *made, "facts", *into) == (0, "", "")
    assert names_in(tmp_path / "new") == ["facts.md", "skeleton-requested-person.md"]
    assert run(capsys, *made, "facts")[1] == (tmp_path / "new/facts.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("request", "case.yaml", "--out"),
        ("compare", "case.yaml", "--out"),
        ("region", "today", "merticariu", "--out"),
        ("replay", "a.json", "--out"),
        ("validate", "case.yaml", "--out"),
        ("check", "--out"),
        ("questions", "--out"),
        ("notice", "a.json", "--out"),
        ("in-issue", "case.yaml", "--by", "parties", "--out"),
        ("warrant", "a.pdf", "--out"),
        ("warrant", "a.pdf", "--into"),
        ("cohort", "a.csv", "--out"),
        ("cohort", "a.csv", "--report"),
        ("cohort", "a.csv", "--chart"),
    ],
)
def test_a_command_that_writes_one_file_refuses_the_name_of_a_folder(
    arguments, capsys, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        cli.main([*arguments, "new.svg/"])
    assert ended.value.code == 2
    message = f"argument {arguments[-1]}: 'new.svg/' names a folder; name a file in it\n"
    assert capsys.readouterr().err.endswith(message)
    assert names_in(tmp_path) == []


def test_an_empty_name_is_no_target(capsys):
    with pytest.raises(SystemExit):
        cli.main(["determine", str(CASE), "--out", ""])
    assert "argument --out: the path is empty; name a file or a folder" in capsys.readouterr().err


def test_reports_never_share_a_name_and_are_never_hidden(capsys, folder, tmp_path, monkeypatch):
    add(folder, "case.yaml", "other.yaml")
    monkeypatch.chdir(folder)
    assert determine(capsys, "case.yaml", "other.yaml", "--out", tmp_path / "d")[0] == 0
    assert names_in(tmp_path / "d") == ["cases.md", "other.md"]
    as_json(folder, "other.json")
    add(folder, "x/other.yaml", "OTHER.yml", "y/.case.yaml", "y/a.yaml")
    assert determine(capsys, ".", "y/.case.yaml", "--out", tmp_path / "e")[0] == 0
    stated = [
        "OTHER.yml.md",
        "a.md",
        "case.md",
        "cases-other.yaml.md",
        "cases.md",
        "one.md",
        "other.json.md",
        "x-other.yaml.md",
    ]
    assert names_in(tmp_path / "e") == stated


def test_names_of_reports_where_nothing_else_tells_them_apart():
    paths = [
        Path("a/x/n.yaml"),
        Path("b/x/n.yaml"),
        Path("b/x/N.yaml"),
        Path("/case.yaml"),
        Path("c/x/x-n.yaml-2.yml"),
    ]
    stated = ["x-n.yaml.md", "x-n.yaml-2.md", "x-N.yaml-3.md", "case.md", "x-n.yaml-2-2.md"]
    assert list(output.report_names(paths, "md").values()) == stated
    with pytest.raises(
        SourceError, match=r"^c/one\.yaml:1:1: its report would be one\.md, as that of c/one\.yaml$"
    ):
        output.report_names([Path("c/one.yaml"), Path("c/../c/one.yaml")], "md")


def test_nothing_that_is_read_in_any_way_is_written_over(capsys, folder, tmp_path):
    add(folder, "two.json", "bad.yaml")
    (folder / "bad.yaml").write_text("case: X\n", encoding="utf-8")
    template = bundled_folder("templates") / "report.docx"
    own = tmp_path / "own.docx"
    own.write_bytes(template.read_bytes())
    read = [
        folder / "bad.yaml",
        ROOT / "rules/laws.yaml",
        ROOT / "rules/README.md",
        next(ROOT.glob("rules/*/part_1/*/*.yaml")),
        template,
    ]
    small = ROOT / "tests/books/small"
    test = next(ROOT.glob("tests/cases/part_1/*/*.yaml"))
    tried = [["compare", folder, "--out", path] for path in read]
    tried += [["determine", folder / "one.yaml", "--format", "docx", "--template", own, "--out", own]]
    tried += [
        ["questions", "--rules", small, "--out", small / "book.yaml"],
        ["check", small, "--out", small / "book.yaml"],
    ]
    tried += [["check", "--cases", ROOT / "tests/cases", "--out", test]]
    for arguments in tried:
        before = arguments[-1].read_bytes()
        assert run(capsys, *arguments) == (
            2,
            "",
            f"{arguments[-1]}:1:1: is read, and would be written over\n",
        )
        assert arguments[-1].read_bytes() == before
    (tmp_path / "out").mkdir()
    os.link(ROOT / "rules/laws.yaml", tmp_path / "out/one.md")
    code, _, err = determine(capsys, folder, "--out", tmp_path / "out")
    assert (code, err) == (2, f"{tmp_path}/out/one.md:1:1: is read, and would be written over\n")
    os.link(ROOT / "rules/laws.yaml", tmp_path / "out/case.schema.json")
    assert (
        run(capsys, "schema", "--out", tmp_path / "out")[2]
        == f"{tmp_path}/out/case.schema.json:1:1: is read, and would be written over\n"
    )


def test_nothing_is_written_that_would_be_read_as_a_case_the_next_time(capsys, folder):
    stated = (
        ":1:1: is in a folder of case files, and would be read as one of them the next time; name another "
        "folder\n"
    )
    for arguments in (
        ["determine", folder, "--out", folder / "new"],
        ["compare", folder, "--out", folder / "x.json"],
    ):
        assert run(capsys, *arguments, "--format", "json") == (2, "", f"{arguments[-1]}{stated}")
    assert names_in(folder) == ["one.yaml"]
    assert determine(capsys, folder, "--out", folder)[0] == 0
    assert names_in(folder) == ["one.md", "one.yaml"]


def test_a_report_does_not_replace_another_case_file(capsys, folder, tmp_path):
    add(tmp_path, "b.yaml", "plain.yaml")
    (tmp_path / "plain.yaml").write_text("a: list\n", encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("a: [\n", encoding="utf-8")
    stated = ":1:1: is a case file, and would be written over by a report; name another file\n"
    out = tmp_path / "b.yaml"
    assert determine(capsys, folder / "one.yaml", "--out", out) == (2, "", f"{out}{stated}")
    assert out.read_bytes() == CASE.read_bytes()
    link = tmp_path / "report.md"
    link.symlink_to(out)
    assert determine(capsys, folder / "one.yaml", "--out", link) == (2, "", f"{link}{stated}")
    assert out.read_bytes() == CASE.read_bytes()
    for name in ("plain.yaml", "broken.yaml"):
        assert determine(capsys, folder / "one.yaml", "--out", tmp_path / name)[0] == 0
    for _ in range(2):  # a report in JSON may be made again
        made = determine(capsys, folder / "one.yaml", "--format", "json", "--out", tmp_path / "r.json")
        assert made == (0, "", "")
    add(folder, "two.yaml")
    several = [folder / "one.yaml", folder / "two.yaml", "--format", "json", "--out", folder]
    code, _, err = determine(capsys, *several)
    assert (code, names_in(folder)) == (2, ["one.yaml", "two.yaml"])
    assert err.startswith(f"{folder}:1:1: is in a folder of case files, and would be read as one of them")


def test_the_folder_of_one_report_is_made_and_an_empty_path_is_no_folder(capsys, folder, tmp_path):
    out = tmp_path / "new/below/b.md"
    assert determine(capsys, folder / "one.yaml", "--out", out) == (0, "", "")
    assert out.is_file()
    with pytest.raises(SystemExit) as ended:
        run(capsys, "determine", "")
    assert ended.value.code == 2
    assert capsys.readouterr().err.endswith("argument CASE: the path is empty; name a file or a folder\n")


def test_a_fault_of_a_notice_names_its_file(capsys, tmp_path):
    notice = tmp_path / "n.json"
    notice.write_text('{"forename": "JANE"}', encoding="utf-8")
    stated = f"{notice}:1:1: name: is required: a public notice has the name of the person\n"
    assert run(capsys, "notice", notice) == (2, "", stated)


def test_a_file_that_may_not_be_written_is_left(capsys, tmp_path, monkeypatch):
    old = tmp_path / "old.md"
    old.write_text("kept", encoding="utf-8")
    old.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everything
    code, _, err = determine(capsys, CASE, "--out", old)
    assert (code, err, names_in(tmp_path)) == (
        2,
        f"{old}:1:1: cannot be written: permission denied\n",
        ["old.md"],
    )
    assert old.read_text(encoding="utf-8") == "kept"


@pytest.fixture(params=["without a name", "no such kind of file", "not on this disk", "no /proc"])
def system(request, monkeypatch):
    """The ways in which a system has files without a name or has none."""
    if request.param == "no such kind of file":
        monkeypatch.delattr(os, "O_TMPFILE")
    if request.param == "no /proc":
        monkeypatch.setattr(os.path, "exists", lambda _: False)
    if request.param == "not on this disk":
        real = os.open

        def refusing(path, flags, *mode):
            if flags & os.O_TMPFILE == os.O_TMPFILE:
                raise OSError(errno.EOPNOTSUPP, "Operation not supported")
            return real(path, flags, *mode)

        monkeypatch.setattr(os, "open", refusing)
    return request.param


def test_a_file_is_written_whole_on_every_system(system, tmp_path):
    path = tmp_path / "x.md"
    for text in ("first", "second"):
        output.write(path, text)
        assert path.read_text(encoding="utf-8") == text
        path.chmod(0o640)
    assert (names_in(tmp_path), path.stat().st_mode & 0o777) == (["x.md"], 0o640)
    output.write(tmp_path / "none/below/x.md", "text")
    assert (tmp_path / "none/below/x.md").read_text(encoding="utf-8") == "text"
    with pytest.raises(SourceError, match=r"x\.md:1:1: cannot be written: (file exists|not a directory)"):
        output.write(tmp_path / "x.md/y.md", "text")


def test_what_is_written_is_on_disk_before_it_has_its_name(monkeypatch, tmp_path):
    done = []
    fsync, replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (done.append(os.fstat(handle).st_size), fsync(handle)))
    monkeypatch.setattr(Path, "replace", lambda half, target: (done.append("named"), replace(half, target)))
    output.write(tmp_path / "x.md", "text")
    assert done[:2] == [len("text"), "named"]
    assert len(done) == 3  # and then the folder
    done.clear()
    output.write_into(tmp_path / "d", [("a.md", "one"), ("b.md", "three")])
    assert done[:4] == [3, 5, "named", "named"]


def test_what_a_killed_command_left_is_removed_and_what_another_still_writes_is_not(tmp_path):
    left, in_use, of_several = (
        tmp_path / name
        for name in (
            f".extradition-{'0' * 16}",
            f".extradition-{'1' * 16}",
            f".extradition-of-several-{'2' * 16}",
        )
    )
    for path in (left, in_use, of_several):
        path.write_text("half", encoding="utf-8")
    with in_use.open(encoding="utf-8") as locked:
        fcntl.flock(locked, fcntl.LOCK_EX)
        output.write(tmp_path / "x.md", "text")
    assert names_in(tmp_path) == sorted([in_use.name, of_several.name, "x.md"])


def test_a_folder_that_was_made_is_gone_if_nothing_could_be_written(monkeypatch, tmp_path):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SourceError, match=r"b\.md:1:1: cannot be written: no space left on device|a\.md:1:1"):
        output.write_into(tmp_path / "new/below", [("a.md", "a"), ("b.md", "b")])
    assert names_in(tmp_path) == []


KILLED = """
import os, signal, sys
from pathlib import Path
from extradition.cli import output
number, several = int(sys.argv[1]), sys.argv[2] == "several"
fsync = os.fsync
os.fsync = lambda handle: (fsync(handle), os.kill(os.getpid(), number))
from extradition import cli
from extradition.cli import schema_command
"""
ASK = "cli.output.write(Path('case.yaml'), 'new')"
MANY = "cli.output.write_into(Path('new'), [('a.md', 'a')])"


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGKILL, -9), (signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)],
)
def test_a_process_that_ends_while_it_writes_leaves_nothing(number, code, tmp_path):
    (tmp_path / "case.yaml").write_text("old", encoding="utf-8")
    for write in [ASK] if number == signal.SIGKILL else [ASK, MANY]:
        program = (
            f"{KILLED}\nschema_command.run_schema = lambda options: {write}\nsys.exit(cli.main(['schema']))"
        )
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-c", program, str(int(number)), "one"],
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr.decode()) == (code, "")
        assert names_in(tmp_path) == ["case.yaml"]
        assert (tmp_path / "case.yaml").read_text(encoding="utf-8") == "old"


def test_signals_are_as_they_were_afterwards(capsys, monkeypatch):
    before = [signal.getsignal(each) for each in (signal.SIGTERM, signal.SIGHUP)]
    assert run(capsys, "schema")[0] == 0
    terminate = "extradition.cli.schema_command.run_schema"
    monkeypatch.setattr(terminate, lambda _options: signal.raise_signal(signal.SIGTERM))
    with pytest.raises(SystemExit) as stop:
        cli.main(["schema"])
    assert stop.value.code == 143
    monkeypatch.undo()
    assert [signal.getsignal(each) for each in (signal.SIGTERM, signal.SIGHUP)] == before
    codes = []
    thread = threading.Thread(target=lambda: codes.append(cli.main(["schema"])))
    thread.start()
    thread.join()
    assert codes == [0]


def test_a_rule_or_a_test_that_would_be_left_out_is_a_fault(capsys, tmp_path):
    add(tmp_path, "part_1/section_20/s20.yml", source=next(ROOT.glob("tests/cases/part_1/section_20/*.yaml")))
    code, _, err = run(capsys, "check", ROOT / "tests/books/small", "--cases", tmp_path)
    assert (code, err) == (
        2,
        f"{tmp_path}/part_1/section_20/s20.yml:1:1: is not read: a file of tests ends in .yaml\n",
    )
    for path in (ROOT / "tests/books/small").rglob("*.yaml"):
        add(tmp_path / "book", str(path.relative_to(ROOT / "tests/books/small")), source=path)
    assert run(capsys, "check", tmp_path / "book")[0] == 0
    for name in ("facts/more.yml", "test_act_2000/part_1/section_1/more.JSON"):
        add(tmp_path / "book", name)
        code, _, err = run(capsys, "check", tmp_path / "book")
        assert (code, err) == (2, f"{tmp_path}/book/{name}:1:1: is not read: a rule file ends in .yaml\n")
        (tmp_path / "book" / name).unlink()


def test_what_cannot_be_looked_at(tmp_path):
    assert not case_files.is_folder(Path("x" * 300))
    refuse_to_overwrite([tmp_path / "new.md"], Namespace(cases=[Path("x" * 300)], out=tmp_path / "new.md"))
