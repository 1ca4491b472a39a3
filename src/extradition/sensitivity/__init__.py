"""The sensitivity of the outcome of a hearing, worked out exactly."""

from extradition.sensitivity.analysis import (
    Asked,
    analyse,
    analysed,
    best_asked,
    can_still_change,
    hanging_on,
    sensitivities,
    settles,
    with_sensitivity,
)

__all__ = [
    "Asked",
    "analyse",
    "analysed",
    "best_asked",
    "can_still_change",
    "hanging_on",
    "sensitivities",
    "settles",
    "with_sensitivity",
]
