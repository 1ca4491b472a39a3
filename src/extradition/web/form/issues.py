"""What is in issue, on the page: the list of questions to tick, and the leaves with the rest recorded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Literal

from extradition.case_file import CaseFile
from extradition.casework.in_issue import InIssue, in_issue, provisions_to_contest
from extradition.casework.uncontested import owners_of
from extradition.hearing.examination import examine, read_case
from extradition.rule_book import RuleBook
from extradition.rule_book.question import Question
from extradition.source import Document, Place, SourceError, written_place
from extradition.web.form.fields import Leaves, content_of
from extradition.web.form.form import Form
from extradition.web.form.posted_form import PostedForm

REFUSED = Literal["no author", "faults"]
"""Why nothing was recorded: the user did not choose who says so, or the case has faults."""
_OPEN = ("open", "judgment", "makes no difference", "date missing")


@dataclass(frozen=True)
class RecordedStatement:
    """A statement of the case file that a question is not in issue.

    Attributes:
        at: the place of the finding, as the page names it.
        question: the question.
        answer: the answer that stands.
        by: the author of the statement.
        on: the offence or the warrant; None for the person.
    """

    at: str
    question: Question
    answer: str
    by: str
    on: str | None


@dataclass(frozen=True)
class Issues:
    """The questions that can be in issue.

    Attributes:
        questions: each question, with whether it is ticked as contested.
        by: the author that the user chose; empty if none.
        act: what the button recorded, or why it recorded nothing; None if it was not pressed.
        statements: each statement of the case file that a question is not in issue.
        takes_back: whether the user just took one back.
    """

    questions: tuple[tuple[Question, bool], ...]
    by: str
    act: InIssue | REFUSED | None
    statements: tuple[RecordedStatement, ...] = ()
    takes_back: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the list is unfolded: the user works on it."""
        return self.act is not None or self.takes_back

    @property
    def recorded(self) -> InIssue | None:
        """What the button recorded; None if it was refused or not pressed."""
        return self.act if isinstance(self.act, InIssue) else None


def issues_of(
    form: Form, rule_book: RuleBook, posted: PostedForm | None, act: InIssue | REFUSED | None
) -> Issues:
    """The questions that can be in issue in the case of *form*.

    They are the open questions and those recorded as not in issue; with the latter, also those that the
    hearing no longer reaches.

    On a page that no form was posted to, a question is ticked if it is open and others are recorded as not in
    issue.

    Args:
        form: the form of the case file.
        rule_book: the law.
        posted: the form as posted, with its ticks; None for a page that was opened.
        act: what was recorded, if the button was pressed.
    """
    case_file, determination = form.examined.case_file, form.examined.determination
    if determination is None or case_file is None:
        return Issues((), "", act)
    case_file = examine(case_file, rule_book)
    stages = [stage for offence in determination.offences for stage in offence.path]
    statements = tuple(_statements(case_file, rule_book))
    stated = {statement.question.provision for statement in statements}
    states = (*_OPEN, "not reached") if stated else _OPEN
    listed = {*stated, *(stage.provision for stage in stages if stage.state in states)}
    left_open = {stage.provision for stage in stages if stage.state in _OPEN} if stated else set()
    ticked = left_open if posted is None else {*posted.contested}
    provisions = provisions_to_contest(case_file, rule_book)
    questions = tuple(
        (rule_book.questions[provision], provision in ticked)
        for provision in provisions
        if provision in listed
    )
    by, takes_back = "", False
    if posted is not None:
        by, takes_back = posted.speaker, posted.do.startswith("take-back ")
    return Issues(questions, by, act, statements, takes_back)


def _statements(case_file: CaseFile, rule_book: RuleBook) -> Iterator[RecordedStatement]:
    """The statements in *case_file* that a question is not in issue, in the order of the hearing."""
    owners = {place: found for at in case_file.every_offence for place, found in owners_of(case_file, at)}
    questions = [question for _, question in rule_book.questions_in(str(case_file.part))]
    for question, (place, found) in product(questions, owners.items()):
        for number, finding in enumerate(found.get(question.name, ())):
            if finding.status == "not in issue":
                at = written_place((*place, "findings", question.name, number))
                owner = _owner(case_file, place)
                yield RecordedStatement(at, question, finding.answer, str(finding.by), owner)


def _owner(case_file: CaseFile, place: Place) -> str | None:
    """The name of the offence or the warrant at *place*, where there are several; None for the person."""
    offences = case_file.every_offence
    if not place or len(offences) == 1:
        return None
    return offences[place].id if place in offences else case_file.warrants[int(place[1])].id


def with_rest_recorded(posted: PostedForm, rule_book: RuleBook) -> tuple[Leaves, InIssue | REFUSED]:
    """The leaves of *posted* with every question that is not ticked recorded as not in issue, and what was
    recorded.

    A ticked question loses an earlier statement that it is not in issue.

    Args:
        posted: the posted form.
        rule_book: the law.
    """
    leaves = dict(posted.leaves)
    if posted.speaker not in rule_book.parties.speakers:
        return leaves, "no author"
    ticked = [rule_book.questions[each] for each in posted.contested if each in rule_book.questions]
    leaves = _without_statements(leaves, {question.name for question in ticked})
    try:
        case_file = examine(read_case(Document("", content_of(leaves)), rule_book), rule_book)
        known = provisions_to_contest(case_file, rule_book)
        contested = [question.provision for question in ticked if question.provision in known]
        act = in_issue(case_file, rule_book, contested, posted.speaker)
    except SourceError:
        return leaves, "faults"
    for each in act.recorded:
        finding = each.finding.model_dump(mode="json", exclude_none=True)
        leaves |= {(*each.place, "findings", each.name, 0, key): leaf for key, leaf in finding.items()}
    return leaves, act


def _without_statements(leaves: Leaves, names: set[str]) -> Leaves:
    """The *leaves* without each finding on one of *names* that has the status "not in issue"."""
    gone = {
        place[:-1]
        for place, leaf in leaves.items()
        if place[-1] == "status"
        and leaf == "not in issue"
        and place[-4:-3] == ("findings",)
        and place[-3] in names
    }
    return {place: leaf for place, leaf in leaves.items() if place[:-1] not in gone}
