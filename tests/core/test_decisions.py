"""Several decisions on one offence: each question on the trial asked of each, and one answer made from the
answers.
"""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import examples
from strategies import BOOK, ROOT, SMALL

from extradition import CaseFile, SourceError, analyse, compare, determine, further_information, render
from extradition.case_file.editing import written
from extradition.casework.interview import Interview
from extradition.hearing import Under, hear
from extradition.hearing.reach import readable
from extradition.report.environment import filled_part
from extradition.rule_book.conditions import All
from extradition.rule_book.each_decision import contents_for
from extradition.rule_book.load import read_folder
from extradition.rule_book.trials import DecisionMade, name_of, trials_of
from extradition.rule_book.version import Version
from extradition.sensitivity import with_sensitivity
from extradition.web.form import content_of, examined, form_of, leaves_of
from extradition.web.form.fields import unshown_leaves
from extradition.web.form.page_html import render_case

KINDS = BOOK.decision_kinds.kinds
OF_EACH = tuple(name for name, fact in BOOK.facts.items() if fact.asked_of == "each decision")
ON_CONDUCT = tuple(name for name, fact in BOOK.facts.items() if fact.asked_of == "the offence or a decision")
SETTLED = {
    question.name: {
        "answer": "yes" if question.name in ("convention_compatible", "case_to_answer_in_absence") else "no",
        "by": question.decided_by,
    }
    for provision, question in BOOK.questions_in("1")
    if question.name in readable(BOOK, "1", "EA 2003 s 20(1)", "conviction")
    and not provision.startswith("EA 2003 s 20(")
}
"""Every question outside the chain on the trial, answered so that the hearing goes on to the end."""
PRESENT = {"attendance": "at_the_decisive_hearing"}
COVERED = {
    "attendance": "at_no_hearing",
    "notice": "summoned_in_person",
    "knew_date_and_place": "yes",
    "warned_of_trial_in_absence": "yes",
}
NOT_COVERED = {
    "attendance": "at_no_hearing",
    "notice": "left_at_address",
    "knew_date_and_place": "no",
    "warned_of_trial_in_absence": "no",
}


def offence(decisions, found=None, name="one"):
    listed = [
        {"id": f"d{i}", "kind": kind, "findings": findings, "reason": "A count of its own"}
        for i, (kind, findings) in enumerate(decisions)
    ]
    return {
        "id": name,
        "case_type": "conviction",
        "findings": found or {},
        **({"decisions": listed} if listed else {}),
    }


def case(*offences, part=1, hearing="2025-01-01", person=None):
    start, territory = {1: ("EA 2003 s 20(1)", "BE"), 2: ("EA 2003 s 85(1)", "IN")}[part]
    head = {
        "case": "X",
        "part": part,
        "territory": territory,
        "taken_from": start,
        "dates": {"hearing": hearing},
    }
    return CaseFile.model_validate({**head, "findings": person or {}, "offences": list(offences)})


def answers_of(heard):
    """The answer to each question on the trial, by its provision."""
    limbs = [limb for asked in heard.walked.path.all for limb in heard.walked.questions.limbs(asked)]
    return {
        asked.provision: asked.answer
        for asked in (*heard.walked.path.all, *limbs)
        if "s 20(" in asked.provision or "s 85(" in asked.provision
    }


def findings(names):
    return st.fixed_dictionaries(
        {}, optional={name: st.sampled_from(sorted(BOOK.facts[name].answers)) for name in names}
    )


LISTS = st.sampled_from(
    [
        ("first_instance",),
        ("first_instance", "merits_appeal"),
        ("first_instance", "points_of_law_appeal"),
        ("first_instance", "merits_appeal", "retrial", "aggregation_with_discretion"),
        ("first_instance", "conviction_after_acquittal", "merits_appeal"),
        ("first_instance", "activation_by_conviction", "activation_and_changed"),
        ("first_instance", "activation_unchanged", "aggregation_without_discretion"),
    ]
)


@examples(40)
@given(st.data(), LISTS, st.sampled_from([1, 2]), st.sampled_from(["2020-01-01", "2025-01-01"]))
def test_both_readings_agree_on_every_list_of_decisions(data, kinds, part, hearing):
    decisions = [(kind, data.draw(findings((*OF_EACH, *ON_CONDUCT)))) for kind in kinds]
    given_ = case(offence(decisions, data.draw(findings(ON_CONDUCT))), part=part, hearing=hearing)
    twice, plain = determine(given_, BOOK), determine(given_, BOOK, engine="plain")
    assert twice.offences == plain.offences
    assert twice.rule_book == BOOK.digest
    assert type(twice).model_validate_json(twice.model_dump_json()) == twice


@examples(40)
@given(findings((*OF_EACH, *ON_CONDUCT)), st.sampled_from(["2020-01-01", "2025-01-01"]))
def test_a_list_of_one_decision_says_what_the_short_form_says(found, hearing):
    short = {**found, "merits_appeal": "none_shown", "later_decision": "none_shown"}
    of_each = {name: answer for name, answer in found.items() if name in OF_EACH}
    conduct = {name: answer for name, answer in found.items() if name in ON_CONDUCT}
    one, listed = (
        hear(case(each, hearing=hearing), BOOK).offences[0]
        for each in (offence((), short), offence([("first_instance", of_each)], conduct))
    )
    by_list = answers_of(listed)
    assert one.outcome == listed.outcome
    assert one.closed.path.outcome == listed.closed.path.outcome
    assert answers_of(one).items() <= by_list.items()


@examples(40)
@given(
    st.data(),
    st.sampled_from(["retrial", "aggregation_with_discretion", "merits_appeal", "points_of_law_appeal"]),
)
def test_the_answers_for_the_decisions_make_the_answer_by_the_stated_rule(data, second):
    decisions = [("first_instance", data.draw(findings(OF_EACH))), (second, data.draw(findings(OF_EACH)))]
    heard = hear(case(offence(decisions)), BOOK, Under(engine="plain")).offences[0]
    singly = [
        answers_of(hear(case(offence([("first_instance", found)])), BOOK, Under(engine="plain")).offences[0])
        for _, found in decisions
    ]
    present, absent = ([each.get(f"EA 2003 s 20({number}) [d0]") for each in singly] for number in (1, 3))
    said = answers_of(heard)
    first, last = present
    covered = [
        "yes" if here == "yes" or there == "yes" else "no" if (here, there) == ("no", "no") else "open"
        for here, there in zip(present, absent, strict=True)
    ]
    if second in ("retrial", "points_of_law_appeal"):
        alone = singly[second == "retrial"]
        assert said["EA 2003 s 20(1)"] == alone["EA 2003 s 20(1)"]
        assert said.get("EA 2003 s 20(3)") == alone.get("EA 2003 s 20(3)")
    elif second == "merits_appeal":
        expected = "yes" if last == "yes" else "no" if (first, last) == ("no", "no") else "open"
        assert said["EA 2003 s 20(1)"] == expected
        if "EA 2003 s 20(3)" in said and last == "no":
            rule = (
                "no"
                if covered[1] == "no"
                else "yes"
                if covered == ["yes", "yes"] and "yes" in absent
                else "open"
            )
            assert said["EA 2003 s 20(3)"] == rule
    else:
        assert said["EA 2003 s 20(1)"] == (
            "no" if first == "no" else "yes" if (first, last) == ("yes", "yes") else "open"
        )
        if "EA 2003 s 20(3)" in said:
            rule = (
                "no"
                if covered[0] == "no"
                else "yes"
                if covered == ["yes", "yes"] and "yes" in absent
                else "open"
            )
            assert said["EA 2003 s 20(3)"] == rule


def end_of_chain(book, known, judged):
    """Whether the hearing ends in a discharge at section 20 on complete answers, walked by hand."""
    questions = {
        question.name: (provision, question)
        for provision, question in book.questions_in("1")
        if "s 20(" in provision
    }

    def answer(name):
        _, question = questions[name]
        version = (
            question.versions[-1]
            if not question.versions[-1].in_force.is_prospective
            else question.versions[-2]
        )
        given_ = version.answer(
            {each: answer(each) if each in questions else known[each] for each in version.facts}
        )
        return judged[name] if given_ == "open" else given_

    chain = ("convicted_in_presence", "deliberately_absent")  # no retrial: that is found
    return "goes on" if any(answer(name) == "yes" for name in chain) else "discharge"


@examples(12)
@given(st.data())
def test_what_matters_is_exact_for_two_decisions(data):
    drawn = [
        {name: data.draw(st.sampled_from(sorted(BOOK.facts[name].answers))) for name in OF_EACH}
        for _ in range(2)
    ]
    conduct = {name: data.draw(st.sampled_from(sorted(BOOK.facts[name].answers))) for name in ON_CONDUCT}
    unknown = data.draw(
        st.lists(
            st.tuples(st.sampled_from([0, 1]), st.sampled_from(OF_EACH)), min_size=1, max_size=2, unique=True
        )
    )
    asked = [
        {name: answer for name, answer in found.items() if (i, name) not in unknown}
        for i, found in enumerate(drawn)
    ]
    retrial = {"entitled_to_retrial": {"answer": "no", "by": "judge"}}
    about = {
        subject: {name: each for name, each in SETTLED.items() if BOOK.about("1", name) == subject}
        for subject in ("person", "offence")
    }
    decisions = list(zip(("first_instance", "merits_appeal"), asked, strict=True))
    given_ = case(offence(decisions, {**conduct, **about["offence"], **retrial}), person=about["person"])
    (said,) = analyse(given_, BOOK, engine="plain")
    book = hear(given_, BOOK, Under(engine="plain")).offences[0].rule_book
    known = {
        **conduct,
        **{name_of(name, f"d{i}"): answer for i, found in enumerate(drawn) for name, answer in found.items()},
    }
    names = [name_of(name, f"d{i}") for i, name in unknown]
    judged = [
        name
        for provision, question in book.questions_in("1")
        if "s 20(" in provision
        for name in [question.name]
        if "retrial" not in name
    ]
    ends = {
        (answers, judgment): end_of_chain(
            book,
            {**known, **dict(zip(names, answers, strict=True))},
            dict(zip(judged, judgment, strict=True)),
        )
        for answers in itertools.product(*(BOOK.facts[name].answers for _, name in unknown))
        for judgment in itertools.product(("yes", "no"), repeat=len(judged))
    }
    matters = {
        name
        for i, name in enumerate(names)
        for (answers, judgment), end in ends.items()
        for answer in BOOK.facts[unknown[i][1]].answers
        if end != ends[(*answers[:i], answer, *answers[i + 1 :]), judgment]
    }
    assert {each.name for each in said.matters if each.kind == "fact"} == matters


def test_the_schedule_shows_each_decision_and_whether_it_is_the_trial():
    decisions = [
        ("first_instance", NOT_COVERED),
        ("retrial", PRESENT),
        ("aggregation_with_discretion", {}),
        ("activation_unchanged", {}),
    ]
    made = determine(case(offence(decisions)), BOOK)
    (only,) = made.offences
    assert [(each.id, each.is_the_trial, each.replaced_by) for each in only.decisions] == [
        ("d0", "no", "retrial"),
        ("d1", "yes", None),
        ("d2", "decider", None),
        ("d3", "no", None),
    ]
    for form in ("md", "html"):
        text = render(made, form, depth="full")
        assert "No: replaced by the retrial" in text
        assert "For the judge" in text
        assert "__" not in text.replace("`", "").split("Appendix")[0]


@pytest.mark.parametrize("part", [1, 2])
def test_the_authorities_on_a_kind_of_decision_are_those_of_the_part(part):
    decisions = [("first_instance", NOT_COVERED), ("merits_appeal", {}), ("retrial", PRESENT)]
    made = determine(case(offence(decisions), part=part), BOOK)
    cited = {each.cite: each.part for version, _ in made.versions_applied for each in version.authorities}
    assert ("Case C-270/17 PPU" in cited) == (part == 1)
    assert set(cited.values()) <= {None, str(part)}


def test_two_decisions_of_one_kind_without_dates_differ_by_their_ids():
    made = determine(case(offence([("first_instance", PRESENT), ("first_instance", NOT_COVERED)])), BOOK)
    assert [each.words for each in made.offences[0].decisions] == [
        "trial at first instance (d0)",
        "trial at first instance (d1)",
    ]


def test_a_judges_finding_on_one_decision_answers_its_question():
    judge = {"deliberately_absent": {"answer": "yes", "by": "judge"}}
    found = [("first_instance", COVERED), ("merits_appeal", {"attendance": "at_no_hearing", **judge})]
    heard = hear(case(offence(found)), BOOK).offences[0]
    assert answers_of(heard)["EA 2003 s 20(3) [d1]"] == "yes"
    assert heard.outcome.outcome == "proceed to s 21"


def test_a_later_stage_that_names_what_it_follows_joins_that_trial():
    made = [
        DecisionMade("a", "first_instance", "a"),
        DecisionMade("b", "first_instance", "b"),
        DecisionMade("c", "merits_appeal", "c", "a"),
    ]
    assert [[each.id for each in trial] for trial in trials_of(made, KINDS).stages] == [["a", "c"], ["b"]]


def test_a_decision_replaces_the_trial_whose_last_stage_it_can_follow():
    made = [
        DecisionMade("a", "first_instance", "a"),
        DecisionMade("b", "conviction_after_acquittal", "b"),
        DecisionMade("c", "merits_appeal", "c"),
        DecisionMade("d", "conviction_after_acquittal", "d"),
    ]
    trials = trials_of(made, KINDS)
    assert [[each.id for each in trial] for trial in trials.stages] == [["d"]]
    assert [trials.roles[name].replaced_by for name in "abcd"] == ["b", "d", "d", None]


@pytest.mark.parametrize(
    ("found", "absent"),
    [
        ((NOT_COVERED, PRESENT, NOT_COVERED), "no"),
        ((NOT_COVERED, PRESENT, COVERED), "open"),
        ((NOT_COVERED, COVERED, NOT_COVERED), "no"),
        ((NOT_COVERED, COVERED, {}), "open"),
        ((COVERED, COVERED, COVERED), "yes"),
    ],
)
def test_the_last_of_three_stages_decides_whether_a_stage_that_is_not_covered_counts(found, absent):
    kinds = ("first_instance", "merits_appeal", "merits_appeal")
    heard = hear(case(offence(list(zip(kinds, found, strict=True)))), BOOK).offences[0]
    assert answers_of(heard)["EA 2003 s 20(3)"] == absent


def test_the_version_assumed_is_assumed_for_each_decision():
    found = {"attendance": "at_no_hearing", "knew_date_and_place": "not_shown"}
    given_ = case(
        offence([("first_instance", found), ("merits_appeal", found)], {"diligence": "manifest_lack"})
    )
    assert answers_of(hear(given_, BOOK).offences[0])["EA 2003 s 20(3) [d1]"] != "yes"
    before = hear(given_, BOOK, Under(assuming=("s20-3-before-bertino",))).offences[0]
    assert answers_of(before)["EA 2003 s 20(3) [d1]"] == "yes"


def test_offences_with_and_without_decisions_are_heard_side_by_side():
    both = case(
        offence([("first_instance", COVERED), ("merits_appeal", NOT_COVERED)], name="one"),
        offence((), {"flight": "did_not_leave"}, name="two"),
    )
    hearing = hear(both, BOOK)
    assert [each.rule_book is BOOK for each in hearing.offences] == [False, True]
    made = with_sensitivity(hearing)
    assert {"attendance", "attendance__d1"} <= made.terms.keys()
    assert "EA 2003 s 20(1) [d0]" in made.addresses
    draft = further_information(both, BOOK)
    assert {point.name for point in draft.points} & {"attendance", "notice"}


@pytest.mark.parametrize("kinds", [("first_instance", "merits_appeal"), ("first_instance",)])
def test_the_form_keeps_the_decisions_that_it_does_not_show(kinds):
    form, content = form_and_content(case(offence([(kind, COVERED) for kind in kinds])))
    rest = unshown_leaves(form.rest)
    kept = {place: leaf for place, leaf in leaves_of(content).items() if "decisions" in place}
    assert kept.items() <= rest.items()
    assert content_of(kept)["offences"][0]["decisions"] == content["offences"][0]["decisions"]


def test_a_rule_book_for_decisions_is_made_once_and_few_are_kept():
    made = (DecisionMade("a", "first_instance", "trial"),)
    assert BOOK.for_decisions(()) is BOOK
    first = BOOK.for_decisions(made)
    assert BOOK.for_decisions(made) is first
    for number in range(40):
        BOOK.for_decisions((DecisionMade("a", "first_instance", f"trial {number}"),))
    assert BOOK.for_decisions(made) is not first
    assert BOOK.for_decisions(made).digest == BOOK.digest


def test_a_rule_book_without_kinds_of_decision_reads_no_decisions():
    listed = {"id": "one", "case_type": "conviction", "decisions": [{"id": "a", "kind": "trial"}]}
    given_ = CaseFile.model_validate(
        {"case": "X", "part": 1, "territory": "RO", "dates": {"hearing": "2015-01-01"}, "offences": [listed]}
    )
    with pytest.raises(
        SourceError, match=r"decisions: are not read by this rule book, which has no decisions.yaml"
    ):
        determine(given_, SMALL)


def test_box_d_of_one_decision_speaks_of_that_decision():
    options = {"box_d": {"ticked": ["3.1a", "3.4"]}}
    listed = offence([("first_instance", PRESENT), ("merits_appeal", {})])
    listed["decisions"][1]["warrant"] = options
    listed["warrant"] = {"box_b": {"decisions": 2}}
    (only,) = determine(case(listed), BOOK).offences
    assert {each.turns_on for each in only.ambiguities} >= {"place_of_service__d1"}
    assert "later_decision" not in {each.turns_on for each in only.ambiguities}
    heard = hear(case(listed), BOOK).offences[0]
    assert heard.known["attendance__d1"].answer == "not_at_the_decisive_hearing"
    assert heard.known["retrial_right"].answer == "procedural_steps_only"


def test_several_warrants_keep_the_words_of_all_their_decisions():
    warrants = [
        {"id": f"w{i}", "offences": [offence([("first_instance", PRESENT), (kind, PRESENT)], name=f"o{i}")]}
        for i, kind in enumerate(("merits_appeal", "retrial"))
    ]
    warrants[1]["offences"][0]["decisions"][1]["id"] = "again"
    whole = {
        "case": "X",
        "part": 1,
        "territory": "BE",
        "taken_from": "EA 2003 s 20(1)",
        "dates": {"hearing": "2025-01-01"},
        "warrants": warrants,
    }
    made = determine(CaseFile.model_validate(whole), BOOK)
    assert {"attendance__d1", "attendance__again"} <= made.terms.keys()
    assert {"EA 2003 s 20(1) [d1]", "EA 2003 s 20(1) [again]"} <= made.addresses.keys()


def test_laws_that_part_on_one_decision_part_on_a_fact_without_it():
    found = {"attendance": "at_no_hearing", "knew_date_and_place": "not_shown"}
    given_ = case(
        offence([("first_instance", found), ("merits_appeal", found)], {"diligence": "manifest_lack"})
    )
    compared = compare(given_, BOOK, BOOK.side_by_side)
    names = {name for each in compared.cases for parting in each.partings for name in parting.turned_on}
    assert names
    assert not any("__" in name for name in names)


def test_a_condition_that_the_list_settles_leaves_the_rest_of_the_condition():
    contents = read_folder(ROOT / "rules")
    question = contents.questions["EA 2003 s 20(1)"]
    attended, present = (
        {"merits_appeal": {"unless": ["attended"]}},
        {"attendance": ["at_the_decisive_hearing"]},
    )
    condition = All.model_validate({"all": [{"any": [attended, present]}, present]})
    versions = tuple(
        Version.model_validate({**version.model_dump(), "yes_if": condition}) for version in question.versions
    )
    contents.questions[question.provision] = question.model_copy(update={"versions": versions})
    made, _ = contents_for(contents, contents.decision_kinds, (DecisionMade("a", "first_instance", "trial"),))
    limb = made.questions["EA 2003 s 20(1) [a]"].versions[0]
    assert limb.yes_if.model_dump() == {"attendance__a": ("at_the_decisive_hearing",)}


def case_with_an_open_appeal(**more):
    """A case that turns on what is known of an appeal on the merits; every question besides is answered."""
    about = {
        subject: {name: each for name, each in SETTLED.items() if BOOK.about("1", name) == subject}
        for subject in ("person", "offence")
    }
    decisions = [("first_instance", PRESENT), ("merits_appeal", {})]
    return case(offence(decisions, {**about["offence"], **more}), person=about["person"])


def form_and_content(given_):
    """The form of a case on the page, and the content of its file."""
    content = CaseFile.parse("x", written(given_)).model_dump(
        mode="json", exclude_none=True, exclude_defaults=True
    )
    return form_of(content, BOOK, examined(content, BOOK, "plain")), content


def test_a_question_in_the_short_form_of_its_conditions_is_asked_of_each_decision():
    contents = read_folder(ROOT / "rules")
    question = contents.questions["EA 2003 s 20(1)"]
    by_fact = {"attendance": {"yes": ["at_the_decisive_hearing"], "decider": ["not_shown"], "no": "rest"}}
    fields = question.versions[0].model_dump() | {"yes_if": None, "no_if": None, "by_fact": by_fact}
    short = Version.model_validate(fields).written_out(lambda name: tuple(BOOK.facts[name].answers))
    contents.questions[question.provision] = question.model_copy(update={"versions": (short,)})
    made, _ = contents_for(contents, contents.decision_kinds, (DecisionMade("a", "first_instance", "trial"),))
    limb = made.questions["EA 2003 s 20(1) [a]"].versions[0]
    assert limb.yes_if.model_dump() == {"attendance__a": ("at_the_decisive_hearing",)}


def test_the_page_and_the_interview_say_where_a_point_about_one_decision_is_written():
    judge = {"answer": "no", "by": "judge"}
    given_ = case_with_an_open_appeal(entitled_to_retrial=judge, deliberately_absent=judge)
    form, _ = form_and_content(given_)
    assert {each.name for each in form.to_ask} <= {"convicted_in_presence"}
    page = render_case(BOOK, form, ["md"])
    assert "The decisions of the courts, as the case file lists them" in page
    interview = Interview(BOOK, "x", written(given_), engine="plain")
    assert not any("__" in name for _, name in interview.to_ask)
    said = filled_part(
        "ask.txt.j2",
        "end",
        determination=interview.determination(),
        path="x",
        sensitivities=interview.sensitivities,
    )
    assert "Write it into the case file, under that decision" in said


def test_the_page_does_not_say_that_nothing_matters_while_a_decision_does():
    form, _ = form_and_content(case_with_an_open_appeal())
    page = render_case(BOOK, replace(form, to_ask=()), ["md"])
    assert "Write it into the case file, under that decision" in page
    assert "No unknown fact can change the outcome any more" not in page


def test_a_decision_without_a_date_bounds_no_summons():
    case = CaseFile.parse(
        "case.yaml",
        "{case: X, part: 1, territory: RO, taken_from: EA 2003 s 20(1), "
        "dates: {arrest: 2022-06-01, hearing: 2024-06-01}, "
        "offences: [{id: one, case_type: conviction, decisions: [{id: trial, kind: first_instance, "
        "warrant: {box_d: {ticked: ['2'], summoned_on: 2019-06-01}}}]}]}",
    )
    assert determine(case, BOOK).outcome == "open"
