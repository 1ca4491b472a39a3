"""Versions that several dates of a case choose together: the certificate, the arrest and the hearing."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from strategies import BOOK, ROOT

from extradition import CaseFile, RuleBook, SourceError, UnknownLawError, analyse, determine, render
from extradition.hearing import Under, hear
from extradition.hearing.applicable_versions import DateMissing, choose
from extradition.policy.coverage import cover
from extradition.policy.law_tests import LawTest
from extradition.report.rendering import render_questions
from extradition.sensitivity.function import HearingFunction

QUESTION = "TA 2000 s 2(1)"
SPANS = {
    "s2-1-first": "{from: 2000-01-01, until: 2005-01-01, selected_by: certificate date}",
    "s2-1-second": """
      - {from: 2005-01-01, selected_by: certificate date}
      - {from: 2000-01-01, until: 2010-01-01, selected_by: hearing date}""",
    "s2-1-third": """
      - {from: 2005-01-01, selected_by: certificate date}
      - {from: 2010-01-01, selected_by: hearing date}""",
}
EARLY = SPANS["s2-1-first"]
LEAST = {"s2-1-first": 4, "s2-1-second": 8, "s2-1-third": 12}
VERSION = """  - id: {id}
    in_force: {spans}
    made_by: enactment
    verified: secondary
    summary: At least {least} months.
    yes_if: {{sentence: {{at_least: {least}}}}}
    authorities: [{{cite: TA 2000, name: Test Act 2000, treatment: enacts, verified: secondary}}]
"""


GATE = (
    "asked_if: {when: {case_type: [conviction]}, otherwise: {proceed_to: TA 2000 s 9, under: TA 2000 s "
    "2(3)}}\n"
)


def written(tmp_path, spans=SPANS, more="", gate=GATE):
    """The small book with these *spans* for the versions of one question, in its folder."""
    folder = tmp_path / "rules"
    shutil.copytree(ROOT / "tests/books/small", folder, dirs_exist_ok=True)
    path = folder / "test_act_2000/part_1/section_2/s2_01_sentence_enough.yaml"
    text = (
        path.read_text(encoding="utf-8").split("asked_if:")[0]
        + gate
        + more
        + "yes: {proceed_to: TA 2000 s 9, under: TA 2000 s 2(1)}\n"
    )
    text += "no: {discharge: true, under: TA 2000 s 2(1)}\nversions:\n"
    text += "".join(VERSION.format(id=name, spans=span, least=LEAST[name]) for name, span in spans.items())
    path.write_text(text, encoding="utf-8")
    (folder / "test_act_2000/part_1/section_2/s2_02_spared.yaml").unlink()
    laws = folder / "laws.yaml"
    laws.write_text(
        laws.read_text(encoding="utf-8").replace("    assuming: [s2-1-proposed]\n", ""), encoding="utf-8"
    )
    return folder


@pytest.fixture
def book(tmp_path):
    return RuleBook.load(written(tmp_path))


def case(sentence="6", findings=None, **dates):
    found = {"sentence": sentence} if findings is None else findings
    offence = {"id": "one", "case_type": "conviction", "findings": found}
    return CaseFile.model_validate(
        {
            "case": "A",
            "territory": "RO",
            "part": "1",
            "dates": dates,
            "findings": {"named": "yes"},
            "offences": [offence],
        }
    )


def used(book, **dates):
    """The version that the dates choose, with the names of the dates that chose it."""
    (offence,) = determine(case(**dates), book).offences
    version = next(step.version for step in offence.steps if step.provision == QUESTION)
    return version.id, (version.selected_by, *(other.selected_by for other in version.also))


def spans_of(offence):
    return [
        (tuple((span.date, str(span.from_), str(span.until)) for span in each.spans), each.outcome.kind)
        for each in offence.may_apply
    ]


@pytest.mark.parametrize(
    ("certificate", "hearing", "version", "by"),
    [
        ("2004-12-31", "2009-12-31", "s2-1-first", ("certificate date",)),
        ("2004-12-31", "2015-01-01", "s2-1-first", ("certificate date",)),
        ("2005-01-01", "2009-12-31", "s2-1-second", ("certificate date", "hearing date")),
        ("2005-01-01", "2010-01-01", "s2-1-third", ("certificate date", "hearing date")),
    ],
)
def test_each_date_chooses_by_its_own_span(book, certificate, hearing, version, by):
    assert used(book, certificate=certificate, hearing=hearing) == (version, by)


def test_a_report_names_every_date_that_chose(book):
    text = render(determine(case(certificate="2005-01-01", hearing="2010-01-01"), book), depth="full")
    assert (
        "chosen by the certificate date, 1 January 2005, on or after 1 January 2005; and by the hearing "
        "date, 1 January 2010" in text
    )
    assert "the certificate date (1 January 2005)" in text
    law = determine(case(certificate="2005-01-01", hearing="2010-01-01"), book).law
    assert set(law.chosen_by) == {"certificate date", "hearing date"}
    assert (
        "from 1 January 2005 by certificate date and from 1 January 2000 to 31 December 2009 inclusive by "
        "hearing date" in render_questions(book)
    )


@pytest.mark.parametrize("hour", ["", "_hour: '00:00', "])
def test_a_missing_hour_parts_the_day_at_the_hours_alone(tmp_path, hour):
    until, since = (f"{name}{hour}" if hour else "" for name in ("until", "from"))
    changes = {
        "s2-1-first": f"{{from: 2000-01-01, until: 2005-01-01, {until}selected_by: arrest date}}",
        "s2-1-second": (
            f"{{from: 2005-01-01, {since}until: 2010-01-01, until_hour: '23:00', selected_by: arrest date}}"
        ),
        "s2-1-third": "{from: 2010-01-01, from_hour: '23:00', selected_by: arrest date}",
    }
    book = RuleBook.load(written(tmp_path, changes))
    (offence,) = analyse(case(arrest="2010-01-01", hearing="2011-01-01", sentence="9"), book, engine="plain")
    (hour,) = [matter for matter in offence.matters if matter.kind == "date"]
    assert (hour.name, len(hour.answers)) == ("arrest_hour", 2)
    assert hour.ask == "At which hour was the person arrested?"


def test_a_missing_date_that_cannot_matter_is_not_asked_for(book):
    (offence,) = determine(case(certificate="2004-12-31"), book).offences
    assert (offence.outcome.kind, offence.may_apply) == ("proceed", ())
    assert used(book, certificate="2004-12-31")[0] == "s2-1-first"


def test_the_spans_of_each_missing_date_that_matters_are_listed(book):
    (offence,) = determine(case(sentence="9"), book).offences
    assert offence.outcome.kind == "open"
    assert spans_of(offence) == [
        ((("certificate date", "2000-01-01", "2005-01-01"),), "proceed"),
        (
            (("certificate date", "2005-01-01", "None"), ("hearing date", "2005-01-01", "2010-01-01")),
            "proceed",
        ),
        ((("certificate date", "2005-01-01", "None"), ("hearing date", "2010-01-01", "None")), "discharge"),
    ]
    (later,) = determine(case(sentence="9", certificate="2006-01-01"), book).offences
    assert spans_of(later) == [
        ((("hearing date", "2006-01-01", "2010-01-01"),), "proceed"),
        ((("hearing date", "2010-01-01", "None"),), "discharge"),
    ]


def test_the_outcome_stands_where_every_version_that_may_apply_gives_it(book):
    for sentence, kind in (("3", "discharge"), ("12", "proceed"), ("8", "open")):
        (offence,) = determine(case(sentence=sentence), book).offences
        assert offence.outcome.kind == kind
    (offence,) = determine(
        case(sentence="7", certificate="2006-01-01"), book
    ).offences  # the first version cannot apply
    assert offence.outcome.kind == "discharge"
    (offence,) = determine(case(findings={}, certificate="2006-01-01"), book).offences
    assert offence.outcome.kind == "open"


def test_only_a_date_that_settles_the_outcome_is_said_to(book):
    (stated,) = analyse(case(sentence="9"), book)
    assert {each.name for each in stated.matters if each.kind == "date"} == {
        "certificate_date",
        "hearing_date",
    }
    (heard,) = hear(case(sentence="9"), book, Under()).offences
    function = HearingFunction(heard, book, "ends")
    ends = {
        answer: function.diagrams.value(
            function.diagrams.given(function.whole, {**function.known, "certificate_date": answer})
        )
        for answer in function.diagrams.answers("certificate_date")
    }
    assert ends == {
        "before 1 January 2005": ("proceed", "TA 2000 s 9", None, None),
        "from 1 January 2005": None,
    }
    assert not stated.settled
    (stated,) = analyse(case(sentence="6"), book)
    assert [each.name for each in stated.matters if each.kind == "date"] == [
        "certificate_date"
    ]  # either later version needs eight
    (stated,) = analyse(case(sentence="12"), book)
    assert (stated.settled, [each for each in stated.matters if each.kind == "date"]) == (True, [])


def test_a_day_that_is_named_takes_the_place_of_later_dates_alone(book):
    named = [
        hear(
            case(certificate=certificate, hearing="2015-01-01"),
            book,
            Under(as_at=dt.date.fromisoformat(as_at)),
        )
        .offences[0]
        .chosen[QUESTION]
        for certificate, as_at in (
            ("2004-01-01", "2012-01-01"),
            ("2006-01-01", "2009-01-01"),
            ("2006-01-01", "2004-01-01"),
        )
    ]
    assert [(each.version.id, *(by for by, _ in each.dates)) for each in named] == [
        ("s2-1-first", "certificate date"),
        ("s2-1-second", "certificate date", "day named"),
        ("s2-1-first", "day named"),
    ]
    with pytest.raises(UnknownLawError, match=r"has no version in force on 1999-01-01"):
        determine(case(certificate="2006-01-01", hearing="2015-01-01"), book, as_at=dt.date(1999, 1, 1))
    assert (
        determine(case(certificate="2006-01-01", hearing="2015-01-01"), book, law="old")
        .offences[0]
        .steps[-1]
        .version.id
        == "s2-1-second"
    )


def test_the_earlier_of_the_certificate_and_a_provisional_warrant_chooses(book):
    assert (
        used(book, provisional_warrant="2004-06-01", certificate="2005-06-01", hearing="2012-01-01")[0]
        == "s2-1-first"
    )
    assert (
        used(book, provisional_warrant="2005-06-01", certificate="2004-06-01", hearing="2012-01-01")[0]
        == "s2-1-first"
    )
    assert (
        used(book, provisional_warrant="2005-02", certificate="2005-06-01", hearing="2012-01-01")[0]
        == "s2-1-third"
    )
    assert used(book, provisional_warrant="2004-06-01", hearing="2012-01-01") == (
        "s2-1-first",
        ("only law",),
    )  # a certificate is no later than it
    (offence,) = determine(
        case(sentence="6", provisional_warrant="2005-06-01", hearing="2012-01-01"), book
    ).offences
    assert [spans for spans, _ in spans_of(offence)] == [
        (("certificate date", "2000-01-01", "2005-01-01"),),
        (("certificate date", "2005-01-01", "None"),),
    ]
    span = {
        "provisional_warrant": "2004-12",
        "certificate": "2004-12-20 to 2005-03-01",
        "hearing": "2012-01-01",
    }
    assert used(book, **span)[0] == "s2-1-first"
    span = {
        "provisional_warrant": "2004-12-01 to 2005-02-01",
        "certificate": "2004-12-20 to 2005-03-01",
        "hearing": "2012-01-01",
    }
    chosen = hear(case(**span), book).offences[0].chosen[QUESTION]
    assert isinstance(chosen, DateMissing)
    assert [kind for _, kind in spans_of(determine(case(**span), book).offences[0])] == [
        "proceed",
        "discharge",
    ]
    before = hear(
        case(provisional_warrant="2004-06-01", hearing="2012-01-01"), book, Under(as_at=dt.date(2011, 1, 1))
    ).offences[0]
    assert before.chosen[QUESTION].version.id == "s2-1-first"


def test_no_version_before_the_first_day_of_a_date(book):
    with pytest.raises(
        SourceError,
        match=(
            r"dates.certificate: no version of TA 2000 s 2\(1\) is in force on 1999-01-01; the first begins "
            r"on 2000-01-01"
        ),
    ):
        determine(case(certificate="1999-01-01", hearing="2015-01-01"), book)


def test_a_question_out_of_force_by_one_of_its_dates_is_passed_by(tmp_path):
    spans = {name: spans for name, spans in SPANS.items() if name != "s2-1-first"}
    more = "while_not_in_force: {proceed_to: TA 2000 s 9, under: TA 2000 s 2(2)}\n"
    book = RuleBook.load(written(tmp_path, spans, more))
    (offence,) = determine(case(certificate="2004-01-01", hearing="2015-01-01"), book).offences
    assert offence.outcome.under == "TA 2000 s 2(2)"
    (offence,) = determine(case(hearing="2015-01-01"), book).offences
    assert [kind for _, kind in spans_of(offence)] == ["proceed", "discharge"]
    (stated,) = analyse(case(hearing="2015-01-01"), book)
    assert [each.name for each in stated.matters if each.kind == "date"] == ["certificate_date"]


def test_a_day_before_every_version_is_the_fault_of_its_own_date(tmp_path):
    spans = {
        "s2-1-first": (
            "[{from: 2000-01-01, selected_by: hearing date}, {from: 1900-01-01, until: 2005-01-01, "
            "selected_by: certificate date}]"
        ),
        "s2-1-third": "{from: 2005-01-01, selected_by: certificate date}",
    }
    book = RuleBook.load(written(tmp_path, spans))
    assert used(book, certificate="1999-01-01", hearing="2006-01-01") == (
        "s2-1-first",
        ("hearing date", "certificate date"),
    )
    early = case(certificate="1998-01-01", hearing="1999-01-01")
    fault = choose(QUESTION, book.questions[QUESTION], early, early.offences[0], None)
    assert (fault.place, fault.message.split("; ")[1]) == (
        ("dates", "hearing"),
        "the first begins on 2000-01-01",
    )


@pytest.mark.parametrize(
    ("version", "spans", "says"),
    [
        (
            "s2-1-third",
            (
                "[{from: 2005-01-01, selected_by: certificate date}, {from: 2011-01-01, selected_by: "
                "hearing date}]"
            ),
            (
                "versions: leave a gap: none is in force by the certificate date from 2005-01-01 and by the "
                "hearing date from 2010-01-01"
            ),
        ),
        (
            "s2-1-third",
            (
                "[{from: 2004-01-01, selected_by: certificate date}, {from: 2010-01-01, selected_by: "
                "hearing date}]"
            ),
            (
                "versions[2].in_force: is in force together with s2-1-first by the certificate date from "
                "2004-01-01"
            ),
        ),
        (
            "s2-1-second",
            (
                "[{from: 2005-01-01, selected_by: certificate date}, {from: 2008-01-01, until: 2010-01-01, "
                "selected_by: hearing date}]"
            ),
            (
                "versions: leave a gap: none is in force by the certificate date from 2005-01-01 and by the "
                "hearing date from 2005-01-01"
            ),
        ),
        (
            "s2-1-third",
            (
                "[{from: 2005-01-01, selected_by: certificate date}, {from: 2010-01-01, selected_by: "
                "certificate date}]"
            ),
            "versions[2].in_force: has two spans by one date; write one span for each date",
        ),
        (
            "s2-1-first",
            f"[{EARLY}, {{from: 2000-01-01, from_hour: '23:00', selected_by: arrest date}}]",
            (
                "versions: leave a gap: none is in force by the certificate date from 2000-01-01 and by the "
                "arrest date on the earliest days"
            ),
        ),
        (
            "s2-1-first",
            (
                f"[{EARLY}, "
                f"{{from: 1900-01-01, until: 2000-01-01, until_hour: '23:00', selected_by: arrest date}}]"
            ),
            "by the arrest date from 23:00 on 2000-01-01",
        ),
        (
            "s2-1-third",
            "[{from: 2005-01-01, selected_by: certificate date}]",
            "versions[2].in_force: must be one mapping, or a list of two or more",
        ),
        (
            "s2-1-third",
            (
                "[{from: 2005-01-01, selected_by: certificate date}, {from: prospective, selected_by: "
                "hearing date}]"
            ),
            "versions[2].in_force: has a prospective span in a list; a prospective version has one mapping",
        ),
        (
            "s2-1-third",
            "[{from: 2005-01-01, selected_by: certificate date}, {from: 2010-01-01, selected_by: hearing}]",
            "versions[2].in_force[1].selected_by: must be the name of a date",
        ),
    ],
)
def test_versions_that_do_not_tile_the_days_of_their_dates_are_refused(tmp_path, version, spans, says):
    with pytest.raises(SourceError) as error:
        RuleBook.load(written(tmp_path, {**SPANS, version: spans}))
    assert says in str(error.value)


def test_a_gate_that_changes_on_a_day_goes_by_one_date(tmp_path):
    gate = """asked_if:
  when: {case_type: [conviction]}
  otherwise: {proceed_to: TA 2000 s 9, under: TA 2000 s 2(3)}
  earlier: {until: 2005-01-01, otherwise: {discharge: true, under: TA 2000 s 2(3)}}
"""
    with pytest.raises(
        SourceError,
        match=(
            r"asked_if.earlier: changes on a day, but the certificate date and the hearing date choose the "
            r"versions"
        ),
    ):
        RuleBook.load(written(tmp_path, gate=gate))


def test_a_law_test_may_name_every_date_and_each_side_of_each_is_to_be_tried(book):
    test = LawTest.model_validate(
        {
            "it": "x",
            "law": "x",
            "part": "1",
            "territory": "RO",
            "certificate": "2004-12-31",
            "hearing": "2009-12-31",
        }
        | {"findings": {"named": "yes", "sentence": "4"}, "path": {"TA 2000 s 1": "yes", QUESTION: "yes"}}
    )
    stated = cover([(Path("x"), test)], book)
    assert stated.failures == ()
    assert {each for each in stated.edges if each.startswith(QUESTION) and "2004-12-31" in each} == set()
    assert {f"{QUESTION}: no test on 2005-01-01", f"{QUESTION}: no test on 2010-01-01"} <= set(stated.edges)


def test_consent_is_after_the_arrest_and_not_after_the_hearing(book):
    with pytest.raises(SourceError, match=r"dates.consent: is before the arrest"):
        determine(
            case(certificate="2006-01-01", arrest="2006-02-01", consent="2006-01-15", hearing="2012-01-01"),
            book,
        )
    with pytest.raises(SourceError, match=r"dates.consent: is after the hearing"):
        determine(case(certificate="2006-01-01", consent="2013-01-15", hearing="2012-01-01"), book)
    with pytest.raises(SourceError, match=r"dates.provisional_warrant: is after the hearing"):
        determine(case(provisional_warrant="2013-01-01", hearing="2012-01-01"), book)


def test_the_day_of_consent_chooses(tmp_path):
    spans = {
        "s2-1-first": "{from: 2000-01-01, until: 2010-01-01, selected_by: consent date}",
        "s2-1-second": "{from: 2010-01-01, selected_by: consent date}",
    }
    book = RuleBook.load(written(tmp_path, spans))
    assert used(book, consent="2009-12-31", hearing="2012-01-01") == ("s2-1-first", ("consent date",))
    assert used(book, consent="2010-01-01", hearing="2012-01-01") == ("s2-1-second", ("consent date",))
    assert used(book, arrest="2010-01-01", hearing="2012-01-01") == ("s2-1-second", ("only law",))
    (offence,) = determine(case(sentence="5", hearing="2012-01-01"), book).offences
    assert [kind for _, kind in spans_of(offence)] == ["proceed", "discharge"]


@pytest.mark.parametrize(
    ("part", "start", "prefix"), [("1", "EA 2003 s 45", "s45"), ("2", "EA 2003 s 127", "s127")]
)
def test_consent_keeps_speciality_by_the_day_of_consent(part, start, prefix):
    head = {"case": "A", "territory": "BE" if part == "1" else "IN", "part": part, "taken_from": start}
    offences = [{"id": "one", "case_type": "conviction"}]
    for consent, version in (("2014-07-20", "as-enacted"), ("2014-07-21", "as-amended-2014")):
        dates = {"arrest": "2014-06-02", "consent": consent, "hearing": "2014-09-22"}
        given = CaseFile.model_validate(
            {**head, "dates": dates, "findings": {"consent": "given_in_form"}, "offences": offences}
        )
        (step,) = determine(given, BOOK).offences[0].steps
        assert (step.version.id, step.version.selected_by) == (f"{prefix}-{version}", "consent date")
    dates = {"certificate": "2014-05-12", "arrest": "2014-06-02", "hearing": "2014-09-22"}
    undated = CaseFile.model_validate({**head, "dates": dates, "offences": offences})
    (offence,) = determine(
        undated, BOOK
    ).offences  # the versions have one condition: their date cannot matter while consent is open
    assert (offence.may_apply, offence.open_questions[0].version.selected_by) == ((), "every day alike")


@pytest.mark.parametrize(
    ("certificate", "state", "by"),
    [
        ("2014-07-20", "not in force", None),
        ("2014-07-21", "answered", "certificate date"),
        (None, "answered", "hearing date"),
        ({"from": "2014-07-01", "until": "2014-07-31"}, "date missing", None),
    ],
)
def test_the_decision_on_the_certificate_is_of_its_date_or_of_the_hearing_while_there_is_none(
    certificate, state, by
):
    dates = {"hearing": "2014-10-06", **({"certificate": certificate} if certificate else {})}
    case = CaseFile.model_validate(
        {
            "case": "A certificate",
            "part": 1,
            "territory": "PL",
            "taken_from": "EA 2003 s 2(7A)",
            "dates": dates,
            "offences": [
                {"id": "a", "case_type": "accusation", "findings": {"clearly_disproportionate": "yes"}}
            ],
        }
    )
    offence = determine(case, BOOK).offences[0]
    stage = next(each for each in offence.path if each.provision == "EA 2003 s 2(7A)")
    assert stage.state == state
    assert [step.version.selected_by for step in offence.steps[:1]] == ([by] if by else [])
    kinds = {matter.name: matter.kind for matter in analyse(case, BOOK)[0].matters}
    assert (kinds.get("certificate_date") == "date") == (state == "date missing")
