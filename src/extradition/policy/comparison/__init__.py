"""Cases compared under several laws."""

from extradition.policy.comparison.comparison import Comparison, compare

__all__ = ["Comparison", "compare"]
