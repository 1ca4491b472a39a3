"""The sketch of a case file from the public fields of a notice (JSON): its header and its offences."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from extradition.source import Document, Fault, Place, SourceError
from extradition.typed_date import iso_text

_HEADER = ("forename", "name")
_OF_WARRANT = {"issuing_country_id", "charge", "charge_translation"}
_DOCUMENT = "public notice"


def notice_sketch(document: Document) -> dict[str, Any]:
    """The content of a case file that the public fields of a notice give. Everything else is left out.

    The person and the source stand among the particulars and the notes. Each charge is the title of an
    offence: an assertion of the territory that asked for the notice. No finding is made.

    Args:
        document: the notice, read as JSON.

    Raises:
        SourceError: it has no name, or a public field has another shape.

    >>> notice = {"name": "DOE", "forename": "JANE", "arrest_warrants": [{"charge": "Theft"}]}
    >>> notice_sketch(Document("notice.json", notice))["offences"][0]["title"]
    'Theft'
    """
    content = _given(document.content, document.nulls)
    if not isinstance(content, Mapping) or not isinstance(content.get("name"), str):
        raise _refused(document, "name", "is required: a public notice has the name of the person")
    warrants = content.get("arrest_warrants") or []
    if not isinstance(warrants, list) or not all(isinstance(each, Mapping) for each in warrants):
        raise _refused(document, "arrest_warrants", "must be a list of warrants")
    if not isinstance(content.get("nationalities", []), list):
        raise _refused(document, "nationalities", "must be a list of codes")
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


def _refused(document: Document, key: str, message: str) -> SourceError:
    problem = document.problem(Fault((key,), message))
    return SourceError([problem if document.path else replace(problem, position=None)])


def _reference(content: Mapping[str, Any]) -> dict[str, str]:
    given = content.get("entity_id")
    return {"reference": given} if isinstance(given, str) and given else {}


def _territory(warrants: list[Mapping[str, Any]]) -> dict[str, str]:
    codes = {each.get("issuing_country_id") for each in warrants}
    only = codes.pop() if len(codes) == 1 else None
    return {"territory": only} if isinstance(only, str) and only else {}


def _person(name: str, content: Mapping[str, Any]) -> dict[str, Any]:
    born = content.get("date_of_birth")
    day = iso_text(born.replace("/", "-")) or born.replace("/", "-") if isinstance(born, str) else None
    nationalities = content.get("nationalities")
    listed = [each for each in nationalities or () if isinstance(each, str)]
    return {
        "name": name,
        **({"date_of_birth": day} if day else {}),
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
    used = {"name", "forename", "date_of_birth", "nationalities", "entity_id", "arrest_warrants", "_links"}
    left = sorted(key for key in content if key not in used and not key.startswith("_"))
    if left:
        yield f"Left out of this sketch: {', '.join(left)}."


def notice_text(document: Document) -> str:
    """The sketch as the text of a file; JSON is YAML too.

    Args:
        document: the notice, read as JSON.

    Raises:
        SourceError: as for ``notice_sketch``.
    """
    return json.dumps(notice_sketch(document), indent=2, ensure_ascii=False) + "\n"
