"""The service against its own description: whatever fits or does not fit it gets an answer that does."""

import json
import os
from typing import get_args

import pytest
import schemathesis
from hypothesis import given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
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
app = application(BOOK, hosts=["testserver"], jobs=1)
schema = schemathesis.openapi.from_asgi("/openapi.json", app)
schema.config.generation.update(modes=[GenerationMode.POSITIVE, GenerationMode.NEGATIVE])


@pytest.fixture(scope="module", autouse=True)
def _workers_that_end():
    yield
    app.state.batches.close()


@schema.parametrize()
@settings(max_examples=30 * TIMES)
def test_whatever_is_sent_the_answer_is_as_described(case):
    case.call_and_validate(checks=CHECKS)


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
    return {**case, "offences": some_of_each(case["offences"])}


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
def test_a_case_that_goes_far_gets_an_answer_as_described(path):
    @settings(max_examples=20 * TIMES)
    @given(
        BODIES[path], st.sampled_from(get_args(OF_COMPARISON if path == "/v1/comparisons" else OF_ONE_CASE))
    )
    def ask(body, form):
        schema[path]["POST"].Case(
            body=body, query={"format": form}, media_type="application/json"
        ).call_and_validate(checks=CHECKS[:-1])

    ask()
