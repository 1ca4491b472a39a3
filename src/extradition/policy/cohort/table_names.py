"""The names of the files in which tables are read and written."""

from __future__ import annotations

from pathlib import Path

from extradition.source import refusal

READ = {".parquet": "Parquet", ".csv": "CSV", ".tsv": "CSV", ".xlsx": "Excel"}
"""The ends of the names of the tables that are read, and what they are."""
WRITTEN = (".parquet", ".csv", ".xlsx")
"""The ends of the names of the tables that are written."""


def is_table(path: Path) -> bool:
    """Whether *path* has the name of a table that is read.

    Args:
        path: the path of a file.

    >>> is_table(Path("cases.CSV")), is_table(Path("case.yaml"))
    (True, False)
    """
    return path.suffix.lower() in READ


def refuse_other_tables(path: Path) -> None:
    """Refuse to write a table to a file of another name.

    Args:
        path: the file to write.

    Raises:
        SourceError: the name of the file is not that of a table.
    """
    if path.suffix.lower() not in WRITTEN:
        message = f"is not the name of a table that is written; it must end in {', '.join(WRITTEN)}"
        raise refusal(path, message)
