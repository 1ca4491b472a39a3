"""The JSON Schemas of every file that the package reads or writes, generated from the models."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, TypeAdapter

from extradition.case_file import CaseFile
from extradition.casework.checklist import Checklist
from extradition.casework.further_information import FurtherInformation
from extradition.casework.papers.paper import Paper
from extradition.casework.replay import Replay
from extradition.determination import Determination
from extradition.determination.matter_used import bundled_parties
from extradition.law import PARTY
from extradition.policy.cohort.results import Cohort
from extradition.policy.comparison import Comparison
from extradition.policy.region import Region
from extradition.policy.validation import Validation
from extradition.rule_book.book import Book, Laws
from extradition.rule_book.decision_kinds import DecisionKinds
from extradition.rule_book.draft import DraftFile
from extradition.rule_book.load import FactFile, QuestionFile, SequelFile, TerritoryFile
from extradition.rule_book.passage import Sources
from extradition.rule_book.warrant_form import WarrantForm
from extradition.rule_book.watched import WatchFile

SCHEMAS: dict[str, type[BaseModel]] = {
    "after_the_hearing": SequelFile,
    "book": Book,
    "case": CaseFile,
    "checklist": Checklist,
    "cohort": Cohort,
    "comparison": Comparison,
    "decisions": DecisionKinds,
    "determination": Determination,
    "draft": DraftFile,
    "facts": FactFile,
    "further_information": FurtherInformation,
    "laws": Laws,
    "paper": Paper,
    "question": QuestionFile,
    "region": Region,
    "replay": Replay,
    "sources": Sources,
    "territories": TerritoryFile,
    "validation": Validation,
    "warrant_form": WarrantForm,
    "watch": WatchFile,
}
_PATTERN_OF_A_PARTY = TypeAdapter(PARTY).json_schema()["pattern"]


def schema(name: str) -> str:
    """The JSON Schema of one model as text.

    Args:
        name: A key of ``SCHEMAS``.

    Raises:
        KeyError: No model has this name.
    """
    model = SCHEMAS[name]
    read = name in (
        "book",
        "case",
        "decisions",
        "draft",
        "facts",
        "laws",
        "question",
        "sources",
        "after_the_hearing",
        "territories",
        "warrant_form",
        "watch",
    )
    made = model.model_json_schema(mode="validation" if read else "serialization")
    return json.dumps(_with_parties(made), indent=2, ensure_ascii=False) + "\n"


def _with_parties(node: Any) -> Any:
    """The schema *node* with the parties of the rule book of this package as examples of a party."""
    if isinstance(node, list):
        return [_with_parties(each) for each in node]
    if not isinstance(node, dict):
        return node
    made = {key: _with_parties(each) for key, each in node.items()}
    is_party = made.get("pattern") == _PATTERN_OF_A_PARTY
    return {**made, "examples": [*bundled_parties().names]} if is_party else made
