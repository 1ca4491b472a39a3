"""The chart of a cohort, with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from extradition.policy.reported_law import law_titles
from extradition.report.environment import filled_part
from extradition.source import MissingExtraError, OptionError

if TYPE_CHECKING:  # a report on anything else does not need them
    from extradition.policy.cohort.breakdown import Breakdown
    from extradition.policy.cohort.results import Cohort


def chart_of_cohort(cohort: Cohort, form: Literal["svg", "png"]) -> bytes | None:
    """The chart of the outcomes under each law, by the first column that the user named, else of all rows.

    Args:
        cohort: A cohort with its breakdowns; without any there is no chart.
        form: ``svg`` or ``png``.

    Raises:
        MissingExtraError: The packages that draw charts are not installed.
    """
    breakdown = _charted(cohort)
    if breakdown is None:
        return None
    try:
        from extradition.report.drawing.breakdown_chart import breakdown_chart, cells_shown  # noqa: PLC0415  other reports do not need its packages
    except ImportError as error:
        raise MissingExtraError("a chart of a cohort", "cohort") from error
    cells = cells_shown(breakdown)
    title = filled_part("cohort.txt.j2", "title", report=cohort, breakdown=breakdown)
    titles = law_titles(cohort.laws)
    described = filled_part("cohort.txt.j2", "description", breakdown=breakdown, cells=cells, titles=titles)
    counted = filled_part("cohort.txt.j2", "counted", report=cohort).strip()
    described = " ".join(described.split())
    return breakdown_chart(
        breakdown, form, titles, title=title.strip(), description=described, counted=counted
    )


def chart_alone(cohort: Cohort, form: Literal["svg", "png"]) -> bytes:
    """The chart of ``chart_of_cohort``, for a file of its own.

    Args:
        cohort: as for ``chart_of_cohort``.
        form: as for ``chart_of_cohort``.

    Raises:
        OptionError: No row is decided.
        MissingExtraError: The packages that draw charts are not installed.
    """
    drawn = chart_of_cohort(cohort, form)
    if drawn is None:
        raise OptionError("no row is decided, so that there is nothing to draw")
    return drawn


def _charted(cohort: Cohort) -> Breakdown | None:
    """The breakdown by the first column, else that of all rows; None if no row is decided."""
    shown = [each for each in cohort.breakdowns if len(each.by) < 2 and each.kinds]  # noqa: PLR2004  one column
    return shown[min(1, len(shown) - 1)] if shown else None
