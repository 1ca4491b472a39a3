"""The ambiguities of a warrant's own form about an offence, and the findings that settle them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from extradition.case_file import Offence
from extradition.case_file.finding import BINDS
from extradition.case_file.settling import Known
from extradition.determination.ambiguity import WarrantAmbiguity
from extradition.hearing.version_used import authorities_used
from extradition.hearing.warrant_reading import unclear
from extradition.rule_book import RuleBook


def ambiguities(
    rule_book: RuleBook, offence: Offence, known: Mapping[str, Known], day: dt.date | None
) -> Iterator[WarrantAmbiguity]:
    """The ambiguities that the form of the warrant leaves about *offence*, each with the findings that settle
    it.

    Args:
        rule_book: the law, with the form of the warrant.
        offence: the offence, with its warrant.
        known: the findings of the case file, by fact and question.
        day: the day of the law; an authority after it is marked as later.
    """
    for each in unclear(offence, rule_book):
        ambiguity, form = each.ambiguity, each.form
        findings = known[each.turns_on].findings if each.turns_on in known else ()
        yield WarrantAmbiguity(
            id=each.id,
            unclear=ambiguity.unclear,
            where=each.where,
            text=each.text,
            follows=ambiguity.follows or form.follows,
            turns_on=each.turns_on,
            ask=rule_book.facts[each.turns_on].ask,
            asserts=ambiguity.asserts,
            verified=ambiguity.verified,
            authorities=tuple(authorities_used(rule_book, (*ambiguity.authorities, *form.authorities), day)),
            settled_by=tuple(each for each in findings if each.rank(rule_book.parties) >= BINDS),
        )
