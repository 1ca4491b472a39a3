"""The text for the terminal on one act that records what is not in issue."""

from __future__ import annotations

from extradition.casework.in_issue import InIssue
from extradition.report.environment import filled
from extradition.report.wording import Vocabulary
from extradition.rule_book import RuleBook


def render_in_issue(act: InIssue, rule_book: RuleBook, path: str) -> str:
    """The text of *act*: what it recorded, what is in issue, and what it left alone with the reason.

    Args:
        act: The act.
        rule_book: The law, for the titles of the questions and the names of facts.
        path: The path of the file to which the findings were written.
    """
    terms = {name: term for part in rule_book.terms.values() for name, term in part.items()}
    return filled(
        "in_issue.txt.j2",
        act=act,
        contested=[rule_book.questions[provision] for provision in act.contested],
        v=Vocabulary(terms),
        path=path,
    )
