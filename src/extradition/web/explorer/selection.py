"""The part of a table that the user looks at, as the query of an address, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self
from urllib.parse import urlencode

from extradition.law import Model
from extradition.web.limits import MOST_FILTERS

_MOST_PAGE = 9
"""The most digits of the number of a page."""


class Selection(Model):
    """The rows that the user chose, and how they are counted.

    Attributes:
        where: the filters: a column and its value, None for an empty one.
        by: up to two columns by which the rows are broken down.
        measure: the count that a table of two columns shows.
        page: the page of rows, from 1.
    """

    where: tuple[tuple[str, str | None], ...] = ()
    by: tuple[str, ...] = ()
    measure: str = ""
    page: int = 1

    @classmethod
    def of(cls, fields: Iterable[tuple[str, str]]) -> Self:
        """The selection in the fields of a query; what they do not say is as at the start.

        Args:
            fields: the name and the value of each field.

        >>> Selection.of([("where", "court=Arad"), ("where", ""), ("by", "court"), ("page", "2")]).where
        (('court', 'Arad'),)
        """
        listed = list(fields)
        filters = dict.fromkeys(_filter_of(value) for name, value in listed if name == "where" and value)
        by = dict.fromkeys(value for name, value in listed if name == "by" and value)
        said = dict(listed)
        page = said.get("page", "")
        is_number = page.isascii() and page.isdigit() and len(page) <= _MOST_PAGE
        return cls(
            where=tuple(filters)[:MOST_FILTERS],
            by=tuple(by)[:2],
            measure=said.get("measure", ""),
            page=max(int(page), 1) if is_number else 1,
        )

    @property
    def filters(self) -> tuple[str, ...]:
        """Each filter as one text, which a field of a form can hold."""
        return tuple(written_filter(*each) for each in self.where)

    def query(self, **changes: object) -> str:
        """The query of an address that shows this selection.

        Args:
            changes: what is otherwise in it, by the name of the attribute.

        >>> Selection(by=("court",)).query(page=2)
        '?by=court&page=2'
        """
        made = self.model_copy(update=changes)
        fields = [*(("where", each) for each in made.filters), *(("by", each) for each in made.by)]
        fields += [("measure", made.measure)] if made.measure else []
        fields += [("page", str(made.page))] if made.page > 1 else []
        return f"?{urlencode(fields)}" if fields else ""

    def without(self, filter_: str) -> str:
        """The query of the same selection without one filter."""
        return self.query(
            where=tuple(each for each in self.where if written_filter(*each) != filter_), page=1
        )

    def with_filter(self, column: str, value: str | None) -> str:
        """The query of the same selection with one filter more."""
        return self.query(where=tuple(dict.fromkeys((*self.where, (column, value)))), page=1)


def written_filter(column: str, value: str | None) -> str:
    """A filter as one text.

    Args:
        column: the name of the column.
        value: its value; None for an empty one.

    >>> written_filter("court", None)
    'court='
    """
    return f"{column}={value or ''}"


def _filter_of(text: str) -> tuple[str, str | None]:
    column, _, value = text.partition("=")
    return column, value or None
