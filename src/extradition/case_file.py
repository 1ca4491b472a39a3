"""The shape of a case file: what is found, agreed, asserted or assumed, by whom, and where it is written."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, PrivateAttr, StringConstraints, field_validator, model_validator

from extradition import source
from extradition.law import ANSWER, NOT_EMPTY, PART, Day, Hour, Model, ProvisionText, text_of_number
from extradition.rules.book import DESIGNATED, Designation
from extradition.rules.conditions import Name
from extradition.rules.consequences import Sentence
from extradition.warrant import Warrant

STATUS = Literal["found", "agreed", "asserted", "disputed", "assumed"]
MOST_OFFENCES = 500
VIEW = Literal["found and agreed", "requesting authority", "requested person"]
"""On whose case an offence is looked at: on what is found and agreed only, or as a party puts it."""
DECIDERS = ("judge", "Secretary of State", "designated authority")
AUTHOR = Literal[
    "judge", "Secretary of State", "designated authority", "requesting authority", "requested person", "parties", "author of the case file"
]


class Source(Model):
    """Where a finding is written: the *document*, *at* which place in it, of what *date*, in which *language*.

    *translation* is who translated it, or ``none``.
    """

    document: Sentence
    at: Sentence | None = None
    date: Day | None = None
    language: Sentence | None = None
    translation: Sentence | None = None


class Finding(Model):
    """An answer to a fact or to a question: who says so, with what status, where, and why."""

    answer: Annotated[str, StringConstraints(min_length=1), BeforeValidator(text_of_number, json_schema_input_type=str | int)]
    by: AUTHOR | None = None
    status: STATUS | None = None
    source: Source | None = None
    reasons: Sentence | None = None

    @model_validator(mode="after")
    def _has_the_author_its_status_needs(self) -> Self:
        if self.status == "assumed" and self.reasons is None:
            raise ValueError("an assumed answer says why, under reasons:")
        if self.status in ("found", "asserted", "disputed") and self.by is None:
            raise ValueError(f"an answer that is {self.status} says by whom, under by:")
        if self.status == "found" and self.by not in DECIDERS:
            raise ValueError("only the answer of somebody who decides is found: a judge, the Secretary of State or the designated authority")
        if self.by in DECIDERS and self.status not in (None, "found"):
            raise ValueError(f"an answer by the {self.by} is found, and nothing else")
        return self

    @property
    def rank(self) -> int:
        """How far the finding binds: that of somebody who decides 3, an agreed one 2, any other 1, a disputed one 0."""
        if self.by in DECIDERS:
            return 3
        if self.status == "agreed" or self.by == "parties":
            return 2
        return 0 if self.status == "disputed" else 1

    @property
    def is_assertion(self) -> bool:
        """Whether it is what a party says, and no more: argument on a question, material on a fact."""
        return self.status == "asserted" or (self.status is None and self.by in ("requesting authority", "requested person"))

    @property
    def is_contestable(self) -> bool:
        """Whether it stands only in somebody's case: an assertion, or an answer that is disputed."""
        return self.is_assertion or self.status == "disputed"


def _listed(value: Any) -> Any:
    """Read the short form ``fact: answer``, the long form, or a list of either, as a list of the long form."""
    return tuple(
        item if isinstance(item, Mapping | Finding) else {"answer": item} for item in (value if isinstance(value, list | tuple) else [value])
    )


_Said = str | int | Finding
Findings = dict[Name, Annotated[tuple[Finding, ...], *NOT_EMPTY, BeforeValidator(_listed, json_schema_input_type=_Said | list[_Said])]]


@dataclass(frozen=True)
class Known:
    """What is known of one fact: its *answer*, or None where it is disputed, and the *findings* (or the *designation*) that say so.

    ``is_argument``: only a party's assertion says so, which on a question is argument and does not answer it.
    """

    answer: str | None
    findings: tuple[Finding, ...]
    designation: Designation[DESIGNATED] | None = None
    is_argument: bool = False

    @property
    def found(self) -> ANSWER | None:
        """The answer that findings on a question itself give: a party's assertion is argument, not a finding."""
        if self.answer is None or self.is_argument:
            return None
        return "yes" if self.answer == "yes" else "no"


def settle(findings: tuple[Finding, ...]) -> Known:
    """Say what follows from all the findings on one fact: the highest rank binds; a difference within it is a dispute."""
    highest = max(finding.rank for finding in findings)
    binding = tuple(finding for finding in findings if finding.rank == highest)
    answers = {finding.answer for finding in binding}
    return Known(answers.pop() if len(answers) == 1 and highest > 0 else None, findings, is_argument=binding[0].is_assertion)


def settle_for(findings: tuple[Finding, ...], view: VIEW) -> Known | None:
    """Say what follows from all the findings on one fact in one *view* of the case; None if nothing on it counts there.

    What somebody who decides found outranks, and what is agreed binds. *found and agreed* leaves out what is merely
    asserted or disputed. A party's case takes what that party says itself, then what stands because nobody attributes it
    or it is assumed, then what anybody else asserts. What others say and is disputed answers nothing in it; what
    others say of a question is argument.
    """
    if view == "found and agreed":
        counted = tuple(finding for finding in findings if finding.rank > 1 or not finding.is_contestable)
        return settle(counted) if counted else None
    ranks = [_rank_for(finding, view) for finding in findings]
    binding = tuple(finding for finding, rank in zip(findings, ranks, strict=True) if rank == max(ranks))
    answers = {finding.answer for finding in binding}
    answer = answers.pop() if len(answers) == 1 and max(ranks) > 0 else None
    return Known(answer, binding, is_argument=binding[0].is_assertion and binding[0].by not in (view, "parties"))


def _rank_for(finding: Finding, party: VIEW) -> int:
    """How far *finding* binds in the case of *party*."""
    if finding.rank > 1:
        return finding.rank + 2
    if not finding.is_contestable:
        return 2
    return 3 if finding.by == party else finding.rank


class Found(Model):
    """Anything with findings."""

    findings: Findings = Field(default_factory=dict)

    @field_validator("findings")
    @classmethod
    def _has_one_judge(cls, value: Findings) -> Findings:
        for name, findings in value.items():
            if len({finding.answer for finding in findings if finding.by in DECIDERS}) > 1:
                raise ValueError(f"{name} has two different findings by those who decide")
        return value


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

    ``conduct_date`` is the day of the conduct (the last, if it went on): it chooses the law where the Act looks to that day.
    ``warrant`` is what the warrant's own form says of the offence.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=60)]
    title: Sentence | None = None
    case_type: Sentence
    conduct_date: Day | None = None
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


class Dates(Model):
    """The dates that select the law. Nothing reads the clock.

    ``arrest_hour`` is needed only on a day on which the law changed at an hour.
    """

    arrest: Day | None = None
    arrest_hour: Hour | None = None
    certificate: Day | None = None
    hearing: Day | None = None


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
    question on, and nothing before it is examined.
    """

    case: Sentence
    citation: Sentence | None = None
    part: PART | None = None
    territory: Sentence
    taken_from: ProvisionText | None = None
    dates: Dates
    offences: Annotated[tuple[Offence, ...], *NOT_EMPTY, BeforeValidator(_few_enough, json_schema_input_type=tuple[Offence, ...])]
    notes: tuple[Sentence, ...] = ()
    decided: Decided | None = None
    _document: source.Document | None = PrivateAttr(default=None)

    @field_validator("offences")
    @classmethod
    def _tells_offences_apart(cls, value: tuple[Offence, ...]) -> tuple[Offence, ...]:
        ids = [offence.id for offence in value]
        again = {name for name in ids if ids.count(name) > 1}
        if again:
            raise ValueError(f"two offences have the id {min(again)!r}")
        return value

    @property
    def digest(self) -> str:
        """The SHA-256 of what it says: the same for the same content, however the file is laid out."""
        return hashlib.sha256(source.canonical(self.model_dump(mode="json", exclude_none=True))).hexdigest()

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """Read the case file at *path*.

        Raises:
            SourceError: every fault of shape, as ``path:line:column: place: what is wrong``. Whether its facts and
                answers exist is checked against a rule book by ``determine``.
        """
        return cls._of(source.read(Path(path)))

    @classmethod
    def parse(cls, path: str | Path, text: str) -> Self:
        """Read *text*, that of the case file at *path*; raises as ``load`` does."""
        return cls._of(source.parse(str(path), text))

    @classmethod
    def _of(cls, document: source.Document) -> Self:
        return source.validate(cls, document).within(document)

    def within(self, document: source.Document | None) -> Self:
        """The same, its faults to be told with their places in *document*, from which it was read."""
        within = self.model_copy()
        within._document = document  # noqa: SLF001  its own
        return within

    def alone(self) -> Self:
        """The same without the file that it was loaded from, and the places in it."""
        return self.within(None)

    def problems(self, faults: list[source.Fault]) -> list[source.Problem]:
        """Give *faults* the positions they have in the file that this was loaded from, if it was."""
        document = self._document or source.Document("")
        return [document.problem(fault) if self._document else source.Problem(None, document.problem(fault).where, fault.message) for fault in faults]
