"""The OpenAPI description states what the service does: headers, limits and media types."""

from asked import Asked
from jsonschema import Draft202012Validator
from strategies import BOOK, ROOT

from extradition.source import read
from extradition.web import application

CLIENT = Asked(application(BOOK, engine="plain"))
MERTICARIU = read(ROOT / "examples/merticariu/case.yaml").content


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


def test_the_description_says_what_another_method_gets():
    assert "Another method gets 405, and `Allow`" in CLIENT.get("/openapi.json").json()["info"]["description"]
    refused = CLIENT.request("PUT", "/v1/determinations", json={})
    assert (refused.status_code, refused.headers["Allow"]) == (405, "POST")


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
