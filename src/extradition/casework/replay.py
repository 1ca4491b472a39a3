"""A determination derived again from what its JSON form carries: whether it comes out identical, and if not, what differs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import ConfigDict

from extradition import source
from extradition.case_file import CaseFile
from extradition.determination import LawUsed
from extradition.engine.agreement import ENGINE
from extradition.hearing import Under, hear, made_by
from extradition.law import Model
from extradition.rule_book import RuleBook
from extradition.sensitivity import with_sensitivity

REPLAY_STATUS = Literal["identical", "different", "other rule book"]
MOST_BYTES = 64 * 1_048_576
"""The largest determination that is read: one of a single offence takes a tenth of a megabyte."""
_LOOSE = ConfigDict(extra="ignore", frozen=True)
_KEYS = ("id", "provision", "name")
"""What tells the items of a list apart, the first that does."""


class Difference(Model):
    """A *place* in the JSON form that differs: what stands there *recorded* and *now*, as JSON; None where nothing does."""

    place: str
    recorded: str | None
    now: str | None


class Replay(Model):
    """How a recorded determination stands to the one that is derived *now*.

    ``other rule book``: it was made from a rule book with other content than the one at hand, so it was not derived again, and
    nothing is said of the outcome now (unless that was asked for). ``made_by`` is never counted as a difference.
    ``case_file_differences`` are those between the case file it carries and the one that was given in its place.
    """

    kind: Literal["replay (support)"] = "replay (support)"
    case: str
    status: REPLAY_STATUS
    made_by: str
    made_by_now: str
    rule_book: str
    rule_book_now: str
    case_file_hash: str
    case_file_hash_now: str
    outcome: str
    outcome_now: str | None
    case_file_differences: tuple[Difference, ...]
    differences: tuple[Difference, ...]


class _Depends(Model):
    model_config = _LOOSE
    findings_held: bool


class _Offence(Model):
    model_config = _LOOSE
    sensitivity: _Depends | None


class _Law(LawUsed):
    model_config = _LOOSE


class _Head(Model):
    """What has to be known of a determination to derive it again; the rest of it may have had another shape then."""

    model_config = _LOOSE
    kind: Literal["determination (support)"]
    case: str
    outcome: str
    case_file: CaseFile
    case_file_hash: str
    rule_book: str
    made_by: str
    readings: Literal["durable rules and plain reading", "plain reading alone"]
    law: _Law
    offences: tuple[_Offence, ...]


class Record:
    """A determination as its JSON form was written down, whatever version of this package wrote it."""

    def __init__(self, document: source.Document) -> None:
        self._content: dict[str, Any] = document.content
        self.head = source.validate(_Head, document)

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """Read the JSON file at *path*.

        Raises:
            SourceError: it cannot be read, or is not the JSON form of a determination that carries its case file.
        """
        return cls(source.read_json(Path(path), MOST_BYTES))

    def replayed(self, rule_book: RuleBook, case_file: CaseFile | None = None, *, across_rule_books: bool = False) -> Replay:
        """Derive it again under *rule_book*, from *case_file* if that is given and else from the case file that it carries.

        A rule book with other content than its own is recognised, and nothing is derived, unless *across_rule_books* says so.

        Raises:
            SourceError, UnknownLawError, EngineError: as for ``determine``.
        """
        head = self.head
        given = case_file or head.case_file
        same_book = rule_book.digest == head.rule_book
        now = self._derived(given, rule_book) if same_book or across_rule_books else None
        differences = () if now is None else tuple(_differences({**self._content, "made_by": now["made_by"]}, now))
        return Replay(
            case=head.case,
            status="other rule book" if now is None else "different" if differences else "identical",
            made_by=head.made_by,
            made_by_now=made_by(),
            rule_book=head.rule_book,
            rule_book_now=rule_book.digest,
            case_file_hash=head.case_file_hash,
            case_file_hash_now=given.digest,
            outcome=head.outcome,
            outcome_now=None if now is None else now["outcome"],
            case_file_differences=tuple(_differences(_said(head.case_file), _said(given))),
            differences=differences,
        )

    def _derived(self, case_file: CaseFile, rule_book: RuleBook) -> dict[str, Any]:
        law = self.head.law
        engine: ENGINE = "plain" if self.head.readings == "plain reading alone" else "durable"
        hearing = hear(case_file, rule_book, Under(law.name, None if law.name else law.as_at, law.assuming, engine))
        made = hearing.determination
        depends = [offence.sensitivity for offence in self.head.offences if offence.sensitivity is not None]
        if depends:
            made = with_sensitivity(hearing, hold_findings=depends[0].findings_held)
        derived: dict[str, Any] = made.model_dump(mode="json")
        return derived


def _said(case_file: CaseFile) -> dict[str, Any]:
    return case_file.model_dump(mode="json", exclude_none=True)


def _differences(recorded: Any, now: Any, place: str = "") -> Iterator[Difference]:
    """Every place at which two JSON contents differ, in their order."""
    if isinstance(recorded, dict) and isinstance(now, dict):
        yield from _in_mappings(recorded, now, place, ".{}" if place else "{}")
    elif isinstance(recorded, list) and isinstance(now, list):
        key = next((key for key in _KEYS if _tells_apart(recorded, key) and _tells_apart(now, key)), None)
        then, here = _by(recorded, key), _by(now, key)
        yield from _in_mappings(then, here, place, "[{}]")
        if list(then) != list(here) and then.keys() == here.keys():
            yield Difference(place=f"{place}: order", recorded=json.dumps(list(then)), now=json.dumps(list(here)))
    elif recorded != now or type(recorded) is not type(now):
        yield Difference(place=place, recorded=_json(recorded), now=_json(now))


def _in_mappings(recorded: Mapping[str, Any], now: Mapping[str, Any], place: str, form: str) -> Iterator[Difference]:
    for key in dict.fromkeys((*recorded, *now)):
        here = place + form.format(key)
        if key in recorded and key in now:
            yield from _differences(recorded[key], now[key], here)
        else:
            yield Difference(place=here, recorded=_json(recorded[key]) if key in recorded else None, now=_json(now[key]) if key in now else None)


def _tells_apart(items: Sequence[Any], key: str) -> bool:
    """Whether every item has a text of its own under *key*."""
    found = [item.get(key) for item in items if isinstance(item, dict)]
    return len(found) == len(items) and all(isinstance(each, str) for each in found) and len(set(found)) == len(found)


def _by(items: Sequence[Any], key: str | None) -> dict[str, Any]:
    """*items* by what *key* tells them apart by, or by their number."""
    return {str(i) if key is None else item[key]: item for i, item in enumerate(items)}


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False)
