"""Reports as answers: each form with its media type, and with a policy that lets a page have its own style and nothing else."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping

from starlette.responses import Response

from extradition.comparison import Comparison
from extradition.determination import Determination
from extradition.further_information import FurtherInformation
from extradition.report import FORMAT, render

MEDIA_TYPES: Mapping[FORMAT, str] = {"json": "application/json", "md": "text/markdown; charset=utf-8", "html": "text/html; charset=utf-8"}
"""The forms that a determination is offered in, and their media types."""

_STYLE = re.compile(r'<style>(.*?)</style>| style="([^"]*)"', re.DOTALL)


def report(told: Determination | Comparison | FurtherInformation, form: FORMAT = "json") -> Response:
    """*told* in that *form*, as an answer."""
    text = render(told, form)
    headers = {"Content-Security-Policy": _policy(text)} if form == "html" else None
    return Response(text, headers=headers, media_type=MEDIA_TYPES[form])


def _policy(page: str) -> str:
    """What a browser lets *page* do: nothing but its own styles, which are known by their hashes. Text of a case is never a style: it is escaped."""
    hashes = dict.fromkeys(hashlib.sha256((found[1] or found[2]).encode()).digest() for found in _STYLE.finditer(page))
    styles = " ".join(f"'sha256-{base64.b64encode(each).decode()}'" for each in hashes)
    return f"default-src 'none'; style-src 'unsafe-hashes' {styles}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
