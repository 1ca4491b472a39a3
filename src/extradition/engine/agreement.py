"""A check that the two readings of a version agree."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable, Mapping
from typing import Literal

from extradition.engine.durable import Engine
from extradition.engine.plain import Reading, read_plainly
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Answers
from extradition.rule_book.kept_for_book import once
from extradition.rule_book.version import Version
from extradition.source import EngineError

Reader = Callable[[Version, Answers], Reading]
ENGINE = Literal["durable", "plain"]
READINGS_MADE = Literal["durable rules and plain reading", "plain reading alone"]
"""The readings of the rules that derived an outcome, in words."""
READINGS: Mapping[ENGINE, READINGS_MADE] = {
    "durable": "durable rules and plain reading",
    "plain": "plain reading alone",
}

_engines: weakref.WeakKeyDictionary[RuleBook, Engine] = weakref.WeakKeyDictionary()
_lock = threading.Lock()


def engine_of(rule_book: RuleBook) -> Engine:
    """The engine that has compiled *rule_book*: one for all its cases and threads."""
    with _lock:
        return _engines.setdefault(rule_book, Engine(rule_book.facts))


def compile_all(rule_book: RuleBook) -> None:
    """Compile every version of *rule_book* for durable rules, so that a limit shows before the first case.

    Raises:
        EngineError: durable-rules cannot be loaded, or a version exceeds its limits.
    """
    for _, version in rule_book.versions.values():
        engine_of(rule_book).compile(version)


def examine_engine(engine: str) -> None:
    """Refuse a name that is no engine's.

    Args:
        engine: the name.

    Raises:
        ValueError: *engine* is neither ``durable`` nor ``plain``.
    """
    if engine not in READINGS:
        raise ValueError(f"the engine is 'durable' or 'plain', not {engine!r}")


def reader_of(rule_book: RuleBook, engine: ENGINE) -> Reader:
    """The function that reads versions: by durable rules and in plain Python, or in plain Python alone.

    It keeps each reading.

    Raises:
        ValueError: *engine* is neither ``durable`` nor ``plain``.
    """
    examine_engine(engine)
    durable = engine_of(rule_book) if engine == "durable" else None

    def fresh(version: Version, answers: Answers) -> Reading:
        plain = read_plainly(version, answers)
        if durable is not None:
            _agree(version, plain, durable.read(version, answers))
        return plain

    return lambda version, answers: once(
        rule_book, (engine, version.id, tuple(answers.items())), lambda: fresh(version, answers)
    )


def reader_for(rule_book: RuleBook, base: RuleBook, engine: ENGINE) -> Reader:
    """The function that reads versions of *rule_book*, which was made from *base* for the decisions on an
    offence.

    Their common versions are read, and kept, as those of *base*.
    """
    common = reader_of(base, engine)
    if rule_book is base:
        return common
    own, made = reader_of(rule_book, engine), rule_book.each_decision.own
    return lambda version, answers: (own if version.id in made else common)(version, answers)


def _agree(version: Version, plain: Reading, fired: Reading) -> None:
    """Refuse the determination unless both readings give the same answer for the same reasons.

    Durable rules concludes composed conditions only. It matches the tests of single facts without a
    conclusion.
    """
    composed = {key: held for key, held in plain.settled.items() if key in version.composed}
    if (plain.answer, composed) != (fired.answer, fired.settled):
        differing = sorted(
            key
            for key in composed.keys() | fired.settled.keys()
            if composed.get(key) != fired.settled.get(key)
        )
        raise EngineError(
            f"{version.id}: durable rules answers {fired.answer}, the plain reading {plain.answer}; "
            f"they differ at {', '.join(differing) or 'the answer'}. No determination is made."
        )
