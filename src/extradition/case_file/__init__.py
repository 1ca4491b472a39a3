"""The case file: its model, the answer that its findings give on each fact, and edits of its text."""

from extradition.case_file.case_dates import Dates
from extradition.case_file.case_file import CaseFile
from extradition.case_file.decided import CourtDecision, Decided, DecidedPoint, JudgmentPoint, Treatment
from extradition.case_file.each_point import each_point
from extradition.case_file.each_warrant import contradictions, each_warrant
from extradition.case_file.offences import IssuedWarrant, Offence
from extradition.case_file.particulars import Instrument, Particulars

__all__ = [
    "CaseFile",
    "CourtDecision",
    "Dates",
    "Decided",
    "DecidedPoint",
    "Instrument",
    "IssuedWarrant",
    "JudgmentPoint",
    "Offence",
    "Particulars",
    "Treatment",
    "contradictions",
    "each_point",
    "each_warrant",
]
