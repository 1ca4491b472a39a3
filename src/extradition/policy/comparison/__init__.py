"""Cases compared under several laws."""

from extradition.policy.comparison.comparison import (
    CaseUnderLaws,
    Comparison,
    compare,
    compared_laws,
    comparison_of,
)

__all__ = ["CaseUnderLaws", "Comparison", "compare", "compared_laws", "comparison_of"]
