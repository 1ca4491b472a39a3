"""The agreement of a cohort with `determine`, under every law, over more cases than the core tries."""

import pytest
from cohort_agreement import compiled, differences, tables
from hypothesis import given
from profiles import examples


@pytest.mark.parametrize("part", ["1", "2"])
def test_the_columns_agree_with_determine_under_every_law(part):
    @examples(12)
    @given(tables(part))
    def agree(table):
        start, cases = table
        assert differences(compiled(part, start), cases)[0] == []

    agree()
