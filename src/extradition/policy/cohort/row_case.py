"""One row of a table as a case file, which ``determine`` reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extradition.case_file import CaseFile
from extradition.law import PART
from extradition.policy.cohort.case_moments import date_columns
from extradition.policy.cohort.decision_lists import names_of_decision
from extradition.policy.cohort.law_columns import START
from extradition.rule_book import RuleBook
from extradition.rule_book.fact import ALWAYS_KNOWN
from extradition.typed_date import iso_text

_MIDNIGHT = " 00:00:00"


def case_of_row(
    cells: Mapping[str, object],
    row: int,
    rule_book: RuleBook,
    part: PART,
    taken_from: str | None,
    decisions: Sequence[Mapping[str, object]] = (),
) -> CaseFile:
    """The case file that the *cells* of a row state, with one offence unless it is on the person alone.

    Args:
        cells: the text of each cell, None where it is empty, by the name of the column.
        row: the number of the row, from 0.
        rule_book: the law, which says what is about the person and what is about the offence.
        part: the matter of the table.
        taken_from: the question from which the hearing is taken, if the row does not say.
        decisions: the text of the cells of each decision on the offence, the oldest first.
    """
    said = _said(cells)
    findings = _findings(said, rule_book, part)
    dates = _dates(said, rule_book)
    conduct = {"conduct_date": dates.pop("conduct")} if "conduct" in dates else {}
    offence: dict[str, object] = {"id": "offence", "findings": findings["offence"], **conduct}
    if ALWAYS_KNOWN in said:
        offence[ALWAYS_KNOWN] = said[ALWAYS_KNOWN]
    listed = _decisions(list(map(_said, decisions)), rule_book)
    if listed:
        offence["decisions"] = listed
    return CaseFile.model_validate(
        {
            "case": said.get("case", f"row {row + 1}"),
            "book": rule_book.name,
            "part": part,
            "territory": said.get("territory"),
            "taken_from": said.get(START) or taken_from,
            "dates": dates,
            "findings": findings["person"],
            **({} if rule_book.is_on_the_person_alone(part) else {"offences": [offence]}),
        }
    )


def _findings(said: Mapping[str, str], rule_book: RuleBook, part: PART) -> dict[str, dict[str, str]]:
    """The findings that the cells state on the person and on the offence, by these subjects and by name."""
    findings: dict[str, dict[str, str]] = {"person": {}, "offence": {}}
    for name, answer in said.items():
        about = rule_book.about(part, name)
        if about is not None and name != ALWAYS_KNOWN:
            findings[about][name] = answer
    return findings


def _dates(said: Mapping[str, str], rule_book: RuleBook) -> dict[str, str]:
    """The dates that the cells state, and the hour of the arrest, by their names."""
    days = {date: _day(said[column]) for column, date in date_columns(rule_book).items() if column in said}
    hour = {"arrest_hour": said["arrest_hour"][: len("23:00")]} if "arrest_hour" in said else {}
    return {**days, **hour}


def _said(cells: Mapping[str, object]) -> dict[str, str]:
    return {name: text.strip() for name, text in cells.items() if isinstance(text, str) and text.strip()}


def _decisions(rows: Sequence[Mapping[str, str]], rule_book: RuleBook) -> list[dict[str, object]]:
    """The decisions that *rows* state, with ids as a case file has them."""
    ids = {said["decision"]: f"d{place}" for place, said in enumerate(rows, 1)}
    names = names_of_decision(rule_book)
    return [
        {
            "id": ids[said["decision"]],
            "kind": said["kind"],
            **({"date": _day(said["date"])} if "date" in said else {}),
            **({"follows": ids[said["follows"]]} if "follows" in said else {}),
            **({"reason": said["reason"]} if "reason" in said else {}),
            "findings": {name: answer for name, answer in said.items() if name in names},
        }
        for said in rows
    ]


def _day(text: str) -> str:
    text = text.removesuffix(_MIDNIGHT)
    return iso_text(text) or text
