import datetime as dt
import importlib
import pkgutil
from dataclasses import FrozenInstanceError, is_dataclass
from typing import get_args

import pytest
from pydantic import ValidationError

from extradition.citation import case_law_address
from extradition.law import Provision
from extradition.rule_book.in_force import InForce
from extradition.standard import STANDARD, STANDARDS


@pytest.mark.parametrize(
    ("text", "act", "short", "section", "stem", "slug", "address"),
    [
        ("EA 2003 s 20(5)", "EA 2003", "s 20(5)", "s 20", "s20_05", "s20-5", "section/20/5"),
        (
            "EA 2003 s 21A(1)(b)",
            "EA 2003",
            "s 21A(1)(b)",
            "s 21A",
            "s21A_01_b",
            "s21A-1-b",
            "section/21A/1/b",
        ),
        ("SI 2003/3334 art 3", "SI 2003/3334", "art 3", "art 3", "art3", "art3", "article/3"),
        ("CPA 2026 s 255", "CPA 2026", "s 255", "s 255", "s255", "s255", "section/255"),
    ],
)
def test_a_provision_has_parts(text, act, short, section, stem, slug, address):
    provision = Provision(text)
    assert (provision.act, provision.short, provision.section, provision.stem, provision.slug) == (
        act,
        short,
        section,
        stem,
        slug,
    )
    assert provision.identifier("ukpga/2003/41") == f"https://www.legislation.gov.uk/ukpga/2003/41/{address}"


@pytest.mark.parametrize("text", ["", "s 20", "EA 2003", "EA 2003 section 20", "EA 2003 s 20(5"])
def test_what_is_no_provision_is_refused(text):
    with pytest.raises(ValueError, match="is not a provision such as"):
        Provision(text)


@pytest.mark.parametrize(
    ("cite", "address"),
    [
        ("[2024] UKSC 10", "https://caselaw.nationalarchives.gov.uk/uksc/2024/10"),
        ("[2013] EWHC 261 (Admin)", "https://caselaw.nationalarchives.gov.uk/ewhc/admin/2013/261"),
        ("[2024] EWCA Civ 5", "https://caselaw.nationalarchives.gov.uk/ewca/civ/2024/5"),
        ("[2024] EWCA 5", None),
        ("[2013] EWHC 261", None),
        ("[2025] HCJAC 11", None),
        ("[2008] UKHL 51", None),
        ("Case C-108/16 PPU", None),
    ],
)
def test_a_neutral_citation_has_an_address_where_it_is_published(cite, address):
    assert case_law_address(cite) == address


def test_a_span_takes_its_first_day_and_leaves_its_last():
    span = InForce.model_validate(
        {"from": "2004-01-01", "until": "2024-03-06", "selected_by": "hearing date"}
    )
    assert [
        span.covers(day)
        for day in (dt.date(2003, 12, 31), dt.date(2004, 1, 1), dt.date(2024, 3, 5), dt.date(2024, 3, 6))
    ] == [
        False,
        True,
        True,
        False,
    ]
    assert not span.is_prospective


def test_a_prospective_span_covers_no_day():
    span = InForce.model_validate({"from": "prospective", "selected_by": "hearing date"})
    assert span.is_prospective
    assert not span.covers(dt.date(2030, 1, 1))


def test_only_a_prospective_span_says_when_it_was_enacted():
    span = {"from": "prospective", "enacted": "2026-04-29", "selected_by": "hearing date"}
    assert InForce.model_validate(span).enacted == dt.date(2026, 4, 29)
    with pytest.raises(ValidationError, match="only a prospective version needs that"):
        InForce.model_validate({**span, "from": "2026-10-01"})


@pytest.mark.parametrize(
    "span", [{"from": "2004-01-01", "until": "2004-01-01"}, {"from": "prospective", "until": "2004-01-01"}]
)
def test_a_span_starts_before_it_ends(span):
    with pytest.raises(ValidationError, match="must end after it starts"):
        InForce.model_validate({**span, "selected_by": "hearing date"})


def test_a_span_can_begin_and_end_at_an_hour():
    span = InForce.model_validate(
        {"from": "2014-07-21", "until": "2020-12-31", "until_hour": "23:00", "selected_by": "arrest date"},
    )
    day = dt.date(2020, 12, 31)
    assert [span.covers(day, hour) for hour in (None, dt.time(22, 59), dt.time(23))] == [True, True, False]
    assert InForce.model_validate(span.model_dump(by_alias=True, mode="json")) == span


def test_every_standard_of_proof_has_its_words():
    assert tuple(STANDARDS) == get_args(STANDARD)
    assert all(row.name == name and name in row.phrase for name, row in STANDARDS.items())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("criminal standard", "has not proved, to the criminal standard, that"),
        ("balance of probabilities", "has not proved, on the balance of probabilities, that"),
        (
            "reasonable chance or serious possibility",
            "has not shown a reasonable chance or serious possibility that",
        ),
        ("reasonable grounds for believing", "has not shown reasonable grounds for believing that"),
        ("real risk", "has not shown a real risk that"),
        ("case to answer", "has not shown a case to answer"),
        ("standard of the right relied on", "has not shown, to the standard of the right relied on, that"),
    ],
)
def test_a_standard_of_proof_makes_a_sentence(name, words):
    row = STANDARDS[name]
    after = {"measure": f", {row.phrase}, that", "object": f" {row.phrase} that", "whole": f" {row.phrase}"}[
        row.role
    ]
    assert f"has not {row.participle}{after}" == words


def test_the_words_of_a_standard_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        STANDARDS["real risk"].phrase = "a risk"
    with pytest.raises(TypeError):
        STANDARDS["real risk"] = STANDARDS["criminal standard"]


MADE_STEP_BY_STEP = {"Contents", "Path"}


@pytest.mark.parametrize(
    "name",
    ["case_file", "determination", "engine", "hearing", "policy.comparison", "rule_book", "sensitivity"],
)
def test_a_value_is_immutable_unless_it_is_made_step_by_step(name):
    package = importlib.import_module(f"extradition.{name}")
    modules = [
        importlib.import_module(each.name)
        for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]
    kinds = {
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == module.__name__
    }
    changeable = {kind.__name__ for kind in kinds if not kind.__dataclass_params__.frozen}
    assert changeable <= MADE_STEP_BY_STEP
