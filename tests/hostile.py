"""Case files with hostile text in every field that takes text, and the same case files with harmless text.

A report on the one must be the report on the other, with the hostile text in place of the harmless text.
"""

import copy
import itertools
from collections.abc import Callable, Iterator
from typing import Any

from strategies import ROOT

from extradition import CaseFile, source

Content = dict[str, Any]
SCHEMA = CaseFile.model_json_schema()
MOST = 5_000
"""The length of a text in a case file, by which its schema knows one."""
WORDS_OF_THE_BOOK = {
    *(("CaseFile", "territory"), ("Offence", "case_type"), ("Decision", "kind")),
    *(("DecidedPoint", "to"), ("CourtDecision", "to"), ("JudgmentPoint", "to")),
}
"""The fields of text that take a word of the rule book, and no other."""
MARKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</p></td></table><h1>x",
    "&lt;b&gt; &amp; &#x41; ]]> <![CDATA[ x",
    "\"' onmouseover='x' \"",
    "{{ 7*7 }} {{r x }}",
    "{% for x in lines %}{% endfor %}",
    "{_{ 7*7 }_} {_% raw %_}",
    "{# x #} {#- x -#}",
    '#set page(fill: red) #panic("x")',
    '#eval("1") #read("/etc/passwd")',
    "$x$ <label> @ref = x",
    "*bold* _soft_ `raw` ~~x~~ **x**",
    "[x](javascript:y) ![x](y) [x]: y",
    "| a | b | `` x",
    "\\ \\\\ \\u{41} \\* \\n",
    "</w:t></w:r><w:r><w:t>",
    '<w:fldSimple w:instr="DATE"/> { DATE }',
    'HYPERLINK "https://x.example" x',
    "=cmd|'/c calc'!A1 x",
    '=HYPERLINK("https://x.example")',
    "${x} %s %(x)s {0} {x.__class__}",
    "'; DROP TABLE x; --",
    "../../etc/passwd :: x",
)
STARTS = (
    "=1+1",
    "+1",
    "-1",
    "@x",
    "- x",
    "+ x",
    "1. x",
    "1) x",
    "# x",
    "> x",
    "---",
    "===",
    "~~~",
    "```",
    "|x|",
    "= x",
    "/ x: y",
)
"""What means something at the start of a cell or of a line."""
Made = Callable[[], str]


def full() -> Iterator[tuple[str, Content]]:
    """Case files that have, together, every field of text that there is."""
    for name in ("half_complete", "points_of_law_appeal", "two_warrants"):
        yield name, _with_everything(source.read(ROOT / f"examples/{name}/case.yaml").content)


def _with_everything(content: Content) -> Content:
    """*content* with the optional parts that hold text, where it has none."""
    made = copy.deepcopy(content)
    paper = {"issued": "2019-01-07", "reference": "x"}
    sides = {"requesting_authority": ["x"], "requested_person": ["x"]}
    made["particulars"] = {
        "requested_person": {"name": "x", "nationality": ["x"]},
        "warrant": paper,
        "hearing_list": [{"date": "2020-03-04", "title": "x"}],
        "counsel": sides,
        "solicitors": sides,
    }
    made["evidence_closed"] = [
        {"of": "whole case", "by": "judge", "on": made["dates"]["hearing"], "source": {"document": "x"}}
    ]
    made["decided"] = {
        "court": "x",
        "level": "High Court",
        "sources": ["x"],
        "confidence": "high",
        "inferred": ["x"],
        "authority": {"EA 2003 s 20(1)": {"treatment": "doubted", "by": "x", "note": "x"}},
    }
    for warrant in made.get("warrants", ()):
        del made["particulars"]["warrant"]
        warrant["particulars"] = paper
        break
    point = {"steps": {"EA 2003 s 20(1)": "no"}, "disagreement": "x"}
    several = "warrants" in made
    for holder in made.get("warrants", [made]):
        for offence in holder["offences"]:
            offence["decided"] = (
                point if several else {"points": [{**point, "taken_from": "EA 2003 s 20(1)"}]}
            )
    return made


def filled(content: Content, text: Made) -> tuple[Content, set[tuple[str, str]]]:
    """*content* with *text* in each of its fields of text, and the fields: the model and the name of each."""
    fields: set[tuple[str, str]] = set()
    made: Content = _filled(content, SCHEMA, "", text, fields)
    return made, fields


def fields_of_text() -> set[tuple[str, str]]:
    """Each field of a case file that takes any text: its model and its name."""
    models = {"CaseFile": SCHEMA, **SCHEMA["$defs"]}
    return {
        (model, name)
        for model, schema in models.items()
        for name, each in schema.get("properties", {}).items()
        if _is_text(each) and (model, name) not in WORDS_OF_THE_BOOK
    }


def _is_text(schema: Content) -> bool:
    inner = [*schema.get("anyOf", ()), *([schema["items"]] if isinstance(schema.get("items"), dict) else [])]
    return schema.get("maxLength") == MOST or any(map(_is_text, inner))


def _filled(content: Any, schema: Content, field: str, text: Made, fields: set[tuple[str, str]]) -> Any:
    """*content* with *text* in every part that *schema* knows as text."""
    schemas = list(_alternatives(schema))
    if isinstance(content, list):
        items = next(each["items"] for each in schemas if isinstance(each.get("items"), dict))
        return [_filled(each, items, field, text, fields) for each in content]
    if not isinstance(content, dict):
        if any(each.get("title") == "Finding" for each in schemas):
            return _filled({"answer": content}, schema, field, text, fields)
        return text() if any(each.get("maxLength") == MOST for each in schemas) else content
    model = next((each for each in schemas if "properties" in each), None)
    if model is None:
        inner = next(each for one in schemas for each in _of_values(one))
        return {name: _filled(each, inner, field, text, fields) for name, each in content.items()}
    return _of_model(content, model, text, fields)


def _of_model(content: Content, model: Content, text: Made, fields: set[tuple[str, str]]) -> Content:
    made = dict(content)
    for name, each in model["properties"].items():
        at = (model["title"], name)
        if at in WORDS_OF_THE_BOOK or (name == "disagreement" and "points" in made):
            continue
        if _is_text(each):
            fields.add(at)
            many = any("items" in one for one in _alternatives(each))
            made[name] = [text(), text()] if many else text()
        elif name == "source" and name not in made:
            made[name] = _filled({"document": "x"}, each, name, text, fields)
        elif name in made:
            made[name] = _filled(made[name], each, name, text, fields)
    return made


def _of_values(schema: Content) -> Iterator[Content]:
    """The schema of the values of a mapping with any keys."""
    yield from schema.get("patternProperties", {}).values()
    if isinstance(schema.get("additionalProperties"), dict):
        yield schema["additionalProperties"]


def _alternatives(schema: Content) -> Iterator[Content]:
    """What *schema* allows, with each reference followed."""
    if "$ref" in schema:
        yield from _alternatives(SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]])
    elif "anyOf" in schema and "properties" not in schema:
        for each in schema["anyOf"]:
            yield from _alternatives(each)
    else:
        yield schema


class Texts:
    """Hostile texts, each with a number of its own, and harmless ones of the same length.

    Args:
        hostile: the texts, given in turn.
        begin: whether each has its own start; without it, a capital letter and its number stand first.
        turn: the place of the first text in *hostile*.
    """

    def __init__(self, hostile: tuple[str, ...], *, begin: bool = False, turn: int = 0) -> None:
        self._hostile = itertools.cycle(hostile[turn:] + hostile[:turn])
        self._begin = begin
        self.pairs: dict[str, str] = {}

    def __call__(self) -> str:
        """The next hostile text."""
        number, text = len(self.pairs), next(self._hostile)
        made = f"{text} q{number}q" if self._begin else f"Q{number}q {text} q{number}q"
        self.pairs[made] = "".join(each if each.isalnum() or each == " " else "9" for each in made)
        return made

    def harmless(self, content: Any) -> Any:
        """*content* with the harmless texts in place of the hostile ones."""
        if isinstance(content, dict):
            return {name: self.harmless(each) for name, each in content.items()}
        if isinstance(content, list | tuple):
            return [self.harmless(each) for each in content]
        return self.pairs.get(content, content) if isinstance(content, str) else content

    def hostile(self, text: str) -> str:
        """*text* with the hostile texts in place of the harmless ones."""
        for hostile, harmless in self.pairs.items():
            text = text.replace(harmless, hostile)
        return text
