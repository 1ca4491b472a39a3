"""The JSON Schemas of every file that the package reads or writes, generated from the models."""

from __future__ import annotations

import json

from pydantic import BaseModel

from extradition.case_file import CaseFile
from extradition.casework.checklist import Checklist
from extradition.casework.further_information import FurtherInformation
from extradition.casework.papers.paper import Paper
from extradition.casework.replay import Replay
from extradition.determination import Determination
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
    return (
        json.dumps(
            model.model_json_schema(mode="validation" if read else "serialization"),
            indent=2,
            ensure_ascii=False,
        )
        + "\n"
    )
