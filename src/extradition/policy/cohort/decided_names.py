"""The names of the columns that a decided table adds to its own."""

from __future__ import annotations

LABELS = ("offence", "case", "reference", "title")
"""The columns that name a row; no rule reads them."""
REFUSED = "refused"
"""The column with the reason why a row is not decided; empty for a row that is."""


def name_of_outcome(law: str) -> str:
    """The name of the column with the outcome under *law*.

    Args:
        law: the name of the law.
    """
    return f"{law}: outcome"


def name_of_provision(law: str) -> str:
    """The name of the column with the provision for the outcome under *law*.

    Args:
        law: the name of the law.
    """
    return f"{law}: under"


def name_of_place(law: str) -> str:
    """The name of the column with the question whose answer leads to the outcome under *law*.

    Args:
        law: the name of the law.
    """
    return f"{law}: decided at"


def name_of_closing(law: str) -> str:
    """The name of the column with the outcome under *law* if nothing more is shown.

    Args:
        law: the name of the law.
    """
    return f"{law}: if nothing more is shown"


def name_of_commencement(law: str) -> str:
    """The name of the column that says whether the outcome under *law* turns on commencement.

    Args:
        law: the name of the law.
    """
    return f"{law}: turns on commencement"


def name_of_certainty(law: str) -> str:
    """The name of the column that says how sure we are of the least sure version under *law*.

    Args:
        law: the name of the law.
    """
    return f"{law}: least sure"


def name_of_unstated(law: str) -> str:
    """The name of the column that says whether the rule book does not state a law that *law* asks.

    Args:
        law: the name of the law.
    """
    return f"{law}: not stated"


def name_of_possible(law: str) -> str:
    """The name of the column with the kinds of end that are still possible under *law*.

    Args:
        law: the name of the law.
    """
    return f"{law}: still possible"


def name_of_parting(before: str, after: str) -> str:
    """The name of the column with the first question that two neighbouring laws answer differently.

    Args:
        before: the name of a law.
        after: the name of its neighbour.
    """
    return f"{before} / {after}: part at"


def name_of_change(before: str, after: str) -> str:
    """The name of the column that says whether two neighbouring laws give another outcome.

    Args:
        before: the name of a law.
        after: the name of its neighbour.
    """
    return f"{before} / {after}: another outcome"


OF_A_LAW = (
    name_of_outcome,
    name_of_provision,
    name_of_place,
    name_of_closing,
    name_of_commencement,
    name_of_certainty,
)
"""The names of the columns of one law, in their order."""
