"""Findings that no question of a hearing reads: a fault where another name counts, else a caution next to
the outcome.
"""

import csv
import io
from typing import Any

import pytest
from strategies import BOOK, ROOT, case_of

from extradition import CaseFile, SourceError, compare, determine
from extradition.determination.caution import Caution
from extradition.report import render
from extradition.report.details import detailed

DAY = "2024-10-01"
_KINDS = (
    "finding of another case type",
    "finding of another law",
    "finding not examined",
    "finding not reached",
)


def unread(
    found: dict[str, Any],
    part: str = "1",
    case_type: str = "conviction",
    taken_from: str | None = None,
    day: str = DAY,
) -> list[Caution]:
    stated = determine(case_of(found, day, part, case_type, taken_from=taken_from), BOOK, engine="plain")
    return [caution for caution in (*stated.cautions, *stated.offences[0].cautions) if caution.kind in _KINDS]


def refused(findings: dict[str, Any], part: str, territory: str, case_type: str) -> str:
    head = {"case": "X", "part": part, "territory": territory, "dates": {"hearing": DAY, "arrest": DAY}}
    case = CaseFile.model_validate(
        {**head, "findings": findings, "offences": [{"id": "one", "case_type": case_type}]}
    )
    with pytest.raises(SourceError) as error:
        determine(case, BOOK, engine="plain")
    return str(error.value)


def test_a_finding_that_counts_under_another_name_is_refused_with_that_name():
    assert refused({"convention_compatible_if_accused": "no"}, "1", "BE", "conviction") == (
        "findings.convention_compatible_if_accused: answers EA 2003 s 21A(1)(a), which is asked only in a "
        "case of accusation; "
        "in a case of conviction the question is convention_compatible (EA 2003 s 21)"
    )


def test_a_finding_that_only_an_earlier_law_asks_for_is_shown_with_the_question_that_counts():
    finding = {"answer": "no", "by": "judge", "reasons": "Article 8 outweighs the public interest"}
    case = case_of(
        {"convention_compatible": finding}, DAY, "1", "accusation", taken_from="EA 2003 s 21A(1)(a)"
    )
    stated = determine(case, BOOK, engine="plain")
    (caution,) = [each for each in stated.cautions if each.kind == "finding of another law"]
    assert (caution.fact, caution.said, caution.by, caution.instead_at) == (
        "convention_compatible",
        "no",
        "judge",
        "EA 2003 s 21A(1)(a)",
    )
    for form in ("md", "html"):
        assert (
            "Article 8 outweighs the public interest. Only another version of the law asks for that."
            in " ".join(render(stated, form, depth="full").split())
        )


@pytest.mark.parametrize(
    ("name", "start", "day", "counts"),
    [
        ("convention_compatible", "EA 2003 s 20(1)", DAY, "EA 2003 s 21A(1)(a)"),
        ("convention_compatible_if_accused", "EA 2003 s 21A(1)(a)", "2013-01-01", "EA 2003 s 21"),
    ],
)
def test_the_law_of_the_dates_says_which_question_counts(name, start, day, counts):
    (caution,) = unread({name: "no"}, "1", "accusation", start, day)
    assert (caution.kind, caution.instead_at) == ("finding of another law", counts)


def test_the_same_finding_counts_under_the_earlier_law():
    assert unread({"convention_compatible": "no"}, "1", "accusation", "EA 2003 s 20(1)", "2013-01-01") == []


def test_a_finding_before_the_question_from_which_the_hearing_is_taken_is_not_examined():
    assert unread({"identity_established": "yes", "double_jeopardy": "no"}, taken_from="EA 2003 s 21") == [
        Caution(kind="finding not examined", provision="EA 2003 s 21", findings=("identity_established",)),
        Caution(kind="finding not examined", provision="EA 2003 s 21", findings=("double_jeopardy",)),
    ]


def test_an_ending_before_the_question_from_which_the_hearing_is_taken_stands_next_to_the_outcome():
    start = {"taken_from": "EA 2003 s 20(1)"}
    found = {"answer": "yes", "by": "judge", "reasons": "Eleven years."}
    case = case_of({"passage_of_time": found}, "2025-06-02", "1", "conviction", **start)
    made = determine(case, BOOK)
    said = (
        "Not examined, because the hearing is taken from a later question: the finding on EA 2003 s 14 (yes, "
        "by the judge): Eleven years. It would have ended or adjourned the hearing."
    )
    for depth in ("note", "hearing", "full"):
        assert said in " ".join(render(made, depth=depth).split())
    kinds = [
        {
            each.kind
            for each in determine(case_of(other, "2025-06-02", "1", "conviction", **start), BOOK)
            .offences[0]
            .cautions
        }
        for other in (
            {"passage_of_time": {"answer": "no", "by": "judge"}},
            {"passage_of_time": {"answer": "yes", "by": "requested person"}},
            {"years_elapsed": {"answer": "11", "by": "judge"}},
        )
    ]
    assert all("finding not examined" in each and "ending not examined" not in each for each in kinds)


def test_findings_that_the_hearing_did_not_come_to_are_one_line():
    found = {
        "convicted_in_presence": "no",
        "deliberately_absent": "no",
        "entitled_to_retrial": "no",
        "convention_compatible": "yes",
    }
    assert unread(found) == [Caution(kind="finding not reached", findings=("convention_compatible",))]


def test_facts_of_another_version_or_case_type_are_one_line_each():
    kinds = {
        each.kind: each.findings
        for each in unread(
            {"past_retrial_right": "none", "diligence": "manifest_lack", "likely_penalty": "suspended"}
        )
    }
    assert kinds["finding of another law"] == ("diligence", "past_retrial_right")
    assert kinds["finding of another case type"] == ("likely_penalty",)


def test_a_finding_that_counts_for_one_offence_of_several_is_no_matter():
    head = {
        "case": "X",
        "part": "1",
        "territory": "BE",
        "taken_from": "EA 2003 s 20(1)",
        "dates": {"hearing": DAY, "arrest": DAY},
    }
    offences = [
        {"id": "one", "case_type": "accusation"},
        {"id": "two", "case_type": "conviction", "findings": {"convicted_in_presence": "yes"}},
    ]
    findings = {"convention_compatible": "yes", "convention_compatible_if_accused": "yes"}
    stated = determine(
        CaseFile.model_validate({**head, "findings": findings, "offences": offences}), BOOK, engine="plain"
    )
    assert not [each for each in stated.cautions if each.kind in _KINDS]


def test_a_finding_that_is_read_has_no_caution():
    assert (
        unread({"convicted_in_presence": "yes", "attendance": "not_shown", "convention_compatible": "yes"})
        == []
    )


AGAINST = {"answer": "no", "by": "judge", "reasons": "Article 8 outweighs the public interest"}
UNDER_ANOTHER_NAME = case_of(
    {"convention_compatible": AGAINST, "retrial_right": {"answer": "none", "by": "judge"}},
    DAY,
    "1",
    "accusation",
    taken_from="EA 2003 s 21A(1)(a)",
)


@pytest.mark.parametrize("depth", ["note", "hearing", "full"])
@pytest.mark.parametrize("form", ["md", "html"])
def test_a_finding_of_the_judge_without_effect_stands_next_to_the_outcome_at_every_depth(depth, form):
    stated = determine(UNDER_ANOTHER_NAME, BOOK, engine="plain")
    outcome = render(stated, form, depth=depth).partition('id="outcome"' if form == "html" else "## Outcome")[
        2
    ]
    next_to_it = " ".join(outcome.partition("<h2" if form == "html" else "## ")[0].split())
    assert (
        "the finding on EA 2003 s 21 (no, by the judge): Article 8 outweighs the public interest."
        in next_to_it
    )
    assert "Without effect here: the finding on the retrial" in next_to_it


def test_the_note_has_two_findings_without_effect_and_the_number_of_the_others():
    facts = ("retrial_right", "rehearing", "attendance")
    answers = {name: next(iter(BOOK.facts[name].answers)) for name in facts}
    found = {"convention_compatible": AGAINST} | {
        name: {"answer": answer, "by": "judge"} for name, answer in answers.items()
    }
    stated = determine(
        case_of(found, DAY, "1", "accusation", taken_from="EA 2003 s 21A(1)(a)"), BOOK, engine="plain"
    )
    note, full = render(stated, "md"), render(stated, "md", depth="full")
    assert note.count("Without effect here") == 2
    assert "2 more findings are without effect here." in note
    assert full.count("Without effect here") == 2 + 4
    assert ", 1 other caution," in note


def test_a_party_has_no_line_next_to_the_outcome():
    found = {"convention_compatible": {**AGAINST, "by": "requested person"}}
    case = case_of(found, DAY, "1", "accusation", taken_from="EA 2003 s 21A(1)(a)")
    assert "outweighs" not in render(determine(case, BOOK, engine="plain"))


def test_the_json_of_a_note_lists_the_findings_of_the_judge_without_effect():
    note = detailed(determine(UNDER_ANOTHER_NAME, BOOK, engine="plain"), "note")
    assert [each.fact for each in note.unused_findings] == ["convention_compatible"]
    assert [each.fact for each in note.offences[0].unused_findings] == ["retrial_right"]


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("several", [False, True])
def test_a_comparison_names_the_laws_under_which_a_finding_has_no_effect(form, several):
    other = case_of({}, DAY, "1", "conviction")
    made = compare([UNDER_ANOTHER_NAME, other] if several else UNDER_ANOTHER_NAME, BOOK, engine="plain")
    text = " ".join(render(made, form).split())
    assert "Under every law: Without effect here: the finding on EA 2003 s 21 (no, by the judge):" in text
    assert "Under every law: Without effect here: the finding on the retrial" in text
    row = next(csv.DictReader(io.StringIO(render(made, "csv").removeprefix("\ufeff"))))
    assert row["unused_findings"] == "convention_compatible: no (judge); retrial_right: none (judge)"


def test_a_comparison_does_not_name_the_law_under_which_a_finding_counts():
    found = {"diligence": {"answer": "manifest_lack", "by": "judge"}, "convicted_in_presence": "no"}
    case = case_of({**found, "attendance": "at_no_hearing"}, DAY, "1", "conviction")
    (unused,) = (
        compare(case, BOOK, ["before-merticariu", "merticariu"], engine="plain").cases[0].unused_findings
    )
    assert (unused.laws, unused.caution.fact) == (("merticariu",), "diligence")


def test_each_of_several_warrants_has_its_own_findings_without_effect():
    case = CaseFile.load(ROOT / "examples/two_warrants/case.yaml")
    laws = ["before-merticariu", "merticariu"]
    (made,) = compare(case, BOOK, laws, engine="plain").cases[0].unused_findings
    assert (made.laws, made.caution.fact) == (tuple(laws), "framework_list_certificate")
    assert made.offences == ("recruitment",)
