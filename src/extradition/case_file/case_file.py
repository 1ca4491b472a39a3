"""The model of a case file: each answer with its status, its author and its source."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, PrivateAttr, StringConstraints, ValidationInfo, field_validator, model_validator

from extradition import source
from extradition.case_file.decision import Decisions
from extradition.case_file.finding import Finding, Findings, Found
from extradition.case_file.warrant import Warrant
from extradition.days import Days, When
from extradition.law import NOT_EMPTY, PART, Hour, Model, ProvisionText, in_words
from extradition.rule_book.consequences import Sentence
from extradition.source import Place

MOST_OFFENCES = 500
_ID_WORDS = "must be an id of letters, digits, hyphens and underscores, such as count-1"


_CUT = "is cut off before {!r}: a space and # start a comment. Put the text in quotation marks, or the comment on a line of its own"
_PROSE = frozenset(
    ("case", "citation", "title", "reason", "reasons", "document", "at", "language", "translation", "text", "to", "disagreement", "court", "notes")
)
_LISTS_OF_PROSE = frozenset(("notes", "sources", "inferred"))
"""The keys with free text as values, where the author may have meant a # as text."""


def _is_prose(place: source.Place) -> bool:
    return place[-1:] != () and (place[-1] in _PROSE or (len(place) > 1 and place[-2] in _LISTS_OF_PROSE))


class CourtDecision(Model):
    """The decision of a court on one offence in a decided case: the outcome, the provision, the answers to its questions.

    A discharge may name its provision, in ``under``. Without it, the discharge counts as one at the questions that were examined.
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
            raise ValueError("needs the provision that the case proceeded to, under to:, exactly if the outcome is proceed")
        return self


class Offence(Found):
    """One offence and its findings. ``decided`` is the decision of a court on it; no rule reads it.

    ``conduct_date`` is the day of the conduct (the last day, if the conduct lasted several), or a span of days that contains it.
    It selects the law where the Act refers to that day. ``warrant`` is the content of the warrant's own form on the offence.
    ``decisions`` are the decisions of courts on it, the oldest first. Without them, the findings are about the one decision.
    """

    id: Annotated[str, *in_words("[A-Za-z0-9][A-Za-z0-9_-]*", _ID_WORDS), StringConstraints(max_length=60)]
    title: Sentence | None = None
    case_type: Sentence
    conduct_date: When | None = None
    warrant: Warrant | None = None
    decisions: Decisions | None = None
    decided: CourtDecision | None = None

    @field_validator("findings")
    @classmethod
    def _has_one_case_type(cls, value: Findings) -> Findings:
        if "case_type" in value:
            raise ValueError("case_type is not a finding; write it as a key of the offence")
        return value

    @property
    def all_findings(self) -> Findings:
        """The findings on the offence, with its case type as one of them."""
        return {"case_type": (Finding(answer=self.case_type, by="author of the case file"),), **self.findings}


def _few_enough(value: Any) -> Any:
    """*value* unchanged, unless it lists too many offences. The count comes first: each offence could have a fault."""
    if isinstance(value, list | tuple) and len(value) > MOST_OFFENCES:
        raise ValueError(f"has {len(value)} offences; at most {MOST_OFFENCES} are read")
    return value


def count_offences(content: Any) -> int:
    """The number of offences in the *content* of a case file, of one warrant or of several, before its shape is checked.

    A warrant without offences counts as one offence: it could have a fault too.

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
    """The offences of the only warrant; none if the case file has several warrants, each with its own offences."""
    if info.data.get("warrants"):
        if value:
            raise ValueError("cannot be given together with warrants; write each offence under its own warrant")
    elif value is _NONE_GIVEN and "warrants" in info.data:
        raise ValueError("is required")
    elif isinstance(value, list) and not value:
        raise ValueError("is empty")
    return _few_enough(value)


_NONE_GIVEN: tuple[Offence, ...] = ()
_FEW = BeforeValidator(_few_enough, json_schema_input_type=tuple[Offence, ...])
Listed = Annotated[tuple[Offence, ...], *NOT_EMPTY]


def _check_distinct(of: str, ids: list[str]) -> None:
    repeated = {name for name in ids if ids.count(name) > 1}
    if repeated:
        raise ValueError(f"two {of} have the id {min(repeated)!r}")


class Dates(Model):
    """The dates that select the law, each a day or a span of days. The clock is never read.

    A span selects the law if every day of it selects the same law. ``arrest_hour`` is needed only on a day on which the law
    changed at an hour of that day.
    """

    arrest: When | None = None
    arrest_hour: Hour | None = None
    certificate: When | None = None
    hearing: When | None = None

    @property
    def days(self) -> dict[str, dt.date | Days]:
        """The dates in the case file, by name."""
        return {name: day for name, day in self if isinstance(day, dt.date | Days)}


class IssuedWarrant(Found):
    """One of several warrants for a person (in Part 2, one of several requests), with its own dates, findings and offences.

    The part of the case file that all the warrants share applies to this one too.
    ``findings`` are the findings on the person for this warrant only.
    """

    id: Annotated[str, *in_words("[A-Za-z0-9][A-Za-z0-9_-]*", _ID_WORDS), StringConstraints(max_length=60)]
    title: Sentence | None = None
    taken_from: ProvisionText | None = None
    dates: Dates = Field(default_factory=Dates)
    offences: Annotated[tuple[Offence, ...], *NOT_EMPTY, _FEW]


class Decided(Model):
    """The public record of a decided case: *court*, *sources*, *confidence* in the record, and our own inferences (*inferred*)."""

    court: Sentence
    level: Literal["Supreme Court", "House of Lords", "Divisional Court", "High Court", "High Court of Justiciary", "first instance"]
    sources: Annotated[tuple[Sentence, ...], *NOT_EMPTY]
    confidence: Literal["high", "medium", "low"]
    inferred: tuple[Sentence, ...] = ()


class CaseFile(Found):
    """One requested person's case: the Part, the territory, the dates, and the findings on the person and on each offence.

    Without *part*, the category of the territory on the dates gives the Part. With *taken_from*, the hearing starts at that
    question, and no earlier question is examined. A case on several warrants has *warrants* in place of *offences*; the rest
    of the file then applies to each warrant.
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
    def _has_distinct_warrants(cls, value: tuple[IssuedWarrant, ...]) -> tuple[IssuedWarrant, ...]:
        _check_distinct("warrants", [warrant.id for warrant in value])
        _check_distinct("offences", [offence.id for warrant in value for offence in warrant.offences])
        return value

    @field_validator("offences")
    @classmethod
    def _has_distinct_offences(cls, value: tuple[Offence, ...]) -> tuple[Offence, ...]:
        _check_distinct("offences", [offence.id for offence in value])
        return value

    @property
    def digest(self) -> str:
        """The SHA-256 of the content, in hexadecimal: the same for the same content, whatever the layout of the file."""
        content = self.model_dump(mode="json", exclude_none=True)
        if not self.warrants:
            del content["warrants"]  # a file on one warrant keeps the hash that it had before the format allowed several
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
        """The case file at *path*.

        Raises:
            SourceError: with every fault of shape, as ``path:line:column: place: fault``. ``determine`` checks the facts and
                answers against a rule book.
        """
        return cls._of(source.read_all(Path(path)))

    @classmethod
    def parse(cls, path: str | Path, text: str) -> Self:
        """The case file in *text*, the text of the file at *path*; raises as ``load`` does."""
        return cls._of(source.parse_all(str(path), text))

    @classmethod
    def _of(cls, document: source.Document) -> Self:
        made, problems = cls.examined(document)
        if made is None or problems:
            raise source.SourceError(problems)
        return made

    @classmethod
    def examined(cls, document: source.Document) -> tuple[Self | None, list[source.Problem]]:
        """The case file in *document* (None if its shape has a fault), and every problem with its text and its shape."""
        made, problems = source.validated(cls, document)
        problems += [document.problem(source.Fault(place, _CUT.format(comment))) for place, comment in document.cut.items() if _is_prose(place)]
        return made.within(document) if made else None, problems

    def within(self, document: source.Document | None) -> Self:
        """A copy that reports its faults at their places in *document*, from which it was read."""
        within = self.model_copy()
        within._document = document  # noqa: SLF001  its own
        return within

    def alone(self) -> Self:
        """A copy without the file that it was loaded from, so without places for its faults."""
        return self.within(None)

    def part_of(self, problems_of: Callable[[list[source.Fault]], list[source.Problem]]) -> Self:
        """A copy that is part of another case file; *problems_of* gives its faults their places there."""
        part = self.model_copy()
        part._problems_of = problems_of  # noqa: SLF001  its own
        return part

    def problems(self, faults: list[source.Fault]) -> list[source.Problem]:
        """The *faults* as problems, with their positions if the case was loaded from a file."""
        if self._problems_of is not None:
            return self._problems_of(faults)
        document = self._document or source.Document("")
        return [document.problem(fault) if self._document else source.Problem(None, document.problem(fault).where, fault.message) for fault in faults]
