"""The subject of each fact and question, the person or an offence; and the parties with the burden of
proving each fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from extradition.law import PARTY
from extradition.rule_book.conditions import Condition
from extradition.rule_book.fact import Fact, Term
from extradition.rule_book.question import Question


def subjects_of(
    facts: Mapping[str, Fact], questions: Iterable[Question], after: Iterable[Condition]
) -> dict[str, str]:
    """The subject of each fact and question that a hearing of one matter can ask, by its name.

    Args:
        facts: the vocabulary of the rule book.
        questions: the questions of the matter.
        after: the conditions that are read after the hearing.
    """
    subjects: dict[str, str] = {
        leaf.fact: facts[leaf.fact].about for condition in after for leaf in condition.leaves()
    }
    for question in questions:
        subjects |= {name: facts[name].about for name in question.names_read if name in facts}
        subjects[question.name] = question.decided_for
    return subjects


def also_for_offence_in(facts: Mapping[str, Fact], questions: Iterable[Question]) -> dict[str, str]:
    """The names for the person that a case file may also answer for one offence, each with the provision that
    says so.

    They are the questions with that provision, and the facts for the person in their conditions. A fact that
    the territory or a date of the case answers is none of them, nor is one about every offence.

    Args:
        facts: the vocabulary of the rule book.
        questions: the questions of one matter.
    """
    named: dict[str, str] = {}
    for question in questions:
        if question.also_for_offence is None:
            continue
        read = dict.fromkeys(name for version in question.versions for name in version.facts if name in facts)
        of_person = (name for name in read if facts[name].about == "person")
        for_one = (name for name in of_person if not _is_of_whole(facts[name]))
        for name in (question.name, *for_one):
            named.setdefault(name, question.also_for_offence)
    return named


def burdens_of(
    facts: Mapping[str, Fact], questions: Sequence[Question], names: Iterable[str]
) -> dict[str, frozenset[PARTY]]:
    """The parties with the burden of proving each fact: its own burden, or that of each question that asks
    for it.

    Args:
        facts: the vocabulary of the rule book.
        questions: the questions of one matter.
        names: the names of facts and questions; questions are left out.
    """
    burdens: dict[str, frozenset[PARTY]] = {}
    for name in names:
        if name in facts:
            own = facts[name].proof
            asking = [
                question.proof
                for question in questions
                if any(name in version.facts for version in question.versions)
            ]
            burdens[name] = (
                frozenset({own.on}) if own is not None else frozenset(proof.on for proof in asking if proof)
            )
    return burdens


def terms_of(
    names: Iterable[str], facts: Mapping[str, Fact], questions: Iterable[tuple[str, Question]]
) -> dict[str, Term]:
    """The words for the facts and questions of a matter, by name.

    Args:
        names: the names of its facts and questions.
        facts: the facts of the rule book.
        questions: its questions with their provisions.
    """
    of_facts = {name: facts[name].term(name) for name in names if name in facts}
    return of_facts | {each.name: Term(phrase=each.title, provision=where) for where, each in questions}


def _is_of_whole(fact: Fact) -> bool:
    """Whether the territory or a date settles *fact* for the whole case, or it is about every offence."""
    return fact.about_every_offence or fact.from_territory is not None or fact.from_date is not None
