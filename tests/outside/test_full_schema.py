"""The full schema of a case file and the types made from it: they accept what the rule book accepts."""

import contextlib
import json
import subprocess
import sys
from typing import get_args, get_type_hints

import jsonschema_rs
import pytest
import yaml
from jsonschema_rs import Draft202012Validator
from strategies import BOOK, ROOT, SMALL, book_in
from test_schemas import yaml_1_2

from extradition import CaseFile, SourceError, cli, determine, facts
from extradition.length import Length
from extradition.policy import law_tests
from extradition.report.case_schema import case_schema_text
from extradition.report.listed_facts import listed_facts
from extradition.report.python_types import python_types
from extradition.report.schemas import schema
from extradition.report.typescript_types import typescript_types

SCHEMAS = tuple(json.loads(case_schema_text(BOOK, part)) for part in (None, "1", "2"))
FULL, ONE, TWO = map(Draft202012Validator, SCHEMAS)
OF_WORDS = (
    "is not one of its answers",
    "is not a fact or a question",
    "is not in territories.yaml",
    "so it belongs under",
    "is not a kind of decision",
    "is not about one decision",
    "is not an option of box (d)",
    "is not one of the remarks",
    "is out of scope",
)
"""Messages on words that the rule book does not have."""


def faults(validator, shape):
    return [
        "$" + "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in error.instance_path)
        for error in validator.iter_errors(shape)
    ]


def case(part, findings=None, offence=None, **more):
    offences = [{"id": "one", "case_type": "conviction", "findings": offence or {}}]
    return {
        "case": "X",
        "part": part,
        "territory": "RO",
        "dates": {},
        "findings": findings or {},
        "offences": offences,
        **more,
    }


def test_the_schema_of_one_matter_has_the_keys_that_a_file_of_it_needs():
    for part, needs in (("1", ["territory", "offences"]), ("issue-of-warrant", ["offences"])):
        of_part = Draft202012Validator(json.loads(case_schema_text(BOOK, part)))
        for key in needs:
            without = {name: each for name, each in case(part).items() if name != key}
            assert faults(of_part, without) == ["$"]
            with pytest.raises(SourceError, match=f"{key}: is required"):
                determine(CaseFile.from_mapping(without), BOOK)
    person_alone = Draft202012Validator(json.loads(case_schema_text(BOOK, "own-nationals")))
    assert faults(person_alone, {"case": "X", "part": "own-nationals", "dates": {}}) == []
    several = [{"id": "first", "offences": case("1")["offences"]}]
    assert faults(ONE, {**{n: e for n, e in case("1").items() if n != "offences"}, "warrants": several}) == []


DATES = {
    "2024-03-06": True,
    "2024-03": True,
    "2024": True,
    2024: True,
    "2024-03-06 to 2024-03-09": True,
    "2024-03-06 to 2200-12-31": True,
    "2024-03-06 to 2024-13-09": False,
    "2024-03-06 to 1899-03-09": False,
    "2024-03 to 2024-05": False,
    "2024-03-06 to ": False,
    "2024-03-06  to 2024-03-09": False,
    "2023-02-01T00:00:00Z": False,
    "01/02/2023": False,
}


@pytest.mark.parametrize(("written", "is_taken"), DATES.items(), ids=repr)
def test_the_schemas_take_the_dates_that_a_file_may_have(written, is_taken):
    shape = case("1", dates={"arrest": written})
    for each in (*SCHEMAS[:2], json.loads(schema("case"))):
        assert Draft202012Validator(each, validate_formats=True).is_valid(shape) == is_taken
    with contextlib.nullcontext() if is_taken else pytest.raises(SourceError, match=r"dates\.arrest"):
        CaseFile.from_mapping(shape)


@pytest.mark.no_cover
def test_the_schema_of_each_part_is_a_schema():
    for each in SCHEMAS:
        jsonschema_rs.meta.validate(each)


@pytest.mark.no_cover
def test_it_accepts_the_case_of_each_test_of_law():
    tests = law_tests.load(ROOT / "tests/cases", BOOK)
    schemas = {part: Draft202012Validator(json.loads(case_schema_text(BOOK, part))) for part in BOOK.matters}
    refused = []
    for path, test in tests:
        made = test.case_file(BOOK).model_dump(mode="json", exclude_none=True)
        refused += [(path.name, test.it)] * (not schemas[test.part].is_valid(made))
    assert len(tests) > 2000
    assert refused == []


BAD = [
    path
    for path in sorted((ROOT / "tests/bad/case").glob("*.yaml"))
    if any(words in path.with_suffix(".expected").read_text(encoding="utf-8") for words in OF_WORDS)
]


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_it_refuses_a_word_that_the_rule_book_does_not_have(path):
    shape = yaml_1_2(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))  # noqa: S506
    assert faults(FULL, shape)


def test_the_plain_schema_accepts_an_answer_that_the_full_one_refuses():
    wrong = case(1, offence={"retrial_right": "maybe"})
    plain = Draft202012Validator(CaseFile.model_json_schema())
    assert (faults(plain, wrong), faults(FULL, wrong)) == ([], ["$.offences[0].findings.retrial_right"])
    for right in ("none", {"answer": "none", "by": "judge"}, ["none", {"answer": "already_used"}]):
        assert faults(FULL, case(1, offence={"retrial_right": right})) == []
    for other in ({"answer": "maybe"}, ["none", "maybe"], [], 5, {"answer": "none", "by": "a friend"}):
        assert faults(FULL, case(1, offence={"retrial_right": other})) != []
    by_prosecutor = case(1, offence={"retrial_right": {"answer": "none", "by": "prosecutor"}})
    assert faults(ONE, by_prosecutor) != []
    assert faults(FULL, by_prosecutor) == []  # a prosecutor decides in another matter


def test_each_part_has_its_own_facts_and_each_level_too():
    own = {
        part: next(
            fact.name for fact in listed_facts(BOOK) if fact.parts == (part,) and fact.levels == ("person",)
        )
        for part in "12"
    }
    for part, validator, other in (("1", ONE, "2"), ("2", TWO, "1")):
        answers = {fact.name: next(iter(fact.answers)) for fact in listed_facts(BOOK)}
        assert faults(validator, case(part, findings={own[part]: answers[own[part]]})) == []
        assert faults(validator, case(part, findings={own[other]: answers[own[other]]})) == ["$.findings"]
        assert faults(validator, case(int(other))) == ["$.part"]
        assert faults(validator, case(part, offence={own[part]: answers[own[part]]})) != []


LENGTHS = (
    *("2 years", "1 year", "2 years, 2 months and 20 days", "120 days", "4 years less one day"),
    *("1 YEAR and 3 Months", "3 weeks", "12", "not_shown", "2 years less 3 days", " 5 months "),
)
NO_LENGTHS = (
    *("a while", "2", "years", "2 yers", "-3", "2.5", "1 year or so", ""),
    *("2 months 3 years", "3 days and 2 weeks", "1 day and 2 days", ", 2 years", "2 years less 1 month"),
)


@pytest.mark.parametrize("text", LENGTHS)
def test_a_length_that_the_rule_book_reads_is_accepted(text):
    fact = BOOK.facts["sentence_imposed"]
    assert fact.allows(fact.read(text))
    assert faults(FULL, case(1, offence={"sentence_imposed": text})) == []


@pytest.mark.parametrize("text", NO_LENGTHS)
def test_a_text_that_is_no_length_is_refused(text):
    refused = faults(FULL, case(1, offence={"sentence_imposed": text})) != []
    assert refused == (Length.read(text) is None and not text.isdigit())


def test_a_number_is_an_answer_only_where_the_fact_has_a_unit():
    assert faults(FULL, case(1, offence={"sentence_imposed": 12})) == []
    assert faults(FULL, case(1, offence={"sentence_imposed": -1})) != []
    assert faults(FULL, case(1, offence={"sentence_imposed": 2**53})) != []
    assert faults(FULL, case(1, offence={"retrial_right": 12})) != []


def test_a_rule_book_without_a_form_and_decisions_has_a_schema_too():
    small = Draft202012Validator(json.loads(case_schema_text(SMALL)))
    shape = case(1, findings={"named": "yes"}, territory=next(iter(SMALL.territories)))
    assert faults(small, shape) == []
    assert faults(small, {**shape, "findings": {"named": "perhaps"}}) == ["$.findings.named"]
    assert SMALL.decision_kinds is None
    assert SMALL.warrant_form is None


def test_the_committed_files_are_current():
    def read(name):
        return (ROOT / name).read_text(encoding="utf-8")

    assert read("schema/case-full.schema.json") == case_schema_text(BOOK), "run make schema"
    assert read("clients/typescript/src/facts.ts") == typescript_types(BOOK), "run make schema"
    for name, text in python_types(BOOK).items():
        assert read(f"src/extradition/facts/{name}") == text, "run make schema"


def test_the_types_have_the_answers_of_the_rule_book():
    assert set(get_args(facts.RetrialRight)) == {*BOOK.facts["retrial_right"].answers}
    assert set(get_args(facts.YesOrNo)) == {"yes", "no"}
    assert {facts.Part1CaseFile, facts.OwnNationalsCaseFile} < set(get_args(facts.AnyCaseFile))
    assert len(get_args(facts.AnyCaseFile)) == len(BOOK.matters)
    for part, of_person, of_offence in (
        ("1", facts.Part1PersonFindings, facts.Part1OffenceFindings),
        ("2", facts.Part2PersonFindings, facts.Part2OffenceFindings),
    ):
        for subject, typed in (("person", of_person), ("offence", of_offence)):
            known = {name for name in BOOK.subjects[part] if subject in BOOK.places_of(part, name)}
            assert {*get_type_hints(typed)} == known - {"case_type"}


RIGHT = """
from extradition.facts import Part1CaseFile
case: Part1CaseFile = {{"case": "X", "territory": "RO", "dates": {{}}, "offences": [
    {{"id": "one", "case_type": "conviction", "findings": {{
        "retrial_right": {{"answer": "{}", "by": "judge"}}, "sentence_imposed": 12}}}}]}}
"""


def test_mypy_accepts_a_right_answer_and_refuses_a_wrong_one(tmp_path):
    """Of the package mypy reads the types alone: it needs ten seconds for the rest."""
    (tmp_path / "package/extradition").mkdir(parents=True)
    (tmp_path / "package/extradition/__init__.py").touch()
    (tmp_path / "package/extradition/facts").symlink_to(ROOT / "src/extradition/facts")
    scripts = [tmp_path / f"{answer}.py" for answer in ("none", "maybe")]
    for script in scripts:
        script.write_text(RIGHT.format(script.stem), encoding="utf-8")
    ran = subprocess.run(  # noqa: S603  our own command
        [
            sys.executable,
            "-m",
            "mypy",
            "--follow-imports=silent",
            "--cache-dir",
            str(tmp_path),
            *map(str, scripts),
        ],
        capture_output=True,
        text=True,
        check=False,
        env={"MYPYPATH": str(tmp_path / "package")},
        cwd=tmp_path,
    )
    assert "Found 1 error in 1 file (checked 2 source files)" in ran.stdout
    assert "maybe.py:5" in ran.stdout


def run(capsys, *arguments):
    code = cli.main(["schema", *arguments])
    return code, *capsys.readouterr()


def test_the_commands_of_the_page_make_types_of_another_book(tmp_path, monkeypatch):
    page = (ROOT / "docs/service.md").read_text(encoding="utf-8")
    lines = (
        page.partition("## Types for programs")[2].partition("```sh\n")[2].partition("```")[0].splitlines()
    )
    monkeypatch.chdir(tmp_path)
    for line in lines:
        assert cli.main(line.split()[1:]) == 0
    other = book_in("rules/international_policing")
    assert (tmp_path / "policing/facts.ts").read_text(encoding="utf-8") == typescript_types(other)
    assert "from iptypes import LetterOfRequestCaseFile" in page
    script = "from iptypes import LetterOfRequestCaseFile as typed; print(typed.__module__)"
    ran = subprocess.run(  # noqa: S603  our own command
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (ran.stdout, ran.stderr) == ("iptypes.letter_of_request\n", "")


def test_the_command_writes_the_full_schema_and_the_types(capsys, tmp_path):
    assert run(capsys, "case", "--full") == (0, case_schema_text(BOOK), "")
    assert run(capsys, "case", "--full", "--part", "2") == (0, case_schema_text(BOOK, "2"), "")
    assert run(capsys, "case", "--full", "--as", "typescript") == (0, typescript_types(BOOK), "")
    assert run(capsys, "case", "--full", "--part", "1", "--out", str(tmp_path))[0] == 0
    assert [path.name for path in tmp_path.iterdir()] == ["case-full-part-1.schema.json"]
    assert run(capsys, "case", "--full", "--as", "python", "--out", str(tmp_path / "facts"))[0] == 0
    assert {path.name for path in (tmp_path / "facts").iterdir()} == {*python_types(BOOK)}
    assert run(capsys, "--out", str(tmp_path / "all"))[0] == 0
    assert (tmp_path / "all/case-full.schema.json").read_text(encoding="utf-8") == case_schema_text(BOOK)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--full"], "only a case file has a full schema: schema case --full"),
        (["laws", "--full"], "only a case file has a full schema: schema case --full"),
        (["case", "--part", "1"], "--part and --as need --full: schema case --full"),
        (["case", "--as", "python"], "--part and --as need --full: schema case --full"),
        (["case", "--part", ""], "--part and --as need --full: schema case --full"),
        (
            ["case", "--full", "--part", "", "--as", "typescript"],
            "the types have every matter; leave out --part",
        ),
        (
            ["case", "--full", "--part", "1", "--as", "typescript"],
            "the types have every matter; leave out --part",
        ),
        (["case", "--out", "folder"], "--out without --full writes every schema; leave out the name"),
        (
            ["case", "--rules", str(ROOT / "rules")],
            "--rules needs --full or --out; one schema alone is the same for every rule book",
        ),
        (["case", "--full", "--as", "python"], "the typed Python is several modules, and needs --out FOLDER"),
    ],
)
def test_an_option_without_effect_is_refused(capsys, arguments, message):
    assert run(capsys, *arguments) == (2, "", f"extradition: {message}\n")


@pytest.mark.parametrize(
    ("part", "hint"),
    [
        *((part, "; its matters are 1, ") for part in ("3", "")),
        *((part, "; did you mean 1?") for part in ("01", "Part 1", "1.0")),
        ("issue-of-warant", "; did you mean issue-of-warrant?"),
    ],
)
def test_a_matter_that_the_rule_book_does_not_have_is_refused(capsys, tmp_path, part, hint):
    for more in ([], ["--out", str(tmp_path / "made")]):
        code, printed, error = run(capsys, "case", "--full", "--part", part, *more)
        assert (code, printed) == (2, "")
        assert error.startswith(f"extradition: {part!r} is not a matter of this rule book{hint}")
    assert not (tmp_path / "made").exists()
