"""The editor of a draft law: the answers of one version as a form, and the draft that the form makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast, get_args

from extradition.law import Provision
from extradition.policy.answers_divided import SIDE, changed_tests, divided_facts, twin_of
from extradition.policy.region import Region, region
from extradition.report.environment import filled
from extradition.report.wording import Vocabulary, day
from extradition.rule_book import RuleBook
from extradition.rule_book.draft import Draft
from extradition.rule_book.in_force import InForce
from extradition.rule_book.version import Version
from extradition.source import Problem, SourceError

_ID = re.compile(r"[^a-z0-9]+")
_MOST_LENGTH = 60
_TEXTS = ("title", "author", "summary")


@dataclass(frozen=True)
class DraftForm:
    """The posted form of a draft.

    Attributes:
        version: the id of the version that it changes.
        law: the law from which it starts.
        texts: its title, its author and its summary.
        moves: the side of each answer that the user chose, by fact.
        has_twin: whether it changes the twin of the question too.
    """

    version: str
    law: str
    texts: dict[str, str]
    moves: dict[str, dict[str, SIDE]]
    has_twin: bool

    @classmethod
    def of(
        cls, fields: Iterable[tuple[str, str]], rule_book: RuleBook, laws: Sequence[str]
    ) -> DraftForm | None:
        """The form in the posted *fields*; None if they name no version.

        Args:
            fields: the name and the value of each field.
            rule_book: the law.
            laws: the laws of the table; the draft starts from the first that has the version, unless the
                form names another.
        """
        listed = list(fields)
        said = {name: " ".join(value.split()) for name, value in listed}
        version = said.get("version", "")
        if version not in rule_book.versions:
            return None
        moves: dict[str, dict[str, SIDE]] = {}
        for name, value in listed:
            fact, dot, answer = name.partition(".")
            if dot and value in get_args(SIDE):
                moves.setdefault(fact, {})[answer] = cast("SIDE", value)
        having = [each for each in (*laws, *rule_book.laws) if _has(each, version, rule_book)]
        starts = (said.get("law", ""), *having, *laws, *rule_book.laws)
        return cls(
            version=version,
            law=next(each for each in starts if each in rule_book.laws),
            texts={name: said.get(name, "") for name in _TEXTS},
            moves=moves,
            has_twin=said.get("twin") == "yes",
        )


@dataclass(frozen=True)
class DraftChecked:
    """A draft that was made from the form.

    Attributes:
        text: the text of its file; empty if nothing is moved.
        law: the name of the law that it makes.
        problems: its faults.
        effect: where the law from which it starts and the draft part; None if the draft has a fault.
    """

    text: str
    law: str
    problems: tuple[Problem, ...] = ()
    effect: Region | None = None


def _has(law: str, version: str, rule_book: RuleBook) -> bool:
    """Whether a named law assumes the version, or falls on a day on which it is in force."""
    named, (_, found) = rule_book.laws.get(law), rule_book.versions[version]
    return named is not None and (version in named.assuming or found.in_force.covers_day(named.as_at))


def checked(form: DraftForm, rule_book: RuleBook) -> DraftChecked:
    """The draft that *form* makes, with its faults or with its effect on the question.

    Args:
        form: the posted form.
        rule_book: the law.
    """
    missing = [name for name in _TEXTS if not form.texts[name]]
    problems = [Problem(None, name, "is required") for name in missing]
    changes = _changes(form, rule_book)
    if not changes:
        problems.append(Problem(None, "", "no answer is moved, so that the draft changes nothing"))
    if problems:
        return DraftChecked("", "", tuple(problems))
    name = _id_of(form.texts["title"], {*rule_book.laws})
    text = filled(
        "explorer_draft.yaml.j2", id=name, law=form.law, changes=changes, book=rule_book.name, **form.texts
    )
    provision, _ = rule_book.versions[form.version]
    try:
        book = rule_book.with_draft(Draft.parse("draft.yaml", text))
    except SourceError as error:
        return DraftChecked(text, name, error.problems)
    return DraftChecked(text, name, effect=region(form.law, name, book, question=provision))


def _changes(form: DraftForm, rule_book: RuleBook) -> list[dict[str, Any]]:
    """The changes of the draft: of the version, and of its twin."""
    provision, _ = rule_book.versions[form.version]
    twin = twin_of(form.version, rule_book.part(provision), rule_book) if form.has_twin else None
    stem = _id_of(form.texts["title"], set())
    made = []
    for ident in (form.version, *(twin[:1] if twin else ())):
        place, version = rule_book.versions[ident]
        tests = changed_tests(version, form.moves, rule_book)
        new = _id_of(stem, {*rule_book.versions}, f"{Provision(place).slug}-")
        if tests:
            made.append({"version": ident, "id": new, "summary": form.texts["summary"], "tests": tests})
    return made


def _id_of(title: str, taken: set[str], start: str = "") -> str:
    """An id made from *title* that is not *taken*, after its *start*."""
    words = _ID.sub("-", title.lower()).strip("-") or "draft"
    stem = f"{start}{words}"[: _MOST_LENGTH - 3].strip("-")
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(each for each in numbered if each not in taken)


def offered_versions(rule_book: RuleBook) -> list[tuple[str, list[tuple[str, str]]]]:
    """The versions that the editor can change: for each question its heading, and its versions with their
    spans in words.

    Args:
        rule_book: the law.
    """
    made = []
    for provision, question in (each for part in rule_book.matters for each in rule_book.questions_in(part)):
        versions = [
            (version.id, f"{Provision(provision).short}, {_span(version)}")
            for version in question.versions
            if divided_facts(version, rule_book)
        ]
        if versions:
            made.append((f"{Provision(provision).short}, {question.title}", versions[::-1]))
    return made


def _span(version: Version) -> str:
    """The spans of a version in words; with the dates that choose it, if there are several."""
    spans = version.in_force.spans
    if version.in_force.is_prospective:
        return "prospective"
    return ", ".join(
        f"{_days(each)} ({each.selected_by})" if len(spans) > 1 else _days(each) for each in spans
    )


def _days(span: InForce) -> str:
    until = f" until {day(span.until)}" if span.until else ""
    return f"from {day(span.from_)}{until}"


def editor_of(form: DraftForm, rule_book: RuleBook) -> dict[str, Any]:
    """What the page of the editor shows of one version.

    Args:
        form: the form so far.
        rule_book: the law.
    """
    provision, version = rule_book.versions[form.version]
    part = rule_book.part(provision)
    return {
        "provision": provision,
        "question": rule_book.questions[provision],
        "version": version,
        "span": _span(version),
        "facts": [
            (fact, fact.moved(form.moves.get(fact.name, {}))) for fact in divided_facts(version, rule_book)
        ],
        "undivided": [
            name
            for name in version.facts
            if name not in {each.name for each in divided_facts(version, rule_book)}
        ],
        "twin": twin_of(form.version, part, rule_book),
        "v": Vocabulary({**rule_book.terms[part], **{n: f.term(n) for n, f in rule_book.facts.items()}}),
    }
