"""The versions chosen for the offences of one case, each choice made once for the same dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from extradition.case_file import CaseFile, Offence
from extradition.hearing.applicable_versions import Choice, choose_all
from extradition.rule_book import RuleBook
from extradition.rule_book.kept_for_book import once
from extradition.source import Fault


class VersionChoices:
    """The versions that the dates of a case choose, for each of its offences and for other dates in place of
    those missing.

    Args:
        rule_book: the law.
        as_at: the day on which the case is heard, if it is not that of the case file.
        assuming: the ids of versions that apply whatever the dates.
    """

    def __init__(
        self, rule_book: RuleBook, as_at: dt.date | None = None, assuming: Iterable[str] = ()
    ) -> None:
        self.as_at = as_at
        self._book = rule_book
        self._assuming = tuple(assuming)
        self._made: dict[tuple[object, ...], Mapping[str, Choice]] = {}

    def of(self, case_file: CaseFile, offence: Offence) -> Mapping[str, Choice]:
        """The version of every question in the case's Part, for one offence.

        Offences with the same dates share it.

        A missing date of the conduct has the place of its own offence, so those choices are made for each
        offence.

        Raises:
            OptionError: as for ``choose_all``.
        """
        same = (case_file.part, case_file.dates, offence.conduct_date)
        own = (*same, offence.id)
        found = self._made.get(same) or self._made.get(own)
        if found is None:
            found = choose_all(case_file, offence, self._book, self.as_at, self._assuming)
            self._made[own if _has_a_fault(found) else same] = found
        return found

    def of_case(self, case_file: CaseFile, offence: Offence) -> Mapping[str, Choice]:
        """The same, kept with the rule book for other cases with the same dates.

        Raises:
            OptionError: as for ``choose_all``.
        """
        same = ("choices", case_file.part, case_file.dates, offence.conduct_date, self.as_at, self._assuming)
        found = once(self._book, same, lambda: _without_faults(self.of(case_file, offence)))
        if found:
            return found
        place = next(i for i, each in enumerate(case_file.offences) if each is offence)
        return once(self._book, (*same, place), lambda: self.of(case_file, offence))


def _without_faults(choices: Mapping[str, Choice]) -> Mapping[str, Choice]:
    """The *choices* if every date is there and chooses a version; else nothing."""
    return {} if _has_a_fault(choices) else choices


def _has_a_fault(choices: Mapping[str, Choice]) -> bool:
    """Whether a date is missing, or chooses no version."""
    return any(isinstance(choice, Fault) for choice in choices.values())
