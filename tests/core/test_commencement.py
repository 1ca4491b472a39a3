"""The change that brings the 2026 amendment into force, made from its page in docs/tasks on a copy of the
rules.
"""

import re
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from strategies import BOOK as TODAY
from strategies import ROOT

from extradition import CaseFile, RuleBook, compare, determine, render
from extradition.rule_book.passage import digest_of

pytestmark = pytest.mark.no_cover  # other tests cover all that these reach; coverage takes as long as they do

PAGE = (ROOT / "docs/tasks/bring_the_amendment_into_force.md").read_text(encoding="utf-8")
QUESTION = "extradition_act_2003/part_1/section_20/s20_05_entitled_to_retrial.yaml"
MANNERS = re.findall(r"^### (.*)$", PAGE, re.MULTILINE)
OTHER_EVENT = "Another event before"
BEFORE, AFTER = "2027-02-28", "2027-03-01"
PARTS = {"1": ("20", "EA 2003 s 21", "RO"), "2": ("85", "EA 2003 s 86", "IN")}
FOUND = {
    "convicted_in_presence": "no",
    "deliberately_absent": "no",
    "retrial_right": "if_court_finds_no_deliberate_absence",
    "rehearing": "retrial",
    "minimum_retrial_rights": "yes",
}


def block(heading, number=0):
    """One block of YAML in the part of the page under *heading*."""
    return re.findall(r"```yaml\n(.*?)```", PAGE.split(f"{heading}\n", 1)[1], re.DOTALL)[number]


@cache
def book(manner):
    """The rule book after the change on the page, with the saving in that *manner*."""
    with TemporaryDirectory() as folder:
        rules = shutil.copytree(ROOT / "rules", f"{folder}/rules")
        path = Path(rules) / QUESTION
        text = path.read_text(encoding="utf-8")
        declares = manner == OTHER_EVENT
        for version, lines in re.findall(r"  - id: (\S+)\n((?:    .*\n)+)", block(f"### {manner}", declares)):
            text, count = re.subn(rf"(  - id: {version}\n)    in_force: .*\n", rf"\g<1>{lines}", text)
            assert count == 1, version
        passage = block("## 2. Write the text that was read", 1)
        (words,) = (each["words"] for each in yaml.safe_load(passage)["text"])
        head, tail = text.split("  - id: s20-5-as-amended-2026\n")
        tail = tail.replace("    yes_if:", passage.replace("TODO", digest_of(words)) + "    yes_if:", 1)
        path.write_text(head + "  - id: s20-5-as-amended-2026\n" + tail, encoding="utf-8")
        change(
            path.parents[3] / "sources.yaml",
            "read:\n",
            "read:\n" + block("## 2. Write the text that was read"),
        )
        change(path.parents[3] / "book.yaml", "stated_as_at: 2026-11-22", f"stated_as_at: {AFTER}")
        if declares:
            for key, number in (("dates", 0), ("asks_for_dates", 2)):
                declared = f"\n{key}:\n"
                change(path.parents[3] / "book.yaml", declared, declared + block(f"### {manner}", number))
        change(
            path.parents[3] / "laws.yaml",
            "    as_at: 2026-11-22\n    assuming: [s20-5-as-amended-2026, s85-5-as-amended-2026]",
            f"    as_at: {AFTER}",
        )
        change(path.parents[3] / "laws.yaml", "    as_at: 2026-11-22\n", f"    as_at: {AFTER}\n")
        return RuleBook.load(rules)


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def case(part, **dates):
    section, _, territory = PARTS[part]
    offence = {"id": "one", "case_type": "conviction", "findings": FOUND}
    head = {
        "case": "A",
        "part": part,
        "territory": territory,
        "taken_from": f"EA 2003 s {section}(1)",
        "dates": dates,
    }
    return CaseFile.model_validate({**head, "offences": [offence]})


def outcome(part, manner, **dates):
    """The outcome of a case in which the retrial depends on a court finding no deliberate absence: "old"
    or "new" law.
    """
    (offence,) = determine(case(part, **dates), book(manner)).offences
    section, following, _ = PARTS[part]
    law = {("discharge", f"EA 2003 s {section}(7)"): "old", ("proceed", f"EA 2003 s {section}(6)"): "new"}
    if offence.outcome.kind == "proceed":
        assert offence.outcome.to == following
    return law.get((offence.outcome.kind, offence.outcome.under), offence.outcome.kind)


@pytest.mark.parametrize("part", PARTS)
def test_decided_before_the_day_keeps_the_old_law_and_decided_after_it_has_the_new(part):
    for certificate in ("2025-01-01", "2027-02-01"):
        assert outcome(part, "Not yet decided", certificate=certificate, hearing=BEFORE) == "old"
        assert outcome(part, "Not yet decided", certificate=certificate, hearing=AFTER) == "new"
    assert outcome(part, "Not yet decided", certificate="2025-01-01") == "open"


@pytest.mark.parametrize("part", PARTS)
def test_a_certificate_before_the_day_keeps_the_old_law_however_late_the_hearing(part):
    manner = "Certificate issued before"
    assert outcome(part, manner, certificate=BEFORE, hearing=BEFORE) == "old"
    assert outcome(part, manner, certificate=BEFORE, hearing="2028-06-01") == "old"
    assert outcome(part, manner, certificate=AFTER, hearing="2028-06-01") == "new"
    assert outcome(part, manner, hearing="2028-06-01") == "open"
    assert outcome(part, manner, hearing=BEFORE) == "old"  # the certificate is no later
    (offence,) = determine(case(part, hearing="2028-06-01"), book(manner)).offences
    assert [(str(each.spans[0].until), each.outcome.kind) for each in offence.may_apply] == [
        (AFTER, "discharge"),
        ("None", "proceed"),
    ]


def test_a_provisional_warrant_before_the_day_keeps_the_old_law_in_part_2():
    manner = "Certificate issued before"
    assert (
        outcome("2", manner, provisional_warrant=BEFORE, certificate="2027-04-01", hearing="2028-06-01")
        == "old"
    )
    assert (
        outcome("2", manner, provisional_warrant=AFTER, certificate="2027-04-01", hearing="2028-06-01")
        == "new"
    )


@pytest.mark.parametrize("part", PARTS)
def test_an_arrest_before_the_day_keeps_the_old_law(part):
    assert outcome(part, "Arrested before", arrest=BEFORE, hearing="2028-06-01") == "old"
    assert outcome(part, "Arrested before", arrest=AFTER, hearing="2028-06-01") == "new"


@pytest.mark.parametrize("part", PARTS)
def test_another_event_before_the_day_keeps_the_old_law_by_a_date_that_the_book_declares(part):
    assert outcome(part, OTHER_EVENT, receipt=BEFORE, hearing="2028-06-01") == "old"
    assert outcome(part, OTHER_EVENT, receipt=AFTER, hearing="2028-06-01") == "new"
    assert outcome(part, OTHER_EVENT, hearing="2028-06-01") == "open"


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("part", PARTS)
def test_the_judgments_before_the_amendment_still_choose_by_the_hearing(part, manner):
    dates = {"arrest": "2019-05-01", "certificate": "2019-05-01"}
    for hearing, found in (("2024-03-05", "s{}-5-before-merticariu"), ("2024-03-06", "s{}-5-merticariu")):
        (offence,) = determine(case(part, hearing=hearing, **dates), book(manner)).offences
        section = PARTS[part][0]
        steps = (*offence.steps, *offence.open_questions)
        assert [step.version.id for step in steps if step.provision == f"EA 2003 s {section}(5)"] == [
            found.format(section)
        ]


def test_the_comparison_and_the_report_know_the_saving():
    saved, new = (case("1", certificate=certificate, hearing="2028-06-01") for certificate in (BEFORE, AFTER))
    stated = compare([saved, new], book("Certificate issued before"), ("merticariu", "as-amended-2026"))
    assert [[each.outcome for each in of.outcomes] for of in stated.cases] == [
        ["discharge", "discharge"],
        ["discharge", "proceed to s 21"],
    ]
    text = render(determine(new, book("Certificate issued before")), depth="full")
    assert "chosen by the certificate date, 1 March 2027, on or after 1 March 2027" in text
    assert "may have been amended" not in text


AMENDED = "version of [EA 2003 s 20(5)](https://www.legislation.gov.uk/ukpga/2003/41/section/20/5)"


@pytest.mark.parametrize(
    ("dates", "is_out_of_reach"),
    [
        ({"hearing": "2025-10-07"}, True),
        ({"hearing": "2026-04-28"}, True),
        ({"hearing": "2026-04-29"}, False),  # an Act may come into force on the day on which it is passed
        ({"hearing": "2026-11-02"}, False),
        ({"hearing": "2026-04-01 to 2026-04-28"}, True),
        ({"hearing": "2026-04-01 to 2026-05-01"}, False),
        ({"arrest": "2025-06-03"}, False),
    ],
)
def test_an_amendment_does_not_reach_a_hearing_before_its_enactment(dates, is_out_of_reach):
    file = case("1", **dates)
    made = determine(file, TODAY)
    (other,) = made.offences[0].prospective
    assert other.out_of_reach == is_out_of_reach
    compared = compare([file], TODAY, ["today", "as-amended-2026"])
    assert [each.out_of_reach for each in compared.cases[0].outcomes] == [False, is_out_of_reach]
    text = render(made)
    assert (
        f"If the case were heard under a later {AMENDED}, not known to be in force" in text
    ) == is_out_of_reach
    assert (f"Under a {AMENDED} that is not known to be in force" in text) != is_out_of_reach
