"""The breakdowns of a cohort: cells that add up, their bounds, and shares only of a named sample."""

import sys
import zipfile

import polars as pl
import pytest
from cohort_tables import ABSENT, EXAMPLE, START, decided, write_csv
from strategies import BOOK, ROOT

from extradition import CaseFile, OptionError, SourceError, cli, render
from extradition.hearing.examination import examine
from extradition.policy.cohort.cohort import cohort, counted_cohort, decide_table
from extradition.policy.cohort.tables import breakdown_counting
from extradition.report import paper_length
from extradition.report.cohort_chart import chart_of_cohort
from extradition.rule_book.consequences import CONSEQUENCES

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
        ("hearing", "date of the hearing", [("2024-03-06", 2, 1), ("2024-06", 1, 0)]),
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
        with pytest.raises(OptionError, match="a breakdown has one or two different columns, not court"):
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
        "| Romania | After Merticariu and Bertino | 3 | 0 (0 to 1) | 0 (0 to 1) | 2 (2 to 3) | 1 | 0 | 1 |",
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


def test_the_page_has_the_bounds_the_chart_and_folded_rows(capsys, tmp_path):
    out = tmp_path / "cohort.html"
    code, printed, err = run(capsys, "--by", "territory", "--format", "html", "--report", str(out))
    assert (code, printed, err) == (0, "", "")
    page = out.read_text(encoding="utf-8")
    for part in (
        "<strong>8 of 9 offences are decided.</strong>",
        "<strong>“As amended in 2026 (prospective)” is not known to be in force.</strong>",
        '<td class="count" data-label="Discharge">2 (2 to 3)</td>',
        "<summary>By territory (3)</summary>",
        "<summary>Rows 1 to 9 of 9</summary>",
        "<title>Outcomes of offences.csv, by territory, under 4 laws</title>",
        "Romania, “After Merticariu and Bertino”: Order 0, at least 0, at most 1; Adjourned 0",
        "refused: the dates contradict one another",
        "These are all 9 rows.",
    ):
        assert part in page
    assert "<script" not in page
    assert "%" not in page[page.index("<main>") :].replace("100%", "")


def test_the_rows_of_a_long_table_are_the_first_ones_and_the_page_says_where_all_are(capsys, monkeypatch):
    monkeypatch.setitem(paper_length.ROWS_ONE_BY_ONE, "html", 4)
    _, page, _ = run(capsys, "--format", "html")
    assert "These are the first 4 of 9 rows. A table saved as CSV or Parquet has all of them" in page
    assert "<summary>Rows 1 to 4 of 9</summary>" in page
    assert "By " not in page[page.index("What the open questions leave") : page.index("Refused rows")]


def test_a_workbook_has_a_sheet_each_and_no_formulas(capsys, tmp_path):
    out = tmp_path / "cohort.xlsx"
    path = write_csv(tmp_path / "a.csv", *({**row, "court": "=1+1"} for row in ROWS))
    arguments = ["cohort", str(path), "--keep", "court", "--by", "court", "--format", "xlsx", "--sample", "0"]
    assert cli.main([*arguments, "--report", str(out), "--sample-of", "a year"]) == 0
    sheets = pl.read_excel(out, sheet_id=0, infer_schema_length=None)
    assert list(sheets) == [
        "Summary",
        "Changes",
        "Breakdowns",
        "Rows",
        "Laws",
        "Refused by reason",
        "Refused rows",
        "Appendix",
    ]
    breakdowns = sheets["Breakdowns"]
    assert "share of the decided rows (sample of a year)" in breakdowns.columns
    assert breakdowns.filter(pl.col("by") == "court")["first value"].unique().to_list() == ["=1+1"]
    assert sheets["Refused rows"].rows() == [(4, None, "the dates contradict one another")]
    assert cli.main([*arguments, "--report", str(out)]) == 0
    assert not [name for name in pl.read_excel(out, sheet_id=3).columns if "share" in name]
    assert capsys.readouterr().out == ""


def test_a_report_on_paper_is_refused_above_a_number_of_rows(capsys, monkeypatch):
    monkeypatch.setattr(paper_length, "MOST_CASES_ON_PAPER", 8)
    code, out, err = run(capsys, "--format", "pdf")
    assert (code, out) == (2, "")
    assert "a pdf shows at most 8 cases, and these are 9" in err
    assert "html and xlsx have the counts and the first rows, and --out FILE writes every row" in err


def test_paper_has_the_chart_too(tmp_path, capsys):
    out = tmp_path / "cohort.docx"
    assert run(capsys, "--format", "docx", "--report", str(out))[0] == 0
    with zipfile.ZipFile(out) as parts:
        assert [name for name in parts.namelist() if name.startswith("word/media/")]


def test_a_chart_is_a_picture_of_the_first_column(capsys, tmp_path):
    svg, png = tmp_path / "a.svg", tmp_path / "a.png"
    assert run(capsys, "--by", "court", "--chart", str(svg))[0] == 0
    drawn = svg.read_text(encoding="utf-8")
    assert drawn.startswith("<svg ")
    assert "by court, under 4 laws</title>" in drawn
    assert ">Arad</text>" in drawn
    assert CONSEQUENCES["discharge"].colour in drawn
    assert ">Adjourned</text>" in drawn
    assert run(capsys, "--chart", str(png))[0] == 0
    assert png.read_bytes()[:4] == b"\x89PNG"


def test_a_chart_shows_the_values_with_the_most_offences(tmp_path):
    path = write_csv(
        tmp_path / "a.csv", *({**CLEAR, "case": n, "court": f"<court {n % 10}>"} for n in range(18))
    )
    made = cohort(path, BOOK, ["merticariu"], keep=["court"], sample=0, by=["court"])
    drawn = chart_of_cohort(made, "svg").decode()
    assert [f"court {n}&gt;" in drawn for n in range(10)] == [True] * 8 + [False] * 2
    assert "<court" not in drawn
    assert chart_of_cohort(made, "svg").decode() == drawn


def test_a_cohort_without_a_decided_row_or_a_breakdown_has_no_chart(tmp_path, capsys):
    path = write_csv(tmp_path / "a.csv", {"arrest": "2025-01-01"})
    made = cohort(path, BOOK, LAWS, sample=0, by=["territory"])
    assert chart_of_cohort(made, "svg") is None
    assert "<figure" not in render(made, "html")
    assert "No row is refused" not in render(made, "html")
    whole = cohort(EXAMPLE, BOOK, LAWS, keep=["court"], sample=0)
    assert chart_of_cohort(whole, "png") is None
    assert "<svg" not in render(whole, "html")
    assert pl.read_excel(render(whole, "xlsx"), sheet_name="Rows").is_empty()
    out = tmp_path / "a.svg"
    assert cli.main(["cohort", str(path), "--chart", str(out)]) == 2
    assert "no row is decided, so that there is nothing to draw" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["--report", "a.svg", "--chart", "a.svg"], "two of --out, --report and --chart name the same file"),
        (["--report", str(EXAMPLE)], "is read, and would be written over"),
        (["--format", "xlsx"], "a xlsx is nothing to read on a terminal: it needs --report FILE"),
    ],
)
def test_a_report_that_cannot_be_written_is_refused_before_the_table_is_decided(
    capsys, monkeypatch, tmp_path, arguments, fault
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert fault in err
    assert list(tmp_path.iterdir()) == []


def test_a_chart_needs_the_name_of_a_picture_and_the_packages_that_draw(capsys, monkeypatch):
    with pytest.raises(SystemExit):
        run(capsys, "--chart", "a.pdf")
    assert "must end in .svg or .png, not 'a.pdf'" in capsys.readouterr().err
    monkeypatch.delitem(sys.modules, "extradition.report.drawing.breakdown_chart", raising=False)
    monkeypatch.setitem(sys.modules, "altair", None)
    assert "a chart of a cohort needs more than the plain install" in run(capsys, "--format", "html")[2]
