"""The patterns of facts on which two laws answer one question differently: counted, and as minimal
conditions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from extradition.determination.reasons import AuthorityUsed
from extradition.hearing.applicable_versions import Choice, Chosen
from extradition.hearing.version_used import authorities_used
from extradition.law import PART, Model
from extradition.policy.region.implicants import Implicant, minimal_conditions
from extradition.policy.region.law_pair import ANSWER_BY_LAW, AnswerPair, LawPair
from extradition.policy.region.patterns import patterns_by_end, patterns_in
from extradition.policy.reported_law import ReportedLaw
from extradition.rule_book import RuleBook
from extradition.rule_book.version import LEVEL
from extradition.sensitivity.decision_diagram import Diagrams
from extradition.sensitivity.function import spans


class VersionOfLaw(Model):
    """The version of a question under one *law*; None where the Act does not have the question on its
    day.
    """

    law: str
    version: str | None
    verified: LEVEL | None
    summary: str | None
    assumes: tuple[str, ...]
    authorities: tuple[AuthorityUsed, ...]


class QuestionPlace(Model):
    """A question in one matter, with its version under each law."""

    part: PART
    provision: str
    title: str
    address: str
    versions: tuple[VersionOfLaw, VersionOfLaw]


class FactAnswers(Model):
    """The *answers* that a condition allows to the fact *name*, and the *others*, which it excludes."""

    name: str
    answers: tuple[str, ...]
    others: tuple[str, ...]


class MinimalConditions(Model):
    """All minimal conditions of one change: each is the *common* part with one of the *ways*.

    There are no ways if there is one condition alone.
    """

    common: tuple[FactAnswers, ...]
    ways: tuple[tuple[FactAnswers, ...], ...]

    @property
    def number(self) -> int:
        """The number of conditions."""
        return max(1, len(self.ways))


class AnswerCount(Model):
    """The number of *patterns* that have the answer *before* under the first law and *after* under the
    second.
    """

    before: ANSWER_BY_LAW
    after: ANSWER_BY_LAW
    patterns: int


class AnswerChange(AnswerCount):
    """The patterns whose answer changes; *conditions* is None if the minimal conditions are too many to
    list.
    """

    conditions: MinimalConditions | None


class QuestionRegion(Model):
    """The patterns of facts on which two laws answer a question differently.

    Attributes:
        places: the question, and its twin in another matter if the laws part there on the same patterns.
        question: the words of the question.
        facts: the answers that the laws distinguish, by the name of each fact that can change the answer
            under either law.
        total: the number of patterns: one answer to each of those facts.
        alike: the patterns with the same answer under both laws, by answer.
        changes: the patterns with another answer, by the answer before and after.
    """

    places: tuple[QuestionPlace, ...]
    question: str
    facts: dict[str, tuple[str, ...]]
    total: int
    alike: tuple[AnswerCount, ...]
    changes: tuple[AnswerChange, ...]

    @property
    def differing(self) -> int:
        """The number of patterns on which the laws answer differently, where the rule book states both."""
        return sum(change.patterns for change in self.changes) - self.unstated

    @property
    def unstated(self) -> int:
        """The number of changes that are none, because the rule book does not state one of the laws."""
        return sum(each.patterns for each in self.changes if "not stated" in (each.before, each.after))

    @property
    def is_through_others(self) -> bool:
        """Whether both laws have one version of the question, so that only its limbs can part them."""
        return all(one.version == other.version for one, other in (each.versions for each in self.places))

    @property
    def versions(self) -> list[tuple[VersionOfLaw, list[QuestionPlace]]]:
        """Each version with its places, law by law; a twin with the same words has no line of its own."""
        found: dict[tuple[object, ...], tuple[VersionOfLaw, list[QuestionPlace]]] = {}
        for i in range(2):
            for place in self.places:
                version = place.versions[i]
                alike = (version.law, version.summary, version.verified)
                found.setdefault(alike, (version, []))[1].append(place)
        return list(found.values())

    def patterns(self, before: ANSWER_BY_LAW, after: ANSWER_BY_LAW) -> int:
        """The number of patterns with those answers."""
        every = (*self.alike, *self.changes)
        return sum(each.patterns for each in every if (each.before, each.after) == (before, after))


def question_region(
    provision: str, pair: LawPair, laws: Sequence[ReportedLaw], rule_book: RuleBook
) -> QuestionRegion:
    """The patterns on which the laws of *pair* answer the question of *provision* differently.

    Args:
        provision: the provision of a question, or of a limb.
        pair: the two laws of its matter, with judgments as ends.
        laws: the same laws as a report shows them.
        rule_book: the law.
    """
    diagrams, function = pair.diagrams, pair.question(provision)
    counts = cast("Mapping[AnswerPair, int]", patterns_by_end(diagrams, function))
    return QuestionRegion(
        places=(_place(provision, pair, laws, rule_book),),
        question=rule_book.questions[provision].question,
        facts={name: _words(diagrams, name) for name in diagrams.names(function)},
        total=patterns_in(diagrams, function),
        alike=tuple(
            AnswerCount(before=before, after=after, patterns=patterns)
            for (before, after), patterns in counts.items()
            if before == after
        ),
        changes=tuple(
            AnswerChange(
                before=before,
                after=after,
                patterns=patterns,
                conditions=_conditions(diagrams, minimal_conditions(diagrams, function, (before, after))),
            )
            for (before, after), patterns in counts.items()
            if before != after
        ),
    )


def twins_together(regions: Iterable[QuestionRegion]) -> tuple[QuestionRegion, ...]:
    """The *regions*, those with the same patterns as one of several places.

    Args:
        regions: the regions of several questions.
    """
    made: dict[str, QuestionRegion] = {}
    for each in regions:
        same = each.model_dump_json(exclude={"places"})
        known = made.get(same)
        made[same] = each.model_copy(update={"places": (*known.places, *each.places)}) if known else each
    return tuple(made.values())


def _place(provision: str, pair: LawPair, laws: Sequence[ReportedLaw], rule_book: RuleBook) -> QuestionPlace:
    one, other = (
        _version(law, choice, rule_book) for law, choice in zip(laws, pair.choices(provision), strict=True)
    )
    return QuestionPlace(
        part=rule_book.part(provision),
        provision=provision,
        title=rule_book.questions[provision].title,
        address=rule_book.address(provision),
        versions=(one, other),
    )


def _version(law: ReportedLaw, choice: Choice, rule_book: RuleBook) -> VersionOfLaw:
    version = choice.version if isinstance(choice, Chosen) else None
    return VersionOfLaw(
        law=law.name,
        version=version and version.id,
        verified=version and version.verified,
        summary=version and version.summary,
        assumes=version.assumes if version else (),
        authorities=tuple(authorities_used(rule_book, version.authorities, law.as_at)) if version else (),
    )


def _conditions(diagrams: Diagrams, terms: tuple[Implicant, ...] | None) -> MinimalConditions | None:
    """The conditions *terms* with what all of them have in common said once."""
    if terms is None:
        return None
    first, *_ = terms
    common = {
        name: answers for name, answers in first.items() if all(term.get(name) == answers for term in terms)
    }

    def worded(term: Implicant) -> tuple[FactAnswers, ...]:
        return tuple(
            FactAnswers(
                name=name,
                answers=_words(diagrams, name, answers),
                others=_words(diagrams, name, frozenset(diagrams.answers(name)) - answers),
            )
            for name, answers in term.items()
        )

    return MinimalConditions(
        common=worded(common),
        ways=tuple(
            worded({name: answers for name, answers in term.items() if name not in common}) for term in terms
        )
        if len(terms) > 1
        else (),
    )


def _words(diagrams: Diagrams, name: str, among: frozenset[object] | None = None) -> tuple[str, ...]:
    """The answers to *name* in their order, all or those *among* some; a number as its span."""
    answers = diagrams.answers(name)
    return tuple(
        spans({name: answers}, name, answer) for answer in answers if among is None or answer in among
    )
