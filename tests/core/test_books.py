"""Each feature over each rule book on disk, and the ends that a book of other matters has."""

import pytest
from strategies import ROOT

from extradition import CaseFile, RuleBook, SourceError, determine
from extradition.cli import main
from extradition.hearing.examination import examine
from extradition.report import render
from extradition.report.summary import summary_of

THIRD = RuleBook.load(ROOT / "tests/books/third")
CASES = ROOT / "tests/books/cases/third"


def case_of(matter, text=""):
    """A case of the third book in that *matter*; *text* is what stands after its dates."""
    return CaseFile.parse("case.yaml", f"case: X\nmatter: {matter}\ndates: {{hearing: 2015-06-01}}\n{text}")


@pytest.mark.parametrize(
    ("matter", "findings", "outcome", "under"),
    [
        (
            "power-to-enter",
            "{licensed_premises: yes, suspicion: yes, reasonable_hour: yes}",
            "the inspector may enter the premises",
            "LA 1999 s 5",
        ),
        (
            "power-to-enter",
            "{licensed_premises: yes, suspicion: no}",
            "the inspector may not enter the premises",
            "LA 1999 s 5",
        ),
        ("power-to-enter", "{licensed_premises: no}", "refer to the magistrate", "LA 1999 s 6"),
        (
            "duty-to-notify",
            "{premises_closed: yes, days_closed: 2}",
            "the licensing authority must notify the holder of the licence, within 48 hours from the closure",
            "LA 1999 s 20(2)",
        ),
        (
            "duty-to-notify",
            "{premises_closed: yes, days_closed: 1}",
            "the licensing authority need not notify the holder of the licence",
            "LA 1999 s 21",
        ),
        ("duty-to-notify", "{premises_closed: no}", "nothing more is needed", "LA 1999 s 21"),
        ("power-to-enter", "{}", "open", None),
    ],
)
def test_each_end_reads_as_a_sentence(matter, findings, outcome, under):
    made = determine(case_of(matter, f"findings: {findings}"), THIRD)
    assert (made.outcome, made.under) == (outcome, under)


def test_a_duty_says_whose_it_is_and_within_what_time():
    made = determine(CaseFile.load(CASES / "duty-to-notify.yaml"), THIRD)
    outcome = made.offences[0].outcome
    assert (outcome.by, outcome.within.length, outcome.within.from_) == (
        "licensing authority",
        "48 hours",
        "the closure",
    )


def test_what_is_referred_says_why():
    made = determine(case_of("power-to-enter", "findings: {licensed_premises: no}"), THIRD)
    assert made.offences[0].outcome.because == (
        "Premises without a licence may be entered only under a warrant."
    )


def test_a_step_follows_the_use_of_a_power():
    made = determine(CaseFile.load(CASES / "power-to-enter.yaml"), THIRD)
    assert [each.title for each in made.afterwards] == ["A record of the entry"]


def test_if_nothing_more_is_shown_is_worked_out_as_for_a_hearing():
    made = determine(case_of("power-to-enter", "findings: {licensed_premises: yes}"), THIRD)
    closing = made.offences[0].if_nothing_more_is_shown.outcome
    assert (made.outcome, closing.outcome) == ("open", "the inspector may not enter the premises")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "case: X\ndates: {}\n",
            "is required; the matters of this rule book are power-to-enter, duty-to-notify",
        ),
        (
            "case: X\nmatter: power-to-entre\ndates: {}\n",
            "matter: power-to-entre is not a matter of this rule book; did you mean power-to-enter?",
        ),
        (
            "case: X\nmatter: duty-to-notify\ndates: {}\nfindings: {suspicion: yes}\n",
            "is asked only in Power to enter premises; this is a Duty to notify case",
        ),
        (
            "case: X\nmatter: duty-to-notify\ndates: {}\nfindings: {days_closed: {answer: 3, by: judge}}\n",
            "by: must be 'inspector', 'licensing authority', 'magistrate'",
        ),
        (
            "case: X\nmatter: duty-to-notify\ndates: {}\noffences: [{id: one, case_type: accusation}]\n",
            "case_type: is not a key that belongs here",
        ),
    ],
)
def test_a_case_of_another_book_or_matter_is_refused(text, says):
    with pytest.raises(SourceError) as error:
        examine(CaseFile.parse("case.yaml", text), THIRD)
    assert says in str(error.value)


def test_guidance_stands_beside_the_law_in_the_determination_and_decides_nothing():
    made = determine(CaseFile.load(CASES / "power-to-enter.yaml"), THIRD)
    given = {step.provision: [each.at for each in step.guidance] for step in made.offences[0].steps}
    assert given == {"LA 1999 s 4(1)": [], "LA 1999 s 5": ["LG at entry-at-night"]}
    assert made.outcome == "the inspector may enter the premises"


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("depth", ["note", "hearing", "full"])
def test_every_report_shows_guidance_under_its_own_heading(form, depth):
    made = determine(CaseFile.load(CASES / "power-to-enter.yaml"), THIRD)
    text = render(made, form, depth=depth)
    assert "Guidance" in text
    assert "The Act asks for no colleague." in text


def test_the_check_lists_what_guidance_says_with_both_addresses(capsys):
    assert main(["check", str(ROOT / "tests/books/third"), "--guidance"]) == 0
    assert "## Guidance beside the law" in capsys.readouterr().out
    listed = summary_of(THIRD, with_guidance=True).guidance
    assert [(each.provision_address, each.at_address, each.differs) for each in listed] == [
        (
            "https://www.legislation.gov.uk/ukpga/1999/99/section/5",
            "https://www.example.org/licensing",
            "The Act asks for no colleague.",
        )
    ]
