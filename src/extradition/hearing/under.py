"""The choice of the law under which a case is heard, and of the engine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from extradition.days import within_bounds
from extradition.engine.agreement import ENGINE, examine_engine
from extradition.hearing.argument_types import examine_law, names_in
from extradition.rule_book import RuleBook
from extradition.source import OptionError, UnknownLawError


@dataclass(frozen=True)
class Under:
    """The choice of the law under which a case is heard. Without arguments, the dates of the case choose it.

    Args:
        law: the name of a law in ``laws.yaml``.
        as_at: a day; the case is heard as if on it.
        assuming: the ids of versions that apply whatever the dates.
        engine: ``durable`` derives every step twice and refuses a difference; ``plain`` makes the plain
            reading alone.

    >>> Under(law="merticariu").engine
    'durable'
    """

    law: str | None = None
    as_at: dt.date | None = None
    assuming: tuple[str, ...] = ()
    engine: ENGINE = "durable"

    @classmethod
    def of(cls, law: str | None, as_at: dt.date | None, assuming: Iterable[str], engine: ENGINE) -> Under:
        """The choice that the arguments of ``determine`` make.

        Raises:
            TypeError: an argument is of the wrong type.
            ValueError: there is no such engine.
        """
        examine_law(law, as_at)
        examine_engine(engine)
        return cls(law, as_at, names_in(assuming, "assuming"), engine)

    def day(self, rule_book: RuleBook) -> dt.date | None:
        """The day on which the case is heard; None if it is that of the case file.

        Raises:
            UnknownLawError: there is no law of that name.
            OptionError: both a law and a day are given, or a day that no date of a case may have.
        """
        named = rule_book.law(self.law) if self.law is not None else None
        if named is not None and self.as_at is not None:
            raise OptionError("a law that is named has its own day; leave out either the law or the day")
        if named is not None or self.as_at is None:
            return named.as_at if named else None
        try:
            return within_bounds(self.as_at)
        except ValueError as error:
            raise OptionError(f"as_at {error}") from None

    def assumed(self, part: str, rule_book: RuleBook) -> tuple[str, ...]:
        """The ids of the versions assumed: those of the named law that are of *part*, and all that the user
        names.

        Raises:
            UnknownLawError: the user names a version of another matter.
        """
        for name in self.assuming:
            if name in rule_book.versions and rule_book.part(rule_book.versions[name][0]) != part:
                raise UnknownLawError(f"{name} is of another matter; this is {rule_book.case_of(part)}")
        by_law = rule_book.law(self.law).assuming if self.law is not None else ()
        of_part = [name for name in by_law if rule_book.part(rule_book.versions[name][0]) == part]
        return tuple(dict.fromkeys((*of_part, *self.assuming)))
