"""The full JSON Schema of a case file: its shape, with every fact, question and answer of the rule book."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from extradition.case_file import CaseFile
from extradition.law import PART
from extradition.length import LENGTH_PATTERN
from extradition.report.listed_facts import FACT_LEVEL, ListedFact, listed_facts
from extradition.rule_book import RuleBook
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.rule_book.parties import BOTH, WHOLE_CASE
from extradition.rule_book.warrant_form import text_of_option

FULL_CASE = "case-full"
"""The name of the full schema among the files of ``schema/``."""
_LEVELS: Mapping[str, FACT_LEVEL] = {
    "CaseFile": "person",
    "IssuedWarrant": "person",
    "Offence": "offence",
    "Decision": "decision",
}
"""The models with findings, each with the level of its findings."""
_MOST = 2**53 - 1
_DIGITS = "[0-9]{1,15}"


def case_schema(rule_book: RuleBook, part: PART | None = None) -> dict[str, Any]:
    """The JSON Schema of a case file, with every fact and question at its level and with its answers.

    It accepts each case file that the rule book accepts. It cannot compare the parts of a file with one
    another, such as two dates.

    Args:
        rule_book: the law, with its vocabulary.
        part: the matter whose facts it has; None for those of every matter.

    Raises:
        UnknownLawError: the rule book has no matter *part*.

    >>> from extradition import RuleBook
    >>> book = RuleBook.load()
    >>> set(book.names["1"]) <= set(case_schema(book, "1")["$defs"])
    True
    """
    title = "Case file" if part is None else f"Case file of {rule_book.matter(part).title}"
    whole = CaseFile.model_json_schema(mode="validation")
    models: dict[str, Any] = {**whole["$defs"], "CaseFile": whole}
    facts = [fact for fact in listed_facts(rule_book) if part is None or part in fact.parts]
    for name, level in _LEVELS.items():
        models[name]["properties"]["findings"] = {"$ref": f"#/$defs/findings-{level}"}
    _close_lists(models, rule_book, part)
    whole["$defs"] |= {
        f"findings-{level}": _findings(facts, part, level, rule_book.titles) for level in get_args(FACT_LEVEL)
    }
    whole["$defs"] |= {fact.name: _answer(fact) for fact in facts}
    whole["title"] = title
    return whole if part is None else {**whole, **_required_in(part, whole, rule_book)}


def _required_in(part: PART, whole: Mapping[str, Any], rule_book: RuleBook) -> dict[str, Any]:
    """What the schema *whole* of the matter *part* adds: the keys that a file of that matter needs."""
    territory = [] if rule_book.matters[part].category is None else ["territory"]
    required = {"required": [*whole["required"], *territory]}
    if rule_book.is_on_the_person_alone(part):
        return required
    return {**required, "anyOf": [{"required": [key]} for key in ("offences", "warrants")]}


def case_schema_text(rule_book: RuleBook, part: PART | None = None) -> str:
    """The JSON Schema of ``case_schema`` as text.

    Args:
        rule_book: as for ``case_schema``.
        part: as for ``case_schema``.
    """
    return json.dumps(case_schema(rule_book, part), indent=1, ensure_ascii=False) + "\n"


def _answer(fact: ListedFact) -> dict[str, Any]:
    """The schema of an answer to *fact*: a word of its closed list, or a number where it has a unit."""
    choices: list[dict[str, Any]] = [
        {"const": answer, "description": words} for answer, words in fact.answers.items()
    ]
    if fact.unit is not None:
        text = f"{_DIGITS}|{LENGTH_PATTERN}" if fact.unit == "months" else _DIGITS
        choices.append(
            {
                "type": "integer",
                "minimum": 0,
                "maximum": _MOST,
                "description": f"A number of {fact.unit}.",
            }
        )
        choices.append({"type": "string", "pattern": f"^(?:{text})$"})
    return {"description": fact.ask, "anyOf": choices}


def _findings(
    facts: Iterable[ListedFact], part: PART | None, level: FACT_LEVEL, titles: Mapping[PART, str]
) -> dict[str, Any]:
    """The schema of the findings at one *level*."""
    known = {fact.name: _finding(fact, titles) for fact in facts if fact.in_part(part, level)}
    return {"type": "object", "additionalProperties": False, "properties": known}


def _finding(fact: ListedFact, titles: Mapping[PART, str]) -> dict[str, Any]:
    """The schema of the findings on *fact*: an answer, a finding in the long form, or a list of either."""
    answer = {"$ref": f"#/$defs/{fact.name}"}
    long = {"$ref": "#/$defs/Finding", "properties": {"answer": answer}}
    one = [answer, long]
    provisions = "; ".join(f"{titles[part]}: {provision}" for part, provision in fact.provisions.items())
    return {
        "description": f"{fact.phrase} ({provisions})" if provisions else fact.phrase,
        "anyOf": [*one, {"type": "array", "minItems": 1, "items": {"anyOf": one}}],
    }


def _close_lists(models: Mapping[str, Any], rule_book: RuleBook, part: PART | None) -> None:
    """Give the other closed lists of the rule book to *models*: territories, questions, kinds, options."""
    case, warrant = models["CaseFile"]["properties"], models["IssuedWarrant"]["properties"]
    _close_authors(models, rule_book, part)
    _close_dates(models["Dates"], rule_book)
    territories = {code: each.name for code, each in rule_book.territories.items()}
    if territories:
        case["territory"] = _one_of(territories, "The requesting territory.")
    else:
        del case["territory"]  # a case file of this book that names one is refused
    start = _one_of(_starts(rule_book, part), "The question at which the hearing starts.")
    case["taken_from"] = warrant["taken_from"] = {"anyOf": [start, {"type": "null"}], "default": None}
    case_type = rule_book.facts.get(ALWAYS_KNOWN)
    if case_type is not None:
        models["Offence"]["properties"]["case_type"] = _one_of(case_type.answers, case_type.ask)
    if rule_book.decision_kinds is not None:
        kinds = {kind: each.phrase for kind, each in rule_book.decision_kinds.kinds.items()}
        models["Decision"]["properties"]["kind"] = _one_of(kinds, "The kind of decision.")
    if part is not None:
        number = [int(part)] if part.isdigit() else []
        case["part"] = case["matter"] = {"enum": [part, *number, None], "default": None}
    _close_form(models, rule_book)


def _close_authors(models: Mapping[str, Any], rule_book: RuleBook, part: PART | None) -> None:
    """Give the deciders and parties of the rule book to the findings and the closed evidence in *models*."""
    deciders = rule_book.deciders if part is None else rule_book.deciders_in(part)
    parties = rule_book.parties
    authors = [{"enum": [*deciders, *parties.authors]}, {"type": "null"}]
    models["Finding"]["properties"]["by"] = {"anyOf": authors, "default": None}
    closing = {decider for each, decider in rule_book.before.items() if part in (None, each)}
    models["ClosedEvidence"]["properties"]["by"] = {"enum": [*sorted(closing), BOTH]}
    models["ClosedEvidence"]["properties"]["of"] = {"enum": [WHOLE_CASE, *parties.names]}


def _starts(rule_book: RuleBook, part: PART | None) -> dict[str, str]:
    """The titles of the questions at which a hearing can start, by provision."""
    return {
        provision: question.title
        for each in rule_book.matters
        for provision, question in rule_book.questions_in(each)
        if not question.is_limb and part in (None, each)
    }


def _close_dates(model: dict[str, Any], rule_book: RuleBook) -> None:
    """Give the dates of the rule book to the *model* of dates, and no other key."""
    given, own = model["properties"], model["additionalProperties"]
    model["properties"] = {
        key: given.get(key, {**own, "title": title}) for key, title in rule_book.titles_of_dates.items()
    }
    model["additionalProperties"] = False


def _close_form(models: Mapping[str, Any], rule_book: RuleBook) -> None:
    """Give the options and remarks of the warrant's own form to its boxes in *models*."""
    form = rule_book.warrant_form
    if form is None:
        return
    box, later = models["BoxD"]["properties"], models["LaterMaterial"]["properties"]
    later["by"] = {"enum": [*rule_book.parties.names, None], "default": None}
    numbers = [float(option) for option in form.options if option.replace(".", "", 1).isdigit()]
    ticks = [*form.options, *(number for number in numbers if text_of_option(number) in form.options)]
    box["ticked"]["items"] = {"enum": ticks}
    remark = _one_of({name: each.says for name, each in form.remarks.items()}, "A remark of the form.")
    box["text_says"]["items"] = later["says"]["items"] = remark


def _one_of(choices: Mapping[str, str], description: str) -> dict[str, Any]:
    """The schema of a word from a closed list, each with its own words."""
    return {
        "description": description,
        "anyOf": [{"const": word, "description": words} for word, words in choices.items()],
    }
