"""What matters, what would change the outcome, on what it rests: against brute force on trial in absence, at random on the whole book."""

import datetime as dt
import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from profiles import examples
from strategies import BOOK, ROOT, case_of, hearings

from extradition import CaseFile, analyse, determine, render
from extradition.hearing import Under, hear
from extradition.rule_book.consequences import next_question
from extradition.sensitivity import analysed
from extradition.sensitivity.changes import order_to_ask, smallest_changes, smallest_hitting_set, smallest_support, together
from extradition.sensitivity.decision_diagram import Diagrams
from extradition.sensitivity.function import HearingFunction, end_of

DAY = "2025-01-01"
CHAIN = {
    part: [question for provision, question in BOOK.questions_in(part) if provision.startswith((f"EA 2003 s {section}(",))]
    for part, section in (("1", "20"), ("2", "85"))
}
FACTS = {
    part: tuple(dict.fromkeys(fact for question in chain for version in question.versions for fact in version.facts if fact in BOOK.facts))
    for part, chain in CHAIN.items()
}
REST = {
    part: {
        question.name: {"answer": answer, "by": question.decided_by}
        for provision, question in BOOK.questions_in(part)
        for answer in ["yes" if question.name in ("convention_compatible", "case_to_answer_in_absence") else "no"]
        if not question.is_limb and question not in CHAIN[part]
    }
    for part in CHAIN
}
"""Every other question that the hearing comes to, answered so that it goes on to the end."""


def final(found, part, judged):
    """Where the chain ends on complete answers, walked by hand: what the law leaves to judgment is answered as *judged*."""
    chain = {question.name: question for question in CHAIN[part]}
    by_provision = {question.provision: question for question in CHAIN[part]}

    def answer(question):
        version = next(each for each in question.versions if each.in_force.covers(dt.date.fromisoformat(DAY)))
        told = {name: answer(chain[name]) if name in chain else found[name] for name in version.facts}
        given_ = version.answer(told)
        return judged[question.name] if given_ == "open" else given_

    here = {"1": "EA 2003 s 20(1)", "2": "EA 2003 s 85(1)"}[part]
    while here in by_provision:
        way = by_provision[here].leads(answer(by_provision[here]))
        here = next_question(way)
    return "discharge" if here is None else "goes on"  # with the rest answered, section 86 and section 87 come to the same


def drawn(data, part, names):
    return {name: data.draw(st.sampled_from(sorted(BOOK.facts[name].answers))) for name in names}


@examples(30)
@given(st.data(), st.sampled_from(["1", "2"]))
def test_what_matters_is_what_some_completion_makes_matter(data, part):
    unknown = data.draw(st.lists(st.sampled_from(FACTS[part]), min_size=1, max_size=3, unique=True))
    found = drawn(data, part, [name for name in FACTS[part] if name not in unknown])
    (told,) = analyse(case_of({**found, **REST[part]}, DAY, part), BOOK, engine="plain")
    listed = {each.name for each in told.matters if each.kind == "fact"}
    names = [question.name for question in CHAIN[part]]
    ends = {
        (answers, judged): final({**found, **dict(zip(unknown, answers, strict=True))}, part, dict(zip(names, judged, strict=True)))
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
    assert not set(told.no_longer_matters) & listed
    assert told.settled == (len(set(ends.values())) == 1)


@examples(100)
@given(st.data(), st.sampled_from(["1", "2"]))
def test_the_function_comes_out_as_the_determination_does(data, part):
    start, found = data.draw(hearings(part))
    kind = data.draw(st.sampled_from(["accusation", "conviction"]))
    case = case_of(found, DAY, part, kind, taken_from=start)
    (heard,) = hear(case, BOOK, Under(engine="plain")).offences
    function = HearingFunction(heard, BOOK, "ends", put_in="fixed")
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
    found.update({name: {"answer": data.draw(st.sampled_from(["yes", "no"])), "by": "judge"} for name in judged})
    case = case_of(found, DAY, part)
    (told,) = analyse(case, BOOK, hold_findings=hold, engine="plain")

    def outcome(changes):
        changed = {**found, **{name: {"answer": answer, "by": "judge"} if name in judged else answer for name, answer in changes.items()}}
        return determine(case_of(changed, DAY, part), BOOK, engine="plain").outcome

    now = outcome({})
    for flip in told.flips[:8]:
        options = [[(change.name, answer) for answer in change.to] for change in flip.changes]
        for one in itertools.islice(itertools.product(*options), 2):
            assert outcome(dict(one)) == flip.outcome != now
            for less in range(len(one)):
                for fewer in itertools.combinations(one, less):
                    assert outcome(dict(fewer)) != flip.outcome
        assert not hold or not {change.name for change in flip.changes} & set(judged)
    single = {(change.name, answer) for flip in told.flips if len(flip.changes) == 1 for change in flip.changes for answer in change.to}
    for name in data.draw(st.lists(st.sampled_from(FACTS[part]), min_size=4, max_size=4, unique=True)):
        for answer in BOOK.facts[name].answers:
            if answer != found[name]:
                assert (outcome({name: answer}) != now) == ((name, answer) in single)


@examples(30)
@given(st.data(), st.sampled_from(["1", "2"]))
def test_a_support_guarantees_the_outcome_and_nothing_smaller_does(data, part):
    known = data.draw(st.lists(st.sampled_from(FACTS[part]), min_size=5, max_size=len(FACTS[part]), unique=True))
    case = case_of({**drawn(data, part, known), **REST[part]}, DAY, part)
    (heard,) = hear(case, BOOK, Under(engine="plain")).offences
    function = HearingFunction(heard, BOOK, "ends", put_in="fixed")
    diagrams, now = function.diagrams, function.known
    support = smallest_support(diagrams, function.whole, now)
    end = diagrams.value(diagrams.given(function.whole, now))
    assert (support is None) == (end is None)
    assume(support is not None)
    assert diagrams.value(diagrams.given(function.whole, {name: now[name] for name in support})) == end
    for fewer in itertools.combinations(now, len(support) - 1) if support and len(now) < 14 else ():
        assert diagrams.value(diagrams.given(function.whole, {name: now[name] for name in fewer})) is None
    for name in support:
        assert diagrams.value(diagrams.given(function.whole, {other: now[other] for other in support if other != name})) is None


@given(st.lists(st.frozensets(st.sampled_from("abcdefg"), min_size=1), max_size=8))
def test_a_smallest_hitting_set_hits_and_none_smaller_does(sets):
    found = smallest_hitting_set(sets)
    assert all(found & each for each in sets)
    for fewer in itertools.combinations("abcdefg", len(found) - 1) if found else ():
        assert not all(set(fewer) & each for each in sets)


def test_the_first_to_ask_settles_with_the_fewest():
    diagrams = Diagrams({"a": ("yes", "no"), "b": ("yes", "no"), "c": ("yes", "no")})
    deep = diagrams.choice("a", lambda a: diagrams.choice("b", diagrams.end) if a == "yes" else diagrams.end(a))
    whole = diagrams.choice("c", lambda c: diagrams.end("no") if c == "no" else deep)
    assert list(order_to_ask(diagrams, whole)) == ["a", "b", "c"] or next(order_to_ask(diagrams, whole)) in "abc"
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
    both = diagrams.choice("a", lambda a: diagrams.choice("b", diagrams.end) if a == "yes" else diagrams.end("no"))
    now = {"a": "yes", "b": "yes"}
    assert smallest_changes(diagrams, both, now, frozenset("b")) == {"no": frozenset([frozenset([("b", "no")])])}
    assert smallest_changes(diagrams, both, {"a": "no", "b": "no"}, frozenset("ab")) == {"yes": frozenset([frozenset([("a", "yes"), ("b", "yes")])])}


def test_merticariu_rests_on_one_fact_and_two_findings(merticariu):
    (told,) = analyse(merticariu, BOOK)
    assert (told.outcome, told.settled, told.matters) == ("discharge", True, ())
    assert [each.name for each in told.support] == ["convicted_in_presence", "deliberately_absent", "retrial_right"]
    by_fact = {(flip.outcome, change.name): change.to for flip in told.flips for change in flip.changes}
    assert by_fact["proceed to s 21", "retrial_right"] == ("procedural_steps_only", "unconditional")
    (held,) = analyse(merticariu, BOOK, hold_findings=True)
    assert {change.name for flip in held.flips for change in flip.changes} == {"retrial_right"}
    (before,) = analyse(merticariu, BOOK, law="before-merticariu")
    assert before.outcome == "proceed to s 21"
    assert "convention_compatible" in {each.name for each in before.matters if each.kind == "judgment"}


def test_an_unknown_fact_is_told_with_all_that_is_needed_to_ask_for_it():
    found = {"convicted_in_presence": "no", "deliberately_absent": "no", "rehearing": "retrial", "minimum_retrial_rights": "yes"}
    (told,) = analyse(case_of(found, DAY), BOOK)
    (right,) = [each for each in told.matters if each.name == "retrial_right"]
    assert right.provisions == ("EA 2003 s 20(5)",)
    assert (right.proof.on, right.proof.of) == ("requesting authority", "yes")
    assert right.suffices == ("unconditional", "procedural_steps_only", "already_used")
    assert not told.settled
    assert told.support is None
    disputed = {
        **found,
        "retrial_right": [{"answer": a, "by": by} for a, by in (("none", "requested person"), ("unconditional", "requesting authority"))],
    }
    (told,) = analyse(case_of(disputed, DAY), BOOK)
    assert [finding.by for each in told.matters if each.name == "retrial_right" for finding in each.findings] == [
        "requested person",
        "requesting authority",
    ]


def test_numbers_are_told_as_spans():
    case = CaseFile.load(ROOT / "examples/part_1_conviction/case.yaml")
    (told,) = analyse(case, BOOK)
    spans = {change.name: (change.now, change.to) for flip in told.flips for change in flip.changes if change.name == "sentence_imposed"}
    assert spans["sentence_imposed"][0].startswith("at least ")
    assert "below 4" in spans["sentence_imposed"][1] or any(each.startswith("below") for each in spans["sentence_imposed"][1])


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_a_report_tells_what_the_outcome_depends_on(merticariu, form):
    made = analysed(determine(merticariu, BOOK), analyse(merticariu, BOOK))
    told = render(made, form)
    wanted = {"md": "It would be **proceed to s 21** if", "html": "It would be <strong>proceed to s 21</strong> if", "json": '"flips"'}
    assert wanted[form] in told
    half = case_of({"convicted_in_presence": "no"}, DAY)
    told = render(analysed(determine(half, BOOK), analyse(half, BOOK)), form)
    assert {"md": "What can still change the outcome", "html": "What can still change the outcome", "json": '"no_longer_matters"'}[form] in told
