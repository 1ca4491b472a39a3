"""The contents of a rule book with the versions of a draft, and the law that applies them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pydantic import ValidationError

from extradition.rule_book.assumed import assumed_versions
from extradition.rule_book.book import NamedLaw
from extradition.rule_book.changed_tests import changed_conditions
from extradition.rule_book.draft import ChangedVersion, Draft, DraftVersion
from extradition.rule_book.load import Contents
from extradition.rule_book.question import Question
from extradition.rule_book.version import Version
from extradition.rule_book.vocabulary import closed_list
from extradition.source import (
    Document,
    ExtendedDocument,
    Fault,
    Place,
    SourceError,
    faults_of,
    nearest,
)

_LAWS = "laws.yaml"


def with_draft(contents: Contents, draft: Draft) -> Contents:
    """The *contents* with the versions of *draft*, and with a law of its name that applies them.

    Args:
        contents: the contents of the rule book.
        draft: the draft.

    Raises:
        SourceError: the draft names what the rule book does not have, or an id in use; carries every fault.
    """
    maker = _Maker(contents, draft)
    made = maker.made()
    if maker.faults:
        raise SourceError(map(draft.document.problem, maker.faults))
    return made


class _Maker:
    def __init__(self, contents: Contents, draft: Draft) -> None:
        self._contents = contents
        self._draft = draft
        self.faults: list[Fault] = []
        self._known = {
            version.id: (provision, version)
            for provision, question in contents.questions.items()
            for version in question.versions
        }

    def made(self) -> Contents:
        """The contents with the draft, as far as it has no fault."""
        self._refuse_ids()
        base_name, base = self._base()
        questions, documents = {**self._contents.questions}, {**self._contents.documents}
        added: dict[str, DraftVersion] = {}
        for place, version in self._versions():
            question = questions[version.of]
            if version.of in added:
                self._fault((*place, "id"), f"is a second version of {version.of} in this draft; keep one")
                continue
            added[version.of] = version
            questions[version.of] = self._with_version(question, version, place)
            at: Place = ("versions", len(question.versions))
            documents[version.of] = _extended(self._contents, version.of, {at: (self._draft.document, place)})
        file, laws = self._draft.file, self._contents.laws
        own: dict[Place, tuple[Document, Place]] = {
            ("laws", name): (self._draft.document, ()) for name in (base_name, file.id)
        }
        documents[_LAWS] = _extended(self._contents, _LAWS, own)
        law = self._law(base, added)
        compared = (*(laws.side_by_side if self._contents.drafts else ()), base_name, file.id)
        named = {**laws.laws, base_name: base, file.id: law}
        return replace(
            self._contents,
            questions=questions,
            documents=documents,
            laws=laws.model_copy(update={"laws": named, "side_by_side": tuple(dict.fromkeys(compared))}),
            drafts=(*self._contents.drafts, self._draft),
        )

    def _refuse_ids(self) -> None:
        """Note each id that the rule book, or the draft itself, already uses."""
        if self._draft.file.id in self._contents.laws.laws:
            self._fault(("id",), f"{self._draft.file.id} is the name of a law already; choose another")
        seen: set[str] = set()
        for place, version in self._draft.new_ids:
            if version in self._known or version in seen:
                self._fault(place, f"{version} is the id of a version already; choose another")
            seen.add(version)

    def _base(self) -> tuple[str, NamedLaw]:
        """The law from which the draft starts, with its name."""
        file, laws = self._draft.file, self._contents.laws.laws
        if file.as_at is not None:
            title, summary = f"The law on {file.as_at}", "The law on that day, nothing assumed."
            return f"on-{file.as_at}", NamedLaw(title=title, as_at=file.as_at, summary=summary)
        name = str(file.law)
        if name not in laws:
            self._fault(("law",), f"{name!r} is not a law in {_LAWS}{nearest(name, laws)}")
        return name, laws.get(name) or next(iter(laws.values()))

    def _law(self, base: NamedLaw, added: Mapping[str, Version]) -> NamedLaw:
        """The law of the draft: that from which it starts, with its versions."""
        file = self._draft.file
        known = {**self._known, **{version.id: (of, version) for of, version in added.items()}}
        law = law_assuming(base, [version.id for version in added.values()], known)
        update = {
            "title": f"Draft, not law: {file.title}",
            "short_title": None,
            "summary": f"{file.summary} By {file.author}.",
        }
        return law.model_copy(update=update)

    def _versions(self) -> Iterator[tuple[Place, DraftVersion]]:
        """Each version of the draft with its place, its conditions written out."""
        for i, change in enumerate(self._draft.file.changes):
            made = self._changed(("changes", i), change)
            if made is not None:
                yield ("changes", i), made
        for i, version in enumerate(self._draft.file.versions):
            questions = self._contents.questions
            if version.of not in questions:
                hint = nearest(version.of, questions)
                self._fault(("versions", i, "of"), f"{version.of} is not a question of this rule book{hint}")
            else:
                yield ("versions", i), self._written_out(("versions", i), version)

    def _changed(self, place: Place, change: ChangedVersion) -> DraftVersion | None:
        """The version that *change* makes; None if the rule book has not the version that it names."""
        if change.version not in self._known:
            hint = nearest(change.version, self._known)
            self._fault((*place, "version"), f"{change.version} is not a version of this rule book{hint}")
            return None
        provision, version = self._known[change.version]
        conditions, faults = changed_conditions(version, change.tests, self._contents.facts)
        self.faults += [Fault((*place, "tests", *fault.place), fault.message) for fault in faults]
        kept = {"left_open": version.left_open, "assumes": version.assumes}
        kept["not_formalised"] = version.not_formalised
        own = {key: getattr(change, key) for key in kept if getattr(change, key) is not None}
        fields = {"of": provision, "id": change.id, "summary": change.summary, **kept, **own, **conditions}
        try:
            return DraftVersion.model_validate(fields)
        except ValidationError as error:
            self.faults += [Fault(place, fault.message) for fault in faults_of(error.errors())]
            return None

    def _written_out(self, place: Place, version: DraftVersion) -> DraftVersion:
        """The *version* with the conditions that its ``by_fact`` stands for."""
        questions, parts = self._contents.questions, self._contents.parts
        part = parts[version.of]
        names = {each.name for provision, each in questions.items() if parts[provision] == part}
        lists = closed_list(self._contents.facts, names)
        faults = list(version.by_fact.faults(lists)) if version.by_fact is not None else []
        self.faults += [Fault((*place, "by_fact", *fault.place), fault.message) for fault in faults]
        return version if faults else version.written_out(lists)

    def _with_version(self, question: Question, version: DraftVersion, place: Place) -> Question:
        """The *question* with one more version."""
        wrong = question.wrong_in(version)
        if wrong is not None:
            self._fault(place, wrong)
        return question.altered(versions=(*question.versions, version))

    def _fault(self, place: Place, message: str) -> None:
        self.faults.append(Fault(place, message))


def law_assuming(
    base: NamedLaw, versions: Iterable[str], known: Mapping[str, tuple[str, Version]]
) -> NamedLaw:
    """The law *base* with *versions* in place of those that it has of the same questions.

    Args:
        base: a named law.
        versions: ids of versions.
        known: every version with the provision of its question, by the id of the version.

    Raises:
        UnknownLawError: an id is unknown.
        OptionError: two versions are of one question.
    """
    own = assumed_versions(versions, known)
    kept = (each for each in base.assuming if known[each][0] not in own)
    return base.model_copy(update={"assuming": (*kept, *(version.id for version in own.values()))})


def _extended(
    contents: Contents, name: str, added: Mapping[Place, tuple[Document, Place]]
) -> ExtendedDocument:
    """The document *name* of the rule book, to which the draft adds parts."""
    document = contents.documents[name]
    before = document.added if isinstance(document, ExtendedDocument) else {}
    fields = {**vars(document), "added": {**before, **added}}
    return ExtendedDocument(**fields)
