"""The first rows of a cohort, one by one: what a report shows of a table that is too long to print."""

from __future__ import annotations

from extradition.law import Model
from extradition.policy.cohort.refusals import REFUSAL


class RowOutcome(Model):
    """The outcome of a row under a law, and the provision for it."""

    outcome: str
    under: str | None
    turns_on_commencement: bool


class CohortRow(Model):
    """One row of a table.

    Attributes:
        number: its number, from 1.
        label: the words of the columns that name a row; empty without any.
        refused: the reason why it is refused; None if it is decided.
        outcomes: its outcome under each law; none if it is refused.
        partings: for each two neighbouring laws, the first question that they answer differently.
    """

    number: int
    label: str
    refused: REFUSAL | None
    outcomes: tuple[RowOutcome, ...]
    partings: tuple[str | None, ...]


class RowsShown(Model):
    """The first *rows* of a table, and the first that are *refused*, up to *most* of each."""

    most: int
    rows: tuple[CohortRow, ...]
    refused: tuple[CohortRow, ...]
