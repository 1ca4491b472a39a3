"""The contents of a folder of rule files, with each twin written out in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, TypeVar, get_args

from pydantic import BaseModel, Discriminator, Field, RootModel, Tag

from extradition import source
from extradition.law import VERIFIED, Provision, in_words
from extradition.rule_book.book import Book, Laws, Sequel, Territory
from extradition.rule_book.conditions import Name
from extradition.rule_book.decision_kinds import DecisionKinds
from extradition.rule_book.draft import Draft
from extradition.rule_book.fact import Fact
from extradition.rule_book.folders import files_of_acts, matter_of_file
from extradition.rule_book.installed import name_of_book
from extradition.rule_book.passage import Sources
from extradition.rule_book.question import Question, Twin
from extradition.rule_book.vocabulary import closed_list
from extradition.rule_book.warrant_form import WarrantForm
from extradition.rule_book.watched import Watched, WatchFile
from extradition.source import Document, Fault, Problem, SourceError

M = TypeVar("M", bound=BaseModel)


class FactFile(RootModel[Annotated[dict[Name, Fact], Field(min_length=1)]]):
    """A file of facts."""


class TerritoryFile(
    RootModel[
        dict[
            Annotated[str, *in_words("[A-Z]{2}(-[A-Z]+)?", "must be a code of two capital letters")],
            Territory,
        ]
    ]
):
    """``territories.yaml``: code to territory."""


class SequelFile(RootModel[tuple[Sequel, ...]]):
    """``after_the_hearing.yaml``: the steps that the Act provides after the hearing."""


class QuestionFile(
    RootModel[
        Annotated[
            Annotated[Question, Tag("<question>")] | Annotated[Twin, Tag("<twin>")],
            Discriminator(
                lambda value: (
                    "<twin>"
                    if isinstance(value, Twin) or (isinstance(value, dict) and "as" in value)
                    else "<question>"
                )
            ),
        ]
    ]
):
    """A question file: a question, or the twin of one."""


@dataclass
class Contents:
    """The whole content of a folder of rules, and the document that each part is in."""

    book: Book
    laws: Laws
    facts: dict[str, Fact]
    territories: dict[str, Territory]
    sequels: tuple[Sequel, ...]
    sources: Sources
    warrant_form: WarrantForm | None = None
    decision_kinds: DecisionKinds | None = None
    questions: dict[str, Question] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    """The documents: by provision for questions, by name for facts, by file name for the rest."""
    twins: dict[str, str] = field(default_factory=dict)
    """The provision of the question that each twin repeats, by the provision of the twin."""
    drafts: tuple[Draft, ...] = ()
    """The drafts whose versions the questions have; none of them is a rule file."""
    watched: tuple[Watched, ...] = ()
    name: str | None = None
    """The name of the rule book; None for the first rule book of this package."""
    everything: dict[str, object] = field(default_factory=dict)
    """The content of each file, by its path; the hash of the book is made from it."""


def read_folder(root: Path) -> Contents:
    """The contents of every rule file under *root*.

    Raises:
        SourceError: carries every fault of shape in every file.
    """
    reader = _Reader(root)
    contents = _without_questions(reader)
    fact_files = list(reader.read_all(FactFile, sorted((root / "facts").glob("*.yaml"))))
    in_acts = files_of_acts(root)
    question_files = list(
        reader.read_all(QuestionFile, sorted(path for path in in_acts if path.suffix == ".yaml"))
    )
    reader.problems += source.misnamed([*root.glob("facts/*"), *in_acts], "a rule file")
    if reader.problems or contents is None:
        raise SourceError(reader.problems)
    _place_facts(contents, fact_files, reader)
    _place_questions(contents, question_files, root, reader)
    if "" in contents.parts.values():
        raise SourceError(reader.problems)
    _write_out(contents, [file.root for _, file in question_files], reader)
    if reader.problems:
        raise SourceError(reader.problems)
    return contents


def _without_questions(reader: _Reader) -> Contents | None:
    """The contents of the files about the whole book; None if that of the book or of its laws has a fault."""
    root = reader.root
    book = reader.read(Book, root / "book.yaml")
    laws = reader.read(Laws, root / "laws.yaml")
    territories = reader.read_if_there(TerritoryFile, root / "territories.yaml") or TerritoryFile({})
    sequels = reader.read_if_there(SequelFile, root / "after_the_hearing.yaml") or SequelFile(())
    sources = reader.read_if_there(Sources, root / "sources.yaml") or Sources()
    warrant_form = reader.read_if_there(WarrantForm, root / "warrant_form.yaml")
    watched = reader.read_if_there(WatchFile, root / "watch.yaml") or WatchFile(())
    decision_kinds = reader.read_if_there(DecisionKinds, root / "decisions.yaml")
    if book is None or laws is None:
        return None
    return Contents(
        book,
        laws,
        {},
        territories.root,
        sequels.root,
        sources,
        warrant_form,
        decision_kinds,
        documents={path.name: document for path, document in reader.documents.items()},
        everything=reader.everything,
        watched=watched.root,
        name=None if root.resolve() == source.bundled_folder("rules").resolve() else name_of_book(root),
    )


def _place_facts(contents: Contents, files: Iterable[tuple[Path, FactFile]], reader: _Reader) -> None:
    """Add the facts of the *files* to *contents*, each with its document."""
    for path, facts in files:
        for name, fact in facts.root.items():
            if name in contents.facts:
                reader.fault(path, (name,), f"is also in {contents.documents[name].path}")
            contents.facts[name] = fact
            contents.documents[name] = reader.documents[path]


def _place_questions(
    contents: Contents, files: Iterable[tuple[Path, QuestionFile]], root: Path, reader: _Reader
) -> None:
    """Add the document and the matter of the question in each of the *files* to *contents*.

    A file in no folder of a matter has the matter "".
    """
    for path, file in files:
        provision = file.root.provision
        if provision in contents.documents:
            reader.fault(path, ("provision",), f"{provision} is also in {contents.documents[provision].path}")
        contents.documents[provision] = reader.documents[path]
        part = matter_of_file(path.relative_to(root), contents.book)
        if part is None:
            reader.fault(path, (), "is in no folder of a matter: book.yaml has the folder of each")
        contents.parts[provision] = part or ""


def _write_out(contents: Contents, files: list[Question | Twin], reader: _Reader) -> None:
    """Add the questions to *contents*, each twin as a question of its own."""
    named = {(contents.parts[file.provision], file.name) for file in files if isinstance(file, Question)}
    for i, file in enumerate(files):
        if isinstance(file, Question):
            files[i] = _conditions_written_out(file, contents, reader, named)
    written = {question.provision: question for question in files if isinstance(question, Question)}
    for file in files:
        part = contents.parts[file.provision]
        if isinstance(file, Question):
            contents.questions[file.provision] = _for_its_part(file, part)
        elif file.as_ in written:
            contents.questions[file.provision] = _for_its_part(_twin(file, written[file.as_]), part)
            contents.twins[file.provision] = file.as_
        else:
            document = contents.documents[file.provision]
            reader.problems.append(
                document.problem(
                    Fault(("as",), f"{file.as_} is not a question that is written out in this rule book")
                )
            )


def _conditions_written_out(
    question: Question, contents: Contents, reader: _Reader, named: set[tuple[str, str]]
) -> Question:
    """*question* with the conditions of each version in full, if its ``by_fact`` has no fault; the faults
    go to *reader*.
    """
    if all(version.by_fact is None for version in question.versions):
        return question
    part, document = contents.parts[question.provision], contents.documents[question.provision]
    answers_to = closed_list(contents.facts, {name for of, name in named if of == part})
    placed = [
        Fault(("versions", i, "by_fact", *fault.place), fault.message)
        for i, version in enumerate(question.versions)
        if version.by_fact is not None
        for fault in version.by_fact.faults(answers_to)
    ]
    reader.problems += map(document.problem, placed)
    if placed:
        return question
    return question.altered(versions=tuple(version.written_out(answers_to) for version in question.versions))


def _for_its_part(question: Question, part: str) -> Question:
    """*question* without the authorities that concern another matter alone."""
    if all(each.concerns(part) for version in question.versions for each in version.authorities):
        return question
    return question.altered(
        versions=tuple(
            version.model_copy(
                update={"authorities": tuple(each for each in version.authorities if each.concerns(part))}
            )
            for version in question.versions
        )
    )


def _twin(twin: Twin, question: Question) -> Question:
    own, others = Provision(twin.provision).slug, Provision(question.provision).slug
    levels = get_args(VERIFIED)
    versions = tuple(
        version.model_copy(
            update={
                "id": version.id.replace(others, own, 1),
                "verified": version.verified
                if version.in_force.is_prospective
                else max(version.verified, twin.verified, key=levels.index),
                "text": () if twin.text else version.text,
            }
        )
        for version in question.versions
    )
    left_out: dict[str, Any] = {
        **dict.fromkeys(("yes", "no", "asked_if", "also_for_offence", "while_not_in_force", "at_any_time")),
        "see_also": (),
    }
    own_keys = ("provision", "title", "proof", "text", *left_out)
    given = {key: value for key in own_keys if (value := getattr(twin, key)) is not None}
    return question.altered(**{**left_out, **given, "versions": versions})


class _Reader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.documents: dict[Path, Document] = {}
        self.everything: dict[str, object] = {}
        self.problems: list[Problem] = []

    def read(self, model: type[M], path: Path) -> M | None:
        try:
            document = self.documents[path] = source.read(path)
            self.everything[path.relative_to(self.root).as_posix()] = document.content
            return source.model_of(model, document)
        except SourceError as error:
            self.problems.extend(error.problems)
            return None

    def read_if_there(self, model: type[M], path: Path) -> M | None:
        return self.read(model, path) if path.exists() else None

    def read_all(self, model: type[M], paths: list[Path]) -> Iterator[tuple[Path, M]]:
        for path in paths:
            file = self.read(model, path)
            if file is not None:
                yield path, file

    def fault(self, path: Path, place: source.Place, message: str) -> None:
        self.problems.append(self.documents[path].problem(Fault(place, message)))


def part_of(contents: Contents, part: str) -> Iterator[tuple[str, Question]]:
    """The questions of one matter, in the order of their files."""
    return (
        (provision, question)
        for provision, question in contents.questions.items()
        if contents.parts[provision] == part
    )
