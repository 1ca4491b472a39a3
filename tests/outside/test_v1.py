"""The versioned paths of the service: tags, details, metadata, facts by the page, and the older paths."""

import json
import logging
import re

import pytest
from asked import Asked
from strategies import BOOK, ROOT, SMALL
from test_page import A_FEW
from test_service import MERTICARIU, stated

from extradition import CaseFile, Determination, determine, render
from extradition.report.case_schema import case_schema_text
from extradition.report.listed_facts import listed_facts
from extradition.report.schemas import schema
from extradition.source import MOST_BYTES
from extradition.web import application
from extradition.web.rule_books import RuleBooks
from extradition.web.service.etags import Tags, names
from extradition.web.service.lines import BatchLine, LineAnswers

CASE = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
ANY = {"If-None-Match": "*"}
BODY = {"case_file": MERTICARIU, "engine": "plain", "precedents": False}
METADATA = {"desk": "Marmaduke 7", "batch": "2026-11"}


@pytest.fixture(scope="module")
def client():
    return Asked(application(BOOK, engine="plain"))


def test_a_path_without_a_version_answers_as_that_of_today_and_names_it(client):
    for path in ("/laws", "/questions", "/schema"):
        today, older = client.get(f"/v1{path}"), client.get(path)
        assert (today.status_code, today.text) == (older.status_code, older.text)
        assert today.headers["etag"] == older.headers["etag"]
        assert "deprecation" not in today.headers
        assert re.fullmatch(r"@\d{10}", older.headers["deprecation"])
        assert older.headers["link"] == f'</v1{path}>; rel="successor-version"'
    today, older = (client.post(f"{version}/determinations", json=BODY) for version in ("/v1", ""))
    assert (today.text, today.headers["etag"]) == (older.text, older.headers["etag"])
    assert today.text == render(determine(CASE, BOOK, engine="plain"), "json")


def test_the_paths_that_probes_look_for_are_not_deprecated(client):
    """Decision 22 says that they need no version."""
    for path in ("/health", "/ready", "/openapi.json", "/health?x=1"):
        answer = client.get(path)
        assert {"deprecation", "link"} & {*answer.headers} == set(), path
    health, of_v1 = client.get("/health"), client.get("/v1/health")
    assert (health.text, health.headers["etag"]) == (of_v1.text, of_v1.headers["etag"])
    assert [client.get(path).status_code for path in ("/v1/ready", "/v1/openapi.json")] == [404, 404]


@pytest.mark.parametrize(
    ("method", "path", "sent", "status"),
    [
        ("POST", "/determinations", {"json": {}}, 422),
        ("POST", "/determinations", {"content": b"x"}, 415),
        ("POST", "/determinations", {"json": BODY, "headers": {"If-None-Match": "*"}}, 412),
        ("POST", "/determinations", {"content": b" " * (MOST_BYTES + 1)}, 413),
        ("DELETE", "/determinations", {}, 405),
        ("GET", "/laws", {"headers": {"If-None-Match": "*"}}, 304),
        ("GET", "/laws", {"headers": {"Host": "evil.example"}}, 400),
        ("GET", "/facts", {}, 404),
        ("GET", "/schema/no%3Eth%0aing", {}, 404),
    ],
)
def test_a_refusal_on_an_older_path_says_that_the_path_is_deprecated(client, method, path, sent, status):
    answer = client.request(method, path, **sent)
    assert answer.status_code == status
    if path == "/facts":  # it never was a path without a version
        assert "deprecation" not in answer.headers
    else:
        assert re.fullmatch(r"@\d{10}", answer.headers["deprecation"])
        assert answer.headers["link"] == f'</v1{path.replace("%0a", "%0A")}>; rel="successor-version"'
    today = client.request(method, f"/v1{path}", **sent)
    assert "deprecation" not in today.headers
    assert "link" not in today.headers


@pytest.mark.parametrize("body", [BODY, {**BODY, "sensitivity": "yes"}, {}, {"case_file": {"case": "X"}}])
def test_a_request_is_answered_the_same_with_a_query_and_without(client, body):
    asked, plain = (client.post(f"/v1/determinations{query}", json=body) for query in ("?format=json", ""))
    assert (asked.status_code, asked.text) == (plain.status_code, plain.text)


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("facts?limt=3", "limt: is not asked for in the query; did you mean limit?"),
        ("laws?colour=red", "colour: is not asked for in the query"),
    ],
)
def test_a_query_that_is_misspelt_names_the_nearest_parameter(client, path, fault):
    assert stated(client.get(f"/v1/{path}")) == (422, "faults", [fault])


@pytest.mark.parametrize("path", ["determinations", "comparisons", "further-information", "papers"])
def test_a_key_of_the_body_in_the_query_is_refused_with_where_to_write_it(client, path):
    key = "laws" if path == "comparisons" else "law"
    faults = stated(client.post(f"/v1/{path}?{key}=today&engin=plain", json={}))[2]
    assert f"{key}: is no parameter of the query: write it as a key of the body" in faults
    assert "engin: is not asked for in the query" in faults


def test_the_key_of_editors_in_a_case_file_changes_no_answer(client):
    noted = {**MERTICARIU, "$schema": "case-full.schema.json"}
    with_key = client.post("/v1/determinations", json={**BODY, "case_file": noted})
    assert (with_key.status_code, with_key.text) == (200, client.post("/v1/determinations", json=BODY).text)


def test_a_key_that_is_misspelt_names_the_nearest_of_its_place(client):
    case = {"case": "X", "teritory": "RO", "dates": {}, "offences": [], "part": 1.5}
    asked = {"case_file": case, "metdata": {}, "sensitivty": True, "colour": 1}
    assert stated(client.post("/v1/determinations", json=asked))[2] == [
        "case_file.offences: is empty",
        "case_file.part: must be text",
        "case_file.teritory: is not a key that belongs here; did you mean territory?",
        "case_file.territory: is required",
        "colour: is not a key that belongs here",
        "metdata: is not a key that belongs here; did you mean metadata?",
        "sensitivty: is not a key that belongs here; did you mean sensitivity?",
    ]
    several = {"case_files": [case], "lws": []}
    assert (
        "case_files[0].teritory: is not a key that belongs here; did you mean territory?"
        in (stated(client.post("/v1/comparisons", json=several))[2])
    )


def test_a_whole_number_of_json_may_have_a_point(client):
    case = CaseFile.load(ROOT / "examples/merticariu/case.yaml").model_dump(mode="json", exclude_none=True)
    made = [
        client.post("/v1/determinations?detail=note", json={"case_file": {**case, "part": part}})
        for part in ("1", 1, 1.0)
    ]
    assert [each.status_code for each in made] == [200, 200, 200]
    assert made[0].json() == made[1].json() == made[2].json()


def test_the_schema_of_a_case_has_every_fact_on_the_versioned_path_alone(client):
    assert client.get("/v1/schema/case").text == case_schema_text(BOOK)
    assert client.get("/v1/schema/case?part=2").text == case_schema_text(BOOK, "2")
    assert client.get("/schema/case").text == schema("case")
    assert client.get("/v1/schema/laws").text == schema("laws")
    assert stated(client.get("/v1/schema/laws?part=2")) == (
        422,
        "unmet-option",
        ["part: is of the schema of a case alone"],
    )
    assert stated(client.get("/v1/schema/nonsense")) == (
        404,
        "not-found",
        ["name: 'nonsense' is not a schema; GET /v1/schema lists the names"],
    )
    assert stated(client.get("/v1/schema/determinatoin"))[2] == [
        "name: 'determinatoin' is not a schema; did you mean determination?"
    ]


@pytest.mark.parametrize("path", ["/v1/schema/case", "/v1/facts"])
def test_a_matter_that_the_rule_book_does_not_have_is_refused_with_those_that_it_has(path, client):
    assert stated(client.get(f"{path}?part=9")) == (
        422,
        "faults",
        [
            f"part: '9' is not a matter of the rule book; {A_FEW}",
        ],
    )


def faults_of(refused):
    assert refused.status_code == 422
    return sorted(stated(refused)[2])


def test_an_unknown_parameter_hides_no_other_fault(client):
    assert faults_of(client.get("/v1/facts?level=x&limit=0&offset=-1&foo=1&foo=2&limit=3")) == [
        "foo: is not asked for in the query",
        "level: must be 'person', 'offence' or 'decision', not 'x'",
        "limit: is given twice in the query",
        "offset: must be 0 or more",
    ]
    assert faults_of(client.get("/v1/facts?part=9&foo=1")) == [
        "foo: is not asked for in the query",
        f"part: '9' is not a matter of the rule book; {A_FEW}",
    ]
    assert faults_of(client.get("/v1/laws?foo=1", headers=ANY)) == ["foo: is not asked for in the query"]
    assert faults_of(client.get("/v1/regions?one=merticaru&other=merticariu&foo=1")) == [
        "foo: is not asked for in the query",
        "one: 'merticaru' is not a law in laws.yaml; did you mean merticariu?",
    ]
    case = {"case_file": {**MERTICARIU, "territory": "ZZ", "colour": "blue"}, "foo": 1}
    asked = client.post("/v1/determinations?detial=note&format=xml", json=case)
    assert faults_of(asked) == [
        "case_file.colour: is not a key that belongs here",
        "case_file.territory: 'ZZ' is not in territories.yaml",
        "detial: is not asked for in the query; did you mean detail?",
        "foo: is not a key that belongs here",
        "format: must be 'md', 'html', 'docx', 'pdf' or 'json', not 'xml'",
    ]
    assert faults_of(client.post("/v1/determinations?detial=note", json=BODY)) == [
        "detial: is not asked for in the query; did you mean detail?"
    ]


LAWS = ", ".join(BOOK.laws)
UNKNOWN_PAIR = "one=tody&other=as-amended-206"
TODY = "'tody' is not a law in laws.yaml; did you mean today?"


def of_version(name):
    return f"'{name}' is not a version in this rule book"


@pytest.mark.parametrize(
    ("body", "kind", "faults"),
    [
        (
            {"law": "tody", "assuming": ["s20-5-as-amended-2026", "nope", "nope2"]},
            "unknown-law",
            [f"law: {TODY}", f"assuming[1]: {of_version('nope')}", f"assuming[2]: {of_version('nope2')}"],
        ),
        (
            {"law": "tody", "foo": 1},
            "faults",
            ["foo: is not a key that belongs here", f"law: {TODY}"],
        ),
        (
            {"law": "nope", "case_file": {**MERTICARIU, "territory": "ZZ"}},
            "faults",
            [
                "case_file.territory: 'ZZ' is not in territories.yaml",
                f"law: 'nope' is not a law in laws.yaml; its laws are {LAWS}",
            ],
        ),
        ({"law": 5, "assuming": [1]}, "faults", ["assuming[0]: must be text", "law: must be text"]),
    ],
)
def test_each_unknown_law_and_version_has_its_place(client, body, kind, faults):
    refused = client.post("/v1/determinations", json={**BODY, **body})
    assert stated(refused) == (422, kind, faults)
    line = json.dumps({**BODY, **body, "id": "x"}).encode()
    answer = json.loads(LineAnswers(BOOK, "plain")(BatchLine(1, line, "note")).json)
    assert answer["problem"] == refused.json()


NO_LAW = "as_at: EA 2003 s 2(2) has no version in force on 1999-01-01"


@pytest.mark.parametrize("path", ["determinations", "further-information", "papers?kind=chronology"])
@pytest.mark.parametrize(
    ("more", "kind", "faults"),
    [
        ("", "unknown-law", [NO_LAW]),
        ("xyz=1", "faults", [NO_LAW, "xyz: is not asked for in the query"]),
    ],
)
def test_a_day_without_a_law_has_its_place(client, path, more, kind, faults):
    asked = f"/v1/{path}{'&' if '?' in path else '?'}{more}"
    day = {"case_file": MERTICARIU, "as_at": "1999-01-01"}
    assert stated(client.post(asked, json=day)) == (422, kind, faults)


def test_a_day_without_a_law_has_its_place_on_a_line_too():
    text = json.dumps({**BODY, "id": "x", "as_at": "1999-01-01"}).encode()
    problem = json.loads(LineAnswers(BOOK, "plain")(BatchLine(1, text, "note")).json)["problem"]
    assert problem["type"].endswith(":unknown-law")
    assert problem["faults"] == [{"place": "as_at", "message": NO_LAW.removeprefix("as_at: ")}]


def test_an_unknown_parameter_hides_no_other_status(client):
    assert stated(client.get("/v1/schema/nope?foo=1"))[0] == 404


def test_both_laws_and_the_question_of_a_region_have_their_places(client):
    laws = [
        f"one: {TODY}",
        "other: 'as-amended-206' is not a law in laws.yaml; did you mean as-amended-2026?",
    ]
    assert stated(client.get(f"/v1/regions?{UNKNOWN_PAIR}"))[1:] == ("unknown-law", laws)
    question = "question: x is not a question of this rule book"
    both = stated(client.get(f"/v1/regions?{UNKNOWN_PAIR}&question=x"))
    assert both[1:] == ("unknown-law", [*laws, question])


def test_each_law_of_a_comparison_has_its_place(client):
    asked = {"case_files": [MERTICARIU], "laws": ["tody", "today", "merticaru"]}
    assert stated(client.post("/v1/comparisons", json=asked))[1:] == (
        "unknown-law",
        [f"laws[0]: {TODY}", "laws[2]: 'merticaru' is not a law in laws.yaml; did you mean merticariu?"],
    )


def test_the_party_of_a_paper_has_its_place(client):
    body = {"case_file": MERTICARIU, "engine": "plain"}
    (fault,) = stated(client.post("/v1/papers?kind=skeleton&for=the-court", json=body))[2]
    assert fault.startswith("for: 'the court' is not a party")
    (fault,) = stated(client.post("/v1/papers?kind=skeleton", json=body))[2]
    assert fault.startswith("for: a skeleton is for a party")


def test_the_facts_come_by_the_page_and_each_once(client):
    path, found = "/v1/facts?limit=50", []
    while path:
        page = client.get(path).json()
        assert page["total"] == len(listed_facts(BOOK))
        assert page["offset"] == len(found)
        found += page["facts"]
        path = page["next"]
    assert found == [json.loads(each.model_dump_json()) for each in listed_facts(BOOK)]
    for query, wanted in (("part=2&level=decision", ("2", "decision")), ("level=person", (None, "person"))):
        listed = client.get(f"/v1/facts?limit=200&{query}").json()["facts"]
        expected = [fact.name for fact in listed_facts(BOOK) if fact.in_part(*wanted)]
        assert [each["name"] for each in listed] == expected
    assert len(client.get("/v1/facts?part=1").json()["facts"]) == 50
    assert client.get("/v1/facts?limit=201").status_code == 422
    assert client.get("/v1/facts?offset=9999").json()["facts"] == []


def test_the_description_of_the_service_has_the_bounds_of_a_page_of_facts(client):
    described = client.get("/openapi.json").json()["paths"]["/v1/facts"]["get"]["parameters"]
    bounds = {
        each["name"]: (each["schema"]["minimum"], each["schema"]["maximum"])
        for each in described
        if each["name"] in ("limit", "offset")
    }
    assert bounds == {"limit": (1, 200), "offset": (0, 100_000)}


@pytest.mark.parametrize("number", ["5_0", "%205", "+5", "%2B5", "5%20", "\u0665", "5.0", "0x5", ""])
@pytest.mark.parametrize("name", ["limit", "offset"])
def test_a_number_in_a_query_is_written_in_digits(client, name, number):
    assert faults_of(client.get(f"/v1/facts?{name}={number}")) == [
        f"{name}: must be a whole number such as 12"
    ]


def test_a_determination_comes_in_the_detail_that_is_asked_for(client):
    note, hearing, full, default = (
        client.post(f"/v1/determinations{query}", json=BODY)
        for query in ("?detail=note", "?detail=hearing", "?detail=full", "")
    )
    assert full.text == default.text
    assert len(note.content) < 5_000 < len(hearing.content) < len(full.content)
    whole = Determination.model_validate_json(full.text)
    for answer, detail in ((note, "note"), (hearing, "hearing")):
        made = answer.json()
        assert (made["detail"], made["kind"]) == (detail, "determination (support)")
        assert (made["outcome"], made["rule_book"], made["case_file_hash"]) == (
            whole.outcome,
            BOOK.digest,
            CASE.digest,
        )
        assert "metadata" not in made
    assert [each["provision"] for each in note.json()["offences"][0]["decisive_steps"]] == [
        *("EA 2003 s 20(1)", "EA 2003 s 20(3)", "EA 2003 s 20(5)")
    ]
    assert hearing.json()["offences"][0]["steps"] == full.json()["offences"][0]["steps"]


def test_a_note_names_what_is_open(client):
    case = CaseFile.load(ROOT / "examples/half_complete/case.yaml")
    body = {"case_file": case.model_dump(mode="json", exclude_none=True, exclude={"warrants"})}
    note = client.post("/v1/determinations?detail=note", json=body).json()
    made = determine(case, BOOK, engine="plain").offences[0]
    matter = [each for each in made.open_questions if each.because != "makes no difference"]
    shown = note["offences"][0]
    assert [each["provision"] for each in shown["open_questions"]] == [each.provision for each in matter]
    assert sum(shown["cautions"].values()) == len(made.cautions)


@pytest.mark.parametrize("held", [False, True])
@pytest.mark.parametrize("detail", ["note", "hearing"])
def test_a_determination_in_less_detail_says_what_the_outcome_depends_on_if_asked(client, detail, held):
    path, asked = f"/v1/determinations?detail={detail}", {"sensitivity": True, "hold_findings": held}
    full = client.post("/v1/determinations", json={**BODY, **asked}).json()
    less = client.post(path, json={**BODY, **asked}).json()
    assert [each["sensitivity"] for each in less["offences"]] == [
        each["sensitivity"] for each in full["offences"]
    ]
    assert less["offences"][0]["sensitivity"]
    without = client.post(path, json=BODY).json()["offences"][0]
    assert without.get("sensitivity") is None
    assert ("sensitivity" in without) == (detail == "hearing")


def test_a_report_to_read_takes_a_detail_as_its_depth(client):
    by_depth, by_detail = (
        client.post(f"/v1/determinations?format=md&{name}=hearing", json=BODY) for name in ("depth", "detail")
    )
    assert by_depth.text == by_detail.text
    both = client.post("/v1/determinations?format=md&depth=note&detail=full", json=BODY)
    assert stated(both)[2] == ["detail: is the depth of a report to read; give one of the two"]
    with_metadata = client.post("/v1/determinations?format=md", json={**BODY, "metadata": METADATA})
    assert stated(with_metadata)[2] == [
        "metadata: is repeated in JSON alone; leave it out of a report to read"
    ]


@pytest.mark.parametrize("detail", ["note", "hearing", "full"])
def test_the_reference_and_the_metadata_come_back_and_are_not_logged(client, detail, caplog):
    body = {**BODY, "case_file": {**MERTICARIU, "reference": "Marmaduke 1"}, "metadata": METADATA}
    with caplog.at_level(logging.DEBUG):
        answer = client.post(f"/v1/determinations?detail={detail}", json=body)
    assert answer.json()["metadata"] == METADATA
    assert answer.json()["reference"] == "Marmaduke 1"
    assert "Marmaduke" not in caplog.text
    (line,) = [each.getMessage() for each in caplog.records if each.name == "extradition.web"]
    assert line.startswith("POST /v1/determinations 200 ")


@pytest.mark.parametrize(
    ("metadata", "fault"),
    [
        ({"desk": 7}, "metadata.desk: must be text"),
        ({"desk": "x" * 1001}, "metadata.desk: is longer than 1,000 characters"),
        ({f"k{i}": "" for i in range(21)}, "metadata: has more than 20 entries"),
    ],
)
def test_metadata_is_short_text(client, metadata, fault):
    assert stated(client.post("/v1/determinations", json={**BODY, "metadata": metadata})) == (
        422,
        "faults",
        [fault],
    )


def test_a_client_that_has_the_answer_does_not_get_it_again(client):
    for path in ("/v1/laws", "/v1/facts?part=1", "/v1/schema/case"):
        first = client.get(path)
        again = client.get(path, headers={"If-None-Match": f'"x", {first.headers["etag"]}'})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
    first = client.post("/v1/determinations", json=BODY)
    tag = {"If-None-Match": first.headers["etag"]}
    again = client.post("/v1/determinations", json=BODY, headers=tag)
    assert (stated(again), again.headers["etag"]) == ((412, "unchanged", []), first.headers["etag"])
    in_another_layout = dict(reversed(BODY.items()))
    assert client.post("/v1/determinations", json=in_another_layout, headers=tag).status_code == 412
    for path, body in (
        ("/v1/determinations", {**BODY, "law": "before-merticariu"}),
        ("/v1/determinations", {**BODY, "case_file": {**MERTICARIU, "case": "Another"}}),
        ("/v1/determinations?detail=note", BODY),
        ("/v1/further-information", {"case_file": MERTICARIU, "engine": "plain"}),
    ):
        other = client.post(path, json=body, headers=tag)
        assert other.status_code == 200
        assert other.headers["etag"] != first.headers["etag"]


@pytest.mark.parametrize("path", ["/v1/schema/nope", "/v1/facts?limit=abc", "/v1/regions?one=x&other=y"])
def test_a_condition_on_any_answer_hides_no_fault_of_a_question(client, path):
    refused = client.get(path, headers=ANY)
    assert stated(refused) == stated(client.get(path))
    assert "etag" not in refused.headers


def test_a_condition_on_any_answer_hides_no_fault_of_a_case(client):
    body = {"case_file": {}}
    refused = client.post("/v1/determinations", json=body, headers=ANY)
    assert stated(refused) == stated(client.post("/v1/determinations", json=body))
    assert refused.status_code == 422


def test_a_condition_on_any_answer_is_false_of_every_answer(client):
    tag = client.get("/v1/laws").headers["etag"]
    again = client.get("/v1/laws", headers=ANY)
    assert (again.status_code, again.headers["etag"], again.content) == (304, tag, b"")
    again = client.post("/v1/determinations", json=BODY, headers=ANY)
    assert stated(again) == (412, "unchanged", [])


def test_a_condition_may_have_several_lines_and_tags_with_commas(client):
    tag = client.get("/v1/laws").headers["etag"]
    for lines, status in (
        (['"x"', tag], 304),
        ([tag, '"x"'], 304),
        (['"foo, *, bar"'], 200),
        ([f'"foo, W/{tag[1:-1]}, bar"'], 200),
        (["*", '"x"'], 200),
        ([""], 200),
    ):
        answer = client.get("/v1/laws", headers=[("If-None-Match", each) for each in lines])
        assert answer.status_code == status, lines


def test_a_refusal_has_no_tag(client):
    refused = client.post("/v1/determinations", json={"case_file": {}})
    assert refused.status_code == 422
    assert "etag" not in refused.headers


def test_a_tag_is_of_one_rule_book_and_one_engine():
    tags = {
        Tags(RuleBooks(book), engine).of("/x", [], {})
        for book in (BOOK, SMALL)
        for engine in ("durable", "plain")
    }
    assert len(tags) == 4
    tag = Tags(RuleBooks(SMALL), "plain").of("/x", [], {})
    assert not names(tag, Tags(RuleBooks(BOOK), "plain").of("/x", [], {}))
    assert names(f"W/{tag}", tag)


def test_the_schema_of_a_case_has_another_tag_where_it_has_another_body(client):
    shape, full = client.get("/schema/case"), client.get("/v1/schema/case")
    assert shape.text != full.text
    assert shape.headers["ETag"] != full.headers["ETag"]
    given = {"If-None-Match": shape.headers["ETag"]}
    assert client.get("/v1/schema/case", headers=given).status_code == 200
