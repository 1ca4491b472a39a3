"""The breakdowns of a cohort: cells that add up, their bounds, and shares only of a named sample."""

import pytest
from cohort_tables import ABSENT, EXAMPLE, START, decided, write_csv
from strategies import BOOK, ROOT

from extradition import CaseFile, SourceError, UnknownLawError, cli
from extradition.hearing.examination import examine
from extradition.policy.cohort.cohort import cohort, counted_cohort, decide_table
from extradition.policy.cohort.tables import breakdown_counting

LAWS = ["merticariu", "as-amended-2026"]
CLEAR = {**ABSENT, "retrial_right": "none", "taken_from": START}
OPEN = {**ABSENT, "taken_from": START}
ROWS = (
    {**CLEAR, "court": "Arad"},
    {**OPEN, "court": "Arad", "hearing": "2024-06"},
    {**CLEAR, "court": "", "territory": "IT"},
    {**OPEN, "court": "Iași", "territory": "IT", "arrest": "2025-01-01"},  # after the hearing: refused
)


def broken_down(path, by, **more):
    made = decided(path, laws=LAWS, keep=["court"])
    return counted_cohort(made, sample=0, by=by, **more).breakdowns


def values(breakdown):
    return [(*cell.values, cell.decided, cell.rows - cell.decided) for cell in breakdown.cells]


@pytest.fixture
def table(tmp_path):
    return write_csv(tmp_path / "a.csv", *ROWS)


@pytest.mark.parametrize(
    ("by", "heading", "expected"),
    [
        ("territory", "territory", [("Italy", 1, 1), ("Romania", 2, 0)]),
        ("court", "court", [("Arad", 2, 0), ("Iași", 0, 1), (None, 1, 0)]),
        ("part", "part", [("1", 3, 1)]),
        ("year", "year of the hearing", [("2024", 3, 1)]),
        ("arrest_year", "year of the arrest", [("2019", 3, 0), ("2025", 0, 1)]),
        ("conduct_date_year", "year of the conduct", [(None, 3, 1)]),
        ("case_type", "accusation or conviction", [("conviction", 3, 1)]),
        ("retrial_right", "the retrial", [("none", 2, 0), (None, 1, 1)]),
        ("hearing", "hearing", [("2024-03-06", 2, 1), ("2024-06", 1, 0)]),
    ],
)
def test_the_rows_are_counted_by_a_column_and_the_refused_ones_in_the_same_cell(table, by, heading, expected):
    whole, made = broken_down(table, [by])
    assert (made.by, made.headings) == ((by,), (heading,))
    assert values(made) == expected
    assert [(cell.values, cell.rows, cell.decided) for cell in whole.cells] == [((), 4, 3)]


def test_the_cells_of_every_breakdown_add_up_to_the_whole_table():
    made = cohort(EXAMPLE, BOOK, LAWS, keep=["court"], sample=0, by=["court", "case_type"])
    assert [each.by for each in made.breakdowns] == [(), ("court",), ("case_type",), ("court", "case_type")]
    whole = made.breakdowns[0].cells[0]
    assert (whole.rows, whole.decided, whole.refused) == (made.offences, made.decided, made.refused)
    assert whole.changed == (made.shifts[0].changed,)
    for place, law in enumerate(whole.laws):
        assert law.outcomes == {
            each.outcome: each.counts[place] for each in made.outcomes if each.counts[place]
        }
        assert law.turns_on_commencement == made.laws[place].turns_on_commencement
        for breakdown in made.breakdowns[1:]:
            cells = [cell.laws[place] for cell in breakdown.cells]
            for end in law.ends:
                same = [cell.end(end.kind) for cell in cells]
                assert [end.count, end.least, end.most] == [
                    sum(each.count for each in same),
                    sum(each.least for each in same),
                    sum(each.most for each in same),
                ]
            assert law.without_end == sum(cell.without_end for cell in cells)


def test_the_bounds_hold_what_the_open_questions_can_still_lead_to(table):
    whole = broken_down(table, [])[0].cells[0]
    law = whole.laws[0]
    discharge, order = law.end("discharge"), law.end("order")
    assert (discharge.count, discharge.least, discharge.most) == (2, 2, 3)
    assert (order.count, order.least, order.most) == (0, 0, 1)
    assert law.without_end == 1
    assert broken_down(table, [])[0].kinds == ("order", "adjourn", "discharge")


def test_case_files_are_broken_down_too():
    path = ROOT / "examples/part_1_conviction/case.yaml"
    made = decide_table([(path, examine(CaseFile.load(path), BOOK))], BOOK, LAWS)
    _, by_territory, by_year, both = counted_cohort(made, sample=0, by=["territory", "year"]).breakdowns
    assert len(by_territory.cells) == len(by_year.cells) == len(both.cells) == 1
    assert both.cells[0].values == (*by_territory.cells[0].values, *by_year.cells[0].values)


def test_a_fact_that_the_user_keeps_as_a_column_has_its_own_words(tmp_path):
    path = write_csv(tmp_path / "a.csv", {"diligence": "Group_A"})
    made = decide_table(path, BOOK, LAWS, keep=["diligence"], taken_from=START)
    cells = counted_cohort(made, sample=0, by=["diligence"]).breakdowns[1].cells
    assert [cell.values for cell in cells] == [("Group_A",)]


def test_a_column_that_cannot_be_used_is_refused_with_the_reason(table, monkeypatch):
    with pytest.raises(SourceError, match=r"a\.csv: has no column courts by which .*; did you mean court\?"):
        broken_down(table, ["courts"])
    for by in (["court", "court"], ["court", "year", "territory"]):
        with pytest.raises(UnknownLawError, match="a breakdown has one or two different columns, not court"):
            broken_down(table, by)
    monkeypatch.setattr(breakdown_counting, "MOST_CELLS", 3)
    assert len(broken_down(table, ["court"])) == 2
    with pytest.raises(SourceError, match="has 4 different values of case; a breakdown has room for 3"):
        broken_down(write_csv(table, *({**row, "case": n} for n, row in enumerate(ROWS))), ["case"])


def run(capsys, *arguments):
    code = cli.main(["cohort", str(EXAMPLE), "--keep", "court", "--sample", "0", *arguments])
    out = capsys.readouterr()
    return code, out.out, out.err


def test_the_summary_has_shares_only_if_the_user_says_of_what(capsys):
    code, out, _ = run(capsys, "--by", "territory", "--by", "court", "--laws", "merticariu")
    assert code == 0
    for line in (
        "## What the open questions leave",
        (
            "| Territory | Law | Decided | Order | Adjourned | Discharge | No end yet "
            "| Turns on commencement | Refused |"
        ),
        "| Romania | merticariu | 3 | 0 (0 to 1) | 0 (0 to 1) | 2 (2 to 3) | 1 | 0 | 1 |",
        "## By territory and court",
    ):
        assert f"\n{line}\n" in out
    assert "No share is shown, because nothing says of what population this table is a sample." in out
    assert "%" not in out
    _, out, _ = run(capsys, "--by", "territory", "--laws", "merticariu", "--sample-of", " all of  2019 ")
    assert "| Order (share in a sample of all of 2019) |" in out
    assert "2 (2 to 3), 66.7 % |" in out
    assert "says that this table is a sample of: all of 2019. Nothing here checks" in out


def test_words_are_needed_to_say_of_what_the_table_is_a_sample(capsys):
    with pytest.raises(SystemExit):
        run(capsys, "--sample-of", " ")
    assert "must say in words of what population the table is a sample" in capsys.readouterr().err
