"""Tables of offences in files that other programs wrote: where each fault is, and what is no cell."""

import gzip
import io
import re
import zipfile
import zlib

import polars as pl
import pytest
import xlsxwriter
from cohort_tables import ABSENT, HEAD, csv_of, decided, in_words, write_csv, write_sheet
from openpyxl import load_workbook
from strategies import BOOK

from extradition import CaseFile, SourceError, render
from extradition.policy.cohort import sheet_faults
from extradition.policy.cohort.cohort import counted_cohort, decide_table
from extradition.policy.cohort.tables import text_files

OUTCOME = "merticariu: outcome"
ROW = {**HEAD, **ABSENT, "retrial_right": "none"}
WRONG = {**ROW, "territory": "ROO"}
WIDTH = len(ROW)
SHEET = "xl/worksheets/sheet1.xml"
FAULT = "territory: 'ROO' is not in territories.yaml"


def faults(path):
    with pytest.raises(SourceError) as caught:
        decided(path)
    return [str(problem).removeprefix(f"{path}:").partition(";")[0] for problem in caught.value.problems]


def rewritten(path, change, *names):
    """The workbook at *path*, with a *change* to the text of its parts with those *names*."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    with zipfile.ZipFile(path, "w") as book:
        for name, content in parts.items():
            book.writestr(name, change(content) if name in names else content)
    return path


def prefixed(path):
    """The workbook at *path*, with a prefix before the name of each element of its sheet and its book."""

    def change(text):
        return re.sub(rb"<(/?)(?=\w)", rb"<\1x:", text).replace(b'xmlns="', b'xmlns:x="')

    return rewritten(path, change, SHEET, "xl/workbook.xml")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_blank_lines_above_the_head_count(tmp_path, mark, end):
    path = tmp_path / "a.csv"
    text = f"{mark}\n\n{csv_of([WRONG])}".replace("\n", end)
    path.write_bytes(text.encode())
    assert faults(path) == [f"4:1: {FAULT}"]
    path.write_bytes(text.replace("territory,", "teritory,").encode())
    assert faults(path)[0].startswith("3:1: teritory: is not a column")


BLANK = ["", "   ", ",,", "," * (WIDTH - 1), " , " * (WIDTH - 1), '""', "\t"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("blank", BLANK)
def test_a_blank_line_is_no_row_and_is_counted_between_rows(tmp_path, blank, end):
    path = tmp_path / "a.csv"
    head, right, wrong = csv_of([ROW, WRONG]).splitlines()
    path.write_text(end.join([head, right, right, blank, blank, ""]), newline="")
    made = decided(path)
    assert in_words(path, OUTCOME) == [("discharge",)] * 2
    assert (made.table.blank, counted_cohort(made, sample=9).offences) == (0, 2)
    path.write_text(end.join([head, blank, right, blank, blank, right, blank]), newline="")
    made = decided(path)
    assert in_words(path, OUTCOME) == [("discharge",)] * 2
    counted = counted_cohort(made, sample=9)
    assert (counted.blank_rows, counted.offences, counted.sample.rows) == (3, 2, 2)
    path.write_text(end.join([head, right, blank, wrong, blank]), newline="")
    assert faults(path) == [f"4:1: {FAULT}"]


def test_a_table_of_blank_lines_has_no_rows(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(f"{','.join(ROW)}\n\n{',' * (WIDTH - 1)}\n\n")
    assert faults(path) == ["1:1: has no rows"]


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".parquet", ".xlsx"])
def test_a_blank_row_is_none_in_a_table_of_any_kind_and_matter(tmp_path, suffix):
    path, matter = tmp_path / f"a{suffix}", {"part": "own-nationals", "territory": "RO"}
    rows = pl.DataFrame([matter, dict.fromkeys(matter), matter, dict.fromkeys(matter)])
    if suffix in (".csv", ".tsv"):
        rows.write_csv(path, separator="\t" if suffix == ".tsv" else ",")
    elif suffix == ".parquet":
        rows.write_parquet(path)
    else:
        write_sheet(path, rows.columns, rows.rows())
    counted = counted_cohort(decide_table(path, BOOK), sample=0)
    assert (counted.offences, counted.blank_rows) == (2, 1)
    for form in ("md", "html"):
        assert "1 blank row between other rows is left out." in render(counted, form)


def test_the_workbook_of_a_cohort_counts_blank_rows(tmp_path):
    path = tmp_path / "a.csv"
    head, row = csv_of([ROW]).splitlines()
    path.write_text(f"{head}\n{row}\n\n\n{row}")
    made = counted_cohort(decided(path), sample=0, by=(), show=9)
    assert "2 blank rows between other rows are left out." in render(made)
    sheet = load_workbook(io.BytesIO(render(made, "xlsx")))["Summary"]
    said = [row for row in sheet.iter_rows(values_only=True) if row[0] == "blank rows between them, left out"]
    assert said == [("blank rows between them, left out", None, *(2 for _ in made.laws))]


def test_a_table_without_columns_has_no_rows(tmp_path):
    path = tmp_path / "a.parquet"
    pl.DataFrame().write_parquet(path)
    assert faults(path)[0].startswith("1:1: ")


def test_a_row_with_too_few_cells_is_a_fault_with_its_row(tmp_path):
    path = tmp_path / "a.csv"
    head, row = csv_of([ROW]).splitlines()
    quoted = row.replace("conviction", '"conviction"')
    path.write_text("\n".join(["", head, row, row.rpartition(",")[0], quoted, quoted.rpartition(",")[0], ""]))
    expected = f"has {WIDTH - 1} cells, the head has {WIDTH}"
    assert faults(path) == [f"4:1: {expected}", f"6:1: {expected}"]


def test_a_row_with_too_few_cells_is_found_behind_commas_in_quotes(tmp_path):
    rows = [{**ROW, "title": "one, two"}, {**ROW, "title": "one\ntwo, three"}]
    path = tmp_path / "a.csv"
    text = csv_of(rows)
    path.write_text(text)
    assert in_words(path, OUTCOME) == [("discharge",), ("discharge",)]
    path.write_text(text.replace("none,", "", 1))
    assert faults(path)[0] == f"2:1: has {WIDTH} cells, the head has {WIDTH + 1}"


def test_a_table_without_a_short_row_is_not_read_row_by_row(tmp_path, monkeypatch):
    monkeypatch.setattr(text_files, "_uneven_rows", lambda _: pytest.fail("read row by row"))
    rows = [{**ROW, "title": "one, two"}, {**ROW, "title": ""}]
    assert len(in_words(write_csv(tmp_path / "a.csv", *rows), OUTCOME)) == 2


def test_rows_with_too_many_cells_are_faults_with_their_rows(tmp_path):
    path = tmp_path / "a.csv"
    head, row = csv_of([ROW]).splitlines()
    path.write_text("\n".join([head, row, f"{row},x", row, f"{row},,", ""]))
    assert faults(path) == [
        f"3:1: has {WIDTH + 1} cells, the head has {WIDTH}",
        f"5:1: has {WIDTH + 2} cells, the head has {WIDTH}",
    ]


@pytest.mark.parametrize("is_long", [True, False], ids=["long", "short"])
def test_rows_of_another_length_after_the_first_twenty_are_counted(tmp_path, is_long):
    path = tmp_path / "a.csv"
    head, row = csv_of([ROW]).splitlines()
    uneven = f"{row},x" if is_long else row.rpartition(",")[0]
    for more in ("1 more row", "2 more rows"):
        path.write_text("\n".join([head, row, *[uneven] * (20 + int(more[0])), ""]))
        cells = f"has {WIDTH + (1 if is_long else -1)} cells, the head has {WIDTH}"
        assert faults(path) == [
            f"1:1: has {more} with another number of cells than the head",
            *(f"{line}:1: {cells}" for line in range(3, 23)),
        ]


@pytest.mark.parametrize("first", ["", "\n", "\ufeff"])
def test_semicolons_between_the_cells_are_a_fault_that_says_so(tmp_path, first):
    path = tmp_path / "a.csv"
    path.write_text(f'{first}offence;"territory, or state";case_type\n1;RO;conviction\n', encoding="utf-8")
    line = 2 if first == "\n" else 1
    with pytest.raises(SourceError) as caught:
        decided(path)
    expected = "has semicolons between its cells; save it with commas, or with tabs as a .tsv file"
    assert str(caught.value) == f"{path}:{line}:1: {expected}"


def test_a_column_without_a_meaning_hides_no_fault_of_a_cell(tmp_path):
    path = write_csv(tmp_path / "a.csv", {"Court name": "Arad", "retrial_right": "perhaps"})
    found = faults(path)
    assert any("Court name: is not a column" in each for each in found)
    assert any("retrial_right: " in each and "perhaps" in each for each in found)


@pytest.mark.parametrize(
    ("encoding", "fault"),
    [("utf-16", "1:1: is not UTF-8 text: byte 0xff"), ("latin-1", "3:51: is not UTF-8 text: byte 0xe9")],
)
def test_a_table_in_another_encoding_is_a_fault_with_its_byte(tmp_path, encoding, fault):
    path = tmp_path / "a.csv"
    path.write_bytes(csv_of([ROW, {**ROW, "retrial_right": "\xe9"}]).encode(encoding))
    assert faults(path) == [fault]


@pytest.mark.parametrize("byte", ["", "\xe9"])
@pytest.mark.parametrize(
    ("encoding", "stated"),
    [
        ("utf-16", "1:1: is not UTF-8 text: byte 0xff; its first bytes look like UTF-16"),
        ("utf-16-le", "1:2: is not UTF-8 text: byte 0x00; its first bytes look like UTF-16"),
        ("utf-16-be", "1:1: is not UTF-8 text: byte 0x00; its first bytes look like UTF-16"),
        ("utf-32", "1:1: is not UTF-8 text: byte 0xff; its first bytes look like UTF-32"),
        ("utf-32-le", "1:2: is not UTF-8 text: byte 0x00; its first bytes look like UTF-32"),
        ("utf-32-be", "1:1: is not UTF-8 text: byte 0x00; its first bytes look like UTF-32"),
    ],
)
def test_a_table_or_case_file_in_another_encoding_is_refused_with_its_name(tmp_path, encoding, stated, byte):
    path, case = tmp_path / "a.csv", tmp_path / "a.yaml"
    path.write_bytes(csv_of([{**ROW, "title": byte}]).encode(encoding))
    case.write_bytes(f"case: X{byte}\n".encode(encoding))
    for file, read_file in ((path, decided), (case, CaseFile.load)):
        with pytest.raises(SourceError) as caught:
            read_file(file)
        assert str(caught.value) == f"{file}:{stated}, so save it as UTF-8"


def test_a_zero_byte_far_from_any_encoding_is_a_fault_of_its_cell(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(csv_of([{**ROW, "territory": "R\0"}]).encode())
    assert faults(path)[0].startswith("2:1: territory: ")


@pytest.mark.parametrize("compress", [gzip.compress, zlib.compress], ids=["gzip", "zlib"])
def test_a_compressed_table_is_not_what_its_name_says(tmp_path, compress):
    path = tmp_path / "a.csv"
    path.write_bytes(compress(csv_of([ROW]).encode()))
    assert faults(path) == ["1:1: is compressed"]


def test_a_byte_that_is_no_text_is_found_far_down(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(csv_of([{**ROW, "title": "\u20ac\u20ac\u20ac"}]).encode() + b"\xe2\x82\xac,\xe2\x82")
    assert faults(path) == ["3:5: is not UTF-8 text: byte 0xe2"]


def test_an_error_in_a_sheet_is_a_fault(tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, list(ROW))
        sheet.write_row(1, 0, list(ROW.values()))
        sheet.write_formula("C2", "=NA()", None, "#N/A")
    rewritten(path, lambda text: re.sub(rb"<f>.*?</f>", b"", text), SHEET)
    assert faults(path) == ["2:3: holds the error #N/A"]
    assert faults(prefixed(path)) == ["2:3: holds the error #N/A"]


def test_formulas_and_merged_cells_are_seen_behind_a_prefix(tmp_path):
    rows = [list(ROW.values())] * 2
    path = prefixed(write_sheet(tmp_path / "a.xlsx", list(ROW), rows, formula="D3", merged="B3:B4"))
    assert faults(path) == ["3:2: is merged with the cells up to B4", "3:4: holds a formula"]
    whole = prefixed(write_sheet(tmp_path / "b.xlsx", list(ROW), rows))
    assert in_words(whole, OUTCOME) == [("discharge",)] * 2


def test_the_place_in_a_sheet_counts_empty_rows_and_columns(tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in ((2, list(ROW)), (3, list(ROW.values())), (6, list(WRONG.values()))):
            sheet.write_row(number, 2, [row[1], "", *row[2:], row[0]])
        sheet.write_blank(0, 0, None, book.add_format({"bg_color": "#ff0000"}))
        sheet.write_blank(9, 9, None, book.add_format({"bg_color": "#ff0000"}))
    assert faults(path) == [f"7:{3 + len(ROW)}: {FAULT}"]


def test_a_sheet_has_a_head_and_names_each_column_once(tmp_path):
    twice = write_sheet(tmp_path / "a.xlsx", [*ROW, "territory"], [[*ROW.values(), "RO"]])
    assert faults(twice) == [f"1:{WIDTH + 1}: territory: is the name of two columns"]
    assert faults(write_sheet(tmp_path / "b.xlsx", list(ROW), [])) == ["1:1: has no rows"]
    unnamed = write_sheet(tmp_path / "c.xlsx", [*ROW, None], [[*ROW.values(), "RO"]])
    assert faults(unnamed)[0].startswith(f"1:{WIDTH + 1}: __UNNAMED__{WIDTH}: is not a column of a table")


def test_the_rows_of_parquet_are_counted_from_one(tmp_path):
    path = tmp_path / "a.parquet"
    pl.DataFrame([ROW, WRONG]).write_parquet(path)
    assert faults(path) == [f"2:1: {FAULT}"]


def test_the_first_column_of_a_sheet_is_found_in_whatever_pieces_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "cases.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_blank(0, 0, None, book.add_format({"bg_color": "#ff0000"}))
        sheet.write(60, 3, "offence")
    monkeypatch.setattr(sheet_faults, "_CHUNK", 200)
    assert sheet_faults.first_column(path) == 4
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet()
    assert sheet_faults.first_column(path) == 1
