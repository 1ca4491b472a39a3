"""The service against its own description: whatever fits or does not fit it gets an answer that does."""

import json
import os
import zlib
from typing import get_args

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import load_all_checks, not_a_server_error
from schemathesis.pytest.lazy import get_all_tests
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from strategies import BOOK, ROOT

from extradition.source import read
from extradition.web import application
from extradition.web.service.reports import OF_COMPARISON, OF_ONE_CASE

TIMES = int(os.environ.get("FUZZ_TIMES", "1"))
"""How many times as many requests are made."""
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
    negative_data_rejection,
]
WORKED = [read(path).content for path in sorted(ROOT.glob("examples/*/case.yaml"))]

for kind in ("application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"):
    schemathesis.openapi.media_type(kind, st.binary(max_size=200))
LINE = st.one_of(
    st.text(max_size=100),
    st.fixed_dictionaries(
        {"id": st.text(max_size=3), "case_file": st.sampled_from(WORKED)},
        optional={"engine": st.sampled_from(["durable", "plain"]), "precedents": st.booleans()},
    ).map(json.dumps),
)
schemathesis.openapi.media_type(
    "application/x-ndjson", st.lists(LINE, max_size=4).map(lambda lines: "\n".join(lines).encode())
)

OF_THE_MACHINE = [HealthCheck.filter_too_much, HealthCheck.too_slow]
"""Checks of how requests are made, not of an answer: a busy machine fails the second."""
APPLICATION = application(BOOK, hosts=["testserver"], jobs=1)
ONE_CASE = ("/v1/determinations", "/v1/further-information", "/v1/papers")
"""The operations that read one case file, all by the same schema: the flaws of a case file that the schema
suggests, over 4,000, are sent to one of them each. With more requests each is sent to all.
"""
OPERATIONS = [(method, path) for path, each in APPLICATION.openapi()["paths"].items() for method in each]


@pytest.fixture(scope="module", autouse=True)
def _workers_that_end():
    yield
    APPLICATION.state.batches.close()


@pytest.fixture(scope="module")
def schema():
    read = schemathesis.openapi.from_asgi("/openapi.json", APPLICATION)
    read.config.generation.update(modes=[GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
    return read


def send(case):
    case.call_and_validate(checks=CHECKS)


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_whatever_is_sent_the_answer_is_as_described(method, path, schema):
    """The requests of one operation, made when its test runs.

    ``schema.parametrize`` makes all requests in each worker that collects the tests. It also gives all
    operations one identifier, so that xdist runs the first of them alone.
    """
    load_all_checks()
    (made,) = get_all_tests(
        schema=schema.include(method=method.upper(), path=path),
        test_func=send,
        settings=settings(max_examples=30 * TIMES, suppress_health_check=OF_THE_MACHINE),
        given_kwargs=None,
    )
    operation, ask = made.ok()
    assert operation.label == f"{method.upper()} {path}"
    suggested = getattr(ask, "hypothesis_explicit_examples", None)
    if suggested and TIMES == 1:
        ask.hypothesis_explicit_examples = [
            each for each in suggested if is_sent_to(path, each.kwargs["case"].meta.phase.data.description)
        ]
    ask()


def is_sent_to(path, description):
    """Whether a request that the schema suggests is sent to *path*; all are, but flaws of a case file."""
    if "case_file" not in description:
        return True
    kind = zlib.crc32(description.encode()) % len(ONE_CASE)
    return path == ONE_CASE[kind] if path in ONE_CASE else kind == 0


def test_the_operations_on_one_case_read_it_by_one_schema():
    described = APPLICATION.openapi()

    def of_a_case(path):
        body = described["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"]
        model = body["$ref"].rpartition("/")[2]
        return described["components"]["schemas"][model]["properties"]["case_file"]

    assert {json.dumps(of_a_case(path)) for path in ONE_CASE} == {
        json.dumps({"$ref": "#/components/schemas/CaseFile-Input"})
    }


@st.composite
def like_a_worked_example(draw):
    """A worked example with some of its findings, so that the answer is seldom a refusal."""

    def some(findings):
        return {name: said for name, said in findings.items() if draw(st.booleans())}

    case = draw(st.sampled_from(WORKED))

    def some_of_each(offences):
        return [{**offence, "findings": some(offence.get("findings", {}))} for offence in offences]

    case = {**case, "findings": some(case.get("findings", {}))}
    if "warrants" in case:
        return {
            **case,
            "warrants": [
                {**warrant, "offences": some_of_each(warrant["offences"])} for warrant in case["warrants"]
            ],
        }
    return {**case, "offences": some_of_each(case["offences"])} if "offences" in case else case


LAWS = st.sampled_from(sorted(BOOK.laws))
UNDER_LAW = {
    "case_file": like_a_worked_example(),
    "law": st.none() | LAWS,
    "assuming": st.lists(st.sampled_from(sorted(BOOK.versions)), max_size=1),
    "engine": st.none() | st.sampled_from(["durable", "plain"]),
}
BODIES = {
    "/v1/determinations": st.fixed_dictionaries({**UNDER_LAW, "sensitivity": st.booleans()}),
    "/v1/further-information": st.fixed_dictionaries(UNDER_LAW),
    "/v1/comparisons": st.fixed_dictionaries(
        {
            "case_files": st.lists(like_a_worked_example(), min_size=1, max_size=3),
            "laws": st.lists(LAWS, min_size=2, max_size=3, unique=True),
        }
    ),
}


@pytest.mark.parametrize("path", BODIES)
def test_a_case_that_goes_far_gets_an_answer_as_described(path, schema):
    @settings(max_examples=20 * TIMES)
    @given(
        BODIES[path], st.sampled_from(get_args(OF_COMPARISON if path == "/v1/comparisons" else OF_ONE_CASE))
    )
    def ask(body, form):
        schema[path]["POST"].Case(
            body=body, query={"format": form}, media_type="application/json"
        ).call_and_validate(checks=CHECKS[:-1])

    ask()
