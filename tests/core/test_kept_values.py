"""Values that are kept: what a case gets does not depend on the cases or offences heard before it."""

import copy
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import examples
from strategies import BOOK, ROOT, case_of, days, hearings

from extradition import CaseFile, analyse, determine
from extradition.case_file import sketch
from extradition.case_file.finding import Finding
from extradition.case_file.settling import Known
from extradition.engine import durable
from extradition.hearing import Under, explanation, hear, made_by
from extradition.hearing.applicable_versions import Chosen, Selected
from extradition.hearing.shared import KeptForObjects
from extradition.length import days_in
from extradition.rule_book import kept_for_book
from extradition.rule_book.kept_lately import KeptLately
from extradition.rule_book.trials import DecisionMade
from extradition.sensitivity import function
from extradition.sensitivity.function import HearingFunction

pytestmark = pytest.mark.no_cover  # other tests cover all that these reach; coverage takes as long as they do

DAY = dt.date(2025, 6, 2)
PRESUMED = {
    "convicted_in_presence": {"answer": "no", "by": "judge"},
    "knowledge_of_case": {"answer": "nothing", "by": "parties"},
    "knew_date_and_place": {"answer": "no", "by": "parties"},
}
"""Findings on which nothing against a no is shown, so that a step presumes it."""
FIRST, LAST = "requested person", "requesting authority"


def made(case):
    return determine(case, BOOK, engine="plain")


def made_first(case):
    """The determination of *case* as the first case heard: nothing is kept."""
    kept_for_book._kept.clear()  # no case before it
    return made(case)


@pytest.mark.parametrize(
    ("kept", "of"),
    [
        (made_by, ()),
        (days_in, (14,)),
        (durable._conclusion_message, ("c1", True)),
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)
def test_a_value_that_a_function_keeps_is_the_one_that_it_makes(kept, of):
    assert kept(*of) == kept.__wrapped__(*of)


def test_a_reason_that_is_kept_is_the_one_that_is_made():
    of = ("notice", ("served",), "none", "no")
    assert explanation._fact_reason(*of, unless=False) == explanation._fact_reason.__wrapped__(
        *of, unless=False
    )


def test_a_reader_of_a_field_that_is_kept_reads_as_one_that_is_made():
    kept, new = sketch._reader(CaseFile, "case"), sketch._reader.__wrapped__(CaseFile, "case")
    assert kept.validate_python("A v B") == new.validate_python("A v B") == "A v B"


def test_a_copy_keeps_nothing():
    kept = KeptLately(2)
    assert kept.of("a", lambda: 1) == 1
    assert copy.deepcopy(kept).of("a", lambda: 2) == 2


def test_the_decided_cases_heard_before_change_nothing():
    cases = [CaseFile.load(path) for path in sorted(ROOT.glob("precedents/*.yaml"))]
    after_others = [made(case) for case in cases]
    assert [made_first(case) for case in cases] == after_others


def test_a_version_names_the_date_that_chose_it_in_this_case():
    def dated(**dates):
        case = case_of({}, "2005-01-01", "1", "accusation", taken_from="EA 2003 s 10(2)", dates=dates)
        return determine(case, BOOK, as_at=dt.date(2012, 1, 1), engine="plain")

    dated(hearing="2024-06-03", arrest="2023-05-01", certificate="2023-05-01")
    after_another = dated(hearing="2024-06-03", provisional_warrant="2010-01-01")
    kept_for_book._kept.clear()
    assert dated(hearing="2024-06-03", provisional_warrant="2010-01-01") == after_another


def test_the_key_of_a_choice_holds_every_date_that_chose():
    version = next(iter(BOOK.versions.values()))[1]
    other = Selected("arrest date", "arrest date", DAY)
    choices = [
        Chosen(version),
        Chosen(version, DAY, "hearing date", "hearing date"),
        Chosen(version, DAY, "hearing date", "arrest date"),
        Chosen(version, DAY, "hearing date", "hearing date", (other,)),
        Chosen(version, dt.date(2025, 6, 3), "hearing date", "hearing date"),
    ]
    assert len({each.key for each in choices}) == len(choices)


def test_a_reading_that_presumes_is_not_described_as_one_that_does_not():
    presumes = case_of(PRESUMED, DAY)
    step = next(each for each in made_first(presumes).offences[0].steps if each.unless_shown)
    disputed = {
        name: [{"answer": BOOK.facts[name].when_not_shown, "by": FIRST, "status": "disputed"}]
        for name in step.unless_shown
    }
    leaves_open = case_of({**PRESUMED, **disputed}, DAY)
    alone = made_first(leaves_open)
    assert not any(each.provision == step.provision for each in alone.offences[0].steps)
    assert made(presumes) == made_first(presumes)
    assert made(leaves_open) == alone


def test_the_case_of_a_party_is_read_with_their_word_even_if_no_one_contradicts_it():
    said = {**PRESUMED, "knew_date_and_place": {"answer": "no", "by": FIRST, "status": "asserted"}}
    said["knowledge_of_case"] = {"answer": "nothing", "by": FIRST, "status": "asserted"}
    (offence,) = made(case_of(said, DAY)).offences
    views = {each.name: each for each in offence.party_cases}
    assert offence.unless_shown == ()  # a presumption against the other party never rests on their word alone
    assert views[LAST].unless_shown == ()
    assert views[FIRST].unless_shown  # in their own case it stands
    assert views[FIRST].parts_at == "EA 2003 s 20(3)"


@given(st.data(), st.sampled_from(["1", "2"]), days)
@examples(60)
def test_no_case_changes_what_another_gets(data, part, day):
    def drawn():
        start, found = data.draw(hearings(part))
        authors = st.sampled_from([FIRST, LAST, "judge", None])
        said = {
            name: {"answer": answer, "by": data.draw(authors)} if name in BOOK.facts else answer
            for name, answer in found.items()
        }
        return case_of(said, day, part, taken_from=start)

    one, other = drawn(), drawn()
    alone = made_first(other)
    made_first(one)
    assert made(other) == alone


@given(st.data(), st.sampled_from(["1", "2"]), days)
@examples(20)
def test_no_case_changes_the_analysis_of_another(data, part, day):
    def drawn():
        start, found = data.draw(hearings(part))
        return case_of(data.draw(st.sampled_from([{}, found])), day, part, taken_from=start)

    def analysed_first(case):
        kept_for_book._kept.clear()
        function._kept.clear()
        return analyse(case, BOOK, engine="plain")

    one, other = drawn(), drawn()
    alone = analysed_first(other)
    analysed_first(one)
    assert analyse(other, BOOK, engine="plain") == alone


def test_what_each_answer_leaves_is_kept_for_the_law_and_made_for_a_case_of_which_something_is_known():
    def answered(found):
        (heard,) = hear(case_of(found, DAY), BOOK, Under(engine="plain")).offences
        return HearingFunction(heard, BOOK, "variables").answered

    known = answered({"retrial_right": "none"})
    assert answered({}) is answered({})
    assert known is not answered({})
    assert "retrial_right" in answered({}).remaining.keys() - known.remaining.keys()


def test_the_questions_that_are_not_examined_are_those_before_the_start_of_each_case():
    kept_for_book._kept.clear()
    starts = [provision for provision, question in BOOK.questions_in("1") if not question.is_limb]
    for start in (starts[5], starts[20], starts[5]):
        (offence,) = made(case_of({}, DAY, taken_from=start)).offences
        unexamined = {each.provision for each in offence.path if each.state == "not examined"}
        assert unexamined == set(starts) - BOOK.reached_from(start)


def test_the_provision_of_an_order_is_that_of_each_case_by_its_own_facts():
    def under(kind):
        found = {"deferred_for_other_warrant": "no"}
        return made(case_of(found, DAY, "1", kind, taken_from="EA 2003 s 44(4)")).offences[0].outcome.under

    kept_for_book._kept.clear()
    assert [under("conviction"), under("accusation"), under("conviction")] == [
        "EA 2003 s 21(3)",
        "EA 2003 s 21A(5)",
        "EA 2003 s 21(3)",
    ]


def with_found(case, name, answer):
    """*case* with one more finding, on the offence or on the decision that *name* ends with."""
    fact, _, decision = name.partition("__")
    content = case.model_dump(mode="json", exclude_defaults=True, by_alias=True)
    (offence,) = content["offences"]
    listed = next((each for each in offence["decisions"] if each["id"] == decision), offence)
    listed.setdefault("findings", {})[fact] = answer
    return CaseFile.model_validate(content)


def test_the_effect_of_an_answer_about_one_decision_is_that_of_a_case_with_it():
    case = CaseFile.load(ROOT / "examples" / "appeal_missed_with_notice" / "case.yaml")
    (sensitivity,) = analyse(case, BOOK, engine="plain")
    matter = next(each for each in sensitivity.matters if each.name == "doubt_about_notice__trial")
    effects = [effect.outcome for effect in matter.effects]
    assert len(set(effects)) > 1
    for answer, outcome in zip(matter.answers, effects, strict=True):
        (offence,) = made(with_found(case, matter.name, answer)).offences
        assert offence.if_nothing_more_is_shown.outcome.outcome == outcome


@pytest.mark.parametrize("name", ["part_1_conviction", "part_2_in_absence", "appeal_missed_with_notice"])
def test_each_of_several_offences_gets_what_it_gets_alone(name):
    case = CaseFile.load(ROOT / "examples" / name / "case.yaml")
    first = case.offences[0]
    bare = first.model_copy(update={"id": "bare", "findings": {}, "decisions": None})
    three = (first, bare, first.model_copy(update={"id": "again"}))
    together = made(case.model_copy(update={"offences": three})).offences
    alone = [made(case.model_copy(update={"offences": (each,)})).offences[0] for each in three]
    assert list(together) == alone


def test_offences_share_what_is_written_on_the_person():
    case = CaseFile.load(ROOT / "examples" / "part_1_conviction" / "case.yaml")
    offences = (case.offences[0], case.offences[0].model_copy(update={"id": "again"}))
    one, other = hear(case.model_copy(update={"offences": offences}), BOOK, Under(engine="plain")).offences
    assert one.chosen is other.chosen
    steps = [each.determination().steps for each in (one, other)]
    shared = [mine.provision for mine, theirs in zip(*steps, strict=True) if mine is theirs]
    on_person = [
        each.provision for each in steps[0] if BOOK.concerns_person_only(BOOK.questions[each.provision])
    ]
    assert shared == on_person != []


def test_a_value_is_kept_for_the_same_objects_and_not_for_equal_ones():
    kept = KeptForObjects()
    first, equal = [1], [1]
    assert kept.of((first,), "key", lambda: "a") == "a"
    assert kept.of((first,), "key", lambda: "b") == "a"
    assert kept.of((first,), "other key", lambda: "c") == "c"
    assert kept.of((equal,), "key", lambda: "d") == "d"


def test_an_answer_reads_as_another_only_by_the_same_authors_of_argument():
    by_first, by_last, found = (
        Known("yes", (Finding(answer="yes", by=by),), argued_by=() if by == "judge" else (by,))
        for by in (FIRST, LAST, "judge")
    )
    assert by_first.reads_as(Known("yes", (*by_first.findings, *by_first.findings), argued_by=(FIRST,)))
    assert not by_first.reads_as(by_last)
    assert not by_first.reads_as(found)
    assert found.reads_as(Known("yes", ()))
    assert not found.reads_as(Known("no", ()))


def test_the_authorities_on_decisions_are_in_the_order_of_the_decisions():
    kinds = [name for name, kind in BOOK.decision_kinds.kinds.items() if kind.authorities]
    own = [cite.cite for name in kinds for cite in BOOK.decision_kinds.kinds[name].authorities]
    for listed in (kinds, kinds[::-1]):
        made_of = tuple(DecisionMade(f"d{i}", name, name) for i, name in enumerate(listed))
        book = BOOK.for_decisions(made_of)
        version = book.questions["EA 2003 s 20(3)"].versions[0]
        before = {each.cite for each in BOOK.questions["EA 2003 s 20(3)"].versions[0].authorities}
        cited = [each.cite for each in version.authorities if each.cite in own and each.cite not in before]
        expected = [each.cite for name in listed for each in BOOK.decision_kinds.kinds[name].authorities]
        assert cited == [each for each in dict.fromkeys(expected) if each not in before]
