"""The dates that a rule book declares for itself: they choose versions, and faults name them."""

import datetime as dt

import pytest
from strategies import book_in

from extradition import CaseFile, SourceError, analyse, determine
from extradition.report import render
from extradition.report.case_schema import case_schema

THIRD = book_in("tests/books/third")
OWN_DATE = "case: X\nmatter: duty-to-notify\ndates: {%s}\nfindings: {premises_closed: yes, days_closed: 2}\n"


@pytest.mark.parametrize(
    ("dates", "kind", "version"),
    [
        ("closure: 2019-12-31, hearing: 2021-06-01", "must", "s20-1-enacted"),
        ("closure: 2020-01-01, hearing: 2021-06-01", "need_not", "s20-1-amended"),
        ("closure: 2019, hearing: 2021-06-01", "must", "s20-1-enacted"),
        ("hearing: 2018-06-01", "must", "s20-1-enacted"),
    ],
)
def test_a_date_that_the_book_declares_chooses_the_version(dates, kind, version):
    """A closure is never after the decision, so a decision of 2018 gives the law of the closure too."""
    (made,) = determine(CaseFile.parse("case.yaml", OWN_DATE % dates), THIRD).offences
    assert (made.outcome.kind, made.steps[0].version.id) == (kind, version)


def test_a_missing_date_of_the_book_is_asked_for_by_its_name():
    case = CaseFile.parse("case.yaml", OWN_DATE % "hearing: 2021-06-01")
    (made,) = determine(case, THIRD).offences
    assert made.outcome.kind == "open"
    assert set(made.dates_missing) == {"closure date"}
    assert "closure date" in render(determine(case, THIRD), "md")
    (sensitivity,) = analyse(case, THIRD)
    (date,) = [matter for matter in sensitivity.matters if matter.kind == "date"]
    assert (date.name, date.ask) == ("closure_date", "On which day were the premises closed?")


def test_the_law_on_another_day_keeps_an_earlier_date_of_the_book():
    case = CaseFile.parse("case.yaml", OWN_DATE % "closure: 2019-06-01, hearing: 2019-07-01")
    later, before = (determine(case, THIRD, as_at=dt.date(year, 1, 1)) for year in (2022, 2012))
    assert [made.offences[0].steps[0].version.id for made in (later, before)] == ["s20-1-enacted"] * 2


@pytest.mark.parametrize(
    ("dates", "fault"),
    [
        ("closing: 2019-06-01", "dates.closing: is not a date of this rule book: closure, hearing$"),
        ("closure_: 2019-06-01", "dates.closure_: is not .*; did you mean closure?"),
        ("arrest: 2019-06-01", "dates.arrest: is not a date of this rule book: closure, hearing"),
        ("closure: 2019-06-01, hearing: 2019-05-01", "dates.closure: is after the hearing"),
        ("closure: soon", "dates.closure: must be a date such as 2024-03-06"),
    ],
)
def test_faults_in_dates_name_the_dates_of_the_book(dates, fault):
    with pytest.raises(SourceError, match=fault):
        determine(CaseFile.parse("case.yaml", OWN_DATE % dates), THIRD)


def test_the_schema_has_the_dates_of_the_book():
    dates = case_schema(THIRD)["$defs"]["Dates"]
    assert (set(dates["properties"]), dates["additionalProperties"]) == ({"closure", "hearing"}, False)
