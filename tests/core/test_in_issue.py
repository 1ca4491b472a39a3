"""What is in issue: the rest is recorded as not in issue in one act, and nothing else changes."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import examples
from strategies import BOOK, ROOT

from extradition import CaseFile, determine
from extradition.case_file.finding import Finding
from extradition.casework.in_issue import in_issue, questions_to_contest, with_recorded
from extradition.casework.papers.concessions import conceded_by
from extradition.determination import Determination
from extradition.determination.outcome import Stage
from extradition.hearing import Under, hear
from extradition.report import render
from extradition.report.decisive_steps import why_of
from extradition.rule_book.unopposed import unopposed_answer
from extradition.source import OptionError, SourceError, UnknownLawError

DATES = "{certificate: 2025-03-24, arrest: 2025-04-02, hearing: 2025-11-27}"
RETRIAL = ("EA 2003 s 20(3)", "EA 2003 s 20(5)")


def case(part: int, case_type: str, findings: str = "{}", own: str = "{}", dates: str = DATES) -> CaseFile:
    """A case of one offence, with *findings* on the person and its *own* findings."""
    territory = "RO" if part == 1 else "US"
    return CaseFile.parse(
        "x",
        f"""
case: X
part: {part}
territory: {territory}
dates: {dates}
findings: {findings}
offences: [{{id: a, case_type: {case_type}, conduct_date: 2018-11-30, findings: {own}}}]
""",
    )


def after(case_file: CaseFile, *contested: str, by: str = "parties") -> tuple[CaseFile, Determination]:
    """The case file after the act, and its determination."""
    made = with_recorded(case_file, in_issue(case_file, BOOK, contested, by).recorded)  # type: ignore[arg-type]
    return made, determine(made, BOOK, engine="plain")


def reasons(case_file: CaseFile, *contested: str) -> dict[str, str]:
    """The reason of each question that is left alone."""
    return {each.provision: each.reason for each in in_issue(case_file, BOOK, contested, "parties").left}


@pytest.mark.parametrize(
    ("part", "case_type", "outcome", "consent"),
    [
        (1, "conviction", "order", "EA 2003 s 45"),
        (1, "accusation", "order", "EA 2003 s 45"),
        (2, "accusation", "order by the Secretary of State", "EA 2003 s 127"),
        (2, "conviction", "order by the Secretary of State", "EA 2003 s 127"),
    ],
)
def test_with_nothing_in_issue_the_hearing_ends_in_an_order_and_only_consent_is_left(
    part, case_type, outcome, consent
):
    case_file = case(part, case_type)
    made, determination = after(case_file)
    assert determination.outcome == outcome
    assert reasons(case_file) == {consent: "no unopposed answer"}
    findings = [each for found in (made.findings, made.offences[0].findings) for each in found.values()]
    assert {(each.by, each.status) for (each,) in findings} == {("parties", "not in issue")}


@pytest.mark.parametrize("contested", [["EA 2003 s 94"], ["EA 2003 s 94", "EA 2003 s 127"]])
def test_a_question_in_issue_for_the_secretary_of_state_leaves_the_case_to_be_sent(contested):
    _, determination = after(case(2, "accusation"), *contested)
    assert determination.outcome == "send to the Secretary of State"


def test_a_contested_question_stays_open_and_what_turns_on_its_other_answer_is_left_alone():
    case_file = case(1, "conviction", "{consent: not_given}")
    made, determination = after(case_file, "EA 2003 s 20(1)")
    assert determination.outcome == "open"
    assert [stage.provision for stage in determination.offences[0].path if stage.state == "open"] == [
        "EA 2003 s 20(1)",
        *RETRIAL,
    ]
    assert reasons(case_file, "EA 2003 s 20(1)") == dict.fromkeys(RETRIAL, "on another answer only")
    assert "convention_compatible" in made.findings


@pytest.mark.parametrize(
    ("case_type", "contested", "left"),
    [
        ("conviction", "EA 2003 s 20(5)", ["EA 2003 s 20(1)", "EA 2003 s 20(3)"]),
        ("conviction", "EA 2003 s 20(3)", ["EA 2003 s 20(1)"]),
        ("accusation", "EA 2003 s 12A(1)(b)", ["EA 2003 s 12A(1)(a)"]),
        ("conviction", "EA 2003 s 44(4)", ["EA 2003 s 44(3)"]),
        ("conviction", "EA 2003 s 12A(1)(b)", []),
    ],
)
def test_no_answer_is_recorded_that_leads_past_a_question_in_issue(case_type, contested, left):
    given = reasons(case(1, case_type, "{consent: not_given}"), contested)
    assert [provision for provision, reason in given.items() if reason == "past a question in issue"] == left
    made, _ = after(case(1, case_type, "{consent: not_given}"), contested)
    assert "convention_compatible" in made.findings or case_type == "accusation"


def test_a_reserved_question_in_issue_leaves_only_its_judgment():
    case_file = case(1, "accusation", "{consent: not_given}")
    _, determination = after(case_file, "EA 2003 s 21A(1)(a)")
    assert determination.outcome.startswith("proceed to")
    assert [stage.provision for stage in determination.offences[0].path if stage.state == "judgment"] == [
        "EA 2003 s 21A(1)(a)"
    ]


def test_what_is_recorded_already_is_left_alone():
    case_file = case(
        1,
        "conviction",
        "{convention_compatible: {answer: no, by: requested person, status: asserted},"
        " care_there: appropriate}",
        "{effect_on_trial: evidence_lost}",
    )
    made, _ = after(case_file)
    left = in_issue(case_file, BOOK, [], "parties").left
    assert {(each.provision, each.reason, each.facts) for each in left} == {
        ("EA 2003 s 45", "no unopposed answer", ()),
        ("EA 2003 s 14", "facts recorded", ("effect_on_trial",)),
        ("EA 2003 s 21", "finding recorded", ()),
        ("EA 2003 s 25(2)", "facts recorded", ("care_there",)),
        ("EA 2003 s 25(3)", "on another answer only", ()),
    }
    assert made.findings["convention_compatible"] == case_file.findings["convention_compatible"]


def test_a_question_without_a_date_is_left_alone_with_all_that_follows():
    undated = case(1, "conviction", dates="{}")
    assert reasons(undated) == {"EA 2003 s 6(2)": "date missing"}
    [left] = in_issue(undated, BOOK, [], "parties").left
    assert left.asks == "On which day was the person arrested?"


def test_two_warrants_that_lack_different_dates_are_each_asked_for_their_own():
    text = """
case: X
territory: RO
dates: {}
warrants:
  - id: one
    taken_from: EA 2003 s 10(2)
    dates: {arrest: 2024-06-01}
    offences: [{id: a, case_type: conviction, conduct_date: 2018-11-30}]
  - id: two
    taken_from: EA 2003 s 10(2)
    dates: {certificate: 2024-05-01}
    offences: [{id: b, case_type: conviction, conduct_date: 2018-11-30}]
"""
    left = in_issue(CaseFile.parse("x", text), BOOK, [], "parties").left
    assert [(each.asks, each.offences) for each in left if each.provision == "EA 2003 s 10(2)"] == [
        ("On which day was the certificate issued?", ("a",)),
        ("On which day was the person arrested?", ("b",)),
    ]


def test_a_finding_on_the_person_is_written_to_its_warrant_and_one_on_an_offence_to_each_offence():
    text = f"""
case: X
territory: RO
dates: {DATES}
warrants:
  - id: one
    offences: [{{id: a, case_type: conviction, conduct_date: 2018-11-30}}]
  - id: two
    offences:
      - {{id: b, case_type: accusation, conduct_date: 2018-11-30}}
      - id: c
        case_type: accusation
        conduct_date: 2018-11-30
        findings: {{effect_on_trial: evidence_lost}}
"""
    case_file = CaseFile.parse("x", text)
    act = in_issue(case_file, BOOK, [], "parties")
    places = {
        each.name: [other.place for other in act.recorded if other.name == each.name] for each in act.recorded
    }
    assert places["convention_compatible"] == [("warrants", 0)]
    assert places["withdrawn"] == [("warrants", 0), ("warrants", 1)]
    assert places["passage_of_time"] == [
        ("warrants", 0, "offences", 0),
        ("warrants", 1, "offences", 0),
    ]
    assert [each.offences for each in act.left if each.reason == "facts recorded"] == [("c",)]
    assert determine(with_recorded(case_file, act.recorded), BOOK, engine="plain").outcome


def test_the_facts_of_each_decision_count_as_facts_of_the_question():
    case_file = CaseFile.load(ROOT / "examples/retrial_missed/case.yaml")
    (offence,) = case_file.offences
    decisions = tuple(
        each.model_copy(update={"findings": dict(list(each.findings.items())[:2])})
        for each in offence.decisions or ()
    )
    bare = case_file.model_copy(
        update={"offences": (offence.model_copy(update={"findings": {}, "decisions": decisions}),)}
    )
    left = {each.provision: each for each in in_issue(bare, BOOK, [], "parties").left}
    absence = left["EA 2003 s 20(3)"]
    assert (absence.reason, absence.facts) == ("facts recorded", ("notice__retrial",))


def test_a_question_recorded_as_not_in_issue_is_contested_only_once_that_finding_is_gone():
    made, _ = after(case(1, "conviction"))
    with pytest.raises(SourceError, match=r"findings\.withdrawn: is recorded as not in issue"):
        in_issue(made, BOOK, ["EA 2003 s 41"], "parties")


@pytest.mark.parametrize(
    ("provision", "hint"),
    [
        ("EA 2003 s 20 (1)", "did you mean EA 2003 s 20(1)?"),
        ("s 21", "did you mean EA 2003 s 21?"),
        ("EA 2003 s 20(8)", "it is part of EA 2003 s 20(5): write that"),
        ("EA 2003 s 85(1)", "is not a question of this hearing that can be in issue"),
        ("s 36", "is out of scope (removal after an order)"),
    ],
)
def test_a_contested_provision_is_a_question_of_the_hearing(provision, hint):
    with pytest.raises(UnknownLawError) as raised:
        in_issue(case(1, "conviction"), BOOK, [provision], "parties")
    assert provision in str(raised.value)
    assert hint in str(raised.value)


def test_all_contested_provisions_that_are_no_questions_are_named_at_once():
    with pytest.raises(UnknownLawError) as raised:
        in_issue(case(1, "conviction"), BOOK, ["s 14", "EA 2003 s 21", "s 20(1)"], "parties")
    first, second = str(raised.value).splitlines()
    assert first.endswith("did you mean EA 2003 s 14?")
    assert second.endswith("did you mean EA 2003 s 20(1)?")


def still_open(path: Iterable[Stage]) -> set[str]:
    """The provisions of the questions without an answer that the hearing can reach."""
    states = ("open", "judgment", "makes no difference")
    return {stage.provision for stage in path if stage.state in states}


_CASES = [case(1, "conviction"), case(1, "accusation"), case(2, "conviction"), case(2, "accusation")]


@examples(100)
@given(st.data())
def test_for_any_contested_questions_each_stays_open_and_every_finding_is_read(data):
    case_file = data.draw(st.sampled_from(_CASES))
    every = [question.provision for question in questions_to_contest(BOOK, str(case_file.part))]
    contested = data.draw(st.lists(st.sampled_from(every), unique=True))
    act = in_issue(case_file, BOOK, contested, "parties")
    assert not {each.provision for each in act.recorded} & set(contested)
    made = with_recorded(case_file, act.recorded)
    determination = determine(made, BOOK, engine="plain")
    cautions = [*determination.cautions, *(each for of in determination.offences for each in of.cautions)]
    assert not [each for each in cautions if each.kind.startswith("finding ")]
    before = determine(case_file, BOOK, engine="plain").offences[0].path
    assert still_open(before) & set(contested) <= still_open(determination.offences[0].path)
    again = in_issue(made, BOOK, contested, "parties")
    assert (again.recorded, again.left, again.contested) == ((), act.left, act.contested)


@pytest.mark.parametrize("by", BOOK.parties.speakers)
def test_only_a_concession_is_agreed_and_any_other_statement_is_assumed(by):
    finding = Finding(answer="no", by=by, status="not in issue")
    conceded = by in ("parties", "requested person")
    assert (
        finding.rank(BOOK.parties),
        finding.is_agreed(BOOK.parties),
        finding.is_assumption(BOOK.parties),
    ) == (
        2 if conceded else 1,
        conceded,
        not conceded,
    )
    assert not finding.is_contestable(BOOK.parties)
    _, determination = after(case(1, "conviction"), by=by)
    assert determination.outcome == "order"
    assumed = [each for of in determination.offences for each in of.cautions if each.kind == "assumed"]
    assert bool(assumed) is not conceded


@pytest.mark.parametrize("by", BOOK.deciders_in("1"))
def test_a_decider_finds_and_states_nothing_not_to_be_in_issue(by):
    stated = f"{{consent: {{answer: not_given, by: {by}, status: not in issue}}}}"
    with pytest.raises(SourceError, match=f"an answer by the {by} has the status found and no other"):
        determine(case(1, "conviction", stated), BOOK)
    with pytest.raises(OptionError, match=f"'{by}' is not one of parties, requested person"):
        in_issue(case(1, "conviction"), BOOK, (), by)


def test_a_statement_that_a_question_is_not_in_issue_has_an_author():
    with pytest.raises(ValueError, match="needs its author"):
        Finding(answer="no", status="not in issue")


def test_the_reasons_name_what_is_not_in_issue_together_and_not_as_decisive_steps():
    _, determination = after(case(1, "conviction", "{consent: not_given}"), "EA 2003 s 14")
    why = why_of(determination.offences[0])
    assert [by for by, _ in why.uncontested] == ["parties"]
    ((_, runs),) = why.uncontested
    assert runs[0] == ("EA 2003 s 2(2)", "EA 2003 s 8B(1)")
    assert "EA 2003 s 2(2)" not in [step.provision for step in why.decisive]
    assert not why.others or "EA 2003 s 45" in why.others[0]


def test_an_answer_is_unopposed_only_where_the_act_makes_it_so():
    none = [
        provision
        for provision, question in BOOK.questions.items()
        if not question.is_limb and unopposed_answer(question, BOOK.questions, BOOK.parties) is None
    ]
    assert sorted(none) == [
        "APP at incoming-request",
        "EA 2003 s 127",
        "EA 2003 s 146(1)",
        "EA 2003 s 155A(1)",
        "EA 2003 s 19C(1)",
        "EA 2003 s 25(3)",
        "EA 2003 s 3(2)",
        "EA 2003 s 45",
        "EA 2003 s 5(2)",
        "EA 2003 s 74A(4)",
        "EA 2003 s 83B(1)",
        "EA 2003 s 91(3)",
        "TCA art 603",
    ]


def test_the_note_says_in_one_sentence_what_is_not_in_issue_and_who_says_so():
    case_file = case(1, "conviction", "{consent: {answer: not_given, by: judge}}")
    _, determination = after(case_file, "EA 2003 s 20(1)")
    note = render(determination, "md", depth="note")
    assert note.count("not in issue") == 1
    assert (
        "- Recorded as not in issue by the parties: s 2(2) to s 8B(1), s 10(2) to s 19A, s 21 to s 44(3).\n"
        in note
    )


@pytest.mark.parametrize(
    ("by", "words"),
    [
        ("requested person", "not in issue (requested person)"),
        ("requesting authority", "taken not to be in issue by the requesting authority"),
    ],
)
def test_a_longer_report_gives_the_author_at_each_question(by, words):
    _, determination = after(case(1, "accusation", "{consent: not_given}"), by=by)
    report = str(render(determination, "md", depth="full"))
    assert report.count(words) >= 20


def test_only_what_a_side_leaves_uncontested_is_conceded_by_it():
    for by, is_conceded in (("requested person", True), ("author of the case file", False)):
        made = with_recorded(case(1, "accusation"), in_issue(case(1, "accusation"), BOOK, [], by).recorded)
        conceded = conceded_by(hear(made, BOOK, Under(engine="plain")), "requested person")
        assert bool(conceded) is is_conceded
