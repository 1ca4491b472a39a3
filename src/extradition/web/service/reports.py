"""Reports as answers: each form with its media type, and with a policy that lets a page have its own style and nothing else."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from typing import Any, Literal, get_args

from starlette.responses import Response

from extradition.casework.further_information import FurtherInformation
from extradition.determination import Determination
from extradition.policy.comparison import Comparison
from extradition.report import FORMAT, FORMATS, render

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
OF_ONE_CASE = Literal["md", "html", "docx", "pdf", "json"]
OF_COMPARISON = Literal["md", "html", "docx", "pdf", "csv", "json"]
MEDIA_TYPES: Mapping[FORMAT, str] = {name: each.media_type for name, each in FORMATS.items()}
"""The forms of reports, and their media types."""


def media_types(forms: Any) -> list[str]:
    """The media types of those *forms* (a ``Literal``) that are not JSON, without their parameters."""
    return [MEDIA_TYPES[form].partition(";")[0] for form in get_args(forms) if form != "json"]


def report(told: Determination | Comparison | FurtherInformation, form: FORMAT = "json") -> Response:
    """*told* in that *form*, as an answer."""
    made = render(told, form)
    headers = {"Content-Security-Policy": _policy(made)} if form == "html" and isinstance(made, str) else None
    return Response(made, headers=headers, media_type=MEDIA_TYPES[form])


def _policy(page: str) -> str:
    """What a browser lets *page* do: nothing but its own style sheet, which is known by its hash. Text of a case is never a style: it is escaped."""
    hashes = dict.fromkeys(hashlib.sha256(found[1].encode()).digest() for found in _STYLE.finditer(page))
    styles = " ".join(f"'sha256-{base64.b64encode(each).decode()}'" for each in hashes)
    return f"default-src 'none'; style-src {styles}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
