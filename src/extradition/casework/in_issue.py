"""What is in issue: every question that is not contested recorded as not in issue in one act, and what is
left.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from extradition.case_file import CaseFile, each_warrant
from extradition.case_file.editing import with_finding
from extradition.case_file.finding import AUTHOR, Finding
from extradition.case_file.only_finding import with_only_finding
from extradition.casework.uncontested import WHY_UNCONTESTED, Ruling, UncontestedQuestions, owners_of
from extradition.hearing import Hearing, Under, hear
from extradition.hearing.unknown_words import UnknownWords
from extradition.law import Model
from extradition.rule_book import RuleBook
from extradition.rule_book.question import Question
from extradition.source import Fault, OptionError, SourceError, UnknownLawError, nearest


class NotInIssue(Model):
    """A question recorded as not in issue: the *finding* on it, and the *place* of the owner of that finding
    in the case file.

    *offence* is the id of the offence; None for a question on the person.
    """

    place: tuple[str | int, ...]
    offence: str | None
    provision: str
    title: str
    name: str
    finding: Finding


class LeftAlone(Model):
    """A question that is not contested and not recorded, with the reason and the offences.

    ``facts`` are the facts of the question that the case file records already. ``asks`` asks for the date
    that chooses its law, if that is missing.
    """

    provision: str
    title: str
    reason: WHY_UNCONTESTED
    facts: tuple[str, ...] = ()
    asks: str | None = None
    offences: tuple[str, ...] = ()


class InIssue(Model):
    """The questions in issue, those recorded as not in issue on the word of *by*, and those left alone."""

    by: AUTHOR
    contested: tuple[str, ...]
    recorded: tuple[NotInIssue, ...]
    left: tuple[LeftAlone, ...]


def questions_to_contest(rule_book: RuleBook, part: str, start: str | None = None) -> tuple[Question, ...]:
    """The questions of a matter that can be in issue, in the order of the hearing: all but the limbs.

    Args:
        rule_book: the law.
        part: the matter.
        start: the question at which the hearing starts; None for the beginning of the matter.

    Examples:
        >>> [question.decided_by for question in questions_to_contest(RuleBook.load(), "2")][:2]
        ['Secretary of State', 'Secretary of State']
    """
    reached = rule_book.reached_from(start or rule_book.starts_at[part])
    return tuple(
        question
        for provision, question in rule_book.questions_in(part)
        if provision in reached and not question.is_limb
    )


def provisions_to_contest(case_file: CaseFile, rule_book: RuleBook) -> tuple[str, ...]:
    """The provisions of the questions that can be in issue on some warrant of a case, in the order of the
    hearing.

    Args:
        case_file: the case file, with its matter.
        rule_book: the law.
    """
    part = str(case_file.part)
    starts = {each.taken_from for each in each_warrant(case_file)}
    listed = {
        question.provision for start in starts for question in questions_to_contest(rule_book, part, start)
    }
    return tuple(provision for provision, _ in rule_book.questions_in(part) if provision in listed)


def in_issue(case_file: CaseFile, rule_book: RuleBook, contested: Collection[str], by: AUTHOR) -> InIssue:
    """The findings that record every question that is not *contested* as not in issue, and what is left
    alone.

    A question is recorded if the hearing reaches it and it has no answer, or only a presumed one. Nothing may
    be recorded on it and its facts yet. Past a contested question the hearing is followed on the unopposed
    answer alone. A question whose unopposed answer leads past a contested one is left alone. Nothing is
    overwritten, and a second act adds nothing.

    Args:
        case_file: the case file.
        rule_book: the law.
        contested: the provisions of the questions in issue.
        by: the author of the statement that the others are not, one of ``Parties.speakers``.

    Raises:
        UnknownLawError: no question of the matter that can be in issue has one of those provisions.
        OptionError: no one of that name can make the statement.
        SourceError: the case file has a fault, or records a contested question as not in issue.
    """
    recorded: list[NotInIssue] = []
    speakers = rule_book.parties.speakers
    if by not in speakers:
        raise OptionError(f"{by!r} is not one of {', '.join(speakers)}{nearest(by, speakers)}")
    hearing = hear(case_file, rule_book, Under(engine="plain"))
    order = provisions_to_contest(hearing.case_file, rule_book)
    _check(hearing, contested, order)
    while True:
        act = _Act(hearing, frozenset(contested), by)
        if not act.recorded:
            chosen = tuple(provision for provision in order if provision in contested)
            return InIssue(by=by, contested=chosen, recorded=tuple(recorded), left=act.left)
        recorded += act.recorded
        hearing = hear(with_recorded(hearing.case_file, act.recorded), rule_book, hearing.under)


def with_recorded(case_file: CaseFile, recorded: Iterable[NotInIssue]) -> CaseFile:
    """A copy of *case_file* with the findings that were *recorded*.

    Args:
        case_file: the case file for which they were made.
        recorded: the questions that are not in issue.
    """
    for each in recorded:
        case_file = with_only_finding(case_file, each.place, each.name, each.finding)
    return case_file


def written_into(text: str, path: str, act: InIssue) -> str:
    """*text* with the findings that *act* recorded; other lines stay, byte for byte.

    Args:
        text: the text of the case file.
        path: the path of the case file, for messages.
        act: what was recorded for that case file.

    Raises:
        SourceError: as for ``with_finding``.
    """
    for each in act.recorded:
        text = with_finding(text, path, each.name, each.finding, each.place)
    return text


def _check(hearing: Hearing, contested: Iterable[str], order: Collection[str]) -> None:
    """Refuse a contested provision that is not in *order*, or a question recorded as not in issue."""
    words = UnknownWords(hearing.rule_book)
    unknown = [
        f"{provision} is not a question of this hearing that can be in issue{words.part_of(provision, order)}"
        if provision in hearing.rule_book.questions
        else words.no_question(provision)
        for provision in contested
        if provision not in order
    ]
    if unknown:
        raise UnknownLawError("\n".join(unknown))
    names = {hearing.rule_book.questions[provision].name for provision in contested}
    faults = [
        Fault((*place, "findings", name), "is recorded as not in issue; leave it out to contest the question")
        for at in hearing.case_file.every_offence
        for place, findings in owners_of(hearing.case_file, at)
        for name in findings
        if name in names and any(finding.status == "not in issue" for finding in findings[name])
    ]
    if faults:
        raise SourceError(hearing.case_file.problems(list(dict.fromkeys(faults))))


class _Act:
    """One act on all the offences of a hearing.

    Attributes:
        recorded: the questions that it records as not in issue.
        left: the questions that it leaves alone.
    """

    def __init__(self, hearing: Hearing, contested: frozenset[str], by: AUTHOR) -> None:
        offences = zip(hearing.case_file.every_offence, hearing.offences, strict=True)
        rulings = [
            ruling
            for at, heard in offences
            for ruling in UncontestedQuestions(hearing.case_file, at, heard, contested).rulings()
        ]
        kept = {(each.place, each.question.name) for each in rulings if each.reason is not None}
        made = {
            (each.place, each.question.name): _not_in_issue(each, by)
            for each in rulings
            if (each.place, each.question.name) not in kept
        }
        self.recorded = tuple(made.values())
        self.left = tuple(_left_alone(rulings))


def _not_in_issue(ruling: Ruling, by: AUTHOR) -> NotInIssue:
    return NotInIssue(
        place=ruling.place,
        offence=ruling.offence if ruling.place[-2:-1] == ("offences",) else None,
        provision=ruling.question.provision,
        title=ruling.question.title,
        name=ruling.question.name,
        finding=Finding.model_validate({"answer": ruling.answer, "by": by, "status": "not in issue"}),
    )


def _left_alone(rulings: Iterable[Ruling]) -> Iterator[LeftAlone]:
    """The questions left alone, each once for all the offences with the same reason."""
    together: dict[tuple[str, WHY_UNCONTESTED, tuple[str, ...], str | None], list[Ruling]] = {}
    for each in rulings:
        if each.reason is not None:
            key = (each.question.provision, each.reason, each.facts, each.asks)
            together.setdefault(key, []).append(each)
    for (provision, reason, facts, asks), same in together.items():
        yield LeftAlone(
            provision=provision,
            title=same[0].question.title,
            reason=reason,
            facts=facts,
            asks=asks,
            offences=tuple(each.offence for each in same),
        )
