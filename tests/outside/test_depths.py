"""The depth of a report on a determination, as the user chooses it: on the command line, of the service, on
the page.
"""

import json
import re

import pytest
from asked import Asked
from strategies import BOOK, ROOT

from extradition import CaseFile, RuleBook, determine
from extradition.cli import main
from extradition.report.depths import DEPTHS
from extradition.report.details import detailed
from extradition.rule_book.installed import installed_books
from extradition.source import read
from extradition.web import application
from extradition.web.service.json_bytes import json_bytes

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


TABLE = (ROOT / "docs/service.md").read_text(encoding="utf-8").partition("| Detail | for each offence |")[2]
ROWS = re.findall(r"^\| `(\w+)` \| (\d+) to (\d+) \| (.*) \|$", TABLE.partition("\n\n")[0], re.MULTILINE)
NAMES = re.findall(r"`(\w+)`, \w+ offences?", TABLE.partition("\n")[0])
EXAMPLES = {
    path.parent.relative_to(ROOT / "examples").as_posix() + path.stem.removeprefix("case"): path
    for path in sorted((ROOT / "examples").rglob("case*.yaml"))
}


@pytest.fixture(scope="module")
def sizes():
    """The number of offences of each example, and the kB of its determination at each detail."""
    books = {None: BOOK, **{name: RuleBook.load(folder) for name, folder in installed_books().items()}}
    found = {}
    for name, path in EXAMPLES.items():
        case = CaseFile.load(path)
        made = determine(case, books[case.book], engine="plain")
        kilobytes = {depth: len(json_bytes(detailed(made, depth), indent=2)) / 1000 for depth in DEPTHS}
        found[name] = len(made.offences), kilobytes
    return found


def test_the_sizes_of_the_answers_are_as_the_page_says(sizes):
    assert ([row[0] for row in ROWS], len(NAMES)) == (list(DEPTHS), 3)
    for depth, least, most, cells in ROWS:
        each = {name: kilobytes[depth] / number for name, (number, kilobytes) in sizes.items()}
        assert {name: size for name, size in each.items() if not int(least) <= size <= int(most)} == {}
        stated = [float(cell.replace(",", "")) for cell in cells.split(" | ")]
        assert [sizes[name][1][depth] for name in NAMES] == pytest.approx(stated, rel=0.1)
