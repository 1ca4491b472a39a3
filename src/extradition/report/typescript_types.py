"""The TypeScript types of a case file, made from the rule book for ``clients/typescript``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import get_args

from extradition.law import PART
from extradition.report.case_types import BY_PART, CaseTypes, Key, name_of_type, prefix_of, quoted
from extradition.report.listed_facts import FACT_LEVEL
from extradition.rule_book import RuleBook

_HEAD = """\
// The facts, questions and answers of a case file.
// Made from the rule book by `extradition schema`; do not edit it.

export type YesOrNo = "yes" | "no";
"""
_GIVEN = "export type Given<A> = A | Finding<A> | readonly (A | Finding<A>)[];"
_MORE: Mapping[str, tuple[str, FACT_LEVEL, Mapping[str, tuple[str, bool]]]] = {
    "Decision": ("Decision", "decision", {}),
    "Offence": ("Offence", "offence", {"decisions": ("Decision", True)}),
    "IssuedWarrant": ("IssuedWarrant", "person", {"offences": ("Offence", False)}),
    "OneWarrant": ("CaseFile", "person", {"offences": ("Offence", True)}),
    "SeveralWarrants": ("CaseFile", "person", {"warrants": ("IssuedWarrant", False)}),
}
"""The interfaces that differ by matter: the model, the level of its findings, its lists of other models.

A case file has one for one warrant and one for several. A union in which each member has the optional key
``offences`` makes the compiler name the findings of another matter in its messages."""


class _TypeScript:
    """TypeScript, as far as it writes types."""

    plain: Mapping[str, str] = {
        "string": "string",
        "integer": "number",
        "number": "number",
        "boolean": "boolean",
        "null": "null",
    }

    def literal(self, value: str | int) -> str:
        return quoted(value)

    def reference(self, model: str) -> str:
        return model

    def union(self, types: list[str]) -> str:
        return " | ".join(dict.fromkeys(types))

    def array(self, item: str) -> str:
        return f"readonly ({item})[]"

    def mapping(self, value: str) -> str:
        return f"{{ readonly [key: string]: {value} }}"

    def span(self, keys: Mapping[str, str]) -> str:
        return f"{{ {' '.join(f'readonly {name}: {each};' for name, each in keys.items())} }}"

    def text_of(self, unit: str) -> tuple[str, ...]:
        return ("`${number}`", "`${number} ${string}`") if unit == "months" else ("`${number}`",)


def typescript_types(rule_book: RuleBook) -> str:
    """The TypeScript module with the types of a case file of any matter.

    Args:
        rule_book: the law, with its vocabulary.

    >>> from extradition import RuleBook
    >>> "export interface Part1OneWarrant {" in typescript_types(RuleBook.load())
    True
    """
    types = CaseTypes(rule_book, _TypeScript())
    lines = [_HEAD]
    for fact in types.facts:
        if fact.kind == "fact":
            lines += [f"/** {fact.ask} */", f"export type {name_of_type(fact.name)} = {types.answer(fact)};"]
    lines += ["", *_interface("Finding<A>", [Key("answer", "A", optional=False), *types.keys("Finding")[1:]])]
    lines += [_GIVEN, ""]
    for name, keys in types.models():
        lines += _interface(name, keys)
    for part in rule_book.matters:
        lines += _part(types, part)
    prefixes = [prefix_of(rule_book, part) for part in rule_book.matters]
    both = {name: " | ".join(f"{prefix}{name}" for prefix in prefixes) for name in sorted(BY_PART)}
    return "\n".join([*lines, *(f"export type {name} = {each};" for name, each in both.items())]) + "\n"


def _part(types: CaseTypes, part: PART) -> Iterator[str]:
    """The types of one matter: the findings at each level, and the models that have them."""
    prefix = prefix_of(types.rule_book, part)
    for level in get_args(FACT_LEVEL):
        answers = {
            fact.name: name_of_type(fact.name) if fact.kind == "fact" else "YesOrNo"
            for fact in types.facts
            if fact.in_part(part, level)
        }
        keys = [Key(name, f"Given<{answer}>", optional=True) for name, answer in answers.items()]
        yield from _interface(f"{prefix}{level.capitalize()}Findings", keys)
    own = {name: _names_of(part) for name in ("part", "matter")}
    for interface, (model, level, lists) in _MORE.items():
        common = [replace(key, type=own.get(key.name, key.type)) for key in types.keys(model)]
        findings = Key("findings", f"{prefix}{level.capitalize()}Findings", optional=True)
        more = [
            Key(name, f"readonly {prefix}{of}[]", optional=optional) for name, (of, optional) in lists.items()
        ]
        yield from _interface(f"{prefix}{interface}", [*common, findings, *more])
    yield f"export type {prefix}CaseFile = {prefix}OneWarrant | {prefix}SeveralWarrants;"
    yield ""


def _names_of(part: PART) -> str:
    """The type of a key that names the matter *part*: its id, as a number too where it is one, or null."""
    return " | ".join([quoted(part), *([part] if part.isdigit() else []), "null"])


def _interface(name: str, keys: tuple[Key, ...] | list[Key]) -> Iterator[str]:
    yield f"export interface {name} {{"
    yield from (f"  readonly {key.name}{'?' * key.optional}: {key.type};" for key in keys)
    yield "}"
    yield ""
