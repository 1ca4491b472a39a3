import csv
import io
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import examples
from strategies import BOOK, FORCED, ROOT, SMALL, case_of, findings, small_case_of

from extradition import CaseFile, OptionError, UnknownLawError, compare, determine, render
from extradition.determination.outcome import Outcome
from extradition.policy.comparison.comparison import compared_laws
from extradition.policy.comparison.counts import ORDER
from extradition.policy.comparison.laws_heard import laws_heard
from extradition.policy.comparison.partings import places
from extradition.policy.reported_law import law_titles, reported_law
from extradition.report.details import detailed

LAWS = ("before-merticariu", "merticariu", "as-amended-2026")


def test_merticariu_under_three_laws(merticariu):
    made = compare(merticariu, BOOK, LAWS)
    (case,) = made.cases
    assert [(each.law, each.outcome, each.under, each.turns_on_commencement) for each in case.outcomes] == [
        ("before-merticariu", "proceed to s 21", "EA 2003 s 20(6)", False),
        ("merticariu", "discharge", "EA 2003 s 20(7)", False),
        ("as-amended-2026", "proceed to s 21", "EA 2003 s 20(6)", True),
    ]
    (parting,) = case.partings
    assert (parting.provision, parting.turned_on) == ("EA 2003 s 20(5)", ("retrial_right",))
    assert [answer.answer for answer in parting.answers] == ["yes", "no", "yes"]
    assert parting.answers[1].authorities[0].cite == "[2024] UKSC 10"
    assert [(each.outcomes, each.count) for each in made.transitions] == [
        (("proceed to s 21", "discharge", "proceed to s 21"), 1)
    ]


def test_merticariu_s_effect_is_reported_from_bertino_s():
    bertino = CaseFile.load("examples/bertino/case.yaml")
    (parting,) = compare(bertino, BOOK, ("before-merticariu", "bertino-without-merticariu")).cases[0].partings
    assert (parting.provision, parting.turned_on) == ("EA 2003 s 20(3)", ("diligence",))
    assert compare(bertino, BOOK, ("bertino-without-merticariu", "merticariu")).cases[0].partings == ()


def test_the_laws_change_both_parts_alike():
    found = {
        "convicted_in_presence": "no",
        "deliberately_absent": "no",
        "rehearing": "retrial",
        "minimum_retrial_rights": "yes",
    }
    case = case_of({**found, "retrial_right": "if_court_finds_no_deliberate_absence"}, "2024-03-06", "2")
    (made,) = compare(case, BOOK, (*LAWS, "bertino-without-merticariu")).cases
    assert [each.outcome for each in made.outcomes] == [
        "proceed to s 86",
        "discharge",
        "proceed to s 86",
        "proceed to s 86",
    ]


def test_what_holds_alike_under_both_laws_is_not_what_they_turn_on():
    found = {
        "convicted_in_presence": "no",
        "later_decision": "none_shown",
        "merits_appeal": "none_shown",
        "diligence": "manifest_lack",
    }
    (parting,) = (
        compare(case_of(found, "2024-03-06"), BOOK, ("before-merticariu", "merticariu")).cases[0].partings
    )
    assert parting.turned_on == ("diligence",)
    found = {
        "convicted_in_presence": "no",
        "deliberately_absent": "no",
        "retrial_right": "none",
        "rehearing": "retrial",
    }
    (parting,) = (
        compare(case_of(found, "2024-03-06"), BOOK, ("merticariu", "as-amended-2026")).cases[0].partings
    )
    assert ([each.answer for each in parting.answers], parting.turned_on) == (
        ["no", "open"],
        ("retrial_right",),
    )
    both_open = {
        "convicted_in_presence": "no",
        "deliberately_absent": "no",
        "retrial_right": "other_condition",
    }
    assert (
        compare(case_of(both_open, "2024-03-06"), BOOK, ("before-merticariu", "as-amended-2026"))
        .cases[0]
        .partings
        == ()
    )


def test_a_question_that_one_law_never_reaches():
    case = case_of(
        {
            "convicted_in_presence": "no",
            "later_decision": "none_shown",
            "merits_appeal": "none_shown",
            "diligence": "manifest_lack",
        },
        "2024-03-06",
    )
    (parting,) = compare(case, BOOK, ("before-merticariu", "merticariu")).cases[0].partings
    assert [answer.answer for answer in parting.answers] == ["yes", "open"]
    first = small_case_of({"sentence": "24", "named": "yes"}, "2010-01-01")
    assert compare(first, SMALL, ("old", "new")).cases[0].partings == ()


BEYOND = {
    "retrial_right": "if_court_finds_no_deliberate_absence",
    "rehearing": "retrial",
    "minimum_retrial_rights": "yes",
}


def test_laws_part_beyond_an_open_question_at_the_question_and_not_where_the_ways_meet_again():
    found = {**BEYOND, "convention_compatible": "yes", "convention_compatible_if_accused": "yes"}
    (case,) = compare(case_of(found, "2024-03-06"), BOOK, ("before-merticariu", "merticariu")).cases
    (parting,) = case.partings
    assert (parting.provision, parting.turned_on) == ("EA 2003 s 20(5)", ("retrial_right",))
    assert [(answer.answer, answer.version) for answer in parting.answers] == [
        ("yes", "s20-5-before-merticariu"),
        ("no", "s20-5-merticariu"),
    ]


def first_difference(case, laws, number):
    """The first question in the order of the hearing that the determinations do not answer alike: over all
    that they answer or leave open.
    """
    answers = []
    for law in laws:
        offence = determine(case, BOOK, law=law, engine="plain").offences[number]
        answered = {
            step.provision: step.answer
            for step in (*offence.steps, *offence.steps_beyond)
            if step.limb_of is None
        }
        answers.append(
            {question.provision: "open" for question in offence.open_questions if question.limb_of is None}
            | answered
        )
    return next(
        (p for p, _ in BOOK.questions_in(case.part) if len({each.get(p) for each in answers}) > 1), None
    )


@examples(60)
@given(st.data(), st.sampled_from(["1", "2"]), st.permutations(list(BOOK.laws)), st.integers(2, 3))
def test_laws_part_at_the_first_question_of_all_those_answered_that_they_answer_differently(
    data, part, laws, number
):
    begins = {"1": "EA 2003 s 20(1)", "2": "EA 2003 s 85(1)"}
    ordered = [question for _, question in BOOK.questions_in(part)]
    first = next(i for i, question in enumerate(ordered) if question.provision == begins[part])
    found = data.draw(findings(BOOK, part, among=ordered[first : first + 8]))
    known = data.draw(st.sampled_from([{}, BEYOND]))
    case = case_of(
        {**found, **known}, "2024-03-06", part, data.draw(st.sampled_from(["conviction", "accusation"]))
    )
    partings = compare(case, BOOK, laws[:number], engine="plain").cases[0].partings
    assert [each.provision for each in partings] == [
        each for each in [first_difference(case, laws[:number], 0)] if each
    ]


def test_many_cases_are_counted_with_the_cases_behind_each_count(merticariu):
    other = case_of({"convicted_in_presence": "yes"}, "2020-01-01")
    made = compare([merticariu, other, other], BOOK, LAWS)
    assert [(each.outcomes, each.count, each.cases) for each in made.transitions] == [
        (("proceed to s 21",) * 3, 2, ("A case", "A case")),
        (("proceed to s 21", "discharge", "proceed to s 21"), 1, (merticariu.case,)),
    ]
    assert [(each.changed, each.on_commencement) for each in made.shifts] == [(1, 0), (1, 1)]
    # one outcome before, two after: in the order of the table, not in that of the cases
    assert [(each.before, each.after, each.count) for each in made.shifts[0].flows] == [
        ("proceed to s 21", "proceed to s 21", 2),
        ("proceed to s 21", "discharge", 1),
    ]


ABSENT = {
    "convicted_in_presence": "no",
    "deliberately_absent": "no",
    "rehearing": "retrial",
    "minimum_retrial_rights": "yes",
}
IN_PRESENCE = {"convicted_in_presence": "yes"}
RETRIAL = {**ABSENT, "retrial_right": "if_court_finds_no_deliberate_absence"}
NO_RETRIAL = {**ABSENT, "retrial_right": "none"}


def several(*found, **more):
    """A case with one offence for each of those findings, named a, b and so on."""
    offences = [
        {"id": name, "case_type": "conviction", "conduct_date": "2020-01-01", "findings": each}
        for name, each in zip("abcdef", found, strict=False)
    ]
    head = {
        "case": "Several",
        "part": "1",
        "territory": "BE",
        "taken_from": "EA 2003 s 20(1)",
        "dates": {"hearing": "2024-03-06"},
    }
    return CaseFile.model_validate({**head, "offences": offences, **more})


def rows(made):
    """The rows of its CSV form, each by the heading of its column."""
    return list(csv.DictReader(io.StringIO(render(made, "csv").removeprefix("\ufeff"), newline="")))


FOUND = st.sampled_from([{}, IN_PRESENCE, RETRIAL, NO_RETRIAL, ABSENT, {"convicted_in_presence": "no"}])


def test_the_changes_between_two_laws_stand_in_the_order_of_the_table_before_and_then_after():
    made = compare([several(each) for each in (NO_RETRIAL, RETRIAL, IN_PRESENCE)], BOOK, LAWS[:2])
    assert [each.outcome for each in made.outcomes] == ["proceed to s 21", "discharge"]
    assert [(each.before, each.after) for each in made.shifts[0].flows] == [
        ("proceed to s 21", "proceed to s 21"),
        ("proceed to s 21", "discharge"),
        ("discharge", "discharge"),
    ]


@examples(25)
@given(
    st.lists(st.lists(FOUND, min_size=1, max_size=3), min_size=1, max_size=6),
    st.permutations(list(BOOK.laws)),
    st.integers(2, 4),
)
def test_every_count_counts_every_case_once(found, laws, number):
    made = compare([several(*each) for each in found], BOOK, laws[:number])
    total = len(found)
    assert sum(each.count for each in made.transitions) == total
    assert sorted(number for each in made.transitions for number in each.numbers) == list(range(1, total + 1))
    for i, law in enumerate(made.laws):
        assert sum(each.counts[i] for each in made.outcomes) == total
        assert law.turns_on_commencement == sum(case.outcomes[i].turns_on_commencement for case in made.cases)
    for i, shift in enumerate(made.shifts):
        assert shift.changed + shift.closed + shift.opened + shift.open + shift.alike == shift.total == total
        assert {(flow.before, flow.after): flow.count for flow in shift.flows} == {
            (before, after): sum(
                each.count for each in made.transitions if each.outcomes[i : i + 2] == (before, after)
            )
            for before, after in {each.outcomes[i : i + 2] for each in made.transitions}
        }
    for place in made.places:
        assert place.count == len(made.at(place)) == len(set(place.numbers))
        for answers in place.answers:
            assert answers.yes + answers.no + answers.open + answers.not_reached == place.offences
            assert (
                sum(version.offences for version in answers.versions) == place.offences - answers.not_reached
            )
    assert len(rows(made)) == total * number
    render(made, "html")


@pytest.mark.parametrize(
    ("found", "turns"),
    [
        ([RETRIAL], ["changed", "changed"]),
        ([IN_PRESENCE], ["alike", "alike"]),
        ([{}], ["open", "open"]),
        ([{}, IN_PRESENCE], ["open", "open"]),
        ([NO_RETRIAL, IN_PRESENCE], ["alike", "opened"]),
        ([NO_RETRIAL], ["alike", "opened"]),
        ([{}, RETRIAL], ["changed", "changed"]),
    ],
)
def test_an_open_outcome_is_no_agreement_in_whole_or_in_part(found, turns):
    made = compare(several(*found), BOOK, LAWS)
    assert [
        [name for name in ("changed", "closed", "opened", "open", "alike") if getattr(shift, name)]
        for shift in made.shifts
    ] == [[t] for t in turns]
    reversed_ = compare(several(*found), BOOK, LAWS[::-1])
    other_way = {"opened": "closed", "closed": "opened"}
    assert [
        getattr(shift, other_way.get(turn, turn))
        for shift, turn in zip(reversed_.shifts, turns[::-1], strict=True)
    ] == [1, 1]


def test_a_mixed_case_says_which_offences_have_which_outcome():
    made = compare(several(IN_PRESENCE, NO_RETRIAL), BOOK, ("before-merticariu", "merticariu"))
    (case,) = made.cases
    assert [(each.outcome, each.kind, each.under) for each in case.outcomes] == [("mixed", "mixed", None)] * 2
    assert [(group.outcome.outcome, group.offences) for group in case.outcomes[0].combined] == [
        ("proceed to s 21", ("a",)),
        ("discharge", ("b",)),
    ]
    assert rows(made)[0]["mixed_of"] == "a: proceed to s 21; b: discharge"
    assert "(proceed to s 21: a; discharge: b)" in render(made, "html")
    assert "A case whose offences have different outcomes is mixed." in render(made, "html")
    assert "A case that stays mixed is pale, even if one of its offences changes." in render(made, "html")
    changed = compare(several(RETRIAL, IN_PRESENCE, NO_RETRIAL), BOOK, ("before-merticariu", "merticariu"))
    assert [each.outcomes for each in changed.transitions] == [("mixed", "mixed")]
    assert changed.shifts[0].changed == 1


def test_outcomes_have_one_order_from_extradition_to_discharge_and_open_last(merticariu):
    assert set(ORDER) == {*Outcome.model_fields["kind"].annotation.__args__, "mixed"}
    cases = [
        case_of(NO_RETRIAL, "2024-03-06"),
        case_of({}, "2024-03-06"),
        case_of(IN_PRESENCE, "2024-03-06", "2"),
        merticariu,
    ]
    assert [each.outcome for each in compare(cases, BOOK, LAWS).outcomes] == [
        "proceed to s 21",
        "proceed to s 87",
        "discharge",
        "open",
    ]
    beyond = small_case_of({"sentence": "24", "named": "yes"}, "2010-01-01")
    assert len(compare(beyond, SMALL).outcomes) == 1


def test_a_law_says_what_it_assumes_how_sure_that_is_and_whether_it_is_the_law(merticariu):
    before, then, now, amended = compare(merticariu, BOOK).laws
    assert [law.name for law in (before, then, now, amended)] == list(BOOK.side_by_side)
    assert (before.prospective, now.prospective, amended.prospective) == (False, False, True)
    assert [(each.version, each.verified, each.prospective) for each in amended.assuming] == [
        ("s20-5-as-amended-2026", "factsheet only", True),
        ("s85-5-as-amended-2026", "factsheet only", True),
    ]
    assert amended.verified["factsheet only"] == ("s20-5-as-amended-2026",)
    assert (amended.turns_on_commencement, now.turns_on_commencement) == (1, 0)
    assert "not known to be in force" in render(compare(merticariu, BOOK), "html")


def test_between_today_and_the_amendment_nothing_differs_but_what_is_assumed():
    today, amended = BOOK.laws["today"], BOOK.laws["as-amended-2026"]
    assert (today.as_at, today.assuming, amended.as_at) == (BOOK.stated_as_at, (), BOOK.stated_as_at)
    extraterritorial = CaseFile.load(ROOT / "precedents/el-khouri.yaml")
    made = compare([CaseFile.load(ROOT / "examples/merticariu/case.yaml"), extraterritorial], BOOK)
    assert (made.shifts[-1].before, made.shifts[-1].after) == ("today", "as-amended-2026")
    assert [
        (shift.changed + shift.closed + shift.opened, shift.on_commencement) for shift in made.shifts
    ] == [(1, 0), (1, 0), (1, 1)]


def test_where_the_laws_part_is_counted_by_case_and_reported_with_the_authorities():
    made = compare(
        [several(RETRIAL, RETRIAL), several(IN_PRESENCE), case_of(RETRIAL, "2024-03-06")],
        BOOK,
        ("before-merticariu", "merticariu"),
    )
    (place,) = made.places
    assert (place.provision, place.count, place.offences, place.numbers) == ("EA 2003 s 20(5)", 2, 3, (1, 3))
    assert place.turned_on == {"retrial_right": 3}
    assert [(each.yes, each.no, each.open, each.not_reached) for each in place.answers] == [
        (3, 0, 0, 0),
        (0, 3, 0, 0),
    ]
    assert [version.version for version in place.answers[1].versions] == ["s20-5-merticariu"]
    assert "[2024] UKSC 10" in [each.cite for each in place.answers[1].versions[0].authorities]
    page = render(made, "html")
    assert "2 cases (3 offences). Decisive: the retrial (3)." in page
    assert "Answers of each law, by offence" in page


def test_the_versions_of_a_law_are_listed_by_the_offences_to_which_it_applied_them():
    (usual,) = compare(case_of(RETRIAL, "2024-03-06"), BOOK, LAWS).cases[0].partings
    answers = [each.model_copy(update={"version": "another"}) for each in usual.answers]
    rare = usual.model_copy(update={"answers": tuple(answers)})
    other = {
        "title": "Other",
        "address": "https://x.test",
        "turned_on": ("z_fact", "retrial_right", "a_fact"),
    }
    (tied,) = places([(1, usual), (2, rare.model_copy(update=other))])
    assert list(tied.turned_on.items()) == [("retrial_right", 2), ("a_fact", 1), ("z_fact", 1)]
    for law, answer in zip(tied.answers, usual.answers, strict=True):
        assert [each.version for each in law.versions] == ["another", answer.version]
    assert (tied.title, tied.address) == (usual.title, usual.address)
    (place,) = places([(1, rare), (2, usual), (3, usual)])
    for law, answer in zip(place.answers, usual.answers, strict=True):
        assert [(each.version, each.offences) for each in law.versions] == [
            (answer.version, 2),
            ("another", 1),
        ]


def test_cases_of_one_name_are_reported_apart_by_their_place():
    made = compare([case_of(IN_PRESENCE, "2024-03-06")] * 3, BOOK, LAWS)
    assert made.transitions[0].cases == ("A case",) * 3
    assert made.transitions[0].numbers == (1, 2, 3)
    page = render(made, "html")
    assert all(
        page.count(f'href="#case-{number}"') == page.count(f'id="case-{number}"') == 1 for number in (1, 2, 3)
    )
    assert [each["number"] for each in rows(made)][:: len(LAWS)] == ["1", "2", "3"]


def test_only_decided_cases_are_said_to_be_no_sample(merticariu):
    decided = CaseFile.load(ROOT / "precedents/meger.yaml")
    stated = [
        compare(cases, BOOK, LAWS)
        for cases in ([merticariu, merticariu], [merticariu, decided], [decided, decided])
    ]
    assert [each.decided for each in stated] == [0, 1, 2]
    for form in ("md", "html"):
        pages = [render(each, form) for each in stated]
        assert all("The counts describe the cases given, not any population." in page for page in pages)
        assert ["no share here is a base rate" in page for page in pages] == [False, True, True]
        assert [
            "1 of the 2 are case files of decided cases: several" in pages[1],
            "All of the 2 are case files of decided cases, under 1 different citation: several can share"
            in pages[2],
        ] == [True, True]


@pytest.mark.parametrize(
    ("citations", "said"),
    [
        (("[2024] A 1", "[2024] A 2", None), "under 2 different citations (1 without any). Reported"),
        (("[2024] A 1", "[2024] A 1", None), "under 1 different citation (1 without any): several"),
        (("[2024] A 1", "[2024] A 2", "[2024] A 3"), "under 3 different citations. Reported"),
        ((None, None), "under 0 different citations (2 without any). Reported"),
    ],
)
def test_only_cases_of_one_citation_are_said_to_share_a_judgment(citations, said):
    decided = CaseFile.load(ROOT / "precedents/meger.yaml")
    made = compare([decided.model_copy(update={"citation": each}) for each in citations], BOOK, LAWS)
    assert f"are case files of decided cases, {said}" in render(made, "md")


def test_a_comparison_of_no_cases_is_refused():
    with pytest.raises(ValueError, match="there is no case to compare"):
        compare(iter([]), BOOK, LAWS)


def test_a_page_of_no_cases_and_one_of_more_laws_than_are_drawn(merticariu):
    wrong = merticariu.model_copy(update={"territory": "Utopia"})
    nothing = compare([wrong], BOOK, LAWS, on_fault=lambda *_: None)
    assert (nothing.outcomes, nothing.transitions, nothing.places) == ((), (), ())
    assert "<svg" not in render(nothing, "html")
    assert len(rows(nothing)) == 0
    many = compare(several(IN_PRESENCE), BOOK, LAWS)
    outcomes = tuple(each.model_copy(update={"counts": each.counts * 2}) for each in many.outcomes)
    more = many.model_copy(update={"laws": many.laws * 2, "outcomes": outcomes})
    assert "Too many laws for a chart" in render(more, "html")


def test_a_page_names_what_is_drawn_together_and_says_where_small_flows_are_widened(merticariu):
    made = compare([merticariu], BOOK, LAWS)
    rare = [
        made.transitions[0].model_copy(
            update={"outcomes": (f"proceed to s {i}",) * 3, "numbers": (1,), "count": 1000 - i}
        )
        for i in range(13)
    ]
    kinds = [
        made.outcomes[0].model_copy(update={"outcome": f"proceed to s {i}", "kind": "proceed"})
        for i in range(13)
    ]
    page = render(made.model_copy(update={"transitions": (*rare,), "outcomes": (*kinds,)}), "html")
    assert (
        "because there is no room for each: proceed to s 11; proceed to s 12. A change from one of these to "
        "another is pale." in page
    )
    assert "drawn wider than their number" not in page
    few = [*rare[:1], rare[1].model_copy(update={"count": 1})]
    assert "drawn wider than their number" in render(
        made.model_copy(update={"transitions": (*few,), "outcomes": (*kinds,)}), "html"
    )


HOSTILE = "=cmd|'/C calc'!A0 </table><script>alert(1)</script> {{ 7*7 }} \"quoted\", \u202e\r\n# Outcome"


def test_nothing_that_a_case_file_says_becomes_markup_in_a_page_or_a_formula_in_a_table():
    named = [
        case_of(RETRIAL, "2024-03-06").model_copy(update={"case": name, "citation": HOSTILE})
        for name in (HOSTILE, "+1", "\t-1", "@x", "\uff1dx", "Plain")
    ]
    for cases in (named, named[:1]):
        page = render(compare(cases, BOOK, LAWS), "html")
        assert "<script>" not in page
        assert "&lt;script&gt;alert(1)" in page
        assert "\u202e" not in page
    stated = rows(compare(named, BOOK, LAWS))[:: len(LAWS)]
    assert [each["case"] for each in stated[1:]] == ["'+1", "'-1", "'@x", "'\uff1dx", "Plain"]
    shown = HOSTILE.replace("\u202e", "U+202E").replace("\r\n", " ")
    assert stated[0]["case"] == stated[0]["citation"] == f"'{shown}"


COLUMNS = (
    *(
        "number",
        "case",
        "reference",
        "citation",
        "case_file_hash",
        "law",
        "law_as_at",
        "law_assumes",
        "outcome",
        "under",
    ),
    *("forced_by", "if_nothing_more_is_shown", "unless_shown"),
    *("turns_on_commencement", "mixed_of", "unused_findings", "parts_at", "turned_on", "kind"),
)


def test_the_outcome_if_nothing_more_is_shown_goes_where_the_outcome_goes(merticariu):
    silent = case_of({"deliberately_absent": "no"}, "2024-03-06")
    made = compare([merticariu, silent], BOOK, LAWS)
    assert [each.if_nothing_more_is_shown for each in made.cases[1].outcomes] == ["discharge"] * 3
    assert made.closings == [("discharge", (1, 2, 1)), ("order", (1, 0, 1))]
    assert [each["if_nothing_more_is_shown"] for each in rows(made)[3:]] == ["discharge"] * 3
    assert "The same cases if nothing more is shown" in render(made)
    assert "If nothing more is shown" in render(compare(silent, BOOK, LAWS))


def test_an_outcome_under_a_law_says_what_it_presumes():
    warned = case_of(
        {"notice": "summoned_in_person", "knew_date_and_place": "yes", "warned_of_trial_in_absence": "yes"},
        "2025-01-01",
    )
    made = compare(warned.model_copy(update={"taken_from": "EA 2003 s 20(3)"}), BOOK, LAWS)
    assert {"later_decision", "doubt_about_notice"} <= set(made.cases[0].outcomes[0].unless_shown)
    assert "a later decision on the sentence" in render(made)
    assert rows(made)[0]["unless_shown"].startswith("later_decision; ")


def test_a_table_has_a_row_for_each_case_under_each_law_as_rfc_4180_writes_it(merticariu):
    made = compare(merticariu, BOOK, LAWS)
    text = render(made, "csv")
    assert text.startswith("\ufeff" + ",".join(f'"{name}"' for name in COLUMNS))
    assert text.endswith("\r\n")
    assert not re.search(r"(?<!\r)\n", text)
    stated = rows(made)
    assert [
        (each["law"], each["outcome"], each["under"], each["turns_on_commencement"]) for each in stated
    ] == [
        ("before-merticariu", "proceed to s 21", "EA 2003 s 20(6)", "no"),
        ("merticariu", "discharge", "EA 2003 s 20(7)", "no"),
        ("as-amended-2026", "proceed to s 21", "EA 2003 s 20(6)", "yes"),
    ]
    assert {(each["parts_at"], each["turned_on"], each["case_file_hash"]) for each in stated} == {
        ("EA 2003 s 20(5)", "retrial_right", merticariu.digest)
    }
    assert {(each["kind"], each["rule_book"]) for each in stated} == {("comparison (support)", BOOK.digest)}
    assert [(each["law_as_at"], each["law_assumes"]) for each in stated] == [
        ("2024-03-05", ""),
        ("2024-03-06", ""),
        (
            str(BOOK.laws["as-amended-2026"].as_at),
            "s20-5-as-amended-2026 (factsheet only); s85-5-as-amended-2026 (factsheet only)",
        ),
    ]


def test_a_change_that_does_not_come_from_the_amendment_is_not_counted_for_it():
    extraterritorial = CaseFile.load(ROOT / "precedents/el-khouri.yaml")
    merticariu = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
    made = compare([merticariu, extraterritorial], BOOK, ["merticariu", "as-amended-2026"])
    (shift,) = made.shifts
    assert (shift.changed + shift.closed + shift.opened, shift.on_commencement) == (2, 1)
    for form in ("md", "html"):
        assert (
            "1 of the changes turns on commencement of an assumed version. The others come from other law"
            in render(made, form)
        )
    assert (
        "The same version as under “After Merticariu and Bertino”; a version on which it builds differs."
        in render(made, "html")
    )
    assert "The others come from other law" not in render(
        compare([merticariu], BOOK, ["merticariu", "as-amended-2026"]), "md"
    )


def test_what_is_open_is_never_counted_as_agreement():
    merticariu = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
    empty = merticariu.model_copy(
        update={"offences": (merticariu.offences[0].model_copy(update={"findings": {}}),)}
    )
    for form in ("md", "html"):
        page = render(compare(empty, BOOK, LAWS), form)
        assert "The laws part at no answered question. An open question is not agreement" in page
        assert "The laws part nowhere." not in page
    present = CaseFile.load(ROOT / "examples/part_1_conviction/case.yaml")
    assert "The laws part nowhere." in render(compare(present, BOOK, LAWS), "html")


def test_a_page_of_thousands_of_cases_stays_closed_and_of_a_size_to_open():
    made = compare([several(RETRIAL), several({}), several(RETRIAL, IN_PRESENCE)], BOOK, LAWS)
    cases = tuple(
        case.model_copy(update={"number": 3 * i + case.number}) for i in range(1000) for case in made.cases
    )
    groups = tuple(
        each.model_copy(
            update={
                "count": 1000 * each.count,
                "numbers": tuple(3 * i + n for i in range(1000) for n in each.numbers),
            }
        )
        for each in made.transitions
    )
    page = render(made.model_copy(update={"cases": cases, "transitions": groups}), "html")
    assert page.count('<tr id="case-') == 3000
    assert "<details open" not in page
    assert len(page) < 3000 * 1500


def test_laws_of_one_title_have_their_names_after_it():
    laws = [reported_law(name, BOOK) for name in ("today", "as-amended-2026", "before-merticariu")]
    assert law_titles(laws) == {
        "today": "Today",
        "as-amended-2026": "As amended in 2026 (prospective)",  # its short title
        "before-merticariu": "Before Merticariu and Bertino",
    }
    alike = [each.model_copy(update={"short_title": "A law"}) for each in laws[:2]]
    assert law_titles(alike) == {
        "today": "A law (today)",
        "as-amended-2026": "A law (as-amended-2026)",
    }


def test_the_flows_are_reported_in_words(merticariu):
    page = render(compare([merticariu, case_of(IN_PRESENCE, "2024-03-06")], BOOK, LAWS), "html")
    (stated,) = re.findall("<desc>(.*)</desc>", page)
    assert stated.startswith(
        "Under “Before Merticariu and Bertino”: proceed to s 21 2. "
        "Under “After Merticariu and Bertino”: proceed to s 21 1, discharge 1. "
    )
    assert (
        "From “Before Merticariu and Bertino” to “After Merticariu and Bertino”: 1 from proceed to s 21 to "
        "discharge; 1 under the same outcome as before." in stated
    )
    assert (
        "From “Before Merticariu and Bertino” to “After Merticariu and Bertino”, 1 of 2 cases change." in page
    )


def test_neighbouring_laws_are_those_next_to_each_other_as_they_were_named(merticariu):
    made = compare(merticariu, BOOK, list(BOOK.laws))
    assert [(shift.before, shift.after) for shift in made.shifts] == list(pairwise(BOOK.laws))


@pytest.mark.parametrize("laws", [(), ("merticariu",), ("merticariu", "merticariu")])
def test_a_comparison_needs_two_different_laws(merticariu, laws):
    with pytest.raises(OptionError, match="two or more different laws"):
        compare(merticariu, BOOK, laws)


def test_a_law_that_the_rule_book_does_not_have_is_refused_before_any_case_is_heard():
    with pytest.raises(UnknownLawError, match="'yesterday' is not a law"):
        laws_heard(BOOK, ("today", "yesterday"))


def test_the_table_names_each_version_that_a_law_assumes_with_its_verification(merticariu):
    rows = list(
        csv.DictReader(io.StringIO(render(compare(merticariu, BOOK, ["today", "as-amended-2026"]), "csv")))
    )
    assert any("s20-5-as-amended-2026 (factsheet only)" in value for row in rows for value in row.values())
    assert rows[0].keys() == rows[1].keys()


def test_a_page_on_many_cases_starts_with_what_changes_and_folds_the_cases_in_pages_of_25(merticariu):
    page = render(compare([merticariu] * 51, BOOK, LAWS), "html")
    headings = re.findall("<h2[^>]*>(.*?)</h2>", page)
    assert headings == [
        "From law to law",
        "Where the laws part",
        "Every case",
        "Laws compared",
        "Appendix: identifiers",
    ]
    assert re.findall("<summary>(Cases .*? of .*?)</summary>", page) == [
        "Cases 1 to 25 of 51",
        "Cases 26 to 50 of 51",
        "Cases 51 to 51 of 51",
    ]
    before_the_laws = page.partition('id="flow"')[0]
    assert "“As amended in 2026 (prospective)” is not known to be in force." in before_the_laws
    text = render(compare([merticariu] * 51, BOOK, LAWS), "md")
    assert "of 51" not in text.partition("## Every case")[2].partition("## Laws compared")[0]


@pytest.fixture(scope="module")
def too_many_cases(merticariu):
    return compare([merticariu] * 501, BOOK, LAWS, engine="plain")


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_report_on_paper_about_more_cases_than_a_reader_can_use_is_refused(too_many_cases, form):
    with pytest.raises(
        OptionError, match=f"a {form} shows at most 500 cases, and these are 501: .* 125 pages"
    ):
        render(too_many_cases, form)


GROUPS = ("part", "territory", "case_type", "hearing_year", "court", "cps_reference", "warrant_reference")


def test_the_table_has_the_groups_of_a_case_for_a_breakdown():
    paths = ("examples/part_1_mixed_offences", "examples/two_warrants", "examples/part_1_conviction")
    cases = [CaseFile.load(ROOT / path / "case.yaml") for path in paths]
    cases += [CaseFile.load(ROOT / "precedents/merticariu-uksc.yaml")]
    stated = rows(compare(cases, BOOK, ("merticariu", "today")))[::2]
    court = "Westminster Magistrates' Court"
    mixed = (
        "conviction; accusation"
        if cases[0].offences[0].case_type == "conviction"
        else "accusation; conviction"
    )
    assert [tuple(each[name] for name in GROUPS) for each in stated] == [
        ("1", cases[0].territory, mixed, "2025", "", "", ""),
        ("1", cases[1].territory, "accusation", "2024", "", "", ""),
        ("1", cases[2].territory, "conviction", "2025", court, "EX-CPS-7", "EX-112/2021"),
        ("1", "RO", "conviction", "2024", "UK Supreme Court", "", ""),
    ]


def test_a_group_is_empty_where_the_case_file_does_not_say(merticariu):
    data = merticariu.model_dump(mode="json", exclude_none=True)
    data["part"] = None
    unknown = CaseFile.model_validate(
        {**data, "dates": {**data["dates"], "hearing": "2023-12-30 to 2024-01-02"}}
    )
    data["particulars"] = {"cps_reference": "CPS-1", "warrant": {"issued": "2020-01-01"}}
    data["dates"] = {**data["dates"], "hearing": "2025"}
    given = CaseFile.model_validate(data)
    stated = rows(compare([unknown, given], BOOK, ("merticariu", "today")))[::2]
    assert [tuple(each[name] for name in GROUPS) for each in stated] == [
        ("1", "RO", "conviction", "", "", "", ""),
        ("1", "RO", "conviction", "2025", "", "CPS-1", ""),
    ]


def test_the_note_and_the_comparison_name_the_question_that_forces_the_outcome():
    case = CaseFile.model_validate(FORCED)
    made = determine(case, BOOK, engine="plain")
    why = render(made).partition("## Why")[2].partition("## ")[0]
    assert re.search(r"- \[s 17\]\(\S+\), Speciality: \*\*yes\*\*, on the protection of speciality", why)
    note = detailed(made, "note")
    assert [each.provision for each in note.offences[0].decisive_steps] == ["EA 2003 s 17"]
    compared = compare(case, BOOK, engine="plain")
    for form in ("md", "html"):
        assert "forced at s 17 (speciality), under s 11(3)" in render(compared, form)
        assert "forced at s 17 (speciality), under s 11(3)" in render(
            compare([case, case], BOOK, engine="plain"), form
        )
    assert {(row["under"], row["forced_by"]) for row in rows(compared)} == {
        ("", "EA 2003 s 17 (EA 2003 s 11(3))")
    }


def test_a_case_that_cannot_be_compared_says_why_without_a_place_in_a_file():
    case = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
    wrong = case.model_copy(update={"taken_from": "EA 2003 s 99"})
    made = compared_laws(wrong, BOOK)
    assert made.cases == ()
    assert made.not_compared.startswith("taken_from: ")
