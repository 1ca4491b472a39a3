"""Where law and case meet: a case file heard under a rule book."""

from extradition.hearing.hearing import Hearing, determine, hear, made_by
from extradition.hearing.under import Under

__all__ = ["Hearing", "Under", "determine", "hear", "made_by"]
