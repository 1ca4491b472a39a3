"""Checks of the questions for the person that are also decided for each offence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from extradition.rule_book.checks.places import Found, leaves
from extradition.rule_book.load import Contents, part_of
from extradition.rule_book.question import Question
from extradition.rule_book.subjects import also_for_offence_in
from extradition.source import Fault


def questions_for_each_offence_read_each_other(contents: Contents) -> Found:
    """A question for the person that reads what may be answered for one offence is decided for each offence.

    So are its limbs.
    """
    for part in contents.book.matters:
        asked = [*part_of(contents, part)]
        also = also_for_offence_in(contents.facts, (question for _, question in asked))
        alone = {question.name for _, question in asked} - also.keys()
        for provision, question in asked:
            for fault in _faults_in(question, also, alone):
                yield contents.documents[provision], fault


def _faults_in(question: Question, also: Mapping[str, str], alone: Collection[str]) -> Iterator[Fault]:
    """A fault for each name that *question* reads where only one of the two is decided for an offence.

    Args:
        question: a question.
        also: the names that may be answered for one offence, each with the provision that says so.
        alone: the other questions of its matter.
    """
    if question.decided_for != "person":
        return
    for place, leaf in leaves(question):
        if question.also_for_offence is None and leaf.fact in also:
            message = f"may be answered for one offence ({also[leaf.fact]}), so also_for_offence is due"
            yield Fault((*place, leaf.fact), message)
        elif question.also_for_offence is not None and leaf.fact in alone:
            yield Fault((*place, leaf.fact), "has no also_for_offence, and the question has")
