"""Reports as answers: each format with its media type; a page may use its own style sheet and nothing
else.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from typing import Any, Literal, get_args

from starlette.responses import Response

from extradition.casework.further_information import FurtherInformation
from extradition.casework.papers.paper import Paper
from extradition.determination import Determination
from extradition.policy.comparison import Comparison
from extradition.policy.region import Region
from extradition.report import FORMAT, FORMATS, render
from extradition.report.depths import DEPTH, NOTE
from extradition.source import Problem, SourceError
from extradition.web.limits import MOST_ON_PAPER
from extradition.web.rule_books import RULE_BOOK

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
OF_ONE_CASE = Literal["md", "html", "docx", "pdf", "json"]
OF_COMPARISON = Literal["md", "html", "docx", "pdf", "xlsx", "csv", "json"]
MEDIA_TYPES: Mapping[FORMAT, str] = {name: each.media_type for name, each in FORMATS.items()}
"""The media type of each format of a report."""


def media_types(forms: Any) -> list[str]:
    """The media types of *forms* (a ``Literal``) other than JSON, without their parameters.

    >>> media_types(Literal["md", "json"])
    ['text/markdown']
    """
    return [MEDIA_TYPES[form].partition(";")[0] for form in get_args(forms) if form != "json"]


def report(
    subject: Determination | Comparison | Region | FurtherInformation | Paper,
    form: FORMAT = "json",
    depth: DEPTH | None = None,
    laws: Comparison | None = None,
) -> Response:
    """The answer that holds the report on *subject* in that *form*.

    Args:
        subject: a determination, a comparison, a region, a draft request or a court paper.
        form: the format of the report.
        depth: for a determination to read, how much of it; without it, the note.
        laws: for a note, the case under the laws that the rule book lists side by side.

    Raises:
        MissingExtraError: the packages that make Word files and PDFs are not installed.
        SourceError: a Word file or a PDF would show too many offences in depth.
    """
    _examine_paper(subject, form, depth)
    made = render(subject, form, depth=depth, laws=laws)
    headers = {RULE_BOOK: subject.rule_book}
    if form == "html" and isinstance(made, str):
        headers["Content-Security-Policy"] = policy_of(made)
    return Response(made, headers=headers, media_type=MEDIA_TYPES[form])


def _examine_paper(subject: object, form: FORMAT, depth: DEPTH | None) -> None:
    """Refuse a Word file or a PDF that would show too many offences in depth."""
    in_depth = isinstance(subject, FurtherInformation) or (
        isinstance(subject, Determination) and depth not in (None, NOTE)
    )
    count = len(subject.offences) if isinstance(subject, Determination | FurtherInformation) else 0
    if in_depth and form in ("docx", "pdf") and count > MOST_ON_PAPER:
        raise SourceError(
            [
                Problem(
                    None,
                    "format",
                    f"a {form} shows at most {MOST_ON_PAPER} offences in depth, and these are {count}; "
                    "html and md have room for all of them, and so has a note",
                )
            ]
        )


def policy_of(page: str) -> str:
    """The policy that lets *page* use only its own style sheets, by their hashes.

    Text of a case is escaped, and never a style.

    Args:
        page: the page of a report.
    """
    hashes = dict.fromkeys(hashlib.sha256(found[1].encode()).digest() for found in _STYLE.finditer(page))
    styles = " ".join(f"'sha256-{base64.b64encode(each).decode()}'" for each in hashes)
    return (
        f"default-src 'none'; style-src {styles}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
