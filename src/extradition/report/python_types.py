"""The typed Python of a case file, such as ``extradition.facts``: a package made from the rule book."""

from __future__ import annotations

import keyword
from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from extradition.law import PART
from extradition.report.case_types import BY_PART, CaseTypes, Key, module_of, name_of_type, prefix_of, quoted
from extradition.report.listed_facts import FACT_LEVEL
from extradition.rule_book import RuleBook

_HEAD = '"""{}\n\nMade from the rule book by ``extradition schema``; do not edit it.\n"""\n'
_FINDING = """
A = TypeVar("A")


class FindingShape(TypedDict, Generic[A]):
    answer: A
{keys}

Given: TypeAlias = A | FindingShape[A] | Sequence[A | FindingShape[A]]
"""


class _Python:
    """Python, as far as it writes types."""

    plain: Mapping[str, str] = {
        "string": "str",
        "integer": "int",
        "number": "float",
        "boolean": "bool",
        "null": "None",
    }

    def literal(self, value: str | int) -> str:
        return f"Literal[{quoted(value)}]"

    def reference(self, model: str) -> str:
        return f"{model}Shape"

    def union(self, types: list[str]) -> str:
        words = [each.removeprefix("Literal[")[:-1] for each in types if each.startswith("Literal[")]
        others = [each for each in dict.fromkeys(types) if not each.startswith("Literal[")]
        return " | ".join([f"Literal[{', '.join(words)}]"] * bool(words) + others)

    def array(self, item: str) -> str:
        return f"Sequence[{item}]"

    def mapping(self, value: str) -> str:
        return f"Mapping[str, {value}]"

    def span(self, keys: Mapping[str, str]) -> str:
        return self.mapping(self.union(list(keys.values())))

    def text_of(self, unit: str) -> tuple[str, ...]:
        return ("str",) if unit == "months" else ()


def python_types(rule_book: RuleBook) -> dict[str, str]:
    """The modules of the typed case files of a rule book, each with its text, by the name of its file.

    They import each other by relative names, so the folder that has them may have any name and place.

    Args:
        rule_book: the law, with its vocabulary.

    >>> from extradition import RuleBook
    >>> sorted(python_types(RuleBook.load()))[:3]
    ['__init__.py', 'after_request.py', 'any_case_file.py']
    """
    types = CaseTypes(rule_book, _Python())
    made = {"fact_answers.py": _answers(types), "shapes.py": _shapes(types)}
    modules = {module_of(rule_book, part): part for part in rule_book.matters}
    made |= {f"{module}.py": _part(types, part) for module, part in modules.items()}
    made["any_case_file.py"] = _any_case_file(rule_book, modules)
    return {"__init__.py": _package(path.removesuffix(".py") for path in made), **made}


def _package(modules: Iterable[str]) -> str:
    stars = "".join(f"from .{name} import *\n" for name in sorted(modules))
    return (
        _HEAD.format("The facts, questions and answers of a case file, as types for mypy and editors.")
        + "\n"
        + stars
    )


def _any_case_file(rule_book: RuleBook, modules: Mapping[str, PART]) -> str:
    files = [f"{module}.{prefix_of(rule_book, part)}CaseFile" for module, part in modules.items()]
    return "\n".join(
        [
            _HEAD.format("The case file of any matter."),
            "from typing import TypeAlias\n",
            f"from . import {', '.join(sorted(modules))}\n",
            f"AnyCaseFile: TypeAlias = {' | '.join(files)}\n",
        ]
    )


def _answers(types: CaseTypes) -> str:
    lines = [
        f"{name_of_type(fact.name)}: TypeAlias = {types.answer(fact)}  # {fact.ask}"
        for fact in types.facts
        if fact.kind == "fact"
    ]
    head = _HEAD.format("The answers to each fact, and to a question of the Act.")
    question = 'YesOrNo: TypeAlias = Literal["yes", "no"]  # every question of the Act'
    return "\n".join([head, "from typing import Literal, TypeAlias\n", question, *lines]) + "\n"


def _shapes(types: CaseTypes) -> str:
    head = _HEAD.format("The parts of a case file that are the same in every matter.")
    imports = "from __future__ import annotations\n\nfrom collections.abc import Mapping, Sequence\n"
    imports += "from typing import Generic, Literal, NotRequired, TypeAlias, TypedDict, TypeVar\n"
    finding = [key for key in types.keys("Finding") if key.name != "answer"]
    made = [_FINDING.format(keys="\n".join(map(_line, finding)))]
    made += [_typed_dict(f"{name}Shape", keys) for name, keys in types.models()]
    made += [_typed_dict(f"{name}Shape", types.keys(name)) for name in sorted(BY_PART)]
    return "\n".join([head, imports, *made])


def _part(types: CaseTypes, part: PART) -> str:
    """The module of one matter: the findings at each level, and the models that have them."""
    rule_book = types.rule_book
    title, prefix = rule_book.title_of(part), prefix_of(rule_book, part)
    head = _HEAD.format(f"A case file of {title}, with the facts and questions of that matter.")
    imports = "from collections.abc import Sequence\nfrom typing import NotRequired, TypedDict\n\n"
    imports += "from . import fact_answers, shapes\n"
    lines = [head, imports]
    for level in get_args(FACT_LEVEL):
        lines += ["", f"class {prefix}{level.capitalize()}Findings(TypedDict, total=False):"]
        lines += [*_findings(types, part, level)] or ["    pass"]
        lines += [""]
    for model, level, more in (
        ("Decision", "Decision", ()),
        ("Offence", "Offence", (("decisions", "Decision", True),)),
        ("IssuedWarrant", "Person", (("offences", "Offence", False),)),
        ("CaseFile", "Person", (("offences", "Offence", True), ("warrants", "IssuedWarrant", True))),
    ):
        lines += ["", f"class {prefix}{model}(shapes.{model}Shape):"]
        lines += [f"    findings: NotRequired[{prefix}{level}Findings]"]
        lines += [
            f"    {name}: NotRequired[Sequence[{prefix}{of}]]"
            if optional
            else f"    {name}: Sequence[{prefix}{of}]"
            for name, of, optional in more
        ]
        lines += [""]
    return "\n".join(lines)


def _findings(types: CaseTypes, part: PART, level: FACT_LEVEL) -> Iterator[str]:
    for fact in types.facts:
        if fact.in_part(part, level):
            answer = name_of_type(fact.name) if fact.kind == "fact" else "YesOrNo"
            yield f"    {fact.name}: shapes.Given[fact_answers.{answer}]"


def _typed_dict(name: str, keys: tuple[Key, ...]) -> str:
    """The declaration of a typed mapping, in the form that takes any key where one is a word of Python."""
    if any(keyword.iskeyword(key.name) for key in keys):
        pairs = ", ".join(f"{quoted(key.name)}: {_type(key)}" for key in keys)
        return f'\n{name} = TypedDict("{name}", {{{pairs}}})\n'
    return "\n".join([f"\nclass {name}(TypedDict):", *map(_line, keys), ""])


def _line(key: Key) -> str:
    return f"    {key.name}: {_type(key)}"


def _type(key: Key) -> str:
    return f"NotRequired[{key.type}]" if key.optional else key.type
