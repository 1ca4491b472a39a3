"""Court papers on the command line, in the service and on the page."""

import json
import re
from urllib.parse import urlencode

import pytest
from asked import Asked
from controls import posted
from strategies import BOOK, ROOT

from extradition import CaseFile, Paper, cli, paper, render
from extradition.casework.papers.kinds import KINDS_OF_PAPER, named_papers
from extradition.source import read
from extradition.web import application

CASE = ROOT / "examples/merticariu/case.yaml"
CONVICTION = ROOT / "examples/part_1_conviction/case.yaml"
CONTENT = read(CASE).content
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
NAMED_PAPERS = named_papers(BOOK.parties)


def run(capsys, *arguments):
    try:
        code = cli.main(["papers", *map(str, arguments)])
    except SystemExit as stopped:
        code = stopped.code
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture(scope="module")
def client():
    return Asked(application(BOOK, engine="plain"))


def test_one_paper_is_printed(capsys):
    arguments = ("--kind", "skeleton", "--for", "requesting-authority")
    code, out, err = run(capsys, CASE, *arguments)
    assert (code, err) == (0, "")
    assert out == render(paper(CaseFile.load(CASE), BOOK, "skeleton", "requesting authority"))
    code, out, _ = run(capsys, CASE, *arguments, "--format", "json", "--law", "before-merticariu")
    assert (code, Paper.model_validate_json(out).law.name) == (0, "before-merticariu")


def test_all_the_papers_are_written_into_a_folder(capsys, tmp_path):
    out = tmp_path / "papers"
    assert run(capsys, CASE, "--format", "html", "--out", out) == (0, "", "")
    assert {path.name for path in out.iterdir()} == {f"{name}.html" for name in NAMED_PAPERS}
    side = tmp_path / "side"
    assert run(capsys, CASE, "--for", "requested-person", "--out", side)[0] == 0
    names = {path.name for path in side.iterdir()}
    assert "skeleton-requested-person.md" in names
    assert "skeleton-requesting-authority.md" not in names
    assert len(names) == len(NAMED_PAPERS) - 1


def test_a_paper_is_a_word_file_in_a_style_of_the_users(capsys, tmp_path):
    out, style = tmp_path / "facts.docx", ROOT / "templates/report.docx"
    arguments = (CASE, "--kind", "facts", "--format", "docx", "--template", style, "--out", out)
    assert run(capsys, *arguments) == (0, "", "")
    assert out.read_bytes()[:2] == b"PK"


def test_the_papers_are_anonymous_with_one_switch(capsys, tmp_path):
    out = tmp_path / "papers"
    assert run(capsys, CONVICTION, "--anonymous", "--out", out)[0] == 0
    text = "".join(path.read_text(encoding="utf-8") for path in out.iterdir())
    assert "(struck out)" in text
    for name in ("Exemplu", "EX-112/2021", "17 May 1994", "Specimen", "EX-CPS-7"):
        assert name not in text
    named = run(capsys, CONVICTION, "--kind", "chronology")[1]
    assert "17 May 1994" in named


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--kind", "chronologie"), "'chronologie' is not a kind of paper: .*; did you mean chronology?"),
        (
            ("--kind", "skeleton", "--for", "requested-persn"),
            "'requested-persn' is not a side: .*did you mean",
        ),
        (("--kind", "skeleton"), "argues for one side: --for requesting-authority or --for requested-person"),
        (("--kind", "facts", "--for", "requested-person"), "--for is for a paper that argues; leave it out"),
        ((), "all the papers need --out FOLDER; --kind makes one of them"),
        (("--kind", "facts", "--template", "x.docx"), "--template needs --format docx"),
    ],
)
def test_what_does_not_fit_together_is_refused(capsys, arguments, message):
    code, out, err = run(capsys, CASE, *arguments)
    assert (code, out) == (2, "")
    assert re.search(message, err)


def test_a_fault_of_the_case_file_is_reported_and_nothing_is_written(capsys, tmp_path):
    bad, out = tmp_path / "bad.yaml", tmp_path / "papers"
    bad.write_text(
        CASE.read_text(encoding="utf-8").replace("retrial_right", "retrial_rite"), encoding="utf-8"
    )
    code, _, err = run(capsys, bad, "--out", out)
    assert code == 2
    assert "bad.yaml:" in err
    assert not out.exists()


def test_a_paper_is_not_written_over_the_case_file(capsys, tmp_path):
    folder = tmp_path / "case"
    folder.mkdir()
    own = folder / "facts.json"
    own.write_text(json.dumps(CONTENT), encoding="utf-8")
    code, _, err = run(capsys, own, "--format", "json", "--out", folder)
    assert (code, json.loads(own.read_text(encoding="utf-8"))) == (2, CONTENT)
    assert "is read, and would be written over" in err


@pytest.mark.parametrize("kind", KINDS_OF_PAPER)
def test_the_service_makes_each_paper(client, kind):
    side = "requested person" if KINDS_OF_PAPER[kind].takes_side else None
    query = f"?kind={kind}" + ("&for=requested-person" if side else "")
    made = paper(CaseFile.load(CASE), BOOK, kind, side, engine="plain")
    assert client.post(f"/papers{query}", json={"case_file": CONTENT}).text == render(made, "json")
    read_as = client.post(f"/papers{query}&format=html", json={"case_file": CONTENT})
    assert read_as.text == render(made, "html")
    assert "style-src 'sha256-" in read_as.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("query", "status", "message"),
    [
        ("", 422, "kind"),
        ("?kind=fact", 422, "kind"),
        ("?kind=skeleton", 422, "a skeleton is for a party"),
        (
            "?kind=skeleton&for=defence",
            422,
            "'defence' is not a party: requesting authority, requested person",
        ),
        ("?kind=facts&for=requested-person", 422, "leave it out for facts"),
        ("?kind=facts&side=x", 422, "is not asked for in the query"),
    ],
)
def test_the_service_refuses_what_does_not_fit_together(client, query, status, message):
    answer = client.post(f"/papers{query}", json={"case_file": CONTENT})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert message in answer.text


def test_the_service_strikes_out_the_names_of_a_paper(client):
    body = {"case_file": read(CONVICTION).content, "anonymous": True}
    text = client.post("/papers?kind=opening-note&format=md", json=body).text
    assert "(struck out)" in text
    assert "Exemplu" not in text


def fields_of(client, name):
    return [each for each in posted(client.get(f"/case?example={name}").text) if each[0] != "paper"]


def save(client, fields, form):
    return client.post(f"/case/paper/{form}", content=urlencode(fields).encode(), headers=FORM)


@pytest.mark.parametrize("name", NAMED_PAPERS)
def test_the_page_saves_each_paper(client, name):
    kind, side = NAMED_PAPERS[name]
    saved = save(client, [*fields_of(client, "merticariu"), ("paper", name)], "html")
    assert saved.status_code == 200
    assert saved.text == render(paper(CaseFile.load(CASE), BOOK, kind, side, engine="plain"), "html")
    disposition = f'attachment; filename="merticariu-v-judecatoria-arad-romania-{name}.html"'
    assert saved.headers["content-disposition"] == disposition


def test_the_page_offers_every_paper_as_word_and_pdf(client):
    page = client.get("/case?example=merticariu").text
    for name in NAMED_PAPERS:
        assert f'<option value="{name}">' in page
    assert "Skeleton argument for the requested person</option>" in page
    for form in ("docx", "pdf", "html"):
        assert f'formaction="/case/paper/{form}"' in page
    saved = save(client, [*fields_of(client, "merticariu"), ("paper", "facts")], "docx")
    assert saved.content[:2] == b"PK"


def test_a_paper_that_the_page_saves_is_anonymous_if_the_box_is_ticked(client):
    fields = [*fields_of(client, "part_1_conviction"), ("paper", "chronology")]
    assert "17 May 1994" in save(client, fields, "md").text
    struck = save(client, [*fields, ("anonymous", "yes")], "md").text
    assert "17 May 1994" not in struck
    assert "(struck out)" in struck


def test_what_the_page_does_not_offer_is_refused(client):
    fields = fields_of(client, "merticariu")
    assert save(client, [*fields, ("paper", "memoir")], "md").status_code == 404
    assert save(client, fields, "md").status_code == 404
    assert save(client, [*fields, ("paper", "facts")], "yaml").status_code == 404
    assert save(client, [*fields, ("paper", "facts")], "odt").status_code == 404


def test_a_case_with_a_fault_has_no_paper_but_its_page(client):
    fields = [each for each in fields_of(client, "merticariu") if each[0] != "territory"]
    answer = save(client, [*fields, ("territory", "XX"), ("paper", "facts")], "md")
    assert answer.status_code == 422
    assert "<!DOCTYPE html>" in answer.text
