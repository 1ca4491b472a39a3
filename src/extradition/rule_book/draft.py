"""Draft laws: a proposed change of versions of the rule book, with an author, in one file of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, field_validator, model_validator
from pydantic.json_schema import SkipJsonSchema

from extradition import source
from extradition.days import CaseDay
from extradition.law import NOT_EMPTY, Model, ProvisionText, in_words
from extradition.rule_book.book import VersionId
from extradition.rule_book.conditions import Name
from extradition.rule_book.consequences import Sentence
from extradition.rule_book.in_force import InForce, SpansInForce
from extradition.rule_book.version import Authority, LeftOpen, Version
from extradition.source import Document, Place

_NEVER_IN_FORCE = SpansInForce(InForce.model_validate({"from": "prospective", "selected_by": "hearing date"}))
_OF_TEST = "must be a place such as yes_if or no_if.any[2]"


class DraftVersion(Version):
    """A version that a draft proposes for the question *of*. No day puts it in force.

    It needs no authority: it rests on the draft alone.
    """

    of: ProvisionText
    in_force: SkipJsonSchema[SpansInForce] = _NEVER_IN_FORCE
    made_by: Literal["enactment", "judgment"] = "enactment"
    verified: Literal["draft"] = "draft"
    authorities: tuple[Authority, ...] = ()

    @field_validator("in_force", mode="before")
    @classmethod
    def _is_never_in_force(cls, value: Any) -> Any:
        if isinstance(value, SpansInForce):
            return value
        raise ValueError("must be left out: a draft is in force on no day; law or as_at gives its day")


class ChangedTest(Model):
    """One test of a version, changed: answers that its list gains or loses, or another number.

    *in* is the place of the test in the version, or of a condition around it: ``yes_if``, ``no_if.any[2]``.
    """

    in_: Annotated[str, *in_words(r"(yes_if|no_if)(\.(all|any)\[\d{1,3}\])*", _OF_TEST)] = Field(alias="in")
    fact: Name
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    number: Annotated[int, Field(ge=0, lt=2**53)] | None = None

    @model_validator(mode="after")
    def _changes_one_thing(self) -> Self:
        if (self.number is None) != bool(self.add or self.remove):
            raise ValueError("needs add, remove or both for a list of answers, and number for a number")
        return self


class ChangedVersion(Model):
    """A version of the rule book with some tests changed; the draft gives the changed version its own id.

    What the draft does not give stays as in the *version*, apart from its authorities.
    """

    version: VersionId
    id: VersionId
    summary: Sentence
    tests: Annotated[tuple[ChangedTest, ...], *NOT_EMPTY]
    left_open: tuple[LeftOpen, ...] | None = None
    assumes: tuple[Sentence, ...] | None = None
    not_formalised: tuple[Sentence, ...] | None = None


class DraftFile(Model):
    """A draft law: new *versions* of questions, or *changes* of versions, from a law of the rule book.

    It starts from the named *law*, or from the law on the day *as_at*.
    """

    id: Annotated[
        str,
        *in_words("[a-z0-9]+(-[a-z0-9]+)*", "must be a name of small letters, digits and hyphens"),
        StringConstraints(max_length=60),
    ]
    author: Sentence
    title: Sentence
    summary: Sentence
    law: str | None = None
    as_at: CaseDay | None = None
    changes: tuple[ChangedVersion, ...] = ()
    versions: tuple[DraftVersion, ...] = ()

    @model_validator(mode="after")
    def _starts_from_one_law_and_changes_it(self) -> Self:
        if (self.law is None) == (self.as_at is None):
            raise ValueError(
                "needs law, the name of the law from which it starts, or as_at, its day; not both"
            )
        if not self.changes and not self.versions:
            raise ValueError("needs changes or versions: it changes nothing")
        return self


class DraftUsed(Model):
    """A draft law as a report names it; *sha256* is the hash of its content."""

    id: str
    title: str
    author: str
    sha256: str


@dataclass(frozen=True, eq=False)
class Draft:
    """A draft law with the document from which it was read.

    Attributes:
        file: its content.
        document: the document, which has the place of each fault.

    Examples:
        >>> from extradition import Draft, RuleBook
        >>> draft = Draft.load("docs/tasks/draft-a-law.yaml")
        >>> draft.used.author
        'The authors of this rule book, as an example'
        >>> RuleBook.load().with_draft(draft).law(draft.file.id).assuming
        ('s20-5-finding-of-a-court-is-enough', 's85-5-finding-of-a-court-is-enough')
    """

    file: DraftFile
    document: Document

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """The draft in the file at *path*. ``RuleBook.with_draft`` checks it against a rule book.

        Args:
            path: a YAML file.

        Raises:
            SourceError: carries every fault of its shape, as ``path:line:column: place: what is wrong``.
        """
        return cls._of(source.read(Path(path)))

    @classmethod
    def parse(cls, shown: str, text: str) -> Self:
        """The draft in *text*.

        Args:
            shown: the name of the text in faults.
            text: YAML.

        Raises:
            SourceError: as for ``load``.
        """
        return cls._of(source.parse(shown, text))

    @classmethod
    def _of(cls, document: Document) -> Self:
        return cls(source.model_of(DraftFile, document), document)

    @property
    def used(self) -> DraftUsed:
        """The draft as a report names it."""
        content = source.canonical(self.document.content)
        return DraftUsed(
            id=self.file.id,
            title=self.file.title,
            author=self.file.author,
            sha256=hashlib.sha256(content).hexdigest(),
        )

    @property
    def new_ids(self) -> Iterator[tuple[Place, str]]:
        """The id of each version that it adds, with its place."""
        yield from ((("changes", i, "id"), each.id) for i, each in enumerate(self.file.changes))
        yield from ((("versions", i, "id"), each.id) for i, each in enumerate(self.file.versions))


def is_draft(content: object) -> bool:
    """Whether the *content* of a file is meant as a draft law.

    >>> is_draft({"author": "A. Author", "changes": []}), is_draft({"case": "A v B"})
    (True, False)
    """
    return (
        isinstance(content, dict) and "author" in content and not {"changes", "versions"}.isdisjoint(content)
    )
