"""What must be true of a rule book as a whole; each check is a small function that yields what is wrong."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from extradition.rule_book.checks import answers, names, over_time, ways
from extradition.rule_book.folder import Contents
from extradition.rule_book.vocabulary import Found, unknown_words
from extradition.source import Problem

_CHECKS: tuple[Callable[[Contents], Found], ...] = (
    over_time.versions_tile,
    names.ids_are_unique,
    names.names_are_unique,
    names.files_are_named_after_their_provision,
    names.provisions_are_of_known_acts,
    ways.every_way_leads_somewhere,
    ways.every_question_is_reached,
    names.every_fact_is_asked,
    names.one_citation_has_one_name,
    over_time.overruled_versions_end,
    answers.yes_and_no_never_both_hold,
    answers.nothing_shown_goes_against_whoever_must_prove,
    over_time.limbs_outlast_what_builds_on_them,
    over_time.what_is_asked_once_needs_no_date_of_an_offence,
    names.what_follows_is_of_known_acts_and_facts,
    over_time.named_laws_exist,
    names.names_do_not_collide,
)


def problems_in(contents: Contents) -> list[Problem]:
    """Every problem that the checks below find."""
    words = [*unknown_words(contents)]
    later = [] if words else itertools.chain.from_iterable(check(contents) for check in _CHECKS)
    twins = [contents.documents[provision] for provision in contents.twins]
    return [
        document.problem(fault)
        for document, fault in (*words, *later)
        if not (document in twins and fault.place[0] in ("name", "versions"))  # told already where they are written out
    ]
