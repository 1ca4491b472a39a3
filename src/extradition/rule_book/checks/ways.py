"""Checks of the ways from question to question."""

from __future__ import annotations

from collections.abc import Iterator

from extradition.rule_book.checks.places import Found, leaves
from extradition.rule_book.consequences import Send
from extradition.rule_book.hearing_order import following
from extradition.rule_book.load import Contents, part_of
from extradition.rule_book.question import Question
from extradition.source import Fault


def every_way_leads_somewhere(contents: Contents) -> Found:
    """Every ``proceed_to`` is a question of the same Part that is not a limb, or a known exit; every start
    is a question.
    """
    for part, matter in contents.book.matters.items():
        start = matter.starts_at
        if contents.parts.get(start) != part:
            yield (
                contents.documents["book.yaml"],
                Fault(("matters", part, "starts_at"), f"{start} is not a question of {matter.title}"),
            )
    for provision, question in contents.questions.items():
        for key, to in following(question).items():
            if to in contents.book.exits and to not in contents.questions:
                continue
            if contents.parts.get(to) != contents.parts[provision]:
                yield (
                    contents.documents[provision],
                    Fault(
                        _place(question, key),
                        f"{to} is neither a question of this matter nor an exit in book.yaml",
                    ),
                )
            elif contents.questions[to].is_limb:
                yield (
                    contents.documents[provision],
                    Fault(_place(question, key), f"{to} is a limb: it does not say what follows from it"),
                )


def place_of_way(key: str) -> tuple[str, ...]:
    """The place in a question file of the consequence with that *key* among the ways of the question."""
    places = {"asked_if": ("asked_if", "otherwise"), "earlier": ("asked_if", "earlier", "otherwise")}
    return places.get(key, (key,))


def _place(question: Question, key: str) -> tuple[str, ...]:
    return (*place_of_way(key), "send_to" if isinstance(question.ways[key], Send) else "proceed_to")


def every_question_is_reached(contents: Contents) -> Found:
    """The hearing reaches every question, and no question leads back to itself."""
    for part, matter in contents.book.matters.items():
        start = matter.starts_at
        by_name = {question.name: provision for provision, question in part_of(contents, part)}
        after = {
            provision: [to for to in following(question).values() if to in contents.questions]
            + [by_name[leaf.fact] for _, leaf in leaves(question) if leaf.fact in by_name]
            for provision, question in part_of(contents, part)
        }
        reached: set[str] = set()
        yield from (
            (contents.documents[p], Fault(("provision",), f"{p} leads back to itself"))
            for p in _cycles(start, after, reached, ())
        )
        for provision in after:
            if provision not in reached:
                yield (
                    contents.documents[provision],
                    Fault(("provision",), f"{provision} cannot be reached from {start}"),
                )


def _cycles(
    here: str, after: dict[str, list[str]], reached: set[str], path: tuple[str, ...]
) -> Iterator[str]:
    if here in path:
        yield here
    if here in reached or here not in after:
        return
    reached.add(here)
    for to in after[here]:
        yield from _cycles(to, after, reached, (*path, here))
