"""A comparison as an Excel workbook, read back with another library."""

import datetime as dt
import io
import sys

import pytest
from openpyxl import load_workbook
from strategies import BOOK, ROOT

from extradition import CaseFile, MissingExtraError, OptionError, cli, compare, determine, render, workbook
from extradition.report.table import COLUMNS
from extradition.workbook import Sheet, workbook_of

LAWS = ("before-merticariu", "today", "as-amended-2026")
DAY = dt.date(2026, 11, 22)


def midnight(day):
    return dt.datetime.combine(day, dt.time())


def opened(made: bytes):
    return load_workbook(io.BytesIO(made))


def rows(book, name):
    return [tuple(cell.value for cell in row) for row in book[name].iter_rows()]


@pytest.fixture(scope="module")
def comparison():
    names = ("merticariu", "bertino", "two_warrants")
    cases = [CaseFile.load(ROOT / f"examples/{name}/case.yaml") for name in names]
    return compare(cases, BOOK, LAWS)


def test_a_comparison_has_a_sheet_for_each_view(comparison):
    made = opened(render(comparison, "xlsx"))
    assert made.sheetnames == ["Summary", "Changes", "Transitions", "Where the laws part", "Cases", "Laws"]
    heading, *counted = rows(made, "Summary")
    assert heading == ("counted", "outcome", *LAWS)
    on_what_is_known = [row[2:] for row in counted if row[0] == "outcome on what is known"]
    assert [sum(column) for column in zip(*on_what_is_known, strict=True)] == [3, 3, 3]
    assert ("cases", None, 3, 3, 3) in counted
    assert ("turns on commencement", None, 0, 0, comparison.laws[2].turns_on_commencement) in counted
    assert sum(row[-1] for row in rows(made, "Transitions")[1:]) == 3
    changes = rows(made, "Changes")[1:]
    assert [row[:2] for row in changes] == [LAWS[:2], LAWS[1:]]
    assert all(sum(row[2:7]) == row[7] == 3 for row in changes)


def test_the_rows_are_those_of_the_csv_and_the_laws_say_how_they_are_verified(comparison):
    made = opened(render(comparison, "xlsx"))
    heading, *cases = rows(made, "Cases")
    assert heading == COLUMNS
    assert len(cases) == 9
    assert {row[1] for row in cases} == {case.case for case in comparison.cases}
    laws = rows(made, "Laws")
    assert (laws[1][3], laws[1][7]) == (midnight(dt.date(2024, 3, 5)), "no")
    assert {(row[4], row[6], row[7]) for row in laws if row[0] == "as-amended-2026"} == {
        ("s20-5-as-amended-2026", "factsheet only", "yes"),
        ("s85-5-as-amended-2026", "factsheet only", "yes"),
    }
    parts = rows(made, "Where the laws part")
    assert ("EA 2003 s 20(5)", "before-merticariu") in {(row[0], row[2]) for row in parts}


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@sum(A1)", "http://example.org", "12", "\u202ereversed"]
)
def test_text_stays_text(text):
    (cell,) = opened(workbook_of([Sheet("Cases", ["case"], [[text]])], "Cases", DAY))["Cases"][2]
    assert (cell.data_type, cell.hyperlink) == ("s", None)
    assert str(cell.value).endswith(text.lstrip("\u202e"))
    assert "\u202e" not in str(cell.value)


def test_numbers_and_days_keep_their_kind_and_the_headings_stay_in_sight():
    page = opened(workbook_of([Sheet("Cases", ["n", "day", "none"], [[3, DAY, None]])], "Cases", DAY))[
        "Cases"
    ]
    assert [cell.value for cell in page[2]] == [3, midnight(DAY), None]
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:C2")


def test_the_same_comparison_gives_the_same_bytes(comparison):
    assert render(comparison, "xlsx") == render(comparison, "xlsx")


def test_what_excel_cannot_hold_is_refused_with_a_format_that_can(monkeypatch):
    with pytest.raises(OptionError, match=r"holds 32,767 characters, and one on 'Cases' has 40,000; csv"):
        workbook_of([Sheet("Cases", ["case"], [["x" * 40_000]])], "Cases", DAY)
    monkeypatch.setattr(workbook, "MOST_ROWS", 1)
    with pytest.raises(OptionError, match="holds 1 rows, and 'Cases' has more; csv"):
        workbook_of([Sheet("Cases", ["case"], [["a"], ["b"]])], "Cases", DAY)


def test_without_its_package_the_workbook_says_what_to_install(comparison, monkeypatch):
    for name in ("extradition.workbook", "extradition.report.comparison_workbook"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtraError, match=r"a report as xlsx needs more .*extradition\[paper\]"):
        render(comparison, "xlsx")


def test_from_the_command_line(tmp_path):
    out = tmp_path / "compared.xlsx"
    command = ["compare", str(ROOT / "examples/merticariu"), "--format", "xlsx", "--out", str(out)]
    assert cli.main(command) == 0
    assert opened(out.read_bytes()).sheetnames[0] == "Summary"


def test_a_determination_has_no_workbook(merticariu, book):
    with pytest.raises(ValueError, match=r"^a determination has no 'xlsx' form$"):
        render(determine(merticariu, book), "xlsx")
