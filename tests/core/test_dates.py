"""Dates that are missing, known only as a span, or against each other."""

import datetime as dt
from types import SimpleNamespace

import pytest
from strategies import BOOK, ROOT, case_of

from extradition import CaseFile, OptionError, SourceError, UnknownLawError, analyse, determine, render
from extradition.case_file import Dates
from extradition.case_file.warrant import Warrant
from extradition.days import FIRST_DAY, LAST_DAY, Days, written_out
from extradition.hearing import Under, hear, missing_dates
from extradition.hearing.applicable_versions import DateMissing
from extradition.hearing.missing_dates import Candidates
from extradition.sensitivity import with_sensitivity

MERTICARIU = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
DAY = "2026-11-02"
LISTED = {
    "acts_place": "in_the_territory",
    "uk_equivalent": "no_offence",
    "framework_list_certificate": "yes",
    "foreign_maximum": "36",
}


def case(
    found=None,
    *,
    conduct="2019-01-01",
    start="EA 2003 s 20(1)",
    territory="RO",
    part=1,
    case_type="conviction",
    notes=(),
    **dates,
):
    offence = {
        "id": "one",
        "case_type": case_type,
        "findings": found or {},
        **({"conduct_date": conduct} if conduct else {}),
    }
    head = {"case": "A", "part": part, "territory": territory, "dates": dates, "notes": list(notes)}
    return CaseFile.model_validate(
        {**head, **({"taken_from": start} if start else {}), "offences": [offence]}
    )


def listed_offence(arrest):
    """An accusation of an offence on the framework list, from the question on it, with that day of arrest."""
    days = {"certificate": "2018-05-02", "arrest": arrest, "hearing": "2021-06-01"}
    return case(LISTED, start="EA 2003 s 10(2)", case_type="accusation", **days)


def absent(**dates):
    return MERTICARIU.model_copy(update={"dates": Dates.model_validate(dates)})


def spans_of(offence):
    return [
        (tuple((span.date, str(span.from_), str(span.until)) for span in each.spans), each.outcome.outcome)
        for each in offence.may_apply
    ]


def test_a_missing_hearing_date_gives_the_outcome_under_each_law_that_may_apply():
    made = determine(absent(arrest="2019-09-25"), BOOK)
    (offence,) = made.offences
    assert offence.outcome.kind == "open"
    assert spans_of(offence) == [
        ((("hearing date", "2019-09-25", "2024-03-06"),), "proceed to s 21"),  # never before the arrest
        ((("hearing date", "2024-03-06", "None"),), "discharge"),
    ]
    assert (offence.date_settles, offence.waits_for_a_date, offence.may_apply_in_full) == (True, True, True)
    for form in ("md", "html"):
        stated = render(made, form, depth="full")
        assert "does not give to the day; knowing it would settle this:" in stated
        assert "the hearing date: from 25 September 2019 to 5 March 2024 inclusive: " in stated
        assert "the hearing date: from 6 March 2024: " in stated


def test_no_date_is_said_to_settle_what_stays_open_under_one_law():
    made = determine(
        case({"convicted_in_presence": "no", "deliberately_absent": "no"}, arrest="2019-09-25"), BOOK
    )
    stated = render(made, depth="full")
    turns_on = (
        "Which law applies turns on dates that the case file does not give to the day: the hearing date"
    )
    assert f"{turns_on}. Under each law that may apply the outcome is open." in stated
    assert "knowing it would settle this" not in stated
    (offence,) = determine(
        case(hearing="2021-06-01", start="EA 2003 s 10(2)", case_type="accusation"), BOOK
    ).offences
    assert not offence.date_settles
    stated = render(
        determine(case(hearing="2021-06-01", start="EA 2003 s 10(2)", case_type="accusation"), BOOK),
        depth="full",
    )
    assert "Under each law that may apply the outcome is open." in stated
    assert "knowing it would settle this" not in stated


def test_without_a_date_nothing_is_said_to_be_settled():
    made = hear(absent(arrest="2019-09-25"), BOOK)
    for form in ("md", "html"):
        stated = render(with_sensitivity(made), form, depth="full")
        assert "No unknown fact can change the outcome any more" not in stated


def test_a_date_under_which_every_law_leads_to_one_outcome_settles_it():
    found = {
        "entitled_to_retrial": {"answer": "no", "by": "judge"},
        "convicted_in_presence": {"answer": "no", "by": "judge"},
    }
    made = determine(case({**found, "deliberately_absent": {"answer": "no", "by": "judge"}}), BOOK)
    (offence,) = made.offences
    assert offence.outcome.kind == "discharge"
    assert not offence.waits_for_a_date
    assert offence.if_nothing_more_is_shown.outcome.kind == "discharge"
    # of the versions that give one answer, the newest is named
    assert [(step.version.selected_by, step.version.id) for step in offence.steps[1:]] == [
        ("every day alike", "s20-3-bertino"),
        ("every day alike", "s20-5-merticariu"),
    ]


def test_a_question_of_one_law_only_is_asked_although_the_date_is_missing():
    offence = determine(
        case(start=None, conduct="2019-01-01", certificate="2026-09-01", arrest="2026-09-25"), BOOK
    ).offences[0]
    first = offence.open_questions[0]
    assert (first.version.selected_by, first.version.looked_up_on) == ("only law", None)
    assert offence.may_apply == ()
    stated = render(
        determine(case(start=None, certificate="2026-09-01", arrest="2026-09-25"), BOOK), depth="full"
    )
    assert (
        "the only version that may apply: the date that chooses is missing, and no other law is possible"
        in stated
    )


def test_several_missing_dates_are_combined_and_bounded(monkeypatch):
    whole = case(start=None, conduct=None)
    (offence,) = determine(whole, BOOK).offences
    assert {span.date for each in offence.may_apply for span in each.spans} == {
        "hearing date",
        "certificate date",
        "arrest date",
        "conduct date",
    }
    assert len(offence.may_apply) == len({each.spans for each in offence.may_apply})
    monkeypatch.setattr(missing_dates, "MOST_WALKS", 5)
    made = determine(whole, BOOK)
    assert not made.offences[0].may_apply_in_full
    assert made.offences[0].outcome.kind == "open"
    for form in ("md", "html"):
        assert "The missing dates have too many possible combinations" in render(made, form, depth="full")


@pytest.mark.parametrize(
    ("most", "faults", "agreed", "spans", "in_full"),
    [
        (200, {}, "discharge", 1, True),
        (0, {}, None, 0, False),
        (200, {("dates", "hearing"): "no version"}, None, 0, True),
    ],
)
def test_the_laws_that_may_apply_agree_only_where_each_was_tried_and_has_a_version(
    most, faults, agreed, spans, in_full, monkeypatch
):
    case_file = absent(arrest="2019-09-25")
    offence, walk = case_file.offences[0], hear(case_file, BOOK).offences[0].walked
    discharged = determine(absent(hearing="2024-03-06"), BOOK).offences[0].outcome
    path = SimpleNamespace(undated={}, outcome=discharged, passed_by={})
    on_each_day = SimpleNamespace(date_faults=faults, path=path, asked=())
    monkeypatch.setattr(missing_dates, "MOST_WALKS", most)
    tried = Candidates(BOOK, (case_file, offence), walk, lambda *_: on_each_day)
    assert (tried.agreed and tried.agreed.kind) == agreed
    assert (len(tried.each), tried.in_full) == (spans, in_full)


def test_a_span_chooses_the_law_where_every_day_of_it_does():
    for span in (
        "2017-05",
        "2017",
        {"from": "2017-05-02", "until": "2017-06-30"},
        "2017-05-02 to 2017-06-30",
    ):
        made = determine(
            case(
                start="EA 2003 s 10(2)",
                case_type="accusation",
                certificate="2018-01-02",
                arrest=span,
                hearing=DAY,
            ),
            BOOK,
        )
        version = made.offences[0].open_questions[0].version
        assert (version.id, version.selected_by) == ("s10-2-with-list-offences", "arrest date")
        assert not made.offences[0].may_apply
    assert version.looked_up_on == Days.of(dt.date(2017, 5, 2), dt.date(2017, 6, 30))
    assert (
        "chosen by the arrest date, 2 May 2017 to 30 June 2017, before 23:00 on 31 December 2020"
        in render(made, depth="full")
    )
    for span, words in (
        ("2017-05", "May 2017"),
        ("2017", "2017"),
        ("2017-01-01 to 2017-02-28", "1 January 2017 to 28 February 2017"),
    ):
        stated = render(
            determine(
                case(
                    start="EA 2003 s 10(2)",
                    case_type="accusation",
                    certificate="2018-01-02",
                    arrest=span,
                    hearing=DAY,
                ),
                BOOK,
            ),
            depth="full",
        )
        assert f"chosen by the arrest date, {words}, before 23:00" in stated
        assert f"Romania (category 1 on {words}, the arrest date" in stated


def test_a_span_across_two_laws_is_reported_as_choosing_between_them():
    past_the_hearing = {"from": "2019-06-01", "until": "2021-12-31"}
    at_eleven = "from 23:00 on 31 December 2020"
    for arrest, last, words in (
        ("2020", "2021-01-01", "on 31 December 2020, from 23:00"),
        ("2020-12-31 to 2021-01-31", "2021-02-01", f"{at_eleven} to the end of 31 January 2021"),
        (past_the_hearing, "2021-06-02", f"{at_eleven} to the end of 1 June 2021"),
    ):
        made = determine(
            case(
                LISTED,
                start="EA 2003 s 10(2)",
                case_type="accusation",
                certificate="2018-05-02",
                arrest=arrest,
                hearing="2021-06-01",
            ),
            BOOK,
        )
        (offence,) = made.offences
        assert offence.outcome.kind == "open"
        (_, before), (spans, after) = spans_of(offence)
        assert (before, after) == ("open", "discharge")
        assert spans == (("arrest date", "2020-12-31", last),)
        assert f"the arrest date: {words}" in render(made, depth="full")


def test_a_hearing_known_only_by_its_month_chooses_between_laws_or_one():
    (offence,) = determine(absent(arrest="2019-09-25", hearing="2024-03"), BOOK).offences
    assert spans_of(offence) == [
        ((("hearing date", "2024-03-01", "2024-03-06"),), "proceed to s 21"),
        ((("hearing date", "2024-03-06", "2024-04-01"),), "discharge"),
    ]
    assert (
        determine(absent(arrest="2019-09-25", hearing="2024-04"), BOOK).offences[0].outcome.kind
        == "discharge"
    )
    assert (
        determine(absent(arrest="2024-03-07", hearing="2024-03"), BOOK).offences[0].outcome.kind
        == "discharge"
    )  # not before the arrest


def test_a_day_that_is_named_cuts_a_span_off():
    chosen = {}
    for as_at in ("2019-01-01", "2020-06-01", "2020-01-01", "2021-06-01"):
        spanning = case(
            start="EA 2003 s 10(2)",
            case_type="accusation",
            conduct="2012",
            certificate="2018-05-02",
            arrest="2020",
            hearing=DAY,
        )
        heard = hear(spanning, BOOK, Under(as_at=dt.date.fromisoformat(as_at)))
        version = heard.offences[0].chosen["EA 2003 s 10(2)"]
        chosen[as_at] = (
            version.within if isinstance(version, DateMissing) else (version.by, str(version.when))
        )
    assert chosen["2019-01-01"] == ("day named", "2019-01-01")
    assert chosen["2020-01-01"] == ("arrest date", "2020-01-01")
    assert chosen["2020-06-01"][0] == "arrest date"
    assert chosen["2021-06-01"] == Days.of(dt.date(2020, 1, 1), dt.date(2020, 12, 31))


def test_a_day_within_which_the_law_changed_is_not_named():
    with pytest.raises(UnknownLawError, match="changed at 23:00"):
        determine(
            case(start="EA 2003 s 10(2)", case_type="accusation", hearing=DAY),
            BOOK,
            as_at=dt.date(2020, 12, 31),
        )


def test_a_territory_is_not_designated_by_a_span_across_two_designations():
    with pytest.raises(
        SourceError,
        match="part: is required: the category of Iceland on 2020-01-01 to 2020-12-31 is not known here",
    ):
        determine(
            CaseFile.model_validate(
                {**case(territory="IS", arrest="2020", hearing=DAY).model_dump(mode="json"), "part": None}
            ),
            BOOK,
        )
    made = determine(
        case(
            territory="IS",
            arrest="2019-09-01 to 2020-06-30",
            certificate="2020-05",
            hearing=DAY,
            part=2,
            start="EA 2003 s 80",
        ),
        BOOK,
    )
    assert {each.kind for each in made.cautions} >= {"designation not known"}
    made = determine(case(territory="FR", hearing="2025", start="EA 2003 s 12"), BOOK)
    assert "looked up the designation of the territory on the day of the hearing, 2025." in render(
        made, depth="full"
    )


def test_dates_that_conflict_on_some_days_only_are_a_caution():
    made = determine(case(start="EA 2003 s 12", arrest="2026", hearing=DAY), BOOK)
    assert [(each.said, each.why) for each in made.cautions if each.kind == "dates may conflict"] == [
        ("arrest", "after the hearing")
    ]
    assert (
        "The date of the arrest is known only as a span of days. On some of them it would be after the "
        "hearing." in render(made, depth="full")
    )
    assert not [
        each
        for each in determine(case(arrest="2025", hearing=DAY), BOOK).cautions
        if each.kind == "dates may conflict"
    ]


@pytest.mark.parametrize(
    ("conduct", "kind"),
    [
        ("2025-01-01", "dates in an unusual order"),
        ("2024", "dates may conflict"),
        ("2024-06-01", None),
    ],
)
def test_conduct_after_the_arrest_is_a_caution(conduct, kind):
    made = determine(case(start="EA 2003 s 12", arrest="2024-06-01", hearing=DAY, conduct=conduct), BOOK)
    found = [(each.kind, each.said, each.why) for each in made.cautions if "dates" in each.kind]
    assert found == ([(kind, "conduct (one)", "after the arrest")] if kind else [])
    says = "The date of the conduct (one) is after the arrest. That is seldom right;"
    assert (says in render(made, depth="full")) == (kind == "dates in an unusual order")


def cautions_on_dates(case_file):
    return [
        (each.kind, each.said, each.why)
        for each in determine(case_file, BOOK).cautions
        if each.kind in ("dates may conflict", "dates in an unusual order")
    ]


@pytest.mark.parametrize(
    ("made", "kind"),
    [
        ("2024-06-02", "dates in an unusual order"),
        ("2024-06", "dates may conflict"),
        ("2024-06-01", None),
        (None, None),
    ],
)
@pytest.mark.parametrize(("part", "paper"), [(1, "warrant"), (2, "request")])
def test_a_decision_after_the_issue_of_the_paper_is_a_caution(part, paper, made, kind):
    shape = {
        "case": "A",
        "part": part,
        "territory": "BE" if part == 1 else "IN",
        "dates": {"hearing": DAY},
        "particulars": {paper: {"issued": "2024-06-01"}},
        "offences": [
            {
                "id": "one",
                "case_type": "conviction",
                "decisions": [{"id": "trial", "kind": "first_instance", "date": made}],
            }
        ],
    }
    said = [(kind, "decision (trial)", f"after the issue of the {paper}")] if kind else []
    assert cautions_on_dates(CaseFile.model_validate(shape)) == said


@pytest.mark.parametrize(
    ("part", "route", "certificate", "kind"),
    [
        (1, "certified_warrant", "2025-02-27", "dates in an unusual order"),
        (1, "certified_warrant", "2025-02", "dates may conflict"),
        (1, "certified_warrant", "2025-02-26", None),
        (1, "certified_warrant", None, None),
        (1, "provisional_part_1", "2025-02-27", None),
        (2, "request_warrant", "2025-02-27", "dates in an unusual order"),
        (2, "provisional_warrant", "2025-02-27", None),
    ],
)
def test_a_certificate_after_the_arrest_on_it_is_a_caution(part, route, certificate, kind):
    shape = {
        "case": "A",
        "part": part,
        "territory": "BE" if part == 1 else "IN",
        "dates": {"hearing": DAY, "arrest": "2025-02-26", "certificate": certificate},
        "findings": {"arrest_route": route},
        "offences": [{"id": "one", "case_type": "accusation"}],
    }
    said = [(kind, "arrest", "before the certificate")] if kind else []
    assert cautions_on_dates(CaseFile.model_validate(shape)) == said


def test_an_order_of_dates_needs_both_dates_and_a_fact():
    shape = {
        "case": "A",
        "part": 1,
        "territory": "BE",
        "dates": {"hearing": DAY, "certificate": DAY},
        "findings": {
            "arrest_route": {"answer": "certified_warrant", "by": "judge"},
            "convention_compatible_if_accused": {"answer": "yes", "by": "judge"},
        },
        "offences": [{"id": "one", "case_type": "accusation"}],
    }
    assert cautions_on_dates(CaseFile.model_validate(shape)) == []


def test_a_span_after_the_day_on_which_the_law_is_stated_is_reported():
    made = determine(case(start="EA 2003 s 12", arrest="2026-01-05", hearing="2027"), BOOK)
    assert [
        each.said for each in made.cautions if each.kind == "after the day on which the law is stated"
    ] == ["2027-12-31"]


def test_a_source_is_dated_as_it_is_written():
    name = next(name for name in BOOK.questions["EA 2003 s 20(1)"].versions[0].facts if name in BOOK.facts)
    answer = next(iter(BOOK.facts[name].answers))
    found = {name: {"answer": answer, "by": "judge", "source": {"document": "A note", "date": "2017-05"}}}
    assert "A note, dated May 2017" in render(
        determine(case(found, hearing=DAY, arrest="2026-01-05"), BOOK), depth="full"
    )


def test_the_same_days_written_otherwise_are_the_same_case():
    one, other = (
        case(hearing=DAY, arrest="2017-05"),
        case(hearing=DAY, arrest={"from": "2017-05-01", "until": "2017-05-31"}),
    )
    assert one.digest == other.digest
    assert CaseFile.model_validate_json(one.model_dump_json()) == one


def test_what_a_case_depends_on_is_worked_out_without_a_hearing_date():
    assert analyse(absent(arrest="2019-09-25"), BOOK)[0].offence == "burglary"


def test_any_law_that_may_apply_is_that_of_some_day():
    offence = determine(absent(arrest="2019-09-25"), BOOK).offences[0]
    for each in offence.may_apply:
        dated = absent(arrest="2019-09-25", hearing=str(each.spans[0].from_))
        assert determine(dated, BOOK).offences[0].outcome.same_as(each.outcome)


def test_every_date_of_a_case_is_one_day():
    assert determine(case_of({}, DAY), BOOK).law.dates["hearing"] == dt.date(2026, 11, 2)


@pytest.mark.parametrize("depth", ["note", "hearing", "full"])
@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize(
    ("hearing", "spans"),
    [
        (
            "2024-03-01 to 2024-03-20",
            ("from 1 March 2024 to 5 March 2024", "from 6 March 2024 to 20 March 2024"),
        ),
        ("2024-02-01 to 2024-03-06", ("from 1 February 2024 to 5 March 2024", "on 6 March 2024")),
    ],
)
def test_a_span_is_printed_with_its_last_day(form, depth, hearing, spans):
    stated = render(determine(absent(arrest="2019-09-25", hearing=hearing), BOOK), form, depth=depth)
    for span in spans:
        assert f"the hearing date: {span}{' inclusive' if ' to ' in span else ''}: " in stated
    assert "10 March 2024" not in stated


def test_a_span_that_an_hour_bounds_is_printed_with_the_hour():
    for arrest, words in (
        ("2020-12-31 to 2021-01-31", "on 31 December 2020, before 23:00"),
        ("2020-12-01 to 2021-01-31", "from 1 December 2020 and before 23:00 on 31 December 2020"),
    ):
        spanning = listed_offence(arrest)
        stated = render(determine(spanning, BOOK))
        assert f"the arrest date: {words}: " in stated
        assert "the arrest date: from 23:00 on 31 December 2020 to the end of 31 January 2021: " in stated


def test_a_summons_is_held_against_the_dates_that_are_there():
    case_file = case(conduct=None, hearing=DAY)
    boxes = Warrant.model_validate({"box_d": {"ticked": ["2"], "summoned_on": "2026-12"}})
    offence = case_file.offences[0].model_copy(update={"warrant": boxes})
    with pytest.raises(SourceError, match=r"^offences\[0\].warrant.box_d.summoned_on: is after the hearing$"):
        determine(case_file.model_copy(update={"offences": (offence,)}), BOOK)


def dates_that_matter(case_file):
    """The answers to each date that still matters, by its name."""
    (depends,) = analyse(case_file, BOOK)
    return {matter.name: tuple(matter.answers) for matter in depends.matters if matter.kind == "date"}


def test_a_span_matters_only_by_the_laws_on_its_own_days():
    on_hearing = ("before 6 March 2024", "from 6 March 2024 to 31 March 2024 inclusive")
    assert dates_that_matter(absent(arrest="2019-09-25", hearing="2024-03")) == {"hearing_date": on_hearing}
    assert dates_that_matter(absent(arrest="2024-03-07", hearing="2024-03")) == {}
    at_eleven = "23:00 on 31 December 2020"
    past_the_hearing = {"from": "2019-06-01", "until": "2021-12-31"}
    for arrest, then in (
        ("2020", "on 31 December 2020, from 23:00"),
        ("2020-12-31 to 2021-01-31", f"from {at_eleven} to the end of 31 January 2021"),
        (past_the_hearing, f"from {at_eleven} to the end of 1 June 2021"),
    ):
        spanning = listed_offence(arrest)
        assert dates_that_matter(spanning) == {"arrest_date": (f"before {at_eleven}", then)}


def test_a_missing_date_may_fall_on_any_day_until_the_last_of_the_hearing():
    aged = {"age_at_conduct": "9"}
    for hearing, laws in (
        ({"from": "2021-06-01", "until": "2022-06-01"}, 2),
        ({"from": "2021-06-01", "until": "2021-09-01"}, 0),
    ):
        spanning = case(
            aged,
            conduct=None,
            start="EA 2003 s 15",
            case_type="accusation",
            arrest="2021-01-02",
            hearing=hearing,
        )
        assert len(dates_that_matter(spanning).get("conduct_date", ())) == laws


@pytest.mark.parametrize(
    ("law", "days"),
    [("merticariu", "from 6 March 2024"), ("as-amended-2026", "")],
)
def test_a_version_names_the_days_on_which_it_is_in_force(law, days):
    steps = determine(MERTICARIU, BOOK, law=law).offences[0].steps
    (step,) = [step for step in steps if step.provision == "EA 2003 s 20(5)"]
    assert step.version.in_words == days


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (LAST_DAY, "31 December 2200"),
        ("2200", "2200"),
        ("2200-12", "December 2200"),
        (f"2020-01-01 to {LAST_DAY}", "1 January 2020 to 31 December 2200"),
        (FIRST_DAY, "1 January 1900"),
        ("1900", "1900"),
        ("1900-01", "January 1900"),
    ],
)
def test_the_first_and_the_last_day_of_all_are_dates_of_a_case(when, words):
    dated = case(conduct=when, arrest="2019-09-25") if words.endswith("1900") else case(hearing=when)
    made = determine(dated, BOOK)
    assert made.offences[0].outcome.kind == "open"
    date = dated.dates.hearing or dated.offences[0].conduct_date
    assert written_out(date) == words
    assert "Traceback" not in render(made, depth="full")


@pytest.mark.parametrize("as_at", [dt.date.min, dt.date(1899, 12, 31), dt.date(2201, 1, 1), dt.date.max])
def test_a_day_that_no_date_of_a_case_may_have_is_no_day_to_hear_it_on(as_at):
    with pytest.raises(OptionError) as error:
        determine(MERTICARIU, BOOK, as_at=as_at)
    assert str(error.value) == f"as_at must be from 1900-01-01 to 2200-12-31, not {as_at}"


def test_no_version_of_the_law_is_chosen_by_a_day_outside_the_bounds():
    spans = [
        span
        for question in BOOK.questions.values()
        for version in question.dated
        for span in version.in_force.spans
    ]
    days = {day for span in spans for day in (span.from_, span.until) if isinstance(day, dt.date)}
    assert (min(days) >= FIRST_DAY, max(days) <= LAST_DAY) == (True, True)


@pytest.mark.parametrize(
    "example", ["part_3_warrant", "own_national_abroad", "route_to_the_uk", "zeqaj_part_2", "merticariu"]
)
def test_each_law_that_may_apply_has_the_outcome_of_a_day_of_its_span(example):
    case = CaseFile.load(ROOT / f"examples/{example}/case.yaml")
    undated = case.model_copy(update={"dates": Dates()})
    outcomes = determine(undated, BOOK).offences[0].may_apply
    assert any(each.outcome.kind != "open" for each in outcomes)
    for each in outcomes[1:]:  # before the first change the territory may be of another category
        (span,) = each.spans
        last = span.until - dt.timedelta(days=1) if span.until else dt.date(2026, 6, 1)
        for day in (span.from_, last):
            dated = determine(case.model_copy(update={"dates": Dates(hearing=day)}), BOOK)
            assert dated.offences[0].outcome.same_as(each.outcome), day


def of_monaco(**dates):
    """A case of Monaco, which was designated by article 3 on 15 April 2015, taken from section 84."""
    start = {"part": "2", "territory": "MC", "taken_from": "EA 2003 s 84"}
    offences = [{"id": "o", "case_type": "accusation", "findings": {}}]
    return {"case": "X", **start, "dates": {"hearing": "2015-06-01", **dates}, "offences": offences}


@pytest.mark.parametrize(
    ("dates", "missing"),
    [
        ({"arrest": "2015-04-20"}, "Certificate"),
        ({"certificate": "2015-05-04"}, "Arrest"),
        ({"arrest": "2015-04-20", "certificate": "2015-04-16"}, None),
        ({"arrest": "2015-04-14"}, None),
        ({}, None),
    ],
    ids=["arrest", "certificate", "both", "before the change", "neither"],
)
def test_a_date_that_may_be_before_a_change_of_designation_is_named(dates, missing):
    made = determine(CaseFile.model_validate(of_monaco(**dates)), BOOK)
    found = [each for each in made.cautions if each.kind == "designation by one date"]
    assert [(each.said, each.why) for each in found] == ([(missing, "2015-04-15")] if missing else [])
    if missing:
        assert "the designation that dispenses with evidence of a case" in render(made, depth="note")


def test_a_change_before_the_territory_came_into_its_category_is_not_named():
    case = {**of_monaco(arrest="2021-02-01", hearing="2021-06-01"), "territory": "NO"}
    made = determine(CaseFile.model_validate(case), BOOK)
    assert "designation by one date" not in {each.kind for each in made.cautions}


def test_a_stated_part_that_is_right_on_an_earlier_day_stands_where_a_date_is_missing():
    case = {
        **of_monaco(hearing="2021-03-01"),
        "territory": "NO",
        "part": "1",
        "taken_from": "EA 2003 s 10(2)",
    }
    made = determine(CaseFile.model_validate(case), BOOK)
    assert made.category is None
    assert "designation not known" in {each.kind for each in made.cautions}
    both = {"arrest": "2021-01-11", "certificate": "2021-01-12"}
    with pytest.raises(SourceError, match="Norway was a category 2 territory on 2021-01-11"):
        determine(CaseFile.model_validate({**case, "dates": {**case["dates"], **both}}), BOOK)


def test_a_finding_that_is_right_on_an_earlier_day_counts_where_a_date_is_missing():
    found = {"findings": {"article_3_territory": "no"}}
    outcomes = [
        determine(CaseFile.model_validate({**of_monaco(arrest="2015-04-20"), **more}), BOOK).outcome
        for more in ({}, found)
    ]
    assert outcomes == ["proceed to s 87", "open"]
    dated = {**of_monaco(arrest="2015-04-20", certificate="2015-04-16"), **found}
    with pytest.raises(SourceError, match=r"territories\.yaml has 'yes' for MC"):
        determine(CaseFile.model_validate(dated), BOOK)
