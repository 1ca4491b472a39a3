"""The model of a case file: each answer with its status, its author and its source."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    ValidationInfo,
    field_validator,
    model_validator,
)

from extradition import source
from extradition.case_file.case_dates import Dates
from extradition.case_file.closed_evidence import ClosedEvidence
from extradition.case_file.cut_text import faults_of_cut_text, faults_of_nulls
from extradition.case_file.decided import Decided
from extradition.case_file.distinct_ids import check_distinct, placed
from extradition.case_file.editor_key import WithEditorKey
from extradition.case_file.finding import Found
from extradition.case_file.offence_count import few_enough, few_in_all
from extradition.case_file.offences import IssuedWarrant, Offence
from extradition.case_file.particulars import Particulars
from extradition.case_file.plain_content import document_of
from extradition.law import LEFT_OUT_IF_NONE, MATTER_KEYS, PART, ProvisionText, with_either_key
from extradition.rule_book.consequences import Sentence
from extradition.source import Place


def _or_warrants(value: Any, info: ValidationInfo) -> Any:
    """The offences of the only warrant; none if the case file has several warrants, each with its own
    offences.
    """
    if info.data.get("warrants") and value:
        raise ValueError("cannot be given together with warrants; write each offence under its own warrant")
    return few_enough(value)


_OFFENCES = BeforeValidator(_or_warrants, json_schema_input_type=tuple[Offence, ...])
_NONE_GIVEN: tuple[Offence, ...] = ()


# Whole: a model with its checks, and the ways to read and copy it that users call on it.
class CaseFile(WithEditorKey, Found):
    """One requested person's case: the matter, the territory, the dates, and the findings on the person and
    on each offence.

    Attributes:
        case: the name of the case.
        reference: the caller's own reference, which every answer repeats.
        citation: the neutral citation of a decided case.
        book: the rule book whose matter it is, if it is not the first of this package.
        part: the matter, which a file may also write under ``matter``; without it, the category of the
            territory on the dates gives the matter.
        territory: the code of the requesting territory, as ``territories.yaml`` has it. A matter that needs
            no category of territory needs none.
        taken_from: the question at which the hearing starts; no earlier question is examined.
        dates: the dates that select the law.
        particulars: the names, references and dates at the head of the papers; no rule reads them.
        findings: the findings on the person.
        warrants: several warrants, in place of *offences*; the rest of the file then applies to each of them.
        offences: the offences, each with its own findings. A matter with questions on the person alone needs
            none.
        evidence_closed: whose evidence is closed.
        notes: sentences that the report repeats and no rule reads.
        decided: the public record of a decided case.

    Examples:
        >>> from extradition import CaseFile
        >>> case = CaseFile.load("examples/part_1_conviction/case.yaml")
        >>> case.part, [offence.case_type for offence in case.offences]
        ('1', ['conviction'])
    """

    model_config = ConfigDict(json_schema_extra=with_either_key)
    case: Sentence
    reference: Sentence | None = None
    citation: Sentence | None = None
    book: Annotated[str | None, LEFT_OUT_IF_NONE] = None
    part: PART | None = Field(default=None, validation_alias=MATTER_KEYS)
    territory: Sentence | None = None
    taken_from: ProvisionText | None = None
    dates: Dates
    particulars: Particulars | None = None
    warrants: Annotated[
        tuple[IssuedWarrant, ...],
        BeforeValidator(few_in_all, json_schema_input_type=tuple[IssuedWarrant, ...]),
    ] = ()
    offences: Annotated[tuple[Offence, ...], _OFFENCES] = Field(default=_NONE_GIVEN, validate_default=True)
    evidence_closed: tuple[ClosedEvidence, ...] = ()
    notes: tuple[Sentence, ...] = ()
    decided: Decided | None = None
    _document: source.Document | None = PrivateAttr(default=None)
    _problems_of: Callable[[list[source.Fault]], list[source.Problem]] | None = PrivateAttr(default=None)

    @model_validator(mode="before")
    @classmethod
    def _has_no_null_matter(cls, content: Any) -> Any:
        """The content without a null under either key of the matter. A typed client sends both keys."""
        if not isinstance(content, Mapping):
            return content
        names = MATTER_KEYS.choices
        return {key: value for key, value in content.items() if value is not None or key not in names}

    @field_validator("warrants")
    @classmethod
    def _has_distinct_warrants(cls, value: tuple[IssuedWarrant, ...]) -> tuple[IssuedWarrant, ...]:
        check_distinct("warrants", placed(value))
        lists = (placed(warrant.offences, (i, "offences")) for i, warrant in enumerate(value))
        check_distinct("offences", itertools.chain.from_iterable(lists))
        return value

    @field_validator("offences")
    @classmethod
    def _has_distinct_offences(cls, value: tuple[Offence, ...]) -> tuple[Offence, ...]:
        check_distinct("offences", placed(value))
        return value

    @model_validator(mode="after")
    def _has_points_for_every_offence_or_none(self) -> Self:
        has_points = {
            bool(offence.decided and offence.decided.points) for offence in self.every_offence.values()
        }
        if self.warrants and True in has_points:
            raise ValueError(
                "has several warrants, and an offence with points; write a case file for each warrant"
            )
        if len(has_points) > 1:
            raise ValueError(
                "has points for one offence and none for another; write each decision as a point"
            )
        return self

    @property
    def digest(self) -> str:
        """The SHA-256 of the content, in hexadecimal: the same for the same content, whatever the layout
        of the file.
        """
        content = self.model_dump(mode="json", exclude_none=True)
        for key in ("warrants", "evidence_closed"):
            if not content[key]:
                del content[key]  # a file without it keeps the hash that it had before the format allowed it
        return hashlib.sha256(source.canonical(content)).hexdigest()

    @property
    def every_offence(self) -> dict[Place, Offence]:
        """Each offence of each warrant in the order of the file, by its place.

        >>> offence = "{id: one, case_type: conviction}"
        >>> case = CaseFile.parse("x", f"{{case: X, territory: RO, dates: {{}}, offences: [{offence}]}}")
        >>> list(case.every_offence)
        [('offences', 0)]
        """
        own: list[tuple[Place, tuple[Offence, ...]]] = [
            (("warrants", i), each.offences) for i, each in enumerate(self.warrants)
        ]
        return {
            (*place, "offences", i): each
            for place, offences in own or [((), self.offences)]
            for i, each in enumerate(offences)
        }

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """The case file at *path*.

        Args:
            path: a file in YAML; in JSON, if its name ends in ``.json``.

        Raises:
            SourceError: with every fault of shape, as ``path:line:column: place: fault``. ``determine``
                checks the facts and answers against a rule book.
        """
        return cls._of(source.read_all(Path(path)))

    @classmethod
    def parse(cls, path: str | Path, text: str) -> Self:
        """The case file in *text*, the text of the file at *path*; raises as ``load`` does.

        Args:
            path: the name of the file, for the positions of its faults; nothing is read from it.
            text: the whole text of the file.

        Raises:
            SourceError: as for ``load``.
        """
        return cls._of(source.parse_all(str(path), text))

    @classmethod
    def from_mapping(cls, content: Mapping[str, object]) -> Self:
        """The case file with that *content*, such as a ``Part1CaseFile`` of ``extradition.facts``.

        Args:
            content: the keys and values of a case file. A null for an optional key counts as left out.

        Raises:
            SourceError: with every fault of shape, as ``place: fault``. ``determine`` checks the facts and
                answers against a rule book, and its faults have their places too.

        >>> offences = [{"id": "one", "case_type": "conviction"}]
        >>> CaseFile.from_mapping({"case": "X", "territory": "RO", "dates": {}, "offences": offences}).case
        'X'
        >>> CaseFile.from_mapping({"case": "X", "ofences": offences})
        Traceback (most recent call last):
            ...
        extradition.source.errors.SourceError: dates: is required
        ofences: is not a key that belongs here; did you mean offences?
        """
        return cls._of(document_of(content))

    @classmethod
    def _of(cls, document: source.Document) -> Self:
        made, problems = cls.examined(document)
        if made is None or problems:
            raise source.SourceError(problems)
        return made

    @classmethod
    def examined(cls, document: source.Document) -> tuple[Self | None, list[source.Problem]]:
        """The case file in *document* (None if its shape has a fault), and every problem with its text and
        its shape.

        Args:
            document: the parsed text of a file, or a document made in Python.
        """
        made, problems = source.validated(cls, document)
        problems += map(document.problem, faults_of_cut_text(document.cut, document.content))
        problems += map(document.problem, faults_of_nulls(document.nulls))
        return made.within(document) if made else None, problems

    def within(self, document: source.Document | None) -> Self:
        """A copy that reports its faults at their places in *document*, from which it was read.

        Args:
            document: the document with the positions; None for a copy without positions.
        """
        within = self.model_copy()
        within._document = document  # noqa: SLF001  its own
        return within

    def alone(self) -> Self:
        """A copy without the file that it was loaded from, so without places for its faults."""
        alone = self.within(None)
        alone._problems_of = None  # noqa: SLF001  its own
        return alone

    def __getstate__(self) -> dict[Any, Any]:
        """The state to copy into another process. A part of another case file loses its places there."""
        state = super().__getstate__()
        return {
            **state,
            "__pydantic_private__": {**(state["__pydantic_private__"] or {}), "_problems_of": None},
        }

    def part_of(self, problems_of: Callable[[list[source.Fault]], list[source.Problem]]) -> Self:
        """A copy that is part of another case file; *problems_of* gives its faults their places there.

        Args:
            problems_of: a function that turns faults of this part into problems of the whole case file.
        """
        part = self.model_copy()
        part._problems_of = problems_of  # noqa: SLF001  its own
        return part

    def problems(self, faults: list[source.Fault]) -> list[source.Problem]:
        """The *faults* as problems, with their positions if the case was loaded from a file.

        Args:
            faults: faults at places in this case file, such as ``("offences", 0, "id")``.
        """
        if self._problems_of is not None:
            return self._problems_of(faults)
        document = self._document or source.Document("")
        if isinstance(document.content, Mapping):
            key = document.key_written((), "part", "matter")
            faults = [
                source.Fault((key,), fault.message) if fault.place == ("part",) else fault for fault in faults
            ]
        return [
            document.problem(fault)
            if self._document
            else source.Problem(None, document.problem(fault).where, fault.message)
            for fault in faults
        ]
