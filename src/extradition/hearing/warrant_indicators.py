"""The places at which a warrant's own form shows that it is ambiguous."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from extradition.case_file.warrant import Warrant
from extradition.rule_book.fact import Fact
from extradition.rule_book.warrant_form import ENTRY, AtLeastDecisions, WarrantForm, When

Where = tuple[str, ...]
"""Places in the form, or in later material, that show an indicator; empty if no place shows it."""


class Indicators:
    """The indicators of ambiguity that one warrant shows.

    Args:
        form: the form of the rule book.
        facts: the vocabulary of the rule book.
        warrant: the warrant.
    """

    def __init__(self, form: WarrantForm, facts: Mapping[str, Fact], warrant: Warrant) -> None:
        self._form = form
        self._facts = facts
        self._stated = warrant.stated
        self._box = warrant.box_d
        self._keys: Mapping[str, Callable[[Any], Where]] = {
            "all_ticked": self._all_ticked,
            "any_ticked": self._any_ticked,
            "none_ticked": self._none_ticked,
            "both_ticked": lambda pairs: tuple(place for pair in pairs for place in self._all_ticked(pair)),
            "text_says": self._text_says,
            "later_says": self._later_says,
            "says": lambda remarks: (*self._text_says(remarks), *self._later_says(remarks)),
            "missing": self._missing,
            "at_least": self._at_least,
            "any": lambda indicators: tuple(place for each in indicators for place in self.of(each)),
        }

    def of(self, when: When) -> Where:
        """The places that show the indicator *when*; empty unless every key of it holds."""
        shown = [self._keys[key](wanted) for key, wanted in when if wanted is not None]
        return tuple(dict.fromkeys(place for where in shown for place in where)) if all(shown) else ()

    def _all_ticked(self, options: Iterable[str]) -> Where:
        ticked = self._any_ticked(options)
        return ticked if len(ticked) == len(set(options)) else ()

    def _any_ticked(self, options: Iterable[str]) -> Where:
        return tuple(
            f"{self._form.options_at} {option}"
            for option in options
            if self._box and option in self._box.ticked
        )

    def _none_ticked(self, options: Iterable[str]) -> Where:
        return (self._form.options_at,) if self._box and not self._any_ticked(options) else ()

    def _text_says(self, remarks: Iterable[str]) -> Where:
        said = self._box is not None and not set(remarks).isdisjoint(self._box.text_says)
        return (self._form.entries["text"].at,) if said else ()

    def _later_says(self, remarks: Iterable[str]) -> Where:
        later = self._box.contradicted_by if self._box else None
        if later is None or set(remarks).isdisjoint(later.says):
            return ()
        return (f"{later.document}, {later.at}" if later.at else later.document,)

    def _missing(self, entries: Iterable[ENTRY]) -> Where:
        missing = self._box is not None and not any(self._is_given(entry) for entry in entries)
        return tuple(self._form.entries[entry].at for entry in entries) if missing else ()

    def _is_given(self, entry: ENTRY) -> bool:
        name = self._form.entries[entry].answers
        nothing = self._facts[name].when_not_shown if name else None
        return self._stated[entry] not in (None, nothing)

    def _at_least(self, wanted: AtLeastDecisions) -> Where:
        decisions = self._stated["decisions"]
        return (
            (self._form.entries["decisions"].at,) if decisions and int(decisions) >= wanted.decisions else ()
        )
