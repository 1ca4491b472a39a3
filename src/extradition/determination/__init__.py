"""What follows from a case, and why: models only, which are also the JSON form."""

from extradition.determination.caution import Caution
from extradition.determination.determination import Determination, LawUsed, OffenceDetermination, WarrantUsed
from extradition.determination.steps import MissingFact, NotAsked, OpenQuestion, Step

__all__ = ["Caution", "Determination", "LawUsed", "MissingFact", "NotAsked", "OffenceDetermination", "OpenQuestion", "Step", "WarrantUsed"]
