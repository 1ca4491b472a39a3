"""The engine against the plain reading, and at the limits of durable rules."""

import builtins
import gc
import threading
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import BOOK, SMALL

from extradition import EngineError, determine
from extradition.engine import plain
from extradition.engine.durable import Engine
from extradition.rule_book.fact import Fact
from extradition.rule_book.version import Version

FACTS = {
    f"f{i}": Fact(
        ask="?", about="offence", answers={"a": "A.", "b": "B.", "c": "C.", "d": "D."}, when_not_shown="a"
    )
    for i in range(6)
}
FACTS["n"] = Fact(
    ask="?",
    about="offence",
    answers={"life": "L.", "none": "N.", "other": "O."},
    unit="months",
    when_not_shown="none",
)


def version(yes_if: Any, no_if: Any = None, name: str = "v-1") -> Version:
    return Version.model_validate(
        {
            "id": name,
            "in_force": {"from": "2004-01-01", "selected_by": "hearing date"},
            "made_by": "enactment",
            "verified": "recalled",
            "summary": "S",
            "yes_if": yes_if,
            "authorities": [{"cite": "C", "name": "N", "treatment": "enacts", "verified": "recalled"}],
            **({"no_if": no_if, "left_open": [{"because": "J"}]} if no_if else {}),
        }
    )


worded = st.tuples(
    st.sampled_from([f"f{i}" for i in range(6)]), st.sets(st.sampled_from("abcd"), min_size=1).map(sorted)
).map(lambda t: {t[0]: t[1]})
numbers = st.tuples(st.sampled_from(["at_least", "below"]), st.integers(0, 5)).map(
    lambda t: {"n": {t[0]: t[1]}}
)
mixed = st.sets(st.sampled_from(["life", "none", "other"]), min_size=1).map(
    lambda words: {"n": sorted(words)}
)
conditions = st.recursive(
    worded | numbers | mixed,
    lambda inner: st.tuples(st.sampled_from(["all", "any"]), st.lists(inner, min_size=1, max_size=4)).map(
        lambda t: {t[0]: t[1]}
    ),
    max_leaves=12,
)
known = st.fixed_dictionaries(
    {},
    optional={
        **{f"f{i}": st.sampled_from("abcd") for i in range(6)},
        "n": st.sampled_from(["life", "none", "other"]) | st.integers(0, 6),
    },
)


@given(conditions, st.lists(known, min_size=1, max_size=4))
def test_any_condition_fires_as_it_reads(condition, cases):
    made = version(condition)
    engine = Engine(FACTS)
    for answers in cases:
        given_ = {name: answer for name, answer in answers.items() if name in made.facts}
        wanted, fired = plain.read_plainly(made, given_), engine.read(made, given_)
        assert fired.answer == wanted.answer == made.answer(given_)
        assert fired.settled == {key: held for key, held in wanted.settled.items() if key in made.composed}


@given(conditions, known)
def test_what_matters_is_what_brute_force_says(condition, answers):
    made = version(condition)
    given_ = {name: answer for name, answer in answers.items() if name in made.facts}
    domains = {
        name: ("life", "none", "other", *range(7)) if name == "n" else tuple("abcd") for name in made.facts
    }
    missing = [name for name in made.facts if name not in given_]
    if len(missing) > 4:
        missing, given_ = missing[:4], {**given_, **{name: domains[name][0] for name in missing[4:]}}

    def completions(names: list[str]) -> list[dict[str, Any]]:
        whole: list[dict[str, Any]] = [{}]
        for name in names:
            whole = [{**each, name: answer} for each in whole for answer in domains[name]]
        return whole

    def can_matter(name: str) -> bool:
        others = [other for other in missing if other != name]
        return any(
            len({made.answer({**given_, **rest, name: answer}) for answer in domains[name]}) > 1
            for rest in completions(others)
        )

    assert list(plain.matters(made, given_, domains)) == [name for name in missing if can_matter(name)]


def test_every_version_of_both_books_compiles():
    for book in (BOOK, SMALL):
        engine = Engine(book.facts)
        for _, each in book.versions.values():
            engine.compile(each)


def test_a_reserved_question_has_no_rules():
    engine = Engine(SMALL.facts)
    engine.compile(SMALL.versions["s12-first"][1])
    assert engine._rulesets == {}
    assert engine.read(SMALL.versions["s12-first"][1], {"mercy": "yes"}).answer == "open"
    assert SMALL.versions["s12-first"][1].answer({}) == "open"


def facts_named(count: int) -> dict[str, Fact]:
    return {f"f{i}": FACTS["f0"] for i in range(count)}


@pytest.mark.parametrize(
    ("count", "condition", "message"),
    [
        (
            20,
            lambda names: {"all": [{name: ["a"]} for name in names]},
            "20 conditions in one rule, more than the 14",
        ),
        (
            1,
            lambda _: {"all": [{"all": [{"any": [{"f0": ["a"]}] * 10}] * 10}] * 2},
            "220 conditions on one name, more than the 200",
        ),
        (
            2,
            lambda names: {"any": [{"all": [{"f0": ["a"]}, {"f1": [x]}]} for x in "abcd" for _ in range(13)]},
            "conditions that one message matches, more than the 48",
        ),
    ],
)
def test_a_question_beyond_the_limits_of_durable_rules_is_refused(count, condition, message):
    facts = facts_named(count)
    with pytest.raises(EngineError, match=message) as error:
        Engine(facts).compile(version(condition(list(facts))))
    assert str(error.value).startswith("v-1: ")
    assert str(error.value).endswith("split the question")


def nested(names: list[str]) -> Any:
    """All of *names* in groups of ten, so that no rule joins more."""
    level: list[Any] = [{name: ["a"]} for name in names]
    while len(level) > 1:
        level = [{"all": level[i : i + 10]} for i in range(0, len(level), 10)]
    return level[0]


def test_a_question_with_too_many_names_or_rules_is_refused():
    with pytest.raises(EngineError, match="different names, more than the 400"):
        Engine(facts_named(420)).compile(version(nested(list(facts_named(420)))))
    Engine(facts_named(300)).compile(version(nested(list(facts_named(300)))))


def test_just_within_the_limits_it_is_right():
    facts = facts_named(300)
    made = version(nested(list(facts)))
    engine = Engine(facts)
    assert engine.read(made, dict.fromkeys(facts, "a")).answer == "yes"
    assert engine.read(made, {**dict.fromkeys(facts, "a"), "f299": "b"}).answer == "no"
    assert engine.read(made, {name: "a" for name in facts if name != "f7"}).answer == "open"


def test_names_that_durable_rules_would_confuse_are_refused():
    names = ("final_damage_of_public_deed_denied", "final_appeal_of_public_party_denied")
    with pytest.raises(EngineError, match="have the same 32-bit hash"):
        Engine(dict.fromkeys(names, FACTS["f0"])).compile(version({"all": [{name: ["a"]} for name in names]}))


def test_the_limit_on_rules(monkeypatch):
    monkeypatch.setattr("extradition.engine.durable.MOST_RULES", 3)
    with pytest.raises(EngineError, match="rules, more than the 3 that durable rules holds safely"):
        Engine(FACTS).compile(version({"all": [{"f0": ["a"]}, {"f1": ["a"]}]}))


def test_without_durable_rules_there_is_a_message_that_helps(merticariu, monkeypatch):
    imported = builtins.__import__

    def missing(name, *args, **more):
        if name == "durable_rules_engine":
            raise ImportError("undefined symbol: PyEval_CallObject")
        return imported(name, *args, **more)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(EngineError) as error:
        Engine(FACTS).compile(version({"f0": ["a"]}))
    assert "undefined symbol: PyEval_CallObject" in str(error.value)
    assert "CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject pip install --no-cache-dir" in str(error.value)
    assert determine(merticariu, BOOK, engine="plain").outcome == "discharge"


class Spoilt:
    """Durable's C module, but for one function of it."""

    def __init__(self, core, name, function):
        self.core, self.name, self.function, self.called = core, name, function, []

    def __getattr__(self, name):
        self.called.append(name)
        return self.function if name == self.name else getattr(self.core, name)


def spoil(engine, made, name, function):
    ruleset = engine._ruleset(made)
    ruleset._core = Spoilt(ruleset._core, name, function)
    return ruleset


def test_a_failure_of_durable_rules_is_an_engine_error():
    made, engine = version({"all": [{"f0": ["a"]}, {"f1": ["a"]}]}), Engine(FACTS)
    ruleset = spoil(engine, made, "assert_facts", lambda *_: (2, 0))
    with pytest.raises(EngineError, match="v-1: durable rules failed: a message was observed before"):
        engine.read(made, {"f0": "a"})
    ruleset._core = ruleset._core.core
    assert engine.read(made, {"f0": "a", "f1": "a"}).answer == "yes"  # nothing of the failed session is left


def test_a_failure_in_an_action_gives_the_action_up_and_frees_the_session():
    made, engine = version({"all": [{"f0": ["a"]}, {"f1": ["a"]}]}), Engine(FACTS)
    engine.compile(made)
    real = engine._ruleset(made)._core.update_state
    calls = []

    def fail(*arguments):
        calls.append(arguments)
        if len(calls) > 1:
            raise RuntimeError("error code: 303")
        return real(*arguments)

    ruleset = spoil(engine, made, "update_state", fail)
    with pytest.raises(EngineError, match="v-1: durable rules failed: error code: 303"):
        engine.read(made, {"f0": "a", "f1": "a"})
    assert ruleset._core.called[-2:] == ["abandon_action", "delete_state"]
    ruleset._core = ruleset._core.core
    assert engine.read(made, {"f0": "a", "f1": "a"}).answer == "yes"


def test_a_failure_before_anything_fired_deletes_nothing():
    made, engine = version({"f0": ["a"]}), Engine(FACTS)
    ruleset = spoil(engine, made, "assert_fact", lambda *_: (9, 0))
    with pytest.raises(EngineError, match="code 9"):
        engine.read(made, {"f0": "a"})
    assert "delete_state" not in ruleset._core.called


def test_an_interruption_is_not_swallowed():
    made, engine = version({"all": [{"f0": ["a"]}, {"f1": ["a"]}]}), Engine(FACTS)

    def interrupt(*_):
        raise KeyboardInterrupt

    spoil(engine, made, "update_state", interrupt)
    with pytest.raises(KeyboardInterrupt):
        engine.read(made, {"f0": "a", "f1": "a"})


def test_a_session_in_which_nothing_is_due_ends():
    made, engine = version({"f0": ["a"]}), Engine(FACTS)
    ruleset = spoil(engine, made, "start_action_for_state", lambda *_: None)
    ruleset._core.core.assert_fact(ruleset._handle, ruleset._begin)
    assert ruleset._run((0, 0), set()) is None


def test_yes_and_no_at_once_are_refused():
    clash = Version.model_construct(
        **{**version({"f0": ["a"]}, {"f0": ["b"]}).__dict__, "no_if": version({"f0": ["a"]}).yes_if}
    )
    with pytest.raises(EngineError, match="v-1: durable rules concluded both yes and no"):
        Engine(FACTS).read(clash, {"f0": "a"})


def test_it_starts_no_threads_and_is_freed():
    before = threading.active_count()
    for _ in range(20):
        engine = Engine(FACTS)
        engine.read(version({"f0": ["a"]}), {"f0": "a"})
        del engine
    gc.collect()
    assert threading.active_count() == before
