"""A table of decisions with a table of offences: as `determine` hears several decisions on one offence."""

import polars as pl
import pytest
from cohort_agreement import decided_tables
from cohort_tables import START, csv_of, in_words, write_csv
from hypothesis import given
from profiles import examples
from strategies import BOOK, ROOT

from extradition import CaseFile, OptionError, RuleBook, SourceError, cli
from extradition.days import text_of_days
from extradition.hearing.examination import examine
from extradition.policy.cohort.case_moments import date_columns
from extradition.policy.cohort.cohort import counted_cohort, decide_table
from extradition.policy.cohort.tables import cases_as_table, decisions_joined

LAWS = ["merticariu", "as-amended-2026"]
THERE = {"attendance": "at_the_decisive_hearing"}
ABSENT = {
    "attendance": "at_no_hearing",
    "notice": "left_at_address",
    "knew_date_and_place": "not_shown",
    "warned_of_trial_in_absence": "not_shown",
}
TRIAL = {"offence": "theft", "decision": "Trial", "kind": "first_instance", "date": "2018-05-14"}
APPEAL = {"offence": "theft", "decision": "Appeal", "kind": "merits_appeal", "date": "2019-03-01"}
OFFENCE = {"offence": "theft", "hearing": "2025-06-02", "retrial_right": "none"}


@pytest.fixture
def tables(tmp_path):
    """A function that writes both tables, and gives their paths."""

    def written(decisions, *offences):
        path = tmp_path / "decisions.csv"
        path.write_text(csv_of(decisions), encoding="utf-8")
        return write_csv(tmp_path / "offences.csv", *(offences or (OFFENCE,))), path

    return written


def outcomes(paths, **more):
    names = ("offence", "merticariu: outcome", "refused")
    return in_words(paths[0], *names, laws=["merticariu"], decisions=paths[1], **more)


def faults(paths, **more):
    with pytest.raises(SourceError) as caught:
        decide_table(paths[0], BOOK, LAWS, taken_from=START, decisions=paths[1], **more)
    return [str(each).replace(str(paths[0].parent) + "/", "") for each in caught.value.problems]


@pytest.mark.parametrize(
    ("decisions", "outcome"),
    [
        ([TRIAL | ABSENT], "discharge"),
        ([TRIAL | ABSENT, APPEAL | THERE], "proceed to s 21"),
        ([TRIAL | ABSENT, {**APPEAL, "kind": "points_of_law_appeal"} | THERE], "discharge"),
        ([TRIAL | THERE, {**APPEAL, "kind": "aggregation_with_discretion"} | ABSENT], "open"),
        ([TRIAL], "open"),
    ],
)
def test_the_decisions_decide_the_offence(tables, decisions, outcome):
    paths = tables(decisions, OFFENCE, {**OFFENCE, "offence": "fraud"})
    assert outcomes(paths) == [("theft", outcome, None), ("fraud", "open", None)]


def test_an_answer_of_the_offence_counts_for_each_decision_without_its_own(tables):
    known = {"knowledge_of_case": "prosecution", "flight": "to_avoid_the_proceedings"}
    for own, of_offence in ((known, {}), ({}, known)):
        paths = tables([TRIAL | ABSENT | own], OFFENCE | of_offence)
        made = decide_table(paths[0], BOOK, ["before-merticariu"], taken_from=START, decisions=paths[1])
        assert made.table.collected(made.frame)["before-merticariu: outcome"].to_list() == ["proceed to s 21"]
        assert counted_cohort(made).sample.rows == 1


@pytest.mark.parametrize("suffix", ["parquet", "xlsx"])
def test_the_decisions_can_be_in_any_format(tables, tmp_path, suffix):
    offences, path = tables([TRIAL | ABSENT, APPEAL | THERE])
    frame = pl.read_csv(path, try_parse_dates=True)
    other = tmp_path / f"decisions.{suffix}"
    frame.write_parquet(other) if suffix == "parquet" else frame.write_excel(other)
    assert outcomes((offences, other)) == [("theft", "proceed to s 21", None)]


def test_a_blank_line_of_the_table_of_decisions_is_no_decision(tables):
    paths = tables([TRIAL | ABSENT, APPEAL | THERE])
    paths[1].write_text(paths[1].read_text().replace("\n", "\n\n"), encoding="utf-8")
    assert outcomes(paths) == [("theft", "proceed to s 21", None)]
    made = decide_table(paths[0], BOOK, LAWS, taken_from=START, decisions=paths[1])
    assert counted_cohort(made).blank_rows == 2


def test_one_of_two_trials_is_followed_by_its_own_appeal(tables):
    second = {**TRIAL, "decision": "Second", "date": "2018-08-01", "reason": "Another conviction"}
    appeal = APPEAL | THERE | {"follows": "Trial"}
    paths = tables([TRIAL | ABSENT, second | ABSENT, appeal])
    assert outcomes(paths) == [("theft", "discharge", None)]
    made = decide_table(paths[0], BOOK, LAWS, taken_from=START, decisions=paths[1])
    assert counted_cohort(made).sample.rows == 1
    del appeal["follows"]
    (fault,) = faults(tables([TRIAL | ABSENT, second | ABSENT, appeal]))
    assert fault.startswith("decisions.csv:4:3: kind: does not say which decision it reviews or replaces; ")
    assert fault.endswith("write it under follows: Trial or Second")


def test_a_row_whose_decision_is_after_the_hearing_or_before_the_conduct_or_whose_list_is_rare_is_refused(
    tables, monkeypatch
):
    late = {**APPEAL, "date": "2025-06-03"} | THERE
    assert outcomes(tables([TRIAL | ABSENT, late])) == [("theft", None, "the dates contradict one another")]
    paths = tables([TRIAL | ABSENT], {**OFFENCE, "conduct_date": "2018-05-15"})
    assert outcomes(paths) == [("theft", None, "the dates contradict one another")]
    assert outcomes(tables([TRIAL | ABSENT], {**OFFENCE, "conduct_date": "2018-05"})) == [
        ("theft", "discharge", None)
    ]
    monkeypatch.setattr(decisions_joined, "MOST_LISTS", 1)
    offences = [{**OFFENCE, "offence": name} for name in ("theft", "fraud", "robbery")]
    decisions = [{**TRIAL, "offence": each["offence"]} | ABSENT for each in offences]
    decisions.append(APPEAL | THERE)
    assert outcomes(tables(decisions, *offences)) == [
        ("theft", None, "several decisions on the offence"),
        ("fraud", "discharge", None),
        ("robbery", "discharge", None),
    ]


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        (
            [TRIAL, {**TRIAL, "offence": "theft-2"}],
            "decisions.csv:3:1: offence: 'theft-2' is no offence of offences.csv; did you mean theft?",
        ),
        (
            [{**TRIAL, "kind": "merit_appeal"}],
            "decisions.csv:2:3: kind: 'merit_appeal' is not a kind of decision: first_instance, ",
        ),
        (
            [TRIAL, {**TRIAL, "kind": "retrial"}],
            "decisions.csv:3:2: decision: is the decision of row 2 already",
        ),
        (
            [TRIAL, {**TRIAL, "decision": "Second"}],
            "decisions.csv:3:3: kind: is of the kind and the date of the decision of row 2 already",
        ),
        (
            [TRIAL, {**APPEAL, "date": "2017"}],
            "decisions.csv:3:4: date: is before the decision above it; list the oldest first",
        ),
        (
            [TRIAL, {**APPEAL, "follows": "Trail"}],
            "decisions.csv:3:5: follows: 'Trail' is not a decision above it on the same offence; did ",
        ),
        (
            [{**TRIAL, "follows": "Trial"}],
            "decisions.csv:2:5: follows: 'Trial' is not a decision above it on the same offence",
        ),
        (
            [{**TRIAL, "kind": "points_of_law_appeal"}],
            "decisions.csv:2:3: kind: has no decision that is the trial; list the decision that ",
        ),
        (
            [TRIAL, {**TRIAL, "decision": "Second", "date": "2019"}],
            "decisions.csv:3:3: reason: is required: first_instance is listed twice; say why ",
        ),
        (
            [TRIAL, {**APPEAL, "kind": "points_of_law_appeal", "deliberately_absent": "yes"}],
            "decisions.csv:3:5: deliberately_absent: is asked only of a decision that is, or ",
        ),
        (
            [{**TRIAL, "attendance": "at_no_hering"}],
            "decisions.csv:2:5: attendance: 'at_no_hering' is not one of its answers: ",
        ),
        ([TRIAL, {**APPEAL, "decision": ""}], "decisions.csv:3:2: decision: is required"),
        (
            [{**TRIAL, "atendance": "at_no_hearing"}],
            "decisions.csv:1:5: atendance: is not a column of a table of ",
        ),
        (
            [{**TRIAL, "rehearing": "retrial"}],
            "decisions.csv:1:5: rehearing: is not about one decision; write it ",
        ),
        (
            [{**TRIAL, "merits_appeal": "attended"}],
            "decisions.csv:1:5: merits_appeal: is said by the list of ",
        ),
        (
            [{"offence": "theft", "kind": "retrial"}],
            "decisions.csv:1:1: decision: is required: no column has this ",
        ),
        (
            [{**TRIAL, "case": "A"}],
            "offences.csv:1:1: case: is required: decisions.csv names an offence by it",
        ),
    ],
)
def test_a_decision_that_cannot_be_used_is_a_fault_with_its_row_and_column(tables, decisions, expected):
    found = faults(tables(decisions))
    assert len(found) == 1
    assert found[0].startswith(expected)
    if "mean" in expected or "attendance" in expected or "merit_appeal" in expected:
        assert "did you mean" in found[0]


def test_so_many_decisions_are_not_read(tables):
    many = [{**TRIAL, "decision": f"Number {n}", "date": "", "reason": "Another"} for n in range(11)]
    assert faults(tables(many)) == [
        "decisions.csv:12:1: offence: has more than 10 decisions; so many are read"
    ]


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        (
            THERE,
            "attendance: is about one decision, and decisions.csv lists those on this offence",
        ),
        (
            {"merits_appeal": "none_shown"},
            "merits_appeal: is said by the decisions on this offence in decisions.csv; ",
        ),
    ],
)
def test_an_offence_with_decisions_in_both_tables_is_a_fault_of_the_table_of_offences(tables, said, fault):
    other = {**OFFENCE, "offence": "fraud"} | said
    assert [row[2] for row in outcomes(tables([TRIAL], OFFENCE, other))] == [None, None]
    (found,) = faults(tables([TRIAL], OFFENCE | said, other))
    assert found.startswith(f"offences.csv:2:7: {fault}")


def test_a_rule_book_without_kinds_of_decision_reads_no_table_of_them(tables, monkeypatch):
    offences, decisions = tables([TRIAL])
    bare = RuleBook.load(ROOT / "rules")
    monkeypatch.setattr(bare, "decision_kinds", None)
    with pytest.raises(OptionError, match=r"no decisions\.yaml, so it reads no table of decisions"):
        decide_table(offences, bare, ["merticariu"], decisions=decisions)


def test_a_fault_of_many_offences_is_reported_once(tables):
    offences = [{**OFFENCE, "offence": name} for name in ("theft", "fraud")]
    wrong = [{**APPEAL, "offence": each["offence"]} for each in offences]
    assert faults(tables(wrong, *offences))[0].endswith("list that trial above it (on 2 offences)")


def test_offences_are_named_by_their_case_too_if_the_table_has_cases(tables):
    paths = tables([TRIAL | ABSENT | {"case": "A"}], {**OFFENCE, "case": "A"}, {**OFFENCE, "case": "B"})
    assert [row[1] for row in outcomes(paths)] == ["discharge", "open"]
    assert faults(tables([TRIAL], {**OFFENCE, "case": "A"})) == [
        "decisions.csv:1:1: case: is required: offences.csv names an offence by it"
    ]


def test_lists_in_a_cell_are_a_fault(tables, tmp_path):
    offences, _ = tables([TRIAL])
    path = tmp_path / "decisions.parquet"
    pl.DataFrame({**{name: [each] for name, each in TRIAL.items()}, "court": [["a", "b"]]}).write_parquet(
        path
    )
    assert faults((offences, path)) == [
        "decisions.parquet:1:5: court: holds lists or structures; a cell holds one word or date"
    ]


def test_the_command_reads_a_second_table(tables, capsys, tmp_path):
    offences, decisions = tables([TRIAL | ABSENT, APPEAL | THERE])
    command = ["cohort", str(offences), "--taken-from", START, "--laws", "merticariu"]
    assert cli.main([*command, "--decisions", str(decisions)]) == 0
    out = capsys.readouterr().out
    assert "| proceed to s 21 | 1 |" in out
    assert "1 rows were also determined one by one" in out
    assert cli.main([*command, "--decisions", str(decisions), "--sql", "duckdb"]) == 2
    assert "a query reads no decisions" in capsys.readouterr().err
    assert cli.main([*command, "--decisions", str(decisions), "--out", str(decisions)]) == 2
    assert "is read, and would be written over" in capsys.readouterr().err
    case = str(ROOT / "examples/sentences_merged/case.yaml")
    assert cli.main(["cohort", case, "--decisions", str(decisions)]) == 2
    assert "a case file lists its own" in capsys.readouterr().err


def test_case_files_with_decisions_are_rows_too(monkeypatch):
    path = ROOT / "examples/sentences_merged/case.yaml"
    case = examine(CaseFile.load(path), BOOK)
    offence = case.offences[0].model_copy(update={"findings": {}})
    judged = [
        each.model_copy(
            update={
                "findings": {
                    name: tuple(f.model_copy(update={"by": None, "source": None}) for f in found)
                    for name, found in each.findings.items()
                }
            }
        )
        for each in offence.decisions
    ]
    offence = offence.model_copy(update={"decisions": tuple(judged)})
    cases = [(path, case.model_copy(update={"offences": (offence,)}))]
    made = decide_table(cases, BOOK, LAWS)
    assert counted_cohort(made).sample.rows == 1
    monkeypatch.setattr(cases_as_table, "MOST_LISTS", 0)
    refused = counted_cohort(decide_table(cases, BOOK, LAWS)).refused
    assert refused == {"several decisions on the offence": 1}


def rows_of(cases):
    """Case files of one offence as rows of a table of offences, and those of their decisions."""
    offences, decisions = [], []
    for number, case in enumerate(cases):
        said, offence = case.model_dump(mode="json", exclude_none=True), case.offences[0]
        key = {"offence": f"number {number}"}
        answers = {name: each[0].answer for name, each in {**case.findings, **offence.findings}.items()}
        days = {**case.dates.days, "conduct": offence.conduct_date}
        columns = date_columns(BOOK).items()
        dates = {column: text_of_days(days[name]) for column, name in columns if name in days}
        dates |= {name: str(hour) for name, hour in said["dates"].items() if name == "arrest_hour"}
        head = {"territory": case.territory, "case_type": offence.case_type}
        offences.append({**key, **head, **dates, **answers})
        for each in offence.decisions or ():
            row = {
                "decision": each.id,
                "kind": each.kind,
                "follows": each.follows or "",
                "reason": each.reason,
            }
            decisions.append(
                {**key, **row, **{name: found[0].answer for name, found in each.findings.items()}}
            )
    return offences, decisions


@pytest.mark.no_cover
@pytest.mark.parametrize(("part", "start"), [("1", START), ("2", "EA 2003 s 85(1)")])
def test_every_row_is_decided_as_determine_decides_its_case(part, start, tmp_path_factory):
    compared = 0

    @examples(8)
    @given(decided_tables(part))
    def agree(cases):
        nonlocal compared
        offences, decisions = rows_of(cases)
        if not decisions:
            return
        folder = tmp_path_factory.mktemp("tables")
        for name, rows in (("offences", offences), ("decisions", decisions)):
            (folder / f"{name}.csv").write_text(csv_of(rows), encoding="utf-8")
        made = decide_table(
            folder / "offences.csv",
            BOOK,
            LAWS,
            part=part,
            taken_from=start,
            decisions=folder / "decisions.csv",
        )
        compared += counted_cohort(made, sample=8, engine="plain").sample.rows

    agree()
    assert compared > 5
