"""Dates as people write them: on the page; a case file has ISO dates alone."""

import datetime as dt
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from extradition import CaseFile, SourceError
from extradition.days import Days, written_out
from extradition.source import written_place
from extradition.typed_date import date_hint, iso_text
from extradition.web.form import posted_leaves
from extradition.web.form.fields import is_date

READ = {
    "27/3/2007": "2007-03-27",
    "27/03/2007": "2007-03-27",
    "3/4/2007": "2007-04-03",
    "27.3.2007": "2007-03-27",
    "27-3-2007": "2007-03-27",
    "27 March 2007": "2007-03-27",
    "27  march 2007 ": "2007-03-27",
    "27\u00a0Mar 2007": "2007-03-27",
    "27 Mar. 2007": "2007-03-27",
    "27-Mar-2007": "2007-03-27",
    "1st Sept 2007": "2007-09-01",
    "29 February 2024": "2024-02-29",
    "March 2007": "2007-03",
    "May 2007": "2007-05",
    "2007": "2007",
    "2007-03": "2007-03",
    "2007-03-27": "2007-03-27",
    "27/3/2007 to 2007-03-30": "2007-03-27 to 2007-03-30",
}
REFUSED = {
    "3/27/2007": "the day comes first: 27/3/2007",
    "March 27, 2007": "the day comes first: 27 March 2007",
    "27/3/07": "write the year with its four digits",
    "27 March 07": "write the year with its four digits",
    "27/3/0207": "write the year with its four digits",
    "27/13/2007": "there is no month 13",
    "0/13/2007": "there is no month 13",
    "27/0/2007": "there is no month 0",
    "31/4/2007": "April 2007 has the days 1 to 30",
    "29.2.2023": "February 2023 has the days 1 to 28",
    "0 May 2007": "May 2007 has the days 1 to 31",
    "2023-02-30": "February 2023 has the days 1 to 28",
    "2023-02-00": "February 2023 has the days 1 to 28",
    "2023-13-01": "there is no month 13",
    "2023-00": "there is no month 0",
}
NONE = (
    "soon",
    "",
    "27/3.2007",
    "27-Mar 2007",
    "27 Mars 2007",
    "Tuesday 27 March 2007",
    "27 March",
    "3/2007",
    "5 or 6 May 2007",
    "2007/03/27",
)
NONE += (
    "March 2007 to May 2007",
    "1/3/2007 to soon",
    "1/3/2007 to 2/3/2007 to 3/3/2007",
    "27/3/\u0662\u0660\u0660\u0667",
)


@pytest.mark.parametrize(("typed", "iso"), READ.items())
def test_a_date_is_read_with_the_day_first(typed, iso):
    assert iso_text(typed) == iso


@pytest.mark.parametrize(("typed", "reason"), REFUSED.items())
def test_a_date_that_is_none_is_refused_with_the_reason(typed, reason):
    with pytest.raises(ValueError, match=reason):
        iso_text(typed)
    assert date_hint(typed) == f"; {reason}"


@pytest.mark.parametrize("typed", NONE)
def test_what_is_not_written_as_a_date_is_left_alone(typed):
    assert iso_text(typed) is None
    assert date_hint(typed) == ""


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_every_day_that_a_report_writes_out_can_be_typed(day):
    assert iso_text(written_out(day)) == day.isoformat()
    assert iso_text(f"{day.day}/{day.month}/{day.year}") == day.isoformat()


def posted(**fields):
    return {
        written_place(place): leaf
        for place, leaf in posted_leaves(
            (name.replace("__", ".").replace("_0", "[0]"), typed) for name, typed in fields.items()
        ).items()
    }


def test_a_date_typed_on_the_page_becomes_iso_and_nothing_else_does():
    assert posted(dates__hearing="27/3/2007", dates__arrest="March 2007", dates__arrest_hour="23:00") == {
        "dates.hearing": "2007-03-27",
        "dates.arrest": "2007-03",
        "dates.arrest_hour": "23:00",
    }
    assert posted(particulars__custody_0__from="27 March 2007", particulars__custody_0__status="bail") == {
        "particulars.custody[0].from": "2007-03-27",
        "particulars.custody[0].status": "bail",
    }
    assert posted(
        case="27/3/2007", notes_0="March 2007", dates__hearing="3/27/2007", dates__consent="soon"
    ) == {
        "case": "27/3/2007",
        "notes[0]": "March 2007",
        "dates.hearing": "3/27/2007",
        "dates.consent": "soon",
    }


def models_in(annotation):
    for part in (annotation, *get_args(annotation)):
        if isinstance(part, type) and issubclass(part, BaseModel):
            yield part
        elif part is not annotation:
            yield from models_in(part)


def dates_in(model, place=(), seen=()):
    """The place of each date of a model, and of each other value."""
    for name, field in model.model_fields.items():
        at = (*place, field.alias or name)
        below = [each for each in models_in(field.annotation) if each is not Days and each not in seen]
        if Days in models_in(field.annotation) or "datetime.date" in repr(field.annotation):
            yield at, True
        elif not below:
            yield at, False
        for each in below:
            numbered = (*at, 0) if "tuple" in repr(field.annotation) else at
            yield from dates_in(each, numbered, (*seen, each))


def test_every_date_of_a_case_file_is_a_date_on_the_page():
    places = dict(dates_in(CaseFile))
    assert sum(places.values()) > 20
    wrong = {written_place(place) for place, date in places.items() if is_date(place) != date}
    assert wrong == {"evidence_closed[0].on"}  # no field of the page shows it


def test_a_case_file_has_iso_dates_alone_and_the_fault_names_the_value_to_write():
    text = (
        "case: X\nterritory: RO\ndates: {hearing: 27/3/2007, arrest: 3/27/2007}\n"
        "particulars: {custody: [{status: bail, from: 27 March 2007}]}\n"
    )
    with pytest.raises(SourceError) as error:
        CaseFile.parse("x.yaml", text)
    hearing, arrest, start = sorted(problem.message for problem in error.value.problems)[-3:]
    assert {hearing.rpartition("; ")[2], arrest.rpartition("; ")[2], start.rpartition("; ")[2]} == {
        "for 27/3/2007 write 2007-03-27",
        "the day comes first: 27/3/2007",
        "for 27 March 2007 write 2007-03-27",
    }


@pytest.mark.parametrize(
    "time",
    ["T00:00:00Z", "T00:00", " 09:30:00", "T00:00:00.000Z", "t00:00:00+01:00", "T00:00:00.123456-0500"],
)
def test_a_time_after_the_day_gets_the_day_alone_as_a_hint(time):
    assert date_hint(f"2023-02-01{time}") == f"; for 2023-02-01{time} write 2023-02-01"
    assert date_hint(f"2023-02-29{time}") == "; February 2023 has the days 1 to 28"
    assert iso_text(f"2023-02-01{time}") is None


def test_a_value_that_is_no_text_gets_no_hint():
    assert date_hint(20240306) == ""
