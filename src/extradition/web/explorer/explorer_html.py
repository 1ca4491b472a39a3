"""The pages of the explorer as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from extradition.law import PART
from extradition.policy.region import Region
from extradition.policy.region.question_region import QuestionPlace, QuestionRegion
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
from extradition.web.explorer.settings_form import choices_of, columns_of, facts_of
from extradition.web.rule_books import RuleBooks

_LIMITS = {name: value for name, value in vars(limits).items() if name.isupper() and isinstance(value, int)}


@dataclass(frozen=True)
class ExplorerPages:
    """The pages of the explorer.

    Args:
        books: the rule books of the service.
    """

    books: RuleBooks

    def start(
        self, book: RuleBook, tables: Sequence[str], *, has_room: bool, problems: Sequence[Problem]
    ) -> str:
        """The page on which a user chooses a rule book, a table and the laws.

        Args:
            book: the rule book of the table.
            tables: the tables that the operator allows, by name.
            has_room: whether one more table can be held.
            problems: why the table that was sent was not taken.
        """
        choices = choices_of(book, None)
        more = {"tables": tables, "has_room": has_room, "problems": problems, "choices": choices}
        more["of_explorer"] = limits.LIMITS_OF_EXPLORER
        more |= {"books": self.books.each, "columns": columns_of(book), "facts": facts_of(book)}
        more["subjects"] = {book.is_on_the_person_alone(part) for part in book.matters}
        return _filled("page_explorer.html.j2", book, **more)

    def work(self, exploration: Exploration, progress: Progress) -> str:
        """The page of a table that is not decided: how far it is, or why it is not.

        Args:
            exploration: the table.
            progress: how far it is.
        """
        choices = choices_of(exploration.book, exploration.settings)
        shown = {
            "exploration": exploration,
            "steps": STEPS,
            "choices": choices,
            "problems": progress.problems,
            "progress": progress,
        }
        return _filled("page_explorer_work.html.j2", exploration.book, **shown)

    def explored(self, exploration: Exploration, explored: Explored) -> str:
        """The page of a decided table.

        Args:
            exploration: the table.
            explored: the chosen rows, counted.
        """
        cohort, book = explored.cohort, exploration.book
        terms = {name: term for each in explored.regions for name, term in each.terms.items()}
        return _filled(
            "page_explored.html.j2",
            book,
            exploration=exploration,
            explored=explored,
            report=cohort,
            selection=explored.selection,
            cross=cross_table(cohort, explored.selection.measure),
            measures=measures_of(cohort),
            one=next((each for each in cohort.breakdowns if len(each.by) == 1), None),
            written_filter=written_filter,
            headings={name: heading for name, heading, _ in explored.choices},
            choices=choices_of(book, exploration.settings),
            differing=[_in_matter(each, cohort.part, book) for each in explored.regions],
            problems=(),
            v=Vocabulary(terms),
        )

    def row(self, exploration: Exploration, row: ExploredRow) -> str:
        """The page of one row.

        Args:
            exploration: the table.
            row: the row.
        """
        book = exploration.book
        laws = [(name, _law_title(name, book)) for name in exploration.settings.laws]
        return _filled("page_explorer_row.html.j2", book, exploration=exploration, row=row, laws=laws)

    def draft(
        self, exploration: Exploration, form: DraftForm | None, made: DraftChecked | None = None
    ) -> str:
        """The page of the editor of a draft law.

        Args:
            exploration: the table with which the draft is run.
            form: the form so far; None until a version is chosen.
            made: the draft that was made from the form.
        """
        book = exploration.book
        return _filled(
            "page_explorer_draft.html.j2",
            book,
            exploration=exploration,
            form=form,
            made=made,
            versions=offered_versions(book),
            editor=editor_of(form, book) if form is not None else None,
        )

    def trouble(self, kind: str, detail: str = "") -> str:
        """The page that states why there is no page.

        Args:
            kind: the kind of trouble, which has a sentence in ``words_explorer.j2``.
            detail: a further sentence.
        """
        return _filled("page_explorer_trouble.html.j2", self.books.own, kind=kind, detail=detail)


def _law_title(name: str, book: RuleBook) -> str:
    law = book.laws.get(name)
    return law.title if law is not None else f"Draft, not law: {name}"


def _in_matter(where: Region, part: PART, book: RuleBook) -> list[tuple[QuestionRegion, QuestionPlace]]:
    """The questions of the matter *part* on which two laws differ, each with its place there."""
    each_place = ((question, place) for question in where.questions for place in question.places)
    return [(question, place) for question, place in each_place if book.part(place.provision) == part]


def _filled(template: str, book: RuleBook, **values: Any) -> str:
    return isolated_page(filled(template, book=book, limits=_LIMITS, **values))
