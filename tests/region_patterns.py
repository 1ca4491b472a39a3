"""Patterns of facts as cases: the ends of the hearing under two laws, by the region and by the hearing
itself.
"""

import random
from functools import cache

from strategies import BOOK

from extradition import CaseFile
from extradition.hearing import Under, hear
from extradition.policy.region.law_pair import LawPair
from extradition.sensitivity.hearing_diagrams import end_of

PARTS = ("1", "2")
_TERRITORIES = {"1": "BE", "2": "IN"}


def end_at(diagrams, function, pattern):
    """The end of *function* on a whole pattern."""
    while diagrams.value(function) is None:
        name = diagrams.asks(function)
        function = diagrams.node(function)[1][diagrams.answers(name).index(pattern[name])]
    return diagrams.value(function)


def random_pattern(seed):
    """A maker of patterns: any answer to each name."""

    def made(pair):
        chance = random.Random(seed)
        return {name: chance.choice(pair.diagrams.answers(name)) for name in pair.names}

    return made


def pattern_towards_a_change(seed):
    """A maker of patterns that lead to two different ends, if the laws part at all."""
    return _pattern_towards(seed, lambda ends, chance: [each for each in ends if each[0] != each[1]] or ends)


def pattern_towards_some_end(seed):
    """A maker of patterns that lead to one pair of ends; each pair is as likely as the others."""
    return _pattern_towards(seed, lambda ends, chance: [chance.choice(ends)])


def _pattern_towards(seed, wanted):
    def made(pair):
        chance = random.Random(seed)
        pattern, diagrams, function = random_pattern(seed)(pair), pair.diagrams, pair.hearing()
        ends = wanted(diagrams.ends(function), chance)
        while diagrams.value(function) is None:
            name = diagrams.asks(function)
            ways = [
                (answer, below)
                for answer, below in zip(diagrams.answers(name), diagrams.node(function)[1], strict=True)
                if any(diagrams.reaches(below, end) for end in ends)
            ]
            pattern[name], function = chance.choice(ways)
        return pattern

    return made


@cache
def _pair(part, case_type, laws, judgments):
    pair = LawPair(part, laws, BOOK, judgments, {"case_type": case_type})
    pair.names = tuple(pair.diagrams._names)
    pair.hearing, pair.question = cache(pair.hearing), cache(pair.question)  # the same for every pattern
    return pair


def case_of_pattern(part, case_type, pattern):
    """The case file that states *pattern*."""
    stated = {name: str(answer) for name, answer in pattern.items() if name != "case_type"}
    person = {name: answer for name, answer in stated.items() if BOOK.about(part, name) == "person"}
    offence = {name: answer for name, answer in stated.items() if name not in person}
    return CaseFile.model_validate(
        {
            "case": "A pattern",
            "part": part,
            "territory": _TERRITORIES[part],
            "dates": {},
            "findings": person,
            "offences": [{"id": "one", "case_type": case_type, "findings": offence}],
        }
    )


def _heard(part, case_type, law, stated):
    return hear(case_of_pattern(part, case_type, stated), BOOK, Under(law=law, engine="plain")).offences[0]


@cache
def _settled_by_territory(part, case_type, law):
    questions = _heard(part, case_type, law, {}).walked.questions
    return {name: questions.fact(name) for name, fact in BOOK.facts.items() if fact.from_territory}


def _heard_to_the_end(part, case_type, law, facts, pattern):
    """The hearing on *facts*, and that with the judgment of *pattern* on each question that the law leaves
    open.
    """
    judged = {}
    first = heard = _heard(part, case_type, law, facts)
    while True:
        left = [
            placed.asked.question.name
            for placed in heard.walked.open_questions
            if placed.asked.question.name not in judged
        ]
        if not left:
            return first, heard
        judged[left[-1]] = pattern[left[-1]]
        heard = _heard(part, case_type, law, {**facts, **judged})


def differs_from_determine(part, case_type, laws, maker):
    """The differences between the region and the hearing on one pattern: of the ends, and of each question
    asked.
    """
    pair, answers = (_pair(part, case_type, laws, judgments) for judgments in ("variables", "ends"))
    pattern = {**maker(pair), "case_type": case_type}
    settled = _settled_by_territory(part, case_type, laws[0])
    pattern.update((name, answer) for name, answer in settled.items() if answer is not None)
    facts = {
        name: answer for name, answer in pattern.items() if name in BOOK.facts and settled.get(name) is None
    }
    found = []
    ends = end_at(pair.diagrams, pair.hearing(), pattern)
    for i, law in enumerate(laws):
        heard, judged = _heard_to_the_end(part, case_type, law, facts, pattern)
        outcome = end_of(judged.outcome)
        if outcome != ends[i]:
            found.append((law, outcome, ends[i], pattern))
        for asked in heard.walked.asked:
            by_region = end_at(answers.diagrams, answers.question(asked.provision), pattern)[i]
            by_hearing = "judgment" if asked.answer == "open" else asked.answer
            if by_region != by_hearing:
                found.append((law, asked.provision, by_hearing, by_region, pattern))
    return found
