"""The choices of a user about a table: which laws, which columns to keep, from where; as a form, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extradition.law import Provision
from extradition.policy.cohort.case_moments import date_columns
from extradition.policy.cohort.designation_columns import required_columns
from extradition.rule_book import RuleBook
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.web.explorer.explored import Settings
from extradition.web.limits import MOST_TABLE_LAWS

LAW_FIELDS = ("law_1", "law_2", "law_3")
"""The fields of the laws; the third may be empty."""
_BETWEEN = re.compile(r"[,;\n]")


def settings_of(
    fields: Iterable[tuple[str, str]], rule_book: RuleBook, *, path: Path, folder: Path, name: str
) -> Settings:
    """The settings that a form says.

    Args:
        fields: the name and the value of each field.
        rule_book: the law.
        path: the file of the table.
        folder: its private folder.
        name: its name, as the user knows it.
    """
    listed = list(fields)
    said = {key: value.strip() for key, value in listed}
    laws = dict.fromkeys(said[key] for key in LAW_FIELDS if said.get(key))
    keep = [value for key, value in listed if key == "keep"]
    keep += [each.strip() for each in _BETWEEN.split(said.get("keep_also", "")) if each.strip()]
    part = said.get("part")
    return Settings(
        path=path,
        folder=folder,
        name=name,
        book=rule_book.name,
        laws=tuple(laws)[:MOST_TABLE_LAWS],
        keep=tuple(dict.fromkeys(keep)),
        part=part if part in rule_book.matters else None,
        taken_from=said.get("taken_from") or None,
    )


def choices_of(rule_book: RuleBook, settings: Settings | None) -> dict[str, Any]:
    """What the form of the settings offers, and what is chosen in it.

    Args:
        rule_book: the law.
        settings: the settings so far; None at the start.
    """
    chosen = settings.laws if settings else rule_book.side_by_side[-2:]
    chosen = tuple(each for each in chosen if each in rule_book.laws)
    labels = ("First law", "Second law, compared with the first", "Third law, compared with the second")
    return {
        "laws": [
            (field, label, chosen[place] if place < len(chosen) else "")
            for place, (field, label) in enumerate(zip(LAW_FIELDS, labels, strict=True))
        ],
        "offered": [(name, law.title) for name, law in rule_book.laws.items()],
        "keep": settings.keep if settings else (),
        "matters": rule_book.titles,
        "part": settings.part if settings else None,
        "taken_from": settings.taken_from if settings else None,
        "starts": [
            (
                rule_book.title_of(part),
                [
                    (provision, f"{Provision(provision).short}, {question.title}")
                    for provision, question in rule_book.questions_in(part)
                    if not question.is_limb
                ],
            )
            for part in rule_book.matters
        ],
    }


def columns_of(rule_book: RuleBook) -> tuple[str, ...]:
    """The names of the columns of the head of a case: those that a matter needs, and dates.

    Args:
        rule_book: the law.
    """
    needed = (name for part in rule_book.matters for name in required_columns(rule_book, part))
    has_offences = not all(map(rule_book.is_on_the_person_alone, rule_book.matters))
    columns = date_columns(rule_book).items()
    dates = (name for name, date in columns if has_offences or date in rule_book.dates)
    return tuple(dict.fromkeys((*needed, *dates)))


def facts_of(rule_book: RuleBook) -> dict[str, list[str]]:
    """The names of the facts that each matter asks for, by its title.

    Args:
        rule_book: the law.
    """
    return {
        rule_book.title_of(part): [name for name in names if name in rule_book.facts and name != ALWAYS_KNOWN]
        for part, names in rule_book.subjects.items()
    }
