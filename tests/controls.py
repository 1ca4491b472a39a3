"""What a browser would post of a form, read from its HTML: names and values in their order, with or
without blank ones.
"""

from html.parser import HTMLParser


class _Controls(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.fields: list[tuple[str, str]] = []
        self._select: tuple[str, list[tuple[str, bool]]] | None = None
        self._text: list[str] | None = None
        self._name = ""
        self._value: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        stated = {name: value or "" for name, value in attrs}
        if tag == "input" and stated.get("type") != "file":
            if stated.get("type") not in ("radio", "checkbox") or "checked" in stated:
                self.fields.append((stated["name"], stated.get("value", "")))
        elif tag == "textarea":
            self._name, self._text = stated["name"], []
        elif tag == "select":
            self._select = (stated["name"], [])
        elif tag == "option":
            self._text, self._value = [], stated.get("value")
            assert self._select is not None
            self._select[1].append(("", "selected" in stated))

    def handle_data(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.fields.append(
                (self._name, "".join(self._text or []).removeprefix("\n").replace("\n", "\r\n"))
            )
            self._text = None
        elif tag == "option":
            assert self._select is not None
            selected = self._select[1].pop()[1]
            self._select[1].append(
                (self._value if self._value is not None else "".join(self._text or []).strip(), selected)
            )
            self._text = None
        elif tag == "select":
            assert self._select is not None
            name, options = self._select
            self.fields.append(
                (name, next((value for value, selected in reversed(options) if selected), options[0][0]))
            )


def posted(html: str) -> list[tuple[str, str]]:
    """The name and value of every control that would be posted, buttons and files left out."""
    controls = _Controls()
    controls.feed(html)
    return controls.fields
