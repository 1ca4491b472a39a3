"""Reports: golden files that people review, kept true; nothing of a case file becomes markup."""

import datetime as dt
import html
import itertools
import re
from html.parser import HTMLParser

import pytest
from golden import GOLDEN, IN_FULL, PACKAGE, QUESTIONS, ROOT, makers, unmasked
from strategies import BOOK

from extradition import (
    CaseFile,
    RuleBook,
    analyse,
    analysed,
    compare,
    determine,
    further_information,
    region,
    render,
    validate,
)
from extradition.report import render_questions, render_sensitivities
from extradition.report.environment import escaped
from extradition.report.presentation import law_line
from extradition.rule_book.fact import ALWAYS_KNOWN

MAKERS = makers(BOOK)
REPORTS = {str(path.relative_to(ROOT)): path for path in MAKERS}


@pytest.mark.no_cover
@pytest.mark.parametrize("path", REPORTS.values(), ids=REPORTS)
def test_the_golden_reports_are_current(path):
    assert path.read_bytes().decode() == MAKERS[path]()


def test_every_report_among_the_golden_files_is_made():
    of_cases = (path for case in ROOT.glob("examples/*/case.yaml") for path in case.parent.rglob("*.*"))
    kept = [*GOLDEN.rglob("*.*"), *of_cases]
    pages = {ROOT / "docs/sensitivity.md", ROOT / "docs/factsheet.md"}
    assert {path for path in kept if path.suffix != ".yaml"} | pages == set(MAKERS)


def test_one_golden_file_pins_the_digest_of_the_rule_book_and_the_package():
    holding = {
        path
        for path in MAKERS
        for text in (path.read_text(encoding="utf-8"),)
        if BOOK.digest[:16] in text or PACKAGE in text
    }
    assert holding == {QUESTIONS}
    assert f"Rule book `{BOOK.digest}`; {PACKAGE}." in QUESTIONS.read_text(encoding="utf-8")


def test_a_summary_stands_in_the_questions_and_in_one_more_golden_file_at_most():
    texts = {path: html.unescape(path.read_text(encoding="utf-8").replace("\\", "")) for path in MAKERS}
    for _, version in BOOK.versions.values():
        shown = {path for path, text in texts.items() if version.summary in text}
        assert QUESTIONS in shown
        assert len(shown) <= 2, version.id
    for law in BOOK.laws.values():
        assert sum(law.summary in text for text in texts.values()) <= 1


@pytest.mark.parametrize("name", IN_FULL)
def test_a_page_without_its_masks_is_the_page_that_a_reader_gets(name):
    case = CaseFile.load(ROOT / f"examples/{name}/case.yaml")
    made = render(analysed(determine(case, BOOK), analyse(case, BOOK)), "html", depth="full")
    assert unmasked((GOLDEN / f"examples/{name}.html").read_text(encoding="utf-8"), BOOK) == made


def test_a_report_states_the_day_that_the_user_named_as_its_law():
    case = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
    report = determine(case, BOOK, as_at=dt.date(2024, 3, 5))
    assert law_line(report).startswith("as at 5 March 2024. The rule book states the law as at ")


def test_what_the_outcome_of_several_cases_depends_on_stands_under_the_name_of_each():
    cases = [CaseFile.load(ROOT / f"examples/{name}/case.yaml") for name in ("merticariu", "half_complete")]
    made = {f"{i}.yaml": analysed(determine(case, BOOK), analyse(case, BOOK)) for i, case in enumerate(cases)}
    text = render_sensitivities(made)
    places = [text.index(each) for i, case in enumerate(cases) for each in (case.case, f"({i}.yaml)")]
    assert max(places[:2]) < min(places[2:])


class Outline(HTMLParser):
    """Tags in order, and complaints about those that do not nest."""

    VOID = frozenset({"meta", "br"})

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.wrong = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if self.open.pop() != tag:
            self.wrong.append(tag)


@pytest.mark.parametrize(
    "path", [path for path in MAKERS if path.suffix == ".html"], ids=lambda path: path.parent.name + path.stem
)
def test_a_page_is_well_formed_self_contained_and_runs_nothing(path):
    text = path.read_text(encoding="utf-8")
    page = Outline(text)
    assert (page.wrong, page.open) == ([], [])
    names = [tag for tag, _ in page.tags]
    assert not {"script", "img", "link", "iframe", "b", "i", "u"} & set(names)
    assert not any(key.startswith("on") for _, attributes in page.tags for key in attributes)
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    within = tuple(f"#{each}" for each in ids)
    leads = [attributes["href"] for tag, attributes in page.tags if tag == "a"]
    assert all(href in within or href.startswith(("https://", "http://www.bailii.org/")) for href in leads)
    assert names.count("h1") == names.count("main") == 1
    levels = [int(name[1]) for name in names if re.fullmatch("h[1-6]", name)]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))
    assert len(ids) == len(set(ids))
    if path.parent.name == "papers":
        assert (
            text.index("Draft, for a lawyer to settle") < text.index("decides nothing") < text.index("<main>")
        )
    elif "further" in path.stem:
        assert text.index("Draft, not sent") < text.index("Law used")
    elif "compared" in path.stem:
        assert (
            text.index("Nothing here is a decision.")
            < text.index("is not known to be in force.")
            < text.index("<svg")
            < text.index(">Where the laws part<")
            < text.index(">Laws compared<")
        )
    elif "region" in path.stem:
        assert (
            text.index("Nothing here is a decision.")
            < text.index(">What is not verified<")
            < text.index(">Patterns by the answer under each law<")
            < text.index(">What stays the same<")
        )
    elif path.stem == "cohort":
        assert (
            text.index("Nothing here is a decision.")
            < text.index("is not known to be in force.")
            < text.index(">Outcomes<")
            < text.index("<svg")
            < text.index(">Refused rows<")
            < text.index(">The laws, and how sure we are<")
        )
    elif path.stem.endswith("-note"):
        assert text.index("decides nothing") < text.index(">Outcome<") < text.index(">Why")
        assert text.index(">Why") < text.index(">How sure this is<")
    else:
        assert text.index(">Outcome<") < text.index("Law used and assumptions") < text.index(">Steps")


def test_markdown_keeps_the_text_of_a_case_file_as_text():
    text = (ROOT / "tests/golden/everything.md").read_text(encoding="utf-8")
    assert "<script>" not in text
    assert "\\<script\\>alert(1)\\</script\\>" in text
    assert not re.search(r"(?<!\\)\]\(javascript", text)


def test_nothing_that_a_case_file_says_becomes_a_heading():
    case = CaseFile.load(ROOT / "examples/merticariu/case.yaml").model_copy(
        update={"citation": "[2024] UKSC 1\n\n# Outcome\n\n**Discharge** <img src=x>"}
    )
    book = RuleBook.load()
    for text in (
        render(determine(case, book), depth="full"),
        render(compare(case, book, ["merticariu", "before-merticariu"])),
    ):
        assert "\n# Outcome" not in text
        assert "<img" not in text.replace("\\<img", "")


def test_a_case_made_in_python_cannot_steer_a_terminal():
    case = CaseFile.load(ROOT / "examples/merticariu/case.yaml").model_copy(
        update={"case": "A\x1b[31m\u202e case"}
    )
    for form in ("md", "html"):
        text = render(determine(case, RuleBook.load()), form, depth="full")
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_every_output_says_what_it_is():
    book = RuleBook.load()
    case = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
    determination = determine(case, book)
    for form in ("md", "html", "json"):
        text = render(determination, form, depth=None if form == "json" else "full")
        assert "determination (support)" in text.lower()
        assert book.digest[:16] in text
        assert PACKAGE in text
    compared = compare(case, book, ["merticariu", "before-merticariu"])
    for form in ("md", "html", "json", "csv"):
        text = render(compared, form)
        assert "comparison (support)" in text.lower()
        assert book.digest[:16] in text
    parted = region("merticariu", "before-merticariu", book)
    for form in ("md", "html", "json"):
        text = render(parted, form)
        assert "region (support)" in text.lower()
        assert book.digest[:16] in text
        assert PACKAGE in text
    with pytest.raises(ValueError, match="a determination has no 'csv' form"):
        render(determination, "csv")
    with pytest.raises(ValueError, match="'xml' is not a format; the formats are md, html, docx, "):
        render(determination, "xml")
    with pytest.raises(ValueError, match="a validation has no 'html' form"):
        render(validate([], book), "html")


def test_the_plain_reading_alone_is_said():
    case = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
    book = RuleBook.load()
    assert "Derived by the plain reading alone" in render(determine(case, book, engine="plain"), depth="full")
    for form in ("md", "html", "json", "csv"):
        assert "plain reading alone" in render(compare(case, book, engine="plain"), form)


def test_the_list_of_questions_has_every_version():
    book = RuleBook.load()
    text = render_questions(book)
    assert all(f"`{version}`" in text for version in book.versions)
    small = render_questions(RuleBook.load(ROOT / "tests/books/small"))
    assert "sentence is at least 4" in small
    assert "sentence is below 1" in small


@pytest.mark.parametrize("folder", ["rules", "rules/international_policing", "tests/books/small"])
def test_the_list_of_questions_has_every_fact_with_its_answers(folder):
    book = RuleBook.load(ROOT / folder)
    facts = render_questions(book).split("## The facts and their answers")[1]
    for listed in facts.split("\n### ")[1:]:
        name, _, rest = listed.partition("\n\n")
        fact = book.facts[name.strip("`")]
        assert rest.startswith(escaped(fact.ask))
        assert [line for line in rest.splitlines() if line.startswith("- ")] == [
            f"- `{answer}`: {escaped(words)}" for answer, words in fact.answers.items()
        ]
        assert (f"whole number of {fact.unit}" in rest) == (fact.unit is not None)
    assert set(re.findall(r"^### `(\w+)`$", facts, re.MULTILINE)) == set(book.facts) - {ALWAYS_KNOWN}


APPENDIX = "Appendix: identifiers"
VERSIONS = {
    version for book in (BOOK, RuleBook.load(ROOT / "tests/books/small")) for version in book.versions
}
LAWS = {*BOOK.laws} - {"today"}
"""The names of laws that are no words of a sentence."""
WITH_APPENDIX = [
    path
    for path in MAKERS
    if path.suffix in (".md", ".html")
    and path.stem not in ("questions", "sensitivity", "factsheet", "decided-validated")
]


def read_outside_the_appendix(path):
    """The words of a report that a reader sees before its appendix, without addresses and without the
    masks of golden files.
    """
    text = path.read_text(encoding="utf-8")
    is_binary = path.parent.name == "papers"  # it has no appendix, and neither has a shorter report
    is_shorter = is_binary or path.stem.endswith(("note", "-hearing"))
    assert text.count(APPENDIX) == (0 if is_shorter else 1)
    text = text.partition(APPENDIX)[0]
    if path.suffix == ".html":
        text = html.unescape(
            re.sub(r"<[^>]*>", " ", re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL))
        )
    return re.sub(r"\(Summary of [^)]*\)|https?://\S+", "", text.replace("\\", ""))


@pytest.mark.no_cover
@pytest.mark.parametrize("path", WITH_APPENDIX, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_no_name_id_or_hash_stands_outside_the_appendix(path):
    text = read_outside_the_appendix(path)
    assert re.findall(r"\b[a-z0-9]+(?:_[a-z0-9]+)+\b", text) == []
    words = {*re.findall(r"[\w-]+", text)}
    assert [each for each in (*VERSIONS, *LAWS) if each in words] == []
    assert re.findall(r"\b(?=[a-f]*\d)[0-9a-f]{12,}\b", text) == []
    assert "digest-is-masked" not in text


def test_the_page_on_the_factsheet_says_first_what_is_not_verified_and_has_phrases():
    text = (ROOT / "docs/factsheet.md").read_text(encoding="utf-8")
    assert re.findall("^## (.*)$", text, re.MULTILINE)[0] == "What is not verified"
    without_code = re.sub(r"`[^`]*`|\]\([^)]*\)", "", text)
    assert re.findall(r"\w+_\w+", without_code) == []


def test_the_appendix_gives_the_name_of_every_fact_and_the_id_of_every_version():
    text = (ROOT / "examples/merticariu/determination.md").read_text(encoding="utf-8")
    appendix = text[text.index(APPENDIX) :]
    assert "| The retrial | `retrial_right` | `unconditional, procedural_steps_only," in appendix
    assert "| EA 2003 s 20(5) | `s20-5-merticariu` |" in appendix
    assert "| EA 2003 s 20(5) | `s20-5-as-amended-2026` |" in appendix


def test_an_assumed_version_and_a_named_law_are_identified_in_the_appendix():
    case = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
    body, appendix = render(determine(case, BOOK, law="as-amended-2026"), depth="full").split(APPENDIX)
    assert "assuming one version that the dates do not choose (named in the appendix)" in body
    assert "| `as-amended-2026` |" in appendix
    assert "| EA 2003 s 20(5) | `s20-5-as-amended-2026` |" in appendix


def test_the_appendix_gives_the_name_of_every_law_that_is_compared():
    case = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
    for made in (compare(case, BOOK), region("today", "as-amended-2026", BOOK, question="EA 2003 s 20(5)")):
        _, appendix = render(made).split(APPENDIX)
        assert "| Law: Today | `today` |" in appendix
        assert "| Law: As amended in 2026 (prospective) | `as-amended-2026` |" in appendix


def test_an_assumed_version_that_the_hearing_does_not_reach_is_in_the_appendix_too():
    case = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
    beyond = [BOOK.questions[provision].versions[0].id for provision in ("EA 2003 s 21", "EA 2003 s 25(2)")]
    determination = determine(case, BOOK, assuming=beyond)
    body, appendix = render(determination, depth="full").split(APPENDIX)
    assert "assuming 2 versions that the dates do not choose" in body
    assert all(f"| assumed, but not reached | `{version}` |" in appendix for version in beyond)
    asked = render(further_information(case, BOOK, assuming=beyond))
    assert all(f"| assumed, but not reached | `{version}` |" in asked for version in beyond)


def test_the_decisive_fact_is_reported_in_its_words():
    case = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
    text = render(determine(case, BOOK), depth="full")
    assert (
        "Decisive fact: the retrial. A court there must first find that the person was not deliberately "
        "absent." in text
    )
    silent = case.model_copy(update={"offences": (case.offences[0].model_copy(update={"findings": {}}),)})
    half = render(determine(silent, BOOK), depth="full")
    assert (
        "Section 20(1), conviction in the person's presence: the requesting authority has not proved, to "
        "the criminal standard," in half
    )


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in sorted((ROOT / "templates").glob("*.j2"))
        if not path.name.startswith(("page", "ask", "service"))
    ],
    ids=lambda path: path.name,
)
def test_no_line_of_a_template_needs_more_than_160_columns(path):
    assert [
        number
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if len(line) > 160
    ] == []


def test_a_report_on_one_case_has_no_markdown_template_of_its_own():
    assert not [
        name
        for name in ("determination", "comparison", "region", "further_information")
        if (ROOT / f"templates/{name}.md.j2").exists()
    ]
