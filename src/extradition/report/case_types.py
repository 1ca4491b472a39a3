"""The types of a case file for programs that make one, written from its full JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, get_args

from extradition.case_file.editor_key import EDITOR_KEY
from extradition.law import PART
from extradition.report.case_schema import case_schema
from extradition.report.listed_facts import FACT_LEVEL, ListedFact, listed_facts
from extradition.rule_book import RuleBook

BY_PART = frozenset({"CaseFile", "IssuedWarrant", "Offence", "Decision"})
"""The models that have findings, so that each matter has its own."""
_PLAIN = ("string", "integer", "number", "boolean", "null")


class Language(Protocol):
    """A programming language, as far as it writes types."""

    plain: Mapping[str, str]

    def literal(self, value: str | int) -> str:
        """The type of one value."""

    def reference(self, model: str) -> str:
        """The name of the type of a *model*."""

    def union(self, types: list[str]) -> str:
        """The type of a value of any of *types*."""

    def array(self, item: str) -> str:
        """The type of a list of *item*."""

    def mapping(self, value: str) -> str:
        """The type of a mapping from text to *value*."""

    def span(self, keys: Mapping[str, str]) -> str:
        """The type of a mapping with exactly these *keys*."""

    def text_of(self, unit: str) -> tuple[str, ...]:
        """The types of the texts that are answers of that *unit*: a length in words, or a number as text."""


@dataclass(frozen=True)
class Key:
    """A key of a model: its *name*, its *type* in the language, and whether it may be left out."""

    name: str
    type: str
    optional: bool


class CaseTypes:
    """The models and the facts of a case file, with their types in one *language*.

    Args:
        rule_book: the law, with its vocabulary.
        language: the programming language.
    """

    def __init__(self, rule_book: RuleBook, language: Language) -> None:
        whole = case_schema(rule_book)
        self.facts: tuple[ListedFact, ...] = listed_facts(rule_book)
        known = {fact.name for fact in self.facts} | {f"findings-{level}" for level in get_args(FACT_LEVEL)}
        self._models = {name: node for name, node in whole["$defs"].items() if name not in known}
        self._models["CaseFile"] = whole
        self._in = language
        self.rule_book = rule_book

    def models(self) -> Iterator[tuple[str, tuple[Key, ...]]]:
        """Each model that is the same in every matter, with its keys; a finding has its own type."""
        for name in self._models:
            if name not in (*BY_PART, "Finding"):
                yield name, self.keys(name)

    def keys(self, model: str) -> tuple[Key, ...]:
        """The keys of *model*, without those that differ between the matters, and without that of editors.

        Args:
            model: a name such as ``Offence``.
        """
        node = self._models[model]
        return tuple(
            Key(name, self.type_of(each), name not in node.get("required", ()))
            for name, each in node["properties"].items()
            if name not in (EDITOR_KEY, "findings", "decisions", "offences", "warrants")
            or model not in BY_PART
        )

    def answer(self, fact: ListedFact) -> str:
        """The type of an answer to *fact*."""
        words = [self._in.literal(answer) for answer in fact.answers]
        return self._in.union(
            words if fact.unit is None else [*words, self._in.plain["integer"], *self._in.text_of(fact.unit)]
        )

    def type_of(self, node: Mapping[str, Any]) -> str:
        """The type that the JSON Schema *node* describes."""
        if "$ref" in node:
            return self._in.reference(node["$ref"].rpartition("/")[2])
        if "anyOf" in node:
            return self._in.union([self.type_of(each) for each in node["anyOf"]])
        if "const" in node or "enum" in node:
            return self._in.union([self._value(each) for each in node.get("enum", [node.get("const")])])
        if node["type"] in _PLAIN:
            return self._in.plain[node["type"]]
        if node["type"] == "array":
            return self._in.array(self.type_of(node["items"]))
        return self._object(node)

    def _value(self, value: str | float | None) -> str:
        """The type of one value of a closed list; that of any number for a number with a point."""
        if value is None or isinstance(value, float):
            return self._in.plain["null" if value is None else "number"]
        return self._in.literal(value)

    def _object(self, node: Mapping[str, Any]) -> str:
        if "properties" in node:
            return self._in.span({name: self.type_of(each) for name, each in node["properties"].items()})
        values = node.get("additionalProperties") or next(iter(node["patternProperties"].values()))
        return self._in.mapping(self.type_of(values))


def name_of_type(fact: str) -> str:
    """The name of the type of the answers to *fact*.

    Args:
        fact: the name of a fact or question.

    >>> name_of_type("case_type")
    'CaseType'
    """
    return "".join(word.capitalize() for word in fact.split("_"))


def prefix_of(rule_book: RuleBook, part: PART) -> str:
    """The beginning of the names of the types of a matter, from the name of its folder.

    Args:
        rule_book: the law, with its matters.
        part: a matter.

    >>> from extradition import RuleBook
    >>> book = RuleBook.load()
    >>> prefix_of(book, next(iter(book.matters)))
    'Part1'
    """
    return name_of_type(module_of(rule_book, part))


def module_of(rule_book: RuleBook, part: PART) -> str:
    """The name of the module with the types of a matter: that of its own folder.

    Args:
        rule_book: the law, with its matters.
        part: a matter.
    """
    return rule_book.matters[part].folder.rpartition("/")[2]


def quoted(value: str | float) -> str:
    """*value* as both languages write it.

    Args:
        value: a text or a number.
    """
    return json.dumps(value, ensure_ascii=False)
