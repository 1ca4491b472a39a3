"""Blank rows of a table, which are no rows of it: none of their cells is filled."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from extradition.policy.cohort.tables.cells import cell_of
from extradition.policy.cohort.tables.table_places import TablePlaces


def without_blank_rows(read: pl.LazyFrame, places: TablePlaces) -> tuple[pl.LazyFrame, TablePlaces]:
    """The rows of a file that have a filled cell, and the places of these rows in the file.

    The first column is read alone at first: a table without an empty cell there has no blank row. Blank rows
    at the end are cut off, which takes no time; those between other rows are looked for in each reading.

    Args:
        read: the rows as the file has them.
        places: where they are, if none is left out.

    Raises:
        PolarsError, OSError: the file cannot be read.
    """
    empty = [cell_of(name, kind).is_null() for name, kind in read.collect_schema().items()]
    if not empty or not read.select(empty[0].any()).collect(engine="streaming").item():
        return read, places
    is_blank = pl.all_horizontal(empty)
    filled = (~read.select(is_blank).collect(engine="streaming").to_series()).arg_true()
    count = len(filled)
    if count == 0 or filled[-1] == count - 1:
        return read.head(count), places
    return read.filter(~is_blank), replace(places, rows=(filled + (places.head + 1)).to_list())
