"""A day at the command line, as people write it."""

import argparse
import datetime as dt

import pytest

from extradition.cli.argument_values import read_day


@pytest.mark.parametrize("typed", ["2024-03-06", "6/3/2024", "06.03.2024", "6 March 2024", "6th Mar 2024"])
def test_a_day_is_read_as_people_write_it(typed):
    assert read_day(typed) == dt.date(2024, 3, 6)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("3/27/2007", "is not a date: the day comes first: 27/3/2007"),
        ("27/3/07", "is not a date: write the year with its four digits"),
        ("31/4/2007", "is not a date: April 2007 has the days 1 to 30"),
        ("March 2024", "is not a date such as 2024-03-06 or 6 March 2024"),
        ("2024-02-30", "is not a date: February 2024 has the days 1 to 29"),
        ("6/3/2024 to 9/3/2024", "is not a date such as 2024-03-06 or 6 March 2024"),
        ("soon", "is not a date such as 2024-03-06 or 6 March 2024"),
        ("31/12/1899", "must be from 1900-01-01 to 2200-12-31, not 31/12/1899"),
        ("9999-12-31", "must be from 1900-01-01 to 2200-12-31, not 9999-12-31"),
    ],
)
def test_anything_but_a_day_is_refused_with_the_reason(typed, reason):
    with pytest.raises(argparse.ArgumentTypeError, match=reason):
        read_day(typed)
