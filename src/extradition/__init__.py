"""The Extradition Act 2003 as a rule book that runs. It supports a decision and never makes one."""

from extradition.case_file import CaseFile
from extradition.casework.further_information import FurtherInformation, further_information
from extradition.casework.replay import Record, Replay
from extradition.determination import Determination
from extradition.hearing import determine
from extradition.policy.comparison import Comparison, compare
from extradition.policy.validation import Validation, validate
from extradition.report import render
from extradition.rule_book import RuleBook
from extradition.sensitivity import analyse, analysed
from extradition.source import EngineError, ExtraditionError, MissingExtraError, SourceError, UnknownLawError

__all__ = [
    "CaseFile",
    "Comparison",
    "Determination",
    "EngineError",
    "ExtraditionError",
    "FurtherInformation",
    "MissingExtraError",
    "Record",
    "Replay",
    "RuleBook",
    "SourceError",
    "UnknownLawError",
    "Validation",
    "analyse",
    "analysed",
    "compare",
    "determine",
    "further_information",
    "render",
    "validate",
]
