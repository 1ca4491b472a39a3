"""The answers that are still to come in the hearing of one offence, with the effect of each."""

from __future__ import annotations

from collections.abc import Sequence

from extradition.determination.dependence import Effect, Matter
from extradition.hearing.offence import Heard
from extradition.law import PARTY
from extradition.rule_book import RuleBook
from extradition.rule_book.question import Question
from extradition.sensitivity.changes import order_to_ask
from extradition.sensitivity.function import HearingFunction
from extradition.sensitivity.remaining import Answered


class AnswersToCome:
    """The facts, judgments and dates on which the outcome of one offence still depends.

    Args:
        heard: the offence after its hearing.
        rule_book: the law.

    Attributes:
        names: their names.
    """

    def __init__(self, heard: Heard, rule_book: RuleBook) -> None:
        self._heard = heard
        self._book = rule_book
        self._questions = {question.name: question for _, question in rule_book.questions_in(heard.part)}
        self._function = HearingFunction(heard, rule_book, "variables")
        self.names = self._function.diagrams.names(self._function.whole)

    def matters(self) -> tuple[Matter, ...]:
        """Each of them with the effect of each answer, in the order in which to ask for them."""
        function, answered = self._function, self._function.answered
        in_order = order_to_ask(function.diagrams, function.whole, answered)
        return tuple(self._with_effects(answered, name) for name in in_order)

    def _with_effects(self, answered: Answered, name: str) -> Matter:
        """The fact, judgment or date *name*, which still matters, with the effect of each answer."""
        matter = self._matter(name)
        if matter.kind == "date":
            return matter
        answers = self._function.diagrams.answers(name)
        outcomes = self._heard.outcomes_if(name, map(str, answers))
        effects = (
            Effect(
                answer=self._function.words(name, answer),
                outcome=outcome.outcome,
                final=answered.settles(name, answer),
            )
            for answer, outcome in zip(answers, outcomes, strict=True)
        )
        return matter.model_copy(update={"effects": tuple(effects)})

    def _matter(self, name: str) -> Matter:
        if name in self._function.dates:
            return self._missing_date(name)
        return self._fact(name) if name in self._book.facts else self._judgment(name)

    def _judgment(self, name: str) -> Matter:
        """The question *name*, which is left to the judgment of its decider."""
        known, question = self._heard.known.get(name), self._questions[name]
        return Matter(
            name=name,
            kind="judgment",
            ask=question.question,
            provisions=(question.provision,),
            answers={"yes": "Yes.", "no": "No."},
            unit=None,
            look_in=(),
            decided_by=question.decided_by,
            proof=question.proof,
            suffices=(question.proof.of,) if question.proof else (),
            findings=known.findings if known else (),
        )

    def _fact(self, name: str) -> Matter:
        """The fact *name*, with the questions that ask for it and still depend on it."""
        known, fact = self._heard.known.get(name), self._book.facts[name]
        every = self._questions.values()
        asked = [question for question in every if self._depends(question, name)]
        if not asked:  # the fact only raises a doubt, which these questions read
            asked = [each for each in every if name in self._function.depends_on(each.provision)]
        proof = next((question.proof for question in asked if question.proof), None)
        return Matter(
            name=name,
            kind="fact",
            ask=fact.ask,
            provisions=tuple(question.provision for question in asked),
            answers=fact.answers,
            unit=fact.unit,
            look_in=fact.documents(self._heard.part),
            decided_by=asked[0].decided_by,
            proof=proof,
            suffices=self._suffices(name, asked, proof.on) if proof else (),
            findings=known.findings if known else (),
        )

    def _depends(self, question: Question, name: str) -> bool:
        """Whether *question* asks for *name*, and its answer can still depend on it."""
        at = question.provision
        return name in self._function.asked_at(at) & self._function.depends_on(at)

    def _missing_date(self, name: str) -> Matter:
        """The date *name*, which the case file lacks and which chooses the law of some questions."""
        provisions = self._function.chosen_by(name)
        return Matter(
            name=name,
            kind="date",
            ask=self._book.asks_for(name),
            provisions=provisions,
            answers={label: f"{label[0].upper()}{label[1:]}." for label in self._function.dates[name]},
            unit=None,
            look_in=(),
            decided_by=self._book.questions[provisions[0]].decided_by,
            proof=None,
            suffices=(),
            findings=(),
        )

    def _suffices(self, name: str, asked: Sequence[Question], on: PARTY) -> tuple[str, ...]:
        """The answers to *name* that leave possible what *on* has to prove at one of the questions that
        ask for it.
        """
        function, diagrams = self._function, self._function.diagrams
        proofs = [
            (function.question(question.provision), question.proof.of)
            for question in asked
            if question.proof and question.proof.on == on
        ]
        return tuple(
            function.words(name, answer)
            for answer in diagrams.answers(name)
            if any(diagrams.still_reaches(answered, name, answer, to_prove) for answered, to_prove in proofs)
        )
