"""Small tables of offences for tests, in every format."""

import csv
import io

import polars as pl
import xlsxwriter
from strategies import BOOK, ROOT

from extradition.policy.cohort.cohort import decide_table

EXAMPLE = ROOT / "examples/cohort/offences.csv"
HEAD = {"territory": "RO", "case_type": "conviction", "arrest": "2019-09-25", "hearing": "2024-03-06"}
START = "EA 2003 s 20(1)"
ABSENT = {"convicted_in_presence": "no", "deliberately_absent": "no", "rehearing": "retrial"}


def csv_of(rows):
    """The text of a table; a row has the head of a case unless it says otherwise."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def write_csv(path, *rows):
    path.write_text(csv_of([{**HEAD, **row} for row in rows]), encoding="utf-8")
    return path


def write_sheet(path, head, rows, *, formula=None, merged=None):
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Cases")
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, head)
        for number, row in enumerate(rows, 1):
            for place, value in enumerate(row):
                if value is not None:
                    sheet.write(number, place, value, *([day] if hasattr(value, "year") else []))
        if formula:
            sheet.write_formula(formula, "=1+1", None, 2)
        if merged:
            sheet.merge_range(merged, "conviction")
    return path


def decided(path, **more):
    return decide_table(path, BOOK, **{"taken_from": START, **more})


def in_words(path, *names, **more):
    """The decided table as rows of text, the named columns alone."""
    return words_of(decided(path, **more), *names)


def words_of(made, *names):
    """The same of a table that is decided."""
    frame = made.table.collected(made.frame)
    return frame.select(pl.col(names).cast(pl.String)).rows()
