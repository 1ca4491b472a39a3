"""The author of the answers that a user gives one after the other, chosen once on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from extradition.case_file.finding import STATUS
from extradition.rule_book.parties import BOTH, Parties
from extradition.source import Place, written_place
from extradition.web.form.fields import Leaves

_FINDING = 3
"""The parts at the end of the place of a finding: ``findings``, the name, the number."""


def authors_at_once(deciders: Iterable[str], parties: Parties) -> dict[str, STATUS]:
    """The authors that can be chosen once, each with the status of their answers.

    Args:
        deciders: those whose finding counts in the case.
        parties: the parties of the rule book.
    """
    return {**dict.fromkeys(deciders, "found"), BOTH: "agreed", **dict.fromkeys(parties.names, "asserted")}


def with_author(
    leaves: Leaves, nameless: frozenset[str], author: str, authors: Mapping[str, STATUS]
) -> Leaves:
    """The *leaves* in which each new answer without an author has this *author* and the status of their
    answers. Unchanged if *author* cannot be chosen.

    An answer that the user takes back takes this author with it.

    Args:
        leaves: the leaves of the posted fields.
        nameless: the answers that the page had without an author already, as ``marker`` writes them.
        author: the author that the user chose.
        authors: those that can be chosen, as ``authors_at_once`` has them.

    >>> parties = Parties(applicant="landlord", respondent="tenant")
    >>> place, authors = ("findings", "consent", 0), authors_at_once(["judge"], parties)
    >>> with_author({(*place, "answer"): "given"}, frozenset(), "parties", authors)[(*place, "status")]
    'agreed'
    """
    status = authors.get(author)
    if status is None:
        return leaves
    signed: Mapping[str, str] = {"by": author, "status": status}
    return _without_author_alone(leaves, signed) | {
        (*place, key): leaf for place in new_answers(leaves, nameless) for key, leaf in signed.items()
    }


def _without_author_alone(leaves: Leaves, signed: Mapping[str, str]) -> Leaves:
    """The *leaves* without each finding that has nothing else than the author and the status in *signed*."""
    findings: dict[Place, Leaves] = {}
    for place, leaf in leaves.items():
        for end in (place.index("findings") + _FINDING,) if "findings" in place else ():
            findings.setdefault(place[:end], {})[place] = leaf
    gone = {
        place
        for finding, its in findings.items()
        if its == {(*finding, key): leaf for key, leaf in signed.items()}
        for place in its
    }
    return {place: leaf for place, leaf in leaves.items() if place not in gone}


def new_answers(leaves: Leaves, nameless: frozenset[str] = frozenset()) -> Iterator[Place]:
    """The place of each finding that has an answer, no author and no status, and that is not *nameless*
    already.

    Args:
        leaves: the leaves of a case file.
        nameless: the answers to leave out, as ``marker`` writes them.
    """
    for (*holder, key), answer in leaves.items():
        place = tuple(holder)
        if key == "answer" and place[-_FINDING:][:1] == ("findings",):
            is_signed = (*place, "by") in leaves or (*place, "status") in leaves
            if not is_signed and marker(written_place(place), answer) not in nameless:
                yield place


def marker(finding: str, answer: str) -> str:
    """The text with which a page notes that an answer has no author.

    Args:
        finding: the written place of the finding.
        answer: its answer.

    >>> marker("findings.consent[0]", "given")
    'findings.consent[0] given'
    """
    return f"{finding} {answer}"
