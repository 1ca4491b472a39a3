"""Take new pictures of the page and of a comparison, for docs/images: `python tests/screenshots.py`."""

from pathlib import Path

from served import browser, served

from extradition import CaseFile, RuleBook, compare, render

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs/images"
PICTURES = (
    ("page-start", "/", (1280, 900)),
    ("page-wide", "/case?example=merticariu", (1440, 1000)),
    ("page-phone", "/case?example=half_complete", (390, 844)),
)
COMPARISON = "policy-table"


def pictures() -> None:
    """Each picture of the page, as a person first sees it; and the decided cases compared, as far as the
    words on the chart.
    """
    IMAGES.mkdir(exist_ok=True)
    book = RuleBook.load()
    with served(book, "durable") as server, browser() as opened:
        for name, path, (width, height) in PICTURES:
            page = opened.new_page(viewport={"width": width, "height": height})
            page.goto(server.address + path)
            page.screenshot(path=IMAGES / f"{name}.png")
        page = opened.new_page(viewport={"width": 1000, "height": 1000})
        page.set_content(
            render(compare(map(CaseFile.load, sorted(ROOT.glob("precedents/*.yaml"))), book), "html")
        )
        words = page.locator("svg").first.locator("xpath=following::p[1]").bounding_box()
        clip = {"x": 0, "y": 0, "width": 1000, "height": words["y"] + words["height"]}
        page.screenshot(path=IMAGES / f"{COMPARISON}.png", full_page=True, clip=clip)


if __name__ == "__main__":
    pictures()
