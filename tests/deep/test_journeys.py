"""A lawyer enters four invented cases into an empty page. The actions are counted, and the outcome is that of
the case file that the page saves.

An action is a click, a choice or one field that is filled in. The header (name, territory, start, dates, the
type of the case) is counted apart.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page
from served import browser, served

from extradition import CaseFile, RuleBook, determine
from extradition.law import Provision
from extradition.policy.comparison import compare

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
    """A user of *page* who counts the *actions*; without *script*, the user presses the button to update."""

    page: Page
    script: bool = True
    actions: int = 0

    def _acts(self, act) -> None:
        self.actions += 1
        if not self.script:
            act()
            return
        self.page.evaluate(NEXT_UPDATE)
        act()
        self.page.evaluate("() => window.nextUpdate")

    def _presses(self, button: Locator) -> None:
        if self.script:
            self._acts(button.click)
            return
        self.actions += 1
        with self.page.expect_navigation():
            button.click()

    def _finds(self, selector: str) -> Locator:
        """The field. Without script an update makes it, once what it depends on is filled in."""
        if not self.script and not self.page.locator(selector).count():
            self.presses("Update the determination")
        return self.page.locator(selector)

    def fills(self, name: str, text: str) -> None:
        field = self._finds(f"[name='{name}']")
        self._acts(lambda: field.fill(text))

    def selects(self, name: str, value: str) -> None:
        field = self._finds(f"select[name='{name}']")
        self._acts(lambda: field.select_option(value))

    def ticks(self, name: str, value: str) -> None:
        field = self._finds(f"input[name^='{name}'][value='{value}']")
        self._acts(field.check)

    def presses(self, name: str) -> None:
        self._presses(self.page.get_by_role("button", name=name, exact=True).first)

    def unfolds(self, id_: str) -> None:
        part = self._finds(f"[id='{id_}']")
        if not part.evaluate("each => each.open"):
            self.actions += 1
            part.locator("> summary").click()

    def answers(self, place: str, answer: str) -> None:
        """Gives an answer where *place* is asked: an entry that is unfolded, or else the link to it."""
        id_ = place.replace("].", "-").replace("[", "-").replace(".", "-")
        field = self.page.locator(f"input[name='{place}[0].answer'][value='{answer}']")
        if not self.script and not field.count():
            self.presses("Update the determination")
        link = self.page.locator(f"#determined button[formaction='/case#{id_}']")
        if not field.count() and link.count():
            self._presses(link)
        if not field.is_visible():
            self.unfolds_all_around(id_)
        self._acts(field.check)

    def unfolds_all_around(self, id_: str) -> None:
        stage = self.page.locator(f".stage:has([id='{id_}'])")
        self.unfolds(stage.get_attribute("id"))
        self.unfolds(id_)

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
            self.ticks("contested", provision)
        self.selects("speaker", "parties")
        self.presses("Record the rest as not in issue")

    def reads(self) -> list[str]:
        return self.page.locator("#determined .word").all_inner_texts()

    def reads_under(self) -> list[str]:
        return self.page.locator("#determined .word + p > a").all_inner_texts()

    def reads_by_law(self) -> list[tuple[str, ...]]:
        rows = self.page.locator("#determined table tr:has(td)").all()
        return [
            tuple(each.partition(" (")[0] for each in row.locator("th, td").all_inner_texts()[:3])
            for row in rows
        ]

    def saves(self, folder: Path) -> CaseFile:
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name="Save the case file").click()
        path = folder / "case.yaml"
        download.value.save_as(path)
        return CaseFile.load(path)


def romania(lawyer: Lawyer) -> None:
    lawyer.unfolds("offences-0-warrant-box_b-decisions-form")
    lawyer.ticks("offences[0].warrant.box_d.ticked", "2")
    lawyer.ticks("offences[0].warrant.box_d.ticked", "3.1a")


def romania_contested(lawyer: Lawyer) -> None:
    lawyer.unfolds("offences-0-warrant-box_b-decisions-form")
    lawyer.ticks("offences[0].warrant.box_d.ticked", "3.4")
    lawyer.contests("EA 2003 s 20(3)", "EA 2003 s 20(5)")
    lawyer.selects("author", "judge")
    lawyer.answers("offences[0].findings.convicted_in_presence", "no")
    lawyer.answers("offences[0].findings.deliberately_absent", "no")
    lawyer.answers("offences[0].findings.retrial_right", "if_court_finds_no_deliberate_absence")
    lawyer.answers("findings.consent", "not_given")


def poland(lawyer: Lawyer) -> None:
    lawyer.contests("EA 2003 s 14", "EA 2003 s 19B(2)(a)")


def poland_contested(lawyer: Lawyer) -> None:
    poland(lawyer)
    lawyer.selects("author", "judge")
    lawyer.answers("offences[0].findings.passage_of_time", "no")
    lawyer.answers("offences[0].findings.substantial_activity_in_uk", "no")


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
    "romania, contested": (1, ("Romania, retrial", "RO", "conviction"), romania_contested, 14, ["Discharge"]),
    "poland": (1, ("Poland, delay and forum", "PL", "accusation"), poland, 5, ["Open"]),
    "poland, contested": (1, ("Poland, decided", "PL", "accusation"), poland_contested, 8, ["Order"]),
    "india": (2, ("India, a request", "IN", "accusation"), india, 3, ["Order by the Secretary of State"]),
    "four offences": (1, ("France, four offences", "FR", "conviction"), four_offences, 12, ["Order"] * 4),
}


def entered(name: str, chromium, server, *, script: bool = True) -> tuple[Lawyer, int]:
    """The lawyer after the journey of that *name*, and the number of actions for the header."""
    part, head, enters, *_ = JOURNEYS[name]
    context = chromium.new_context(
        viewport={"width": 1440, "height": 1000}, accept_downloads=True, java_script_enabled=script
    )
    lawyer = Lawyer(context.new_page(), script)
    lawyer.page.set_default_timeout(20_000)
    lawyer.page.goto(f"{server.address}/case?part={part}")
    lawyer.enters_the_head(*head, **DATES)
    if not script:
        lawyer.presses("Update the determination")
    header, lawyer.actions = lawyer.actions, 0
    enters(lawyer)
    if not script:
        lawyer.presses("Update the determination")
    print(name, header, "for the header, then", lawyer.actions, lawyer.reads())  # noqa: T201  -s shows them
    return lawyer, header


def under_and_forced_at(outcome) -> str:
    """The provision of an outcome in a table of laws, and the first of the questions that force it."""
    under = [Provision(outcome.under).short] if outcome.under else []
    forced = [f"forced at {Provision(each.question).short}" for each in outcome.forced_by[:1]]
    return "; ".join([*under, *forced])


@pytest.mark.parametrize("name", JOURNEYS)
def test_a_case_is_entered_in_few_actions_and_the_page_says_what_the_library_says(
    name, chromium, server, book, tmp_path
):
    *_, most, outcomes = JOURNEYS[name]
    lawyer, header = entered(name, chromium, server)
    case_file = lawyer.saves(tmp_path)
    made = determine(case_file, book)
    assert [each.lower() for each in lawyer.reads()] == [
        each.outcome.outcome.lower() for each in made.offences
    ]
    assert lawyer.reads() == outcomes
    assert lawyer.reads_under() == [each.outcome.under for each in made.offences if each.outcome.under]
    compared = compare(case_file, book, book.side_by_side)
    assert lawyer.reads_by_law() == [
        (law.title.partition(" (")[0], each.outcome, under_and_forced_at(each))
        for law, each in zip(compared.laws, compared.cases[0].outcomes, strict=True)
    ]
    assert lawyer.actions <= most
    assert header <= 8
    if name.endswith("contested"):
        settled = "No unknown fact can change the outcome any more."
        assert lawyer.page.locator("#determined").get_by_text(settled).is_visible()
    lawyer.page.context.close()


@pytest.mark.parametrize("name", ["romania, contested", "poland, contested"])
def test_without_script_a_journey_ends_with_the_same_case_file(name, chromium, server, tmp_path):
    files = []
    for script in (True, False):
        lawyer, _ = entered(name, chromium, server, script=script)
        assert lawyer.reads() == JOURNEYS[name][-1]
        files.append(lawyer.saves(tmp_path))
        lawyer.page.context.close()
    assert files[0].digest == files[1].digest
