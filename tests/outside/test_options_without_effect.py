"""An option that would change nothing is refused by name, and nothing is written."""

import pytest
from cohort_tables import EXAMPLE
from strategies import BOOK, ROOT

from extradition import CaseFile, OptionError, cli
from extradition.hearing.examination import examine
from extradition.policy.cohort.cohort import decide_table

CASE = ROOT / "examples/merticariu/case.yaml"
RULES = ROOT / "rules"
QUERY = ("cohort", EXAMPLE, "--keep", "court", "--sql", "duckdb")
CHECKLIST = ("determine", CASE, "--every-matter")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((*QUERY, "--format", "pdf"), "--sql prints the query alone; leave out --format"),
        ((*QUERY, "--format", "md"), "--sql prints the query alone; leave out --format"),
        ((*QUERY, "--sample", "200"), "--sql prints the query alone; leave out --sample"),
        (
            (*QUERY, "--engine", "plain", "--sample", "3", "--by", "court"),
            "--sql prints the query alone; leave out --by, --sample, --engine",
        ),
        (
            ("cohort", EXAMPLE, "--sample", "0", "--engine", "plain"),
            "--engine reads the rows of the sample, and --sample 0 has none; leave it out",
        ),
        (
            ("cohort", CASE, "--part", "1", "--taken-from", "EA 2003 s 20(1)", "--keep", "court"),
            "part and taken from and keep can be given for a table of offences; a case file says it itself",
        ),
        (
            ("determine", CASE, "--no-sensitivity", "--hold-findings"),
            "--hold-findings says how sensitivity is found; leave out --no-sensitivity",
        ),
        (
            (*CHECKLIST, "--depth", "full", "--jobs", "1", "--no-precedents"),
            "--every-matter makes a checklist; leave out --depth, --jobs, --no-precedents",
        ),
        ((*CHECKLIST, "--no-sensitivity"), "--every-matter makes a checklist; leave out --no-sensitivity"),
        ((*CHECKLIST, "--hold-findings"), "--every-matter makes a checklist; leave out --hold-findings"),
        (("determine", CASE, CASE, "--every-matter"), "--every-matter takes one case file"),
        (
            ("notice", "none.json", "--rules", RULES),
            "a notice is read without a rule book; leave out --rules",
        ),
        (
            ("check", RULES, "--rules", ROOT / "tests/books/small"),
            "one rule book is checked; leave out --rules, or the folder",
        ),
    ],
)
def test_an_option_without_effect_is_refused_by_name(capsys, tmp_path, monkeypatch, arguments, message):
    monkeypatch.chdir(tmp_path)
    code = cli.main(list(map(str, arguments)))
    assert (code, *capsys.readouterr()) == (2, "", f"extradition: {message}\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("given", [{"part": "1"}, {"taken_from": "EA 2003 s 20(1)"}, {"keep": ["court"]}])
def test_case_files_take_no_option_of_a_table(given):
    case = examine(CaseFile.load(CASE), BOOK)
    (name,) = given
    with pytest.raises(OptionError, match=f"^{name.replace('_', ' ')} can be given for a table"):
        decide_table([(CASE, case)], BOOK, **given)


def test_an_option_given_twice_with_the_value_that_it_has_without_it_is_refused(capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(["cohort", str(EXAMPLE), "--sample", "200", "--sample", "3"])
    assert ended.value.code == 2
    assert "is given twice; give it once" in capsys.readouterr().err
