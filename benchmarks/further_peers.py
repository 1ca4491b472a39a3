"""More peers on the questions of a chain: OPA and OpenFisca.

OPA gives what the peers of ``peers.py`` give: the answers and every settled condition. OpenFisca computes the
same, for one case or for many at once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from opa_bindings import OpaEngine
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable
from peers import Chain, Readings, _domains

from extradition.engine.plain import Reading
from extradition.law import HOLDS
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import All, Answers, AtLeast, Below, Condition, Is, Unless

_FALSE, _OPEN, _TRUE = 0, 1, 2
_HELD = {_FALSE: False, _TRUE: True}


class Opa:
    """A Rego policy in OPA's own library, in this process: a condition that is open is undefined."""

    def __init__(self, chain: Chain) -> None:
        self._engine = OpaEngine()
        self._engine.add_policy("chain.rego", "\n".join(_rego(chain)))
        self._names = [link.name for link in chain]

    def __call__(self, facts: Answers) -> Readings:
        """Evaluate the policy on *facts*, and read its document back."""
        said = self._engine.eval_document("chain", dict(facts))
        return {
            name: Reading(said["answers"].get(name, "open"), said["settled"].get(name, {}))
            for name in self._names
        }


def _rego(chain: Chain) -> Iterator[str]:
    yield "package chain\n"
    yield "reaches(x, n) := x >= n if is_number(x)\nreaches(x, _) := false if not is_number(x)"
    yield "stays(x, n) := x < n if is_number(x)\nstays(x, _) := false if not is_number(x)"
    yield "outside(x, s) := false if x in s\noutside(x, s) := true if not x in s"
    limbs = {link.name for link in chain}
    named = iter(range(10_000))
    for link in chain:
        words = {key: f"c{next(named)}" for key, _ in link.conditions}
        for key, condition in link.conditions:
            yield from _clauses(key, condition, words, limbs)
            yield f'settled["{link.name}"]["{key}"] := {words[key]}'
        no = f"{words['yes_if']} == false" if link.version.no_if is None else f"{words['no_if']} == true"
        yield f'answer_{link.name} := "yes" if {words["yes_if"]} == true'
        yield f'answer_{link.name} := "no" if {no}'
        yield f'answers["{link.name}"] := answer_{link.name}'


def _clauses(key: str, condition: Condition, words: Mapping[str, str], limbs: set[str]) -> Iterator[str]:
    here = words[key]
    if isinstance(condition, Is):
        fact = f"answer_{condition.fact}" if condition.fact in limbs else f'input["{condition.fact}"]'
        yield f"{here} := {_test(fact, condition.test)}"
        return
    word, decisive, other = (
        ("all", "false", "true") if isinstance(condition, All) else ("any", "true", "false")
    )
    parts = [words[f"{key}/{word}/{i}"] for i in range(len(condition.conditions))]
    yield from (f"{here} := {decisive} if {part} == {decisive}" for part in parts)
    yield f"{here} := {other} if {{ {'; '.join(f'{part} == {other}' for part in parts)} }}"


def _test(fact: str, test: Any) -> str:
    if isinstance(test, AtLeast):
        return f"reaches({fact}, {test.at_least})"
    if isinstance(test, Below):
        return f"stays({fact}, {test.below})"
    if isinstance(test, Unless):
        return f"outside({fact}, {_set(test.unless)})"
    return f"{fact} in {_set(test.root)}"


def _set(answers: Sequence[str]) -> str:
    return "{" + ", ".join(json.dumps(each) for each in answers) + "}"


class OpenFisca:
    """Variables of OpenFisca-core: one for each fact, condition and answer, three values as 0, 1 and 2."""

    def __init__(self, chain: Chain, rule_book: RuleBook) -> None:
        self._chain = chain
        self._domains = _domains(chain, rule_book)
        self._person = build_entity("person", "persons", "A case", is_person=True)
        self._system = TaxBenefitSystem([self._person])
        self._names = {
            link.name: {key: f"c{i}_{j}" for j, (key, _) in enumerate(link.conditions)}
            for i, link in enumerate(chain)
        }
        limbs = {link.name for link in chain}
        for name in self._domains:
            if name not in limbs:
                self._add(f"fact_{name}", None)
        for link in chain:
            for key, condition in link.conditions:
                self._add(self._names[link.name][key], self._formula(link.name, key, condition))
            self._add(f"fact_{link.name}", self._answer(link.name, has_no=link.version.no_if is not None))

    def __call__(self, facts: Answers) -> Readings:
        """The readings of one case, in a simulation of its own."""
        return self.read([facts])[0]

    def read(self, cases: Sequence[Answers]) -> list[Readings]:
        """The readings of many cases, in one simulation."""
        found = self.calculated(self.coded(cases), len(cases))
        return [self._of_case(found, i) for i in range(len(cases))]

    def coded(self, cases: Sequence[Answers]) -> dict[str, Any]:
        """The code of each answer of *cases* by fact: its place in the closed list, -1 if it is not known."""
        limbs = {link.name for link in self._chain}
        codes = {name: {answer: i for i, answer in enumerate(each)} for name, each in self._domains.items()}
        return {
            name: np.array([codes[name].get(case[name], -1) if name in case else -1 for case in cases])
            for name in self._domains
            if name not in limbs
        }

    def calculated(self, codes: Mapping[str, Any], count: int) -> dict[str, dict[str, Any]]:
        """By question and condition, the value of each case; ``answer`` is that of the question."""
        simulation = SimulationBuilder().build_default_simulation(self._system, count=count)
        for name, each in codes.items():
            simulation.set_input(f"fact_{name}", _WHEN, each)
        return {
            link.name: {
                **{key: simulation.calculate(name, _WHEN) for key, name in self._names[link.name].items()},
                "answer": simulation.calculate(f"fact_{link.name}", _WHEN),
            }
            for link in self._chain
        }

    def _of_case(self, found: Mapping[str, Mapping[str, Any]], i: int) -> Readings:
        made = {}
        for name, values in found.items():
            settled = {
                key: _HELD[int(each[i])]
                for key, each in values.items()
                if key != "answer" and each[i] != _OPEN
            }
            answers: dict[int, HOLDS] = {-1: "open", 0: "yes", 1: "no"}
            made[name] = Reading(answers[int(values["answer"][i])], settled)
        return made

    def _add(self, name: str, formula: Callable[..., Any] | None) -> None:
        content: dict[str, Any] = {
            "value_type": int,
            "entity": self._person,
            "definition_period": DateUnit.ETERNITY,
            "default_value": -1,
        }
        if formula is not None:
            content["formula"] = formula
        self._system.add_variable(type(name, (Variable,), content))

    def _formula(self, link: str, key: str, condition: Condition) -> Callable[..., Any]:
        if isinstance(condition, Is):
            domain = self._domains[condition.fact]
            table = np.array([_TRUE if condition.test.holds(each) else _FALSE for each in domain] + [_OPEN])
            fact = f"fact_{condition.fact}"
            return lambda person, period: table[person(fact, period)]
        word, joined = ("all", np.minimum) if isinstance(condition, All) else ("any", np.maximum)
        parts = [self._names[link][f"{key}/{word}/{i}"] for i in range(len(condition.conditions))]
        return lambda person, period: joined.reduce([person(part, period) for part in parts])

    def _answer(self, link: str, *, has_no: bool) -> Callable[..., Any]:
        yes, no = self._names[link]["yes_if"], self._names[link].get("no_if", "")

        def formula(person: Any, period: Any) -> Any:
            held = person(yes, period)
            fails = person(no, period) == _TRUE if has_no else held == _FALSE
            return np.where(held == _TRUE, 0, np.where(fails, 1, -1))

        return formula


_WHEN = "2024-03-06"
