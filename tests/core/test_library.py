"""The library as its page shows it: a case made in Python, with the refusals that a file has."""

import contextlib
import datetime as dt
import io
import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import get_args

import pytest
from strategies import BOOK, ROOT

from extradition import CaseFile, RuleBook, SourceError, determine
from extradition.hearing.many import WHY

PAGE = (ROOT / "docs/library.md").read_text(encoding="utf-8")


def test_the_examples_of_the_page_print_what_it_says(monkeypatch):
    read = RuleBook.load
    monkeypatch.setattr(RuleBook, "load", lambda folder=None: BOOK if folder is None else read(folder))
    monkeypatch.chdir(ROOT)
    known = {}
    blocks = re.findall(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    assert len(blocks) > 2
    for block in blocks:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(block, known)  # noqa: S102  our own page
        stated = [line.partition("# ")[2] for line in block.splitlines() if "# " in line]
        assert printed.getvalue().splitlines() == stated


def test_the_page_says_why_a_case_among_many_has_no_determination():
    listed = re.search(r"^`why` is (.*)\.", PAGE, re.MULTILINE)[1]
    assert tuple(re.findall("`(.*?)`", listed.partition(". ")[0])) == get_args(WHY)


def content(**more):
    offence = {"id": "one", "case_type": "conviction", "findings": {"sentence_imposed": 12}}
    return {
        "case": "X",
        "part": 1,
        "territory": "RO",
        "taken_from": "EA 2003 s 20(1)",
        "dates": {"arrest": "2023-02-01", "hearing": "2024-06-03"},
        "offences": [offence],
        **more,
    }


def test_a_case_made_in_python_is_the_case_of_a_file():
    text = """
case: X
part: 1
territory: RO
taken_from: EA 2003 s 20(1)
dates: {arrest: 2023-02-01, hearing: 2024-06-03}
offences: [{id: one, case_type: conviction, findings: {sentence_imposed: 12}}]
"""
    of_file = CaseFile.parse("case.yaml", text)
    assert CaseFile.from_mapping(content()).digest == of_file.digest
    assert CaseFile.from_mapping(content(reference=None)).digest == of_file.digest
    other_kinds = content(
        dates=MappingProxyType({"arrest": dt.date(2023, 2, 1), "hearing": dt.date(2024, 6, 3)}),
        offences=tuple(content()["offences"]),
    )
    assert CaseFile.from_mapping(MappingProxyType(other_kinds)).digest == of_file.digest


@pytest.mark.parametrize("name", ["case.yaml", "case.json"])
def test_the_key_of_editors_at_the_top_of_a_file_has_no_effect(name, tmp_path):
    (tmp_path / name).write_text(json.dumps({"$schema": "case-full.schema.json", **content()}), "utf-8")
    case = CaseFile.load(tmp_path / name)
    assert case.digest == CaseFile.from_mapping(content()).digest
    assert "$schema" not in case.model_dump()
    assert determine(case, BOOK).case_file_hash == case.digest
    assert "$schema" in CaseFile.model_json_schema()["properties"]
    assert "$schema" not in CaseFile.model_json_schema(mode="serialization")["properties"]


def test_the_key_of_editors_is_text_and_stands_at_the_top_alone():
    says = "is not a key that belongs here"
    with pytest.raises(SourceError, match=rf"^offences\[0\]\.\$schema: {says}$"):
        CaseFile.from_mapping(content(offences=[{"$schema": "x", "id": "one", "case_type": "conviction"}]))
    with pytest.raises(SourceError, match=r"^\$schema: must be text$"):
        CaseFile.from_mapping({"$schema": 5, **content()})
    with pytest.raises(SourceError, match=r"^case.yaml:1:1: must be a mapping$"):
        CaseFile.parse("case.yaml", "[]")


class Endless(Mapping):
    """A mapping within itself."""

    def __getitem__(self, key):
        return self

    def __iter__(self):
        return iter(["key"])

    def __len__(self):
        return 1


@pytest.mark.parametrize(
    ("more", "faults"),
    [
        ({"notes": "one"}, ["notes: must be a list"]),
        (
            {"case": "A \u202e case"},
            ["case: has the unseen character U+202E (right-to-left override); delete it"],
        ),
        ({"reference": "\ud83d"}, ["reference: has half a character, U+D83D"]),
        ({"dates": {"hearing": dt.datetime(2024, 6, 3, tzinfo=dt.UTC)}}, ["dates.hearing: {} datetime"]),
        ({"case": {"a"}, "notes": [b"a"]}, ["case: {} set", "notes[0]: {} bytes"]),
        (
            {"findings": {1: "yes", ("a", 2): "no"}},
            [f"findings: has a key that is no text: {key}" for key in ("('a', 2)", "1")],
        ),
        ({"findings": Endless()}, ["is nested deeper than 50 levels"]),
    ],
)
def test_what_a_file_may_not_have_is_refused_with_its_place(more, faults):
    kinds = "must be text, a number, a day, a list or a mapping, not"
    with pytest.raises(SourceError) as refused:
        CaseFile.from_mapping(content(**more))
    assert str(refused.value).splitlines() == [each.replace("{}", kinds) for each in faults]


def test_the_faults_of_a_determination_have_their_places():
    wrong = CaseFile.from_mapping(content(findings={"zzzzzz": "yes"}))
    with pytest.raises(
        SourceError, match=r"^findings\.zzzzzz: is not a fact or a question of this rule book$"
    ):
        determine(wrong, BOOK)


def test_a_mapping_in_place_of_a_case_file_is_refused_with_the_name_of_what_makes_one():
    with pytest.raises(TypeError, match=r"not dict; CaseFile\.from_mapping makes one of it"):
        determine(content(), BOOK)


POLICING = RuleBook.load_named("international-policing")
OF_FIRST = f'findings.sentence_imposed: these are facts of the rule book "{BOOK.title}": '
OF_POLICING = "findings.letter_asked_by: these are facts of the rule book international-policing: "
NAMED = "book: is the rule book {}, and this is another rule book; "


@pytest.mark.parametrize(
    ("book", "named", "words", "do"),
    [
        (
            BOOK,
            POLICING.name,
            NAMED.format(POLICING.name),
            f"use that one (in Python, RuleBook.load_named('{POLICING.name}'))",
        ),
        (BOOK, "international-polising", NAMED.format("international-polising"), "did you mean {}?"),
        (BOOK, None, OF_POLICING, "say book: {}"),
        (POLICING, POLICING.name, OF_FIRST, "leave out the key book"),
        (
            POLICING,
            None,
            OF_FIRST,
            "use that one, which is there without --rules (in Python, RuleBook.load())",
        ),
    ],
)
def test_a_case_of_another_book_is_refused_with_the_way_to_that_book(book, named, words, do):
    fact = "sentence_imposed" if words == OF_FIRST else "letter_asked_by"
    case = CaseFile.from_mapping({"case": "X", "book": named, "dates": {}, "findings": {fact: "yes"}})
    with pytest.raises(SourceError) as refused:
        determine(case, book)
    assert str(refused.value) == words + do.format(POLICING.name)
