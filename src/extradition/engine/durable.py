"""The engine: versions compiled to durable rules, and the conclusions of each run; the only importer of
``durable_rules_engine``.

Everything here keeps to the subset of durable-rules 2.0.28 that measurements showed to be safe
(docs/decisions/0001-…). Rules are conjunctions of constant tests. Each fact has one message, with the name of
the fact as its id. Rule sets are far below the limits of durable-rules. Nothing here has threads of its own,
and one session runs at a time.
"""

from __future__ import annotations

import functools
import json
import threading
import weakref
from collections import Counter
from collections.abc import Mapping
from typing import Any

from extradition.engine.plain import Reading
from extradition.engine.rules import A_NUMBER, NEVER, Conclusion, Rule, compiled
from extradition.rule_book.conditions import Answer, Answers
from extradition.rule_book.fact import Fact
from extradition.rule_book.version import Version
from extradition.rule_book.vocabulary import fnv1a
from extradition.source import EngineError

MOST_NAMES = 400
"""Most different message names in one rule set; beyond 511 durable hangs."""
MOST_CONDITIONS_ON_A_NAME = 200
"""Most conditions on one name; beyond 255 durable fires wrong rules."""
MOST_MATCHES = 48
"""Most conditions that one message can match; beyond 64 durable refuses the message."""
MOST_CONDITIONS_IN_A_RULE = 14
"""Most conditions joined in one rule; beyond 16 durable refuses the message."""
MOST_RULES = 3_000
"""Most rules in one rule set; beyond 4,096 durable refuses the set."""

_BEGIN, _SID = "$begin", "hearing"
_UNAVAILABLE = """\
durable-rules cannot be loaded ({reason}).
Its installation compiles it, with a C compiler and the Python headers. On Python 3.13, build it with
    CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject pip install --no-cache-dir --force-reinstall durable_rules==2.0.28
Without it, use the plain reading alone: --engine plain, or determine(..., engine="plain")."""


def _load() -> Any:
    try:
        import durable_rules_engine  # noqa: PLC0415  only on use: the plain reading runs without it
    except ImportError as error:
        raise EngineError(_UNAVAILABLE.format(reason=error)) from None
    return durable_rules_engine


class Engine:
    """Compiled versions, kept for the life of the engine. Threads may share it; they take turns."""

    def __init__(self, facts: Mapping[str, Fact]) -> None:
        self._facts = facts
        self._rulesets: dict[str, _Ruleset] = {}
        self._lock = threading.Lock()

    def compile(self, version: Version) -> None:
        """Compile *version*, unless it has no conditions or the engine has compiled it already.

        Raises:
            EngineError: durable-rules cannot be loaded, or the version exceeds its limits.
        """
        if version.yes_if is not None:
            with self._lock:
                self._ruleset(version)

    def read(self, version: Version, answers: Answers) -> Reading:
        """The conclusions that the rules of *version* reach on *answers*.

        Raises:
            EngineError: durable-rules cannot be loaded or failed, or the version exceeds its limits.
        """
        if version.yes_if is None:  # left to the judgment of a person: there is no rule to fire
            return Reading("open", {})
        with self._lock:
            fired = self._ruleset(version).fire(answers)
        given = [answer for answer in ("yes", "no") if (answer, True) in fired]
        if len(given) > 1:
            raise EngineError(f"{version.id}: durable rules concluded both yes and no")
        settled = {key: held for key, held in fired if key not in ("yes", "no")}
        return Reading("yes" if "yes" in given else "no" if given else "open", settled)

    def _ruleset(self, version: Version) -> _Ruleset:
        if version.id not in self._rulesets:
            self._rulesets[version.id] = _Ruleset(version, self._facts)
        return self._rulesets[version.id]


class _Ruleset:
    """One version as a durable rule set, driven through durable's own C module.

    It does the work of durable's ``Host`` without the timer threads of ``Host``, which also hides errors in
    an action (docs/decisions/0001-durable-rules-and-its-oracle.md).
    """

    def __init__(self, version: Version, facts: Mapping[str, Fact]) -> None:
        rules = {f"r{i}": rule for i, rule in enumerate(compiled(version, facts))}
        _check_limits(version, list(rules.values()), version.facts)
        definition: dict[str, Any] = {
            _BEGIN: {
                "all": [{"p0": {"k": _BEGIN}}]
            },  # fires first: durable cannot safely delete a session in which no rule fired
            "$sink": {
                "all": [{"p0": {"$ex": {"k": 1}}}, {"p1": {"k": NEVER}}]
            },  # otherwise a fact that no rule reads stops the other facts
        }
        definition.update(
            {
                name: {"all": [{f"p{i}": match} for i, match in enumerate(rule.matches)]}
                for name, rule in rules.items()
            }
        )
        self._id = version.id
        self._facts = facts
        self._names = sorted(version.facts)
        self._concludes = {name: rule.concludes for name, rule in rules.items()}
        self._begin = json.dumps({"sid": _SID, "id": _BEGIN, "k": _BEGIN})
        self._messages: dict[tuple[str, Answer | None], str] = {}
        self._core = _load()
        self._handle = self._core.create_ruleset(version.id, json.dumps(definition))
        weakref.finalize(self, self._core.delete_ruleset, self._handle)

    def fire(self, answers: Answers) -> frozenset[Conclusion]:
        """The conclusions of every rule that fires on *answers*."""
        fired: set[Conclusion] = set()
        messages = ",".join(self._message(name, answers.get(name)) for name in self._names)
        try:
            self._run(self._core.assert_fact(self._handle, self._begin), fired)
            try:
                self._run(self._core.assert_facts(self._handle, f"[{messages}]"), fired)
            finally:
                self._core.delete_state(self._handle, _SID)
        except Exception as error:
            raise EngineError(f"{self._id}: durable rules failed: {error}") from error
        return frozenset(fired)

    # Whole: it runs for every question of every hearing, and a call more costs.
    def _run(self, asserted: tuple[int, int], fired: set[Conclusion]) -> None:
        """Run every due action: record the conclusion of each rule, and assert it for later rules."""
        state_handle = _accepted(asserted)
        started = self._core.start_action_for_state(self._handle, state_handle)
        if not started:
            return
        state, due = started
        try:
            while due:
                conclusion = self._concludes.get(due.split('"', 2)[1])
                if conclusion is not None and conclusion not in fired:
                    fired.add(conclusion)
                    key, held = conclusion
                    if key not in ("yes", "no"):
                        _accepted(self._core.assert_fact(self._handle, _conclusion_message(key, held)))
                self._core.update_state(self._handle, state)
                due = self._core.complete_and_start_action(self._handle, state_handle)
        except BaseException:
            self._core.abandon_action(
                self._handle, state_handle
            )  # otherwise durable cannot delete the session
            raise

    def _message(self, name: str, answer: Answer | None) -> str:
        message = self._messages.get((name, answer))
        if message is None:
            message = json.dumps(_message(name, answer, self._facts.get(name)))
            if not isinstance(answer, int):  # a number can have any value: not kept
                self._messages[name, answer] = message
        return message


@functools.cache
def _conclusion_message(key: str, held: bool) -> str:  # noqa: FBT001  half of a conclusion
    """The message that carries a conclusion to later rules."""
    return json.dumps({"sid": _SID, "id": key, "k": key, "v": "holds" if held else "fails"})


def _accepted(asserted: tuple[int, int]) -> int:
    """The state handle of an assertion, unless durable refused the message."""
    code, state_handle = asserted
    if code:
        raise ValueError(
            {1: "a message was not handled", 2: "a message was observed before"}.get(code, f"code {code}")
        )
    return state_handle


def _message(name: str, answer: Answer | None, fact: Fact | None) -> dict[str, Any]:
    """One fact as a message, with its word under ``v``; an open fact has ``u`` and no field that a rule
    tests.

    A fact with numbers as answers has two more fields, so that no rule compares a word with a number.
    Under ``low`` a word counts as below every number, under ``high`` as above every number.
    """
    if answer is None:
        value: dict[str, Any] = {"u": 1}
    elif fact is None or fact.unit is None:
        value = {"v": answer}
    elif isinstance(answer, int):
        value = {"v": A_NUMBER, "low": answer, "high": answer}
    else:
        value = {"v": answer, "low": -1, "high": 2**53}
    return {"sid": _SID, "id": name, "k": name, **value}


def _check_limits(version: Version, rules: list[Rule], facts: tuple[str, ...]) -> None:
    """Refuse rules near the measured limits of durable-rules, beyond which it hangs, crashes or fires
    wrong rules.
    """
    matches = [match["$and"] for rule in rules for match in rule.matches]
    on_name = Counter(tests[0]["k"] for tests in matches)
    names = {*on_name, *facts, _BEGIN, NEVER}
    worst = {
        "different names": (len(names), MOST_NAMES),
        "conditions on one name": (max(on_name.values()), MOST_CONDITIONS_ON_A_NAME),
        "conditions that one message matches": (_most_matches(matches), MOST_MATCHES),
        "conditions in one rule": (max(len(rule.matches) for rule in rules), MOST_CONDITIONS_IN_A_RULE),
        "rules": (len(rules), MOST_RULES),
    }
    for what, (count, most) in worst.items():
        if count > most:
            raise EngineError(
                f"{version.id}: {count} {what}, more than the {most} that durable rules holds safely; split "
                "the question"
            )
    hashes: dict[int, str] = {}
    for name in sorted(names):
        other = hashes.setdefault(fnv1a(name), name)
        if other != name:
            raise EngineError(
                f"{version.id}: {name!r} and {other!r} have the same 32-bit hash, by which durable rules "
                "would confuse them"
            )


def _most_matches(matches: list[list[dict[str, Any]]]) -> int:
    """The most conditions that one message can match; a test of a number counts as matched."""
    by_name: dict[str, list[list[dict[str, Any]]]] = {}
    for name, *tests in matches:
        by_name.setdefault(name["k"], []).append(tests)
    return max(
        sum(all(_passes(test, word) for test in tests) for tests in on_name)
        for on_name in by_name.values()
        for word in _words(on_name)
    )


def _words(on_name: list[list[dict[str, Any]]]) -> set[str]:
    """The words that the tests of one name distinguish, and one word for all others."""
    return {NEVER} | {
        word
        for tests in on_name
        for test in tests
        for word in (test.get("v"), test.get("$neq", {}).get("v"))
        if word is not None
    }


def _passes(test: dict[str, Any], word: str) -> bool:
    if "v" in test:
        return bool(test["v"] == word)
    return "$neq" not in test or bool(test["$neq"]["v"] != word)
