"""The shape of a case file: what is found, agreed, asserted or assumed, by whom, and where it is written."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, PrivateAttr, StringConstraints, ValidationInfo, field_validator, model_validator

from extradition import source
from extradition.case_file.finding import Finding, Findings, Found
from extradition.case_file.warrant import Warrant
from extradition.days import Days, When
from extradition.law import NOT_EMPTY, PART, Hour, Model, ProvisionText, written
from extradition.rule_book.consequences import Sentence
from extradition.source import Place

MOST_OFFENCES = 500
_ID_WORDS = "must be an id of letters, digits, hyphens and underscores, such as count-1"


_CUT = "is cut off before {!r}: a space and # start a comment. Put the text in quotation marks, or the comment on a line of its own"
_PROSE = frozenset(
    ("case", "citation", "title", "reasons", "document", "at", "language", "translation", "text", "to", "disagreement", "court", "notes")
)
_LISTS_OF_PROSE = frozenset(("notes", "sources", "inferred"))
"""The keys whose values are free text, in which a # may be meant."""


def _is_prose(place: source.Place) -> bool:
    return place[-1:] != () and (place[-1] in _PROSE or (len(place) > 1 and place[-2] in _LISTS_OF_PROSE))


class CourtDecision(Model):
    """What a court made of one offence in a decided case: the outcome, the provision, the answers on the way.

    A discharge may say *under* which provision; without it, it is taken to be one at the questions that were examined.
    """

    outcome: Literal["discharge", "proceed", "order", "adjourn", "send"] | None = None
    to: Sentence | None = None
    under: ProvisionText | None = None
    steps: dict[str, Literal["yes", "no"]] = Field(default_factory=dict)
    disagreement: Sentence | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.outcome is None and not self.steps:
            raise ValueError("needs the outcome, or at least one of the steps")
        if (self.outcome == "proceed") != (self.to is not None):
            raise ValueError("names the provision it proceeded to, under to:, exactly if the outcome is proceed")
        return self


class Offence(Found):
    """One offence, with what is found about it; ``decided`` is what a court made of it, and is never read by the rules.

    ``conduct_date`` is the day of the conduct (the last, if it went on), or the days in which that day falls: it chooses the law
    where the Act looks to that day.
    ``warrant`` is what the warrant's own form says of the offence.
    """

    id: Annotated[str, *written("[A-Za-z0-9][A-Za-z0-9_-]*", _ID_WORDS), StringConstraints(max_length=60)]
    title: Sentence | None = None
    case_type: Sentence
    conduct_date: When | None = None
    warrant: Warrant | None = None
    decided: CourtDecision | None = None

    @field_validator("findings")
    @classmethod
    def _says_its_case_type_once(cls, value: Findings) -> Findings:
        if "case_type" in value:
            raise ValueError("case_type stands beside the findings, not among them")
        return value

    @property
    def all_findings(self) -> Findings:
        """Its findings, with its case type as one of them."""
        return {"case_type": (Finding(answer=self.case_type, by="author of the case file"),), **self.findings}


def _few_enough(value: Any) -> Any:
    """Count before anything is read: each could have a fault."""
    if isinstance(value, list | tuple) and len(value) > MOST_OFFENCES:
        raise ValueError(f"has {len(value)} offences; at most {MOST_OFFENCES} are read")
    return value


def count_offences(content: Any) -> int:
    """The number of offences in the *content* of a case file, before anything of it is read: of one warrant, or of several.

    A warrant without offences counts as one: it could have a fault too.

    >>> count_offences({"warrants": [{"offences": [{}, {}]}, {}]})
    3
    """
    given, several = (content.get(key) if isinstance(content, dict) else None for key in ("offences", "warrants"))
    own = len(given) if isinstance(given, list | tuple) else 0
    return own + sum(max(count_offences(each), 1) for each in (several if isinstance(several, list | tuple) else ()))


def _few_in_all(value: Any) -> Any:
    count = count_offences({"warrants": value})
    if count > MOST_OFFENCES:
        raise ValueError(f"has {count} offences; at most {MOST_OFFENCES} are read")
    return value


def _or_warrants(value: Any, info: ValidationInfo) -> Any:
    """The offences of the only warrant; none where each of several warrants has its own."""
    if info.data.get("warrants"):
        if value:
            raise ValueError("cannot stand together with warrants; write each offence under its own warrant")
    elif value is _NONE_GIVEN and "warrants" in info.data:
        raise ValueError("is required")
    elif isinstance(value, list) and not value:
        raise ValueError("is empty")
    return _few_enough(value)


_NONE_GIVEN: tuple[Offence, ...] = ()
_FEW = BeforeValidator(_few_enough, json_schema_input_type=tuple[Offence, ...])
Listed = Annotated[tuple[Offence, ...], *NOT_EMPTY]


def _tell_apart(of: str, ids: list[str]) -> None:
    again = {name for name in ids if ids.count(name) > 1}
    if again:
        raise ValueError(f"two {of} have the id {min(again)!r}")


class Dates(Model):
    """The dates that select the law, each a day or a span of days. Nothing reads the clock.

    A span chooses the law where every day of it chooses the same. ``arrest_hour`` is needed only on a day on which the law
    changed at an hour.
    """

    arrest: When | None = None
    arrest_hour: Hour | None = None
    certificate: When | None = None
    hearing: When | None = None

    @property
    def days(self) -> dict[str, dt.date | Days]:
        """The dates that are given, by their names."""
        return {name: day for name, day in self if isinstance(day, dt.date | Days)}


class IssuedWarrant(Found):
    """One of several warrants for a person (in Part 2, one of several requests), with its own dates, findings and offences.

    What the case file says of every warrant holds for this one too. ``findings`` are those on the person for this warrant only.
    """

    id: Annotated[str, *written("[A-Za-z0-9][A-Za-z0-9_-]*", _ID_WORDS), StringConstraints(max_length=60)]
    title: Sentence | None = None
    taken_from: ProvisionText | None = None
    dates: Dates = Field(default_factory=Dates)
    offences: Annotated[tuple[Offence, ...], *NOT_EMPTY, _FEW]


class Decided(Model):
    """The public record of a decided case: *court*, *sources*, how sure the record is, what is our own inference."""

    court: Sentence
    level: Literal["Supreme Court", "House of Lords", "Divisional Court", "High Court", "High Court of Justiciary", "first instance"]
    sources: Annotated[tuple[Sentence, ...], *NOT_EMPTY]
    confidence: Literal["high", "medium", "low"]
    inferred: tuple[Sentence, ...] = ()


class CaseFile(Found):
    """One requested person's case: the Part, the territory, the dates, and what is found on the person and each offence.

    Without *part*, the territory's category on the dates gives it. With *taken_from*, the hearing is taken from that
    question on, and nothing before it is examined. *warrants* stand in place of *offences* where there are several; the rest
    of the file then holds for each of them.
    """

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["offences"]}, {"required": ["warrants"]}]})
    case: Sentence
    citation: Sentence | None = None
    part: PART | None = None
    territory: Sentence
    taken_from: ProvisionText | None = None
    dates: Dates
    warrants: Annotated[
        tuple[IssuedWarrant, ...], BeforeValidator(_few_in_all, json_schema_input_type=Annotated[tuple[IssuedWarrant, ...], *NOT_EMPTY])
    ] = ()
    offences: Annotated[tuple[Offence, ...], BeforeValidator(_or_warrants, json_schema_input_type=Listed)] = Field(
        default=_NONE_GIVEN, validate_default=True
    )
    notes: tuple[Sentence, ...] = ()
    decided: Decided | None = None
    _document: source.Document | None = PrivateAttr(default=None)
    _problems_of: Callable[[list[source.Fault]], list[source.Problem]] | None = PrivateAttr(default=None)

    @field_validator("warrants")
    @classmethod
    def _tells_warrants_apart(cls, value: tuple[IssuedWarrant, ...]) -> tuple[IssuedWarrant, ...]:
        _tell_apart("warrants", [warrant.id for warrant in value])
        _tell_apart("offences", [offence.id for warrant in value for offence in warrant.offences])
        return value

    @field_validator("offences")
    @classmethod
    def _tells_offences_apart(cls, value: tuple[Offence, ...]) -> tuple[Offence, ...]:
        _tell_apart("offences", [offence.id for offence in value])
        return value

    @property
    def digest(self) -> str:
        """The SHA-256 of what it says: the same for the same content, however the file is laid out."""
        content = self.model_dump(mode="json", exclude_none=True)
        if not self.warrants:
            del content["warrants"]  # a file with one warrant has the hash that it had before several could be written
        return hashlib.sha256(source.canonical(content)).hexdigest()

    @property
    def every_offence(self) -> dict[Place, Offence]:
        """Each offence of each warrant in the order of the file, by its place.

        >>> case = CaseFile.parse("x", "{case: X, territory: RO, dates: {}, offences: [{id: one, case_type: conviction}]}")
        >>> list(case.every_offence)
        [('offences', 0)]
        """
        own: list[tuple[Place, tuple[Offence, ...]]] = [(("warrants", i), each.offences) for i, each in enumerate(self.warrants)]
        return {(*place, "offences", i): each for place, offences in own or [((), self.offences)] for i, each in enumerate(offences)}

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """Read the case file at *path*.

        Raises:
            SourceError: every fault of shape, as ``path:line:column: place: what is wrong``. Whether its facts and
                answers exist is checked against a rule book by ``determine``.
        """
        return cls._of(source.read_all(Path(path)))

    @classmethod
    def parse(cls, path: str | Path, text: str) -> Self:
        """Read *text*, that of the case file at *path*; raises as ``load`` does."""
        return cls._of(source.parse_all(str(path), text))

    @classmethod
    def _of(cls, document: source.Document) -> Self:
        made, problems = cls.examined(document)
        if made is None or problems:
            raise source.SourceError(problems)
        return made

    @classmethod
    def examined(cls, document: source.Document) -> tuple[Self | None, list[source.Problem]]:
        """The case file that *document* makes, None if its shape has a fault; and every problem with its text and its shape."""
        made, problems = source.validated(cls, document)
        problems += [document.problem(source.Fault(place, _CUT.format(comment))) for place, comment in document.cut.items() if _is_prose(place)]
        return made.within(document) if made else None, problems

    def within(self, document: source.Document | None) -> Self:
        """The same, its faults to be told with their places in *document*, from which it was read."""
        within = self.model_copy()
        within._document = document  # noqa: SLF001  its own
        return within

    def alone(self) -> Self:
        """The same without the file that it was loaded from, and the places in it."""
        return self.within(None)

    def part_of(self, problems_of: Callable[[list[source.Fault]], list[source.Problem]]) -> Self:
        """The same as a part of another case file; *problems_of* gives its faults their places there."""
        part = self.model_copy()
        part._problems_of = problems_of  # noqa: SLF001  its own
        return part

    def problems(self, faults: list[source.Fault]) -> list[source.Problem]:
        """Give *faults* the positions they have in the file that this was loaded from, if it was."""
        if self._problems_of is not None:
            return self._problems_of(faults)
        document = self._document or source.Document("")
        return [document.problem(fault) if self._document else source.Problem(None, document.problem(fault).where, fault.message) for fault in faults]
