"""The Extradition Act 2003 as a rule book that runs. It supports a decision and never makes one."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extradition.case_file import CaseFile
    from extradition.casework.checklist import Checklist, determine_each_matter
    from extradition.casework.further_information import FurtherInformation, further_information
    from extradition.casework.papers.kinds import paper
    from extradition.casework.papers.paper import Paper
    from extradition.casework.replay import Record, Replay
    from extradition.determination import Determination
    from extradition.hearing import determine
    from extradition.hearing.many import Undetermined, determine_many
    from extradition.policy.cohort.cohort import cohort, decide_table
    from extradition.policy.cohort.results import Cohort
    from extradition.policy.comparison import Comparison, compare
    from extradition.policy.region.region import Region, region
    from extradition.policy.validation import Validation, validate
    from extradition.report import render
    from extradition.rule_book import Draft, RuleBook
    from extradition.sensitivity import analyse, analysed
    from extradition.source import (
        EngineError,
        ExtraditionError,
        MissingExtraError,
        OptionError,
        SourceError,
        UnknownLawError,
    )

__version__: str

_MODULES = {
    "CaseFile": "case_file",
    "Checklist": "casework.checklist",
    "Cohort": "policy.cohort.results",
    "Comparison": "policy.comparison",
    "Determination": "determination",
    "Draft": "rule_book",
    "EngineError": "source",
    "ExtraditionError": "source",
    "FurtherInformation": "casework.further_information",
    "MissingExtraError": "source",
    "Paper": "casework.papers.paper",
    "Record": "casework.replay",
    "Region": "policy.region.region",
    "Replay": "casework.replay",
    "RuleBook": "rule_book",
    "SourceError": "source",
    "Undetermined": "hearing.many",
    "UnknownLawError": "source",
    "OptionError": "source",
    "Validation": "policy.validation",
    "analyse": "sensitivity",
    "analysed": "sensitivity",
    "cohort": "policy.cohort.cohort",
    "compare": "policy.comparison",
    "decide_table": "policy.cohort.cohort",
    "determine": "hearing",
    "determine_each_matter": "casework.checklist",
    "determine_many": "hearing.many",
    "further_information": "casework.further_information",
    "paper": "casework.papers.kinds",
    "region": "policy.region.region",
    "render": "report",
    "validate": "policy.validation",
}
"""The module that defines each public name. Its import happens at the first use of the name, so that a
command loads only what it needs."""

__all__ = [
    "CaseFile",
    "Checklist",
    "Cohort",
    "Comparison",
    "Determination",
    "Draft",
    "EngineError",
    "ExtraditionError",
    "FurtherInformation",
    "MissingExtraError",
    "OptionError",
    "Paper",
    "Record",
    "Region",
    "Replay",
    "RuleBook",
    "SourceError",
    "Undetermined",
    "UnknownLawError",
    "Validation",
    "analyse",
    "analysed",
    "cohort",
    "compare",
    "decide_table",
    "determine",
    "determine_each_matter",
    "determine_many",
    "further_information",
    "paper",
    "region",
    "render",
    "validate",
]


def __getattr__(name: str) -> object:
    value: object
    if name == "__version__":
        value = import_module("importlib.metadata").version(__name__)
    elif name in _MODULES:
        value = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, "__version__"})
