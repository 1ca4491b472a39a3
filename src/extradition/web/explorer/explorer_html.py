"""The pages of the explorer as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from extradition.report.direction import isolated_page
from extradition.report.environment import filled
from extradition.report.wording import Vocabulary
from extradition.rule_book import RuleBook
from extradition.source import Problem
from extradition.web import limits
from extradition.web.explorer.cross_table import cross_table, measures_of
from extradition.web.explorer.draft_form import DraftChecked, DraftForm, editor_of, offered_versions
from extradition.web.explorer.exploration import STEPS, Exploration, Progress
from extradition.web.explorer.explored import Explored, ExploredRow
from extradition.web.explorer.selection import written_filter
from extradition.web.explorer.settings_form import choices_of

_LIMITS = {name: value for name, value in vars(limits).items() if name.isupper() and isinstance(value, int)}


@dataclass(frozen=True)
class ExplorerPages:
    """The pages of the explorer.

    Args:
        rule_book: the law.
    """

    rule_book: RuleBook

    def start(self, tables: Sequence[str], *, has_room: bool, problems: Sequence[Problem] = ()) -> str:
        """The page on which a user chooses a table and the laws.

        Args:
            tables: the tables that the operator allows, by name.
            has_room: whether one more table can be held.
            problems: why the table that was sent was not taken.
        """
        choices = choices_of(self.rule_book, None)
        more = {"tables": tables, "has_room": has_room, "problems": problems, "choices": choices}
        more["of_explorer"] = limits.LIMITS_OF_EXPLORER
        return self._filled("page_explorer.html.j2", **more)

    def work(self, exploration: Exploration, progress: Progress) -> str:
        """The page of a table that is not decided: how far it is, or why it is not.

        Args:
            exploration: the table.
            progress: how far it is.
        """
        choices = choices_of(self.rule_book, exploration.settings)
        shown = {
            "exploration": exploration,
            "steps": STEPS,
            "choices": choices,
            "problems": progress.problems,
            "progress": progress,
        }
        return self._filled("page_explorer_work.html.j2", **shown)

    def explored(self, exploration: Exploration, explored: Explored) -> str:
        """The page of a decided table.

        Args:
            exploration: the table.
            explored: the chosen rows, counted.
        """
        cohort = explored.cohort
        terms = {name: term for each in explored.regions for name, term in each.terms.items()}
        return self._filled(
            "page_explored.html.j2",
            exploration=exploration,
            explored=explored,
            report=cohort,
            selection=explored.selection,
            cross=cross_table(cohort, explored.selection.measure),
            measures=measures_of(cohort),
            one=next((each for each in cohort.breakdowns if len(each.by) == 1), None),
            written_filter=written_filter,
            choices=choices_of(self.rule_book, exploration.settings),
            problems=(),
            v=Vocabulary(terms),
        )

    def row(self, exploration: Exploration, row: ExploredRow) -> str:
        """The page of one row.

        Args:
            exploration: the table.
            row: the row.
        """
        laws = [(name, self._law_title(name)) for name in exploration.settings.laws]
        return self._filled("page_explorer_row.html.j2", exploration=exploration, row=row, laws=laws)

    def draft(
        self, exploration: Exploration, form: DraftForm | None, made: DraftChecked | None = None
    ) -> str:
        """The page of the editor of a draft law.

        Args:
            exploration: the table with which the draft is run.
            form: the form so far; None until a version is chosen.
            made: the draft that was made from the form.
        """
        return self._filled(
            "page_explorer_draft.html.j2",
            exploration=exploration,
            form=form,
            made=made,
            versions=offered_versions(self.rule_book),
            editor=editor_of(form, self.rule_book) if form is not None else None,
        )

    def trouble(self, kind: str, detail: str = "") -> str:
        """The page that states why there is no page.

        Args:
            kind: the kind of trouble, which has a sentence in ``words_explorer.j2``.
            detail: a further sentence.
        """
        return self._filled("page_explorer_trouble.html.j2", kind=kind, detail=detail)

    def _law_title(self, name: str) -> str:
        law = self.rule_book.laws.get(name)
        return law.title if law is not None else f"Draft, not law: {name}"

    def _filled(self, template: str, **values: Any) -> str:
        return isolated_page(filled(template, book=self.rule_book, limits=_LIMITS, **values))
