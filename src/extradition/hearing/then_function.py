"""The function that ``determine_many`` calls with each determination, in another process than its caller."""

from __future__ import annotations

import io
import pickle
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from types import FunctionType
from typing import Any

from extradition.determination import Determination

Then = Callable[[Determination], Any]
_TO_DO = "with several processes, then must be a function that a module defines"


@dataclass(frozen=True)
class Sent:
    """The value of the function on its way to the caller, as ``pickle`` wrote it."""

    value: bytes


@dataclass(frozen=True)
class Raised:
    """An error of the function on its way to the caller. A note has its place in the code of the worker."""

    error: Exception


class _Sending(pickle.Pickler):
    """Refuses what the script defines that the user runs: another process does not run that script."""

    def persistent_id(self, part: Any) -> None:
        """None: each *part* is written as it is."""
        if isinstance(part, type | FunctionType) and part.__module__ == "__main__":
            raise pickle.PicklingError(f"{part.__name__} is of the script that runs")


def examine_then(then: Then) -> None:
    """Refuse a function that another process cannot have.

    Args:
        then: the function.

    Raises:
        ValueError: ``pickle`` cannot write it, or it is of the script that runs.

    >>> examine_then(len)
    >>> examine_then(lambda determination: determination.outcome)
    Traceback (most recent call last):
        ...
    ValueError: with several processes, then must be a function that a module defines, not a lambda
    """
    if getattr(then, "__name__", "") == "<lambda>":
        raise ValueError(f"{_TO_DO}, not a lambda")
    try:
        _Sending(io.BytesIO()).dump(then)
    except Exception as error:  # whatever the parts of the function raise
        raise ValueError(f"{_TO_DO}: {error}") from error


def value_in_worker(then: Then, determination: Determination) -> Sent | Raised:
    """The value of *then* for the process of the caller, or the error that *then* raised.

    Args:
        then: the function.
        determination: its argument.
    """
    try:
        value = then(determination)
    except Exception as error:  # noqa: BLE001  the caller's own, raised again in the caller's process
        error.add_note("".join(["In a process of determine_many:\n", *traceback.format_exception(error)]))
        return Raised(_carriable(error))
    try:
        return Sent(pickle.dumps(value))
    except Exception as error:  # noqa: BLE001  whatever the parts of the value raise
        return Raised(ValueError(f"the value of then cannot be sent to another process: {error}"))


def _carriable(error: Exception) -> Exception:
    """The *error* itself, or its words where it would not survive ``pickle``."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301  written a moment ago
    except Exception:  # noqa: BLE001  its class decides what it raises
        worded = RuntimeError(f"{type(error).__name__}: {error}")
        worded.add_note("".join(error.__notes__))
        return worded
    return error
