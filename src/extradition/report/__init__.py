"""Reports for people and programs: determinations, comparisons, validations and draft requests."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extradition.report.formats import FORMAT, FORMATS, PAPER, TEXT
    from extradition.report.rendering import (
        BookSummary,
        Reportable,
        is_paper,
        render,
        render_diagram,
        render_interview,
        render_questions,
        render_sensitivities,
        render_service,
    )

__all__ = [
    "FORMAT",
    "FORMATS",
    "PAPER",
    "TEXT",
    "BookSummary",
    "Reportable",
    "is_paper",
    "render",
    "render_diagram",
    "render_interview",
    "render_questions",
    "render_sensitivities",
    "render_service",
]
_OF_FORMATS = ("FORMAT", "FORMATS", "PAPER", "TEXT")


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = "formats" if name in _OF_FORMATS else "rendering"
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value
