"""The service, asked in the process: its answers, its refusals, and what every answer has."""

import asyncio
import base64
import gzip
import hashlib
import importlib
import json
import logging
import re
import subprocess
import sys
from typing import get_args

import pytest
from asked import Asked
from every_command import EVERY_COMMAND
from starlette.exceptions import HTTPException
from strategies import BOOK, ROOT

from extradition import (
    CaseFile,
    Determination,
    EngineError,
    MissingExtraError,
    analyse,
    analysed,
    compare,
    determine,
    further_information,
    render,
)
from extradition.hearing import Under, hear
from extradition.precedents import with_precedents
from extradition.report import BINARY, TEXT, render_questions
from extradition.report.schemas import SCHEMAS, schema
from extradition.source import MOST_BYTES, SourceError, read, read_all
from extradition.web import application
from extradition.web.boundary import HEADERS, Boundary
from extradition.web.limits import MOST_CASES, MOST_FAULTS, MOST_OFFENCES
from extradition.web.log import QuietFormatter
from extradition.web.problems import KIND, STATUS
from extradition.web.service.reports import MEDIA_TYPES, OF_COMPARISON, OF_ONE_CASE, media_types

BAD = ROOT / "tests/bad/case"
MERTICARIU = read(ROOT / "examples/merticariu/case.yaml").content
CASE = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
EXAMPLES = sorted(ROOT.glob("examples/*/case.yaml"))
MARKER = "Marmaduke"
POSTS = ("/determinations", "/comparisons", "/further-information")
GETS = ("/questions", "/laws", "/schema", "/schema/case", "/health", "/openapi.json")


def test_every_kind_of_problem_has_a_status_and_words():
    words = set(re.findall(r"{% macro (\w+)", (ROOT / "templates/service.txt.j2").read_text("utf-8")))
    assert set(get_args(KIND)) == set(STATUS) <= words


@pytest.fixture(scope="module")
def app():
    return application(BOOK)


@pytest.fixture(scope="module")
def client(app):
    return Asked(app)


def stated(answer):
    """The problem that *answer* tells, its faults as the command line prints them."""
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == answer.status_code
    assert problem["title"]
    assert problem["detail"]
    faults = [
        ": ".join(part for part in (fault["place"], fault["message"]) if part) for fault in problem["faults"]
    ]
    return answer.status_code, problem["type"].removeprefix("urn:problem-type:extradition:"), faults


def with_decided_cases(case, law=None, as_at=None, assuming=(), engine="durable"):
    """The determination of *case* with the decided cases on its open questions."""
    hearing = hear(case, BOOK, Under.of(law, as_at, assuming, engine))
    return with_precedents(hearing.determination, hearing)


@pytest.mark.no_cover
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_a_determination_is_the_one_that_the_library_makes(client, path):
    answer = client.post("/determinations", json={"case_file": read(path).content})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    assert answer.text == render(with_decided_cases(CaseFile.load(path)), "json")
    without = client.post("/determinations", json={"case_file": read(path).content, "precedents": False})
    assert without.text == render(determine(CaseFile.load(path), BOOK), "json")


def test_a_determination_leaves_the_decided_cases_out_if_that_is_asked(client):
    case = read(ROOT / "examples/half_complete/case.yaml").content
    made = [
        client.post("/determinations", json={"case_file": case, **more}).text
        for more in ({}, {"precedents": False})
    ]
    heard = CaseFile.load(ROOT / "examples/half_complete/case.yaml")
    assert made == [render(with_decided_cases(heard), "json"), render(determine(heard, BOOK), "json")]
    assert made[0] != made[1]


@pytest.mark.parametrize(
    "law",
    [
        {"law": "before-merticariu"},
        {"as_at": "2024-03-05"},
        {"assuming": ["s20-5-as-amended-2026"]},
        {"engine": "plain"},
    ],
    ids=lambda law: next(iter(law)),
)
def test_a_case_is_determined_under_the_law_that_is_asked_for(client, law):
    expected = {**law, **({"as_at": CASE.dates.hearing.replace(day=5)} if "as_at" in law else {})}
    assert client.post("/determinations", json={"case_file": MERTICARIU, **law}).text == render(
        with_decided_cases(CASE, **expected), "json"
    )
    assert client.post("/further-information", json={"case_file": MERTICARIU, **law}).text == render(
        further_information(CASE, BOOK, **expected), "json"
    )


@pytest.mark.parametrize("held", [False, True])
def test_a_determination_says_what_the_outcome_depends_on_if_asked(client, held):
    answer = client.post(
        "/determinations", json={"case_file": MERTICARIU, "sensitivity": True, "hold_findings": held}
    )
    assert answer.text == render(
        analysed(determine(CASE, BOOK), analyse(CASE, BOOK, hold_findings=held)), "json"
    )


def as_bytes(stated, form):
    noted = isinstance(stated, Determination) and form != "json"
    made = render(stated, form, laws=compare(CASE, BOOK) if noted else None)
    return made.encode() if isinstance(made, str) else made


@pytest.mark.parametrize("form", get_args(OF_ONE_CASE))
def test_what_is_made_of_one_case_comes_in_every_form(client, form):
    for path, made in (
        ("determinations", determine(CASE, BOOK)),
        ("further-information", further_information(CASE, BOOK)),
    ):
        answer = client.post(f"/{path}?format={form}", json={"case_file": MERTICARIU})
        assert answer.status_code == 200
        assert answer.headers["content-type"] == MEDIA_TYPES[form]
        assert answer.content == as_bytes(made, form)


@pytest.mark.parametrize("form", get_args(OF_COMPARISON))
def test_a_comparison_comes_in_every_form(client, form):
    answer = client.post(f"/comparisons?format={form}", json={"case_files": [MERTICARIU]})
    assert (answer.status_code, answer.headers["content-type"]) == (200, MEDIA_TYPES[form])
    assert answer.content == as_bytes(compare(CASE, BOOK), form)


def test_a_page_may_have_its_own_styles_and_nothing_else(client):
    answer = client.post("/determinations?format=html", json={"case_file": MERTICARIU})
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    (style,) = re.findall("<style>(.*?)</style>", answer.text, re.DOTALL)
    assert base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() in policy
    assert policy.count("sha256-") == 1
    assert "style=" not in answer.text
    assert "script" not in policy


def test_a_comparison_is_the_one_that_the_library_makes(client):
    cases = [CaseFile.load(path) for path in EXAMPLES[:3]]
    laws = ["merticariu", "before-merticariu", "as-amended-2026"]
    answer = client.post(
        "/comparisons",
        json={"case_files": [read(path).content for path in EXAMPLES[:3]], "laws": laws, "engine": "plain"},
    )
    assert (answer.status_code, answer.text) == (
        200,
        render(compare(cases, BOOK, laws, engine="plain"), "json"),
    )


def test_the_rule_book_can_be_read(client):
    assert client.get("/questions").text == render_questions(BOOK, "json")
    assert client.get("/laws").json() == {
        name: law.model_dump(mode="json") for name, law in BOOK.laws.items()
    }
    assert client.get("/schema").json() == sorted(SCHEMAS)
    for name in SCHEMAS:
        answer = client.get(f"/schema/{name}")
        assert (answer.text, answer.headers["content-type"]) == (schema(name), "application/schema+json")
    assert stated(client.get("/schema/nonsense"))[:2] == (404, "not-found")


def test_the_service_says_what_it_is(client):
    answer = client.get("/health").json()
    assert answer == {
        **answer,
        "status": "ok",
        "rule_book": BOOK.digest,
        "stated_as_at": f"{BOOK.stated_as_at}",
        "engine": "durable",
    }
    assert answer["made_by"].startswith("extradition ")
    plain = Asked(application(BOOK, engine="plain"))
    assert plain.get("/health").json()["engine"] == "plain"
    assert (
        plain.post("/determinations", json={"case_file": MERTICARIU}).json()["readings"]
        == "plain reading alone"
    )


@pytest.mark.parametrize("path", sorted(BAD.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_bad_case_has_the_faults_that_the_command_line_prints(client, path):
    try:
        shape = read(path).content
    except SourceError:
        return  # it is no YAML: test_source.py has the same for JSON
    document = read_all(path)
    if document.cut or document.bare or document.nulls:
        return  # JSON has no comments, no keys without a colon, and no text that YAML reads as null
    printed = path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    expected = sorted(line.split(": ", 1)[1] for line in printed)
    status, kind, faults = stated(client.post("/determinations", json={"case_file": shape}))
    without_place = [fault for fault in faults if fault.startswith("case_file: ")]
    assert (status, kind) == (422, "faults")
    assert (
        sorted(
            fault.removeprefix("case_file: " if fault in without_place else "case_file.") for fault in faults
        )
        == expected
    )


def test_the_example_of_the_documentation_is_what_the_service_answers(client):
    text = (ROOT / "docs/service.md").read_text(encoding="utf-8")
    sent, path, answered = re.search(r"\$ curl .* -d '(.*)' [\d.:]+(\S+)\n(.*?)```", text, re.DOTALL).groups()
    answer = client.post(path, json=json.loads(sent))
    assert answer.text == answered.replace("\n ", "").strip()


def test_the_documentation_lists_each_type_of_problem_with_its_status():
    text = (ROOT / "docs/service.md").read_text(encoding="utf-8")
    rows = text.partition("| Type | Status | Meaning |")[2].partition("\n\n")[0]
    listed = re.findall(r"^\| `([a-z-]+)` \| (\d+)(?:, or another)? \| \S", rows, re.MULTILINE)
    assert sorted(listed) == sorted((kind.replace("_", "-"), str(status)) for kind, status in STATUS.items())
    assert {*STATUS} == {*get_args(KIND)}


def change(**changes):
    return {"case_file": {**MERTICARIU, **changes}}


def offences(number):
    return [{"id": f"o{i}", "case_type": "conviction"} for i in range(number)]


@pytest.mark.parametrize(
    ("path", "body", "kind", "faults"),
    [
        ("/determinations", {}, "faults", ["case_file: is required"]),
        ("/determinations", [], "faults", ["must be a mapping"]),
        ("/determinations", 5, "faults", ["must be a mapping"]),
        (
            "/determinations",
            {**change(), "lawn": "x"},
            "faults",
            ["lawn: is not a key that belongs here; did you mean law?"],
        ),
        (
            "/determinations",
            {**change(), "sensitivity": "yes"},
            "faults",
            ["sensitivity: must be true or false"],
        ),
        (
            "/determinations",
            {**change(), "as_at": 86400},
            "faults",
            ["as_at: must be a date such as 2024-03-06"],
        ),
        (
            "/determinations",
            {**change(), "as_at": "9999-12-31"},
            "faults",
            ["as_at: must be from 1900-01-01 to 2200-12-31, not 9999-12-31"],
        ),
        (
            "/determinations",
            {**change(), "engine": "steam"},
            "faults",
            ["engine: must be 'durable' or 'plain', not 'steam'"],
        ),
        (
            "/determinations",
            {**change(), "hold_findings": True},
            "unmet-option",
            ["hold_findings: needs sensitivity: true"],
        ),
        (
            "/determinations",
            change(dates={"hearing": "2003-12-31"}),
            "faults",
            [
                (
                    "case_file.dates.hearing: no version of EA 2003 s 20(5) is in force on 2003-12-31; the "
                    "first begins on 2004-01-01"
                )
            ],
        ),
        (
            "/determinations",
            change(territory="ZZ", offences=[{"id": "o", "case_type": "robbery"}]),
            "faults",
            [
                (
                    "case_file.offences[0].case_type.answer: 'robbery' is not one of its answers: "
                    "accusation, conviction"
                ),
                "case_file.territory: 'ZZ' is not in territories.yaml",
            ],
        ),
        (
            "/determinations",
            change(offences=offences(MOST_OFFENCES + 1)),
            "faults",
            [
                (
                    f"case_file: has {MOST_OFFENCES + 1} offences; the service takes at most "
                    f"{MOST_OFFENCES} in one request"
                )
            ],
        ),
        (
            "/determinations",
            {
                "case_file": {
                    "case": "X",
                    "warrants": [{"offences": offences(MOST_OFFENCES)}, {"offences": offences(1)}],
                }
            },
            "faults",
            [
                (
                    f"case_file: has {MOST_OFFENCES + 1} offences; the service takes at most "
                    f"{MOST_OFFENCES} in one request"
                )
            ],
        ),
        (
            "/determinations",
            {**change(), "law": "merticaru"},
            "unknown-law",
            ["law: 'merticaru' is not a law in laws.yaml; did you mean merticariu?"],
        ),
        (
            "/further-information",
            {**change(), "law": "x", "as_at": "2024-01-01"},
            "unknown-law",
            [f"law: 'x' is not a law in laws.yaml; its laws are {', '.join(BOOK.laws)}"],
        ),
        (
            "/determinations?fromat=md&format=md&format=html",
            change(),
            "faults",
            [
                "format: is given twice in the query",
                "fromat: is not asked for in the query; did you mean format?",
            ],
        ),
        (
            "/determinations?format=odt",
            change(),
            "faults",
            ["format: must be 'md', 'html', 'docx', 'pdf' or 'json', not 'odt'"],
        ),
        ("/comparisons", {"case_files": [], "laws": []}, "faults", ["case_files: is empty"]),
        (
            "/comparisons",
            {"case_files": [MERTICARIU] * (MOST_CASES + 1), "laws": ["merticariu", "before-merticariu"]},
            "faults",
            [f"case_files: has {MOST_CASES + 1} cases; at most {MOST_CASES} are compared at once"],
        ),
        (
            "/comparisons",
            {
                "case_files": [{**MERTICARIU, "offences": offences(MOST_OFFENCES)}, MERTICARIU],
                "laws": ["merticariu", "before-merticariu"],
            },
            "faults",
            [
                (
                    f"case_files: has {MOST_OFFENCES + 1} offences; the service takes at most "
                    f"{MOST_OFFENCES} in one request"
                )
            ],
        ),
        (
            "/comparisons",
            {
                "case_files": [
                    {**MERTICARIU, "territory": "XX"},
                    MERTICARIU,
                    {**MERTICARIU, "taken_from": "EA 2003 s 99"},
                ],
                "laws": ["a", "b"],
            },
            "faults",
            [
                "case_files[0].territory: 'XX' is not in territories.yaml",
                (
                    "case_files[2].taken_from: EA 2003 s 99 is not a question of Part 1 from which the "
                    "hearing goes on"
                ),
                *(
                    f"laws[{i}]: '{name}' is not a law in laws.yaml; its laws are {', '.join(BOOK.laws)}"
                    for i, name in enumerate("ab")
                ),
            ],
        ),
        (
            "/comparisons",
            {"case_files": [MERTICARIU], "laws": ["merticariu"]},
            "unmet-option",
            ["a comparison needs two or more different laws"],
        ),
        (
            "/determinations?depth=full",
            {**change(), "hold_findings": True},
            "unmet-option",
            [
                "depth: json has no depth: only a determination to read has one, as md or pdf",
                "hold_findings: needs sensitivity: true",
            ],
        ),
        (
            "/determinations?format=md&depth=note&detail=full",
            {**change(), "metadata": {"desk": "7"}},
            "unmet-option",
            [
                "metadata: is repeated in JSON alone; leave it out of a report to read",
                "detail: is the depth of a report to read; give one of the two",
            ],
        ),
        (
            "/determinations?depth=full",
            {**change(territory="ZZ"), "hold_findings": True},
            "faults",
            [
                "case_file.territory: 'ZZ' is not in territories.yaml",
                "depth: json has no depth: only a determination to read has one, as md or pdf",
                "hold_findings: needs sensitivity: true",
            ],
        ),
        (
            "/determinations?depth=full&xyz=1",
            change(),
            "faults",
            [
                "depth: json has no depth: only a determination to read has one, as md or pdf",
                "xyz: is not asked for in the query",
            ],
        ),
    ],
)
def test_what_does_not_say_what_it_should_is_reported_with_every_fault(client, path, body, kind, faults):
    status, found, lines = stated(client.post(path, json=body))
    assert (status, found) == (422, kind)
    assert lines == faults


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        (b"", ["is empty"]),
        (b'{"case_file": ', ["is not JSON: expecting value, at line 1, column 15"]),
        (
            b'{"case_file": {"case": "\\u202e", "case": "b", "notes": ["\\udc00"]}}',
            [
                "case_file.case: has the unseen character U+202E (right-to-left override); delete it",
                "case_file.case: is given twice",
                "case_file.notes[0]: has half a character, U+DC00",
            ],
        ),
        (
            b'{"case_file": {"part": 1111111111111111}}',
            ["case_file.part: is a number of more than 15 digits"],
        ),
        (
            b'{"case_file": {"case": "x", "part": NaN, "offences": [-Infinity]}, "law": Infinity}',
            [
                "case_file.offences[0]: is not JSON: -Infinity is not a number",
                "case_file.part: is not JSON: NaN is not a number",
                "law: is not JSON: Infinity is not a number",
            ],
        ),
        (b"[" * 100_000, ["is nested deeper than 50 levels"]),
    ],
)
def test_a_body_that_cannot_be_read_is_refused_as_a_file_would_be(client, body, faults):
    for path in POSTS:
        answer = client.post(path, content=body, headers={"content-type": "application/json; charset=utf-8"})
        assert stated(answer) == (400, "unreadable", faults)


@pytest.mark.parametrize(
    ("body", "place"),
    [({"k" * 500_000: 1}, "k"), ({"law": "k" * 500_000}, "law")],
)
def test_a_fault_repeats_little_of_what_was_sent(client, body, place):
    answer = client.post("/v1/determinations", json={**change(), **body})
    (fault,) = answer.json()["faults"]
    assert fault["place"].startswith(place)
    assert len(answer.text) < 10_000
    assert "k" * 5_000 in answer.text
    assert "k…" in answer.text


def test_only_so_many_faults_are_reported_and_all_are_counted(client):
    answer = client.post("/determinations", json={**change(), **{f"k{i}": 1 for i in range(5_000)}})
    assert len(stated(answer)[2]) == MOST_FAULTS
    assert answer.json()["detail"] == "5,000 faults, of which the first 1,000 are listed with their places."


@pytest.mark.parametrize(
    "media_type",
    ["text/plain", "application/json; charset=latin-1", "application/x-www-form-urlencoded", None],
)
def test_only_json_is_read(client, media_type):
    for path in POSTS:
        headers = {} if media_type is None else {"content-type": media_type}
        assert stated(client.post(path, content=json.dumps(change()), headers=headers)) == (
            415,
            "not-json",
            [],
        )


@pytest.mark.parametrize("coding", ["gzip", "br", "identity, gzip", "GZIP"])
@pytest.mark.parametrize("path", ["/v1/determinations", "/v1/batch", "/case"])
def test_an_encoded_body_is_refused_with_the_name_of_its_encoding(client, path, coding):
    body = gzip.compress(json.dumps(change()).encode())
    headers = {"content-type": "application/json", "content-encoding": coding}
    answer = client.post(path, content=body, headers=headers)
    assert (stated(answer), answer.headers["accept-encoding"]) == ((415, "encoded", []), "identity")
    assert f"Its Content-Encoding is {coding}." in answer.json()["detail"]


@pytest.mark.parametrize("coding", ["identity", "Identity", ""])
def test_a_body_that_is_not_encoded_may_say_so(client, coding):
    headers = {"content-encoding": coding}
    assert client.post("/v1/determinations", json=change(), headers=headers).status_code == 200


def test_other_paths_and_methods_are_reported_as_problems(client):
    assert stated(client.get("/determinations/")) == (404, "not-found", [])
    assert stated(client.get("/docs")) == (404, "not-found", [])
    answer = client.get("/determinations")
    assert (stated(answer), answer.headers["allow"]) == ((405, "method-not-allowed", []), "POST")
    assert stated(client.get("/health?x=1")) == (422, "faults", ["x: is not asked for in the query"])


@pytest.mark.parametrize(
    "path", [*GETS, "/v1/health", "/ready", "/v1/laws", "/v1/facts?limit=1", "/", "/nowhere"]
)
def test_a_head_request_has_the_headers_of_a_get(client, path):
    got, asked = client.get(path), client.request("HEAD", path)
    assert (asked.status_code, asked.content) == (got.status_code, b"")
    assert dict(asked.headers) == dict(got.headers)
    again = client.request("HEAD", path, headers={"If-None-Match": got.headers.get("etag", "")})
    assert again.status_code == (304 if "etag" in got.headers else got.status_code)


def test_a_head_request_to_a_path_that_only_takes_posts_is_refused(client):
    answer = client.request("HEAD", "/v1/determinations")
    assert (answer.status_code, answer.headers["allow"], answer.content) == (405, "POST", b"")


def test_what_a_route_answers_with_another_status_is_a_problem_too():
    other = application(BOOK)

    @other.get("/teapot")
    def _teapot():
        raise HTTPException(418)

    answer = Asked(other).get("/teapot")
    assert (stated(answer), answer.json()["detail"]) == (
        (418, "other", []),
        "The service answers with the status 418.",
    )


def test_a_body_may_be_so_large_and_no_larger():
    client = Asked(application(BOOK, most_bytes=100))
    media_type = {"content-type": "application/json"}
    for path in POSTS:
        assert stated(client.post(path, content=b" " * 101, headers=media_type))[:2] == (413, "too-large")
    for path, expected in (("/health", (405, "method-not-allowed")), ("/nowhere", (404, "not-found"))):
        assert stated(client.post(path, content=b" " * 101, headers=media_type))[:2] == expected
    assert stated(client.post(POSTS[0], content=b" " * 100, headers=media_type)) == (
        400,
        "unreadable",
        ["is empty"],
    )
    assert stated(client.post(POSTS[0], content=(b" " * 10 for _ in range(11)), headers=media_type))[:2] == (
        413,
        "too-large",
    )  # no length is said
    assert stated(client.post(POSTS[0], content=b"", headers={**media_type, "content-length": "9" * 500}))[
        :2
    ] == (413, "too-large")
    assert MOST_BYTES == 1024**2


def test_a_request_that_is_one_too_many_is_reported_to_come_again():
    client = Asked(application(BOOK, most_at_once=0))
    answer = client.get("/v1/laws")
    assert (stated(answer), answer.headers["retry-after"]) == ((503, "busy", []), "1")
    for path in ("/health", "/v1/health", "/ready"):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LOCALHOST:8000", 200),
        ("127.0.0.1:1", 200),
        ("[::1]:8000", 200),
        ("casework.example", 200),
        ("evil.example", 400),
        ("localhost.evil.example", 400),
        ("localhost:x", 400),
        ("", 400),
    ],
)
def test_it_answers_to_its_own_names_only(host, status):
    client = Asked(application(BOOK, hosts=["Casework.Example"]))
    answer = client.get("/health", headers={"host": host})
    assert answer.status_code == status
    assert status == 200 or stated(answer) == (400, "unknown-host", [])
    assert status == 200 or "--allow-host" in answer.json()["detail"]


def test_every_answer_has_the_headers_that_make_it_safe(client):
    answers = [
        *(client.get(path) for path in (*GETS, "/nowhere", "/determinations", "/health?x")),
        *(client.post(path, json={"case_file": MERTICARIU}) for path in POSTS),
        client.post(POSTS[0], content=b"x"),
        client.get("/health", headers={"host": "evil.example"}),
        client.post(POSTS[0], content=b" " * (MOST_BYTES + 1)),
    ]
    for answer in answers:
        assert {name: answer.headers.get(name) for name in HEADERS} == dict(HEADERS), answer.url
        assert "server" not in answer.headers
        assert not [name for name in answer.headers if name.startswith("access-control")]


def ask(app, *messages, **scope):
    """What *app* sends back for *messages*; after them nothing more comes."""
    coming, sent = list(messages), []

    async def receive():
        if not coming:
            await asyncio.sleep(60)
        return coming.pop(0)

    async def send(message):
        sent.append(message)

    whole = {
        "type": "http",
        "method": "POST",
        "path": "/determinations",
        "query_string": b"",
        "headers": [(b"host", b"localhost")],
        **scope,
    }
    asyncio.run(app(whole, receive, send))
    return sent


def test_a_body_that_does_not_come_is_not_waited_for():
    start, body = ask(
        application(BOOK, most_seconds=0.05), {"type": "http.request", "body": b"{", "more_body": True}
    )
    assert (start["status"], json.loads(body["body"])["type"]) == (
        408,
        "urn:problem-type:extradition:too-slow",
    )


def test_a_client_that_goes_away_gets_no_answer(caplog):
    with caplog.at_level(logging.INFO, "extradition.web"):
        assert (
            ask(
                application(BOOK),
                {"type": "http.request", "body": b"{", "more_body": True},
                {"type": "http.disconnect"},
            )
            == []
        )
    assert re.fullmatch(r"POST /determinations gone \d+\.\d ms", caplog.messages[-1])


def test_what_is_no_http_is_let_through():
    seen = []

    async def inner(scope, _receive, _send):
        seen.append(scope["type"])

    ask(
        Boundary(inner, routes=[], hosts=frozenset(), most_bytes=1, most_seconds=1, most_at_once=1),
        type="lifespan",
    )
    assert seen == ["lifespan"]


def test_a_route_that_fails_after_it_began_to_answer_adds_nothing(caplog):
    async def inner(_scope, receive, send):
        assert (await receive())["body"] == b"x"
        assert (await receive())["type"] == "http.disconnect"
        await send(
            {"type": "http.response.start", "status": 200, "headers": [(b"Cache-Control", b"private")]}
        )
        raise ValueError(MARKER)

    boundary = Boundary(
        inner, routes=[], hosts=frozenset({"localhost"}), most_bytes=1, most_seconds=1, most_at_once=1
    )
    (start,) = ask(
        boundary, {"type": "http.request", "body": b"x"}, {"type": "http.disconnect"}, method=MARKER
    )
    assert (
        start["status"],
        [value for name, value in start["headers"] if name.lower() == b"cache-control"],
    ) == (200, [b"private"])
    assert re.fullmatch(r"ValueError at test_service\.py:\d+", caplog.messages[-1])


def test_an_answer_says_of_a_failure_only_that_it_happened_and_where(monkeypatch, caplog):
    def fail(*_args, **_more):
        raise RuntimeError(MARKER)

    monkeypatch.setattr("extradition.web.service.heard_cases.hear", fail)
    client = Asked(application(BOOK))
    with caplog.at_level(logging.INFO, "extradition.web"):
        answer = client.post(f"/determinations?format=md#{MARKER}", json=change(case=MARKER))
        client.get(f"/{MARKER}?{MARKER}={MARKER}")
        client.request(MARKER.upper(), "/health")
    assert stated(answer) == (500, "unforeseen", [])
    assert MARKER not in answer.text
    logged = [
        re.sub(r"\d+(\.\d)?( ms)?$", "N", message)
        for message in caplog.messages
        if "HTTP Request" not in message
    ]
    assert logged == [
        "RuntimeError at test_service.py:N",
        "POST /determinations 500 N",
        "GET (unknown path) 404 N",
        "(unknown method) /health 405 N",
    ]
    assert not [record for record in caplog.records if record.exc_info]


def test_no_determination_stands_where_the_engine_fails(monkeypatch, caplog):
    def refuse(*_args, **_more):
        raise EngineError("s20-5-x: durable rules answers yes, the plain reading no")

    monkeypatch.setattr("extradition.web.service.heard_cases.hear", refuse)
    answer = Asked(application(BOOK)).post("/determinations", json=change())
    assert stated(answer) == (500, "no-determination", [])
    assert answer.json()["title"] == "No determination"
    assert answer.json()["detail"] == "s20-5-x: durable rules answers yes, the plain reading no"
    assert [message.partition(" at ")[0] for message in caplog.messages if "HTTP" not in message] == [
        "EngineError"
    ]


def test_an_exception_is_logged_by_its_kind_and_place_alone():
    quiet = QuietFormatter()

    def line(error):
        record = logging.LogRecord(
            "x",
            logging.ERROR,
            __file__,
            1,
            "failed",
            (),
            (type(error), error, error.__traceback__) if error else (None, None, None),
        )
        return quiet.format(record).partition("ERROR ")[2]

    with pytest.raises(ValueError, match=MARKER) as raised:
        int(MARKER)
    assert re.fullmatch(r"failed\nValueError at test_service\.py:\d+", line(raised.value))
    assert line(ValueError(MARKER)) == "failed\nValueError"
    assert line(None) == "failed\nno exception"


def test_the_description_is_complete(client):
    described = client.get("/openapi.json").json()
    assert set(described["paths"]) == {
        "/v1/batch",
        "/v1/determinations",
        "/v1/comparisons",
        "/v1/facts",
        "/v1/further-information",
        "/v1/papers",
        "/v1/warrants",
        "/v1/questions",
        "/v1/laws",
        "/v1/schema",
        "/v1/schema/{name}",
        "/v1/health",
        "/v1/regions",
        "/ready",
    }
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}}
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            statuses = {int(status) for status in operation["responses"]}
            has_tag = path not in ("/v1/warrants", "/v1/batch", "/ready")
            tagged = {412} if method == "post" else {304}
            sent = ({403, 415} if method == "post" else set()) | (tagged if has_tag else set())
            assert statuses == {200, 400, 408, 413, 422, 500, 503} | sent | (
                {404} if "{" in path else set()
            ), path
            assert all(
                answer["content"] == problem
                for status, answer in operation["responses"].items()
                if status not in ("200", "304")
            )
            assert operation["description"]
    assert statuses <= set(STATUS.values()) | {200, 304}
    assert "HTTPValidationError" not in described["components"]["schemas"]
    forms = described["paths"]["/v1/determinations"]["post"]["responses"]["200"]["content"]
    assert set(forms) == {"application/json", *media_types(OF_ONE_CASE)}
    details = {each["$ref"].rpartition("/")[2] for each in forms["application/json"]["schema"]["anyOf"]}
    assert details == {"NoteDetail", "HearingDetail", "FullDetail"}


def test_every_form_of_a_report_has_its_media_type():
    assert set(MEDIA_TYPES) == {*get_args(TEXT), *get_args(BINARY)}


def test_the_library_alone_needs_nothing_of_the_service():
    names = "('fastapi', 'starlette', 'uvicorn')"
    program = f"{EVERY_COMMAND}print([each for each in {names} if each in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603  our own line
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("missing", ["fastapi", "uvicorn"])
def test_without_its_extra_the_service_says_what_to_install(monkeypatch, missing):
    for name in [name for name in sys.modules if name.startswith("extradition.web")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(
        MissingExtraError,
        match=r"the service needs more than the plain install: pip install 'extradition\[web\]'",
    ):
        importlib.import_module("extradition.web")


@pytest.mark.parametrize(
    ("path", "body", "fault"),
    [
        (
            "/comparisons",
            {"case_files": [{}] * 20_000},
            "case_files: has 20,000 cases; at most 100 are compared at once",
        ),
        (
            "/comparisons",
            {"case_files": [{"offences": [{}] * 60}] * 2},
            "case_files: has 120 offences; the service takes at most 100 in one request",
        ),
        ("/comparisons", {"case_files": 3}, "case_files: must be a list"),
        (
            "/determinations",
            {"case_file": {"offences": [{}] * 101}},
            "case_file: has 101 offences; the service takes at most 100 in one request",
        ),
    ],
)
def test_what_is_too_much_is_counted_before_it_is_read(client, path, body, fault):
    answer = client.post(path, json=body)
    assert answer.status_code == 422
    assert [f"{each['place']}: {each['message']}" for each in answer.json()["faults"]] == [fault]


def test_what_no_case_file_can_have_is_counted_before_it_is_read(client):
    faults = client.post("/determinations", json={"case_file": {"offences": [{}] * 20_000}}).json()["faults"]
    assert {"place": "case_file.offences", "message": "has 20000 offences; at most 500 are read"} in faults
    assert len(faults) < 10


def test_the_faults_of_words_come_with_those_of_shape_in_every_case_of_a_comparison(client):
    cases = [MERTICARIU, {**MERTICARIU, "territory": "Romania", "colour": "blue"}]
    assert stated(
        client.post("/comparisons", json={"case_files": cases, "laws": ["merticariu", "before-merticariu"]})
    ) == (
        422,
        "faults",
        [
            "case_files[1].colour: is not a key that belongs here",
            "case_files[1].territory: 'Romania' is not in territories.yaml; Romania is RO here: write RO",
        ],
    )
