"""The columns of a cohort have the same outcome as `determine`, in any case, on any date, under any law."""

import datetime as dt

import pytest
from cohort_agreement import FEW, ON_TRIAL, compiled, decided_tables, differences, examined, tables
from hypothesis import given
from profiles import enough, examples
from strategies import BOOK, ROOT

from extradition import CaseFile, UnknownLawError
from extradition.hearing import Under
from extradition.policy.cohort.decision_lists import list_of
from extradition.policy.cohort.law_columns import CompiledLaws


@pytest.mark.no_cover
@pytest.mark.parametrize("part", ["1", "2"])
def test_the_columns_have_the_outcome_the_closing_outcome_and_the_parting_of_determine(part):
    compared = 0

    @examples(8)
    @given(tables(part))
    def agree(table):
        nonlocal compared
        start, cases = table
        found, number = differences(compiled(part, start, FEW), cases)
        compared += number
        assert found == []

    agree()
    assert compared > enough(30)


@pytest.mark.no_cover
@pytest.mark.parametrize("part", ["1", "2"])
def test_the_columns_have_the_outcome_of_determine_where_offences_list_decisions(part):
    compared = 0

    @examples(6)
    @given(decided_tables(part))
    def agree(cases):
        nonlocal compared
        lists = tuple(dict.fromkeys(listed for case in cases if (listed := list_of(case.offences[0]))))
        found, number = differences(compiled(part, ON_TRIAL[part], FEW, lists), cases, lists)
        compared += number
        assert found == []

    agree()
    assert compared > 20


def test_a_law_on_a_day_before_the_act_is_refused():
    with pytest.raises(UnknownLawError, match="has no version in force on 2003-12-31"):
        CompiledLaws(BOOK, "1", {"a day": Under(as_at=dt.date(2003, 12, 31))})


def test_the_columns_agree_on_every_decided_case():
    cases = [CaseFile.load(path) for path in sorted((ROOT / "precedents").glob("*.yaml"))]
    alone = [
        case.model_copy(update={"offences": (offence,)})
        for case in map(examined, cases)
        if case is not None and not case.warrants
        for offence in case.offences
    ]
    compared = 0
    for part, start in sorted({(case.part, case.taken_from or "") for case in alone}):
        here = [case for case in alone if (case.part, case.taken_from or "") == (part, start)]
        found, number = differences(compiled(part, start or None, FEW), here)
        compared += number
        assert found == []
    assert compared > 200
