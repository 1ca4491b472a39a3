"""The committed JSON Schemas are those of the models, and the files in the repository fit them."""

import json
import re
from functools import cache

import pytest
import yaml
from jsonschema_rs import Draft202012Validator
from published import published_patterns
from pydantic import TypeAdapter
from strategies import BOOK, ROOT

from extradition import (
    CaseFile,
    Determination,
    RuleBook,
    analyse,
    analysed,
    compare,
    determine,
    render,
    validate,
)
from extradition.law import ProvisionText
from extradition.report.case_schema import FULL_CASE
from extradition.report.schemas import SCHEMAS, schema

pytestmark = pytest.mark.no_cover  # other tests cover all that these reach; coverage takes as long as they do


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_committed_schema_is_current(name):
    assert (ROOT / f"schema/{name}.schema.json").read_text(encoding="utf-8") == schema(name), (
        "run make schema"
    )


def test_no_other_schema_is_committed():
    names = {*SCHEMAS, FULL_CASE}  # test_full_schema.py keeps the full one
    assert {path.name for path in (ROOT / "schema").iterdir()} == {f"{name}.schema.json" for name in names}


def test_the_patterns_are_regular_expressions_of_json_schema():
    """JSON Schema has those of ECMA-262. In the deep tier Node compiles them."""
    found = published_patterns()
    assert len(found) > 20
    assert "openapi.json" in found[TypeAdapter(ProvisionText).json_schema()["pattern"]]
    of_python_alone = re.compile(r"\(\?(?![:=!<])|\\[AZz]|[*+?}]\+")
    assert {pattern: names for pattern, names in found.items() if of_python_alone.search(pattern)} == {}


def test_each_output_fits_its_schema():
    book = RuleBook.load()
    case = CaseFile.load(ROOT / "examples/benko_several_offences/case.yaml")
    decided = [CaseFile.load(path) for path in sorted((ROOT / "precedents").glob("*.yaml"))]
    for name, made in (
        ("determination", determine(case, book)),
        ("comparison", compare(decided, book, list(book.laws))),
        ("validation", validate(decided, book)),
    ):
        Draft202012Validator(json.loads(schema(name))).validate(json.loads(render(made, "json")))


@pytest.mark.parametrize("path", sorted(ROOT.glob("examples/*/case.yaml")), ids=lambda path: path.parent.name)
def test_a_determination_fits_its_schema_and_can_be_read_back(path):
    case = CaseFile.load(path)
    made = analysed(determine(case, BOOK), analyse(case, BOOK))
    shape = json.loads(schema("determination"))
    Draft202012Validator(shape, validate_formats=True).validate(json.loads(render(made, "json")))
    assert Determination.model_validate_json(render(made, "json")) == made


@pytest.mark.parametrize("path", sorted(ROOT.glob("examples/*/case.yaml")), ids=lambda path: path.parent.name)
def test_a_case_file_as_the_package_writes_it_fits_its_schema_and_loads_again(path):
    case = CaseFile.load(path)
    written = case.model_dump_json(exclude_none=True)
    validator_of(ROOT / "schema/case.schema.json").validate(json.loads(written))
    assert CaseFile.parse("case.json", written).digest == case.digest


@pytest.mark.parametrize(
    "path",
    [
        *ROOT.glob("rules/**/*.yaml"),
        *ROOT.glob("examples/**/*.yaml"),
        *ROOT.glob("precedents/*.yaml"),
        *ROOT.glob("docs/tasks/*.yaml"),
    ],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_a_file_names_the_schema_that_it_fits(path):
    text = path.read_text(encoding="utf-8")
    first = text.splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    target = (path.parent / first.partition("=")[2]).resolve()
    data = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506  text only, as the project reads it
    assert target.parent == ROOT / "schema"
    validator_of(target).validate(yaml_1_2(data))


@cache
def validator_of(path):
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


def yaml_1_2(data):
    """*data* as an editor reads it, by the core schema of YAML 1.2: numbers and true are no words there."""
    if isinstance(data, dict):
        return {key: yaml_1_2(value) for key, value in data.items()}
    if isinstance(data, list):
        return [yaml_1_2(value) for value in data]
    return int(data) if data.isdigit() else {"true": True, "false": False}.get(data, data)
