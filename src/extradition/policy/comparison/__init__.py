"""Cases compared under several laws."""

from extradition.policy.comparison.comparison import Comparison, compare, compared_laws, comparison_of

__all__ = ["Comparison", "compare", "compared_laws", "comparison_of"]
