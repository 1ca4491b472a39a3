import json

import pytest
from strategies import BOOK, ROOT, SMALL

from extradition import CaseFile, SourceError, validate
from extradition.case_file import each_point
from extradition.hearing import Under, hear
from extradition.hearing.examination import examine
from extradition.precedents import LEAST_POINTING, MOST_LISTED, Precedents, direction, with_precedents
from extradition.report import render
from extradition.source import Fault, bundled_folder

FILES = sorted(ROOT.glob("precedents/*.yaml"))
FLED = {"flight": "to_avoid_the_proceedings", "knowledge_of_case": "prosecution"}
QUESTION = "EA 2003 s 20(3)"


def found(**facts):
    return {
        name: each if isinstance(each, dict) else {"answer": each, "by": "judge"}
        for name, each in facts.items()
    }


def case(findings, name="This case", part="1", start="EA 2003 s 20(1)", offences=(), **more):
    own = {"id": "o", "case_type": "conviction", "findings": found(convicted_in_presence="no", **findings)}
    head = {
        "case": name,
        "part": part,
        "territory": "PL" if part == "1" else "US",
        "taken_from": start,
        "dates": {"hearing": "2026-11-01"},
    }
    return CaseFile.model_validate({**head, "offences": [own, *offences], **more})


def precedent(name, answer, findings=FLED, level="High Court", question=QUESTION, **decided):
    part = BOOK.part(question)
    court = {"court": "A court", "level": level, "sources": ["A law report"], "confidence": "high"} | decided
    made = case(
        findings, name, part, "EA 2003 s 20(1)" if part == "1" else "EA 2003 s 85(1)", decided=court
    ).model_dump(exclude_none=True)
    made["offences"][0]["decided"] = {"steps": {question: answer}}
    return CaseFile.model_validate(made)


def precedents(*cases):
    return Precedents(cases, BOOK)


def looked_up(findings, *cases):
    """The decided cases on the question of deliberate absence for a case with the *findings*."""
    hearing = hear(case(findings), BOOK)
    made = with_precedents(hearing.determination, hearing, precedents(*cases))
    return next((each for each in made.offences[0].precedents if each.provision == QUESTION), None)


def several(count, answer="yes", **more):
    return [precedent(f"Case {i}", answer, **more) for i in range(count)]


def test_a_decided_case_shows_the_shared_facts_and_those_that_divide():
    other = precedent(
        "Other",
        "no",
        {"flight": "to_avoid_the_proceedings", "knowledge_of_case": "nothing", "lawyer": "none"},
    )
    shown = looked_up({**FLED, "address_duty": "breached"}, other).cases[0]
    assert (shown.case, shown.answer, shown.court, shown.era) == (
        "Other",
        "no",
        "A court",
        "after Merticariu and Bertino",
    )
    assert [(fact.name, fact.answer) for fact in shown.shared] == [("flight", "to_avoid_the_proceedings")]
    assert [(fact.name, fact.here, fact.there) for fact in shown.divides] == [
        ("knowledge_of_case", "prosecution", "nothing")
    ]


def test_a_case_without_a_shared_fact_is_left_out():
    assert looked_up(FLED, precedent("Other", "yes", {"lawyer": "none"})) is None
    assert looked_up({}, *several(6)) is None


def test_the_answer_at_the_twin_in_the_other_part_counts():
    assert (
        looked_up(FLED, precedent("Part 2", "yes", question="EA 2003 s 85(3)")).cases[0].provision
        == "EA 2003 s 85(3)"
    )


def test_the_case_itself_is_left_out():
    assert looked_up(FLED, precedent("This case", "yes")) is None
    same = case(FLED, citation="[2026] EWHC 1 (Admin)")
    hearing = hear(same, BOOK)
    own = precedent("Under another name", "yes").model_copy(update={"citation": "[2026] EWHC 1 (Admin)"})
    assert with_precedents(hearing.determination, hearing, precedents(own)).offences[0].precedents == ()


def test_more_shared_facts_rank_first_and_then_the_higher_court():
    one = {"flight": "to_avoid_the_proceedings"}
    cases = [
        precedent("Supreme", "yes", one, level="Supreme Court"),
        precedent("Both", "yes"),
        precedent("First", "yes", one, level="first instance"),
    ]
    assert [each.case for each in looked_up(FLED, *cases).cases] == ["Both", "Supreme", "First"]


def test_five_cases_are_listed_and_the_rest_is_counted():
    shown = looked_up(FLED, *several(MOST_LISTED + 2))
    assert (len(shown.cases), shown.not_listed) == (MOST_LISTED, 2)


@pytest.mark.parametrize(
    ("cases", "points"),
    [
        pytest.param(
            several(LEAST_POINTING), ("yes", 5), id="five that share all known facts and went one way"
        ),
        pytest.param(several(LEAST_POINTING - 1), (None, 0), id="four are too few"),
        pytest.param([*several(6), precedent("The other way", "no")], (None, 0), id="one went the other way"),
        pytest.param(
            [*several(6), precedent("Divided", "no", {**FLED, "address_duty": "kept"})],
            ("yes", 6),
            id="that one is divided by a fact",
        ),
        pytest.param(
            several(6, findings={"flight": "to_avoid_the_proceedings"}),
            (None, 0),
            id="one shared fact is too few",
        ),
        pytest.param(
            several(
                6,
                findings={
                    **FLED,
                    "flight": {
                        "answer": "to_avoid_the_proceedings",
                        "status": "assumed",
                        "reasons": "Inferred",
                    },
                },
            ),
            (None, 0),
            id="an assumed fact is not a shared one",
        ),
        pytest.param(
            several(6, authority={QUESTION: {"treatment": "overruled", "by": "[2027] UKSC 1"}}),
            (None, 0),
            id="overruled answers do not count",
        ),
    ],
)
def test_a_direction_needs_five_good_cases_that_share_the_known_facts(cases, points):
    shown = looked_up({**FLED, "address_duty": "breached"}, *cases)
    assert (shown.towards, shown.pointing) == points


def test_a_direction_never_changes_the_determination():
    hearing = hear(case(FLED), BOOK)
    made = with_precedents(hearing.determination, hearing, precedents(*several(6)))
    plain = made.model_copy(
        update={"offences": tuple(each.model_copy(update={"precedents": None}) for each in made.offences)}
    )
    assert plain == hearing.determination
    assert made.offences[0].precedents[0].towards == "yes"


def test_an_overruled_answer_is_shown_as_that():
    treatment = {"treatment": "overruled", "by": "[2027] UKSC 1", "note": "No longer the test."}
    shown = looked_up(FLED, precedent("Old", "yes", authority={QUESTION: treatment})).cases[0]
    assert (shown.is_good_law, shown.treatment.by) == (False, "[2027] UKSC 1")
    hearing = hear(case(FLED), BOOK)
    made = with_precedents(
        hearing.determination, hearing, precedents(precedent("Old", "yes", authority={QUESTION: treatment}))
    )
    assert "yes (overruled in \\[2027\\] UKSC 1: No longer the test.)" in render(made, depth="full")


def test_an_answer_that_the_law_applied_here_would_not_give_does_not_count():
    """A retrial that depends on a finding about the absence is no entitlement now.

    A court that took it for one decided under other law.
    """
    here = {"deliberately_absent": "no", "rehearing": "retrial", "minimum_retrial_rights": "yes"}
    facts = {**here, "retrial_right": "if_court_finds_no_deliberate_absence"}
    cases = [precedent(f"Case {i}", "yes", facts, question="EA 2003 s 20(5)") for i in range(6)]
    hearing = hear(case(here), BOOK)
    made = with_precedents(hearing.determination, hearing, precedents(*cases))
    shown = next(each for each in made.offences[0].precedents if each.provision == "EA 2003 s 20(5)")
    assert {each.other_law for each in shown.cases} == {True}
    assert (shown.towards, shown.cases[0].is_good_law) == (None, False)
    assert "yes (the law applied here gives the other answer on its facts)" in render(made, depth="full")
    before = hear(case(here), BOOK, Under(assuming=("s20-5-before-merticariu",)))
    earlier = with_precedents(before.determination, before, precedents(*cases)).offences[0].precedents[0]
    assert ({each.other_law for each in earlier.cases}, earlier.towards) == ({False}, "yes")


def test_offences_of_one_case_with_one_answer_count_once():
    made = precedent("Several", "yes").model_dump(exclude_none=True)
    made["offences"] = [{**made["offences"][0], "id": f"o{i}"} for i in range(6)]
    shown = looked_up(FLED, CaseFile.model_validate(made))
    assert ([each.case for each in shown.cases], shown.towards) == (["Several"], None)


def test_an_assumption_that_nothing_was_shown_is_no_fact_of_the_record():
    silent = {"answer": "none_shown", "status": "assumed", "reasons": "No appeal is mentioned"}
    assert BOOK.facts["merits_appeal"].when_not_shown == "none_shown"
    assert (
        looked_up({"merits_appeal": "none_shown"}, precedent("Silent", "yes", {"merits_appeal": silent}))
        is None
    )
    assert (
        looked_up({"merits_appeal": "none_shown"}, precedent("Found", "yes", {"merits_appeal": "none_shown"}))
        .cases[0]
        .case
        == "Found"
    )


def test_a_disputed_fact_of_this_case_compares_nothing():
    assert (
        looked_up(
            {
                "flight": {
                    "answer": "to_avoid_the_proceedings",
                    "by": "requesting authority",
                    "status": "disputed",
                }
            },
            *several(1),
        )
        is None
    )


def asserted(answer):
    return {"answer": answer, "by": "requesting authority", "status": "asserted"}


def test_an_asserted_fact_is_compared_on_either_side():
    (divided,) = looked_up(
        FLED, precedent("Other", "no", {**FLED, "knowledge_of_case": asserted("nothing")})
    ).cases
    assert [(fact.name, fact.there, fact.assumed) for fact in divided.divides] == [
        ("knowledge_of_case", "nothing", False)
    ]
    (shared,) = looked_up({"flight": asserted("to_avoid_the_proceedings")}, precedent("Other", "no")).cases
    assert [(fact.name, fact.assumed) for fact in shared.shared] == [("flight", False)]


def test_an_assertion_on_a_question_is_argument_and_compares_nothing():
    known = {
        "retrial_right": "already_used",
        "deliberately_absent": "no",
        "minimum_retrial_rights": "yes",
        "rehearing": "retrial",
    }
    argued = {**known, "minimum_retrial_rights": asserted("no")}
    hearing = hear(case(known), BOOK)
    court = precedents(precedent("Other", "no", argued, question="EA 2003 s 20(5)"))
    made = with_precedents(hearing.determination, hearing, court).offences[0].precedents[0].cases[0]
    assert {fact.name for fact in made.shared} == {"retrial_right", "rehearing"}
    assert made.divides == ()


def test_a_right_already_used_divides_a_case_from_those_on_a_right_to_come():
    known = {"deliberately_absent": "no", "retrial_right": "already_used", "rehearing": "retrial"}
    hearing = hear(case(known), BOOK)
    (on_retrial,) = with_precedents(hearing.determination, hearing).offences[0].precedents
    there = {
        each.case.split(" v ")[0]: [(fact.there, fact.assumed) for fact in each.divides]
        for each in on_retrial.cases
    }
    assert there["Konecny"] == [("unconditional", False)]
    assert there["Merticariu"] == [("if_court_finds_no_deliberate_absence", False)]


def test_a_factor_says_which_answer_it_supports():
    hearing = hear(case({"fugitive": "yes"}, start="EA 2003 s 21"), BOOK)
    other = precedent(
        "Other", "yes", {"fugitive": "yes"}, question="EA 2003 s 21", sources=["https://example.org"]
    )
    made = with_precedents(hearing.determination, hearing, precedents(other))
    shown = made.offences[0].precedents[0]
    assert (shown.provision, shown.cases[0].address) == ("EA 2003 s 21", "https://example.org")
    assert [(fact.name, fact.towards) for fact in shown.cases[0].shared] == [("fugitive", "yes")]
    assert "(supports yes)" in render(made, depth="full")


def test_the_report_gives_the_direction_and_the_number_of_the_rest():
    hearing = hear(case(FLED), BOOK)
    shown = render(with_precedents(hearing.determination, hearing, precedents(*several(7))), depth="full")
    assert "The decided cases point to yes (7 of 7)" in shown
    assert "2 more share some of the facts." in shown
    assert "They give no direction" in render(
        with_precedents(hearing.determination, hearing, precedents(*several(1))), depth="full"
    )


def test_a_determination_without_open_questions_looks_up_nothing():
    hearing = hear(CaseFile.load(ROOT / "examples/merticariu/case.yaml"), BOOK)
    assert with_precedents(hearing.determination, hearing) is hearing.determination
    assert direction([]) == (None, 0)


def test_the_precedents_of_the_package_are_read_once_and_another_book_knows_none():
    hearing = hear(case(FLED), BOOK)
    shown = with_precedents(hearing.determination, hearing).offences[0].precedents[0]
    assert {each.case for each in shown.cases} >= {"Karczewski v Lord Advocate (Poland)"}
    assert Precedents.load(SMALL, ROOT / "precedents")._answered == {}


def test_a_case_that_no_court_decided_is_no_precedent():
    assert precedents(case(FLED))._answered == {}


# The files


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_answer_that_today_s_law_would_not_give_has_its_later_treatment(path):
    every = Precedents([CaseFile.load(path)], BOOK)
    for answers in every._answered.values():
        for each in answers:
            version = [
                version
                for version in BOOK.questions[each.provision].versions
                if not version.in_force.is_prospective
            ][-1]
            if every._has_other_law(each, version):
                assert each.provision in each.decided.treatments


def test_the_later_treatment_is_that_of_the_rule_book():
    cited = {
        (question.name, authority.cite): authority
        for question in BOOK.questions.values()
        for version in question.versions
        for authority in version.authorities
        if authority.by is not None
    }
    checked = 0
    for answers in Precedents.load(BOOK)._answered.values():
        for each in answers:
            authority = cited.get((BOOK.questions[each.provision].name, each.case_file.citation))
            if authority is not None:
                own = each.decided.treatments[each.provision]
                assert (own.treatment, own.by) == (authority.treatment, authority.by)
                checked += 1
    assert checked > 0


def test_every_judgment_has_one_file():
    decided = [CaseFile.load(path) for path in FILES]
    keys = [(case.citation, case.decided.court) for case in decided if case.citation]
    assert len(set(keys)) == len(keys)


# Points


POINTS = CaseFile.parse(
    "p.yaml",
    """\
case: Two points
part: 1
territory: RO
taken_from: TA 2000 s 1
dates: {hearing: 2011-01-01}
decided:
  {court: A court, level: High Court, sources: [x], confidence: high,
   authority: {TA 2000 s 1: {treatment: doubted, by: y}}}
offences:
  - id: first
    case_type: conviction
    findings: {sentence: 24, spared: no}
    decided:
      points:
        - {taken_from: TA 2000 s 1, steps: {TA 2000 s 1: yes}}
        - {taken_from: TA 2000 s 2(1), outcome: proceed, to: TA 2000 s 9, steps: {TA 2000 s 2(1): yes}}
  - id: second
    case_type: conviction
    findings: {sentence: 0, spared: no}
    decided:
      points:
        - {taken_from: TA 2000 s 2(1), steps: {TA 2000 s 2(1): no}}
findings: {identity: yes}
""",
)


def test_each_point_is_a_case_of_its_own_without_the_answers_to_the_others():
    first, second = each_point(POINTS, SMALL)
    assert [each.taken_from for each in (first, second)] == ["TA 2000 s 1", "TA 2000 s 2(1)"]
    assert [[offence.id for offence in each.offences] for each in (first, second)] == [
        ["first"],
        ["first", "second"],
    ]
    assert [list(each.findings) for each in (first, second)] == [["identity"], []]
    assert [list(each.decided.treatments) for each in (first, second)] == [["TA 2000 s 1"], []]
    assert each_point(first, SMALL) == (first,)


def test_each_point_is_compared_and_counted_on_its_own():
    made = validate([POINTS], SMALL)
    assert (made.judgments, made.agreed, made.total) == (1, 2, 2)
    assert [(each.taken_from, each.agreement) for each in made.cases] == [
        ("TA 2000 s 1", "agreed"),
        ("TA 2000 s 2(1)", "agreed"),
    ]
    assert made.by_provision["TA 2000 s 2(1)"].derived == 2
    assert len({each.case_file_hash for each in made.cases}) == 1


def test_a_fault_on_a_point_has_its_place_in_the_whole_file():
    second = each_point(POINTS.model_copy(update={"offences": POINTS.offences[::-1]}), SMALL)[0]
    problems = second.problems([Fault(("offences", 0, "id"), "x"), Fault(("dates",), "y")])
    assert [problem.where for problem in problems] == ["offences[0].id", "dates"]


def written(**changes):
    content = json.loads(POINTS.model_dump_json(exclude_none=True))
    for place, value in changes.items():
        *path, last = place.split("__")
        at = content
        for key in path:
            at = at[int(key) if key.isdigit() else key]
        at[last] = value
    return content


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        (
            {"offences__0__decided__outcome": "discharge"},
            "has points, so the outcome and the steps belong in each point",
        ),
        (
            {"offences__0__decided__disagreement": "Because."},
            "has points, so the outcome and the steps belong in each point",
        ),
        (
            {"offences__1__decided": {"steps": {"TA 2000 s 1": "no"}}},
            "has points for one offence and none for another",
        ),
        (
            {"offences__1__decided": {"points": [{"taken_from": "TA 2000 s 1"}]}},
            "needs the outcome, or at least one of the steps",
        ),
        ({"offences__1__decided": {}}, "needs the outcome, or at least one of the steps"),
        (
            {
                "offences__1__decided": {
                    "points": [{"taken_from": "TA 2000 s 1", "steps": {"TA 2000 s 1": "no"}}] * 2
                }
            },
            "two points that start at the same",
        ),
    ],
)
def test_points_that_do_not_fit_are_refused(changes, says):
    with pytest.raises(ValueError, match=says):
        CaseFile.model_validate(written(**changes))


def test_points_on_several_warrants_are_refused():
    content = written()
    content["warrants"] = [{"id": "w", "offences": content.pop("offences")}]
    with pytest.raises(ValueError, match="write a case file for each warrant"):
        CaseFile.model_validate(content)


def test_the_words_of_points_and_of_later_treatment_are_checked():
    content = written(
        offences__0__decided__points=[{"taken_from": "TA 2000 s 2(2)", "steps": {"TA 2000 s 11": "yes"}}],
        offences__1__decided__points=[{"taken_from": "TA 2000 s 2(1)", "steps": {"TA 2000 s 2(1)": "yes"}}],
    )
    with pytest.raises(SourceError) as error:
        examine(CaseFile.model_validate(content), SMALL)
    places = [line.split(": ")[0] for line in str(error.value).splitlines()]
    assert sorted(places) == [
        "decided.authority.TA 2000 s 1",
        "offences[0].decided.points[0].steps.TA 2000 s 11",
        "offences[0].decided.points[0].taken_from",
    ]


# The report on decided cases


def test_each_decided_case_is_tried_against_the_others():
    one_way = several(6)
    made = validate([*one_way, precedent("The other way", "no", {**FLED, "address_duty": "kept"})], BOOK)
    trial = made.leave_one_out
    assert (trial.tried, trial.answered, trial.right) == (7, 1, 0)
    assert [(miss.case, miss.court, miss.others, miss.pointing) for miss in trial.misses] == [
        ("The other way", "no", "yes", 6)
    ]
    assert "- **The other way**, at EA 2003 s 20(3): the court no, the others yes (6 cases)." in render(made)
    right = validate(several(6), BOOK).leave_one_out
    assert (right.tried, right.answered, right.right, right.misses) == (6, 6, 6, ())


def test_the_answers_are_counted_by_question_and_together():
    fed = precedent("Fed in", "no", {"deliberately_absent": "no", "flight": "to_avoid_the_proceedings"})
    bare = precedent("No fact", "no", {"deliberately_absent": "no"})
    nothing = precedent("Nothing", "yes", {})
    still_open = precedent("Open", "yes", {"flight": "to_avoid_the_proceedings"})
    twin = precedent("Twin", "yes", {"deliberately_absent": "no"}, question="EA 2003 s 85(3)")
    made = validate([fed, bare, nothing, still_open, twin], BOOK)
    one = made.by_provision[QUESTION]
    assert (one.derived, one.fed_in, one.open, one.wrong, one.total) == (0, 1, 1, 0, 4)
    assert (one.fed_in_without_primary_fact, one.open_without_primary_fact, one.without_primary_fact) == (
        1,
        1,
        2,
    )
    together = made.by_group["Trial in absence"]
    assert (together.wrong, together.total) == (1, 5)
    assert [(step.ours, step.mark, step.has_primary_fact) for each in made.cases for step in each.steps] == [
        ("no", "fed in", True),
        ("no", "fed in", False),
        ("open", "open", False),
        ("open", "open", True),
        ("no", "wrong", False),
    ]
    assert "| EA 2003 s 20(3) | 0 | 1 | 1 | 0 | 2 (1 fed in, 1 open) | 4 |" in render(made)


def test_the_bundled_folder_is_the_folder_of_the_repository():
    assert bundled_folder("precedents") == ROOT / "precedents"
