"""The web addresses at which a reader can open provisions and authorities."""

from __future__ import annotations

from collections.abc import Mapping

from extradition.citation import case_law_address
from extradition.law import Provision
from extradition.rule_book.book import Act
from extradition.rule_book.version import Authority


class Addresses:
    """The addresses of the provisions and authorities that a rule book names, each computed once.

    Args:
        acts: each Act and instrument with its place on legislation.gov.uk, by the name that a provision has
            for it.
    """

    def __init__(self, acts: Mapping[str, Act]) -> None:
        self._acts = acts
        self._known: dict[str, str] = {}

    def of_provision(self, provision: str) -> str:
        """The legislation.gov.uk identifier of *provision*, or the address of the guidance."""
        if provision not in self._known:
            parsed = Provision(provision)
            act = self._acts[parsed.act]
            self._known[provision] = act.web if act.id is None else parsed.identifier(act.id)
        return self._known[provision]

    def of_authority(self, authority: Authority) -> str | None:
        """The address of *authority*: computed from its citation, or else the link in its file."""
        act = self._acts.get(authority.cite)
        own = act.web if act else case_law_address(authority.cite)
        return own or authority.link
