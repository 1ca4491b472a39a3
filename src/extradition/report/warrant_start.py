"""The reading of a warrant's own file as the start of a case file, or as JSON."""

from __future__ import annotations

from typing import Literal

from extradition.casework.warrant_file.entries_read import WarrantReading
from extradition.casework.warrant_file.skeleton import skeleton_text
from extradition.report.environment import filled


def render_warrant(reading: WarrantReading, form: Literal["yaml", "json"] = "yaml") -> str:
    """The text of a reading: YAML to go on with, or JSON for programs.

    The YAML lists as comments what was not read, and has the source of each entry after it.

    Args:
        reading: The reading of a warrant's own file.
        form: ``yaml`` or ``json``.
    """
    if form == "json":
        return reading.model_dump_json(indent=2) + "\n"
    return filled("warrant_start.yaml.j2", reading=reading, content=skeleton_text(reading))
