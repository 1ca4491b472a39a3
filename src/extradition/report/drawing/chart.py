"""A chart of questions, ends and the ways between them, before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from extradition.determination.outcome import Outcome
from extradition.law import Provision
from extradition.report.drawing.svg import INK, SOFT

LOOK = Literal["yes", "no", "open", "judgment", "aside", "plain", "ends"]


STROKES: dict[LOOK, tuple[str, int, str, str]] = {
    "yes": ("#14532d", 2, "none", "#ffffff"),
    "no": ("#8a1c1c", 4, "none", "#ffffff"),
    "open": ("#5a4a00", 2, "8 4", "#ffffff"),
    "judgment": ("#5a4a00", 3, "2 4", "#ffffff"),
    "aside": (SOFT, 1, "4 4", "#ffffff"),
    "plain": (INK, 1, "none", "#ffffff"),
    "ends": (INK, 3, "none", "#f4f2ee"),
}
"""The colour, width and dashes of the stroke, and the fill: no two looks differ in colour alone."""


@dataclass(frozen=True)
class Box:
    """A question with its mark: the answer, or the reason for no answer.

    Without *head*: several questions that the hearing does not reach.

    With *leads_here*: an end of the hearing, or an exit from these questions, next to the question of that
    name.
    """

    name: str
    look: LOOK
    title: str
    head: str = ""
    mark: str = ""
    notes: tuple[str, ...] = ()
    leads_here: str = ""


@dataclass(frozen=True)
class Way:
    """A way from one question or end to another; *may*: the hearing may or may not take it."""

    start: str
    to: str
    label: str = ""
    may: bool = False


@dataclass
class Chart:
    """The content of a diagram: the questions in the order of the hearing, the ends, and the ways between
    them.
    """

    boxes: list[Box] = field(default_factory=list)
    ends: list[Box] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)

    def lead(self, way: Way, outcome: Outcome, called: str = "", also: str = "", *, on: str = "") -> None:
        """Add *way*, which leads to another question, or by *outcome* to an end and from there perhaps to
        a question.
        """
        if outcome.kind == "proceed" and way.to:
            self.ways.append(way)
            return
        under = f", under {Provision(outcome.under).short}" if outcome.under else ""
        end = Box(
            f"e{len(self.ends)}", "ends", f"{on}{outcome.outcome}{called}{under}{also}", leads_here=way.start
        )
        self.ends.append(end)
        self.ways.append(replace(way, to=end.name))
        if way.to:
            self.ways.append(Way(end.name, way.to, may=way.may))

    def leads(self, box: Box) -> list[tuple[Way, str]]:
        """The ways from *box*, each with the words for its destination."""
        words = {each.name: each.head or each.title for each in (*self.boxes, *self.ends)}
        then = {way.start: f", then {words[way.to]}" for way in self.ways if way.start.startswith("e")}
        return [(way, words[way.to] + then.get(way.to, "")) for way in self.ways if way.start == box.name]
