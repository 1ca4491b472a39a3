"""The OpenAPI description states what the service does: headers, limits and media types."""

import json
import re
from functools import cache

from asked import Asked
from jsonschema_rs import Draft202012Validator
from strategies import BOOK, ROOT

from extradition.source import read
from extradition.web import application

CLIENT = Asked(application(BOOK, engine="plain"))
MERTICARIU = read(ROOT / "examples/merticariu/case.yaml").content


def fits_as_described(described):
    """Whether a value fits a schema of the description, by the name of the schema."""

    @cache
    def validator_of(model):
        return Draft202012Validator({"$ref": f"#/components/schemas/{model}", **described})

    return lambda model, value: validator_of(model).is_valid(value)


def test_the_description_has_the_headers_that_answers_have():
    described = CLIENT.get("/openapi.json").json()["paths"]
    sent = {
        "/v1/determinations": {"case_file": MERTICARIU},
        "/v1/further-information": {"case_file": MERTICARIU},
        "/v1/papers": {"case_file": MERTICARIU},
        "/v1/comparisons": {"case_files": [MERTICARIU]},
        "/v1/warrants": None,
        "/v1/batch": None,
    }
    queries = {"/v1/papers": "?kind=chronology", "/v1/regions": "?one=today&other=merticariu"}
    for path, operations in described.items():
        for method, operation in operations.items():
            headers = {
                status: {*answer.get("headers", ())} for status, answer in operation["responses"].items()
            }
            assert headers.pop("503") == {"Retry-After"}, path
            conditions = [each for each in operation.get("parameters", ()) if each["name"] == "If-None-Match"]
            if method == "post" and sent[path] is None:
                assert (set().union(*headers.values()), conditions) == (set(), [])
                continue
            address = path.replace("{name}", "case") + queries.get(path, "")
            answer = CLIENT.get(address) if method == "get" else CLIENT.post(address, json=sent[path])
            assert answer.status_code == 200, (path, answer.text)
            own = {name for name in ("ETag", "Rule-Book") if name in answer.headers}
            assert headers.pop("200") == own, path
            assert len(conditions) == ("ETag" in own), path
            unchanged = "304" if method == "get" else "412"
            assert {status for status, names in headers.items() if names} == ({unchanged} if own else set())
            assert "ETag" not in own or headers[unchanged] == {"ETag"}


def test_the_description_lets_answers_have_further_keys_and_requests_none():
    fits = fits_as_described(CLIENT.get("/openapi.json").json())
    asked = {"case_file": MERTICARIU}
    assert fits("CaseToDetermine", asked)
    assert fits("LineToDetermine", {**asked, "id": "a"})
    for more in ({**asked, "later": 1}, {"case_file": {**MERTICARIU, "later": 1}}):
        assert not fits("CaseToDetermine", more)
        assert not fits("LineToDetermine", {**more, "id": "a"})
        refused = CLIENT.post("/v1/determinations", json=more)
        assert (refused.status_code, fits("ProblemDetails", {**refused.json(), "later": 1})) == (422, True)
    for model, answer in (
        ("NoteDetail", CLIENT.post("/v1/determinations?detail=note", json=asked).json()),
        ("HearingDetail", CLIENT.post("/v1/determinations?detail=hearing", json=asked).json()),
        ("FullDetail", CLIENT.post("/v1/determinations", json=asked).json()),
        ("Health", CLIENT.get("/v1/health").json()),
        ("Comparison", CLIENT.post("/v1/comparisons", json={"case_files": [MERTICARIU]}).json()),
        *(("Question", each) for each in CLIENT.get("/v1/questions").json().values()),
    ):
        assert fits(model, answer)
        assert fits(model, {**answer, "later": 1}), model
        offences = [{**each, "later": {"further": 1}} for each in answer.get("offences", ())]
        assert fits(model, {**answer, "offences": offences} if offences else answer), model


def parts_of(described, node):
    """The names of the schemas to which a part of the description leads."""
    found, new = set(), {None}
    while new:
        texts = [
            json.dumps(node if name is None else described["components"]["schemas"][name]) for name in new
        ]
        named = {name for text in texts for name in re.findall(r'"#/components/schemas/([^"]+)"', text)}
        new = named - found
        found |= named
    return found


def test_no_schema_is_both_read_and_answered_and_each_has_a_title_of_its_own():
    described = CLIENT.get("/openapi.json").json()
    schemas = described["components"]["schemas"]
    operations = [each for path in described["paths"].values() for each in path.values()]
    answered = parts_of(described, [each["responses"] for each in operations]) | {"LineAnswer"}
    answered |= parts_of(described, schemas["LineAnswer"])
    read = parts_of(described, [each.get("requestBody") for each in operations]) | {"LineToDetermine"}
    assert (answered & read, answered | read) == (set(), {*schemas})
    closed = '"additionalProperties": false'
    assert {name for name in answered if closed in json.dumps(schemas[name])} == set()
    assert all(
        closed in json.dumps(schemas[name]) for name in ("CaseFile-Input", "BoxC-Input", "Lawyers-Input")
    )
    titles = [each["title"] for each in schemas.values()]
    assert (len({*titles}), schemas["BoxC-Output"]["title"]) == (len(titles), "BoxCOutput")


def test_the_description_is_the_same_each_time_that_it_is_read():
    first = CLIENT.get("/openapi.json").text
    assert CLIENT.get("/openapi.json").text == first


def test_a_client_that_has_the_description_does_not_get_it_again():
    first = CLIENT.get("/openapi.json")
    tag = first.headers["ETag"]
    for given in (tag, f'"x", W/{tag}', "*"):
        again = CLIENT.get("/openapi.json", headers={"If-None-Match": given})
        assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    for given in ('"x"', tag.strip('"'), ""):
        again = CLIENT.get("/openapi.json", headers={"If-None-Match": given})
        assert (again.status_code, again.text, again.headers["ETag"]) == (200, first.text, tag)


def test_a_busy_service_says_when_to_ask_again_as_described():
    busy = Asked(application(BOOK, engine="plain", most_at_once=0))
    answer = busy.get("/v1/laws")
    described = CLIENT.get("/openapi.json").json()["paths"]["/v1/laws"]["get"]["responses"]["503"]["headers"]
    fits = Draft202012Validator(described["Retry-After"]["schema"]).is_valid
    assert (answer.status_code, fits(int(answer.headers["Retry-After"]))) == (503, True)


def test_the_description_says_what_another_method_gets():
    assert "Another method gets 405, and `Allow`" in CLIENT.get("/openapi.json").json()["info"]["description"]
    for method, path, allowed in (
        ("PUT", "/v1/determinations", "POST"),
        ("DELETE", "/v1/laws", "GET, HEAD"),
        ("OPTIONS", "/v1/schema/case", "GET, HEAD"),
        ("PUT", "/explorer", "GET, HEAD, POST"),
        ("POST", "/openapi.json", "GET, HEAD"),
    ):
        refused = CLIENT.request(method, path)
        assert (refused.status_code, refused.headers["Allow"]) == (405, allowed)
        for each in {"GET", "HEAD"} & {*allowed.split(", ")}:
            assert CLIENT.request(each, path).status_code == 200


def test_each_answer_to_a_case_fits_the_schema_of_its_detail_alone():
    described = CLIENT.get("/openapi.json").json()
    fits = fits_as_described(described)
    models = {"note": "NoteDetail", "hearing": "HearingDetail", "full": "FullDetail"}
    for detail, model in models.items():
        answer = CLIENT.post(f"/v1/determinations?detail={detail}", json={"case_file": MERTICARIU}).json()
        assert answer.get("detail", "full") == detail
        assert [each for each in models.values() if fits(each, answer)] == [model]
    said = described["paths"]["/v1/determinations"]["post"]["responses"]["200"]["description"]
    assert "the full record has no such key" in said


def test_the_preference_of_a_batch_is_a_text():
    parameters = CLIENT.get("/openapi.json").json()["paths"]["/v1/batch"]["post"]["parameters"]
    assert [(each["name"], each["in"], each["schema"]["type"]) for each in parameters] == [
        ("detail", "query", "string"),
        ("Prefer", "header", "string"),
    ]


def test_a_batch_answers_lines_alone_and_metadata_has_its_limits():
    described = CLIENT.get("/openapi.json").json()
    assert [*described["paths"]["/v1/batch"]["post"]["responses"]["200"]["content"]] == [
        "application/x-ndjson"
    ]
    for model in ("CaseToDetermine", "LineToDetermine"):
        metadata, null = described["components"]["schemas"][model]["properties"]["metadata"]["anyOf"]
        assert null == {"type": "null"}
        fits = Draft202012Validator(metadata).is_valid
        most = {f"{number:0100}": "x" * 1000 for number in range(20)}
        assert fits(most)
        for wrong in ({**most, "one more": ""}, {"x" * 101: ""}, {"desk": "x" * 1001}):
            assert not fits(wrong)
            asked = CLIENT.post("/v1/determinations", json={"case_file": {}, "metadata": wrong})
            assert any(each["place"].startswith("metadata") for each in asked.json()["faults"])
