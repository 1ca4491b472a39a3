"""Particulars on the command line and in the service: struck out with one switch, and never logged."""

import copy
import json
import logging

import pytest
from asked import Asked
from strategies import BOOK, ROOT

from extradition import cli
from extradition.source import read
from extradition.web import application

EXAMPLE = ROOT / "examples/part_1_conviction/case.yaml"
CONTENT = read(EXAMPLE).content
NAMES = (
    *("Exemplu, Drago", "Dragoș Exemplu", "1994-05-17", "17 May 1994", "Romanian\n", "EXAMPLE/0001"),
    *("EX-112/2021", "EX-NCA-0042", "District Judge Sample", "Ms A Specimen", "Mr B Pattern"),
    *("Invented and Company", "EX-CPS-7"),
)
MARKER = "Marmaduke"


def run(capsys, *arguments):
    code = cli.main([str(each) for each in arguments])
    out, err = capsys.readouterr()
    return code, out, err


def struck(report):
    return "(struck out)" in report and not [name for name in NAMES if name in report]


@pytest.mark.parametrize("command", ["determine", "request"])
@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_one_switch_strikes_out_the_particulars_of_a_report(capsys, command, form):
    code, out, err = run(capsys, command, EXAMPLE, "--format", form, "--anonymous")
    assert (code, err, struck(out)) == (0, "", True)
    code, out, _ = run(capsys, command, EXAMPLE, "--format", form)
    assert (code, struck(out), "EX-112/2021" in out) == (0, False, True)


def test_the_switch_works_for_several_files_and_for_a_comparison(capsys, tmp_path):
    other = ROOT / "examples/merticariu/case.yaml"
    assert run(capsys, "determine", EXAMPLE, other, "--anonymous", "--out", tmp_path / "made")[0] == 0
    written = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "made").iterdir())
    assert struck(written)
    for form in ("md", "html", "csv", "json"):
        code, out, _ = run(capsys, "compare", EXAMPLE, other, "--format", form, "--anonymous")
        assert (code, struck(out)) == (0, True)
        assert "EXAMPLE/0001" in run(capsys, "compare", EXAMPLE, other, "--format", form)[1]


def test_a_fault_of_one_file_does_not_stop_an_anonymous_comparison(capsys, tmp_path):
    bad = tmp_path / "bad.yaml"
    bad.write_text(EXAMPLE.read_text(encoding="utf-8").replace("1994-05-17", "2019-01-01"), encoding="utf-8")
    code, out, err = run(capsys, "compare", bad, EXAMPLE, "--anonymous")
    assert (code, struck(out)) == (1, True)
    assert "bad.yaml:8:44: particulars.requested_person.date_of_birth: is after the conduct" in err


def test_an_anonymous_record_replays(capsys, tmp_path):
    made = tmp_path / "made.json"
    assert run(capsys, "determine", EXAMPLE, "--anonymous", "--format", "json", "--out", made)[0] == 0
    code, out, _ = run(capsys, "replay", made)
    assert (code, "**Identical.**" in out) == (0, True)
    code, out, _ = run(capsys, "replay", made, EXAMPLE)
    assert (code, "particulars.judge" in out) == (0, True)


@pytest.fixture(scope="module")
def client():
    return Asked(application(BOOK))


@pytest.mark.parametrize("path", ["/determinations", "/further-information", "/comparisons"])
@pytest.mark.parametrize("form", ["json", "md", "html"])
def test_the_service_strikes_them_out_where_it_is_asked(client, path, form):
    body = {"case_files": [CONTENT]} if path == "/comparisons" else {"case_file": CONTENT}
    anonymous = client.post(f"{path}?format={form}", json={**body, "anonymous": True})
    assert (anonymous.status_code, struck(anonymous.text)) == (200, True)
    whole = client.post(f"{path}?format={form}", json=body)
    assert (whole.status_code, "EXAMPLE/0001" in whole.text) == (200, True)


def test_the_answers_of_the_service_carry_the_reference(client):
    assert client.post("/determinations", json={"case_file": CONTENT}).json()["reference"] == "EXAMPLE/0001"
    asked = client.post("/further-information", json={"case_file": CONTENT}).json()
    assert (asked["reference"], asked["particulars"]["judge"]) == ("EXAMPLE/0001", "District Judge Sample")
    compared = client.post("/comparisons", json={"case_files": [CONTENT]}).json()
    assert compared["cases"][0]["reference"] == "EXAMPLE/0001"


def marked():
    """The example, with a marker in every particular that can hold text."""
    content = copy.deepcopy(CONTENT)
    content["reference"] = MARKER
    given = content["particulars"]
    given["requested_person"] |= {"name": MARKER, "nationality": [MARKER]}
    named = ("reference", "issuing_authority", "requesting_authority", "certificate")
    given["warrant"] |= dict.fromkeys(named, MARKER)
    given |= {"court": MARKER, "judge": MARKER, "cps_reference": MARKER}
    given["hearing_list"][0]["title"] = MARKER
    given["counsel"] = given["solicitors"] = {"requesting_authority": [MARKER], "requested_person": [MARKER]}
    return content


def test_no_particular_is_logged(client, monkeypatch, caplog):
    good, misfit, unread = marked(), marked(), marked()
    misfit["particulars"]["requested_person"]["date_of_birth"] = "2019-01-01"
    unread["particulars"][MARKER] = MARKER
    unread["particulars"]["custody"] = [{"status": MARKER}]
    with caplog.at_level(logging.DEBUG, "extradition"):
        answers = [
            client.post("/determinations", json={"case_file": each}) for each in (good, misfit, unread)
        ]
        assert [each.status_code for each in answers] == [200, 422, 422]
        assert MARKER in answers[0].text

        def fail(*_args, **_more):
            raise RuntimeError(json.dumps(good))

        monkeypatch.setattr("extradition.web.service.heard_cases.anonymous", fail)
        crashed = client.post("/determinations", json={"case_file": good, "anonymous": True})
    assert (crashed.status_code, MARKER in crashed.text) == (500, False)
    ours = [record for record in caplog.records if record.name.startswith("extradition")]
    assert len(ours) == 5
    assert not [record for record in ours if MARKER in record.getMessage() or record.exc_info]
