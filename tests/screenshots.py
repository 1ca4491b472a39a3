"""Take the pictures of the page in docs/images anew: `python tests/screenshots.py`."""

from pathlib import Path

from served import browser, served

from extradition import RuleBook

IMAGES = Path(__file__).parents[1] / "docs/images"
PICTURES = (
    ("page-start", "/", (1280, 900)),
    ("page-wide", "/case?example=merticariu", (1440, 1000)),
    ("page-phone", "/case?example=half_complete", (390, 844)),
)


def pictures() -> None:
    """Each picture of the page, as a person first sees it."""
    IMAGES.mkdir(exist_ok=True)
    with served(RuleBook.load(), "durable") as server, browser() as opened:
        for name, path, (width, height) in PICTURES:
            page = opened.new_page(viewport={"width": width, "height": height})
            page.goto(server.address + path)
            page.screenshot(path=IMAGES / f"{name}.png")


if __name__ == "__main__":
    pictures()
