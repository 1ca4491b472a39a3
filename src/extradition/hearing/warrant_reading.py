"""The reading of a warrant's own form by the rule book: its findings, its ambiguities, its faults."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from extradition.case_file import CaseFile, Offence
from extradition.case_file.finding import AUTHOR, Finding, Source
from extradition.case_file.warrant import Warrant
from extradition.hearing.warrant_indicators import Indicators, Where
from extradition.rule_book import RuleBook
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.rule_book.parties import FORM
from extradition.rule_book.warrant_form import Ambiguity, Statement, WarrantForm
from extradition.source import Fault, Place, nearest


@dataclass(frozen=True)
class Unclear:
    """An ambiguity that a warrant shows.

    Attributes:
        form: the form of the rule book.
        id: the id of the ambiguity.
        ambiguity: the ambiguity.
        where: the places that show it.
        text: the text of the form, if that is one of the places.
        turns_on: the fact that it concerns, by its name for the decision that the form describes.
    """

    form: WarrantForm
    id: str
    ambiguity: Ambiguity
    where: Where
    text: str | None
    turns_on: str


@dataclass(frozen=True)
class FormReader:
    """The reader of the warrants in case files.

    Args:
        form: the form of the rule book.
        rule_book: the law, with that form.
    """

    form: WarrantForm
    rule_book: RuleBook

    def findings(self, warrant: Warrant) -> dict[str, tuple[Finding, ...]]:
        """The findings of *warrant* on each fact, one for each answer and document.

        The applicant asserts the ticks, entries and remarks of the form; the party that relies on
        later material asserts that. An ambiguity is read from the form itself, so its finding is no
        party's assertion. Of several ambiguities on one fact, the first gives the finding.
        """
        places: dict[tuple[str, str, AUTHOR, str], list[str]] = {}
        for fact, answer, by, document, at in self._assertions(warrant):
            places.setdefault((fact, answer, by, document), []).append(at)
        found: dict[str, tuple[Finding, ...]] = {}
        for (fact, answer, by, document), where in places.items():
            source = Source(document=document, at="; ".join(dict.fromkeys(filter(None, where))) or None)
            found[fact] = (
                *found.get(fact, ()),
                Finding(answer=answer, by=by, status="asserted", source=source),
            )
        for fact, finding in self._on_its_face(warrant).items():
            found[fact] = (*found.get(fact, ()), finding)
        return found

    def _on_its_face(self, warrant: Warrant) -> dict[str, Finding]:
        """The finding on each fact on which an ambiguity of *warrant* turns."""
        shown: dict[str, Finding] = {}
        for each in self.unclear(warrant):
            ambiguity = each.ambiguity
            if ambiguity.asserts is not None:
                source = Source(document=self.form.document, at="; ".join(each.where))
                says = self.rule_book.facts[ambiguity.turns_on].answers[ambiguity.asserts]
                finding = Finding(
                    answer=ambiguity.asserts,
                    by=FORM,
                    source=source,
                    reasons=ambiguity.unclear if ambiguity.unclear != says else None,
                )
                shown.setdefault(ambiguity.turns_on, finding)
        return shown

    def unclear(self, warrant: Warrant) -> Iterator[Unclear]:
        """The ambiguities that *warrant* shows, in the order of the rule book."""
        indicators = Indicators(self.form, self.rule_book.facts, warrant)
        for name, ambiguity in self.form.ambiguities.items():
            where = indicators.of(ambiguity.when)
            if where:
                text = warrant.stated["text"] if self.form.entries["text"].at in where else None
                yield Unclear(self.form, name, ambiguity, where, text, ambiguity.turns_on)

    def faults(self, warrant: Warrant, case_type: str | None, part: str, place: Place) -> Iterator[Fault]:
        """The faults of a warrant.

        Args:
            warrant: the warrant.
            case_type: accusation or conviction.
            part: the matter of the case.
            place: the place of the warrant in the case file.
        """
        form, box = self.form, warrant.box_d
        if part != form.part:
            yield Fault(
                place,
                f"is the form of a warrant under {self.rule_book.title_of(form.part)}; "
                f"this is {self.rule_book.case_of(part)}",
            )
        elif box is not None:
            place = (*place, "box_d")
            if case_type != form.case_type and case_type in self.rule_book.facts[ALWAYS_KNOWN].answers:
                yield Fault(place, f"is filled in only in a case of {form.case_type}")
            for i, option in enumerate(box.ticked):
                if option not in form.options:
                    yield Fault(
                        (*place, "ticked", i),
                        f"{option!r} is not an option of {form.options_at}: {', '.join(form.options)}",
                    )
            yield from self._unknown_remarks((*place, "text_says"), box.text_says)
            if box.contradicted_by is not None:
                yield from self._unknown_remarks(
                    (*place, "contradicted_by", "says"), box.contradicted_by.says
                )
                by, known = box.contradicted_by.by, self.rule_book.parties.names
                if by is not None and by not in known:
                    message = f"{by!r} is not a party: {', '.join(known)}{nearest(by, known)}"
                    yield Fault((*place, "contradicted_by", "by"), message)
            yield from self._unknown_answers(place, warrant)

    def _unknown_remarks(self, place: Place, remarks: Iterable[str]) -> Iterator[Fault]:
        for i, remark in enumerate(remarks):
            if remark not in self.form.remarks:
                yield Fault(
                    (*place, i),
                    (
                        f"{remark!r} is not one of the remarks in "
                        f"warrant_form.yaml{nearest(remark, self.form.remarks)}"
                    ),
                )

    def _unknown_answers(self, place: Place, warrant: Warrant) -> Iterator[Fault]:
        for entry, text in warrant.stated.items():
            name = self.form.entries[entry].answers
            fact = self.rule_book.facts[name] if name else None
            if text is not None and fact is not None and fact.unit is None and text not in fact.answers:
                yield Fault((*place, entry), f"{text!r} is not one of its answers: {', '.join(fact.answers)}")

    def _assertions(self, warrant: Warrant) -> Iterator[tuple[str, str, AUTHOR, str, str]]:
        """Each fact that is asserted, with the answer, its author, the document, and the place in the
        document.
        """
        form, box, applicant = self.form, warrant.box_d, self.rule_book.parties.applicant

        def asserted(statements: Iterable[Statement], at: str) -> Iterator[tuple[str, str, AUTHOR, str, str]]:
            for statement in statements:
                for fact, answer in statement.asserts.items():
                    yield fact, answer, applicant, form.document, at

        for entry, text in warrant.stated.items():
            answers = form.entries[entry].answers
            if answers is not None and text is not None:
                yield answers, text, applicant, form.document, form.entries[entry].at
        if box is None:
            return
        for option in box.ticked:
            yield from asserted([form.options[option]], f"{form.options_at} {option}")
        yield from asserted((form.remarks[remark] for remark in box.text_says), form.entries["text"].at)
        later = box.contradicted_by
        if later is not None:
            for fact, answer, *_ in asserted((form.remarks[remark] for remark in later.says), ""):
                yield (
                    fact,
                    answer,
                    later.by or applicant,
                    later.document,
                    later.at or "",
                )


def form_reader(rule_book: RuleBook) -> FormReader | None:
    """The reader of the form in *rule_book*; None if it has no form.

    Args:
        rule_book: the law, with or without ``warrant_form.yaml``.
    """
    form = rule_book.warrant_form
    return None if form is None else FormReader(form, rule_book)


def unclear(offence: Offence, rule_book: RuleBook) -> Iterator[Unclear]:
    """The ambiguities that the form of the warrant leaves about *offence*, or about each of its decisions.

    A list of decisions replaces some facts; an ambiguity on one of those is settled by the list.

    Args:
        offence: the offence; without a recorded warrant it has no ambiguity.
        rule_book: the law, with the form of the warrant.
    """
    reader, kinds = form_reader(rule_book), rule_book.decision_kinds
    if reader is None:
        return
    settled = kinds.listed_instead if kinds is not None and offence.decisions else {}
    if offence.warrant is not None:
        yield from (each for each in reader.unclear(offence.warrant) if each.turns_on not in settled)
    for decision in offence.decisions or ():
        names = rule_book.each_decision.facts.get(decision.id, {})
        for each in reader.unclear(decision.warrant) if decision.warrant is not None else ():
            yield replace(each, turns_on=names.get(each.turns_on, each.turns_on))


def warrant_faults(case_file: CaseFile, rule_book: RuleBook, part: str) -> Iterator[Fault]:
    """The faults of the warrants in *case_file*, by the form in *rule_book*.

    Args:
        case_file: the case file, with a recorded warrant for some, all or none of its offences.
        rule_book: the law, with the form of the warrant.
        part: the matter of the case.
    """
    reader = form_reader(rule_book)
    for i, offence in enumerate(case_file.offences):
        own: list[tuple[Place, Warrant | None]] = [(("offences", i, "warrant"), offence.warrant)]
        own += [
            (("offences", i, "decisions", n, "warrant"), decision.warrant)
            for n, decision in enumerate(offence.decisions or ())
        ]
        for place, warrant in own:
            if warrant is not None and reader is None:
                yield Fault(place, "is not read by this rule book, which has no warrant_form.yaml")
            elif warrant is not None and reader is not None:
                yield from reader.faults(warrant, offence.case_type, part, place)
