"""The page of the service as HTML: the start, the form of a case, an error; with its style and script."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from extradition.case_file import CaseFile
from extradition.case_file.finding import STATUS
from extradition.casework.papers.kinds import KINDS_OF_PAPER, named_papers
from extradition.casework.warrant_file.entries_read import WarrantReading
from extradition.law import PART, Provision
from extradition.report.depths import DEPTHS
from extradition.report.direction import isolated_page
from extradition.report.environment import filled
from extradition.report.wording import Vocabulary
from extradition.rule_book import RuleBook
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.source import Problem, bundled_folder
from extradition.web.form.fields import written_leaves
from extradition.web.form.form import Form
from extradition.web.form.issues import Issues
from extradition.web.form.new_answers import authors_at_once
from extradition.web.form.posted_form import PostedForm
from extradition.web.form.recorded import recorded_answers


def render_start(
    books: Sequence[tuple[RuleBook, Sequence[tuple[str, CaseFile]]]],
    problems: Sequence[Problem] = (),
    sent: Literal["case file", "warrant"] = "case file",
) -> str:
    """The start page: examples, an empty case of each matter, a case file to load.

    Args:
        books: the rule books of the service, its own first, each with the case files that can be opened.
        problems: the faults of a file that was sent and cannot be read.
        sent: the kind of file that was sent.
    """
    return filled("page_start.html.j2", book=books[0][0], books=books, problems=problems, sent=sent)


def render_watch(books: Sequence[RuleBook]) -> str:
    """The page of the systems and proposals that are no question yet.

    Args:
        books: the rule books of the service, its own first.
    """
    return filled("page_watch.html.j2", book=books[0], books=books)


def render_case(
    rule_book: RuleBook,
    form: Form,
    offered: Sequence[str],
    problems: Sequence[Problem] = (),
    *,
    has_room: bool = True,
    reading: WarrantReading | None = None,
    issues: Issues | None = None,
    has_draft: bool = False,
    author: str = "",
) -> str:
    """The page with the form of a case on the left and its determination on the right.

    Args:
        rule_book: the law.
        form: the form of the case.
        offered: the formats in which the case can be saved.
        problems: the faults of a file that was sent in place of the case, and is no case file.
        has_room: whether another offence can be added.
        reading: the reading of the warrant's own file from which the case starts, if it does.
        issues: the questions that can be in issue, and what was recorded of the others; None leaves them out.
        has_draft: whether the browser keeps a draft of the case.
        author: the author of the answers that the user gives next; empty if none was chosen.
    """
    page = filled(
        "page_case.html.j2",
        book=rule_book,
        form=form,
        determination=form.examined.determination,
        compared=form.examined.compared,
        v=_vocabulary(rule_book, form),
        offered=offered,
        problems=problems,
        has_room=has_room,
        reading=reading,
        issues=issues,
        has_draft=has_draft,
        author=author,
        places={section.provision: section.id for section in form.sections},
        **_choices(rule_book, form.part),
    )
    return isolated_page(page)


def _vocabulary(rule_book: RuleBook, form: Form) -> Vocabulary:
    """The words of the facts of the matter, and of those on which the compared laws turn."""
    compared, terms = form.examined.compared, rule_book.terms[form.part] if form.part else {}
    decider = rule_book.before.get(form.part or "")
    return Vocabulary({**(compared.terms if compared else {}), **terms}, rule_book.parties, decider)


def _choices(rule_book: RuleBook, part: PART | None) -> dict[str, object]:
    """The closed lists from which the user of the page chooses, by their names in its template."""
    parties, names = rule_book.parties, {code: each.name for code, each in rule_book.territories.items()}
    questions = (question for _, question in rule_book.questions_in(part)) if part else ()
    return {
        "speakers": [(each, each) for each in parties.speakers],
        "authors_at_once": [*authors_at_once(rule_book.deciders_in(part), parties).items()],
        "depths": DEPTHS,
        "papers": [
            (name, KINDS_OF_PAPER[kind].title, side) for name, (kind, side) in named_papers(parties).items()
        ],
        "matters": [
            (matter, f"{each.title}: a {each.paper}" if each.paper else each.title)
            for matter, each in rule_book.matters.items()
        ],
        "territories": sorted(names.items(), key=lambda item: item[1]),
        "starts": [
            (question.provision, f"{Provision(question.provision).short}, {question.title}")
            for question in questions
            if not question.is_limb
        ],
        "case_type": rule_book.facts.get(ALWAYS_KNOWN),
        "authors": [(each, each) for each in rule_book.authors_in(part)],
        "statuses": [(each, each) for each in get_args(STATUS) if each != "not in issue"],
        "parties": [(each, each) for each in parties.names],
    }


def render_check(rule_book: RuleBook, form: Form, posted: PostedForm) -> str:
    """The page on which the user checks every answer, each with a button that leads back to it.

    Args:
        rule_book: the law.
        form: the form of the case, with every stage drawn.
        posted: the posted form; its leaves and its choices travel with the page.
    """
    page = filled(
        "page_check.html.j2",
        book=rule_book,
        form=form,
        title=form.fields["case"].value or "A case without a name",
        determination=form.examined.determination,
        recorded=recorded_answers(form, rule_book),
        leaves=written_leaves(posted.leaves),
        kept_choices=posted.choices,
        v=Vocabulary(rule_book.terms[form.part] if form.part else {}, rule_book.parties),
    )
    return isolated_page(page)


def render_saved(case_file: str, problems: Sequence[Problem], rule_book: RuleBook) -> str:
    """The case file to save: its text, with its faults before it as comments.

    Args:
        case_file: the text of the case file.
        problems: what is missing or wrong in it.
        rule_book: the law, with the dates of a case.
    """
    dates = rule_book.titles_of_dates
    return filled("page_saved.yaml.j2", case_file=case_file, problems=problems, dates=dates)


def render_trouble(rule_book: RuleBook, kind: str, detail: str = "") -> str:
    """The page that states an error.

    Args:
        rule_book: the law.
        kind: the kind of error, which has a sentence in ``words_page.j2``.
        detail: a further sentence.
    """
    return filled("page_trouble.html.j2", book=rule_book, kind=kind, detail=detail)


def asset(name: str) -> str:
    """The text of the style or of a script of the page."""
    return (bundled_folder("templates") / name).read_text(encoding="utf-8")
