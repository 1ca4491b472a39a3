"""Checks of the guidance next to the law."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from extradition.law import Provision
from extradition.rule_book.book import Act
from extradition.rule_book.checks.places import Found
from extradition.rule_book.guidance import Guidance
from extradition.rule_book.load import Contents
from extradition.rule_book.question import Question
from extradition.source import Fault


def guidance_is_of_its_time(contents: Contents) -> Found:
    """Guidance is that of an entry in ``book.yaml``, and is no later than itself, the book or the law."""
    for provision, question in contents.questions.items():
        if provision in contents.twins:
            continue
        for i, guidance in enumerate(question.guidance):
            act = contents.book.acts.get(Provision(guidance.at).act)
            if act is None or act.kind != "guidance":
                message = f"{guidance.at} is not of guidance among the acts in book.yaml"
                yield contents.documents[provision], Fault(("guidance", i, "at"), message)
                continue
            for message in _too_late(guidance, act, question, contents.book.stated_as_at):
                yield contents.documents[provision], Fault(("guidance", i, "since"), message)


def _too_late(guidance: Guidance, act: Act, question: Question, stated_as_at: dt.date) -> Iterator[str]:
    """A message for each day that *guidance* cannot be later than, and is."""
    if act.day is not None and guidance.since > act.day:
        yield f"is after {act.day}, the day of the guidance itself"
    if guidance.since > stated_as_at:
        yield f"is after {stated_as_at}, on which the rule book states the law"
    ends = [span.until for version in question.dated for span in version.in_force.spans]
    last = max((end for end in ends if end is not None), default=None)
    if None not in ends and last is not None and guidance.since >= last:
        yield f"is after the law on which it comments, which ended on {last}"
