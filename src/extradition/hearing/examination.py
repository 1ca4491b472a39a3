"""A case file held against the rule book: unknown words, misplaced facts, a Part that the territory does not have."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from extradition.case_file import CaseFile, contradictions, each_warrant
from extradition.case_file.finding import DECIDERS, Finding, Findings
from extradition.hearing.designation import day_of_designation, designated, designation
from extradition.hearing.warrant_reading import warrant_faults
from extradition.law import PART
from extradition.rule_book import RuleBook
from extradition.source import Fault, Place, Problem, SourceError, nearest

_MOST_HINTS = 100
"""The unknown names of a file that get a hint at what is meant: each takes milliseconds, and a file has room for 100,000."""


def examine(case_file: CaseFile, rule_book: RuleBook) -> CaseFile:
    """*case_file* with its Part, once it is checked against the vocabulary; the territory gives the Part if the file does not.

    Raises:
        SourceError: every unknown territory, fact and answer, every fact of the other Part, every misplaced fact; a
            Part that the territory did not belong to on the dates of the case; several warrants that contradict what the
            file says of all of them, or are not of one Part.
    """
    if not case_file.warrants:
        return _examine(case_file, rule_book)
    problems = case_file.problems(list(contradictions(case_file)))
    parts: list[PART | None] = []
    for each in each_warrant(case_file):
        try:
            parts.append(_examine(each, rule_book).part)
        except SourceError as error:
            problems += error.problems
    if not problems and len(set(parts)) > 1:
        problems = _of_several_parts(case_file, parts)
    if problems:
        raise SourceError(dict.fromkeys(problems))
    return case_file if case_file.part else case_file.model_copy(update={"part": parts[0]})


def _of_several_parts(case_file: CaseFile, parts: Iterable[PART | None]) -> list[Problem]:
    """One problem for each warrant: its Part, by the category of the territory on its own dates."""
    message = "is of Part {} on its dates, and another warrant is not; write a case file for each Part"
    return case_file.problems([Fault(("warrants", i), message.format(part)) for i, part in enumerate(parts)])


def _examine(case_file: CaseFile, rule_book: RuleBook) -> CaseFile:
    examination = _Examination(rule_book)
    part, faults = examination.part(case_file)
    found = [*faults]
    if part is not None:
        found += examination.faults(case_file, part)
        found += warrant_faults(case_file, rule_book, part)
    if case_file.territory in rule_book.territories:
        found += examination.faults_against_designation(case_file)
    if found:
        raise SourceError(case_file.problems(found))
    return case_file if case_file.part else case_file.model_copy(update={"part": part})


class _Examination:
    """The words of a case file checked against the vocabulary of a rule book."""

    def __init__(self, rule_book: RuleBook) -> None:
        self._book = rule_book
        self.facts = rule_book.facts
        self.names = rule_book.names
        self.subjects = rule_book.subjects
        self.questions = rule_book.questions
        self.parts = rule_book.parts
        self.territories = rule_book.territories

    def part(self, case_file: CaseFile) -> tuple[PART | None, Iterable[Fault]]:
        """The Part of *case_file*, given or by its territory; and what is wrong with it."""
        territory = self.territories.get(case_file.territory)
        if territory is None:
            hint = nearest(case_file.territory, self.territories)
            return case_file.part, [Fault(("territory",), f"{case_file.territory!r} is not in territories.yaml{hint}")]
        looked_up = day_of_designation(case_file)
        found = designation(territory, "category", looked_up[0]) if looked_up else None
        if looked_up is None or found is None:
            missing = (
                f"is required: the category of {territory.name} {'on ' + str(looked_up[0]) if looked_up else 'without a date'} is not known here"
            )
            return case_file.part, [] if case_file.part else [Fault(("part",), missing)]
        if found.is_ == "none" and case_file.part == "2":  # by an arrangement made for the case
            return case_file.part, []
        if found.is_ == "none" or case_file.part not in (None, found.is_):
            since = f" from {found.from_}" if found.from_ else ""
            until = f" until {found.until}" if found.until else ""
            category = "in no category" if found.is_ == "none" else f"a category {found.is_} territory"
            note = f" ({territory.note})" if found.is_ == "none" and territory.note else ""
            said = f"{territory.name} was {category} on {looked_up[0]}, the {looked_up[1]}, by {found.by}{since}{until}{note}"
            return case_file.part, [Fault(("part",), said)]
        return found.is_, []

    def faults(self, case_file: CaseFile, part: PART) -> Iterator[Fault]:
        """Every unknown fact and answer, every fact of the other Part, every misplaced fact."""
        dates = case_file.dates
        if dates.arrest and dates.hearing and dates.arrest > dates.hearing:
            yield Fault(("dates", "arrest"), "is after the hearing")
        if dates.certificate and dates.hearing and dates.certificate > dates.hearing:
            yield Fault(("dates", "certificate"), "is after the hearing")
        for i, offence in enumerate(case_file.offences):
            if offence.conduct_date and dates.hearing and offence.conduct_date > dates.hearing:
                yield Fault(("offences", i, "conduct_date"), "is after the hearing")
        if dates.arrest_hour and not dates.arrest:
            yield Fault(("dates", "arrest_hour"), "has no arrest to be the hour of")
        hinted = itertools.repeat(True, _MOST_HINTS)
        start = case_file.taken_from
        if start is not None and (self.parts.get(start) != part or self.questions[start].is_limb):
            yield Fault(("taken_from",), f"{start} is not a question of Part {part} from which the hearing goes on")
        yield from self._faults_in(case_file.findings, ("findings",), part, "person", hinted)
        for i, offence in enumerate(case_file.offences):
            place = ("offences", i)
            yield from self._faults_in_answers((*place, "case_type"), "case_type", offence.all_findings["case_type"])
            yield from self._faults_in(offence.findings, (*place, "findings"), part, "offence", hinted)
            for provision in offence.decided.steps if offence.decided else ():
                if self.parts.get(provision) != part:
                    yield Fault((*place, "decided", "steps", provision), f"is not a question of Part {part}")

    def faults_against_designation(self, case_file: CaseFile) -> Iterator[Fault]:
        """Findings on what the territory settles, where they say otherwise."""
        for name, found in designated(case_file, self._book):
            for i, finding in enumerate(case_file.findings.get(name, ())):
                if finding.answer != found.is_:
                    yield Fault(("findings", name, i, "answer"), f"territories.yaml has {found.is_!r} for {case_file.territory}, by {found.by}")

    def _faults_in(self, findings: Findings, place: Place, part: str, about: str, hinted: Iterator[bool]) -> Iterator[Fault]:
        for name, entries in findings.items():
            here = (*place, name)
            message = self._fault_in_name(name, part, about, hinted)
            if message:
                yield Fault(here, message)
                continue
            yield from self._faults_in_answers(here, name, entries)
            yield from self._faults_in_authors(here, self.names[part].get(name), entries)

    def _faults_in_authors(self, place: Place, provision: str | None, entries: Iterable[Finding]) -> Iterator[Fault]:
        """Findings on a question by somebody who decides, but not this."""
        decider = self.questions[provision].decided_by if provision else None
        for i, finding in enumerate(entries):
            if decider is not None and finding.by in DECIDERS and finding.by != decider:
                yield Fault((*place, i, "by"), f"{provision} is for the {decider} to decide")

    def _faults_in_answers(self, place: Place, name: str, entries: Iterable[Finding]) -> Iterator[Fault]:
        fact = self.facts.get(name)
        answers: tuple[str, ...] = tuple(fact.answers) if fact else ("yes", "no")
        for i, finding in enumerate(entries):
            allowed = fact.allows(self._book.answer(name, finding.answer)) if fact else finding.answer in ("yes", "no")
            if not allowed:
                choices = [*answers, *([f"a number of {fact.unit}"] if fact and fact.unit else [])]
                yield Fault((*place, i, "answer"), f"{finding.answer!r} is not one of its answers: {', '.join(choices)}")

    def _fault_in_name(self, name: str, part: str, about: str, hinted: Iterator[bool]) -> str | None:
        other = {"1": "2", "2": "1"}[part]
        subject = self.subjects[part].get(name) or self.subjects[other].get(name)
        if subject is None:
            words = [*self.facts, *self.names["1"], *self.names["2"]]
            return f"is not a fact or a question of this rule book{nearest(name, words) if next(hinted, False) else ''}"
        if name not in self.subjects[part]:
            return f"is asked only in Part {other}; this is a Part {part} case"
        if subject != about:
            return f"is about the {subject}, so it belongs under {'offences' if subject == 'offence' else 'the findings of the case'}"
        return None
