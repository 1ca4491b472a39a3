"""A draft law for each matter of each rule book, compared and looked at where it parts from the law."""

import random
from functools import cache

import pytest
from strategies import ROOT
from test_every_book import BOOKS, cases_of

from extradition import CaseFile, Draft, SourceError, compare, determine, region, render
from extradition.cli import main
from extradition.rule_book.changed_tests import _tests
from extradition.rule_book.conditions import OneOf
from extradition.source import written_place

MATTERS = [
    pytest.param(name, part, id=f"{name}: {part}") for name, book in BOOKS.items() for part in book.matters
]
FEATURES = ("tests/books/third", "rules/international_policing", "rules")
DRAFT = """\
id: a-draft
author: The author
title: A draft of one answer
summary: One more answer counts.
law: {law}
"""
CHANGE = """\
changes:
  - version: {version}
    id: {version}-drafted
    summary: One more answer counts.
    tests: [{{in: "{place}", fact: {fact}, add: ["{answer}"]}}]
"""
VERSION = """\
versions:
  - {{of: {provision}, id: {version}-drafted, summary: One answer counts., yes_if: {{{fact}: ["{answer}"]}}}}
"""


def drafts(name, part):
    """The text of each draft that adds one answer to a test of a question, or leaves one test of it alone."""
    book = BOOKS[name]
    for provision, question in book.questions_in(part):
        for version in question.versions:
            conditions = {"yes_if": version.yes_if, "no_if": version.no_if}
            for place, leaf in (
                each
                for key, condition in conditions.items()
                if condition
                for each in _tests((key,), condition)
            ):
                if leaf.fact in book.facts and isinstance(leaf.test, OneOf):
                    where = {"place": written_place(place), "fact": leaf.fact, "version": version.id}
                    for answer in book.facts[leaf.fact].answers:
                        for form in (CHANGE, VERSION) if answer not in leaf.test.root else ():
                            text = (DRAFT + form).format(
                                law=book.side_by_side[-1], provision=provision, answer=answer, **where
                            )
                            yield provision, text


@cache
def drafted(name, part):
    """The rule book with a draft that moves an answer; the text of the draft; where the two laws part."""
    for provision, text in drafts(name, part):
        try:
            book = BOOKS[name].with_draft(Draft.parse("draft.yaml", text))
        except SourceError:
            continue  # yes and no would both hold
        made = region(*book.side_by_side, book, question=provision)
        if any(each.changes for each in made.questions):
            return book, text, made
    raise AssertionError((name, part))


def a_case(name, part):
    """The case file of the matter on disk; None if there is none."""
    for path in cases_of(name):
        case = CaseFile.load(path)
        if determine(case, BOOKS[name]).part == part:
            return path
    return None


def random_case(name, part, seed):
    """A case of the matter with any answers, also to the questions that are left to its decider."""
    book, chance = BOOKS[name], random.Random(seed)
    findings = {"person": {}, "offence": {}}
    for asked, about in book.subjects[part].items():
        fact, provision = book.facts.get(asked), book.named(part, asked)
        if provision is not None and book.questions[provision].reserved:
            findings[about][asked] = chance.choice(["yes", "no"])
        elif fact is not None and asked != "case_type" and fact.from_territory is None:
            findings[about][asked] = chance.choice([*fact.answers])
    types = book.case_types(part)
    offence = {"id": "one", "findings": findings["offence"]} | (
        {} if types == (None,) else {"case_type": chance.choice(types)}
    )
    offences = {} if book.is_on_the_person_alone(part) else {"offences": [offence]}
    settled = any(fact in book.facts and book.facts[fact].from_territory for fact in book.subjects[part])
    place = {"territory": chance.choice([*book.territories])} if settled else {}
    head = {"case": "X", "part": part, "dates": {"hearing": "2026-10-01"}, **place}
    content = {**head, "findings": findings["person"], **offences}
    return CaseFile.model_validate(content)


@pytest.mark.parametrize(("name", "part"), MATTERS)
def test_a_draft_is_compared_with_the_law_in_every_matter(name, part):
    book, _, made = drafted(name, part)
    assert render(made, "html")
    path = a_case(name, part)
    if path is not None:
        compared = compare([CaseFile.load(path)], book)
        assert [law.title for law in compared.laws][-1] == "Draft, not law: A draft of one answer"
        assert "A draft of one answer" in render(compared, "md")


@pytest.mark.parametrize(
    ("name", "part"),
    [each for each in MATTERS if BOOKS[each.values[0]].matters[each.values[1]].category is None],
)
def test_the_region_of_a_draft_has_the_ends_of_any_case(name, part):
    book, _, _ = drafted(name, part)
    base, draft = book.side_by_side
    whole = {
        (each.before, each.after)
        for hearing in region(base, draft, book).hearings
        if hearing.part == part
        for each in (*hearing.alike, *hearing.changes)
    }
    tried = 0
    for seed in range(12):
        case = random_case(name, part, seed)
        ends = tuple(
            determine(case, book, law=law, engine="plain").offences[0].outcome for law in (base, draft)
        )
        if all(end.kind not in ("open", "proceed") for end in ends):
            assert tuple(end.outcome for end in ends) in whole, case.findings
            tried += 1
    assert tried


@pytest.mark.parametrize("name", FEATURES)
def test_a_draft_is_added_by_name_on_the_command_line(name, tmp_path, capsys):
    book, case = BOOKS[name], cases_of(name)[-1]
    part = determine(CaseFile.load(case), book).part
    _, text, _ = drafted(name, part)
    path = tmp_path / "draft.yaml"
    path.write_text(text, encoding="utf-8")
    rules = ["--rules", str(ROOT / name)]
    assert main(["compare", str(case), "--with", str(path), *rules]) == 0
    assert "A draft of one answer" in capsys.readouterr().out
    assert main(["region", book.side_by_side[-1], "a-draft", "--with", str(path), *rules]) == 0
    assert book.title_of(part) in capsys.readouterr().out
