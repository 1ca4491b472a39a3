import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from served import Served, browser, served

from extradition import CaseFile, RuleBook

ROOT = Path(__file__).parents[2]
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
RETRIAL = "offences-0-findings-retrial_right"
AXE = Axe()
expect.set_options(timeout=20_000)  # other tests run at the same time


@pytest.fixture(scope="module")
def server(book: RuleBook):
    with served(book) as running:
        yield running


@pytest.fixture(scope="module")
def chromium():
    with browser() as opened:
        yield opened


class Visitor:
    """A page, with everything that must not happen on it noted."""

    def __init__(self, chromium: Browser, server: Served, *, script: bool = True, viewport=WIDE) -> None:
        self._context = chromium.new_context(
            java_script_enabled=script, viewport=viewport, accept_downloads=True
        )
        self.page: Page = self._context.new_page()
        self.page.set_default_timeout(20_000)
        self._server = server
        self.wrong: list[str] = []
        self.page.on("console", lambda message: self.wrong.append(message.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("request", lambda request: self._look_at(request.url))

    def _look_at(self, url: str) -> None:
        if not url.startswith((self._server.address, "data:")):
            self.wrong.append(url)

    def goes_to(self, path: str) -> Page:
        self.page.goto(self._server.address + path)
        return self.page

    def leaves(self) -> None:
        self._context.close()


def visited(chromium: Browser, server: Served, **how):
    visiting = Visitor(chromium, server, **how)
    yield visiting
    visiting.leaves()
    assert visiting.wrong == []


@pytest.fixture
def visitor(chromium, server):
    yield from visited(chromium, server)


@pytest.fixture
def plain_visitor(chromium, server):
    yield from visited(chromium, server, script=False)


@pytest.fixture
def phone(chromium, server):
    yield from visited(chromium, server, viewport=PHONE)


def outcome(page: Page):
    return page.locator("#determined .word")


def unfolded(page: Page, id_: str):
    entry = page.locator(f"[id='{id_}']")
    if not entry.evaluate("each => each.open"):
        entry.locator("> summary").click()
    return entry


def radio(page: Page, name: str, value: str):
    return page.locator(f"input[name='{name}'][value='{value}']")


def test_the_whole_journey(visitor, tmp_path):
    page = visitor.goes_to("/")
    page.get_by_role("link", name=re.compile("Merticariu")).click()
    expect(outcome(page)).to_have_text("Discharge")
    entry = unfolded(page, RETRIAL)
    radio(page, "offences[0].findings.retrial_right[0].answer", "unconditional").check()
    expect(outcome(page)).to_have_text("Proceed to s 21")
    expect(page.get_by_role("status")).to_have_text("Outcome: Proceed to s 21")
    expect(entry).to_have_attribute("open", "")
    expect(radio(page, "offences[0].findings.retrial_right[0].answer", "unconditional")).to_be_focused()
    entry.get_by_label("Reasons").fill("The code was read")
    expect(page.locator("#determined")).to_contain_text("What matters next")
    page.get_by_role("button", name="Add an offence").click()
    expect(page.locator("input[name='offences[1].id']")).to_have_value("offence-1")
    expect(page.locator("input[name='offences[1].title']")).to_be_focused()
    page.get_by_role("button", name=re.compile("Remove this offence.*offence-1")).click()
    expect(page.locator("input[name='offences[1].id']")).to_have_count(0)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the case file").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    assert path.name == "merticariu-v-judecatoria-arad-romania.yaml"
    saved = CaseFile.load(path)
    assert saved.offences[0].findings["retrial_right"][0].reasons == "The code was read"
    page = visitor.goes_to("/")
    page.get_by_label("Case file (YAML)").set_input_files(path)
    page.get_by_role("button", name="Load it").click()
    expect(outcome(page)).to_have_text("Proceed to s 21")
    for name, ending in (
        ("Report as web page", "html"),
        ("Report as Markdown", "md"),
        ("Report as JSON", "json"),
    ):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        assert download.value.suggested_filename.endswith(f".{ending}")


def test_what_matters_next_leads_into_the_form_and_moves_on_when_it_is_answered(visitor):
    page = visitor.goes_to("/case?example=half_complete")
    link = page.locator("#determined .next a").nth(1)
    asked, target = link.inner_text(), link.get_attribute("href")
    link.click()
    entry = page.locator(f"[id='{target[1:]}']")
    expect(entry).to_have_attribute("open", "")
    expect(entry.locator("> summary")).to_be_focused()
    entry.get_by_role("radio").nth(1).check()
    expect(page.locator("#determined .next a", has_text=asked)).to_have_count(0)


def test_a_fault_is_shown_at_its_field_while_typing_and_together_and_focused_by_the_button(visitor):
    page = visitor.goes_to("/case?example=merticariu")
    hearing = page.locator("input[name='dates.hearing']")
    hearing.fill("soon")
    expect(page.locator("#dates-hearing-faults")).to_contain_text(
        "Error: must be a date such as 2024-03-06, a month (2024-03), a year (2024)"
    )
    expect(hearing).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("No determination yet")
    expect(page.locator("#summary .summary")).to_have_count(0)
    page.get_by_role("button", name="Update the determination", exact=True).click()
    expect(page.locator("#summary .summary")).to_be_focused()
    page.get_by_role("link", name="Hearing: must be a date").click()
    expect(page.locator("#dates-hearing")).to_be_focused()
    page.locator("#dates-hearing").fill("2024-03-05")
    expect(outcome(page)).to_have_text("Proceed to s 21")
    expect(page.locator("#summary .summary")).to_have_count(0)
    expect(page.locator("input[name='dates.hearing']")).to_be_focused()


def test_typing_is_never_disturbed(visitor):
    page = visitor.goes_to("/case?example=half_complete&opened=section-20-1")
    entry = unfolded(page, "offences-0-findings-merits_appeal")
    reasons = entry.get_by_label("Reasons")
    reasons.press_sequentially("A long sentence that the user types while answers keep coming in ", delay=45)
    expect(reasons).to_be_focused()
    expect(reasons).to_have_value("A long sentence that the user types while answers keep coming in ")
    page.wait_for_timeout(1500)
    expect(entry.get_by_label("Reasons")).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.type("Still: ")
    expect(entry.get_by_label("Reasons")).to_have_value(
        "Still: A long sentence that the user types while answers keep coming in "
    )


def test_a_slower_answer_never_overwrites_a_newer_one(visitor):
    page = visitor.goes_to("/case?example=merticariu")
    name = "offences[0].findings.retrial_right[0].answer"
    waiting = []
    page.route("**/case", lambda route: waiting.append(route) if not waiting else route.continue_())
    unfolded(page, RETRIAL)
    radio(page, name, "none").check()
    page.wait_for_timeout(700)
    assert len(waiting) == 1
    radio(page, name, "unconditional").check()
    expect(outcome(page)).to_have_text("Proceed to s 21")
    waiting[0].continue_()
    page.wait_for_timeout(700)
    expect(outcome(page)).to_have_text("Proceed to s 21")


def test_when_the_server_is_gone_the_page_says_so_and_keeps_what_was_typed(chromium, book):
    with served(book) as going:
        visiting = Visitor(chromium, going)
        page = visiting.goes_to("/case?example=merticariu")
        going.stop()
        page.locator("input[name='case']").fill("Typed without a server")
        expect(page.locator("#gone")).to_contain_text("The server does not answer")
        expect(page.locator("input[name='case']")).to_have_value("Typed without a server")
        visiting.leaves()
        assert all("ERR_CONNECTION_REFUSED" in each for each in visiting.wrong)


def test_leaving_with_unsaved_changes_is_asked_about_and_after_saving_it_is_not(visitor):
    page = visitor.goes_to("/case?example=merticariu")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.locator("input[name='case']").fill("Another name")
    page.get_by_role("link", name="Extradition Act 2003").click()
    expect(page.locator("input[name='case']")).to_have_value("Another name")
    assert asked == ["beforeunload"]
    with page.expect_download():
        page.get_by_role("button", name="Save the case file").click()
    page.wait_for_timeout(1200)
    page.get_by_role("link", name="Extradition Act 2003").click()
    expect(page.get_by_role("heading", name="Start a case")).to_be_visible()
    assert asked == ["beforeunload"]


def test_nothing_is_stored_in_the_browser(visitor):
    page = visitor.goes_to("/case?example=merticariu")
    page.locator("input[name='case']").fill("Another name")
    expect(page.locator("h1")).to_have_text("Another name")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert page.url.endswith("/case?example=merticariu")


DRAFT = "Keep a draft of this case in this browser"
MARKUP = "<img src=x onerror=alert(2)></strong>&lt;script&#62;"


def stored(page: Page) -> list:
    return page.evaluate("[Object.keys(localStorage), sessionStorage.length, document.cookie]")


def saved_case(page: Page, path: Path) -> CaseFile:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the case file").click()
    download.value.save_as(path)
    return CaseFile.load(path)


def test_a_draft_brings_the_case_back_whole_after_the_page_is_loaded_again(visitor, tmp_path):
    page = visitor.goes_to("/case?example=part_1_mixed_offences")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_label(DRAFT).check()
    page.locator("input[name='case']").fill(MARKUP)
    types = page.locator("input[name$='.case_type'][value='conviction']")
    many = types.count()
    page.get_by_role("button", name="Add an offence").click()
    expect(types).to_have_count(many + 1)
    types.last.check()
    expect(outcome(page).nth(many)).to_be_visible()
    before = saved_case(page, tmp_path / "before.yaml")
    page.reload()
    assert asked == []
    expect(page.get_by_label(DRAFT)).not_to_be_checked()
    expect(page.locator("#draft")).to_contain_text(f"There is a draft of {MARKUP} of ")
    visitor.goes_to("/")
    expect(page.locator("#draft")).to_contain_text(MARKUP)
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("h1")).to_have_text(MARKUP)
    expect(page.get_by_label(DRAFT)).to_be_checked()
    expect(page.locator("#draft")).to_be_hidden()
    assert saved_case(page, tmp_path / "after.yaml").digest == before.digest
    page.locator("input[name='citation']").fill("[2026] EWHC 1 (Admin)")
    page.reload()
    expect(page.get_by_label(DRAFT)).not_to_be_checked()
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("input[name='citation']")).to_have_value("[2026] EWHC 1 (Admin)")
    assert asked == []


def test_a_draft_is_cleared_by_one_button_and_nothing_is_left_of_it(visitor):
    page = visitor.goes_to("/case?example=merticariu")
    page.get_by_label(DRAFT).check()
    assert stored(page) == [["extradition-draft"], 0, ""]
    page.get_by_role("button", name="Clear the draft").click()
    expect(page.get_by_label(DRAFT)).to_be_focused()
    expect(page.get_by_label(DRAFT)).not_to_be_checked()
    assert stored(page) == [[], 0, ""]
    page.locator("input[name='case']").fill("Another name")
    expect(page.locator("h1")).to_have_text("Another name")
    assert stored(page) == [[], 0, ""]
    page.get_by_label(DRAFT).check()
    page.get_by_label(DRAFT).uncheck()
    assert stored(page) == [[], 0, ""]
    page.get_by_label(DRAFT).check()
    visitor.goes_to("/")
    page.get_by_role("button", name="Clear it").click()
    expect(page.locator("#draft")).to_be_hidden()
    assert stored(page) == [[], 0, ""]


def test_after_a_draft_is_cleared_leaving_is_asked_about_again(visitor):
    page = visitor.goes_to("/case?example=merticariu")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_label(DRAFT).check()
    page.get_by_role("button", name="Clear the draft").click()
    page.get_by_role("link", name="Extradition Act 2003").click()
    expect(page.get_by_role("heading", name="Start a case")).to_be_visible()
    assert asked == ["beforeunload"]


def test_of_two_windows_one_keeps_the_draft_and_the_other_says_so(visitor):
    first = visitor.goes_to("/case?example=merticariu")
    first.get_by_label(DRAFT).check()
    second = first.context.new_page()
    second.goto(first.url.replace("merticariu", "half_complete"))
    second.get_by_label(DRAFT).check()
    expect(first.get_by_text("Another window keeps its draft in place of this one.")).to_be_visible()
    expect(first.get_by_label(DRAFT)).not_to_be_checked()
    expect(first.locator("#draft")).to_contain_text("A theft of copper cable")
    second.get_by_role("button", name="Clear the draft").click()
    expect(first.locator("#draft")).to_be_hidden()


def test_a_browser_that_cannot_keep_the_draft_says_so(visitor):
    page = visitor.goes_to("/case?example=merticariu")
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    page.get_by_label(DRAFT).click()
    expect(page.get_by_text("This browser cannot keep the draft")).to_be_visible()
    expect(page.get_by_label(DRAFT)).not_to_be_checked()


@pytest.mark.parametrize("script", [True, False])
def test_a_link_to_a_case_of_a_comparison_opens_the_page_of_rows_that_has_it(chromium, script):
    context = chromium.new_context(java_script_enabled=script, viewport=WIDE)
    page = context.new_page()
    page.goto((ROOT / "tests/golden/decided-compared.html").as_uri())
    listed = page.locator("section[aria-labelledby='part'] details").first
    listed.locator("summary").click()
    link = listed.locator("a[href^='#case-']").first
    row = page.locator(str(link.get_attribute("href")))
    expect(row).not_to_be_visible()
    link.click()
    expect(row).to_be_in_viewport()
    context.close()


def test_without_script_there_is_no_box_for_a_draft(plain_visitor):
    page = plain_visitor.goes_to("/case?example=merticariu")
    expect(page.locator("input[name='draft']")).to_be_hidden()
    expect(page.locator("#draft")).to_be_hidden()


@pytest.mark.parametrize("kind", ["visitor", "plain_visitor"])
def test_what_is_not_in_issue_is_recorded_with_one_button_with_and_without_script(kind, request):
    page = request.getfixturevalue(kind).goes_to("/case?example=half_complete")
    page.locator("#in-issue > summary").click()
    page.locator("#in-issue input").first.check()
    page.select_option("#speaker", "parties")
    page.get_by_role("button", name="Record the rest as not in issue").click()
    expect(page.locator("#in-issue [role=status]")).to_contain_text(
        "recorded as not in issue by the parties."
    )
    expect(page.locator("#in-issue input").first).to_be_checked()


def test_without_script_everything_works_by_the_buttons(plain_visitor, tmp_path):
    page = plain_visitor.goes_to("/")
    page.get_by_role("link", name=re.compile("Merticariu")).click()
    unfolded_by_click = page.locator(f"[id='{RETRIAL}'] > summary")
    unfolded_by_click.click()
    radio(page, "offences[0].findings.retrial_right[0].answer", "unconditional").check()
    section = page.locator("#section-20-5")
    section.get_by_role("button", name="Update the determination").click()
    expect(outcome(page)).to_have_text("Proceed to s 21")
    assert page.url.endswith("/case#section-20-5")
    page.locator("input[name='dates.hearing']").fill("soon")
    page.get_by_role("button", name="Update the determination", exact=True).first.click()
    expect(page.locator("#summary")).to_contain_text("1 thing is missing or wrong")
    page.get_by_role("link", name="Hearing: must be a date").click()
    page.locator("input[name='dates.hearing']").fill("2024-03-06")
    page.get_by_role("button", name="Add an offence").click()
    expect(page.locator("input[name='offences[1].id']")).to_have_value("offence-1")
    page.get_by_role("button", name=re.compile("Remove this offence.*offence-1")).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the case file").click()
    download.value.save_as(tmp_path / "case.yaml")
    page = plain_visitor.goes_to("/case?part=1")
    page.get_by_label("Load another case file").set_input_files(tmp_path / "case.yaml")
    page.get_by_role("button", name="Load it").click()
    expect(page.locator("h1")).to_have_text("Merticariu v Judecatoria Arad, Romania")


def test_by_keyboard_alone(visitor):
    page = visitor.goes_to("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="A Part 1 warrant")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/case?part=1")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("input[name='case']")).to_be_focused()
    page.keyboard.type("A case by keyboard")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.type("Romania")
    page.keyboard.press("Tab")
    page.keyboard.type("s 20(1)")
    for _ in range(6):
        page.keyboard.press("Tab")
    expect(page.locator("input[name='dates.hearing']")).to_be_focused()
    page.keyboard.type("2025-06-01")
    for _ in range(6):
        page.keyboard.press("Tab")
    expect(radio(page, "offences[0].case_type", "")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(radio(page, "offences[0].case_type", "conviction")).to_be_checked()
    expect(outcome(page)).to_have_text("Open")
    expect(radio(page, "offences[0].case_type", "conviction")).to_be_focused()
    first = page.locator("#determined .next a").first
    first.focus()
    target = first.get_attribute("href")
    page.keyboard.press("Enter")
    expect(page.locator(f"[id='{target[1:]}'] > summary")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"[id='{target[1:]}'] input[type=radio]").nth(1)).to_be_checked()


def test_what_has_the_focus_is_seen_to_have_it(visitor):
    page = visitor.goes_to("/case?example=merticariu")
    page.keyboard.press("Tab")
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_on_a_phone_nothing_is_wider_than_the_screen_and_the_outcome_comes_first(phone):
    page = phone.goes_to("/case?example=merticariu")
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    expect(page.locator("#bar strong")).to_be_in_viewport()
    page.locator("#bar a").click()
    expect(page.locator("#determination-title")).to_be_in_viewport()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_on_a_phone_one_tap_leads_to_the_whole_determination_of_the_longest_page(chromium, server, script):
    visiting = Visitor(chromium, server, viewport=PHONE, script=script)
    page = visiting.goes_to("/case?example=half_complete")
    page.locator("#bar a").click()
    title = page.locator("#determination-title").bounding_box()
    assert 0 < title["y"] < PHONE["height"]
    visiting.leaves()
    assert visiting.wrong == []


def test_on_a_phone_the_outcome_and_what_is_best_asked_stand_before_the_form(phone):
    page = phone.goes_to("/case?example=half_complete")
    brief = page.locator("#brief")
    expect(brief).to_be_in_viewport(ratio=1)
    expect(brief).to_contain_text("Open")
    asked = page.locator("#determined .next li").first.inner_text()
    expect(brief).to_contain_text(f"Best asked next: {asked}")
    assert brief.bounding_box()["y"] < page.locator("#head").bounding_box()["y"]
    page.locator("select[name=author]").select_option("judge")
    brief.get_by_role("link", name=asked).click()
    page.locator("details.entry:has(> summary:focus) input[type=radio]").nth(1).check()
    expect(brief).not_to_contain_text(asked)


def test_the_outcome_in_brief_is_for_narrow_screens_alone(visitor):
    page = visitor.goes_to("/case?example=half_complete")
    expect(page.locator("#brief")).to_be_hidden()


def test_on_a_phone_what_is_tapped_is_large_enough(phone):
    page = phone.goes_to("/case?example=half_complete")
    small = page.evaluate(
        """() => [...document.querySelectorAll(
            "button, select, summary, .answers label, " +
            "input:not([type=radio], [type=checkbox], [type=hidden])")]
        .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 43.5)
        .map((each) => each.outerHTML.slice(0, 90))"""
    )
    assert small == []


PAGES = {
    "start": "/",
    "an empty case": "/case?part=2",
    "a filled case": "/case?example=merticariu",
    "several offences": "/case?example=benko_several_offences",
    "a case half complete": "/case?example=half_complete",
    "unknown page": "/case?part=9",
    "what is watched": "/watch",
    "a matter of a further book": "/case?book=international-policing&part=letter-of-request",
    "guidance in the panel": "/case?example=arrest_on_interpol_match_yes",
}


def violations(page: Page) -> list[str]:
    found = AXE.run(page).response["violations"]
    return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(chromium, server, name, viewport):
    visiting = Visitor(chromium, server, viewport=viewport)
    page = visiting.goes_to(PAGES[name])
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert violations(page) == []
    visiting.leaves()


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_on_the_report_on_a_cohort(chromium, viewport):
    context = chromium.new_context(viewport=viewport)
    page = context.new_page()
    page.goto((ROOT / "tests/golden/cohort.html").as_uri())
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    context.close()


def test_no_report_is_wider_than_the_window_with_all_of_it_unfolded(chromium):
    context = chromium.new_context()
    page = context.new_page()
    wide = []
    for path in sorted((ROOT / "tests/golden").rglob("*.html")):
        page.goto(path.as_uri())
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        for width in (320, 560, 600, 700, 800):
            page.set_viewport_size({"width": width, "height": 900})
            needed = page.evaluate("document.documentElement.scrollWidth")
            if needed > width:
                wide.append((path.name, width, needed))
    assert wide == []
    context.close()


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_on_a_page_with_faults(chromium, server, viewport):
    visiting = Visitor(chromium, server, viewport=viewport)
    page = visiting.goes_to("/case?example=half_complete")
    page.locator("input[name='dates.hearing']").fill("soon")
    page.locator("select[name='territory']").select_option("")
    page.get_by_role("button", name="Update the determination", exact=True).click()
    expect(page.locator("#summary .summary")).to_be_focused()
    assert violations(page) == []
    visiting.leaves()


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_where_questions_are_recorded_as_not_in_issue(chromium, server, viewport):
    visiting = Visitor(chromium, server, viewport=viewport)
    page = visiting.goes_to("/case?example=half_complete")
    page.locator("#in-issue > summary").click()
    page.select_option("#speaker", "parties")
    page.get_by_role("button", name="Record the rest as not in issue").click()
    backs = page.get_by_role("button", name=re.compile("^Take it back"))
    expect(backs.first).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    before = backs.count()
    backs.first.click()
    expect(backs).to_have_count(before - 1)
    visiting.leaves()
    assert visiting.wrong == []


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("hearing", ["2026-11-16", "soon"])
def test_axe_finds_nothing_on_the_check_of_the_answers(chromium, server, viewport, hearing):
    visiting = Visitor(chromium, server, viewport=viewport)
    page = visiting.goes_to("/case?example=half_complete")
    page.locator("input[name='dates.hearing']").fill(hearing)
    page.get_by_role("button", name="Check your answers").click()
    expect(page.get_by_role("heading", name="Check your answers")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    visiting.leaves()


def test_change_leads_back_to_the_answer_with_the_draft_kept_and_nothing_asked(visitor):
    page = visitor.goes_to("/case?example=half_complete")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.locator("input[name='case']").fill("Another name")
    page.get_by_role("button", name="Check your answers").click()
    page.get_by_role("button", name=re.compile("^Change Did a court of appeal")).click()
    entry = page.locator("[id='offences-0-findings-merits_appeal']")
    expect(entry).to_have_attribute("open", "")
    expect(entry.locator("> summary")).to_be_focused()
    expect(page.locator("h1")).to_have_text("Another name")
    assert asked == []
    page.get_by_role("link", name="Extradition Act 2003").click()
    expect(page.locator("h1")).to_have_text("Another name")
    assert asked == ["beforeunload"]
    page.get_by_label(DRAFT).check()
    page.get_by_role("button", name="Check your answers").click()
    page.get_by_role("button", name="Change Particulars").or_(
        page.get_by_role("button", name="Change Name of the case")
    ).first.click()
    expect(page.get_by_label(DRAFT)).to_be_checked()


def test_without_script_the_answers_are_checked_and_changed(plain_visitor):
    page = plain_visitor.goes_to("/case?example=half_complete")
    page.locator("input[name='case']").fill("Another name")
    page.get_by_role("button", name="Check your answers").click()
    page.get_by_role("button", name="Change Name of the case").click()
    expect(page.locator("input[name='case']")).to_have_value("Another name")


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_where_there_is_a_draft(chromium, server, viewport):
    visiting = Visitor(chromium, server, viewport=viewport)
    page = visiting.goes_to("/case?example=merticariu")
    page.get_by_label(DRAFT).check()
    assert violations(page) == []
    for path in ("/case?example=half_complete", "/"):
        visiting.goes_to(path)
        expect(page.locator("#draft")).to_be_visible()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    visiting.leaves()


def test_axe_does_find_what_is_wrong_with_a_page(visitor):
    page = visitor.goes_to("/case?example=merticariu")
    page.evaluate(
        "document.querySelector('input[name=case]').closest('label').replaceWith(document.querySelector('input[name=case]'))"
    )
    assert [each.partition(":")[0] for each in violations(page)] == ["label"]
