"""Draft laws: what a draft changes, what it leaves alone, and what it may not say."""

import json
import shutil

import pytest
import yaml
from strategies import BOOK, ROOT, SMALL, case_of, small_case_of

from extradition import (
    CaseFile,
    Draft,
    OptionError,
    RuleBook,
    SourceError,
    UnknownLawError,
    compare,
    determine,
    render,
)
from extradition.hearing import Under, hear
from extradition.policy.comparison.laws_heard import laws_heard
from extradition.policy.reported_law import law_titles, reported_law
from extradition.precedents import with_precedents
from extradition.rule_book.version import Version
from extradition.sensitivity import with_sensitivity

BAD = ROOT / "tests/bad/draft"
EXAMPLE = ROOT / "docs/tasks/draft-a-law.yaml"
DRAFT = Draft.load(EXAMPLE)
DRAFTED = BOOK.with_draft(DRAFT)
NAME = "finding-of-a-court-is-enough"


@pytest.mark.parametrize("path", sorted(BAD.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_bad_draft_says_what_is_wrong_and_where(path, monkeypatch):
    monkeypatch.chdir(BAD)
    with pytest.raises(SourceError) as error:
        RuleBook.load("../../books/small").with_draft(Draft.load(path.name))
    assert f"{error.value}\n" == path.with_suffix(".expected").read_text(encoding="utf-8")


def small_draft(tmp_path, **keys):
    path = tmp_path / "draft.yaml"
    content = {"id": "draft", "author": "A. Author", "title": "A draft", "summary": "A summary.", **keys}
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
    return Draft.load(path)


def test_a_draft_is_one_more_law_and_a_case_is_determined_under_it(merticariu):
    assert DRAFTED.side_by_side == ("today", NAME)
    today, draft = (determine(merticariu, DRAFTED, law=law) for law in DRAFTED.side_by_side)
    assert (today.outcome, draft.outcome) == ("discharge", "proceed to s 21")
    assert draft.law.title.startswith("Draft, not law: ")
    assert draft.drafts == DRAFTED.drafts == (DRAFT.used,)
    assert {caution.kind for caution in draft.offences[0].cautions} >= {"draft version"}
    assert not draft.turns_on_commencement
    assert {each.version for each in today.offences[0].prospective} == {"s20-5-as-amended-2026"}


def test_a_draft_changes_nothing_under_any_other_law():
    paths = sorted((ROOT / "examples").glob("*/case.yaml"))
    for case in map(CaseFile.load, paths[::3]):
        for law in (None, "merticariu", "as-amended-2026"):
            before, after = (
                hear(case, book, Under(law=law, engine="plain")).determination for book in (BOOK, DRAFTED)
            )
            assert after.model_copy(update={"drafts": ()}) == before, (case.case, law)


def test_a_draft_changes_nothing_that_the_outcome_depends_on_under_another_law(tmp_path):
    limb = {
        "of": "EA 2003 s 20(8)",
        "id": "s20-8-draft",
        "summary": "Others.",
        "yes_if": {"rehearing": ["retrial"]},
    }
    drafted = BOOK.with_draft(small_draft(tmp_path, law="today", versions=[limb]))
    found = {"convicted_in_presence": "no", "deliberately_absent": "no", "rehearing": "retrial"}
    case = case_of({**found, "retrial_right": "at_discretion"}, "2023-05-01")
    for law in (None, "before-merticariu"):
        before, after = (hear(case, book, Under(law=law, engine="plain")) for book in (BOOK, drafted))
        one, other = (with_precedents(with_sensitivity(each), each) for each in (before, after))
        assert other.model_copy(update={"drafts": ()}) == one, law
        assert any(each.precedents for each in one.offences)


def test_the_digest_of_the_rule_book_stays_and_the_draft_has_its_own():
    assert DRAFTED.digest == BOOK.digest
    assert len(DRAFT.used.sha256) == 64


def test_the_hash_of_a_draft_is_of_its_content_and_not_of_its_comments(tmp_path):
    path = tmp_path / "draft.yaml"
    text = EXAMPLE.read_text(encoding="utf-8")
    path.write_text("# a comment\n" + text, encoding="utf-8")
    assert Draft.load(path).used == DRAFT.used
    path.write_text(text.replace("The same in Part 2.", "Part 2 has the same."), encoding="utf-8")
    assert Draft.load(path).used.sha256 != DRAFT.used.sha256


def test_every_report_names_the_draft_and_its_hash(merticariu):
    made = compare(merticariu, DRAFTED)
    for form in ("md", "html", "csv", "json"):
        shown = render(made, form)
        assert DRAFT.used.sha256 in shown, form
        assert BOOK.digest in shown, form
    page = render(made, "md")
    assert (
        "“Draft, not law: A retrial that depends on a finding of a court is enough” is a draft, and not law."
        in page
    )
    assert "Draft: not law on any day." in page
    for depth in ("note", "full"):
        note = render(determine(merticariu, DRAFTED, law=NAME), "md", depth=depth)
        assert "Law: Draft, not law: A retrial that depends on a finding of a court is enough" in note
        assert "applies a draft, which is not law" in note
        assert "This is the outcome under a draft, which is not law." in note.partition("## Outcome")[0]
        assert DRAFT.used.sha256 in note
    today = render(determine(merticariu, DRAFTED, law="today"), "md")
    assert "which is not law" not in today
    assert DRAFT.used.sha256 in today


def test_a_draft_takes_the_place_of_what_its_law_assumes_for_the_same_question(tmp_path):
    less = {"in": "yes_if.all[0].any[0]", "fact": "retrial_right", "remove": ["procedural_steps_only"]}
    change = {"version": "s20-5-as-amended-2026", "id": "s20-5-draft", "summary": "Less.", "tests": [less]}
    made = BOOK.with_draft(small_draft(tmp_path, law="as-amended-2026", changes=[change]))
    assert made.law("draft").assuming == ("s85-5-as-amended-2026", "s20-5-draft")
    assert made.law("draft").as_at == made.law("as-amended-2026").as_at


def test_a_draft_may_have_a_version_of_its_own_on_a_day(tmp_path):
    versions = [
        {"of": "TA 2000 s 1", "id": "s1-draft", "summary": "Anyone.", "yes_if": {"named": ["yes", "no"]}}
    ]
    book = SMALL.with_draft(small_draft(tmp_path, as_at="2005-01-01", versions=versions))
    assert book.side_by_side == ("on-2005-01-01", "draft")
    assert book.law("on-2005-01-01").title == "The law on 2005-01-01"
    case = small_case_of({"named": "no"}, "2010-01-01")
    assert [determine(case, book, law=law).outcome for law in book.side_by_side] == ["discharge", "open"]


def test_the_short_form_and_a_limb_are_drafted_too(tmp_path):
    short = {"named": {"yes": ["yes"], "decider": ["no"], "no": ["not_shown"]}}
    versions = [
        {
            "of": "TA 2000 s 1",
            "id": "s1-draft",
            "summary": "The judge decides.",
            "by_fact": short,
            "left_open": [{"because": "It is for the judge."}],
        },
        {"of": "TA 2000 s 2(2)", "id": "s2-2-draft", "summary": "Never.", "yes_if": {"mercy": ["no"]}},
    ]
    book = SMALL.with_draft(small_draft(tmp_path, law="old", versions=versions))
    case = small_case_of({"named": "no"}, "2005-01-01")
    assert [determine(case, book, law=law).outcome for law in book.side_by_side] == ["discharge", "open"]


def test_numbers_lists_and_reasons_of_a_version_can_change(tmp_path):
    changes = [
        {
            "version": "s2-1-second",
            "id": "s2-1-draft",
            "summary": "Two months, or for life with mercy.",
            "tests": [
                {"in": "yes_if.all[1].any[0]", "fact": "sentence", "number": 2},
                {"in": "no_if.any[1]", "fact": "sentence", "number": 2},
            ],
            "left_open": [{"because": "Nothing is left."}],
            "not_formalised": [],
        },
        {
            "version": "s11-first",
            "id": "s11-draft",
            "summary": "Anyone.",
            "tests": [{"in": "yes_if", "fact": "named", "add": ["no"]}],
        },
    ]
    book = SMALL.with_draft(small_draft(tmp_path, law="new", changes=changes))
    version = book.versions["s2-1-draft"][1]
    old = SMALL.versions["s2-1-second"][1]
    assert [leaf.edge for leaf in version.yes_if.leaves() if leaf.edge is not None] == [2]
    assert [leaf.edge for leaf in version.no_if.leaves() if leaf.edge is not None] == [2]
    assert [reason.because for reason in version.left_open] == ["Nothing is left."]
    assert (version.assumes, version.not_formalised, version.authorities) == (old.assumes, (), ())
    assert book.versions["s11-draft"][1].answer({"named": "no"}) == "yes"
    assert book.law("draft").assuming == ("s2-1-draft", "s11-draft")


def test_a_presumption_of_silence_changes_too(tmp_path):
    tests = [{"in": "yes_if", "fact": "doubt_about_retrial", "remove": ["ambiguous"]}]
    change = {"version": "s20-5-merticariu", "id": "s20-5-draft", "summary": "No doubt.", "tests": tests}
    version = BOOK.with_draft(small_draft(tmp_path, law="today", changes=[change])).versions["s20-5-draft"][1]
    (test,) = [leaf.test for leaf in version.yes_if.leaves() if leaf.fact == "doubt_about_retrial"]
    assert test.unless == ("options_inconsistent", "text_against_option", "further_information_against_it")


def test_two_drafts_are_two_laws_and_the_second_may_start_from_the_first(tmp_path, merticariu):
    change = {
        "version": "s20-5-finding-of-a-court-is-enough",
        "id": "s20-5-draft",
        "summary": "The same of another body.",
        "tests": [
            {"in": "yes_if", "fact": "retrial_right", "remove": ["if_court_finds_no_deliberate_absence"]}
        ],
    }
    both = DRAFTED.with_draft(small_draft(tmp_path, law=NAME, changes=[change]))
    assert both.side_by_side == ("today", NAME, "draft")
    made = compare(merticariu, both)
    assert [each.outcome for each in made.cases[0].outcomes] == ["discharge", "proceed to s 21", "open"]
    assert [law.is_draft for law in made.laws] == [False, True, True]
    assert [draft.id for draft in made.drafts] == [NAME, "draft"]


def test_a_version_of_the_rule_book_is_never_a_draft():
    version = BOOK.versions["s20-5-merticariu"][1]
    fields = {name: getattr(version, name) for name in Version.model_fields}
    with pytest.raises(ValueError, match="is for a draft law, which has a file of its own"):
        Version.model_validate({**fields, "verified": "draft"})


def test_a_draft_applies_to_each_decision_that_a_case_lists(tmp_path):
    absent = ["at_no_hearing", "at_some_hearings_only", "not_at_the_decisive_hearing"]
    more = {"in": "yes_if", "fact": "attendance", "add": absent}
    less = {"in": "no_if", "fact": "attendance", "remove": [*absent]}
    change = {"version": "s20-1-as-enacted", "id": "s20-1-draft", "summary": "All are present."}
    draft = small_draft(tmp_path, law="today", changes=[{**change, "tests": [more, less]}])
    case = CaseFile.load(ROOT / "examples/retrial_missed/case.yaml")
    before, after = (determine(case, BOOK.with_draft(draft), law=law) for law in ("today", "draft"))
    assert [each.offences[0].steps[0].answer for each in (before, after)] == ["no", "yes"]
    assert {each.partition("-of-")[0] for each in after.versions if each.startswith("s20-1-")} == {
        "s20-1-draft"
    }


def test_one_more_law_has_the_versions_that_the_user_assumes():
    laws = laws_heard(BOOK, ["before-merticariu", "as-amended-2026"], assuming=["s20-5-merticariu"])
    assert [each.name for each in laws] == [
        "before-merticariu",
        "as-amended-2026",
        "as-amended-2026-assuming",
    ]
    book = laws[-1].rule_book
    assert book.law("as-amended-2026-assuming").assuming == ("s85-5-as-amended-2026", "s20-5-merticariu")
    assert book.digest == BOOK.digest
    part_2 = CaseFile.load(ROOT / "examples/zeqaj_part_2/case.yaml")
    part_1 = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
    made = compare([part_1, part_2], BOOK, ["today"], assuming=["s20-5-as-amended-2026"])
    assert [law.name for law in made.laws] == ["today", "today-assuming"]
    assert [[each.outcome for each in case.outcomes] for case in made.cases] == [
        ["discharge", "proceed to s 21"],
        ["discharge", "discharge"],
    ]


@pytest.mark.parametrize(
    ("laws", "assuming", "says"),
    [
        (["today"], ["s20-5-mertikariu"], "did you mean s20-5-merticariu?"),
        (["today"], ["s20-5-merticariu", "s20-5-before-merticariu"], "are both versions of EA 2003 s 20"),
        (["todya"], ["s20-5-merticariu"], "did you mean today?"),
        ([], ["s20-5-merticariu"], "two or more different laws"),
        (["today"], [], "two or more different laws"),
        (["today", "today"], ["s20-5-merticariu"], "two or more different laws"),
    ],
)
def test_a_law_that_cannot_be_assumed_is_refused_before_any_case_is_heard(laws, assuming, says):
    with pytest.raises(OptionError) as error:
        laws_heard(BOOK, laws, assuming=assuming)
    assert says in str(error.value)
    assert isinstance(error.value, UnknownLawError) == says.startswith("did you mean")


def test_a_name_that_is_taken_is_not_given_to_one_more_law():
    name, book = BOOK.with_law_assuming("today", ["s20-5-merticariu"])
    assert law_titles([reported_law(name, book)]) == {name: "Today, with other versions"}
    with pytest.raises(OptionError, match="today-assuming is the name of a law already"):
        book.with_law_assuming("today", ["s20-5-merticariu"])


def test_the_law_of_the_day_is_named_where_the_rule_book_has_none():
    with pytest.raises(UnknownLawError, match="name the laws"):
        laws_heard(SMALL, assuming=["s2-1-first"])


def other_book(tmp_path, *changes):
    """The small rule book with other text in the file of its second question."""
    shutil.copytree(ROOT / "tests/books/small", tmp_path / "b")
    path = tmp_path / "b/test_act_2000/part_1/section_2/s2_01_sentence_enough.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return RuleBook.load(tmp_path / "b")


def test_two_rule_books_are_compared_law_by_law(tmp_path):
    second = other_book(
        tmp_path, ("yes_if: {sentence: {at_least: 12}}", "yes_if: {sentence: {at_least: 36}}")
    )
    case = small_case_of({"named": "yes", "sentence": "24"}, "2010-01-01")
    made = compare(case, SMALL, ["old", "new"], against=second)
    assert [law.name for law in made.laws] == [
        "old",
        "old (second rule book)",
        "new",
        "new (second rule book)",
    ]
    assert list(law_titles(made.laws).values()) == [
        "The old law",
        "The old law (second rule book)",
        "The new law",
        "The new law (second rule book)",
    ]
    assert [each.outcome for each in made.cases[0].outcomes] == ["proceed to s 9"] * 3 + ["discharge"]
    (parting,) = made.cases[0].partings
    assert (parting.provision, [each.answer for each in parting.answers]) == (
        "TA 2000 s 2(1)",
        ["yes", "yes", "yes", "no"],
    )
    assert (made.rule_book, made.against) == (SMALL.digest, second.digest)
    for form in ("md", "csv", "json"):
        assert second.digest in render(made, form)
        assert SMALL.digest in render(made, form)
    assert "A law of the second rule book." in render(made, "md")
    one = compare(case, SMALL, ["new"], against=second)
    assert [each.outcome for each in one.cases[0].outcomes] == ["proceed to s 9", "discharge"]


def test_a_question_at_which_two_rule_books_part_has_the_title_and_the_address_of_the_first(tmp_path):
    other_book(
        tmp_path,
        ("yes_if: {sentence: {at_least: 12}}", "yes_if: {sentence: {at_least: 36}}"),
        ("title: Sentence", "title: Sentence of three years"),
    )
    path = tmp_path / "b/book.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("ukpga/2000/1", "ukpga/2000/2"), encoding="utf-8")
    second = RuleBook.load(tmp_path / "b")
    case = small_case_of({"named": "yes", "sentence": "24"}, "2010-01-01")
    for books, number in (((SMALL, second), 1), ((second, SMALL), 2)):
        (parting,) = compare(case, books[0], ["new"], against=books[1]).cases[0].partings
        title = books[0].questions["TA 2000 s 2(1)"].title
        assert parting.title == title
        assert parting.address == f"https://www.legislation.gov.uk/ukpga/2000/{number}/section/2/1"


def book_with_category(folder, category, before="judge"):
    """The small rule book with that category of its territory, and that decider before Part 2's hearing."""
    shutil.copytree(ROOT / "tests/books/small", folder)
    territory = f"{{is: {category}, from: 2004-01-01, by: TA 2000, verified: text seen}}"
    (folder / "territories.yaml").write_text(
        f"RO:\n  name: Romania\n  category:\n    - {territory}\n", encoding="utf-8"
    )
    path = folder / "book.yaml"
    text = path.read_text(encoding="utf-8")
    assert "category: 2," in text
    path.write_text(text.replace("category: 2,", f"category: 2, before: {before},"), encoding="utf-8")
    return RuleBook.load(folder)


def test_a_case_whose_part_differs_from_book_to_book_is_counted_with_that_of_the_first(tmp_path):
    first = book_with_category(tmp_path / "a", 1)
    second = book_with_category(tmp_path / "b", 2, before="Secretary of State")
    case = small_case_of({}, "2010-01-01").model_copy(update={"part": None})
    for books, part, decider in (
        ((first, second), "1", "judge"),
        ((second, first), "2", "Secretary of State"),
    ):
        compared = compare(case, books[0], ["new"], against=books[1]).cases[0]
        assert (compared.groups.part, compared.decider) == (part, decider)


def test_the_second_rule_book_needs_the_same_laws_and_assumes_nothing(tmp_path):
    with pytest.raises(UnknownLawError, match="'today' is not a law"):
        laws_heard(BOOK, against=SMALL)
    with pytest.raises(OptionError, match="assumes no version"):
        laws_heard(BOOK, ["today"], assuming=["s20-5-merticariu"], against=BOOK)
    with pytest.raises(OptionError, match="two or more different laws"):
        laws_heard(BOOK, [], against=BOOK)


def test_the_json_of_a_drafted_determination_can_be_read_back(merticariu):
    made = determine(merticariu, DRAFTED, law=NAME)
    assert type(made).model_validate(json.loads(render(made, "json"))) == made
