"""The sketch of a case file from the public fields of a notice (JSON): its header and its offences."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from extradition.case_file.particulars import RequestedPerson
from extradition.source import Document, Fault, Place, SourceError, faults_of
from extradition.typed_date import iso_text

_HEADER = ("forename", "name")
_TEXTS = (*_HEADER, "entity_id")
_BORN = "date_of_birth"
_OF_WARRANT = {"issuing_country_id", "charge", "charge_translation"}
_DOCUMENT = "public notice"


def notice_sketch(document: Document) -> dict[str, Any]:
    """The content of a case file that the public fields of a notice give. Everything else is left out.

    The person and the source stand among the particulars and the notes. Each charge is the title of an
    offence: an assertion of the territory that asked for the notice. No finding is made.

    Args:
        document: the notice, read as JSON.

    Raises:
        SourceError: it has no name, a public field has another shape, or the date of birth is no date.

    >>> notice = {"name": "DOE", "forename": "JANE", "arrest_warrants": [{"charge": "Theft"}]}
    >>> notice_sketch(Document("notice.json", notice))["offences"][0]["title"]
    'Theft'
    """
    content = _given(document.content, document.nulls)
    if not isinstance(content, Mapping) or not content.get("name"):
        raise _refused(document, "is required: a public notice has the name of the person", "name")
    warrants = content.get("arrest_warrants") or []
    if not isinstance(warrants, list) or not all(isinstance(each, Mapping) for each in warrants):
        raise _refused(document, "must be a list of warrants", "arrest_warrants")
    if not isinstance(content.get("nationalities", []), list):
        raise _refused(document, "must be a list of codes", "nationalities")
    _refuse_other_values(document, content, warrants)
    name = " ".join(str(content[key]) for key in _HEADER if content.get(key))
    return {
        "case": name,
        **_reference(content),
        **_territory(warrants),
        "dates": {},
        "particulars": {"requested_person": _person(name, content)},
        "offences": list(_offences(warrants)) or [{"id": "one"}],
        "notes": list(_notes(content, warrants)),
    }


def _given(value: Any, nulls: AbstractSet[Place], place: Place = ()) -> Any:
    """The *value* without what is null: a notice has a null for each field that it leaves empty."""
    if isinstance(value, Mapping):
        return {
            key: _given(each, nulls, (*place, key))
            for key, each in value.items()
            if each is not None and (*place, key) not in nulls
        }
    if isinstance(value, list):
        return [_given(each, nulls, (*place, i)) for i, each in enumerate(value)]
    return value


def _refused(document: Document, message: str, *place: str | int) -> SourceError:
    return _refused_at_once(document, [Fault(place, message)])


def _refused_at_once(document: Document, faults: list[Fault]) -> SourceError:
    found = map(document.problem, faults)
    return SourceError(each if document.path else replace(each, position=None) for each in found)


def _refuse_other_values(
    document: Document, content: Mapping[str, Any], warrants: list[Mapping[str, Any]]
) -> None:
    """Refuse a field that the sketch takes over and that is no text, and a date of birth that is no date.

    Raises:
        SourceError: carries a problem for each.
    """
    texts: dict[Place, Any] = {(key,): content[key] for key in _TEXTS if key in content}
    texts |= {("nationalities", i): each for i, each in enumerate(content.get("nationalities", ()))}
    for number, warrant in enumerate(warrants):
        texts |= {
            ("arrest_warrants", number, key): warrant[key] for key in sorted(_OF_WARRANT & warrant.keys())
        }
    faults = [Fault(place, "must be text") for place, value in texts.items() if not isinstance(value, str)]
    faults += _faults_of_birth(content)
    if faults:
        raise _refused_at_once(document, faults)


def _faults_of_birth(content: Mapping[str, Any]) -> Iterator[Fault]:
    """A fault if the date of birth is no date."""
    try:
        RequestedPerson.model_validate({_BORN: _born(content)})
    except ValidationError as error:
        (fault,) = faults_of(error.errors(include_url=False))
        why = fault.message
    except ValueError as error:
        why = str(error)
    else:
        return
    yield Fault((_BORN,), f"{content[_BORN]!r} is no date: {why}")


def _born(content: Mapping[str, Any]) -> Any:
    """The date of birth as a case file has it; None if the notice leaves it empty.

    A notice has the year first, a case file has the day first unless hyphens part the numbers.

    Raises:
        ValueError: it is written as a date, and is none.
    """
    born = content.get(_BORN)
    if not isinstance(born, str):
        return born
    parts = born.replace("/", "-").split("-")
    is_day = len(parts) == len(("year", "month", "day")) and len(parts[0]) == len("1980")
    text = "-".join(reversed(parts) if is_day else parts)
    return iso_text(text) or text.strip() or None


def _reference(content: Mapping[str, Any]) -> dict[str, str]:
    given = content.get("entity_id")
    return {"reference": given} if isinstance(given, str) and given else {}


def _territory(warrants: list[Mapping[str, Any]]) -> dict[str, str]:
    codes = {each.get("issuing_country_id") for each in warrants}
    only = codes.pop() if len(codes) == 1 else None
    return {"territory": only} if isinstance(only, str) and only else {}


def _person(name: str, content: Mapping[str, Any]) -> dict[str, Any]:
    day, listed = _born(content), content.get("nationalities")
    return {
        "name": name,
        **({_BORN: day} if day else {}),
        **({"nationality": listed} if listed else {}),
    }


def _offences(warrants: list[Mapping[str, Any]]) -> Iterator[dict[str, str]]:
    for number, each in enumerate(warrants, 1):
        charge = each.get("charge_translation") or each.get("charge")
        yield {"id": f"charge-{number}", **({"title": charge} if isinstance(charge, str) else {})}


def _notes(content: Mapping[str, Any], warrants: list[Mapping[str, Any]]) -> Iterator[str]:
    """What the sketch rests on, and what it leaves out."""
    link = content.get("_links")
    own = link.get("self") if isinstance(link, Mapping) else None
    address = own.get("href") if isinstance(own, Mapping) else None
    where = f", {address}" if isinstance(address, str) else ""
    yield f"Source: a {_DOCUMENT}{where}. A notice proves no fact."
    for number, each in enumerate(warrants, 1):
        of = each.get("issuing_country_id") or "the territory that asked for the notice"
        yield f"The charge of offence charge-{number} is an assertion of {of}, from the {_DOCUMENT}."
    of_warrants = sorted({key for each in warrants for key in each} - _OF_WARRANT)
    if of_warrants:
        yield f"Left out of the warrants of this sketch: {', '.join(of_warrants)}."
    used = {*_TEXTS, _BORN, "nationalities", "arrest_warrants", "_links"}
    left = sorted(key for key in content if key not in used and not key.startswith("_"))
    if left:
        yield f"Left out of this sketch: {', '.join(left)}."


def notice_text(document: Document) -> str:
    """The sketch as the text of a file, in JSON.

    Args:
        document: the notice, read as JSON.

    Raises:
        SourceError: as for ``notice_sketch``.
    """
    return json.dumps(notice_sketch(document), indent=2, ensure_ascii=False) + "\n"
