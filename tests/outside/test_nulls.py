"""Nulls in a case file: by the schema a request may have one for an optional key, and never for an answer."""

import copy
import json

import pytest
from asked import Asked
from jsonschema_rs import Draft202012Validator
from strategies import BOOK

from extradition import CaseFile, SourceError
from extradition.hearing.examination import examine, read_case
from extradition.source import parse_all
from extradition.web import application

CLIENT = Asked(application(BOOK, engine="plain"))
SCHEMA = Draft202012Validator(CaseFile.model_json_schema())
FOUND = {
    "answer": "no",
    "by": "judge",
    "status": "found",
    "reasons": "Read in court",
    "source": {
        "document": "Judgment",
        "at": "p 3",
        "date": "2024-01-01",
        "language": "ro",
        "translation": "T",
    },
}
CASE = {
    "case": "X",
    "part": "1",
    "territory": "RO",
    "reference": "R 1",
    "citation": "[2024] UKSC 10",
    "taken_from": "EA 2003 s 20(1)",
    "dates": {"arrest": "2019-09-25", "certificate": "2019-09-20", "hearing": "2024-03-06"},
    "particulars": {
        "requested_person": {"name": "A", "date_of_birth": "1990-01-01", "nationality": ["RO"]},
        "warrant": {"reference": "W", "issued": "2019-01-01"},
        "court": "C",
    },
    "findings": {"consent": {**FOUND, "answer": "not_given"}},
    "offences": [
        {
            "id": "a",
            "title": "Theft",
            "case_type": "conviction",
            "conduct_date": "2018-01-01",
            "findings": {"retrial_right": "none", "convicted_in_presence": FOUND},
            "warrant": {"box_c": {"sentence_months": 24}, "box_d": {"ticked": [], "text": "t"}},
        }
    ],
    "notes": ["n"],
}
NEEDED = {
    *(("territory",), ("offences", 0, "case_type")),
    *(("findings", "consent", "by"), ("offences", 0, "findings", "convicted_in_presence", "by")),
}
"""The keys that the matter, or another key, needs: the schema of one key cannot know it."""


def places(value, place=()):
    """Every place in the content of a case file."""
    each = value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else ())
    for key, below in each:
        yield (*place, key)
        yield from places(below, (*place, key))


def changed(place, *value):
    """The case with another *value* at *place*, or without it."""
    case = copy.deepcopy(CASE)
    holder = case
    for key in place[:-1]:
        holder = holder[key]
    if value:
        (holder[place[-1]],) = value
    else:
        del holder[place[-1]]
    return case


def asked(case):
    return CLIENT.post("/v1/determinations", json={"case_file": case})


def faults_of_request(case):
    answer = asked(case)
    assert answer.status_code == 422
    return {each["place"].removeprefix("case_file.") for each in answer.json()["faults"]}


def faults_of_file(case):
    with pytest.raises(SourceError) as refused:
        examine(read_case(parse_all("case.json", json.dumps(case)), BOOK), BOOK)
    return {each.where for each in refused.value.problems}


@pytest.mark.parametrize("place", list(places(CASE)), ids=lambda place: ".".join(map(str, place)))
def test_a_request_may_have_a_null_where_the_schema_has_one_and_a_file_may_not(place):
    null = changed(place, None)
    assert faults_of_file(null)
    if SCHEMA.is_valid(null) and place not in NEEDED:
        assert asked(null).json()["case_file_hash"] == asked(changed(place)).json()["case_file_hash"]
    else:
        assert faults_of_request(null)


@pytest.mark.parametrize("given", [{"part": "1", "matter": None}, {"part": None, "matter": "1"}], ids=str)
def test_a_null_under_the_other_key_of_the_matter_counts_as_left_out(given):
    without = {key: value for key, value in CASE.items() if key != "part"}
    assert asked({**without, **given}).json()["case_file_hash"] == asked(CASE).json()["case_file_hash"]
    neither = asked({**without, "part": None, "matter": None})
    assert neither.json()["case_file_hash"] == asked(without).json()["case_file_hash"]


@pytest.mark.parametrize("place", [("findings", "consent"), ("offences", 0, "findings", "retrial_right")])
@pytest.mark.parametrize(
    "value", [None, [None], {"answer": None}, [{"answer": None, "by": "judge"}]], ids=str
)
def test_an_answer_that_is_null_is_refused_at_the_same_place_in_a_request_and_a_file(place, value):
    null = changed(place, value)
    (where,) = faults_of_file(null)
    assert where.endswith("answer")
    assert faults_of_request(null) == {where}
    assert not SCHEMA.is_valid(null)
