"""The models of a determination: the outcome of a case and its reasons. They are also its JSON form."""

from extradition.determination.caution import Caution
from extradition.determination.determination import Determination, LawUsed, OffenceDetermination, WarrantUsed
from extradition.determination.steps import MissingFact, NotAsked, OpenQuestion, Step

__all__ = [
    "Caution",
    "Determination",
    "LawUsed",
    "MissingFact",
    "NotAsked",
    "OffenceDetermination",
    "OpenQuestion",
    "Step",
    "WarrantUsed",
]
