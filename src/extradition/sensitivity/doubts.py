"""The fewest changes to another end of a hearing where a doubt decides whether assertions count."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice, product

from extradition.case_file.settling import Known
from extradition.hearing.doubted import asserted_in_doubt, silenced
from extradition.rule_book import RuleBook
from extradition.rule_book.conditions import Answer
from extradition.sensitivity.changes import MOST_CHANGES, Assignment, SmallestChanges, smallest_changes
from extradition.sensitivity.function import End, HearingFunction


class Doubts:
    """The recorded doubts about facts that only assertions answer.

    If nothing more is shown, such assertions count as not shown while the doubt stands, and count without it.

    Args:
        known: the known answers of the offence, by fact and question.
        rule_book: the law, with the facts that record doubts.
        whole: the end of the hearing as a function of the known answers.

    Attributes:
        known: the known answers from which the changes start.
    """

    def __init__(self, known: Mapping[str, Known], rule_book: RuleBook, whole: HearingFunction) -> None:
        self._whole = whole
        in_question = (name for doubt, names in rule_book.doubts.items() for name in (doubt, *names))
        self._silence = {name: str(rule_book.facts[name].when_not_shown) for name in in_question}
        self._asserted = {
            doubt: {name: answer for name, answer in asserted.items() if name in whole.known}
            for doubt, asserted in asserted_in_doubt(known, rule_book).items()
            if doubt in whole.known
        }
        in_doubt = {name: self._silence[name] for name in silenced(known, rule_book) if name in whole.known}
        self.known: dict[str, Answer] = {**whole.known, **in_doubt}

    def smallest_changes(self, closed: int, changeable: frozenset[str]) -> dict[End, SmallestChanges]:
        """The smallest sets of changes to the known answers, by the other end to which they lead.

        A set that changes a doubt does not change the facts in doubt too.

        Args:
            closed: the end of the hearing as a function of the known answers.
            changeable: the names whose answers may be changed.
        """
        diagrams, found = self._whole.diagrams, dict[End, SmallestChanges]()
        now = diagrams.value(diagrams.given(closed, self.known))
        for doubts in product(*(self._choices(doubt, closed, changeable) for doubt in self._asserted)):
            changed = [(doubt, answers) for doubt, answers in doubts if answers]
            known = self._known_with({doubt: answers[0] for doubt, answers in changed})
            kept = {*self._asserted, *(name for doubt, _ in changed for name in self._asserted[doubt])}
            onward = smallest_changes(diagrams, closed, known, changeable - kept)
            at_once: End = diagrams.value(diagrams.given(closed, known))  # type: ignore[assignment]
            onward[at_once] = SmallestChanges(frozenset([frozenset()]), 1)
            first = [
                frozenset(one) for one in product(*([(d, a) for a in answers] for d, answers in changed))
            ]
            for end, changes in onward.items():
                if end != now:
                    found[end] = _fewest(found.get(end), _after(first, changes))
        return found

    def _choices(
        self, doubt: str, closed: int, changeable: frozenset[str]
    ) -> list[tuple[str, tuple[Answer, ...]]]:
        """The *doubt* unchanged; resolved, if it stands; each group of answers of the same effect that raise
        it, if not.
        """
        stands = self.known[doubt] != self._silence[doubt]
        groups: dict[int, list[Answer]] = {}
        for answer in self._whole.diagrams.answers(doubt) if doubt in changeable else ():
            if (answer != self._silence[doubt]) != stands:
                after = self._whole.diagrams.given(closed, {doubt: answer})
                groups.setdefault(after, []).append(answer)
        return [(doubt, ()), *((doubt, tuple(answers)) for answers in groups.values())]

    def _known_with(self, changed: Mapping[str, Answer]) -> dict[str, Answer]:
        """The known answers with the doubts as *changed*, and what is asserted as it then counts."""
        known = {**self.known, **changed}
        for doubt, answer in changed.items():
            stands = answer != self._silence[doubt]
            known |= {
                name: self._silence[name] if stands else asserted
                for name, asserted in self._asserted[doubt].items()
            }
        return known


def _after(first: list[Assignment], changes: SmallestChanges) -> SmallestChanges:
    """The *changes* after any one of the sets in *first*."""
    both = (one | other for one in first for other in changes.listed)
    return SmallestChanges(frozenset(islice(both, MOST_CHANGES)), len(first) * changes.number)


def _fewest(one: SmallestChanges | None, other: SmallestChanges) -> SmallestChanges:
    """The smaller of the two kinds of sets; both if they are of one size."""
    if one is None or one.size > other.size:
        return other
    if one.size < other.size:
        return one
    both = islice((*one.listed, *other.listed), MOST_CHANGES)
    return SmallestChanges(frozenset(both), one.number + other.number)
