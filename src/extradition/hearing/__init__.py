"""The hearing of a case file under a rule book: here law and case meet."""

from extradition.hearing.hearing import Hearing, determine, hear, made_by
from extradition.hearing.under import Under

__all__ = ["Hearing", "Under", "determine", "hear", "made_by"]
