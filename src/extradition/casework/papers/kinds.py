"""The kinds of court papers, and the paper of a kind on a case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from extradition.case_file import CaseFile
from extradition.casework.further_information import request_for
from extradition.casework.papers.argument import argument_of
from extradition.casework.papers.authorities_table import authorities_table_of
from extradition.casework.papers.balance_sheet import balance_sheet_of
from extradition.casework.papers.chronology import chronology_of
from extradition.casework.papers.decisions_schedule import decisions_schedule_of
from extradition.casework.papers.facts_schedule import facts_schedule_of
from extradition.casework.papers.paper import Content, OffenceNamed, Paper
from extradition.casework.papers.paper_names import KIND_OF_PAPER, hyphenated
from extradition.determination import Caution, Determination
from extradition.engine.agreement import ENGINE
from extradition.hearing import Hearing, Under, hear
from extradition.law import PARTY
from extradition.rule_book import RuleBook
from extradition.rule_book.parties import Parties
from extradition.source import OptionError, nearest


@dataclass(frozen=True)
class KindOfPaper:
    """One kind of court paper: a row of the table ``KINDS_OF_PAPER``.

    Attributes:
        title: the title of the paper.
        content: a function that makes its content from a hearing and a side.
        takes_side: whether it argues for one side.
    """

    title: str
    content: Callable[[Hearing, PARTY | None], Content]
    takes_side: bool = False


KINDS_OF_PAPER: Mapping[KIND_OF_PAPER, KindOfPaper] = MappingProxyType(
    {
        "skeleton": KindOfPaper("Skeleton argument", argument_of, takes_side=True),
        "opening-note": KindOfPaper("Opening note", argument_of),
        "chronology": KindOfPaper("Chronology", lambda hearing, _: chronology_of(hearing)),
        "decisions": KindOfPaper("Schedule of decisions", lambda hearing, _: decisions_schedule_of(hearing)),
        "balance-sheet": KindOfPaper(
            "Balance sheet of factors", lambda hearing, _: balance_sheet_of(hearing)
        ),
        "facts": KindOfPaper(
            "Schedule of agreed and disputed facts", lambda hearing, _: facts_schedule_of(hearing)
        ),
        "authorities": KindOfPaper("Table of authorities", lambda hearing, _: authorities_table_of(hearing)),
        "request": KindOfPaper("Request for further information", lambda hearing, _: request_for(hearing)),
    }
)
"""Each kind of court paper by its name. A new kind is one row here, one member of ``KIND_OF_PAPER`` and one
template for its content."""
_ON_LAW = (
    *("draft version", "prospective version", "may have been amended"),
    *("length not comparable", "dates may conflict", "dates in an unusual order", "duty not reached"),
)
"""The kinds of caution on an offence that a paper repeats. The paper itself shows what the others say."""


def named_papers(parties: Parties) -> Mapping[str, tuple[KIND_OF_PAPER, PARTY | None]]:
    """Every paper on a case, by the name of its file: its kind and its side.

    Args:
        parties: the parties of the rule book.

    >>> from extradition import RuleBook
    >>> [*named_papers(RuleBook.load().parties)][2]
    'opening-note'
    """
    sided = [(kind, side) for kind, row in KINDS_OF_PAPER.items() if row.takes_side for side in parties.names]
    alone = [(kind, None) for kind, row in KINDS_OF_PAPER.items() if not row.takes_side]
    return {
        **{f"{kind}-{hyphenated(side)}": (kind, side) for kind, side in sided},
        **{kind: (kind, side) for kind, side in alone},
    }


def paper_of(hearing: Hearing, kind: str, side: str | None = None) -> Paper:
    """The paper of one *kind* on the case of *hearing*.

    Args:
        hearing: the case, heard.
        kind: the name of a kind of paper.
        side: the party for which a skeleton argues.

    Raises:
        OptionError: there is no such kind or party; a skeleton has no side, or another paper has one.
    """
    known, party = _examined(kind, side, hearing.rule_book.parties)
    row, made = KINDS_OF_PAPER[known], hearing.determination
    return Paper(
        kind=known,
        title=row.title,
        side=party,
        case=made.case,
        reference=made.reference,
        citation=made.citation,
        proceedings=hearing.rule_book.title,
        part=made.part,
        own_matter=made.own_matter,
        territory=made.territory,
        territory_name=made.territory_name,
        category=made.category,
        law=made.law,
        rule_book=made.rule_book,
        made_by=made.made_by,
        case_file_hash=made.case_file_hash,
        readings=made.readings,
        cautions=_cautions(made),
        particulars=made.particulars,
        warrants=made.warrants,
        offences=tuple(_offences_named(made)),
        content=row.content(hearing, party),
        addresses=made.addresses,
        terms=made.terms,
    )


def _offences_named(made: Determination) -> Iterator[OffenceNamed]:
    for each in made.offences:
        yield OffenceNamed(id=each.id, title=each.title, case_type=each.case_type, warrant=each.warrant)


def _cautions(made: Determination) -> tuple[Caution, ...]:
    """The cautions on the whole case, and those of each offence on the law that it applies."""
    on_offences = (each for offence in made.offences for each in offence.cautions if each.kind in _ON_LAW)
    return tuple(dict.fromkeys((*made.cautions, *on_offences)))


def _examined(kind: str, side: str | None, known_parties: Parties) -> tuple[KIND_OF_PAPER, PARTY | None]:
    """The kind and the party that *kind* and *side* name.

    Raises:
        OptionError: as for ``paper_of``.
    """
    kinds, parties = [*KINDS_OF_PAPER], known_parties.names
    if kind not in kinds:
        raise OptionError(f"{kind!r} is not a kind of paper: {', '.join(kinds)}{nearest(kind, kinds)}")
    known: KIND_OF_PAPER = next(each for each in KINDS_OF_PAPER if each == kind)
    if side is not None and side not in parties:
        raise OptionError(f"{side!r} is not a party: {', '.join(parties)}{nearest(side, parties)}")
    if KINDS_OF_PAPER[known].takes_side and side is None:
        raise OptionError(f"a {kind} is for a party: {' or '.join(parties)}")
    if side is not None and not KINDS_OF_PAPER[known].takes_side:
        takers = ", ".join(name for name, row in KINDS_OF_PAPER.items() if row.takes_side)
        raise OptionError(f"only a paper that argues is for a party ({takers}); leave it out for {kind}")
    return known, side


def paper(
    case_file: CaseFile,
    rule_book: RuleBook,
    kind: str,
    side: str | None = None,
    *,
    law: str | None = None,
    as_at: dt.date | None = None,
    assuming: Iterable[str] = (),
    engine: ENGINE = "durable",
) -> Paper:
    """The court paper of one *kind* on a case: a draft for a lawyer to settle.

    The same input gives the same paper. ``render`` makes it into a page, a Word file or a PDF.

    Args:
        case_file: the case file. Its dates choose the versions of the law.
        rule_book: the law.
        kind: ``skeleton``, ``opening-note``, ``chronology``, ``decisions``, ``balance-sheet``, ``facts``,
            ``authorities`` or ``request``.
        side: a party of the rule book, for a skeleton; no other paper has a side.
        law: the name of a law in ``laws.yaml``; the case is heard on its day.
        as_at: a day; the case is heard on it.
        assuming: the ids of versions that apply whatever the dates.
        engine: ``durable`` for both readings of the rules, ``plain`` for the plain reading alone.

    Raises:
        SourceError, EngineError: as for ``determine``.
        OptionError: as for ``determine`` and for ``paper_of``.

    Examples:
        >>> from extradition import CaseFile, RuleBook, paper, render
        >>> case = CaseFile.load("examples/part_1_accusation_barred/case.yaml")
        >>> made = paper(case, RuleBook.load(), "skeleton", "requested person")
        >>> made.content.follows[-1].outcome.outcome, render(made).startswith("# Skeleton argument")
        ('discharge', True)
    """
    return paper_of(hear(case_file, rule_book, Under.of(law, as_at, assuming, engine)), kind, side)
