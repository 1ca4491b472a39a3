"""The questions that the hearing reaches in each row, on some way, and those at which two laws part."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import cast, get_args

from extradition.policy.cohort.columns import Column
from extradition.policy.cohort.compiled import CODES, CompiledLaw
from extradition.policy.cohort.decision_lists import LISTED
from extradition.policy.cohort.version_guards import VersionGuards
from extradition.rule_book.consequences import Consequence, next_question
from extradition.rule_book.question import Question
from extradition.rule_book.version import LEVEL, Version

_ASKED_AND_OPEN = 2


class Reached:
    """The questions that a hearing reaches under one law.

    Args:
        compiled: the matter under that law.
        start: the provision of the question at which the hearing starts.
    """

    def __init__(self, compiled: CompiledLaw, start: str) -> None:
        self.compiled = compiled
        self._columns = compiled.columns
        self._tests: dict[str, Column] = {}
        ways: dict[str, list[Column]] = {start: [self._columns.true]}
        for provision, question in compiled.book.questions_in(compiled.part):
            if provision in ways:  # the order of the hearing: every way here comes from an earlier question
                here = self._tests[provision] = self._columns.any(ways[provision])
                for to, where in self._onward(question):
                    ways.setdefault(to, []).append(self._columns.all([here, where]))

    def where(self, provision: str) -> Column:
        """Whether the hearing reaches the question of *provision* on some way."""
        return self._tests.get(provision, self._columns.false)

    @property
    def undated(self) -> Column:
        """Whether the hearing reaches a question and the dates leave open which law it has."""
        guards = self.compiled.guards
        return self._columns.any(
            self._columns.all([where, guards.undated(provision)]) for provision, where in self._tests.items()
        )

    def shown(self, provision: str) -> Column:
        """The answer to a question, if the hearing asks it; a number of its own where that is open."""
        columns = self._columns
        versions = (each.where for each in self.compiled.guards.of(provision) if each.version is not None)
        is_asked = columns.all([self._may_be_asked(provision), columns.any(versions)])
        answer = self.compiled.answers.answer(provision)
        either = columns.first_known([answer, columns.literal(_ASKED_AND_OPEN)])
        return columns.case([(is_asked, either)], columns.open)

    @property
    def verified(self) -> Column:
        """How sure we are of the law: the place in ``LEVEL`` of the least sure version that is asked."""
        columns, tests = self._columns, dict[str, list[Column]]()
        for provision in self._tests:
            for version, where in self._versions(provision, self._may_be_asked(provision)):
                tests.setdefault(version.verified, []).append(where)
        levels = tuple(enumerate(get_args(LEVEL)))
        return columns.case(
            [(columns.any(tests.get(level, ())), columns.literal(place)) for place, level in levels[:0:-1]],
            columns.literal(0),
        )

    @property
    def unstated(self) -> Column:
        """Whether the hearing asks an open question of which the rule book does not state the law."""
        return self._columns.any(
            self._columns.all([where, self._columns.opposite(self._columns.known(answer))])
            for provision in self._tests
            for answer in [self.compiled.answers.answer(provision)]
            for version, where in self._versions(provision, self._may_be_asked(provision))
            if version.unstated
        )

    def _versions(self, provision: str, asked: Column) -> Iterator[tuple[Version, Column]]:
        """Each version of a question and of its limbs, with the rows in which it is asked."""
        guards, columns = self.compiled.guards, self._columns
        if guards.each and guards.book.questions[provision].asked_of is not None:
            listed = columns.given(LISTED)
            for number, of_list in enumerate(guards.each):
                here = columns.all([asked, columns.among(listed, [number])])
                yield from self._versions_by(of_list, provision, here)
            asked = columns.all([asked, columns.opposite(columns.known(listed))])
        yield from self._versions_by(guards, provision, asked)

    def _versions_by(
        self, guards: VersionGuards, provision: str, asked: Column
    ) -> Iterator[tuple[Version, Column]]:
        question = guards.book.questions[provision]
        of_limb = self._versions if guards is self.compiled.guards else partial(self._versions_by, guards)
        for each in guards.of(provision):
            if each.version is not None:
                where = self._columns.all([asked, each.where])
                yield each.version, where
                for limb in guards.book.limbs_of(self.compiled.part, question, each.version):
                    yield from of_limb(limb, where)

    def _may_be_asked(self, provision: str) -> Column:
        """Whether the hearing reaches a question, and its gate does not hold it from it."""
        is_asked = self._columns.possibly(self.compiled.is_asked(provision))
        return self._columns.all([self.where(provision), is_asked])

    def _onward(self, question: Question) -> Iterator[tuple[str, Column]]:
        """Each question to which *question* may lead, with the rows in which it does."""
        compiled, absent = self.compiled, cast("Consequence", question.while_not_in_force)
        for each in compiled.guards.of(question.provision):
            ways = [(absent, self._columns.true)] if each.version is None else self._ways(question)
            for consequence, where in ways:
                to = next_question(consequence)
                if to in compiled.book.questions and to is not None:
                    yield to, self._columns.all([each.where, where])

    def _ways(self, question: Question) -> Iterator[tuple[Consequence, Column]]:
        """Each way from *question* while it is in force, with the rows in which it is open."""
        columns, compiled = self._columns, self.compiled
        answer, asked = compiled.answers.answer(question.provision), compiled.is_asked(question.provision)
        for code, word in CODES:
            may_be = columns.possibly(columns.among(answer, [code]))
            yield question.leads(word), columns.all([columns.possibly(asked), may_be])
        gate = question.asked_if
        if gate is None:
            return
        around = columns.opposite(columns.certainly(asked))
        if gate.earlier is None:
            yield gate.otherwise, around
            return
        is_late = compiled.is_late(question, gate.earlier)
        yield gate.otherwise, columns.all([around, is_late])
        yield gate.earlier.otherwise, columns.all([around, columns.opposite(is_late)])


def parting_column(one: Reached, other: Reached) -> Column:
    """The number of the first question that two laws answer differently; open if there is none.

    The number is that of ``Ends.provision_number``. A question beyond an open one counts too.

    Args:
        one: the questions that the hearing reaches under one law.
        other: the same under another law.
    """
    compiled = one.compiled
    arms = (
        (
            compiled.columns.differs(one.shown(provision), other.shown(provision)),
            compiled.columns.literal(compiled.ends.provision_number(provision)),
        )
        for provision, question in compiled.book.questions_in(compiled.part)
        if not question.is_limb
    )
    return compiled.columns.case(
        [(test, place) for test, place in arms if test is not compiled.columns.false], compiled.columns.open
    )
