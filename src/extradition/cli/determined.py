"""A determination on its way to the terminal or a file, with the depth of its report."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from extradition.case_file import CaseFile
from extradition.casework.checklist import Checklist
from extradition.determination import Determination
from extradition.policy.comparison import Comparison, compared_laws
from extradition.report import FORMAT, render
from extradition.report.depths import DEPTH, NOTE, examine_depth
from extradition.rule_book import RuleBook
from extradition.source import OptionError


@dataclass(frozen=True)
class Determined:
    """A determination, the format and the depth of its report, and the laws compared for a note.

    Attributes:
        determination: the determination, or the checklist.
        form: the format of the report.
        template: the Word template of the user.
        depth: the depth of the report; None for JSON.
        laws: the case under the laws side by side, for a note; otherwise None.
    """

    determination: Determination | Checklist
    form: FORMAT
    template: Path | None
    depth: DEPTH | None
    laws: Comparison | None

    @classmethod
    def of(
        cls,
        determination: Determination,
        case: CaseFile,
        book: RuleBook,
        depth: DEPTH | None,
        options: argparse.Namespace,
    ) -> Self:
        """*determination* with what its report needs.

        Args:
            determination: the determination.
            case: its case file.
            book: the law.
            depth: the depth of the report; None for JSON.
            options: the parsed command line.
        """
        laws = compared_laws(case, book, options.engine) if depth == NOTE else None
        return cls(determination, options.format, options.template, depth, laws)

    def rendered(self) -> str | bytes:
        """The report: text, or the bytes of a Word file or a PDF."""
        return render(self.determination, self.form, self.template, depth=self.depth, laws=self.laws)


def depth_of(options: argparse.Namespace) -> DEPTH | None:
    """The depth of the reports; None for JSON.

    Args:
        options: the parsed command line.

    Raises:
        OptionError: a depth is given for JSON.
    """
    try:
        depth = examine_depth(options.depth, options.format)
    except ValueError as error:
        raise OptionError(f"--depth {options.depth}: {error}") from None
    return None if options.format == "json" else depth
