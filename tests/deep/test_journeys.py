"""A lawyer enters four invented cases into an empty page. The actions are counted, and the outcome is that of
the case file that the page saves.

An action is a click, a choice or one field that is filled in. The header (name, territory, start, dates, the
type of the case) is counted apart.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page
from served import browser, served

from extradition import CaseFile, RuleBook, determine

DATES = {"arrest": "3/6/2025", "certificate": "26 May 2025", "hearing": "16 November 2025"}
NEXT_UPDATE = """() => {
  window.nextUpdate = new Promise((resolve, reject) => {
    document.getElementById("case-form").addEventListener("shown", () => resolve(), { once: true });
    setTimeout(() => reject(new Error("the page was not updated")), 20_000);
  });
}"""
"""The next update as a promise. It is kept when the page shows the update and has moved the focus."""


@pytest.fixture(scope="module")
def server(book: RuleBook):
    with served(book) as running:
        yield running


@pytest.fixture(scope="module")
def chromium():
    with browser() as opened:
        yield opened


@dataclass
class Lawyer:
    """A user of *page* who counts the *actions*."""

    page: Page
    actions: int = 0

    def _acts(self, act) -> None:
        self.actions += 1
        self.page.evaluate(NEXT_UPDATE)
        act()
        self.page.evaluate("() => window.nextUpdate")

    def fills(self, name: str, text: str) -> None:
        self._acts(lambda: self.page.fill(f"[name='{name}']", text))

    def selects(self, name: str, value: str) -> None:
        self._acts(lambda: self.page.select_option(f"select[name='{name}']", value))

    def ticks(self, name: str, value: str) -> None:
        self._acts(lambda: self.page.check(f"input[name^='{name}'][value='{value}']"))

    def presses(self, name: str) -> None:
        self._acts(lambda: self.page.get_by_role("button", name=name, exact=True).click())

    def unfolds(self, id_: str) -> None:
        part = self.page.locator(f"[id='{id_}']")
        if not part.evaluate("each => each.open"):
            self.actions += 1
            part.locator("> summary").click()

    def enters_the_head(
        self, name: str, territory: str, case_type: str, start: str = "", **dates: str
    ) -> None:
        self.fills("case", name)
        self.selects("territory", territory)
        if start:
            self.selects("taken_from", start)
        for date, day in dates.items():
            self.fills(f"dates.{date}", day)
        self.enters_the_offence(0, case_type)

    def enters_the_offence(self, number: int, case_type: str) -> None:
        self.fills(f"offences[{number}].conduct_date", "3 May 2019")
        self.ticks(f"offences[{number}].case_type", case_type)

    def contests(self, *provisions: str) -> None:
        """Ticks what is in issue, and records the rest as the parties say."""
        self.unfolds("in-issue")
        for provision in provisions:
            self._acts(
                lambda provision=provision: self.page.check(f"input[name=contested][value='{provision}']")
            )
        self.selects("speaker", "parties")
        self.presses("Record the rest as not in issue")

    def reads(self) -> list[str]:
        return self.page.locator("#determined .word").all_inner_texts()

    def saves(self, folder: Path) -> CaseFile:
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name="Save the case file").click()
        path = folder / "case.yaml"
        download.value.save_as(path)
        return CaseFile.load(path)


def romania(lawyer: Lawyer) -> None:
    lawyer.ticks("offences[0].warrant.box_d.ticked", "2")
    lawyer.ticks("offences[0].warrant.box_d.ticked", "3.1a")


def poland(lawyer: Lawyer) -> None:
    lawyer.contests("EA 2003 s 14", "EA 2003 s 19B(2)(a)")


def india(lawyer: Lawyer) -> None:
    lawyer.contests()


def four_offences(lawyer: Lawyer) -> None:
    for number in (1, 2, 3):
        lawyer.presses("Add an offence")
        lawyer.enters_the_offence(number, "conviction")
    lawyer.contests()


JOURNEYS = {
    "romania": (
        1,
        ("Romania, absence", "RO", "conviction", "EA 2003 s 20(1)"),
        romania,
        3,
        ["Proceed to s 21"],
    ),
    "poland": (1, ("Poland, delay and forum", "PL", "accusation"), poland, 5, ["Open"]),
    "india": (2, ("India, a request", "IN", "accusation"), india, 3, ["Order by the Secretary of State"]),
    "four offences": (1, ("France, four offences", "FR", "conviction"), four_offences, 12, ["Order"] * 4),
}


@pytest.mark.parametrize("name", JOURNEYS)
def test_a_case_is_entered_in_few_actions_and_the_page_says_what_the_library_says(
    name, chromium, server, book, tmp_path
):
    part, head, enters, most, outcomes = JOURNEYS[name]
    context = chromium.new_context(viewport={"width": 1440, "height": 1000}, accept_downloads=True)
    lawyer = Lawyer(context.new_page())
    lawyer.page.set_default_timeout(20_000)
    lawyer.page.goto(f"{server.address}/case?part={part}")
    lawyer.enters_the_head(*head, **DATES)
    header, lawyer.actions = lawyer.actions, 0
    if name == "romania":
        lawyer.unfolds("offences-0-warrant-box_b-decisions-form")
    enters(lawyer)
    said = f"{name}: {header} actions for the header, then {lawyer.actions}: {'; '.join(lawyer.reads())}"
    print(said)  # noqa: T201  -s shows the counts
    made = determine(lawyer.saves(tmp_path), book)
    assert [each.lower() for each in lawyer.reads()] == [
        each.outcome.outcome.lower() for each in made.offences
    ]
    assert lawyer.reads() == outcomes
    assert lawyer.actions <= most
    context.close()
