"""Reports for people and programs: determinations, comparisons, validations and draft requests."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extradition.report.formats import BINARY, FORMAT, FORMATS, TEXT
    from extradition.report.rendering import (
        is_binary,
        render,
        render_diagram,
        render_interview,
        render_questions,
        render_sensitivities,
        render_service,
        render_watched,
    )
    from extradition.report.reportable import Reportable
    from extradition.report.summary import BookSummary, summary_of
    from extradition.report.warrant_start import render_warrant

__all__ = [
    "BINARY",
    "FORMAT",
    "FORMATS",
    "TEXT",
    "BookSummary",
    "Reportable",
    "is_binary",
    "render",
    "render_diagram",
    "render_interview",
    "render_questions",
    "render_sensitivities",
    "render_service",
    "render_warrant",
    "render_watched",
    "summary_of",
]
_MODULES = {
    **dict.fromkeys(("FORMAT", "FORMATS", "BINARY", "TEXT"), "formats"),
    **dict.fromkeys(("BookSummary", "summary_of"), "summary"),
    "Reportable": "reportable",
    "render_warrant": "warrant_start",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f"{__name__}.{_MODULES.get(name, 'rendering')}")
    value = globals()[name] = getattr(module, name)
    return value
