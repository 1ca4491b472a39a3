"""The explorer in a browser: one journey with script, the same without, and what axe finds on its pages."""

import csv
import re

import pytest
from playwright.sync_api import Locator, Page, expect
from served import browser, served
from strategies import ROOT
from test_browser import PHONE, WIDE, Visitor, violations

from extradition import Draft, RuleBook

EXAMPLE = ROOT / "examples/cohort/offences.csv"


@pytest.fixture(scope="module")
def server(book: RuleBook):
    with served(book) as running:
        yield running
        running.app.state.explorations.close()


@pytest.fixture(scope="module")
def chromium():
    with browser() as opened:
        yield opened


def settled(page: Page, shown: Locator, *, script: bool) -> None:
    """Wait until *shown* is there; without script, look again by the link of the page."""
    again = page.get_by_role("link", name="Look again")
    for _ in range(0 if script else 60):
        page.wait_for_timeout(300)
        if shown.count():
            break
        if again.count():
            again.click()
    expect(shown).to_be_visible()


def sent(page: Page) -> None:
    page.get_by_label("A table on this computer").set_input_files(EXAMPLE)
    page.get_by_label("Second law, compared with the first").select_option("as-amended-2026")
    page.get_by_role("button", name="Decide the table").click()


def fits(page: Page, width: int) -> bool:
    page.wait_for_load_state()  # the style too
    return page.evaluate("document.documentElement.scrollWidth") <= width


def unfolded(page: Page) -> None:
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")


@pytest.mark.parametrize(("script", "viewport"), [(True, WIDE), (False, PHONE)])
def test_a_table_is_sent_looked_at_saved_changed_by_a_draft_and_deleted(
    chromium, server, script, viewport, tmp_path
):
    visiting = Visitor(chromium, server, script=script, viewport=viewport)
    page = visiting.goes_to("/")
    page.get_by_role("link", name="Explore a table of offences").click()
    width = viewport["width"]
    assert not script or violations(page) == []
    sent(page)
    settled(page, page.get_by_role("heading", name="The table has faults"), script=script)
    assert not script or violations(page) == []
    assert fits(page, width)
    page.get_by_label("court", exact=True).check()
    page.get_by_role("button", name="Decide the table again").click()
    headline = page.locator("#explored [role=status]")
    settled(page, headline, script=script)
    expect(headline).to_contain_text("8 of 9 offences are decided.")
    unfolded(page)
    assert not script or violations(page) == []
    assert fits(page, width)
    page.get_by_label("Only rows with").select_option("territory=Romania")
    page.get_by_label("Count by").select_option("court")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(headline).to_contain_text("3 of 4 chosen offences are decided.")
    expect(page.get_by_role("heading", name="By court")).to_be_visible()
    assert "?where=territory%3DRomania&by=court" in page.url
    expect(page.get_by_role("img", name=re.compile("^Chart of the outcomes"))).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="All chosen rows as CSV").click()
    download.value.save_as(tmp_path / "chosen.csv")
    with (tmp_path / "chosen.csv").open(encoding="utf-8-sig", newline="") as chosen:
        assert [row["offence"] for row in csv.DictReader(chosen)] == ["1", "2", "8", "9"]
    page.get_by_role("link", name=re.compile("^Remove the filter")).click()
    expect(headline).to_contain_text("8 of 9 offences are decided.")
    if script:
        page.go_back()
        expect(headline).to_contain_text("3 of 4 chosen offences are decided.")
    row_opened(page, script=script, width=width)
    drafted(page, tmp_path / "draft.yaml", script=script, width=width)
    expect(headline).to_contain_text(
        "From “Today” to “Draft, not law: A court is enough”, 1 has another outcome."
    )
    page.wait_for_load_state("networkidle")  # the chart is there
    page.get_by_role("button", name="Delete this table now").click()
    expect(page.get_by_role("heading", name="The table is deleted")).to_be_visible()
    visiting.leaves()
    assert [each for each in visiting.wrong if "422" not in each] == []  # the draft that had faults


def row_opened(page: Page, *, script: bool, width: int) -> None:
    """Open one row, its determination, and the row as a case; and go back to the table."""
    page.get_by_role("link", name="1. 1, Row one").click()
    expect(page.get_by_role("heading", name="Row 1: 1, Row one")).to_be_visible()
    assert not script or violations(page) == []
    assert fits(page, width)
    page.get_by_role("link", name="Read the determination under Today").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Row one")
    page.go_back()
    page.get_by_role("button", name="Open it as a case, to change it").click()
    expect(page.locator("#determined")).to_contain_text("Discharge")
    page.go_back()
    page.get_by_role("link", name="offences.csv").click()


def drafted(page: Page, path, *, script: bool, width: int) -> None:
    """Draft a change of law with the editor, save it, and run the table with it."""
    page.get_by_role("link", name="Draft a change of law").click()
    page.get_by_label("The question, and the version").select_option("s20-5-merticariu")
    page.get_by_role("button", name="Show its answers").click()
    page.get_by_label("Towards yes: A court there must first find").check()
    page.get_by_label("Title of the draft").fill("A court is enough")
    page.get_by_role("button", name="Check the draft").click()
    expect(page.get_by_role("heading", name="The draft has faults")).to_be_visible()
    page.get_by_label("Who proposes it").fill("A policy officer")
    page.get_by_label("What it would do").fill("A finding of a court suffices.")
    page.get_by_role("button", name="Check the draft").click()
    expect(page.get_by_role("heading", name="The draft has no fault")).to_be_visible()
    assert not script or violations(page) == []
    assert fits(page, width)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the draft (YAML)").click()
    download.value.save_as(path)
    assert [each.id for each in Draft.load(path).file.changes] == [
        *("s20-5-a-court-is-enough", "s85-5-a-court-is-enough")
    ]
    page.get_by_role("button", name="Run the table with it").click()
    settled(page, page.locator("#explored [role=status]"), script=script)


def test_work_is_cancelled_with_a_button(chromium, server):
    visiting = Visitor(chromium, server, script=False)
    page = visiting.goes_to("/explorer")
    sent(page)
    if page.get_by_role("button", name="Cancel").count():  # a fast machine may be ready before
        page.get_by_role("button", name="Cancel").click()
    page.get_by_role("button", name="Delete this table now").click()
    expect(page.get_by_role("heading", name="The table is deleted")).to_be_visible()
    visiting.leaves()


@pytest.mark.parametrize("viewport", [WIDE, PHONE])
def test_the_form_of_another_rule_book_is_one_link_away(chromium, server, viewport):
    visiting = Visitor(chromium, server, script=True, viewport=viewport)
    page = visiting.goes_to("/explorer")
    page.get_by_role("link", name="International policing").click()
    matter = page.get_by_label("The matter of each row")
    matter.select_option(label="Letter of request for evidence abroad")
    expect(matter).to_have_value("letter-of-request")
    unfolded(page)
    assert violations(page) == []
    assert fits(page, viewport["width"])
    visiting.leaves()
    assert visiting.wrong == []
