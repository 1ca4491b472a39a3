"""A court paper: its head and its content, as an immutable model that is also its JSON form."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from extradition.case_file import Particulars
from extradition.casework.further_information import FurtherInformation
from extradition.casework.papers.argument import Argument
from extradition.casework.papers.authorities_table import AuthoritiesTable
from extradition.casework.papers.balance_sheet import BalanceSheet
from extradition.casework.papers.chronology import Chronology
from extradition.casework.papers.decisions_schedule import DecisionsSchedule
from extradition.casework.papers.facts_schedule import FactsSchedule
from extradition.casework.papers.paper_names import KIND_OF_PAPER
from extradition.determination import LawUsed, WarrantUsed
from extradition.determination.caution import Caution
from extradition.determination.matter_used import MatterUsed, matter_in_words
from extradition.determination.outcome import CategoryUsed
from extradition.engine.agreement import READINGS_MADE
from extradition.law import LEFT_OUT_IF_NONE, PART, PARTY, Model
from extradition.rule_book.fact import Term

Content = (
    Argument
    | Chronology
    | DecisionsSchedule
    | BalanceSheet
    | FactsSchedule
    | AuthoritiesTable
    | FurtherInformation
)
"""The content of a court paper: one model for each kind of content."""


class OffenceNamed(Model):
    """The id, the title and the type of an offence, for the head of a paper."""

    id: str
    title: str | None
    case_type: str | None
    warrant: str | None


class Paper(Model):
    """A court paper from one case file: a draft for a lawyer to settle. It supports a decision.

    Each sentence of it rests on a finding, a step, an authority or an entry of the case file. The page of the
    paper names it in the attribute ``data-rests-on``.

    Attributes:
        kind: the kind of paper.
        title: its title.
        side: the party for which it argues; None for every paper but a skeleton.
        reference: the caller's own reference, unchanged.
        proceedings: the title of the rule book.
        particulars: the particulars of the case file, which head the paper.
        warrants: the warrants, if there are several.
        offences: the offences of the case.
        content: the parts of the paper, by its kind.
        addresses: the web address of each provision.
        terms: the words of each fact and question, by name.

    Examples:
        >>> from extradition import CaseFile, RuleBook, paper
        >>> case = CaseFile.load("examples/part_1_accusation_barred/case.yaml")
        >>> made = paper(case, RuleBook.load(), "chronology")
        >>> made.title, made.content.events[0].what
        ('Chronology', 'conduct')
    """

    report_name: ClassVar[Literal["paper"]] = "paper"
    """The name of this report, which its templates have too."""

    kind: KIND_OF_PAPER
    title: str
    side: PARTY | None
    case: str
    reference: str | None
    citation: str | None
    proceedings: str
    part: PART
    own_matter: Annotated[MatterUsed | None, LEFT_OUT_IF_NONE] = None
    territory: str | None
    territory_name: str | None
    category: CategoryUsed | None
    law: LawUsed
    rule_book: str
    made_by: str
    case_file_hash: str
    readings: READINGS_MADE
    cautions: tuple[Caution, ...]
    particulars: Particulars | None
    warrants: tuple[WarrantUsed, ...]
    offences: tuple[OffenceNamed, ...]
    content: Content
    addresses: dict[str, str]
    terms: dict[str, Term]

    @property
    def matter(self) -> MatterUsed:
        """The matter of the case in words."""
        return matter_in_words(self.part, self.own_matter)
