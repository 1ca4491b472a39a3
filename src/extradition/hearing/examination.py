"""The examination of a case file against the rule book: unknown words, misplaced facts, the wrong matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extradition.case_file import CaseFile, Offence, contradictions, each_warrant
from extradition.case_file.each_warrant import in_whole
from extradition.case_file.finding import Finding, Findings
from extradition.case_file.sketch import repeated_ids, sketch
from extradition.hearing.argument_types import examine_book, examine_case
from extradition.hearing.author_faults import author_faults
from extradition.hearing.closing_faults import closing_faults
from extradition.hearing.date_order import date_faults
from extradition.hearing.dated_facts import dated_faults
from extradition.hearing.decision_faults import decision_faults
from extradition.hearing.designation import designation_faults
from extradition.hearing.judgment_faults import judgment_faults
from extradition.hearing.matter_of_case import (
    matter_of_case,
    no_offences,
    of_empty_warrants,
    of_warrant,
    without_offences,
)
from extradition.hearing.misnamed_on_each import misnamed_on_each
from extradition.hearing.misspelt_values import misspelt_values
from extradition.hearing.other_book import of_another_book
from extradition.hearing.particulars_faults import particulars_faults
from extradition.hearing.scope import keys_out_of_scope
from extradition.hearing.unknown_dates import with_known_dates
from extradition.hearing.unknown_words import UnknownWords, only_elsewhere
from extradition.hearing.warrant_reading import warrant_faults
from extradition.hearing.without_effect import misnamed_findings
from extradition.law import PART
from extradition.rule_book import RuleBook
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.source import Document, Fault, Place, Problem, SourceError


def examine(case_file: CaseFile, rule_book: RuleBook) -> CaseFile:
    """The case file with its matter, checked against the vocabulary.

    The territory gives the matter if the file does not.

    Args:
        case_file: the case file as written.
        rule_book: the law, with its vocabulary and territories.

    Raises:
        SourceError: every fault at once. An unknown territory, fact or answer. A fact of another matter or in
            the wrong place. A matter that the territory did not belong to on the dates of the case. A warrant
            that contradicts the rest of the file, or is not of the same Part.
        TypeError: *case_file* or *rule_book* is something else, such as the path of a file.
    """
    examine_case(case_file)
    examine_book(rule_book)
    part, found = _words(case_file, rule_book)
    if found:
        raise SourceError(case_file.problems(found))
    update: dict[str, object] = {} if case_file.part else {"part": part}
    if not case_file.offences and not case_file.warrants:
        update["offences"] = (Offence(id="case"),)
    return case_file.model_copy(update=update) if update else case_file


def read_case(document: Document, rule_book: RuleBook) -> CaseFile:
    """The case file in *document*. If its shape has a fault, the error has the faults of its words too.

    Args:
        document: the file as read.
        rule_book: the law, with its vocabulary.

    Raises:
        SourceError: every fault of shape; with them, every fault that ``examine`` finds in the rest.
    """
    case_file, problems = CaseFile.examined(document)
    if problems or case_file is None:
        raise SourceError(with_words(problems, document, rule_book))
    return case_file


def with_words(problems: Iterable[Problem], document: Document, rule_book: RuleBook) -> tuple[Problem, ...]:
    """The problems of a case file: those of its shape, and those of its words wherever the shape is right.

    Of two problems with one key, the problem of words stays: its hint is nearer. Of two problems with one
    value, the problem of shape stays.

    Args:
        problems: the problems of the shape.
        document: the file as read.
        rule_book: the law, with its vocabulary.
    """
    of_shape = list(problems)
    shaped = {problem.where for problem in of_shape}
    undated = any(
        "dates" in re.split(r"\W", where) for where in shaped
    )  # the category of the territory is then not known
    sketched = sketch(document.content)
    is_known = sketched.part is None or sketched.part in rule_book.matters
    _, faults = _words(sketched, rule_book)
    faults += repeated_ids(sketched)
    of_keys = [fault for fault in faults if fault.place[-2:-1] == ("findings",)]
    nearer = (
        *of_keys,
        *keys_out_of_scope(document.content, rule_book),
        *misspelt_values(document, rule_book),
    )
    better = [document.problem(fault) for fault in nearer]
    others = [
        document.problem(fault)
        for fault in faults
        if fault not in of_keys and not (undated and is_known and _turns_on_dates(fault.place))
    ]
    named = {problem.where for problem in better}
    kept = [problem for problem in of_shape if problem.where not in named]
    return (*kept, *better, *(each for each in others if each.where not in shaped and each not in better))


def _turns_on_dates(place: Place) -> bool:
    """Whether the value at *place*, a matter or an hour, needs dates of the right shape for its check."""
    is_warrant = place[:1] == ("warrants",) and len(place) == len(("warrants", 0))
    return place == ("part",) or is_warrant or place[-2:] == ("dates", "arrest_hour")


def _words(case_file: CaseFile, rule_book: RuleBook) -> tuple[PART | None, list[Fault]]:
    """The matter of *case_file*, and every fault of its words and dates, or that it is of another book."""
    elsewhere = of_another_book(case_file, rule_book)
    if elsewhere is not None:
        return None, [elsewhere]
    if not case_file.warrants:
        part, given = _words_on_one(case_file, rule_book)
        faults = [of_empty_warrants(fault, case_file) for fault in given]
        faults += particulars_faults(case_file, rule_book, part)
        faults += author_faults(case_file, rule_book, part)
        return part, [*faults, *(misnamed_findings(case_file, rule_book, part) if part else ())]
    on_each = [_words_on_one(each, rule_book) for each in each_warrant(case_file)]
    parts = [part for part, _ in on_each]
    found = [*contradictions(case_file, rule_book.parties), *misnamed_on_each(case_file, rule_book, parts)]
    found += particulars_faults(case_file, rule_book, parts[0])
    found += author_faults(case_file, rule_book, parts[0])
    for number, (_, faults) in enumerate(on_each):
        of_matter = [fault for fault in faults if fault.place == ("part",)]
        same = all(fault in others for fault in of_matter for _, others in on_each)
        given = faults if same else list(map(of_warrant(case_file.warrants[number].id), faults))
        found += in_whole(case_file, number, given)
    if not found and len(set(parts)) > 1:
        message = "is of {} on its dates, and another warrant is not; write a case file for each matter"
        found = [
            Fault(("warrants", i), message.format(rule_book.title_of(part)))
            for i, part in enumerate(parts)
            if part is not None
        ]
    return parts[0], list(dict.fromkeys(found))


def _words_on_one(case_file: CaseFile, rule_book: RuleBook) -> tuple[PART | None, list[Fault]]:
    """The matter of a case file with one warrant, and every fault of its words and dates."""
    examination = _Examination(rule_book)
    case_file, unknown_dates = with_known_dates(case_file, rule_book)
    part, faults = matter_of_case(case_file, rule_book)
    part = part or rule_book.parts.get(case_file.taken_from or "")
    found = [*faults, *unknown_dates, *dated_faults(case_file, rule_book)]
    if part is not None:
        found += [*examination.faults(case_file, part), *warrant_faults(case_file, rule_book, part)]
    else:
        found += [*examination.unknown(case_file), *no_offences(case_file, rule_book)]
    if case_file.territory in rule_book.territories:
        found += designation_faults(case_file, rule_book)
    return part, found


class _Examination:
    """The examination of the words of a case file against the vocabulary of a rule book."""

    def __init__(self, rule_book: RuleBook) -> None:
        self._book = rule_book
        self.facts = rule_book.facts
        self.names = rule_book.names
        self.subjects = rule_book.subjects
        self.questions = rule_book.questions
        self.parts = rule_book.parts
        self.unknown_words = UnknownWords(rule_book)

    def unknown(self, case_file: CaseFile) -> Iterator[Fault]:
        """A fault for each fact and answer that no matter has, where the matter of the case is unknown."""
        everywhere: list[tuple[Place, Findings]] = [(("findings",), case_file.findings)]
        everywhere += [
            (("offences", i, "findings"), offence.findings) for i, offence in enumerate(case_file.offences)
        ]
        yield from date_faults(case_file)
        start = case_file.taken_from
        if start is not None and start not in self.questions:
            yield Fault(("taken_from",), self.unknown_words.no_question(start))
        for i, offence in enumerate(case_file.offences):
            if offence.case_type and ALWAYS_KNOWN in self.facts:
                given = (Finding(answer=offence.case_type),)
                yield from self._faults_in_answers(("offences", i, ALWAYS_KNOWN), ALWAYS_KNOWN, given)
        for place, findings in everywhere:
            for name, entries in findings.items():
                if name not in self.facts and not any(name in names for names in self.names.values()):
                    yield Fault((*place, name), self.unknown_words.name(name))
                else:
                    yield from self._faults_in_answers((*place, name), name, entries)

    def faults(self, case_file: CaseFile, part: PART) -> Iterator[Fault]:
        """A fault for each unknown fact and answer, each fact of another matter, each fact in the wrong
        place.
        """
        yield from date_faults(case_file)
        yield from closing_faults(case_file, self._book, part)
        yield from decision_faults(case_file, self._book, part)
        start = case_file.taken_from
        if start is not None and (self.parts.get(start) != part or self.questions[start].is_limb):
            yield Fault(("taken_from",), self.unknown_words.start(start, part))
        yield from self._faults_in(case_file.findings, ("findings",), part, "person")
        if not case_file.offences and not self._book.is_on_the_person_alone(part):
            yield without_offences(case_file)
        for i, offence in enumerate(case_file.offences):
            place = ("offences", i)
            yield from self._faults_in_case_type((*place, ALWAYS_KNOWN), part, offence.case_type)
            yield from self._faults_in(offence.findings, (*place, "findings"), part, "offence")
            for n, decision in enumerate(offence.decisions or ()):
                yield from self._faults_on_decision(
                    decision.findings, (*place, "decisions", n, "findings"), part
                )
        yield from judgment_faults(case_file, self._book, part)

    def _faults_in_case_type(self, place: Place, part: PART, given: str | None) -> Iterator[Fault]:
        """A fault for a type of case that is missing, unknown, or read by no question of the matter."""
        if given is None:
            if ALWAYS_KNOWN in self.subjects[part]:
                yield Fault(place, "is required")
        elif ALWAYS_KNOWN not in self.facts:
            yield Fault(place, "is not a key that belongs here: no question of this rule book reads it")
        elif given:  # only a sketch has an empty one
            yield from self._faults_in_answers(place, ALWAYS_KNOWN, (Finding(answer=given),))

    def _faults_in(self, findings: Findings, place: Place, part: str, about: str) -> Iterator[Fault]:
        for name, entries in findings.items():
            here = (*place, name)
            message = self._fault_in_name(name, part, about)
            if message:
                yield Fault(here, message)
                continue
            yield from self._faults_in_answers(here, name, entries)
            yield from self._faults_in_authors(here, part, self.names[part].get(name), entries)

    def _faults_on_decision(self, findings: Findings, place: Place, part: str) -> Iterator[Fault]:
        """A fault for each unknown fact and answer in the findings about one decision."""
        for name, entries in findings.items():
            provision = self.names[part].get(name)
            if name not in self.facts and provision is None:
                yield Fault((*place, name), self.unknown_words.name(name, part))
            else:
                yield from self._faults_in_answers((*place, name), name, entries)
                yield from self._faults_in_authors((*place, name), part, provision, entries)

    def _faults_in_authors(
        self, place: Place, part: str, provision: str | None, entries: Iterable[Finding]
    ) -> Iterator[Fault]:
        """A fault for each finding by an unknown author, or on a question by a decider of another one."""
        decider = self.questions[provision].decided_by if provision else None
        parties = self._book.parties
        authors = self._book.authors_in(part)
        for i, finding in enumerate(entries):
            if finding.by is not None and finding.by not in authors:
                yield Fault((*place, i, "by"), self.unknown_words.author(finding.by, authors))
            elif decider is not None and finding.is_decided(parties) and finding.by != decider:
                yield Fault((*place, i, "by"), f"{provision} is for the {decider} to decide")

    def _faults_in_answers(self, place: Place, name: str, entries: Iterable[Finding]) -> Iterator[Fault]:
        """A fault for each answer that is not on the closed list of the fact or question *name*."""
        fact = self.facts.get(name)
        for i, finding in enumerate(entries):
            allowed = (
                fact.allows(self._book.answer(name, finding.answer))
                if fact
                else finding.answer in ("yes", "no")
            )
            if not allowed and finding.answer:  # only a sketch has an empty one
                yield Fault((*place, i, "answer"), self.unknown_words.answer(finding.answer, fact))

    def _fault_in_name(self, name: str, part: str, about: str) -> str | None:
        """The fault of a name that is unknown, of another matter, or in the wrong place; None if it has
        none.
        """
        asked_in = [each for each, subjects in self.subjects.items() if name in subjects]
        if not asked_in:
            return self.unknown_words.name(name, part)
        if part not in asked_in:
            return only_elsewhere(self._book, name, part, self._book.case_of(part))
        subject = self.subjects[part][name]
        if about not in self._book.places_of(part, name):
            return (
                f"is about the {subject}, so it belongs under "
                f"{'offences' if subject == 'offence' else 'the findings of the case'}"
            )
        return None
