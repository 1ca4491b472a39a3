"""No name of the vocabulary, id of a version or law, or hash reaches a person outside the appendix of a
report.
"""

import html
import re
from functools import cache

import pytest
from strategies import BOOK, ROOT

from extradition import CaseFile, further_information, render
from extradition.casework.interview import Interview
from extradition.casework.papers.kinds import named_papers, paper_of
from extradition.hearing import Under, hear
from extradition.policy.comparison import compared_laws
from extradition.precedents import with_precedents
from extradition.report import render_interview
from extradition.report.depths import DEPTHS
from extradition.sensitivity import with_sensitivity

pytestmark = pytest.mark.no_cover  # other tests cover all that these reach; coverage takes as long as they do

EXAMPLES = [path.parent.name for path in sorted(ROOT.glob("examples/*/case.yaml"))]
APPENDIX = "Appendix: identifiers"
NAMES = re.compile(r"\b[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+\b")
HASHES = re.compile(r"\b(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{10,}\b|digest-is-masked")
PLACES = re.compile(r"\b(?:dates|findings|offences|warrants|decisions|particulars)(?:\[\d+\])?\.[a-z]\w*")
IN_PARTS = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+")


def identifiers_in(text):
    """The names, places in a case file, ids and hashes in a text: before its appendix, without its links'
    addresses.
    """
    text = text.partition(APPENDIX)[0]
    return [
        *NAMES.findall(text),
        *HASHES.findall(text),
        *PLACES.findall(text),
        *(each for each in IN_PARTS.findall(text) if each in BOOK.versions or each in BOOK.laws),
    ]


def words_of(report, form):
    if form == "html":
        report = re.sub(r"<(style|script)\b.*?</\1>", " ", report, flags=re.DOTALL)
        return html.unescape(re.sub(r"<[^>]*>", " ", report))
    return re.sub(r"\]\([^)\s]*\)", "]", report.replace("\\", ""))


@cache
def reports(name):
    """Every report on the example, by its name: the function that makes it in a format."""
    return reports_on(CaseFile.load(ROOT / f"examples/{name}/case.yaml"))


def reports_on(case):
    """Every report on the case, by its name: the function that makes it in a format."""
    hearing = hear(case, BOOK, Under(engine="plain"))
    made, laws = with_precedents(with_sensitivity(hearing), hearing), compared_laws(case, BOOK, "plain")
    draft = further_information(case, BOOK)
    of_depths = {
        depth: lambda form, depth=depth: render(made, form, depth=depth, laws=laws) for depth in DEPTHS
    }
    return {
        **of_depths,
        "further information": lambda form: render(draft, form),
        "comparison": lambda form: render(laws, form),
    }


def test_an_identifier_is_found():
    assert identifiers_in("on retrial_right") == ["retrial_right"]
    assert identifiers_in("dates.hearing is required; the dates.") == ["dates.hearing"]
    assert identifiers_in("under s20-5-merticariu, sha-256") == ["s20-5-merticariu"]
    assert identifiers_in("from today to as-amended-2026") == ["as-amended-2026"]
    assert identifiers_in("book 8647d2ffedfc7214, 2020/1265, 1234567890") == ["8647d2ffedfc7214"]
    assert identifiers_in(f"plain\n## {APPENDIX}\nretrial_right") == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_report_of_an_example_has_an_identifier_outside_its_appendix(name):
    for report, make in reports(name).items():
        for form in ("md", "html"):
            assert identifiers_in(words_of(make(form), form)) == [], (report, form)


PARTS = {"1": ("EA 2003 s 10(2)", "EA 2003 s 12"), "2": ("EA 2003 s 78(4)(b)", "EA 2003 s 80")}
WITH_OFFENCES = ("issue-of-warrant", "arrest-after-request", "provisional-warrant", "certificate-for-arrest")
TYPES = ("accusation", "conviction")
HEARING = {"hearing": "2025-06-01"}
LITTLE_KNOWN = {
    "the hearing alone": HEARING,
    "no hour of the arrest": {"arrest": "2020-12-31", **HEARING},
    "a span of the arrest": {"arrest": {"from": "2020-12-01", "until": "2021-01-31"}, **HEARING},
    "a span of the certificate": {"certificate": {"from": "2005-01-01", "until": "2025-01-31"}},
    "no day of the conduct": {"certificate": "2025-01-20", "arrest": "2025-02-26", **HEARING},
}


def without_dates(matter, start, dates=None, **offence):
    """A case of the matter, taken from *start*, with those dates alone and one offence, if it has any."""
    head = {"case": "A case", "matter": matter, "territory": BOOK.matters[matter].territory_of_tests}
    offences = {"offences": [{"id": "one", **offence}]} if matter in (*PARTS, *WITH_OFFENCES) else {}
    return CaseFile.model_validate({**head, "taken_from": start, "dates": dates or {}, **offences})


def found_in(case):
    """The identifiers in every report and every paper on the case, by report and format."""
    made = {
        (report, form): identifiers_in(words_of(make(form), form))
        for report, make in reports_on(case).items()
        for form in ("md", "html")
    }
    hearing = hear(case, BOOK, Under(engine="plain"))
    papers = {
        name: identifiers_in(words_of(render(paper_of(hearing, *each), "html"), "html"))
        for name, each in named_papers(BOOK.parties).items()
    }
    return {name: each for name, each in {**made, **papers}.items() if each}


@pytest.mark.parametrize("case_type", TYPES)
@pytest.mark.parametrize(
    ("part", "start"), [(part, start) for part in PARTS for start in (BOOK.starts_at[part], PARTS[part][0])]
)
def test_no_report_of_a_case_without_dates_has_an_identifier(part, start, case_type):
    assert found_in(without_dates(part, start, case_type=case_type)) == {}


@pytest.mark.parametrize("dates", LITTLE_KNOWN)
@pytest.mark.parametrize("part", PARTS)
def test_no_report_of_a_case_with_few_dates_has_an_identifier(part, dates):
    start = PARTS[part]["conduct" in dates]
    assert found_in(without_dates(part, start, LITTLE_KNOWN[dates], case_type="accusation")) == {}


@pytest.mark.parametrize("matter", [each for each in BOOK.matters if each not in PARTS])
def test_no_report_of_another_matter_without_dates_has_an_identifier(matter):
    of_type = {"case_type": "accusation"} if matter == "issue-of-warrant" else {}
    assert found_in(without_dates(matter, BOOK.starts_at[matter], **of_type)) == {}


def test_a_validation_has_its_hash_in_an_appendix():
    text = (ROOT / "tests/golden/decided-validated.md").read_text(encoding="utf-8")
    assert identifiers_in(words_of(text, "md")) == []
    assert "digest-is-masked" in text.partition(APPENDIX)[2]


@pytest.mark.parametrize("name", ["half_complete", "part_2_death_penalty", "two_warrants"])
def test_an_interview_asks_in_words(name):
    path = ROOT / f"examples/{name}/case.yaml"
    state = Interview(BOOK, "case.yaml", path.read_text(encoding="utf-8"), "plain")
    asked = []
    while (enquiry := state.next) is not None:
        left = len(state.to_ask)
        asked.append(enquiry.matter.name)
        for text in (
            render_interview("enquiry", it=enquiry, left=left, parties=BOOK.parties),
            render_interview("no_such_answer", it=enquiry),
        ):
            assert identifiers_in(text) == [], enquiry.matter.name
        state = state.left_open(enquiry)
    assert asked or name != "half_complete"
    end = render_interview(
        "end", determination=state.determination(), path="case.yaml", sensitivities=state.sensitivities
    )
    assert identifiers_in(end) == []
