"""The matter of a case: the one that the case file names, or that the category of its territory gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from extradition.case_file import CaseFile
from extradition.days import text_of_days
from extradition.hearing.designation import day_of_designation, designation, may_be_designated
from extradition.hearing.unknown_words import UnknownWords
from extradition.law import PART
from extradition.rule_book import RuleBook
from extradition.rule_book.book import OfCategory, Territory
from extradition.rule_book.matter import EVERY_MATTER, NO_CATEGORY
from extradition.source import Fault, few_of

_ASKS_FOR_EVERY = (
    "asks for a checklist, which only the command line makes (extradition determine FILE); "
    "write one matter for anything else, and --every-matter makes the checklist of that file too"
)


def matter_of_case(case_file: CaseFile, rule_book: RuleBook) -> tuple[PART | None, list[Fault]]:
    """The matter of *case_file*, None if it is not known; and the faults of the matter and the territory.

    Args:
        case_file: the case file, with one warrant.
        rule_book: the law, with its matters and its territories.
    """
    part = case_file.part
    if part == EVERY_MATTER:
        return None, [Fault(("part",), _ASKS_FOR_EVERY)]
    if part is not None and part not in rule_book.matters:
        return None, [
            Fault(("part",), UnknownWords(rule_book).matter(part)),
            *_of_territory(case_file, rule_book),
        ]
    needs_no_territory = part is not None and rule_book.matters[part].category is None
    if case_file.territory is None:
        return (part, []) if needs_no_territory else (part, [_missing(rule_book)])
    territory = rule_book.territories.get(case_file.territory)
    if territory is None:
        return part, _of_territory(case_file, rule_book, needed=not needs_no_territory)
    if needs_no_territory:
        return part, []
    return _by_category(case_file, rule_book, territory)


def _of_territory(case_file: CaseFile, rule_book: RuleBook, *, needed: bool = True) -> list[Fault]:
    """The fault of a territory that the rule book does not have; only a sketch has an empty one."""
    given = case_file.territory
    if not given or given in rule_book.territories:
        return []
    return [Fault(("territory",), UnknownWords(rule_book).territory(given, needed=needed))]


def of_warrant(name: str) -> Callable[[Fault], Fault]:
    """A function that names the warrant *name* in a fault of the matter, which has one place for all.

    Args:
        name: the id of the warrant.
    """

    def named(fault: Fault) -> Fault:
        message = f"of the warrant {name}: {fault.message}"
        return replace(fault, message=message) if fault.place == ("part",) else fault

    return named


def _missing(rule_book: RuleBook) -> Fault:
    """The fault of a case file that names neither a territory nor a matter that needs none."""
    if any(matter.category is not None for matter in rule_book.matters.values()):
        return Fault(("territory",), "is required")
    return Fault(
        ("matter",),
        f"is required; write {EVERY_MATTER} for a checklist of every matter (the command extradition "
        f"determine makes it), or one of the matters of this rule book: {few_of(rule_book.matters)}",
    )


def _by_category(
    case_file: CaseFile, rule_book: RuleBook, territory: Territory
) -> tuple[PART | None, list[Fault]]:
    """The matter for which *territory* is designated; a fault if the case file names another one."""
    part, looked_up = case_file.part, day_of_designation(case_file)
    found: OfCategory | None = designation(territory, "category", looked_up[0]) if looked_up else None
    if looked_up is None or found is None:
        when = f"on {text_of_days(looked_up[0])}" if looked_up else "without a date"
        missing = f"is required: the category of {territory.name} {when} is not known here"
        return part, [] if part else [Fault(("part",), missing)]
    in_none, of_territory = found.is_ == NO_CATEGORY, rule_book.matter_of(found.is_)
    if in_none and part is not None and rule_book.matters[part].without_category:
        return part, []
    if not in_none and part in (None, of_territory):
        return of_territory, []
    day, by = looked_up
    may_be = may_be_designated(case_file.dates, territory, "category", day) if by == "hearing date" else ()
    if part is not None and rule_book.matters[part].category in may_be:
        return part, []  # on the day of the arrest or the certificate, which the file does not give
    since = f" from {found.from_}" if found.from_ else ""
    until = f" to {found.until - dt.timedelta(days=1)} inclusive" if found.until else ""
    category = "in no category" if in_none else f"a category {found.is_} territory"
    note = f" ({territory.note})" if in_none and territory.note else ""
    said = (
        f"{territory.name} was {category} on {text_of_days(looked_up[0])}, the {looked_up[1]}, by "
        f"{found.by}{since}{until}{note}"
    )
    return part, [Fault(("part",), said)]


def without_offences(case_file: CaseFile) -> Fault:
    """The fault of a case file without an offence, where its matter needs one.

    Args:
        case_file: the case file.
    """
    return Fault(("offences",), "is empty" if "offences" in case_file.model_fields_set else "is required")


def of_empty_warrants(fault: Fault, case_file: CaseFile) -> Fault:
    """The fault of an empty list of warrants, where *fault* asks for offences in its place.

    Args:
        fault: a fault of a case file without warrants.
        case_file: that case file, as written.
    """
    is_empty = "warrants" in case_file.model_fields_set and fault == without_offences(case_file)
    if not is_empty or "offences" in case_file.model_fields_set:
        return fault
    message = "is empty; list each warrant with its offences, or leave it out and write offences"
    return Fault(("warrants",), message)


def no_offences(case_file: CaseFile, rule_book: RuleBook) -> list[Fault]:
    """The fault of a case file without an offence and without a matter, which its territory would decide.

    Args:
        case_file: the case file.
        rule_book: the law, with its matters.
    """
    by_territory = [each for each, matter in rule_book.matters.items() if matter.category is not None]
    alone = any(map(rule_book.is_on_the_person_alone, by_territory))
    return [without_offences(case_file)] if by_territory and not case_file.offences and not alone else []
