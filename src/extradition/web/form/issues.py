"""What is in issue, on the page: the list of questions to tick, and the leaves with the rest recorded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extradition.casework.in_issue import InIssue, in_issue, provisions_to_contest
from extradition.casework.speakers import SPEAKERS
from extradition.determination import Determination
from extradition.hearing.examination import examine, read_case
from extradition.rule_book import RuleBook
from extradition.rule_book.question import Question
from extradition.source import Document, SourceError
from extradition.web.form.fields import Leaves, content_of
from extradition.web.form.form import Form
from extradition.web.form.posted_form import PostedForm

REFUSED = Literal["no author", "faults"]
"""Why nothing was recorded: the user did not choose who says so, or the case has faults."""
_OPEN = ("open", "judgment", "makes no difference", "date missing")


@dataclass(frozen=True)
class Issues:
    """The questions that can be in issue.

    Attributes:
        questions: each question, with whether it is ticked as contested.
        by: the author that the user chose; empty if none.
        act: what the button recorded, or why it recorded nothing; None if it was not pressed.
    """

    questions: tuple[tuple[Question, bool], ...]
    by: str
    act: InIssue | REFUSED | None

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
    stages = [stage for offence in determination.offences for stage in offence.path]
    stated = _stated(determination)
    states = (*_OPEN, "not reached") if stated else _OPEN
    listed = {*stated, *(stage.provision for stage in stages if stage.state in states)}
    left_open = {stage.provision for stage in stages if stage.state in _OPEN} if stated else set()
    ticked = left_open if posted is None else {*posted.contested}
    provisions = provisions_to_contest(examine(case_file, rule_book), rule_book)
    questions = tuple(
        (rule_book.questions[provision], provision in ticked)
        for provision in provisions
        if provision in listed
    )
    return Issues(questions, posted.speaker if posted is not None else "", act)


def _stated(determination: Determination) -> frozenset[str]:
    """The provisions of the questions that are recorded as not in issue."""
    steps = (step for each in determination.offences for step in (*each.steps, *each.steps_beyond))
    return frozenset(
        step.provision for step in steps if any(finding.status == "not in issue" for finding in step.findings)
    )


def with_rest_recorded(posted: PostedForm, rule_book: RuleBook) -> tuple[Leaves, InIssue | REFUSED]:
    """The leaves of *posted* with every question that is not ticked recorded as not in issue, and what was
    recorded.

    A ticked question loses an earlier statement that it is not in issue.

    Args:
        posted: the posted form.
        rule_book: the law.
    """
    leaves = dict(posted.leaves)
    if posted.speaker not in SPEAKERS:
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
