"""The Extradition Act 2003 as a rule book that runs. It supports a decision and never makes one."""

from extradition.case_file import CaseFile
from extradition.comparison import Comparison, compare
from extradition.determination import Determination
from extradition.further_information import FurtherInformation, further_information
from extradition.hearing import determine
from extradition.replay import Record, Replay
from extradition.report import render
from extradition.rule_book import RuleBook, UnknownLawError
from extradition.sensitivity import analyse, analysed
from extradition.source import EngineError, ExtraditionError, MissingExtraError, SourceError
from extradition.validation import Validation, validate

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
