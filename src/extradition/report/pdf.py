"""A report as a PDF that a screen reader can read (PDF/UA-1), and its drawings as pictures; the only
importer of ``typst``.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import typst

from extradition.report.blocks import (
    Block,
    Cell,
    Definition,
    Heading,
    Listing,
    PaperDocument,
    Paragraph,
    Run,
    Table,
    plain,
)
from extradition.report.direction import isolated_page, marked
from extradition.report.pieces import Drawing
from extradition.source import bundled_folder

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_LACKING = re.compile(
    r"[^\u0020-\u02ff\u0370-\u0482\u048a-\u04ff\u0531-\u058f\u05be\u05d0-\u05f4\u060c\u061b\u061f\u0621-\u063a\u0640-\u064a\u0660-\u066d\u067e\u0686\u0698\u06a9\u06af\u06cc\u06f0-\u06f9"
    r"\u10d0-\u10ff\u1e00-\u1fff\u200e\u2010-\u2040\u2044\u20a0-\u20c0\u2100-\u211e\u2122\u2190-\u23ff\u25a0-\u25ff\n]"
)
"""The letters that the typefaces of typst may lack. These have Latin, Greek, Cyrillic, Armenian, Hebrew and
Georgian letters, the Arabic of Arabic and Persian, the usual signs, and the mark of ``marked``. Typst refuses
a letter that it does not have, and some marks crash it."""
_PICTURE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: float(sys.inputs.width) * 1mm)"""
_WORD = re.compile(r"[^\s\-\u0590-\u08ff\u200e\ufb1d-\ufdff\ufe70-\ufeff]+")
"""A word as ``breakable-words`` of ``report.typ`` looks for it; one that is too long may break anywhere."""
_DOTS_PER_INCH = 180
_PICTURES = 64
"""How many pictures to keep: those of a few reports, each about 50 kB."""
_UNSEEN = re.compile(r"<(title|desc)>.*?</\1>\n?", re.DOTALL)
_CHILD = "import json, sys, typst; sys.stdout.buffer.write(typst.compile(**json.load(sys.stdin)))"
"""Each PDF has its own process: typst keeps the last ten documents in memory, which is over a gigabyte."""


def pdf_of(document: PaperDocument) -> bytes:
    """The PDF of *document*, in the style of ``templates/report.typ`` and the typefaces of typst.

    The same document gives the same bytes. A letter that the typefaces lack is printed as its number
    (U+4E2D), and the PDF says so.

    Args:
        document: The report, as ``page_reading`` reads it from its page.

    Raises:
        RuntimeError: Typst made no PDF; the message has its reason.
    """
    head = marked(document.running_head)
    content = json.dumps({**_fields_of(document), "running_head": head}, ensure_ascii=False)
    style = str(bundled_folder("templates") / "report.typ")
    inputs = {"document": _shown(content)}
    if _LACKING.search(unicodedata.normalize("NFC", content)):
        inputs["lacking"] = "yes"
    call = {
        "input": style,
        "format": "pdf",
        "ignore_system_fonts": True,
        "pdf_standards": ["ua-1"],
        "sys_inputs": inputs,
    }
    done = subprocess.run(  # noqa: S603  our own line
        [sys.executable, "-I", "-c", _CHILD],
        input=json.dumps(call).encode(),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"typst made no PDF: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def png_of(drawing: Drawing, millimetres: float) -> bytes:
    """The picture (PNG) of *drawing*, to show at a width in *millimetres*.

    Equal lines at an equal width are drawn once: offences often share a part of their path.

    Args:
        drawing: One SVG, or a piece of one.
        millimetres: The width of the picture on paper; it has 180 dots an inch there.
    """
    return _png(_shown(isolated_page(_UNSEEN.sub("", drawing.svg), marked)), millimetres)


@lru_cache(_PICTURES)
def _png(svg: str, millimetres: float) -> bytes:
    inputs = {"svg": svg, "width": str(millimetres)}
    return typst.compile(
        _PICTURE, format="png", ignore_system_fonts=True, ppi=_DOTS_PER_INCH, sys_inputs=inputs
    )


def _shown(text: str) -> str:
    """*text* with a number in place of every letter that the typefaces may lack."""
    return _LACKING.sub(lambda letter: f"U+{ord(letter[0]):04X}", unicodedata.normalize("NFC", text))


def _fields_of(block: DataclassInstance) -> dict[str, object]:
    """The fields of *block* for JSON, with its kind."""
    written = {each.name: _json(getattr(block, each.name)) for each in fields(block)}
    if isinstance(block, Run):
        written["text"] = marked(block.text)
    if isinstance(block, Heading | Paragraph | Definition | Cell):
        written["longest"] = _longest(block)
    if isinstance(block, Drawing):
        written.update(
            svg=isolated_page(block.svg, marked), caption=marked(block.caption), alternative=block.alternative
        )
    if isinstance(block, Table):
        written.update(shares=list(block.shares))
    return {**written, "kind": type(block).__name__.lower()}


def _longest(block: Heading | Paragraph | Definition | Cell) -> int:
    """The length of the longest word in *block*; typst looks for long words only where there is one."""
    return max(map(len, _WORD.findall(_shown(" ".join(_texts(block))))), default=0)


def _texts(block: Heading | Paragraph | Definition | Cell | Block) -> Iterator[str]:
    """The text of each paragraph in *block*, marked as the PDF has it."""
    if isinstance(block, Heading | Paragraph | Definition):
        yield marked(plain(block.runs))
    if isinstance(block, Definition | Cell):
        for each in block.blocks:
            yield from _texts(each)
    if isinstance(block, Listing):
        for item in block.items:
            for each in item.blocks:
                yield from _texts(each)


def _json(value: object) -> object:
    if isinstance(value, tuple):
        return [_json(each) for each in value]
    return _fields_of(value) if is_dataclass(value) and not isinstance(value, type) else value
