"""The readings that are timed side by side: the two of this package, and zen-engine and clingo generated from
the same questions.

Each takes the known facts of a case and gives, for each question of a chain, its answer and by key every
condition that is settled: the shape of :class:`extradition.engine.plain.Reading`. What a peer says in its own
words is read back into that shape within the time that is charged to it, as it is for the readings of this
package.
"""

from __future__ import annotations

import bisect
import itertools
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import clingo
import zen

from extradition.engine.plain import Reading
from extradition.law import HOLDS
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import (
    All,
    Answer,
    Answers,
    AtLeast,
    Below,
    Condition,
    Is,
    Unless,
    nodes,
)
from extradition.rule_book.version import Version
from extradition.rule_book.vocabulary import representatives

Readings = Mapping[str, Reading]
"""The name of a question to what its version gives."""
Contender = Callable[[Answers], Readings]


@dataclass(frozen=True)
class Link:
    """One question of a chain: its *name*, and the *version* of it that is read."""

    name: str
    version: Version

    @property
    def conditions(self) -> Iterator[tuple[str, Condition]]:
        """Every condition that decides the answer, each after those that it is made of."""
        for key, condition in (("yes_if", self.version.yes_if), ("no_if", self.version.no_if)):
            if condition is not None:
                yield from reversed(list(nodes(key, condition)))


Chain = Sequence[Link]
"""Questions, each after the limbs that it builds on."""


def along(chain: Chain, read: Callable[[Version, Answers], Reading]) -> Contender:
    """A reading of this package, carried along *chain*: the answer to a limb is known to the questions
    after it.
    """

    def contend(facts: Answers) -> Readings:
        known = dict(facts)
        readings: dict[str, Reading] = {}
        for link in chain:
            found = readings[link.name] = read(link.version, known)
            if found.answer != "open":
                known[link.name] = found.answer
        return readings

    return contend


class Zen:
    """A zen-engine decision graph, evaluated with its trace: one expression node a question, limbs wired to
    what builds on them.

    A condition is one expression with three values, null for open. The language's own ``and``, ``or`` and
    ``not`` refuse null, so they stand only between comparisons. Two expressions a condition, one for *holds*
    and one for *fails*, were measured too and are slower by a fifth.
    """

    def __init__(self, chain: Chain) -> None:
        limbs = {link.name for link in chain}
        boxes = [_box("in", "inputNode", {}), _box("out", "outputNode", {})]
        wires = [("in", link.name) for link in chain] + [(link.name, "out") for link in chain]
        self._keys = [(link.name, [(key, _word(key)) for key, _ in link.conditions]) for link in chain]
        for link in chain:
            words = {_word(key): _expression(key, condition, limbs) for key, condition in link.conditions}
            no = "$.yes_if == false" if link.version.no_if is None else "$.no_if == true"
            words["answer"] = f"$.yes_if == true ? 'yes' : {no} ? 'no' : null"
            expressions = [{"id": key, "key": key, "value": value} for key, value in words.items()]
            boxes.append(
                _box(
                    link.name,
                    "expressionNode",
                    {"expressions": expressions, "passThrough": False, "outputPath": link.name},
                )
            )
            wires += [(name, link.name) for name in link.version.facts if name in limbs]
        edges = [
            {"id": f"{source}>{target}", "type": "edge", "sourceId": source, "targetId": target}
            for source, target in wires
        ]
        self._decision = zen.ZenEngine().create_decision(json.dumps({"nodes": boxes, "edges": edges}))

    def __call__(self, facts: Answers) -> Readings:
        """Evaluate the graph on *facts*, and read its output back."""
        said = self._decision.evaluate(dict(facts), {"trace": True})["result"]
        readings: dict[str, Reading] = {}
        for name, keys in self._keys:
            own = said[name]
            readings[name] = Reading(
                own["answer"] or "open", {key: held for key, word in keys if (held := own[word]) is not None}
            )
        return readings


def _box(name: str, kind: str, content: object) -> dict[str, object]:
    return {"id": name, "type": kind, "name": name, "position": {"x": 0, "y": 0}, "content": content}


def _word(key: str) -> str:
    return key.replace("/", "_")


def _expression(key: str, condition: Condition, limbs: set[str]) -> str:
    """*condition* in the language of zen-engine: true, false, or null while it is open."""
    if isinstance(condition, Is):
        fact, test = f"{condition.fact}.answer" if condition.fact in limbs else condition.fact, condition.test
        if isinstance(test, AtLeast | Below):
            passes = (
                f"type({fact}) == 'number' and {fact} "
                f"{f'>= {test.at_least}' if isinstance(test, AtLeast) else f'< {test.below}'}"
            )
        elif isinstance(test, Unless):
            passes = f"not ({fact} in {json.dumps(test.unless)})"
        else:
            passes = f"{fact} in {json.dumps(test.root)}"
        return f"{fact} == null ? null : ({passes})"
    word, decisive, otherwise = (
        ("all", "false", "true") if isinstance(condition, All) else ("any", "true", "false")
    )
    parts = [f"$.{_word(key)}_{word}_{i}" for i in range(len(condition.conditions))]
    any_decides, any_open = (
        " or ".join(f"{part} == {value}" for part in parts) for value in (decisive, "null")
    )
    return f"({any_decides}) ? {decisive} : ({any_open}) ? null : {otherwise}"


class Clingo:
    """An answer-set program, grounded once: each answer to each fact is an external, set true for a case and
    false after it.

    ``holds(n)`` and ``fails(n)`` say of the condition numbered *n* what their names say; the atoms of the one
    model are the trace.
    """

    def __init__(self, chain: Chain, rule_book: RuleBook) -> None:
        self._names = [link.name for link in chain]
        self._domains = _domains(chain, rule_book)
        self._conditions: dict[clingo.Symbol, tuple[str, str, bool]] = {}
        self._decided: dict[clingo.Symbol, tuple[str, HOLDS]] = {}
        self._control = clingo.Control(["--warn=none", "1"])
        self._control.add("base", [], "\n".join(self._program(chain)))
        self._control.ground([("base", [])])
        self._externals: dict[str, dict[Answer, int]] = defaultdict(dict)
        for atom in self._control.symbolic_atoms.by_signature("given", 2):
            name, answer = atom.symbol.arguments
            value = answer.number if answer.type is clingo.SymbolType.Number else answer.string
            self._externals[name.string][value] = atom.literal
        self._numbers = {
            name: sorted(answer for answer in answers if isinstance(answer, int))
            for name, answers in self._externals.items()
        }

    def _program(self, chain: Chain) -> Iterator[str]:
        yield "#show holds/1. #show fails/1. #show answer/2."
        for name, answers in self._domains.items():
            yield from (
                f"#external given({_symbol(name)},{_symbol(answer)})."
                for answer in answers
                if name not in self._names
            )
        count = itertools.count()
        for link in chain:
            numbers = {key: clingo.Number(next(count)) for key, _ in link.conditions}
            for key, condition in link.conditions:
                self._conditions[clingo.Function("holds", [numbers[key]])] = link.name, key, True
                self._conditions[clingo.Function("fails", [numbers[key]])] = link.name, key, False
                yield from self._clauses(key, condition, numbers)
            no = f"fails({numbers['yes_if']})" if link.version.no_if is None else f"holds({numbers['no_if']})"
            answers_of: tuple[tuple[HOLDS, str], ...] = (("yes", f"holds({numbers['yes_if']})"), ("no", no))
            for answer, body in answers_of:
                head = clingo.Function("answer", [_symbol(link.name), _symbol(answer)])
                self._decided[head] = link.name, answer
                yield f"{head} :- {body}."

    def _clauses(self, key: str, condition: Condition, numbers: Mapping[str, clingo.Symbol]) -> Iterator[str]:
        here = numbers[key]
        if isinstance(condition, Is):
            atom = "answer" if condition.fact in self._names else "given"
            for answer in self._domains[condition.fact]:
                verb = "holds" if condition.test.holds(answer) else "fails"
                yield f"{verb}({here}) :- {atom}({_symbol(condition.fact)},{_symbol(answer)})."
            return
        word, together, apart = (
            ("all", "holds", "fails") if isinstance(condition, All) else ("any", "fails", "holds")
        )
        parts = [numbers[f"{key}/{word}/{i}"] for i in range(len(condition.conditions))]
        yield f"{together}({here}) :- {', '.join(f'{together}({part})' for part in parts)}."
        yield from (f"{apart}({here}) :- {apart}({part})." for part in parts)

    def __call__(self, facts: Answers) -> Readings:
        """Solve with *facts* for externals, and read the model back."""
        true = [self._literal(name, answer) for name, answer in facts.items() if name in self._externals]
        control = self._control
        for literal in true:
            control.assign_external(literal, True)
        settled: dict[str, dict[str, bool]] = {name: {} for name in self._names}
        answers: dict[str, HOLDS] = dict.fromkeys(self._names, "open")
        conditions = self._conditions

        def keep(model: clingo.Model) -> None:
            for symbol in model.symbols(shown=True):
                if symbol in conditions:
                    question, key, held = conditions[symbol]
                    settled[question][key] = held
                else:
                    question, answer = self._decided[symbol]
                    answers[question] = answer

        control.solve(on_model=keep)
        for literal in true:
            control.assign_external(literal, False)
        return {name: Reading(answers[name], settled[name]) for name in self._names}

    def _literal(self, name: str, answer: Answer) -> int:
        """The external that stands for *answer*; a number is stood for by the nearest that is not above
        it.
        """
        if isinstance(answer, int):
            answer = self._numbers[name][bisect.bisect_right(self._numbers[name], answer) - 1]
        return self._externals[name][answer]


def _domains(chain: Chain, rule_book: RuleBook) -> dict[str, tuple[Answer, ...]]:
    """For every fact and limb of *chain*, answers of which every other is like one, as far as its
    conditions can tell.
    """
    conditions = tuple(condition for link in chain for condition in link.version.conditions)
    names = dict.fromkeys(leaf.fact for condition in conditions for leaf in condition.leaves())
    return {name: representatives(name, rule_book.facts, conditions) for name in names}


def _symbol(answer: Answer) -> clingo.Symbol:
    return clingo.Number(answer) if isinstance(answer, int) else clingo.String(answer)
