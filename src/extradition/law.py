"""The values of the law: provisions, matters, days and hours, and burdens of proof."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sized
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    AfterValidator,
    AliasChoices,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from extradition.own_names import OwnNames
from extradition.standard import STANDARD
from extradition.typed_date import day_of

T = TypeVar("T", bound=Sized)


def text_of_number(value: Any) -> Any:
    """The text of a whole number, as a file has it; any other value unchanged. For values of Python and JSON.

    >>> text_of_number(2), text_of_number(2.0), text_of_number("2"), text_of_number(True)
    ('2', '2', '2', True)
    """
    is_whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())  # 2.0 in JSON
    return str(int(value)) if is_whole and not isinstance(value, bool) else value


ANSWER = Literal["yes", "no"]
HOLDS = Literal["yes", "no", "open"]
VERIFIED = Literal["text seen", "secondary", "factsheet only", "recalled"]
"""How sure we are of a statement of law, surest first (see docs/glossary.md)."""
MADE_BY = Literal["enactment", "judgment", "guidance", "treaty"]
"""What makes a version of a question."""
_PROVISION = re.compile(
    r"(?P<act>.+?) ("
    r"(?P<kind>s|art|reg) (?P<number>\d+[A-Z]*)"
    r"|(?P<sch>sch)( (?P<schedule>[A-Z]?\d+[A-Z]*))?( para (?P<paragraph>\d+[A-Z]*))?"
    r"|at (?P<heading>[a-z0-9]+(-[a-z0-9]+)*)"
    r")(?P<below>(\([0-9a-zA-Z]+\))*)"
)
_OF_A_DECISION = re.compile(r"(?P<provision>.+?)(?P<of> \[[a-z][a-z0-9-]*\])?")
_HOUR = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_KINDS = {"s": "section", "art": "article", "reg": "regulation"}


def in_words(pattern: str, words: str) -> tuple[StringConstraints, BeforeValidator]:
    """The annotations of a text field: its pattern, for schemas, and a check that reports *words*.

    Args:
        pattern: a regular expression for the whole text. A schema has it without names of groups, which only
            Python writes ``(?P<name>``.
        words: what the text must be, with an example. A reader sees them if the text does not match.
    """
    whole = re.compile(pattern)

    def checked(value: Any) -> Any:
        if isinstance(value, str) and not whole.fullmatch(value):
            raise ValueError(f"is empty; {words}" if not value else words)
        return value

    unnamed = re.sub(r"\(\?P<\w+>", "(", pattern)
    return StringConstraints(pattern=f"^{unnamed}$"), BeforeValidator(checked)


PARTY = Annotated[str, *in_words("[A-Za-z]+( [A-Za-z]+){0,5}", "must be a name in plain words")]
"""The name of a party, as it stands after "the": the book declares its two parties."""
SELECTOR = Annotated[str, *in_words("[a-z ]+ date", "must be the name of a date, such as hearing date")]
"""The name of a date that chooses versions: its key in ``book.yaml``, and the word date."""
PART = Annotated[
    str,
    *in_words("[a-z0-9]+(-[a-z0-9]+)*", "must be the id of a matter of book.yaml, such as 1"),
    BeforeValidator(text_of_number, json_schema_input_type=str | int),
]
"""The id of a matter, a body of law with a hearing of its own: the book declares its matters."""
MATTER_KEYS = AliasChoices("part", "matter")
"""The keys under which a file names a matter: either of them, never both."""


def with_either_key(schema: dict[str, Any]) -> None:
    """Add the other key of the matter to a JSON Schema, and ask for one of the two if it asks for the first.

    Args:
        schema: the schema of a model with ``part``; it is changed.
    """
    schema["properties"]["matter"] = schema["properties"]["part"]
    if "part" in schema.get("required", ()):
        schema["required"].remove("part")
        schema["oneOf"] = [{"required": ["part"]}, {"required": ["matter"]}]


ProvisionText = Annotated[str, *in_words(_PROVISION.pattern, "must be a provision such as EA 2003 s 20(5)")]
"""A provision as lawyers write it: ``EA 2003 s 20(5)``."""
AskedText = Annotated[
    str,
    *in_words(
        _PROVISION.pattern + r"( \[[a-z][a-z0-9-]*\])?",
        "must be a provision such as EA 2003 s 20(5), or EA 2003 s 20(5) [appeal]",
    ),
]
"""A provision, or one with the id of the decision of which its question is asked."""


def _not_empty(value: T) -> T:
    if not value:
        raise ValueError("is empty")
    return value


NOT_EMPTY = (AfterValidator(_not_empty), Field(json_schema_extra={"minItems": 1}))
"""The annotations of a list that must not be empty. Checked after its items: a wrong item is not also
called missing."""

LEFT_OUT_IF_NONE = Field(exclude_if=lambda value: value is None)
"""The annotation of a field that the JSON form leaves out while it has no value."""

LEFT_OUT_IF_EMPTY = Field(exclude_if=lambda value: not value)
"""The annotation of a field that the JSON form leaves out while it is empty, or no."""


class Model(OwnNames):
    """Immutable model. Rejects unknown keys; written out under the keys it is read from."""

    model_config = ConfigDict(extra="forbid", frozen=True, serialize_by_alias=True)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The JSON Schema of the model. Its description leaves out the examples in Python."""
        made = handler(schema)
        own = handler.resolve_ref_schema(made)
        if "description" in own:
            own["description"] = own["description"].partition("\n\nExamples:")[0]
        return made


class Provision:
    """The parts of a provision: ``EA 2003 s 20(5)`` is act ``EA 2003``, section ``20``, subsection ``5``.

    A paragraph of a schedule is ``EA 2003 sch A1 para 2``, or ``SI 2003/3150 sch para 5`` where the only
    schedule has no number; a heading of guidance is ``APP at arrest-abroad``.
    A question that is asked of one decision has the id of the decision after it: ``EA 2003 s 20(5)
    [appeal]``.

    Args:
        text: the provision as lawyers write it.

    Raises:
        ValueError: *text* is not a provision.

    Attributes:
        whole: the provision without the id of a decision.

    >>> provision = Provision("EA 2003 s 20(5)")
    >>> provision.act, provision.number, provision.below, provision.short
    ('EA 2003', '20', ('5',), 's 20(5)')
    >>> Provision("EA 2003 sch A1 para 2(3)").short, Provision("APP at arrest-abroad").short
    ('sch A1 para 2(3)', 'APP at arrest-abroad')
    >>> Provision("EA 2003 s 20(5) [appeal]").short, Provision("EA 2003 s 20(5) [appeal]").whole
    ('s 20(5) [appeal]', 'EA 2003 s 20(5)')
    """

    def __init__(self, text: str) -> None:
        parts = _OF_A_DECISION.fullmatch(text)
        found = _PROVISION.fullmatch(parts["provision"]) if parts else None
        if parts is None or found is None:
            raise ValueError(f"{text!r} is not a provision such as 'EA 2003 s 20(5)'")
        self.whole = parts["provision"]
        self._of = parts["of"] or ""
        self.act = found["act"]
        self.schedule: str | None = (found["schedule"] or "") if found["sch"] else None
        self.heading: str | None = found["heading"]
        self.kind = found["kind"] or found["sch"] or "at"
        self.number = found["number"] or found["paragraph"] or ""
        self.below = tuple(re.findall(r"\(([0-9a-zA-Z]+)\)", found["below"]))

    @property
    def section(self) -> str:
        """The section alone, without its Act: ``s 20``, ``sch A1 para 2``; guidance keeps its name."""
        if self.heading:
            return f"{self.act} at {self.heading}"
        if self.schedule is not None:
            return " ".join(filter(None, ["sch", self.schedule, self.number and f"para {self.number}"]))
        return f"{self.kind} {self.number}"

    @property
    def folder(self) -> str:
        """The name of the folder of its question file: ``section_20``, ``schedule_A1``, ``guidance``."""
        if self.heading:
            return "guidance"
        return f"section_{self.number}" if self.schedule is None else f"schedule_{self.schedule}".rstrip("_")

    @property
    def _beginning(self) -> list[str]:
        """The beginning of the names made from it."""
        if self.heading:
            return self.heading.split("-")
        paragraph = [f"para{self.number}"] if self.number else []
        return [f"{self.kind}{self.number}"] if self.schedule is None else [f"sch{self.schedule}", *paragraph]

    @property
    def short(self) -> str:
        """The provision without its Act: ``s 20(5)``, ``s 20(5) [appeal]``."""
        return self.section + "".join(f"({part})" for part in self.below) + self._of

    @property
    def stem(self) -> str:
        """The beginning of the name of its question file: ``s20_05``."""
        return "_".join(
            [
                *self._beginning,
                *(part.rjust(2, "0") if part.isdigit() else part for part in self.below),
            ]
        )

    @property
    def slug(self) -> str:
        """The beginning of the ids of its versions: ``s20-5``."""
        return "-".join([*self._beginning, *self.below])

    def identifier(self, act: str) -> str:
        """The address of the provision on legislation.gov.uk.

        Args:
            act: the path of the Act there, such as ``ukpga/2003/41``.

        >>> Provision("EA 2003 sch A1 para 2").identifier("ukpga/2003/41")
        'https://www.legislation.gov.uk/ukpga/2003/41/schedule/A1/paragraph/2'
        >>> Provision("EA 2003 s 20(5)").identifier("ukpga/2003/41")
        'https://www.legislation.gov.uk/ukpga/2003/41/section/20/5'
        >>> Provision("SI 2003/3150 sch para 5").identifier("uksi/2003/3150")
        'https://www.legislation.gov.uk/uksi/2003/3150/schedule/paragraph/5'
        """
        paragraph = ["paragraph", self.number] if self.number else []
        parts = (
            [_KINDS[self.kind], self.number]
            if self.schedule is None
            else ["schedule", self.schedule, *paragraph]
        )
        return "/".join(["https://www.legislation.gov.uk", act, *filter(None, parts), *self.below])


def _written_hour(value: Any) -> Any:
    if not isinstance(value, dt.time) and not (isinstance(value, str) and _HOUR.fullmatch(value)):
        raise ValueError("must be a time such as 23:00")
    return value


Day = Annotated[dt.date, BeforeValidator(day_of)]
"""A date, written year, month, day: 2024-03-06."""
Hour = Annotated[
    dt.time,
    BeforeValidator(_written_hour),
    PlainSerializer(lambda hour: f"{hour:%H:%M}"),
    WithJsonSchema(
        {"type": "string", "pattern": f"^({_HOUR.pattern})$"}
    ),  # the "time" of JSON Schema has seconds and a zone
]
"""A time of day in the United Kingdom: 23:00."""


class Proof(Model):
    """The burden of proof on a question.

    Attributes:
        on: the party that must prove.
        of: the answer that they must prove.
        to: the standard of proof.
        under: the provision that places the burden.
    """

    on: PARTY
    of: ANSWER
    to: STANDARD
    under: ProvisionText


class FactProof(Model):
    """The burden of proof on one fact, where the fact has a burden of its own.

    Attributes:
        on: the party that must prove.
        to: the standard of proof.
    """

    on: PARTY
    to: STANDARD
