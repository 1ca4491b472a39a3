"""Checks of the form of a warrant."""

from __future__ import annotations

from collections.abc import Iterator

from extradition.rule_book.checks.places import Found
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.rule_book.load import Contents
from extradition.rule_book.warrant_form import WarrantForm
from extradition.source import Fault, Place

FILE = "warrant_form.yaml"


def forms_use_known_words(contents: Contents) -> Found:
    """Every fact and answer that a form asserts is known, and so is every option and remark that an
    indicator names. Printed words exist for every option or for none.
    """
    if contents.warrant_form is not None:
        for place, message in (
            *_unknown_facts(contents, contents.warrant_form),
            *_unknown_indicators(contents.warrant_form),
            *_unprinted_options(contents.warrant_form),
        ):
            yield contents.documents[FILE], Fault(place, message)


def _unknown_facts(contents: Contents, form: WarrantForm) -> Iterator[tuple[Place, str]]:
    facts = contents.facts
    if form.case_type not in facts[ALWAYS_KNOWN].answers:
        yield ("case_type",), f"{form.case_type!r} is not one of the answers to {ALWAYS_KNOWN}"
    asserted: list[tuple[Place, str, str | None]] = [
        ((key, name, "asserts", fact), fact, answer)
        for key, statements in (("options", form.options), ("remarks", form.remarks))
        for name, statement in statements.items()
        for fact, answer in statement.asserts.items()
    ]
    asserted += [
        (("entries", entry, "answers"), stated.answers, None)
        for entry, stated in form.entries.items()
        if stated.answers
    ]
    for name, ambiguity in form.ambiguities.items():
        asserted.append((("ambiguities", name, "turns_on"), ambiguity.turns_on, ambiguity.asserts))
    for place, name, answer in asserted:
        fact = facts.get(name)
        if fact is None or fact.about != "offence" or name == ALWAYS_KNOWN:
            yield place, f"{name} is not a fact about an offence"
        elif answer is not None and answer not in fact.answers:
            yield place, f"{answer!r} is not one of the answers to {name}: {', '.join(fact.answers)}"


def _unprinted_options(form: WarrantForm) -> Iterator[tuple[Place, str]]:
    printed = form.options if form.printed is None else form.printed.options
    for option in form.options:
        if option not in printed:
            yield ("printed", "options"), f"has no words for the option {option!r}"
    for option in printed:
        if option not in form.options:
            yield ("printed", "options", option), f"{option!r} is not an option"


def _unknown_indicators(form: WarrantForm) -> Iterator[tuple[Place, str]]:
    named: set[str] = set()
    for name, ambiguity in form.ambiguities.items():
        for indicator in ambiguity.when.indicators:
            named.update(indicator.remarks)
            yield from (
                (("ambiguities", name, "when"), f"{option!r} is not an option")
                for option in indicator.options
                if option not in form.options
            )
            yield from (
                (("ambiguities", name, "when"), f"{remark!r} is not a remark")
                for remark in indicator.remarks
                if remark not in form.remarks
            )
    for name, remark in form.remarks.items():
        if not remark.asserts and name not in named:
            yield ("remarks", name), "asserts nothing, and no ambiguity names it"
