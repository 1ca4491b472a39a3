"""An interview about a case file: the next question, the effect of each answer, the file with the answer
added, the way back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from typing import get_args

from extradition.case_file import CaseFile
from extradition.case_file.editing import with_finding
from extradition.case_file.finding import STATUS, Finding
from extradition.case_file.only_finding import with_only_finding
from extradition.casework.points import QuestionAsked, burden_at
from extradition.determination import Determination
from extradition.determination.dependence import Matter, Sensitivity
from extradition.engine.agreement import ENGINE
from extradition.hearing import Hearing, Under, hear
from extradition.hearing.examination import examine
from extradition.hearing.offence import Heard
from extradition.law import Model
from extradition.length import Length
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Answer
from extradition.sensitivity import Asked, best_asked, sensitivities, settles
from extradition.sensitivity.function import spans
from extradition.source import Place, SourceError


class Prospect(Model):
    """The effect of an *answer*; ``says`` is its sentence (none for a number), ``note`` guidance on the
    choice.

    ``outcomes``: the outcomes if nothing more than this answer were shown, each with its offences.
    ``settled``: whether they would stay the same whatever else is shown. ``faults``: instead, the faults that
    the case file would then have.
    """

    answer: str
    says: str | None
    note: str | None = None
    outcomes: tuple[tuple[str, tuple[str, ...]], ...]
    settled: bool
    faults: tuple[str, ...]

    @property
    def effect(self) -> Prospect:
        """The prospect without its answer: equal for two answers with the same effect."""
        return self.model_copy(update={"answer": "", "says": None, "note": None})


class Enquiry(Model):
    """The next question of the interview: a *matter*, on the person or on one offence, with the titles of the
    questions that ask for it.

    *place* is the place of the findings in the case file; *warrant_id* names the warrant, where there are
    several. *burden_at* is the question on which the burden of proof is. *reserved*: whether the matter is a
    judgment that no version of the law computes.
    """

    matter: Matter
    place: tuple[str | int, ...]
    warrant_id: str | None = None
    offence_id: str | None
    offence_title: str | None
    titles: dict[str, str]
    burden_at: QuestionAsked | None
    reserved: bool
    prospects: tuple[Prospect, ...]

    @property
    def asked(self) -> Asked:
        """The key of the question: the place of its findings, and the name of its matter."""
        return self.place, self.matter.name

    @property
    def same_effect(self) -> Prospect | None:
        """The effect of every answer, if all have the same; None if two differ, or there is only one."""
        first, *others = (each.effect for each in self.prospects)
        return first if others and all(each == first for each in others) else None

    def answer(self, typed: str) -> str | None:
        """The answer that *typed* stands for: a code, a position in the list, or a number or length where
        these are answers; else None.

        Args:
            typed: the line that the user typed; case, and spaces in place of underscores, do not matter.
        """
        codes, words = tuple(self.matter.answers), typed.strip().lower()
        code = words.replace(" ", "_")
        if code in codes:
            return code
        unit = self.matter.unit
        number = words.removesuffix(unit).strip() if unit else words
        length = Length.read(words) if unit == "months" else None
        if length is not None:
            return words if length.days else str(length)
        if not (number.isascii() and number.isdigit()) or len(number) > len(str(2**53)):
            return None
        if unit:
            return str(int(number)) if int(number) < 2**53 else None
        return codes[int(number) - 1] if 0 < int(number) <= len(codes) else None


@dataclass(frozen=True)
class Interview:
    """An interview at one moment: the present *text* of the case file at *path*, and the questions *asked* in
    this run.

    Immutable: an answer makes a new interview, which knows the one *before* it. No question is asked twice in
    one run, even if its answer leaves the matter open, so every interview ends.

    Raises (everything that reads the text):
        SourceError: the case file has a fault.
        EngineError: as for ``determine``.
    """

    rule_book: RuleBook
    path: str
    text: str
    engine: ENGINE = "durable"
    asked: frozenset[Asked] = frozenset()
    before: Interview | None = field(default=None, repr=False)

    @property
    def _same(self) -> Interview | None:
        """The interview before this one, if it was about the same text: a question was left open."""
        before = self.before
        return before if before is not None and before.text == self.text else None

    @cached_property
    def case_file(self) -> CaseFile:
        """The case file, with its matter."""
        if self._same is not None:
            return self._same.case_file
        return examine(CaseFile.parse(self.path, self.text), self.rule_book)

    @cached_property
    def hearing(self) -> Hearing:
        """The hearing of the present case file."""
        if self._same is not None:
            return self._same.hearing
        return hear(self.case_file, self.rule_book, Under(engine=self.engine))

    @cached_property
    def sensitivities(self) -> tuple[Sensitivity, ...]:
        """The sensitivity of the outcome of each offence."""
        return sensitivities(self.hearing)

    @cached_property
    def to_ask(self) -> dict[Asked, Matter]:
        """The facts and judgments that still matter and were not asked in this run, the best first."""
        return best_asked(self.sensitivities, self.rule_book, self.case_file, without=self.asked)

    @cached_property
    def next(self) -> Enquiry | None:
        """The next question; None if nothing matters any more, or everything that matters was asked."""
        if not self.to_ask:
            return None
        (place, _), matter = next(iter(self.to_ask.items()))
        about = self.case_file.every_offence.get(place)
        questions = {provision: self.rule_book.questions[provision] for provision in matter.provisions}
        return Enquiry(
            matter=matter,
            place=place,
            warrant_id=self.case_file.warrants[int(place[1])].id if place[:1] == ("warrants",) else None,
            offence_id=about.id if about else None,
            offence_title=about.title if about else None,
            titles={provision: question.title for provision, question in questions.items()},
            burden_at=burden_at(matter, questions),
            reserved=matter.kind == "judgment" and all(each.reserved for each in questions.values()),
            prospects=tuple(self._prospects(place, matter)),
        )

    def determination(self) -> Determination:
        """The determination of the present case file."""
        return self.hearing.determination

    def answered(self, enquiry: Enquiry, finding: Finding) -> Interview:
        """The interview after *finding* answers *enquiry*.

        Args:
            enquiry: the question, as ``next`` gave it.
            finding: the answer with its author and source; it is written at the place of the question.

        Raises:
            SourceError: the case file with the answer cannot be determined, or cannot be written without a
                change to the rest.
        """
        text = with_finding(self.text, self.path, enquiry.matter.name, finding, enquiry.place)
        after = replace(self, text=text, asked=self.asked | {enquiry.asked}, before=self)
        _ = after.sensitivities  # an error is raised here, before anything is written
        return after

    def left_open(self, enquiry: Enquiry) -> Interview:
        """The interview after *enquiry* is left open.

        Args:
            enquiry: the question, as ``next`` gave it; it is not asked again in this run.
        """
        return replace(self, asked=self.asked | {enquiry.asked}, before=self)

    def _prospects(self, place: Place, matter: Matter) -> Iterator[Prospect]:
        """The effect of each answer; numbers with the same effect are grouped."""
        fact = self.rule_book.facts.get(matter.name)
        notes = fact.notes if fact else {}
        settled = [settles(heard, matter.name) for heard in self._concerned(self.hearing, place)]
        for code, says in matter.answers.items():
            yield self._prospect(place, matter, code, settled).model_copy(
                update={"says": says, "note": notes.get(code)}
            )
        numbers = [
            (number, self._prospect(place, matter, number, settled))
            for number in _numbers(matter, self.rule_book)
        ]
        runs = [next(iter(run)) for _, run in groupby(numbers, key=lambda each: each[1].effect)]
        starts = {matter.name: tuple(number for number, _ in runs)}
        yield from (
            prospect.model_copy(update={"answer": spans(starts, matter.name, number)})
            for number, prospect in runs
        )

    def _prospect(
        self, place: Place, matter: Matter, answer: Answer, settled: Sequence[Callable[[Answer], bool]]
    ) -> Prospect:
        """The effect of *answer*, which *settled* says of each offence concerned whether it is final."""
        given = str(answer)
        finding = Finding(answer=given, by=matter.decided_by)
        case = with_only_finding(self.case_file, place, matter.name, finding)
        try:
            concerned = self._concerned(hear(case, self.rule_book, Under(engine=self.engine)), place)
        except SourceError as error:
            return Prospect(
                answer=given, says=None, outcomes=(), settled=False, faults=tuple(map(str, error.problems))
            )
        outcomes: dict[str, list[str]] = {}
        for each in concerned:
            outcomes.setdefault(each.closed.path.outcome.outcome, []).append(each.offence.id)
        return Prospect(
            answer=given,
            says=None,
            outcomes=tuple((outcome, tuple(ids)) for outcome, ids in outcomes.items()),
            settled=all(is_final(answer) for is_final in settled),
            faults=(),
        )

    def _concerned(self, hearing: Hearing, place: Place) -> list[Heard]:
        """The offences of *hearing* to which a finding at *place* applies."""
        offences = zip(self.case_file.every_offence, hearing.offences, strict=True)
        return [each for at, each in offences if at[: len(place)] == place]


def _numbers(matter: Matter, rule_book: RuleBook) -> list[int]:
    """The numbers that a version of the law on *matter* distinguishes, in order."""
    questions = (rule_book.questions[provision] for provision in matter.provisions)
    versions = (version for question in questions for version in question.versions)
    answers = {answer for each in versions for answer in rule_book.choices(each).get(matter.name, ())}
    return sorted(answer for answer in answers if isinstance(answer, int))


def statuses(author: str, rule_book: RuleBook) -> tuple[str, ...]:
    """The statuses that a finding of *author* may have.

    Args:
        author: one of ``RuleBook.authors_in()``, such as ``judge``.
        rule_book: the law, with its parties.
    """
    decides = rule_book.parties.decides(author)
    return tuple(status for status in get_args(STATUS) if (status == "found") == decides)
