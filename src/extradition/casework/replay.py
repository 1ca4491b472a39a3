"""The replay of a determination from its JSON form: whether it is identical when derived again, and if
not, the differences.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, Literal, Self

from pydantic import ConfigDict

from extradition import source
from extradition.case_file import CaseFile, IssuedWarrant
from extradition.casework.whole_record import examine_whole
from extradition.determination import LawUsed
from extradition.engine.agreement import ENGINE, READINGS_MADE
from extradition.hearing import Under, hear, made_by
from extradition.law import Model
from extradition.rule_book import RuleBook
from extradition.sensitivity import with_sensitivity

REPLAY_STATUS = Literal["identical", "different", "other rule book"]
MOST_BYTES = 64 * 1_048_576
"""The largest determination that is read. A determination of a single offence takes a tenth of a megabyte."""
_LOOSE = ConfigDict(extra="ignore", frozen=True)
_PARTICULARS = ("reference", "particulars")
"""The keys that no rule reads, in a determination, in its case file and in each of its warrants."""
_KEYS = ("id", "provision", "name")
"""The keys that may distinguish the items of a list, the preferred key first."""


class Difference(Model):
    """A *place* in the JSON form that differs: its content as *recorded* and *now*, as JSON; None where it
    is absent.
    """

    place: str
    recorded: str | None
    now: str | None


class Replay(Model):
    """The comparison of a recorded determination with the one that is derived *now*.

    Attributes:
        status: ``other rule book`` if the content of its rule book differs from the present one. Then it was
            not derived again, and there is no outcome now (unless the caller asked for one).
        made_by: the package that recorded it, and its version; it never counts as a difference.
        outcome: the outcome as recorded.
        outcome_now: the outcome as derived now.
        case_file_differences: those between the case file in the record and the one given in its place.
        differences: those between the record and the determination that is derived now.

    Examples:
        >>> from extradition import CaseFile, Record, RuleBook, determine, render
        >>> book = RuleBook.load()
        >>> made = determine(CaseFile.load("examples/part_1_conviction/case.yaml"), book)
        >>> replay = Record(source.parse_json(render(made, "json").encode())).replayed(book)
        >>> replay.status, replay.differences
        ('identical', ())
    """

    report_name: ClassVar[Literal["replay"]] = "replay"
    """The name of this report, which its templates have too."""

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
    """The part of a determination that is needed to derive it again; the rest may have had another shape
    then.
    """

    model_config = _LOOSE
    kind: Literal["determination (support)"]
    case: str
    outcome: str
    case_file: CaseFile
    case_file_hash: str
    rule_book: str
    made_by: str
    readings: READINGS_MADE
    law: _Law
    offences: tuple[_Offence, ...]


class Record:
    """A recorded determination in its JSON form, whatever version of this package wrote it.

    Args:
        document: the parsed JSON, as ``source.parse_json`` returns it; ``load`` reads it from a file.

    Raises:
        SourceError: it is not the JSON form of a determination that carries its case file.

    Examples:
        >>> from extradition import CaseFile, Record, RuleBook, determine, render
        >>> book = RuleBook.load()
        >>> made = determine(CaseFile.load("examples/part_1_conviction/case.yaml"), book)
        >>> record = Record(source.parse_json(render(made, "json").encode()))
        >>> record.head.outcome, record.replayed(book).status
        ('order', 'identical')
    """

    def __init__(self, document: source.Document) -> None:
        examine_whole(document)
        self._content: dict[str, Any] = document.content
        self.head = source.model_of(_Head, document)
        self._case_file = self.head.case_file.within(document.part("case_file"))

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """The record in the JSON file at *path*.

        Args:
            path: a file that ``extradition determine --format json`` wrote, of at most 64 megabytes.

        Raises:
            SourceError: it cannot be read, or is not the JSON form of a determination that carries its case
                file.
        """
        return cls(source.read_json(Path(path), MOST_BYTES))

    def replayed(
        self, rule_book: RuleBook, case_file: CaseFile | None = None, *, across_rule_books: bool = False
    ) -> Replay:
        """The replay of the determination under *rule_book*.

        Args:
            case_file: the case file to derive it from; without it, the case file in the record.
            across_rule_books: whether to derive it even if the content of *rule_book* differs from that of
                its own.
            rule_book: the law to derive it under.

        Raises:
            SourceError, OptionError, EngineError: as for ``determine``.
        """
        head = self.head
        given = case_file or self._case_file
        same_book = rule_book.digest == head.rule_book
        now = self._derived(given, rule_book) if same_book or across_rule_books else None
        differences = () if now is None else tuple(self._since(now, given))
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
            case_file_differences=tuple(_differences(_content_of(head.case_file), _content_of(given))),
            differences=differences,
        )

    def _since(self, now: dict[str, Any], case_file: CaseFile) -> Iterator[Difference]:
        """The differences between the record and *now*, the determination derived from *case_file*."""
        recorded = {**self._content, "made_by": now["made_by"]}
        return _differences(_derivation(recorded, self.head.case_file), _derivation(now, case_file))

    def _derived(self, case_file: CaseFile, rule_book: RuleBook) -> dict[str, Any]:
        law = self.head.law
        engine: ENGINE = "plain" if self.head.readings == "plain reading alone" else "durable"
        hearing = hear(
            case_file, rule_book, Under(law.name, None if law.name else law.as_at, law.assuming, engine)
        )
        made = hearing.determination
        depends = [offence.sensitivity for offence in self.head.offences if offence.sensitivity is not None]
        if depends:
            made = with_sensitivity(hearing, hold_findings=depends[0].findings_held)
        derived: dict[str, Any] = made.model_dump(mode="json")
        return derived


def _derivation(content: dict[str, Any], case_file: CaseFile) -> dict[str, Any]:
    """The *content* of a determination without what is no derivation.

    Left out are its particulars, the decided cases on its open questions, and the caller's own values that
    the service repeats. The hash of its case file becomes that of *case_file*, from which it was derived,
    without particulars.
    """
    offences = [
        {key: value for key, value in offence.items() if key != "precedents"}
        for offence in content["offences"]
    ]
    kept = _without_particulars(content)
    kept.pop("metadata", None)
    if content["case_file_hash"] == case_file.digest:  # a hash of other content stays a difference
        bare = {"reference": None, "particulars": None, "warrants": tuple(map(_bare, case_file.warrants))}
        kept["case_file_hash"] = case_file.model_copy(update=bare).digest
    return {**kept, "offences": offences, "case_file": _without_particulars(content["case_file"])}


def _bare(warrant: IssuedWarrant) -> IssuedWarrant:
    return warrant.model_copy(update={"particulars": None})


def _without_particulars(content: Mapping[str, Any]) -> dict[str, Any]:
    """The *content* of a determination or a case file without its reference, and without the particulars of
    the case and of each warrant.
    """
    return {
        key: [_without_particulars(each) if isinstance(each, dict) else each for each in value]
        if key == "warrants" and isinstance(value, list)
        else value
        for key, value in content.items()
        if key not in _PARTICULARS
    }


def _content_of(case_file: CaseFile) -> dict[str, Any]:
    return case_file.model_dump(mode="json", exclude_none=True)


def _differences(recorded: Any, now: Any, place: str = "") -> Iterator[Difference]:
    """The places at which two JSON contents differ, in their order."""
    if isinstance(recorded, dict) and isinstance(now, dict):
        yield from _in_mappings(recorded, now, place, ".{}" if place else "{}")
    elif isinstance(recorded, list) and isinstance(now, list):
        key = next((key for key in _KEYS if _distinguishes(recorded, key) and _distinguishes(now, key)), None)
        then, here = _by(recorded, key), _by(now, key)
        yield from _in_mappings(then, here, place, "[{}]")
        if list(then) != list(here) and then.keys() == here.keys():
            yield Difference(
                place=f"{place}: order", recorded=json.dumps(list(then)), now=json.dumps(list(here))
            )
    elif recorded != now or type(recorded) is not type(now):
        yield Difference(place=place, recorded=_json(recorded), now=_json(now))


def _in_mappings(
    recorded: Mapping[str, Any], now: Mapping[str, Any], place: str, form: str
) -> Iterator[Difference]:
    for key in dict.fromkeys((*recorded, *now)):
        here = place + form.format(key)
        if key in recorded and key in now:
            yield from _differences(recorded[key], now[key], here)
        else:
            yield Difference(
                place=here,
                recorded=_json(recorded[key]) if key in recorded else None,
                now=_json(now[key]) if key in now else None,
            )


def _distinguishes(items: Sequence[Any], key: str) -> bool:
    """Whether every item has a different text under *key*."""
    found = [item.get(key) for item in items if isinstance(item, dict)]
    return (
        len(found) == len(items)
        and all(isinstance(each, str) for each in found)
        and len(set(found)) == len(found)
    )


def _by(items: Sequence[Any], key: str | None) -> dict[str, Any]:
    """The *items* by their text under *key*; without a key, by their position."""
    return {str(i) if key is None else item[key]: item for i, item in enumerate(items)}


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False)
