"""The checks over the whole book: each entry of tests/bad/book.yaml spoils the small book in one place."""

import datetime as dt
import itertools
import re
import shutil
import zipfile
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from strategies import BOOK, ROOT, SMALL

from extradition import RuleBook, SourceError
from extradition.rule_book.book_date import selectors_of
from extradition.rule_book.vocabulary import fnv1a

SPOILT = yaml.safe_load((Path(__file__).parents[1] / "bad/book.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("spoilt", SPOILT, ids=lambda spoilt: spoilt["it"])
def test_a_spoilt_book_says_what_is_wrong_and_where(spoilt, tmp_path, monkeypatch):
    shutil.copytree(ROOT / "tests/books/small", tmp_path / "b")
    for name, text in spoilt.get("write", {}).items():
        (tmp_path / "b" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "b" / name).write_text(text, encoding="utf-8")
    for name, changes in spoilt.get("change", {}).items():
        text = (tmp_path / "b" / name).read_text(encoding="utf-8")
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        (tmp_path / "b" / name).write_text(text, encoding="utf-8")
    for old, new in spoilt.get("rename", {}).items():
        (tmp_path / "b" / new).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "b" / old).rename(tmp_path / "b" / new)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SourceError) as error:
        RuleBook.load("b")
    assert str(error.value).splitlines() == spoilt["says"]


def versions_at(question, days):
    """How many versions of *question* are the law late on *days*, one for each date that chooses; with
    what a limb may lack.
    """
    at = {selector: (day, dt.time(23, 30)) for selector, day in days.items()}
    count = sum(version.in_force.covers(at) for version in question.versions)
    return 1 if count == 0 and (question.while_not_in_force or question.is_limb) else count


@given(
    st.fixed_dictionaries(
        {
            name: st.dates(min_value=dt.date(2004, 1, 1), max_value=dt.date(2040, 1, 1))
            for name in selectors_of(BOOK.dates)
        }
    )
)
def test_every_question_has_one_version_on_every_day(days):
    assert {
        question.provision for question in BOOK.questions.values() if versions_at(question, days) != 1
    } == set()


def test_every_boundary_day_has_one_version_on_either_side():
    for question in BOOK.questions.values():
        near = {}
        for selector in question.selectors:
            spans = [span for version in question.dated if (span := version.in_force.by(selector))]
            days = {day for span in spans for day in (span.from_, span.until) if isinstance(day, dt.date)}
            near[selector] = [day + dt.timedelta(days=side) for day in sorted(days) for side in (-1, 0)][
                len(spans) == len(question.dated) :
            ]
        for days in itertools.product(*near.values()):
            assert versions_at(question, dict(zip(near, days, strict=True))) == 1, (question.provision, days)


def test_a_version_chosen_by_the_day_of_the_conduct_may_start_before_its_words():
    question = BOOK.questions["EA 2003 s 15"]
    version = question.versions[0]
    (passage,) = question.text_of(version)
    assert version.in_force.selectors == ("conduct date",)
    assert version.in_force.starts < passage.since == dt.date(2004, 1, 1)


def test_a_twin_has_its_own_ids_and_is_never_surer_than_its_text():
    assert [version.id for version in BOOK.questions["EA 2003 s 85(5)"].versions] == [
        "s85-5-before-nastase",
        "s85-5-before-merticariu",
        "s85-5-merticariu",
        "s85-5-as-amended-2026",
    ]
    assert [version.verified for version in BOOK.questions["EA 2003 s 85(5)"].versions] == [
        "secondary",
        "secondary",
        "secondary",
        "factsheet only",
    ]
    cited = {
        authority.cite
        for version in BOOK.questions["EA 2003 s 85(1)"].versions
        for authority in version.authorities
    }
    assert "Case C-270/17 PPU" not in cited  # it rests on the Framework Decision, which is Part 1's
    assert BOOK.written_as("EA 2003 s 85(5)") == "EA 2003 s 20(5)"
    assert BOOK.written_as("EA 2003 s 20(5)") is None


SECTIONS = ("EA 2003 s 20(", "EA 2003 s 85(")


def test_the_requesting_authority_must_prove_every_yes_to_the_criminal_standard():
    absence = {
        provision: question
        for provision, question in BOOK.questions.items()
        if provision.startswith(SECTIONS)
    }
    assert len(absence) == 8
    for question in absence.values():
        assert question.proof.model_dump() == {
            "on": "requesting authority",
            "of": "yes",
            "to": "criminal standard",
            "under": "EA 2003 s 206",
        }


def test_no_version_is_surer_than_the_notes():
    """From the tags in docs/law/amendment.md, by hand."""
    assert {
        version: found.verified
        for version, (provision, found) in BOOK.versions.items()
        if provision.startswith(SECTIONS)
    } == {
        "s20-1-as-enacted": "secondary",
        "s20-3-before-bertino": "secondary",
        "s20-3-bertino": "secondary",
        "s20-5-before-nastase": "secondary",
        "s20-5-before-merticariu": "secondary",
        "s20-5-merticariu": "secondary",
        "s20-5-as-amended-2026": "factsheet only",
        "s20-8-as-enacted": "text seen",
        "s85-1-as-enacted": "secondary",
        "s85-3-before-bertino": "secondary",
        "s85-3-bertino": "secondary",
        "s85-5-before-nastase": "secondary",
        "s85-5-before-merticariu": "secondary",
        "s85-5-merticariu": "secondary",
        "s85-5-as-amended-2026": "factsheet only",
        "s85-8-as-enacted": "text seen",
    }


def test_the_digest_is_of_what_the_files_say(tmp_path):
    shutil.copytree(ROOT / "tests/books/small", tmp_path / "b")
    laws = tmp_path / "b/laws.yaml"
    laws.write_text("# a comment\n" + laws.read_text(encoding="utf-8"), encoding="utf-8")
    assert RuleBook.load(tmp_path / "b").digest == SMALL.digest
    laws.write_text(
        laws.read_text(encoding="utf-8").replace("Before the change.", "Before any change."), encoding="utf-8"
    )
    assert RuleBook.load(tmp_path / "b").digest != SMALL.digest


def test_addresses_are_computed():
    assert BOOK.address("EA 2003 s 20(5)") == "https://www.legislation.gov.uk/ukpga/2003/41/section/20/5"
    authorities = {
        authority.cite: authority
        for _, version in BOOK.versions.values()
        for authority in version.authorities
    }
    assert (
        BOOK.authority_address(authorities["[2024] UKSC 10"])
        == "https://caselaw.nationalarchives.gov.uk/uksc/2024/10"
    )
    assert BOOK.authority_address(authorities["CPA 2026"]) == "https://www.legislation.gov.uk/ukpga/2026/20"
    assert (
        BOOK.authority_address(authorities["[2025] HCJAC 11"])
        == "http://www.bailii.org/scot/cases/ScotHC/2025/2025hcjac11.html"
    )
    assert BOOK.authority_address(authorities["Case C-571/17 PPU"]) is None


def test_no_law_stands_in_the_code():
    made = ROOT / "src/extradition/facts"  # types made from the rule book, which a test keeps current
    code = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py") if path.parent != made
    )
    code += "\n".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "templates").glob("*.*")
        if path.suffix != ".docx"
    )
    with zipfile.ZipFile(ROOT / "templates/report.docx") as word:
        code += "\n".join(
            word.read(name).decode()
            for name in word.namelist()
            if name.startswith("word/") and name.endswith(".xml")
        )
    names = {
        authority.name.split(" v ")[0]
        for _, version in BOOK.versions.values()
        for authority in version.authorities
    }
    facts = {name for name in BOOK.facts if "_" in name} - {"case_type", "place_of_service"}
    answers = {answer for fact in BOOK.facts.values() for answer in fact.answers if "_" in answer} - {
        "not_shown"
    }
    answers -= {"provisional_warrant"}  # also the key of a date of the case file
    tokens = set(re.findall(r"\w+", code))
    for word in names - {"Extradition Act 2003", "R"} | facts | answers | set(BOOK.versions):
        if tokens.issuperset(
            re.findall(r"\w+", word)
        ):  # else it cannot stand there, and the search of the whole text is slow
            assert not re.search(rf"\b{re.escape(word)}\b", code), word
    assert not re.search(
        r"\b(s|section) \d+\(", re.sub(r"EA 2003 s 20\(5\)|s 20\(5\)", "", code)
    )  # but for the example in a docstring
    assert not re.search(
        r"\b20[012]\d-\d\d-\d\d\b",
        code.replace("2024-03-06", "").replace("2024-03-09", "").replace("2024-03-09", ""),
    )


def test_two_legal_names_with_one_hash_are_known():
    assert fnv1a("final_damage_of_public_deed_denied") == fnv1a("final_appeal_of_public_party_denied")


def test_eras():
    assert BOOK.era(dt.date(2003, 12, 31)) is None
    assert BOOK.era(dt.date(2024, 3, 5)).name == "before Merticariu and Bertino"
    assert BOOK.era(dt.date(2024, 3, 6)).name == "after Merticariu and Bertino"


def test_the_list_of_what_was_not_read_at_source_is_the_law():
    text = (ROOT / "docs/law/not-at-source.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z]+[-\d][^|]*) \| (secondary|recalled|factsheet only) \|", text, re.MULTILINE)
    listed = {name: level for names, level in rows for name in names.split(", ")}
    below = {
        version.id: version.verified
        for _, version in BOOK.versions.values()
        if version.verified != "text seen"
    }
    assert listed == below
    enacted = text[: text.index("## A judgment makes it")]
    made = {name for name in listed if f"{name}," in enacted or f"{name} " in enacted}
    prospective = {name for name, (_, version) in BOOK.versions.items() if version.in_force.is_prospective}
    assert made | prospective == {name for name in below if BOOK.versions[name][1].made_by == "enactment"}
