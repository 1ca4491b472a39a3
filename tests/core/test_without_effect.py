"""Findings that no question of a hearing reads: a fault where another name counts, else a caution next to
the outcome.
"""

from typing import Any

import pytest
from strategies import BOOK, case_of

from extradition import CaseFile, SourceError, determine
from extradition.determination.caution import Caution
from extradition.report import render

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
