"""Each feature over each rule book on disk: none of them has code of its own."""

import re
import sys
from importlib import import_module
from pathlib import Path
from typing import get_type_hints

import jsonschema_rs
import pytest
from strategies import ROOT, book_in

from extradition import CaseFile, analyse, compare, determine, determine_each_matter, render
from extradition.casework.interview import Interview
from extradition.policy.region import region
from extradition.report import render_diagram, render_questions
from extradition.report.case_schema import case_schema
from extradition.report.case_types import prefix_of
from extradition.report.python_types import python_types
from extradition.report.typescript_types import typescript_types

FOLDERS = [
    path.parent for path in sorted((*ROOT.glob("tests/books/*/book.yaml"), *ROOT.glob("rules/**/book.yaml")))
]
BOOKS = {name: book_in(name) for name in (folder.relative_to(ROOT).as_posix() for folder in FOLDERS)}


def cases_of(name):
    """The case files on disk of the rule book *name*: two examples of the first book, all of each other."""
    if name == "rules":
        return [
            ROOT / f"examples/{each}/case.yaml" for each in ("part_1_conviction", "part_2_accusation_sent")
        ]
    own = Path(name).name
    return sorted(
        (*ROOT.glob(f"tests/books/cases/{own}/*.yaml"), *ROOT.glob(f"examples/{own}/**/case*.yaml"))
    )


CASES = [
    pytest.param(name, path, id=f"{name}: {path.parent.name} {path.stem}")
    for name in BOOKS
    for path in cases_of(name)
]


def test_every_book_has_a_case():
    assert [name for name in BOOKS if not cases_of(name)] == []


@pytest.mark.parametrize(("name", "path"), CASES)
def test_a_case_is_determined_and_reported_in_every_format(name, path):
    case = CaseFile.load(path)
    made = determine(case, BOOKS[name])
    assert made.part in BOOKS[name].matters
    for form in ("md", "html", "docx", "pdf"):
        for depth in ("note", "full"):
            assert render(made, form, depth=depth)
    assert made.matter.title in render(made, "md")
    assert type(made).model_validate_json(made.model_dump_json()) == made


@pytest.mark.parametrize(("name", "path"), CASES)
def test_a_case_is_analysed_compared_and_asked_about(name, path):
    case, book = CaseFile.load(path), BOOKS[name]
    assert len(analyse(case, book)) == max(1, len(case.every_offence))
    assert render(compare([case], book), "html")
    Interview(book, str(path), path.read_text(encoding="utf-8"), "plain").next  # noqa: B018  it is made on demand


@pytest.mark.parametrize("name", BOOKS)
def test_the_laws_of_a_book_part_somewhere_or_nowhere(name):
    book = BOOKS[name]
    made = region(*book.side_by_side[:2], book)
    assert {each.part for each in made.parts} == set(book.matters)
    assert render(made, "html")


@pytest.mark.parametrize("name", BOOKS)
def test_a_book_is_listed_drawn_and_typed(name):
    book = BOOKS[name]
    for made in (render_questions(book), render_questions(book, "json"), render_diagram(book, "html")):
        assert next(iter(book.questions.values())).title in made
    assert case_schema(book)["title"] == "Case file"
    jsonschema_rs.meta.validate(case_schema(book))
    assert ("territory" in case_schema(book)["properties"]) == bool(book.territories)
    assert re.search(r": ?;", typescript_types(book)) is None


@pytest.mark.parametrize("name", BOOKS)
def test_the_typed_python_of_a_book_is_a_package_in_any_folder(name, tmp_path, monkeypatch):
    book = BOOKS[name]
    folder = f"types_of_{Path(name).name}"
    (tmp_path / folder).mkdir()
    for module, text in python_types(book).items():
        (tmp_path / folder / module).write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    made = import_module(folder)
    loaded = [each for each in sys.modules if each.partition(".")[0] == folder]
    assert {each.rpartition(".")[2] for each in loaded} == {
        folder,
        *(Path(module).stem for module in python_types(book) if module != "__init__.py"),
    }
    for part in book.matters:
        case_file = get_type_hints(getattr(made, f"{prefix_of(book, part)}CaseFile"))
        assert {"case", "dates", "findings"} <= {*case_file}
    for each in loaded:
        del sys.modules[each]


@pytest.mark.parametrize("name", BOOKS)
def test_the_page_has_a_form_for_every_matter(name):
    testing = pytest.importorskip("fastapi.testclient")
    client = testing.TestClient(
        import_module("extradition.web").application(BOOKS[name]), base_url="http://127.0.0.1"
    )
    start = client.get("/").text
    for part, matter in BOOKS[name].matters.items():
        assert matter.title in start
        page = client.get(f"/case?part={part}")
        assert page.status_code == 200
        assert [title for title in BOOKS[name].titles_of_dates.values() if title not in page.text] == []


def test_the_checklist_of_a_book_is_one_report():
    made = determine_each_matter(CaseFile.load(cases_of("tests/books/third")[0]), BOOKS["tests/books/third"])
    for form in ("md", "html", "docx", "pdf", "json"):
        assert render(made, form)
