"""The answer to one line of a batch, made in a worker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from pydantic import TypeAdapter, ValidationError

from extradition.case_file.offence_count import offences_in_all
from extradition.determination import Determination
from extradition.engine.agreement import ENGINE
from extradition.hearing.examination import with_words
from extradition.law import LEFT_OUT_IF_NONE, Model
from extradition.report.depths import DEPTH
from extradition.report.details import METADATA, HearingDetail, NoteDetail, detailed
from extradition.rule_book import RuleBook
from extradition.source import (
    Document,
    EngineError,
    OptionError,
    Problem,
    SourceError,
    parse_json,
    validated,
)
from extradition.web.limits import MOST_OFFENCES
from extradition.web.problems import ProblemDetails, Refusal, details_of, details_of_unmet, faulty
from extradition.web.rule_books import RuleBooks
from extradition.web.service.bodies import LineToDetermine, Metadata
from extradition.web.service.etags import Tags, names, names_any
from extradition.web.service.heard_cases import HeardCases
from extradition.web.service.json_bytes import json_bytes
from extradition.web.service.unknown_names import unknown_names

_METADATA: TypeAdapter[METADATA] = TypeAdapter(Metadata)


class LineAnswer(Model):
    """The answer to one line of a batch.

    Attributes:
        line: the number of the line in the body, from 1.
        id: the id that the line gives; None if it has none that can be read.
        status: the status that a request of its own would have.
        etag: the entity tag of the answer on a line; with the status 412, of the one that the caller has. An
            answer to a request of its own has another, although the determination is the same.
        metadata: the caller's own values, unchanged, whatever the status; left out if they cannot be read.
        determination: the determination (support), if there is one. That of a note or of a hearing has the
            key ``detail``; in full it has none.
        problem: the reason why there is none.
    """

    line: int
    id: str | None
    status: int
    etag: Annotated[str | None, LEFT_OUT_IF_NONE] = None
    metadata: Annotated[METADATA | None, LEFT_OUT_IF_NONE] = None
    determination: Annotated[NoteDetail | HearingDetail | Determination | None, LEFT_OUT_IF_NONE] = None
    problem: Annotated[ProblemDetails | None, LEFT_OUT_IF_NONE] = None


@dataclass(frozen=True)
class BatchLine:
    """One line of a batch: its *number*, its *text*, and the *detail* of the batch."""

    number: int
    text: bytes
    detail: DEPTH


class OwnValues(NamedTuple):
    """The caller's own values on a line: its *id* and its *metadata*; None for what cannot be read."""

    id: str | None = None
    metadata: METADATA | None = None


NO_VALUES = OwnValues()
"""Those of a line that cannot be read."""


@dataclass(frozen=True)
class LineText:
    """The answer to a line as JSON text, its *status*, its *own* values and the hash of its *rule_book*."""

    own: OwnValues
    status: int
    json: bytes
    rule_book: str | None


def line_refused(number: int, own: OwnValues, problem: ProblemDetails, etag: str | None = None) -> LineText:
    """The answer to a line without a determination.

    Args:
        number: the number of the line.
        own: the caller's own values on it.
        problem: the reason.
        etag: the entity tag of the answer that the caller has; None if the reason is another.
    """
    return _answered(
        LineAnswer(line=number, **own._asdict(), status=problem.status, etag=etag, problem=problem)
    )


def _answered(made: LineAnswer) -> LineText:
    rule_book = made.determination.rule_book if made.determination is not None else None
    return LineText(OwnValues(made.id, made.metadata), made.status, json_bytes(made), rule_book)


class LineAnswers:
    """The function of the workers: the answer to one line.

    Args:
        rule_book: the law.
        engine: the engine of lines that name none.
    """

    def __init__(self, rule_book: RuleBook, engine: ENGINE) -> None:
        self._books = RuleBooks(rule_book)
        self._heard_cases = HeardCases(self._books, engine)
        self._tags = Tags(self._books, engine)

    def __call__(self, line: BatchLine) -> LineText:
        """The answer to *line*, whatever is wrong with it."""
        try:
            body = parse_json(line.text, line.number)
        except SourceError as error:
            return line_refused(line.number, NO_VALUES, details_of("unreadable", error.problems))
        own, unknown = _own_in(body), unknown_names(body.content, self._books)
        try:
            return self._determined(line, own, body)
        except SourceError as error:
            problem = faulty(_sorted([*unknown, *error.problems]))
        except OptionError as error:
            problem = details_of("unknown_law", unknown) if unknown else details_of_unmet(error)
        except Refusal as refusal:
            problem = details_of(refusal.kind, refusal.problems)
        except EngineError as error:
            problem = details_of("no_determination", why=str(error))
        return line_refused(line.number, own, problem)

    def _determined(self, line: BatchLine, own: OwnValues, body: Document) -> LineText:
        """The answer to a *line* without a fault, unless the caller has it already."""
        asked = self._asked(body)
        tag = self._tags.of("/batch", [("detail", line.detail)], _content(body))
        condition = asked.if_none_match or ""
        if names(condition, tag):
            return line_refused(line.number, own, details_of("unchanged"), tag)
        made = self._heard_cases.determined(asked, body, line.detail)
        if names_any(condition):
            return line_refused(line.number, own, details_of("unchanged"), tag)
        shown = detailed(made, line.detail)
        return _answered(
            LineAnswer(line=line.number, **own._asdict(), status=200, etag=tag, determination=shown)
        )

    def _asked(self, body: Document) -> LineToDetermine:
        """The request that the *body* of a line makes.

        Raises:
            SourceError: every fault of its shape and, where the shape is right, of its words.
        """
        asked, problems = validated(LineToDetermine, body)
        if asked is not None and not problems:
            return asked
        has_case = isinstance(body.content, dict) and "case_file" in body.content
        if not has_case or offences_in_all([body.content["case_file"]]) > MOST_OFFENCES:
            raise SourceError(problems)
        case = body.part("case_file")
        raise SourceError(with_words(problems, case, self._books.of_content(case.content)))


def own_values(text: bytes) -> OwnValues:
    """The caller's own values on a line.

    Args:
        text: the text of the line.

    >>> own_values(b'{"id": "a", "metadata": {"desk": "7"}}')
    OwnValues(id='a', metadata={'desk': '7'})
    >>> own_values(b"{") == own_values(b'{"id": 1, "metadata": "7"}') == OwnValues()
    True
    """
    try:
        return _own_in(parse_json(text))
    except SourceError:
        return NO_VALUES


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return SourceError(problems).problems


def _own_in(body: Document) -> OwnValues:
    content = body.content if isinstance(body.content, dict) else {}
    name = content.get("id")
    try:
        metadata = _METADATA.validate_python(content.get("metadata"))
    except ValidationError:  # it has none, or what is no such thing
        metadata = None
    return OwnValues(name if isinstance(name, str) else None, metadata)


def _content(body: Document) -> dict[str, object]:
    """The content of the *body* without what is of the line alone."""
    return {key: value for key, value in body.content.items() if key not in ("id", "if_none_match")}
