"""The region in which two laws part, against brute force, the hearing itself and the definition of a minimal
condition.
"""

import itertools
import math
from collections import Counter
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from region_patterns import (
    PARTS,
    differs_from_determine,
    end_at,
    pattern_towards_a_change,
    random_pattern,
)
from small_functions import ANSWERS, EVERY, made_of, tables
from strategies import BOOK

from extradition import OptionError, UnknownLawError, region
from extradition.policy.region import implicants
from extradition.policy.region.implicants import minimal_conditions
from extradition.policy.region.law_pair import LawPair, united
from extradition.policy.region.patterns import patterns_by_end, patterns_in
from extradition.sensitivity.decision_diagram import Diagrams

AMENDED = ("today", "as-amended-2026")
PAIRS = [*itertools.pairwise(BOOK.side_by_side), ("before-merticariu", "as-amended-2026")]


def meets(pattern, term):
    return all(pattern[name] in answers for name, answers in term.items())


@cache
def conditions_of(provision, law):
    """The version of one law, the facts that its conditions read, and the limbs that they read, by name."""
    part = BOOK.part(provision)
    version = LAWS_OF[part, law][provision]
    limbs = {name: limb for name in version.facts if (limb := BOOK.named(part, name))}
    return version, tuple(name for name in version.facts if name not in limbs), tuple(limbs.items())


def answer_by_the_conditions(provision, law, pattern, kept):
    """The answer of one law on a whole pattern, by the conditions of the version alone."""
    version, facts, limbs = conditions_of(provision, law)
    read = [pattern[name] for name in facts]
    read += [answer_by_the_conditions(limb, law, pattern, kept) for _, limb in limbs]
    key = (version.id, *read)
    if key not in kept:
        names = (*facts, *(name for name, _ in limbs))
        answer = version.answer(dict(zip(names, read, strict=True)))
        kept[key] = "judgment" if answer == "open" else answer
    return kept[key]


LAWS_OF = {
    (part, law): {
        provision: choice.version
        for provision, choice in (
            (provision, LawPair(part, (law, law), BOOK, "ends", {}).choices(provision)[0])
            for provision in ("EA 2003 s 20(5)", "EA 2003 s 20(8)", "EA 2003 s 85(5)", "EA 2003 s 85(8)")
            if BOOK.part(provision) == part
        )
    }
    for part in PARTS
    for law in BOOK.laws
}


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("provision", "laws"),
    [
        *(("EA 2003 s 20(5)", laws) for laws in PAIRS[:3]),
        ("EA 2003 s 85(5)", PAIRS[0]),
        ("EA 2003 s 20(8)", AMENDED),
    ],
    ids=str,
)
def test_the_answers_of_a_question_are_those_of_its_conditions_on_every_pattern(provision, laws):
    pair = LawPair(BOOK.part(provision), laws, BOOK, "ends", {})
    function, kept, seen = pair.question(provision), {}, Counter()
    answers = {name: pair.diagrams.answers(name) for name in pair.diagrams.names(function)}
    for each in itertools.product(*answers.values()):
        pattern = dict(zip(answers, each, strict=True))
        expected = tuple(answer_by_the_conditions(provision, law, pattern, kept) for law in laws)
        assert end_at(pair.diagrams, function, pattern) == expected
        seen[expected] += 1
    assert seen == patterns_by_end(pair.diagrams, function)
    assert seen.total() == math.prod(map(len, answers.values()))


@pytest.mark.no_cover
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("case_type", ["accusation", "conviction"])
def test_the_pairs_of_ends_are_those_of_determine_on_random_patterns(part, case_type):
    for laws, seed in itertools.product((PAIRS[0], AMENDED), range(2)):
        assert differs_from_determine(part, case_type, laws, random_pattern(seed)) == []


@pytest.mark.no_cover
@pytest.mark.parametrize("part", PARTS)
def test_the_pairs_of_ends_are_those_of_determine_where_the_laws_part(part):
    for laws, seed in itertools.product(PAIRS[2:], range(2)):
        assert differs_from_determine(part, "conviction", laws, pattern_towards_a_change(seed)) == []


@given(tables, st.sampled_from("pqr"))
def test_the_minimal_conditions_are_all_the_widest_that_are_enough(table, end):
    diagrams = Diagrams(ANSWERS)
    function = made_of(diagrams, table)
    subsets = {
        name: [
            frozenset(some)
            for size in range(1, len(answers) + 1)
            for some in itertools.combinations(answers, size)
        ]
        for name, answers in ANSWERS.items()
    }
    enough = [
        dict(zip(ANSWERS, sets, strict=True))
        for sets in itertools.product(*subsets.values())
        if all(
            table[i] == end
            for i, pattern in enumerate(EVERY)
            if meets(pattern, dict(zip(ANSWERS, sets, strict=True)))
        )
    ]
    widest = [
        one
        for one in enough
        if not any(other is not one and all(one[name] <= other[name] for name in ANSWERS) for other in enough)
    ]
    expected = {
        frozenset((name, answers) for name, answers in term.items() if len(answers) < len(ANSWERS[name]))
        for term in widest
    }
    found = minimal_conditions(diagrams, function, end)
    assert {frozenset(term.items()) for term in found} == expected
    assert len(found) == len(expected)
    assert list(map(len, found)) == sorted(map(len, found))


@given(tables)
def test_the_counts_are_those_of_the_patterns_and_add_up(table):
    diagrams = Diagrams(ANSWERS)
    function = made_of(diagrams, table)
    names = diagrams.names(function)
    distinct = {
        tuple(pattern[name] for name in names): end for pattern, end in zip(EVERY, table, strict=True)
    }
    assert patterns_by_end(diagrams, function) == Counter(distinct.values())
    assert patterns_in(diagrams, function) == len(distinct)


@pytest.mark.no_cover
@pytest.mark.parametrize("laws", [AMENDED, ("before-merticariu", "today")], ids=str)
def test_every_condition_of_a_region_is_enough_and_minimal_and_all_patterns_are_in_one(laws):
    pair = LawPair("1", laws, BOOK, "ends", {})
    for provision, _ in BOOK.questions_in("1"):
        function = pair.question(provision)
        for before, after in pair.answers(provision):
            if before != after:
                assert_sound(pair.diagrams, function, (before, after))


def assert_sound(diagrams, function, end):
    terms = minimal_conditions(diagrams, function, end)
    is_end = {each: diagrams.end(each == end) for each in diagrams.ends(function)}
    wanted = diagrams.replaced(function, is_end)
    covered = diagrams.end(False)
    for term in terms:
        where = function_of(diagrams, term)
        assert diagrams.replaced(where, {True: wanted, False: diagrams.end(True)}) == diagrams.end(True)
        for name, answers in term.items():
            for more in set(diagrams.answers(name)) - answers:
                wider = function_of(diagrams, {**term, name: answers | {more}})
                assert diagrams.replaced(wider, {True: wanted, False: diagrams.end(True)}) != diagrams.end(
                    True
                )
        covered = diagrams.replaced(where, {True: diagrams.end(True), False: covered})
    assert covered == wanted


def function_of(diagrams, term):
    """Whether a pattern meets *term*, as a function."""
    whole = diagrams.end(True)
    for name, answers in term.items():
        of_name = diagrams.choice(name, lambda answer, answers=answers: diagrams.end(answer in answers))
        whole = diagrams.replaced(of_name, {True: whole, False: diagrams.end(False)})
    return whole


def test_too_many_minimal_conditions_are_no_list(monkeypatch):
    diagrams = Diagrams(ANSWERS)
    function = made_of(diagrams, ["p" if each["a"] == "x" or each["b"] == 0 else "q" for each in EVERY])
    assert len(minimal_conditions(diagrams, function, "p")) == 2
    for name in ("MOST_CONDITIONS", "_MOST_TERMS", "_MOST_GROUPS"):
        with monkeypatch.context() as patched:
            patched.setattr(implicants, name, 1)
            assert minimal_conditions(diagrams, function, "p") is None
    with monkeypatch.context() as patched:
        patched.setattr(implicants, "MOST_CONDITIONS", 1)
        made = region(*AMENDED, BOOK, question="EA 2003 s 20(5)")
    assert [each.conditions for each in made.questions[0].changes] == [None, None]


def test_a_name_that_one_law_alone_asks_for_has_its_place_in_the_hearing():
    one, other = {"a": ("x",), "b": (0, 9)}, {"z": ("x",), "b": (0, 4, 9), "c": ("y",)}
    assert list(united(one, other).items()) == [
        *(("z", ("x",)), ("a", ("x",)), ("b", (0, 4, 9)), ("c", ("y",)))
    ]


def test_a_region_of_the_whole_hearing_is_made_once():
    assert region(*AMENDED, BOOK) is region(*AMENDED, BOOK)


def test_the_amendment_changes_one_question_in_each_part_and_no_accusation_case():
    made = region(*AMENDED, BOOK)
    assert made.is_of_one_day
    assert {part.part: [each.provision for each in part.apart] for part in made.parts if part.apart} == {
        "1": ["EA 2003 s 20(5)"],
        "2": ["EA 2003 s 85(5)"],
    }
    assert {part.part for part in made.parts} == set(BOOK.matters)
    assert [part.part for part in made.parts if part.through] == []
    changed = {(each.part, each.case_type) for each in made.hearings if each.differing}
    assert changed == {(part, "conviction") for part in PARTS}
    assert {each.part for each in made.hearings} == set(BOOK.matters)
    for each in made.hearings:
        assert sum(count.patterns for count in (*each.alike, *each.changes)) == each.total
        assert {count.before for count in each.changes} <= {"discharge"}


def test_every_question_of_a_part_is_in_one_list():
    for part in region("before-merticariu", "today", BOOK).parts:
        listed = [
            each.provision
            for name in ("apart", "through", "alike", "absent", "left", "unstated")
            for each in getattr(part, name)
        ]
        assert sorted(listed) == sorted(provision for provision, _ in BOOK.questions_in(part.part))
        assert all(each.reworded for each in part.apart)
        assert not any(each.reworded for each in part.through)


def test_a_question_that_differs_only_through_another_is_named_apart_from_it():
    part_1, part_2 = region("before-merticariu", "today", BOOK).parts[:2]
    assert [each.provision for each in part_1.through] == ["EA 2003 s 10(2)"]
    assert [each.provision for each in part_2.through] == ["EA 2003 s 78(4)(b)"]
    assert [each.provision for each in part_1.absent] == ["EA 2003 s 16"]


def test_the_region_of_a_question_has_its_twin_and_says_the_common_part_once():
    made = region(*AMENDED, BOOK, question="EA 2003 s 85(5)")
    (one,) = made.questions
    assert [place.provision for place in one.places] == ["EA 2003 s 20(5)", "EA 2003 s 85(5)"]
    assert one.total == math.prod(map(len, one.facts.values()))
    assert sum(each.patterns for each in (*one.alike, *one.changes)) == one.total
    assert one.patterns("yes", "no") == one.patterns("yes", "judgment") == 0
    (to_yes,) = (each for each in one.changes if each.after == "yes")
    common = {each.name: each.answers for each in to_yes.conditions.common}
    assert common["rehearing"] == ("retrial", "full_review_on_appeal")
    ways = [{each.name: each.answers for each in way} for way in to_yes.conditions.ways]
    assert ways[0] == {"retrial_right": ("if_court_finds_no_deliberate_absence",)}
    assert ways[1]["past_retrial_right"] == ("unused",)
    assert not common.keys() & {name for way in ways for name in way}
    assert to_yes.conditions.number == 2
    assert made.hearings == ()


def test_a_single_condition_is_all_common():
    (one,) = region("before-merticariu", "merticariu", BOOK, question="EA 2003 s 20(5)").questions
    (lost,) = (each for each in one.changes if (each.before, each.after) == ("yes", "no"))
    assert lost.conditions.ways == ()
    assert lost.conditions.number == 1
    common = lost.conditions.common
    others = one.total // math.prod(len((*each.answers, *each.others)) for each in common)
    assert lost.patterns == others * math.prod(len(each.answers) for each in common)


def test_a_limb_that_did_not_change_has_no_change():
    (limb,) = region(*AMENDED, BOOK, question="EA 2003 s 20(8)").questions
    assert limb.changes == ()
    assert limb.differing == 0
    assert limb.total == sum(each.patterns for each in limb.alike)


def test_a_question_that_the_act_lacks_has_no_version():
    (gone,) = region(*AMENDED, BOOK, question="EA 2003 s 16").questions
    assert [each.version for each in gone.places[0].versions] == [None, None]
    assert [(each.before, each.after) for each in gone.alike] == [("not in force", "not in force")]


@pytest.mark.parametrize(
    ("laws", "question", "message"),
    [
        (("todya", "as-amended-2026"), None, "'todya' is not a law in laws.yaml; did you mean today?"),
        (("today", "today"), None, "a region needs two different laws, and both are 'today'"),
        (
            AMENDED,
            "EA 2003 s 20(55)",
            "EA 2003 s 20(55) is not a question of this rule book; did you mean EA 2003 s 20(5)?",
        ),
    ],
)
def test_an_unknown_law_or_question_is_refused_with_the_nearest(laws, question, message):
    with pytest.raises(OptionError) as refused:
        region(*laws, BOOK, question=question)
    assert str(refused.value) == message
    assert isinstance(refused.value, UnknownLawError) == ("is not a" in message)
