"""What matters, what would change the outcome, on what it rests: against brute force on trial in absence,
at random on the whole book.
"""

import datetime as dt
import itertools
import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from profiles import examples
from strategies import BOOK, FORCED, ROOT, case_of, fresh_book, hearings

from extradition import CaseFile, analyse, determine, render
from extradition.case_file.finding import Finding
from extradition.engine.agreement import reader_of
from extradition.hearing import Under, hear, walks
from extradition.hearing.applicable_versions import Chosen
from extradition.hearing.examination import examine
from extradition.hearing.offence import Heard
from extradition.hearing.shared import Shared
from extradition.rule_book.consequences import next_question
from extradition.sensitivity import analysed, best_asked, can_still_change, changes, function
from extradition.sensitivity.changes import (
    EXACT_UP_TO,
    SmallestChanges,
    order_to_ask,
    smallest_changes,
    smallest_hitting_set,
    smallest_support,
    together,
)
from extradition.sensitivity.decision_diagram import Diagrams
from extradition.sensitivity.function import MOST_KEPT, HearingFunction, end_of
from extradition.sensitivity.hearing_diagrams import OPEN_END
from extradition.sensitivity.hearing_law import HearingLaw
from extradition.sensitivity.remaining import Answered
from extradition.sensitivity.version_spans import VersionSpans, labels

DAY = "2025-01-01"
CHAIN = {
    part: [
        question
        for provision, question in BOOK.questions_in(part)
        if provision.startswith((f"EA 2003 s {section}(",))
    ]
    for part, section in (("1", "20"), ("2", "85"))
}
FACTS = {
    part: tuple(
        dict.fromkeys(
            fact
            for question in chain
            for version in question.versions
            for fact in version.facts
            if fact in BOOK.facts
        )
    )
    for part, chain in CHAIN.items()
}
REST = {
    part: {
        question.name: {"answer": answer, "by": question.decided_by}
        for provision, question in BOOK.questions_in(part)
        for answer in [
            "yes" if question.name in ("convention_compatible", "case_to_answer_in_absence") else "no"
        ]
        if not question.is_limb and question not in CHAIN[part]
    }
    for part in CHAIN
}
"""Every other question that the hearing comes to, answered so that it goes on to the end."""


def final(found, part, judged):
    """Where the chain ends on complete answers, walked by hand: what the law leaves to judgment is
    answered as *judged*.
    """
    chain = {question.name: question for question in CHAIN[part]}
    by_provision = {question.provision: question for question in CHAIN[part]}

    def answer(question):
        version = next(
            each for each in question.versions if each.in_force.covers_day(dt.date.fromisoformat(DAY))
        )
        stated = {name: answer(chain[name]) if name in chain else found[name] for name in version.facts}
        given_ = version.answer(stated)
        return judged[question.name] if given_ == "open" else given_

    here = {"1": "EA 2003 s 20(1)", "2": "EA 2003 s 85(1)"}[part]
    while here in by_provision:
        way = by_provision[here].leads(answer(by_provision[here]))
        here = next_question(way)
    return (
        "discharge" if here is None else "goes on"
    )  # with the rest answered, section 86 and section 87 come to the same


def drawn(data, part, names):
    return {name: data.draw(st.sampled_from(sorted(BOOK.facts[name].answers))) for name in names}


@examples(30)
@given(st.data(), st.sampled_from(["1", "2"]))
def test_what_matters_is_what_some_completion_makes_matter(data, part):
    unknown = data.draw(st.lists(st.sampled_from(FACTS[part]), min_size=1, max_size=3, unique=True))
    found = drawn(data, part, [name for name in FACTS[part] if name not in unknown])
    (stated,) = analyse(case_of({**found, **REST[part]}, DAY, part), BOOK, engine="plain")
    listed = {each.name for each in stated.matters if each.kind == "fact"}
    names = [question.name for question in CHAIN[part]]
    ends = {
        (answers, judged): final(
            {**found, **dict(zip(unknown, answers, strict=True))}, part, dict(zip(names, judged, strict=True))
        )
        for answers in itertools.product(*(BOOK.facts[name].answers for name in unknown))
        for judged in itertools.product(("yes", "no"), repeat=len(names))
    }
    matters = {
        name
        for i, name in enumerate(unknown)
        for (answers, judged), end in ends.items()
        for answer in BOOK.facts[name].answers
        if end != ends[(*answers[:i], answer, *answers[i + 1 :]), judged]
    }
    assert listed == matters
    assert not set(stated.no_longer_matters) & listed
    assert stated.settled == (len(set(ends.values())) == 1)


@examples(100)
@given(st.data(), st.sampled_from(["1", "2"]))
def test_the_function_is_as_the_determination_does(data, part):
    start, found = data.draw(hearings(part))
    kind = data.draw(st.sampled_from(["accusation", "conviction"]))
    case = case_of(found, DAY, part, kind, taken_from=start)
    (heard,) = hear(case, BOOK, Under(engine="plain")).offences
    function = HearingFunction(heard, BOOK, "ends", constants="unchangeable")
    end = function.diagrams.value(function.diagrams.given(function.whole, function.known))
    outcome = heard.walked.path.outcome
    if end is not None and outcome.kind != "open":
        assert end == end_of(outcome)
    if outcome.kind in ("order", "discharge", "adjourn", "refuse"):
        assert end == end_of(outcome)
    put_in = HearingFunction(heard, BOOK, "ends")
    assert put_in.diagrams.value(put_in.whole) == end


@examples(15)
@given(st.data(), st.sampled_from(["1", "2"]), st.booleans())
def test_a_flip_changes_the_outcome_as_it_says_and_nothing_less_does(data, part, hold):
    found = drawn(data, part, FACTS[part])
    judged = data.draw(st.sampled_from([(), ("deliberately_absent",)]))
    found.update(
        {name: {"answer": data.draw(st.sampled_from(["yes", "no"])), "by": "judge"} for name in judged}
    )
    case = case_of(found, DAY, part)
    (stated,) = analyse(case, BOOK, hold_findings=hold, engine="plain")

    def outcome(changes):
        changed = {
            **found,
            **{
                name: {"answer": answer, "by": "judge"} if name in judged else answer
                for name, answer in changes.items()
            },
        }
        return determine(case_of(changed, DAY, part), BOOK, engine="plain").outcome

    now = outcome({})
    for flip in stated.flips[:8]:
        options = [[(change.name, answer) for answer in change.to] for change in flip.changes]
        for one in itertools.islice(itertools.product(*options), 2):
            assert outcome(dict(one)) == flip.outcome != now
            for less in range(len(one)):
                for fewer in itertools.combinations(one, less):
                    assert outcome(dict(fewer)) != flip.outcome
        assert not hold or not {change.name for change in flip.changes} & set(judged)
    single = {
        (change.name, answer)
        for flip in stated.flips
        if len(flip.changes) == 1
        for change in flip.changes
        for answer in change.to
    }
    for name in data.draw(st.lists(st.sampled_from(FACTS[part]), min_size=4, max_size=4, unique=True)):
        for answer in BOOK.facts[name].answers:
            if answer != found[name]:
                assert (outcome({name: answer}) != now) == ((name, answer) in single)


@examples(30)
@given(st.data(), st.sampled_from(["1", "2"]))
def test_a_support_guarantees_the_outcome_and_nothing_smaller_does(data, part):
    known = data.draw(
        st.lists(st.sampled_from(FACTS[part]), min_size=5, max_size=len(FACTS[part]), unique=True)
    )
    case = case_of({**drawn(data, part, known), **REST[part]}, DAY, part)
    (heard,) = hear(case, BOOK, Under(engine="plain")).offences
    function = HearingFunction(heard, BOOK, "ends", constants="unchangeable")
    diagrams, now = function.diagrams, function.known
    support = smallest_support(diagrams, function.whole, now)
    end = diagrams.value(diagrams.given(function.whole, now))
    assert (support is None) == (end is None)
    assume(support is not None)
    assert diagrams.value(diagrams.given(function.whole, {name: now[name] for name in support})) == end
    for fewer in itertools.combinations(now, len(support) - 1) if support and len(now) < 14 else ():
        assert diagrams.value(diagrams.given(function.whole, {name: now[name] for name in fewer})) is None
    for name in support:
        assert (
            diagrams.value(
                diagrams.given(function.whole, {other: now[other] for other in support if other != name})
            )
            is None
        )


@given(st.lists(st.frozensets(st.sampled_from("abcdefg"), min_size=1), max_size=8))
def test_a_smallest_hitting_set_hits_and_none_smaller_does(sets):
    found = smallest_hitting_set(sets)
    assert all(found & each for each in sets)
    for fewer in itertools.combinations("abcdefg", len(found) - 1) if found else ():
        assert not all(set(fewer) & each for each in sets)


def test_the_first_to_ask_settles_with_the_fewest():
    diagrams = Diagrams({"a": ("yes", "no"), "b": ("yes", "no"), "c": ("yes", "no")})
    deep = diagrams.choice(
        "a", lambda a: diagrams.choice("b", diagrams.end) if a == "yes" else diagrams.end(a)
    )
    whole = diagrams.choice("c", lambda c: diagrams.end("no") if c == "no" else deep)
    assert list(order_to_ask(diagrams, whole)) == ["a", "b", "c"]
    either = diagrams.choice("c", lambda c: diagrams.choice("a" if c == "yes" else "b", diagrams.end))
    assert list(order_to_ask(diagrams, either)) == [
        "c",
        "a",
        "b",
    ]  # which of the others counts is asked first
    assert list(order_to_ask(diagrams, diagrams.end("no"))) == []
    many = dict.fromkeys("abcdefgh", ("yes", "no"))
    wide = Diagrams(many)
    all_of = wide.end("yes")
    for name in reversed(many):
        below = all_of
        all_of = wide.choice(name, lambda answer, below=below: below if answer == "yes" else wide.end("no"))
    assert set(order_to_ask(wide, all_of)) == set(many)


def test_answers_stand_side_by_side_only_where_every_combination_changes():
    a, b = ("a", "x"), ("b", "y")
    assert list(together(frozenset([frozenset([a]), frozenset([("a", "z")])]))) == [{"a": ("x", "z")}]
    some = frozenset([frozenset([a, b]), frozenset([("a", "z"), ("b", "w")])])
    assert sorted(map(str, together(some))) == ["{'a': ('x',), 'b': ('y',)}", "{'a': ('z',), 'b': ('w',)}"]


def test_what_cannot_be_changed_is_not():
    diagrams = Diagrams({"a": ("yes", "no"), "b": ("yes", "no")})
    both = diagrams.choice(
        "a", lambda a: diagrams.choice("b", diagrams.end) if a == "yes" else diagrams.end("no")
    )
    now = {"a": "yes", "b": "yes"}
    assert smallest_changes(diagrams, both, now, frozenset("b")) == {
        "no": SmallestChanges(frozenset([frozenset([("b", "no")])]), 1)
    }
    assert smallest_changes(diagrams, both, {"a": "no", "b": "no"}, frozenset("ab")) == {
        "yes": SmallestChanges(frozenset([frozenset([("a", "yes"), ("b", "yes")])]), 1)
    }


def test_merticariu_rests_on_one_fact_and_two_findings(merticariu):
    (stated,) = analyse(merticariu, BOOK)
    assert (stated.outcome, stated.settled, stated.matters) == ("discharge", True, ())
    assert [each.name for each in stated.support] == [
        "convicted_in_presence",
        "deliberately_absent",
        "retrial_right",
    ]
    by_fact = {(flip.outcome, change.name): change.to for flip in stated.flips for change in flip.changes}
    assert by_fact["proceed to s 21", "retrial_right"] == ("procedural_steps_only", "unconditional")
    (held,) = analyse(merticariu, BOOK, hold_findings=True)
    assert {change.name for flip in held.flips for change in flip.changes} == {"retrial_right"}
    (before,) = analyse(merticariu, BOOK, law="before-merticariu")
    assert before.outcome == "proceed to s 21"
    assert "convention_compatible" in {each.name for each in before.matters if each.kind == "judgment"}


def test_an_answer_suffices_for_the_party_on_whom_the_proof_is_and_not_for_the_other():
    found = {
        "doubt_about_decisions": "bare_assertion",
        "doubt_about_reason": "not_shown",
        "reason_for_no_decision": "also_other_reasons",
        "decision_to_try": "made_formally",
    }
    (stated,) = analyse(case_of(found, DAY, case_type="accusation", taken_from="EA 2003 s 12A(1)(a)"), BOOK)
    (charge,) = [each for each in stated.matters if each.name == "decision_to_charge"]
    assert charge.provisions == ("EA 2003 s 12A(1)(a)", "EA 2003 s 12A(1)(b)")
    assert (charge.proof.on, charge.proof.of) == ("requested person", "yes")
    assert charge.suffices == ("not_made",)  # a decision that was made helps the requesting authority


def test_an_unknown_fact_is_reported_with_all_that_is_needed_to_ask_for_it():
    found = {
        "convicted_in_presence": "no",
        "deliberately_absent": "no",
        "rehearing": "retrial",
        "minimum_retrial_rights": "yes",
    }
    (stated,) = analyse(case_of(found, DAY), BOOK)
    (right,) = [each for each in stated.matters if each.name == "retrial_right"]
    assert right.provisions == ("EA 2003 s 20(5)",)
    assert (right.proof.on, right.proof.of) == ("requesting authority", "yes")
    assert right.suffices == ("unconditional", "procedural_steps_only", "already_used")
    assert not stated.settled
    assert stated.support is None
    disputed = {
        **found,
        "retrial_right": [
            {"answer": a, "by": by}
            for a, by in (("none", "requested person"), ("unconditional", "requesting authority"))
        ],
    }
    (stated,) = analyse(case_of(disputed, DAY), BOOK)
    assert [
        finding.by for each in stated.matters if each.name == "retrial_right" for finding in each.findings
    ] == [
        "requested person",
        "requesting authority",
    ]


@pytest.mark.parametrize(
    ("answer", "words"), [(0, "below 10"), (10, "10 to 17"), (18, "at least 18"), ("adult", "adult")]
)
def test_a_number_stands_for_all_numbers_up_to_the_next(answer, words):
    assert function.spans({"age": ("adult", 0, 10, 18)}, "age", answer) == words


def test_numbers_are_reported_as_spans():
    case = CaseFile.load(ROOT / "examples/part_1_conviction/case.yaml")
    (stated,) = analyse(case, BOOK)
    spans = {
        (change.now, change.to)
        for flip in stated.flips
        for change in flip.changes
        if change.name == "sentence_imposed"
    }
    assert spans == {("at least 4", ("below 4", "not_shown", "not_yet_imposed"))}


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_a_report_tells_what_the_outcome_depends_on(merticariu, form):
    made = analysed(determine(merticariu, BOOK), analyse(merticariu, BOOK))
    stated = render(made, form, depth=None if form == "json" else "full")
    wanted = {
        "md": "The outcome would be **proceed to s 21** with another answer on",
        "html": "The outcome would be <strong>proceed to s 21</strong> with another answer on",
        "json": '"flips"',
    }
    assert wanted[form] in stated
    half = case_of({"convicted_in_presence": "no"}, DAY)
    stated = render(
        analysed(determine(half, BOOK), analyse(half, BOOK)), form, depth=None if form == "json" else "full"
    )
    assert {
        "md": "Points that can still change the outcome",
        "html": "Points that can still change the outcome",
        "json": '"no_longer_matters"',
    }[form] in stated


NAMES = {"a": ("x", "y", "z"), "b": ("yes", "no"), "c": (0, 4), "d": ("yes", "no")}
POINTS = [dict(zip(NAMES, each, strict=True)) for each in itertools.product(*NAMES.values())]
tables = st.lists(st.sampled_from(["p", "p", "p", "q", "r"]), min_size=len(POINTS), max_size=len(POINTS))


def of_table(table):
    """Diagrams, and in them the function whose end at the i-th point is the i-th of *table*."""
    diagrams = Diagrams(NAMES)

    def below(known, names):
        if not names:
            return diagrams.end(table[POINTS.index(known)])
        return diagrams.choice(names[0], lambda answer: below({**known, names[0]: answer}, names[1:]))

    return diagrams, below({}, list(NAMES))


def left_by_building(diagrams, whole):
    """By name, the names left on the average, from a function built for every answer."""
    built = {
        name: [diagrams.given(whole, {name: answer}) for answer in diagrams.answers(name)]
        for name in diagrams.names(whole)
    }
    return {
        name: sum(len(diagrams.names(each)) for each in parts) / len(parts) for name, parts in built.items()
    }


@given(tables)
def test_the_names_that_an_answer_leaves_are_those_of_the_function_after_it(table):
    diagrams, whole = of_table(table)
    left = Answered(diagrams, whole).remaining
    assert {name: float(each) for name, each in left.items()} == left_by_building(diagrams, whole)


@given(tables)
def test_an_answer_settles_the_function_if_the_function_built_for_it_has_one_end(table):
    diagrams, whole = of_table(table)
    answered = Answered(diagrams, whole)
    for name in diagrams.names(whole):
        for answer in diagrams.answers(name):
            end = diagrams.value(diagrams.given(whole, {name: answer}))
            assert answered.settles(name, answer) == (end is not None)


@given(tables, st.sampled_from(sorted(NAMES)))
def test_an_end_is_still_reached_after_an_answer_if_the_function_built_for_it_has_it(table, name):
    diagrams, whole = of_table(table)
    for answer in diagrams.answers(name):
        left = diagrams.given(whole, {name: answer})
        for end in ("p", "q", "r", "no end of the function"):
            assert diagrams.still_reaches(whole, name, answer, end) == diagrams.reaches(left, end)


@pytest.mark.parametrize("part", ["1", "2"])
def test_what_a_question_asks_for_stands_before_it_and_its_limbs_too(part):
    (heard,) = hear(case_of({}, DAY, part), BOOK, Under(engine="plain")).offences
    place = {name: i for i, name in enumerate(HearingLaw(heard, BOOK, "variables", {}, {}).answers)}
    asked = {
        BOOK.questions[provision].name: choice.version.facts
        for provision, choice in heard.chosen.items()
        if isinstance(choice, Chosen)
    }
    limbs = [fact for facts in asked.values() for fact in facts if fact in asked]
    assert limbs
    assert all(place[limb] > place[fact] for limb in limbs for fact in asked[limb])


@pytest.mark.parametrize("part", ["1", "2"])
@pytest.mark.parametrize("judgments", ["variables", "ends"])
def test_what_each_answer_leaves_is_found_for_a_whole_part_as_by_building(part, judgments):
    (heard,) = hear(case_of({}, DAY, part), BOOK, Under(engine="plain")).offences
    law = HearingFunction(heard, BOOK, judgments)
    diagrams, whole = law.diagrams, law.whole
    for name in diagrams.names(whole):
        for answer in diagrams.answers(name):
            built = diagrams.given(whole, {name: answer})
            assert law.answered.settles(name, answer) == (diagrams.value(built) is not None)
    assert {name: float(left) for name, left in law.answered.remaining.items()} == pytest.approx(
        left_by_building(diagrams, whole)
    )


@pytest.mark.no_cover
@pytest.mark.parametrize("path", sorted(ROOT.glob("examples/*/case.yaml")), ids=lambda path: path.parent.name)
def test_the_order_is_that_of_the_functions_after_each_answer(path):
    for heard in hear(CaseFile.load(path), BOOK, Under(engine="plain")).offences:
        to_come = HearingFunction(heard, BOOK, "variables")
        diagrams, names = to_come.diagrams, to_come.diagrams.names(to_come.whole)
        left = left_by_building(diagrams, to_come.whole)
        assert {
            name: float(each) for name, each in Answered(diagrams, to_come.whole).remaining.items()
        } == pytest.approx(left)
        if len(names) > EXACT_UP_TO:
            assert list(order_to_ask(diagrams, to_come.whole)) == sorted(
                names, key=lambda name: (left[name], names.index(name))
            )


@given(tables, st.sampled_from(POINTS), st.frozensets(st.sampled_from(list(NAMES))))
def test_the_smallest_changes_are_those_of_brute_force(table, now, changeable):
    diagrams, whole = of_table(table)
    by_end = {}
    for point, end in zip(POINTS, table, strict=True):
        change = frozenset((name, answer) for name, answer in point.items() if answer != now[name])
        if {name for name, _ in change} <= changeable:
            by_end.setdefault(end, set()).add(change)
    smallest = {
        end: {each for each in changes if len(each) == min(map(len, changes))}
        for end, changes in by_end.items()
    }
    smallest.pop(table[POINTS.index(now)])
    found = smallest_changes(diagrams, whole, now, changeable)
    assert {end: changes.listed for end, changes in found.items()} == smallest
    assert {end: changes.number for end, changes in found.items()} == {
        end: len(changes) for end, changes in smallest.items()
    }


def test_offences_under_one_law_share_its_diagrams(monkeypatch):
    monkeypatch.setattr(function, "MOST_KEPT", 2)
    book = fresh_book()
    for found, kinds in (({}, 1), ({"retrial_right": "none"}, 1), ({"deliberately_absent": "no"}, 2)):
        (heard,) = hear(case_of(found, DAY), book, Under(engine="plain")).offences
        HearingFunction(heard, book, "variables")
        assert len(function._kept[book]._values) == kinds
    HearingFunction(heard, book, "ends")
    assert len(function._kept[book]._values) == 2 < MOST_KEPT


def test_the_order_says_whether_it_is_exact():
    known = {**REST["1"], **dict.fromkeys(FACTS["1"], "not_shown"), "convicted_in_presence": "no"}
    known = {
        name: answer
        for name, answer in known.items()
        if name not in BOOK.facts or answer in BOOK.facts[name].answers
    }
    (few,) = analyse(case_of(known, DAY), BOOK, engine="plain")
    (many,) = analyse(case_of({}, DAY), BOOK, engine="plain")
    assert (few.order, many.order) == ("exact", "rule of thumb")
    assert len(few.matters) <= EXACT_UP_TO < len(many.matters)


def undated(found, start, dates, **own):
    """A Part 1 accusation with only those *dates*, the hearing taken from *start*."""
    case = case_of(found, DAY, "1", "accusation", taken_from=start, dates=dates)
    return case.model_copy(
        update={
            "offences": tuple(each.model_copy(update={"conduct_date": None, **own}) for each in case.offences)
        }
    )


AGE = "EA 2003 s 15"
DUAL = "EA 2003 s 10(2)"


def test_what_hangs_on_a_missing_date_matters_by_the_law_that_may_apply():
    (nothing,) = analyse(undated({}, AGE, {"hearing": "2013-06-30"}), BOOK, engine="plain")
    assert (nothing.settled, nothing.support) == (False, None)
    assert {"age_at_conduct", "judge_sits_in"} <= {each.name for each in nothing.matters}
    assert "conduct_date" not in {
        each.name for each in nothing.matters
    }  # one version may apply up to that hearing
    eight = {"age_at_conduct": "8"}
    (aged,) = analyse(undated(eight, AGE, {"hearing": "2013-06-30"}), BOOK, engine="plain")
    assert (aged.settled, aged.support, aged.matters[0].name) == (False, None, "judge_sits_in")
    here = {**eight, "judge_sits_in": "england_and_wales"}
    (seated,) = analyse(undated(here, AGE, {"hearing": "2013-06-30"}), BOOK, engine="plain")
    assert (seated.settled, seated.outcome) == (True, "discharge")
    assert {each.name for each in seated.support} == {"age_at_conduct", "judge_sits_in"}


def test_a_missing_date_matters_where_the_law_on_its_days_differs():
    scotland = {"age_at_conduct": "9", "judge_sits_in": "scotland"}
    case = undated(scotland, AGE, {"hearing": DAY})
    (stated,) = analyse(case, BOOK, engine="plain")
    (date,) = [each for each in stated.matters if each.kind == "date"]
    assert (date.name, date.ask, date.provisions) == (
        "conduct_date",
        "On which day did the conduct take place?",
        (AGE,),
    )
    assert date.answers == {
        each: f"{each[0].upper()}{each[1:]}." for each in ("before 17 December 2021", "from 17 December 2021")
    }
    assert (date.decided_by, date.proof, date.unit, date.suffices, date.findings) == (
        "judge",
        None,
        None,
        (),
        (),
    )
    assert (stated.outcome, stated.settled, stated.support) == ("open", False, None)
    assert date.name not in {name for _, name in best_asked([stated], BOOK, case)}
    (young,) = analyse(undated({"age_at_conduct": "7"}, AGE, {"hearing": DAY}), BOOK, engine="plain")
    assert (young.outcome, young.settled, [each.name for each in young.support]) == (
        "discharge",
        True,
        ["age_at_conduct"],
    )
    (determined,) = determine(
        undated({"age_at_conduct": "7"}, AGE, {"hearing": DAY}), BOOK, engine="plain"
    ).offences
    assert determined.outcome.outcome == young.outcome


def test_what_a_limb_asks_matters_while_the_date_of_its_law_is_missing():
    (stated,) = analyse(
        undated({}, DUAL, {"hearing": "2022-06-01"}, conduct_date=dt.date(2012, 1, 1)), BOOK, engine="plain"
    )
    named = {each.name: each for each in stated.matters}
    assert named["arrest_date"].provisions[0] == DUAL
    assert tuple(named["arrest_date"].answers) == (
        "before 25 January 2010",
        "from 25 January 2010 and before 23:00 on 31 December 2020",
        "from 23:00 on 31 December 2020",
    )
    assert tuple(named["certificate_date"].answers) == ("before 21 July 2014", "from 21 July 2014")
    assert {"framework_list_certificate", "acts_place", "uk_equivalent"} <= set(named)
    assert not stated.settled
    hour = {"hearing": "2022-06-01", "certificate": "2020-10-05", "arrest": "2020-12-31"}
    (stated,) = analyse(undated({}, DUAL, hour, conduct_date=dt.date(2012, 1, 1)), BOOK, engine="plain")
    (date,) = [each for each in stated.matters if each.kind == "date"]
    assert (date.name, tuple(date.answers)) == (
        "arrest_hour",
        ("on 31 December 2020, before 23:00", "on 31 December 2020, from 23:00"),
    )


def heard_of(case):
    """The only offence of *case*, heard even if a date is missing without which no case is heard."""
    case = examine(case, BOOK)
    heard = Heard(Shared(case, BOOK, None, (), reader_of(BOOK, "plain")), case.offences[0])
    heard.walk({}, {})
    return heard


def test_before_any_law_there_is_no_answer():
    heard = heard_of(undated({}, DUAL, {"hearing": "2003-06-30"}))
    for judgments in ("variables", "ends"):
        early = HearingFunction(heard, BOOK, judgments)
        assert (early.dates, early.diagrams.value(early.whole)) == ({}, OPEN_END)


def test_a_fact_can_change_the_outcome_in_place_of_what_is_known_of_it():
    (heard,) = hear(
        case_of({"convicted_in_presence": "no", "retrial_right": "none"}, DAY), BOOK, Under(engine="plain")
    ).offences
    assert can_still_change(heard, BOOK, ()) == frozenset()
    assert can_still_change(heard, BOOK, ("retrial_right", "age_at_conduct")) == {"retrial_right"}


LACKING = [
    ("conduct_date",),
    ("arrest",),
    ("conduct_date", "arrest"),
    ("arrest_hour",),
    ("hearing",),
    ("certificate",),
    ("certificate", "arrest"),
]


@examples(60)
@given(st.data(), st.sampled_from(LACKING), st.sampled_from(["accusation", "conviction"]))
def test_on_each_day_the_function_is_that_of_the_case_with_the_day(data, lacking, kind):
    start, found = data.draw(hearings("1"))
    if "certificate" in lacking:  # without one its decision goes by the day of the hearing
        assume(BOOK.places["1"][start] > BOOK.places["1"]["EA 2003 s 2(7A)"])
    dates = {
        "hearing": "2025-01-01",
        "certificate": "2018-01-02",
        "arrest": "2020-12-31",
        "arrest_hour": "23:30",
    }
    conduct = dt.date(2012, 1, 1)

    def dated(**given_):
        head = {name: day for name, day in {**dates, **given_}.items() if name != "conduct_date"}
        if head.get("arrest") != "2020-12-31" and "arrest_hour" not in given_:
            head.pop("arrest_hour", None)
        case = case_of(
            found,
            DAY,
            "1",
            kind,
            taken_from=start,
            dates={name: day for name, day in head.items() if day is not None},
        )
        own = {"conduct_date": given_.get("conduct_date", conduct)}
        return case.model_copy(
            update={"offences": tuple(each.model_copy(update=own) for each in case.offences)}
        )

    heard = heard_of(dated(**dict.fromkeys(lacking)))
    spans_of = VersionSpans(dict(BOOK.questions_in("1")), heard.chosen).dates
    whole = HearingFunction(heard, BOOK, "ends", constants="unchangeable")
    chosen = {name: data.draw(st.sampled_from(spans)) for name, spans in spans_of.items()}
    stated = {name: labels(spans_of[name])[spans_of[name].index(span)] for name, span in chosen.items()}
    arrest, consent = (
        chosen.get("arrest_date"),
        chosen.get("consent_date"),
    )  # the day of consent is unknown too, where that of the arrest is
    assume(not consent or consent.until is None or consent.until > arrest.from_)
    on_the_day = {}
    for name, span in chosen.items():
        key = name if name in ("conduct_date", "arrest_hour") else name.removesuffix("_date")
        if name == "arrest_hour":
            on_the_day[key] = "23:00" if span.from_hour else "22:59"
        else:
            first = {"hearing": dt.date(2020, 12, 31), "consent": arrest and arrest.from_}.get(
                key, span.from_
            )
            day = max(span.from_, first)
            on_the_day[key] = day if key == "conduct_date" else day.isoformat()
            if name == "arrest_date" and span.from_hour:
                on_the_day["arrest_hour"] = span.from_hour.isoformat("minutes")
    one = HearingFunction(heard_of(dated(**on_the_day)), BOOK, "ends", constants="unchangeable")
    here = whole.diagrams.given(whole.whole, {**whole.known, **stated})
    there = one.diagrams.given(one.whole, one.known)
    assert len(chosen.keys() - {"consent_date"}) == len(lacking)
    assert whole.diagrams.value(here) == one.diagrams.value(there)
    names = whole.diagrams.names(here)  # their order is that of the versions of every day
    assert set(names) == set(one.diagrams.names(there))
    answers = {
        name: sorted({*whole.diagrams.answers(name)} & {*one.diagrams.answers(name)}, key=str)
        for name in names
    }
    assert all(answers.values())
    chance = random.Random(len(names))
    for _ in range(30):
        case = {name: chance.choice(each) for name, each in answers.items()}
        assert whole.diagrams.value(whole.diagrams.given(here, case)) == one.diagrams.value(
            one.diagrams.given(there, case)
        )


def answered_with(case, name, answer):
    """*case* with one finding more, on the person or on its only offence."""
    finding = (
        (
            Finding(
                answer=answer,
                by=next(each.decided_by for each in BOOK.questions.values() if each.name == name),
            ),
        )
        if name in QUESTIONS
        else (Finding(answer=answer),)
    )
    if BOOK.about(case.part, name) == "person":
        return case.model_copy(update={"findings": {**case.findings, name: finding}})
    (offence,) = case.offences
    return case.model_copy(
        update={"offences": (offence.model_copy(update={"findings": {**offence.findings, name: finding}}),)}
    )


QUESTIONS = {question.name for question in BOOK.questions.values()}


# the rule book does not say whether Rwanda was designated, and the designation decides what is asked
ON_A_DAY = {"hearing": "2017-01-01", "certificate": "2016-01-01"}
DESIGNATION_OPEN = case_of(
    {}, "2017-01-01", "2", "accusation", taken_from="EA 2003 s 83", territory="RW", dates=ON_A_DAY
)


@pytest.mark.parametrize(
    "case",
    [
        *(
            CaseFile.load(ROOT / f"examples/{example}/case.yaml")
            for example in ("half_complete", "part_2_in_absence", "part_1_conviction")
        ),
        DESIGNATION_OPEN,
    ],
    ids=lambda case: case.case,
)
def test_the_effect_of_an_answer_is_the_outcome_of_the_case_with_that_answer(case):
    (sensitivity,) = analyse(case, BOOK, engine="plain")
    for matter in sensitivity.matters:
        for effect in matter.effects:
            if effect.answer in ("yes", "no", *matter.answers):
                made = determine(
                    answered_with(case, matter.name, effect.answer), BOOK, engine="plain"
                ).offences[0]
                assert effect.outcome == made.if_nothing_more_is_shown.outcome.outcome, (matter.name, effect)
                assert not effect.final or made.outcome.kind != "open", (matter.name, effect)


@examples(60)
@given(st.data(), st.sampled_from(["1", "2"]), st.sampled_from(["accusation", "conviction"]))
def test_the_effect_of_an_answer_is_that_of_a_walk_that_asks_everything(data, part, kind):
    start, found = data.draw(hearings(part))
    lacking = data.draw(
        st.sampled_from([{}, {}, {"dates": {"hearing": DAY}}, {"dates": {"arrest": DAY}}, {"dates": {}}])
    )
    case = case_of(found, DAY, part, kind, taken_from=start, **lacking)
    (heard,) = hear(case, BOOK, Under(engine="plain")).offences
    to_come = HearingFunction(heard, BOOK, "variables")
    for name in to_come.diagrams.names(to_come.whole):
        if name in to_come.dates:
            continue
        answers = [str(each) for each in to_come.diagrams.answers(name)]
        quick = list(heard.outcomes_if(name, answers))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(walks, "leads_as", lambda *_: False)
            patch.setattr(walks, "may_read", lambda *_: True)
            assert quick == list(heard.outcomes_if(name, answers))


@pytest.mark.parametrize(
    ("conduct", "now", "after"),
    [
        (DAY, "proceed to s 21A(1)(b)", ["discharge", "order"]),
        ("2013-06-01", "open", ["open", "order"]),  # the question came into force on 21 July 2014
    ],
)
def test_an_answer_counts_that_only_the_walks_with_a_date_read(conduct, now, after):
    case = case_of({}, conduct, "1", "accusation", taken_from="EA 2003 s 12", dates={})
    (heard,) = hear(case, BOOK).offences
    assert heard.closed.path.outcome.outcome == now
    outcomes = heard.outcomes_if("disproportionate", ["yes", "no"])
    assert [each.outcome for each in outcomes] == after


def test_no_walk_is_made_for_an_answer_that_no_walk_without_a_date_reads(monkeypatch):
    (heard,) = hear(case_of({}, DAY, taken_from="EA 2003 s 8", dates={}), BOOK).offences
    now = heard.closed.path.outcome
    monkeypatch.delattr(walks, "Walk")
    assert list(heard.outcomes_if("age_at_conduct", ["0", "10"])) == [now, now]
    with pytest.raises(NameError):
        list(heard.outcomes_if("hearing_late", ["yes"]))


def test_an_outcome_that_a_later_question_forces_names_that_question():
    outcome = determine(CaseFile.model_validate(FORCED), BOOK).offences[0].outcome
    assert (outcome.kind, outcome.under) == ("discharge", None)
    assert [(each.question, each.under) for each in outcome.forced_by] == [
        ("EA 2003 s 17", "EA 2003 s 11(3)")
    ]


def test_very_many_smallest_changes_are_counted_and_the_first_are_listed(monkeypatch):
    monkeypatch.setattr(changes, "MOST_CHANGES", 2)
    diagrams = Diagrams({"a": ("p", "q", "r", "s")})
    found = smallest_changes(
        diagrams,
        diagrams.choice("a", lambda a: diagrams.end("now" if a == "p" else "other")),
        {"a": "p"},
        frozenset("a"),
    )
    assert found["other"].number == 3
    assert found["other"].listed == {frozenset([("a", "q")]), frozenset([("a", "r")])}


def test_a_report_says_which_question_forces_the_outcome_and_that_very_many_changes_are_not_listed():
    made = determine(CaseFile.model_validate(FORCED), BOOK)
    assert (
        "Whatever the answer at s 10(2): Section 17 (speciality) leads to this outcome, under s 11(3)."
        in " ".join(render(made, depth="full").split())
    )
    (stated,) = analyse(CaseFile.model_validate(FORCED), BOOK)
    more = stated.model_copy(update={"flips_not_listed": {"discharge": 12}})
    assert "12 more" in render(analysed(made, [more]), depth="full")


def test_offences_discharged_on_different_grounds_are_combined_without_a_ground():
    (offence,) = FORCED["offences"]
    other = {
        **offence,
        "id": "p",
        "findings": {**offence["findings"], "acts_place": "in_the_territory", "uk_equivalent": "no_offence"},
    }
    made = determine(CaseFile.model_validate({**FORCED, "offences": [offence, other]}), BOOK)
    (combined,) = made.combined
    assert (combined.outcome.kind, combined.outcome.under, combined.outcome.forced_by) == (
        "discharge",
        None,
        (),
    )


def test_no_span_of_a_missing_date_begins_after_the_hearing():
    day = dt.date(2015, 1, 1)
    heard = heard_of(case_of({}, day, "1", dates={"hearing": day.isoformat()}))
    spans = VersionSpans(dict(BOOK.questions_in("1")), heard.chosen).dates["arrest_date"]
    assert len(spans) > 1
    assert all(span.from_ <= day for span in spans)
