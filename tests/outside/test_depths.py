"""The depth of a report on a determination, as the user chooses it: on the command line, of the service, on
the page.
"""

import json

import pytest
from asked import Asked
from strategies import BOOK, ROOT

from extradition.cli import main
from extradition.report.depths import DEPTHS
from extradition.source import read
from extradition.web import application

CASE = ROOT / "examples/merticariu/case.yaml"
TITLE = {
    "note": "# Note on a determination (support): Merticariu",
    "hearing": "# Determination (support): Merticariu",
    "full": "# Determination (support): Merticariu",
}


def written(capsys, *options):
    assert main(["determine", str(CASE), *options]) == 0
    return capsys.readouterr().out


@pytest.fixture(scope="module")
def client():
    return Asked(application(BOOK))


def asked(client, query=""):
    return client.post(f"/determinations{query}", json={"case_file": read(CASE).content})


@pytest.mark.parametrize("depth", DEPTHS)
def test_the_command_line_writes_each_depth(depth, capsys):
    text = written(capsys, "--depth", depth)
    assert text.startswith(TITLE[depth])
    assert ("Appendix: identifiers" in text) == (depth == "full")
    assert ("## What to obtain next" in text or "## Where the laws part" in text) == (depth == "note")


def test_without_a_depth_the_command_line_writes_the_note_with_the_laws_side_by_side(capsys):
    text = written(capsys)
    assert text == written(capsys, "--depth", "note")
    assert "| Today | discharge | s 20(7) | discharge |" in text


def test_several_notes_stand_one_after_another(capsys):
    assert main(["determine", str(CASE), str(ROOT / "examples/bertino/case.yaml")]) == 0
    assert capsys.readouterr().out.count("# Note on a determination (support): ") == 2


def test_a_depth_for_json_is_refused_on_the_command_line(capsys):
    assert main(["determine", str(CASE), "--format", "json", "--depth", "full"]) == 2
    assert "--depth full: json has no depth: only a determination to read has one" in capsys.readouterr().err
    assert json.loads(written(capsys, "--format", "json"))["outcome"] == "discharge"


@pytest.mark.parametrize("depth", DEPTHS)
def test_the_service_answers_with_each_depth(depth, client):
    answer = asked(client, f"?format=md&depth={depth}")
    assert answer.status_code == 200
    assert answer.text.startswith(TITLE[depth])


def test_the_service_answers_with_the_note_and_refuses_a_depth_for_json(client):
    note = asked(client, "?format=md").text
    assert note == asked(client, "?format=md&depth=note").text
    assert "| Today | discharge | s 20(7) | discharge |" in note
    refused = asked(client, "?depth=full")
    assert refused.status_code == 422
    assert refused.json()["faults"][0]["place"] == "depth"
    assert "json has no depth" in refused.json()["faults"][0]["message"]
    assert asked(client, "?format=md&depth=deep").status_code == 422
