"""The page on which a case file is filled in, as HTML: where to start, the case, what went wrong; and what goes with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from extradition.case_file import CaseFile
from extradition.case_file.finding import AUTHOR, STATUS
from extradition.law import PARTY, Provision
from extradition.report.environment import filled
from extradition.rule_book import RuleBook
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.source import Problem, bundled_folder
from extradition.web.form.form import Form


def render_start(rule_book: RuleBook, examples: Sequence[tuple[str, CaseFile]], problems: Sequence[Problem] = ()) -> str:
    """Where to start: *examples* by name, an empty case of either Part, a file. *problems*: why the file that was sent is none."""
    return filled("page_start.html.j2", book=rule_book, examples=examples, problems=problems)


def render_case(rule_book: RuleBook, form: Form, offered: Sequence[str], problems: Sequence[Problem] = (), *, has_room: bool = True) -> str:
    """The *form* of a case with its determination beside it, which can be saved in the forms *offered*.

    *problems*: why a file that was sent in its place is no case file. *has_room*: whether another offence can be added.
    """
    names = {code: territory.name for code, territory in rule_book.territories.items()}
    questions = [question for _, question in rule_book.questions_in(form.part) if not question.is_limb] if form.part else []
    return filled(
        "page_case.html.j2",
        book=rule_book,
        form=form,
        told=form.examined.told,
        compared=form.examined.compared,
        offered=offered,
        problems=problems,
        has_room=has_room,
        places={section.provision: section.id for section in form.sections},
        territories=sorted(names.items(), key=lambda item: item[1]),
        starts=[(question.provision, f"{Provision(question.provision).short}, {question.title}") for question in questions],
        case_type=rule_book.facts[ALWAYS_KNOWN],
        authors=[(each, each) for each in get_args(AUTHOR)],
        statuses=[(each, each) for each in get_args(STATUS)],
        parties=[(each, each) for each in get_args(PARTY)],
    )


def render_trouble(rule_book: RuleBook, kind: str, said: str = "") -> str:
    """A page that says what went wrong: *kind* has its sentence in the template, *said* is what was said of it."""
    return filled("page_trouble.html.j2", book=rule_book, kind=kind, said=said)


def asset(name: str) -> str:
    """The text of ``page.css`` or ``page.js``."""
    return (bundled_folder("templates") / name).read_text(encoding="utf-8")
