"""The case: what a case file says, how its findings settle, and how its text is edited."""

from extradition.case_file.case_file import CaseFile, CourtDecision, Dates, Decided, IssuedWarrant, Offence
from extradition.case_file.each_warrant import contradictions, each_warrant

__all__ = ["CaseFile", "CourtDecision", "Dates", "Decided", "IssuedWarrant", "Offence", "contradictions", "each_warrant"]
