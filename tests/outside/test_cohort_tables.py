"""Tables of offences: what is read, what is refused, and every fault with its row and column."""

import datetime as dt
import re

import polars as pl
import pytest
from cohort_tables import (
    ABSENT,
    EXAMPLE,
    HEAD,
    START,
    csv_of,
    decided,
    in_words,
    words_of,
    write_csv,
    write_sheet,
)
from strategies import BOOK, ROOT

from extradition import CaseFile, OptionError, SourceError, UnknownLawError, cohort
from extradition.hearing.examination import examine
from extradition.policy.cohort.cohort import counted_cohort, decide_table

OUTCOME = "merticariu: outcome"
SPANS = "a month (2024-03), a year (2024) or a span (2024-03-06 to 2024-03-09)"
RETRIAL = {**ABSENT, "minimum_retrial_rights": "yes"}


def faults(path, **more):
    with pytest.raises(SourceError) as caught:
        decided(path, **more)
    return [str(problem).removeprefix(f"{path}:") for problem in caught.value.problems]


def test_the_example_is_counted_law_by_law_and_checked_by_a_sample():
    made = cohort(EXAMPLE, BOOK, keep=["court"])
    assert (made.offences, made.decided, made.refused) == (9, 8, {"the dates contradict one another": 1})
    assert [(each.outcome, each.counts) for each in made.outcomes] == [
        ("proceed to s 21", (4, 2, 2, 3)),
        ("proceed to s 21A(1)(a)", (1, 1, 1, 1)),
        ("discharge", (2, 3, 3, 1)),
        ("open", (1, 2, 2, 3)),
    ]
    assert [(shift.before, shift.changed) for shift in made.shifts] == [
        ("before-merticariu", 2),
        ("merticariu", 0),
        ("today", 2),
    ]
    assert [(each.provision, each.count, each.changed) for each in made.shifts[0].partings] == [
        ("EA 2003 s 20(3)", 1, 1),
        ("EA 2003 s 20(5)", 1, 1),
    ]
    assert [law.turns_on_commencement for law in made.laws] == [0, 0, 0, 2]
    assert made.laws[1].least_sure == {"recalled": 5, "secondary": 3}
    assert made.laws[1].under[0] == ("discharge", "EA 2003 s 20(7)", 3)
    assert (made.sample.rows, made.sample.refused) == (8, 1)
    assert made.taken_from == (START,)


def test_words_numbers_lengths_and_dates_are_read_as_people_write_them(tmp_path):
    written = [
        {"arrest": "25/9/2019", "conduct_date": "2010", "sentence_imposed": "2 years"},
        {"arrest": "25 Sep 2019", "conduct_date": "March 2010", "sentence_imposed": " 24 "},
        {"arrest": "2019-09-25", "conduct_date": "2010-03-01 to 2010-04-01", "sentence_imposed": "24"},
    ]
    path = write_csv(tmp_path / "a.csv", *({**RETRIAL, "retrial_right": "none", **row} for row in written))
    made = decided(path, taken_from=None)
    numbers = made.table.collected(made.table.frame)
    assert set(numbers["#sentence_imposed"]) == {24}
    assert numbers["#arrest date"].n_unique() == 1
    spans = numbers.select(pl.col("#conduct date (last)") - pl.col("#conduct date"))
    assert [span // (24 * 60) + 1 for (span,) in spans.rows()] == [365, 31, 32]
    assert counted_cohort(made).sample.rows == 3


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".parquet", ".xlsx"])
def test_every_format_gives_the_same_outcomes(tmp_path, suffix):
    rows = [{**HEAD, **RETRIAL, "retrial_right": right} for right in ("none", "unconditional")]
    path = tmp_path / f"cases{suffix}"
    if suffix == ".parquet":
        frame = pl.DataFrame(rows).with_columns(
            pl.col("arrest").str.to_date(),
            pl.col("hearing").str.to_datetime(),
            pl.col("retrial_right").cast(pl.Categorical),
            sentence_imposed=pl.Series([24, 30]),
            remaining_to_serve=pl.Series([12.0, None]),
        )
        frame.write_parquet(path)
    elif suffix == ".xlsx":
        whole = [{**row, "arrest": dt.date(2019, 9, 25)} for row in rows]
        write_sheet(path, list(rows[0]), [list(row.values()) for row in whole])
    else:
        path.write_text(csv_of(rows).replace(",", "\t" if suffix == ".tsv" else ","), encoding="utf-8")
    assert in_words(path, OUTCOME) == [("discharge",), ("proceed to s 21",)]
    assert counted_cohort(decided(path)).sample.rows == 2


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_the_name_of_a_table_is_no_pattern(tmp_path, suffix):
    rows = {"cases[1]": "none", "cases?": "at_discretion", "cases*": "none", "cases1": "unconditional"}
    paths = {name: tmp_path / f"{name}{suffix}" for name in rows}
    for name, right in rows.items():
        frame = pl.DataFrame({**HEAD, **ABSENT, "retrial_right": right})
        frame.write_csv(paths[name]) if suffix == ".csv" else frame.write_parquet(paths[name])
    assert in_words(paths["cases[1]"], "retrial_right") == [("none",)]
    for name in ("cases?", "cases*"):
        assert in_words(paths[name], "retrial_right") == [(rows[name],)]


def test_every_fault_of_every_cell_is_reported_at_once_with_the_nearest_word(tmp_path):
    path = write_csv(
        tmp_path / "bad.csv",
        {"offence": "1", "retrial_right": "non", "deliberately_absent": "maybe", "sentence_imposed": "24"},
        {"offence": "2", "retrial_right": "non", "territory": "Romania", "sentence_imposed": "2 yeers"},
        {"offence": "2", "arrest": "45357", "hearing": "3/27/2024", "case_type": "convicton"},
        {"offence": "4", "arrest": "2024-02-30", "hearing": "soon", "case_type": ""},
    )
    assert [re.sub(r"answers: .*?(; did|$| \(in)", r"answers\1", line) for line in faults(path)] == [
        "2:6: retrial_right: 'non' is not one of its answers; did you mean none? (in 2 rows)",
        "2:7: deliberately_absent: 'maybe' is not one of its answers",
        "3:1: territory: 'Romania' is not in territories.yaml; Romania is RO here: write RO",
        "3:8: sentence_imposed: '2 yeers' is not one of its answers",
        "4:2: case_type: 'convicton' is not one of its answers; did you mean conviction?",
        "4:3: arrest: 45357 is a number; if it counts days as a spreadsheet does, write 2024-03-06",
        "4:4: hearing: 3/27/2024 is no date: the day comes first: 27/3/2024",
        "4:5: offence: is the offence of row 3 already (in 2 rows)",
        "5:2: case_type: is required",
        "5:3: arrest: 2024-02-30 is no date: February 2024 has the days 1 to 29",
        f"5:4: hearing: must be a date such as 2024-03-06, {SPANS}",
    ]


BOUNDS = "must be from 1900-01-01 to 2200-12-31, not"
OUTSIDE = ["1000-01-01", "1899-12-31", "2201-01-01", "4011-07-10", "6100-01-01", "9999-12-31"]


@pytest.mark.parametrize("day", [*OUTSIDE, "1899", "2201-01", "9999"])
@pytest.mark.parametrize("column", ["hearing", "conduct_date"])
def test_a_date_outside_the_bounds_is_a_fault_of_a_cell_as_of_a_case_file(tmp_path, day, column):
    path = write_csv(tmp_path / "bad.csv", {"conduct_date": "1950-01-01", column: day})
    assert [fault.partition(": ")[2] for fault in faults(path)] == [f"{column}: {BOUNDS} {day}"]
    conduct, hearing = (day, "2024-03-06") if column == "conduct_date" else ("1950-01-01", day)
    offence = f"{{id: one, case_type: conviction, conduct_date: {conduct}}}"
    with pytest.raises(SourceError) as error:
        CaseFile.parse("x", f"{{case: X, dates: {{hearing: {hearing}}}, offences: [{offence}]}}")
    assert [str(problem).endswith(f"{column}: {BOUNDS} {day}") for problem in error.value.problems] == [True]


@pytest.mark.parametrize("day", OUTSIDE)
def test_a_typed_date_outside_the_bounds_is_a_fault_too(tmp_path, day):
    path = tmp_path / "bad.parquet"
    pl.DataFrame([{**HEAD, "hearing": day}]).with_columns(pl.col("hearing").str.to_date()).write_parquet(path)
    assert faults(path) == [f"1:4: hearing: {BOUNDS} {day}"]


def test_the_first_and_the_last_day_of_all_are_decided_as_determine_decides_them(tmp_path):
    rows = [
        {"conduct_date": "1900-01-01", "hearing": "2200-12-31"},
        {"conduct_date": "1900", "hearing": "2200-12"},
        {"conduct_date": "", "hearing": "2200"},
    ]
    path = write_csv(tmp_path / "a.csv", *({**ABSENT, **row} for row in rows))
    made = decided(path, laws=["today"])
    assert counted_cohort(made, sample=3).sample.rows == 3
    assert [row["refused"] for row in made.table.collected(made.frame).to_dicts()] == [None] * 3


def test_a_million_cells_of_one_wrong_word_are_one_fault_with_a_count(tmp_path):
    path = tmp_path / "bad.parquet"
    rows = 1_000_000
    wrong = {
        name: pl.repeat(word, rows, eager=True) for name, word in {**HEAD, "retrial_right": "non"}.items()
    }
    pl.DataFrame(wrong).write_parquet(path)
    (fault,) = faults(path)
    assert fault.startswith("1:5: retrial_right: 'non' is not one of its answers")
    assert fault.endswith("did you mean none? (in 1,000,000 rows)")


def test_many_wrong_words_of_one_column_are_counted_after_the_first_twenty(tmp_path):
    path = write_csv(tmp_path / "bad.csv", *({"retrial_right": f"wrong {number}"} for number in range(25)))
    found = faults(path)
    assert len(found) == 21
    assert found[0] == "1:5: retrial_right: has 5 more cells of other words that are wrong"


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        (
            [{"retrial_rigt": "none"}],
            "1:5: retrial_rigt: is not a column of a table of cases: a fact, a question or a key of a case ",
        ),
        (
            [{"Court name": "Arad"}],
            "1:5: Court name: is not a column of a table of cases: a fact, a question or a key of a case ",
        ),
        ([{"removal": "none"}], "1:5: removal: is out of scope (removal after an order)"),
        (
            [{"part": "1"}, {"part": "2"}],
            "3:5: part: the territory was a category 1 territory on the dates, and the row is of Part 2",
        ),
        (
            [{}, {"territory": "IN"}],
            "3:1: territory: is of Part 2, and the rows before are of Part 1; write a table for each matter",
        ),
        (
            [{"arrest": "", "hearing": ""}],
            "2:1: territory: the category of the territory on the dates is not known here; give the part",
        ),
        ([{"territory": "TW"}], "2:1: territory: the territory was in no category"),
        ([{"part": "3"}], "2:5: part: must be one of 1, 2, issue-of-warrant,"),
        ([{"arrest_hour": "11 pm"}], "2:5: arrest_hour: must be a time such as 23:00, not '11 pm'"),
        ([{"taken_from": "EA 2003 s 20(2)"}], "2:5: taken_from: EA 2003 s 20(2) is not a question"),
        (
            [{"case_to_answer": "yes"}],
            "1:5: case_to_answer: is asked only in Part 2; this is a table, and each row of it is a Part 1",
        ),
        ([{"territory": ""}, {"territory": ""}], "2:1: territory: is required (in 2 rows)"),
    ],
)
def test_a_table_with_a_fault_is_not_decided(tmp_path, rows, fault):
    found = faults(write_csv(tmp_path / "bad.csv", *rows), taken_from=None)
    assert found[0].startswith(fault)


def test_a_column_that_is_kept_must_be_there(tmp_path):
    assert faults(write_csv(tmp_path / "a.csv", {}), keep=["court"]) == [
        "1:1: court: is not the name of a column"
    ]


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("none.csv", None, "cannot be read: no such file or directory"),
        ("none.parquet", None, "cannot be read: no such file or directory"),
        ("empty.csv", b"", "is empty"),
        (
            "latin.csv",
            b"territory,case_type,case\nRO,conviction,k\xe9\n",
            "latin.csv:2:16: is not UTF-8 text: byte 0xe9",
        ),
        (
            "ragged.csv",
            b"territory,case_type\nRO,conviction,1\n",
            "ragged.csv:2:1: has 3 cells, the head has 2",
        ),
        ("twice.csv", b"territory,case_type,territory\nRO,conviction,RO\n", "is the name of two columns"),
        ("head.csv", b"territory,case_type\n", "has no rows"),
        ("lie.parquet", b"PAR1 is not what it says PAR1", "cannot be read as Parquet"),
        ("lie.xlsx", b"no workbook", "cannot be read as Excel"),
        ("zip.xlsx", b"PK\x05\x06" + bytes(18), "cannot be read as Excel"),
        ("a.ods", b"", "is not a table of cases: its name must end in .parquet, .csv, .tsv, .xlsx"),
        ("less.csv", b"case,arrest\nA,2024-03-06\n", "case_type: is required: no column has this name"),
    ],
)
def test_a_file_that_is_no_table_is_a_fault(tmp_path, name, content, fault):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SourceError) as caught:
        decided(path)
    assert fault in str(caught.value)


def test_a_parquet_file_with_other_types_than_words_is_refused(tmp_path):
    path = tmp_path / "a.parquet"
    pl.DataFrame({**HEAD, "retrial_right": [["none"]], "deliberately_absent": [True]}).write_parquet(path)
    assert faults(path) == [
        "1:5: retrial_right: holds lists or structures; a cell holds one word, number or date",
        "1:6: deliberately_absent: 'true' is not one of its answers: yes, no; did you mean yes?",
    ]
    pl.DataFrame({**HEAD, "deliberately_absent": [True]}).write_parquet(path)
    assert faults(path) == [
        "1:5: deliberately_absent: 'true' is not one of its answers: yes, no; did you mean yes?"
    ]


def test_formulas_and_merged_cells_are_faults_at_their_places(tmp_path):
    head, row = list(HEAD), list(HEAD.values())
    path = write_sheet(tmp_path / "a.xlsx", head, [row, row], formula="D3", merged="B3:B4")
    assert faults(path) == [
        "3:2: is merged with the cells up to B4; each row needs its own cells",
        "3:4: holds a formula; replace it by its value",
    ]


UNDATED = "a date that chooses the law is missing or not precise enough"
CONTRADICTED = "the dates contradict one another"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"sentence_imposed": "120 days"}, "a length that no number of whole months stands for"),
        ({"sentence_imposed": "150 days"}, None),
        ({"arrest": "2025-01-01"}, CONTRADICTED),
        ({"consent_date": "2019-09-01"}, CONTRADICTED),
        ({"arrest": "2003-12-31", "part": "1"}, CONTRADICTED),
        ({"arrest": "", "arrest_hour": "23:30"}, CONTRADICTED),
        ({"arrest": "2020-12-31"}, UNDATED),
        ({"arrest": "2020-12-31", "arrest_hour": "23:30"}, None),
        ({"arrest": "2014", "certificate": "2014"}, UNDATED),
        (
            {"convention_compatible_if_accused": "yes"},
            "a finding on a question that is asked in another type of case",
        ),
    ],
)
def test_a_row_that_the_columns_cannot_decide_is_refused_with_the_reason(tmp_path, row, reason):
    path = write_csv(tmp_path / "a.csv", row, {})
    made = decided(path, taken_from=None)
    assert words_of(made, "refused") == [(reason,), (None,)]
    assert counted_cohort(made).refused == ({reason: 1} if reason else {})


def test_a_length_that_may_be_either_side_of_a_number_is_refused(tmp_path):
    path = write_csv(tmp_path / "a.csv", {"foreign_maximum": "365 days"}, {"foreign_maximum": "1 year"})
    reason = "a length that no number of whole months stands for"
    assert in_words(path, "refused") == [(reason,), (None,)]
    assert decided(path).table.part == "1"


def test_a_cohort_in_an_unknown_matter_is_refused(tmp_path):
    path = write_csv(tmp_path / "a.csv", {})
    assert decided(path, part="1", taken_from=None).table.part == "1"
    with pytest.raises(UnknownLawError) as caught:
        decided(path, part="issue-of-waran", taken_from=None)
    fault = "'issue-of-waran' is not a matter of this rule book; did you mean issue-of-warrant?"
    assert str(caught.value) == fault


def test_an_answer_that_contradicts_the_territory_is_refused(tmp_path):
    head = {"territory": "IN", "part": "2", "certificate": "2024-01-01"}
    rows = [{**head, "article_3_territory": answer} for answer in ("yes", "no", "")]
    path = write_csv(tmp_path / "a.csv", *rows)
    found = [reason for (reason,) in in_words(path, "refused", taken_from=None)]
    assert sorted(map(str, found)) == [
        "None",
        "None",
        "an answer contradicts the designation of the territory",
    ]


def test_an_answer_that_contradicts_a_date_is_refused(tmp_path):
    rows = [
        {"certificate": day, "certificate_issued": answer}
        for day in ("2024-01-01", "")
        for answer in ("yes", "not_shown", "")
    ]
    reason = "an answer contradicts a date of the row"
    found = in_words(write_csv(tmp_path / "a.csv", *rows), "refused")
    assert sorted(map(str, (each for (each,) in found))) == ["None"] * 5 + [reason]


def test_rows_may_be_taken_from_different_questions(tmp_path):
    found = {**RETRIAL, "retrial_right": "none"}
    path = write_csv(tmp_path / "a.csv", {**found, "taken_from": START}, {**found, "taken_from": ""})
    assert in_words(path, OUTCOME, taken_from=None) == [("discharge",), ("open",)]
    assert in_words(path, OUTCOME) == [("discharge",), ("discharge",)]
    assert counted_cohort(decided(path, taken_from=None)).taken_from == ("EA 2003 s 2(2)", START)
    with pytest.raises(UnknownLawError, match="not a question of Part 1"):
        decided(path, taken_from="EA 2003 s 85(1)")


@pytest.mark.parametrize("laws", [[], ["merticariu", "merticariu"], ["tomorrow"]])
def test_a_cohort_needs_different_laws_that_the_rule_book_has(laws):
    with pytest.raises(OptionError):
        decided(EXAMPLE, laws=laws, keep=["court"])


def test_case_files_are_a_table_of_the_offences_of_each_warrant():
    paths = [*sorted(ROOT.glob("examples/*/case.yaml")), *sorted(ROOT.glob("precedents/*.yaml"))]
    cases = [(path, examine(CaseFile.load(path), BOOK)) for path in paths]
    of_part = [pair for pair in cases if pair[1].part == "1"]
    made = decide_table(of_part, BOOK)
    counted = counted_cohort(made)
    assert counted.refused == {
        "a party asserts an answer, and its authorship decides": 12,
        "a finding is in dispute": 3,
    }
    assert counted.sample.rows == counted.decided == counted.offences - 15
    frame = made.table.collected(made.frame.select("file", "offence", "merticariu: outcome"))
    assert frame.height == counted.offences
    with pytest.raises(SourceError, match="a cohort has one matter"):
        decide_table(cases, BOOK)
    with pytest.raises(SourceError, match="has no case file"):
        decide_table([], BOOK)


def test_case_files_with_closed_evidence_are_refused():
    case = examine(CaseFile.load(ROOT / "examples/part_1_conviction/case.yaml"), BOOK)
    closed = case.model_validate(
        {
            **case.model_dump(mode="json", exclude_none=True),
            "evidence_closed": [{"of": "requesting authority", "on": "2026-11-01", "by": "judge"}],
        }
    )
    assert counted_cohort(decide_table([(ROOT, closed)], BOOK)).refused == {"the evidence is closed": 1}


def test_an_empty_sheet_is_a_fault(tmp_path):
    with pytest.raises(SourceError, match=r"a.xlsx:1:1: is empty"):
        decided(write_sheet(tmp_path / "a.xlsx", [], []))


def test_a_length_in_a_case_file_counts_where_the_calendar_does_not_matter():
    case = CaseFile.load(ROOT / "examples/part_1_conviction/case.yaml").model_dump(
        mode="json", exclude_none=True
    )
    (offence,) = case["offences"]
    refused = {}
    for length in ("120 days", "150 days", "2 years"):
        findings = {**offence["findings"], "sentence_imposed": length}
        made = examine(
            CaseFile.model_validate({**case, "offences": [{**offence, "findings": findings}]}), BOOK
        )
        refused[length] = counted_cohort(decide_table([(ROOT, made)], BOOK)).refused
    reason = "a length that no number of whole months stands for"
    assert refused == {"120 days": {reason: 1}, "150 days": {}, "2 years": {}}
