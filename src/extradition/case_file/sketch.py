"""The parts of a case file that have the right shape, so that one run checks both the shape and the words."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Annotated, Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from extradition.case_file.case_dates import Dates
from extradition.case_file.case_file import CaseFile
from extradition.case_file.closed_evidence import ClosedEvidence
from extradition.case_file.decided import CourtDecision
from extradition.case_file.decision import Decision
from extradition.case_file.distinct_ids import placed, repeated_id
from extradition.case_file.finding import Finding, Findings, listed
from extradition.case_file.offence_count import MOST_OFFENCES, count_offences
from extradition.case_file.offences import IssuedWarrant, Offence
from extradition.case_file.particulars import Instrument, Particulars, RequestedPerson
from extradition.case_file.warrant import BoxD, LaterMaterial, Warrant
from extradition.law import Model
from extradition.source import Fault

M = TypeVar("M", bound=Model)


def sketch(content: Any) -> CaseFile:
    """The case file in *content* where its shape is right; the rest is empty or None.

    Every list keeps its indices.

    It serves only the check of facts and answers. It has no hearing, and may lack keys that every case file
    needs.
    """
    kept = {
        "case": "",
        "territory": None if isinstance(content, Mapping) and content.get("territory") is None else "",
        "taken_from": None,
        "book": None,
        **_kept(CaseFile, {"part": _at(content, "matter")}, "part"),
        **_kept(CaseFile, content, "book", "part", "territory", "taken_from"),
        "evidence_closed": _each_closed(_listed(content, "evidence_closed")),
        "particulars": _particulars(_at(content, "particulars")),
    }
    few = count_offences(content) <= MOST_OFFENCES
    return CaseFile.model_construct(
        _given(content),
        **kept,
        **_dates_and_findings(content),
        warrants=tuple(_issued(each) for each in _listed(content, "warrants") if few),
        offences=_offences(content) if few else (),
    )


def repeated_ids(sketched: CaseFile) -> Iterator[Fault]:
    """A fault for a list of offences, and for a list of warrants, in which an id is repeated.

    Args:
        sketched: the case file where its shape is right.
    """
    lists = [placed(each.offences, ("warrants", i, "offences")) for i, each in enumerate(sketched.warrants)]
    for of, ids in (
        ("offences", placed(sketched.offences, ("offences",))),
        ("warrants", placed(sketched.warrants, ("warrants",))),
        ("offences", itertools.chain.from_iterable(lists)),
    ):
        wrong = repeated_id(of, [(place, name) for place, name in ids if name])
        if wrong is not None:
            yield wrong


def _each_closed(listed: Sequence[Any]) -> tuple[ClosedEvidence, ...]:
    """Each close of the evidence; without a right day, one after which nothing can be added. None if one of
    them is no mapping, which nothing can stand for.
    """
    if not all(isinstance(each, Mapping) for each in listed):
        return ()
    unknown: dict[str, Any] = {"of": "", "by": "", "on": dt.date.max}
    return tuple(
        ClosedEvidence.model_construct(**{**unknown, **_kept(ClosedEvidence, each, *unknown)})
        for each in listed
    )


def _particulars(content: Any) -> Particulars | None:
    if not isinstance(content, Mapping):
        return None
    given = {
        "requested_person": _made(RequestedPerson, content.get("requested_person")),
        "warrant": _made(Instrument, content.get("warrant")),
        "request": _made(Instrument, content.get("request")),
    }
    made = {key: each for key, each in given.items() if each is not None}
    return Particulars.model_construct(**{**_kept(Particulars, content), **made})


def _made(model: type[M], content: Any) -> M | None:
    """The *model* of a mapping, where its shape is right; None for anything else."""
    if not isinstance(content, Mapping):
        return None
    return cast("M", model.model_construct(**_kept(model, content)))


def _decided(content: Any) -> CourtDecision:
    """The decision of a court, with the question of each step; an answer of the wrong shape becomes no."""
    steps = _at(content, "steps")
    kept = _kept(CourtDecision, content)
    if isinstance(steps, Mapping):
        kept["steps"] = {str(provision): kept.get("steps", {}).get(provision, "no") for provision in steps}
    return CourtDecision.model_construct(**kept)


def _issued(content: Any) -> IssuedWarrant:
    kept = {"id": "", "taken_from": None, **_kept(IssuedWarrant, content, "id", "taken_from")}
    return IssuedWarrant.model_construct(
        _given(content),
        **kept,
        particulars=_made(Instrument, _at(content, "particulars")),
        **_dates_and_findings(content),
        offences=_offences(content),
    )


def _given(content: Any) -> set[str]:
    """The keys that the model says were given: the offences and the warrants, if there is a list of them."""
    return {key for key in ("offences", "warrants") if isinstance(_at(content, key), list | tuple)}


def _offences(content: Any) -> tuple[Offence, ...]:
    """The offences in *content*: one of which nothing is known, if they have another shape than a list."""
    listed_there = _listed(content, "offences")
    is_missing = isinstance(content, Mapping) and content.get("offences") in (None, [], ())
    return tuple(map(_offence, listed_there)) or (() if is_missing else (_offence(None),))


def _dates_and_findings(content: Any) -> dict[str, Any]:
    given = _at(content, "dates")
    own = given.items() if isinstance(given, Mapping) else ()
    further = {str(key): value for key, value in own if key not in Dates.model_fields}
    dates = Dates.model_construct(**_kept(Dates, given), **further)
    return {"dates": dates, "findings": _findings(_at(content, "findings"))}


def _listed(content: Any, key: str) -> Sequence[Any]:
    items = _at(content, key)
    return items if isinstance(items, list | tuple) else ()


def _offence(content: Any) -> Offence:
    is_missing = isinstance(content, Mapping) and content.get("case_type") is None
    case_type = None if is_missing else ""
    kept = {"id": "", "case_type": case_type, **_kept(Offence, content, "id", "case_type", "conduct_date")}
    warrant, decided = _at(content, "warrant"), _at(content, "decided")
    return Offence.model_construct(
        **kept,
        findings=_findings(_at(content, "findings")),
        warrant=_warrant(warrant) if isinstance(warrant, Mapping) else None,
        decisions=tuple(_decision(each) for each in _listed(content, "decisions")) or None,
        decided=_decided(decided),
    )


def _decision(content: Any) -> Decision:
    warrant = _at(content, "warrant")
    kept = {
        "id": "",
        "kind": "",
        **_kept(Decision, content, "id", "kind", "court", "date", "follows", "reason"),
    }
    return Decision.model_construct(
        **kept,
        findings=_findings(_at(content, "findings")),
        warrant=_warrant(warrant) if isinstance(warrant, Mapping) else None,
    )


def _warrant(content: Mapping[str, Any]) -> Warrant:
    box, later = _at(content, "box_d"), _at(_at(content, "box_d"), "contradicted_by")
    material = {"says": (), **_kept(LaterMaterial, later)} if isinstance(later, Mapping) else None
    given = {
        "ticked": (),
        **_kept(BoxD, box),
        "contradicted_by": LaterMaterial.model_construct(**material) if material else None,
    }
    return Warrant.model_construct(
        **_kept(Warrant, content, "box_b", "box_c"),
        box_d=BoxD.model_construct(**given) if isinstance(box, Mapping) else None,
    )


def _findings(content: Any) -> Findings:
    if not isinstance(content, Mapping):
        return {}
    return {str(name): tuple(_finding(entry) for entry in listed(value)) for name, value in content.items()}


def _finding(entry: Any) -> Finding:
    return (
        entry
        if isinstance(entry, Finding)
        else Finding.model_construct(
            **{"answer": "", **_kept(Finding, entry, "answer", "by", "status", "source")}
        )
    )


def _at(content: Any, key: str) -> Any:
    return content.get(key) if isinstance(content, Mapping) else None


def _kept(model: type[Model], content: Any, *names: str) -> dict[str, Any]:
    """The fields of *model* (only those in *names*, if given) that have the right shape in *content*."""
    kept: dict[str, Any] = {}
    for name in names or model.model_fields:
        try:
            kept[name] = _reader(model, name).validate_python(content[name])
        except (ValidationError, LookupError, TypeError):
            continue
    return kept


@cache
def _reader(model: type[Model], name: str) -> TypeAdapter[Any]:
    field = model.model_fields[name]
    kind: Any = field.annotation
    return TypeAdapter(Annotated[(kind, *field.metadata)] if field.metadata else kind)
