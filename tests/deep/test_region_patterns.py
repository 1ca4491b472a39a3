"""The region in which two laws part against the hearing itself, on many patterns of every Part and type of
case.
"""

import itertools

import pytest
from region_patterns import PARTS, differs_from_determine, pattern_towards_some_end
from strategies import BOOK

PAIRS = list(itertools.combinations(BOOK.laws, 2))


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("case_type", ["accusation", "conviction"])
def test_the_pairs_of_ends_are_those_of_determine_towards_every_end(part, case_type):
    for laws, seed in itertools.product(PAIRS, range(12)):
        assert differs_from_determine(part, case_type, laws, pattern_towards_some_end(seed)) == []
