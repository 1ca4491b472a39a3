"""Draft laws, other versions and a second rule book on the command line."""

import json
import shutil

from strategies import ROOT, SMALL

from extradition import Draft, cli

CASE = ROOT / "examples/merticariu/case.yaml"
DRAFT = ROOT / "docs/tasks/draft-a-law.yaml"
NAME = "finding-of-a-court-is-enough"
HASH = Draft.load(DRAFT).used.sha256
QUICK = ["--engine", "plain"]


def run(capsys, *arguments):
    code = cli.main([str(each) for each in arguments])
    out = capsys.readouterr()
    return code, out.out, out.err


def outcomes(out):
    return {each["law"]: each["outcome"] for each in json.loads(out)["cases"][0]["outcomes"]}


def test_a_draft_is_compared_with_the_law_from_which_it_starts(capsys):
    code, out, err = run(capsys, "compare", CASE, "--with", DRAFT, "--format", "json", *QUICK)
    assert (code, err, outcomes(out)) == (0, "", {"today": "discharge", NAME: "proceed to s 21"})
    assert [draft["sha256"] for draft in json.loads(out)["drafts"]] == [HASH]
    code, out, _ = run(
        capsys,
        *("compare", CASE, "--with", DRAFT, "--laws", "before-merticariu", NAME, "as-amended-2026"),
        *("--format", "json", *QUICK),
    )
    assert outcomes(out) == {
        "before-merticariu": "proceed to s 21",
        NAME: "proceed to s 21",
        "as-amended-2026": "proceed to s 21",
    }


def test_a_draft_is_compared_next_to_the_laws_that_the_user_names(capsys):
    laws = ("--laws", "before-merticariu", "merticariu")
    _, out, _ = run(capsys, "compare", CASE, "--with", DRAFT, *laws, "--format", "json", *QUICK)
    assert list(outcomes(out)) == ["before-merticariu", "merticariu", NAME]


def test_a_case_is_determined_under_a_draft(capsys):
    options = ("--with", DRAFT, "--law", NAME, "--no-sensitivity", *QUICK)
    code, out, err = run(capsys, "determine", CASE, *options, "--format", "json")
    assert (code, err, json.loads(out)["outcome"]) == (0, "", "proceed to s 21")
    assert json.loads(out)["drafts"][0]["sha256"] == HASH
    code, out, err = run(capsys, "determine", CASE, *options[2:])
    assert (code, out) == (2, "")
    assert f"extradition: '{NAME}' is not a law in laws.yaml" in err


def test_a_bad_draft_stops_the_command_before_anything_is_written(capsys, tmp_path):
    bad, out = tmp_path / "draft.yaml", tmp_path / "out.json"
    bad.write_text(DRAFT.read_text(encoding="utf-8").replace("s20-5-merticariu", "s20-5-mertikariu"))
    code, printed, err = run(capsys, "compare", CASE, "--with", bad, "--format", "json", "--out", out)
    assert (code, printed, out.exists()) == (2, "", False)
    assert err == (
        f"{bad}:11:5: changes[0].version: s20-5-mertikariu is not a version of this rule book; did you mean "
        "s20-5-merticariu?\n"
    )
    code, printed, err = run(capsys, "compare", CASE, "--with", DRAFT, "--with", DRAFT, "--out", out)
    assert (code, printed, out.exists(), len(err.splitlines())) == (2, "", False, 3)
    assert f"{DRAFT}:3:1: id: {NAME} is the name of a law already; choose another" in err


def test_a_draft_is_never_written_over(capsys, tmp_path):
    mine = tmp_path / "draft.yaml"
    shutil.copy(DRAFT, mine)
    code, _, err = run(capsys, "compare", CASE, "--with", mine, "--format", "json", "--out", mine)
    assert (code, err) == (2, f"{mine}:1:1: is read, and would be written over\n")
    assert mine.read_text(encoding="utf-8") == DRAFT.read_text(encoding="utf-8")


def test_one_more_law_has_the_versions_that_the_user_names(capsys):
    options = ("--assuming", "s20-5-as-amended-2026", "--format", "json", *QUICK)
    code, out, err = run(capsys, "compare", CASE, *options)
    assert (code, err) == (0, "")
    assert outcomes(out) == {"today": "discharge", "today-assuming": "proceed to s 21"}
    code, out, err = run(capsys, "compare", CASE, "--assuming", "s20-5", "--out", "nothing.md")
    assert (code, out) == (2, "")
    assert err.startswith("extradition: 's20-5' is not a version in this rule book")


def test_two_rule_books_are_compared(capsys, tmp_path):
    rules = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", rules)
    path = rules / "extradition_act_2003/part_1/section_20/s20_05_entitled_to_retrial.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(
            "discharge: true, under: EA 2003 s 20(7)", "proceed_to: EA 2003 s 21, under: EA 2003 s 20(6)"
        )
    )
    code, out, err = run(capsys, "compare", CASE, "--against", rules, "--format", "json", *QUICK)
    assert (code, err) == (0, "")
    assert outcomes(out) == {"today": "discharge", "today (second rule book)": "proceed to s 21"}
    made = json.loads(out)
    assert made["rule_book"] != made["against"]
    small = ROOT / "tests/books/small"
    code, out, err = run(capsys, "compare", CASE, "--against", small)
    assert (code, out, err) == (2, "", "extradition: 'today' is not a law in laws.yaml\n")
    assert SMALL.digest not in (made["rule_book"], made["against"])


def test_the_region_of_a_draft_is_where_it_parts_from_its_law(capsys):
    options = ("--with", DRAFT, "--question", "EA 2003 s 20(5)")
    code, out, err = run(capsys, "region", "today", NAME, *options, "--format", "json")
    made = json.loads(out)
    assert (code, err, [draft["sha256"] for draft in made["drafts"]]) == (0, "", [HASH])
    assert made["laws"][1]["verified"]["draft"] == 2
    assert len(made["questions"][0]["places"]) == 2
    out = run(capsys, "region", "today", NAME, *options)[1]
    assert HASH in out
    assert "Draft: not law on any day." in out


def test_a_determination_under_a_draft_is_derived_again_with_the_same_draft(capsys, tmp_path):
    made, other = tmp_path / "made.json", tmp_path / "other.yaml"
    options = ("--with", DRAFT, "--law", NAME, "--no-sensitivity", "--no-precedents", "--format", "json")
    assert run(capsys, "determine", CASE, *options, "--out", made)[0] == 0
    code, out, err = run(capsys, "replay", made, "--with", DRAFT, "--format", "json")
    assert (code, err, json.loads(out)["status"]) == (0, "", "identical")
    other.write_text(DRAFT.read_text(encoding="utf-8").replace("The same in Part 2.", "Part 2 too."))
    code, out, _ = run(capsys, "replay", made, "--with", other, "--format", "json")
    assert (code, json.loads(out)["status"] == "identical") == (1, False)
    code, out, err = run(capsys, "replay", made)
    assert (code, out, err) == (2, "", f"extradition: '{NAME}' is not a law in laws.yaml\n")


def test_a_draft_among_the_case_files_is_one_fault(capsys, tmp_path):
    shutil.copy(CASE, tmp_path / "case.yaml")
    shutil.copy(DRAFT, tmp_path / "draft.yaml")
    code, out, err = run(capsys, "determine", tmp_path, "--no-sensitivity", *QUICK)
    assert (code, out.count("# Note on a determination (support)")) == (1, 1)
    assert err == f"{tmp_path}/draft.yaml:1:1: is a draft law and no case file; name it after --with\n"
