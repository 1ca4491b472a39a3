"""The tests of law, which are data: tests/cases/part_*/** and the decided cases."""

from pathlib import Path

import pytest
import yaml
from strategies import BOOK, case_of

from extradition import CaseFile, determine

CASES = Path(__file__).parent / "cases"
LAW = [
    pytest.param(case, id=f"{path.stem}: {case['it']}")
    for path in sorted(CASES.glob("part_*/**/*.yaml"))
    for case in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  text only: no is a word
]
DECIDED = sorted(CASES.glob("decided/*.yaml"))
KEYS = {"it", "law", "part", "hearing", "assuming", "case_type", "findings", "outcome", "to", "under", "path", "open", "if_nothing_more_is_shown"}


@pytest.mark.parametrize("case", LAW)
def test_law(case):
    assert set(case) <= KEYS
    assert {"it", "law", "outcome"} <= set(case)
    expected = case.get("path", {})
    file = case_of(case["findings"], case["hearing"], case["part"], case.get("case_type", "conviction"))
    offence = determine(file, BOOK, assuming=case.get("assuming", ())).offences[0]
    path = {step.provision: step.answer for step in offence.steps if step.limb_of is None or step.provision in expected}
    assert path == expected
    assert offence.outcome.kind == case["outcome"]
    assert (offence.outcome.to, offence.outcome.under) == (case.get("to"), case.get("under"))
    assert [question.provision for question in offence.open_questions[:1]] == case.get("open", [])[:1]
    if "if_nothing_more_is_shown" in case:
        assert offence.if_nothing_more_is_shown.outcome.kind == case["if_nothing_more_is_shown"]


def test_the_law_tests_take_every_answer_of_every_version():
    taken = set()
    for param in LAW:
        case = param.values[0]
        file = case_of(case["findings"], case["hearing"], case["part"], case.get("case_type", "conviction"))
        offence = determine(file, BOOK, assuming=case.get("assuming", ())).offences[0]
        taken |= {(each.version.id, each.derived) for each in (*offence.steps, *offence.open_questions)}
    in_part_1 = {version for version, (provision, _) in BOOK.versions.items() if BOOK.part(provision) == "1"}
    assert {(version, answer) for version in in_part_1 for answer in ("yes", "no", "open")} <= taken


@pytest.mark.parametrize("path", DECIDED, ids=lambda path: path.stem)
def test_decided_case_comes_out_as_decided_or_says_why_not(path):
    case = CaseFile.load(path)
    made = determine(case, BOOK)
    for offence, ours in zip(case.offences, made.offences, strict=True):
        court = offence.decided
        answers = {step.provision: step.answer for step in ours.steps}
        differs = any(answers.get(provision, answer) != answer for provision, answer in court.steps.items()) or (
            court.outcome is not None and ours.outcome.kind != "open" and (ours.outcome.kind, ours.outcome.to) != (court.outcome, court.to)
        )
        assert differs == (court.disagreement is not None)


def test_there_are_decided_cases_of_both_parts():
    assert {CaseFile.load(path).part for path in DECIDED} == {"1", "2"}
