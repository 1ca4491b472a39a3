"""What is wrong with the text of a file that its name calls JSON: the place and the most likely cause."""

from __future__ import annotations

import json
import re

from extradition.source.errors import Position, Problem, SourceError

NOT_JSON = "is not JSON: "
"""The beginning of each message on a text that is not JSON."""
_TEXT = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"')
_CONSTANT = re.compile(r"-?Infinity|NaN")
_COMMENT = re.compile(r"#|//|/\*")
_AFTER_COMMA = re.compile(r",\s*\Z")
_HALF = re.compile(r"(?<!\\)(?:\\\\)*\\u([dD][89a-fA-F][0-9a-fA-F]{2})", re.ASCII)
_PAIR = re.compile(
    r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})", re.ASCII
)
"""A character that JSON writes as two halves, after an even number of backslashes."""


def is_named_json(shown: str) -> bool:
    """Whether the name of a file says that it is JSON.

    Args:
        shown: the path of the file.

    >>> is_named_json("case.JSON"), is_named_json("case.yaml")
    (True, False)
    """
    return shown.lower().endswith(".json")


def why_not_json(error: json.JSONDecodeError) -> str:
    """The words for a text that Python refuses as JSON, without the place.

    Args:
        error: what Python says of it.
    """
    return f"{NOT_JSON}{error.msg.lower().removesuffix(' at')}"


def checked_json(shown: str, text: str, *, may_be_yaml: bool = True) -> str:
    r"""The JSON *text* as the reader of YAML takes it: a character that is written as two halves is whole.

    Args:
        shown: the path that the problem names.
        text: the text of the file, without a byte order mark.
        may_be_yaml: whether the file could be in YAML under another name; the message then says so.

    Raises:
        SourceError: it is not JSON. YAML would take comments, words without quotation marks and more.

    >>> checked_json("case.json", r'{"case": "\ud83d\ude00"}') == '{"case": "😀"}'
    True
    """
    try:
        json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        message = f"{why_not_json(error)}{_why(text, error.pos, may_be_yaml=may_be_yaml)}"
        raise _refused(shown, text, error.pos, message) from None
    constant = _CONSTANT.search(_TEXT.sub(lambda found: " " * len(found[0]), text))
    if constant is not None:
        raise _refused(shown, text, constant.start(), f"{NOT_JSON}{constant[0]} is not a number")
    if "\\u" not in text:
        return text
    whole = _PAIR.sub(lambda pair: pair[1] + _whole(pair[2], pair[3]), text)
    half = _HALF.search(whole)
    if half is not None:
        raise _refused(shown, whole, half.start(1) - 2, f"has half a character, U+{half[1].upper()}")
    return whole


def _refused(shown: str, text: str, at: int, message: str) -> SourceError:
    """The error of what stands in *text* at that offset."""
    before = text[:at]
    where = Position(shown, before.count("\n") + 1, at - before.rfind("\n"))
    return SourceError([Problem(where, "", message)])


def _whole(first: str, second: str) -> str:
    """The character of two halves, which are numbers in base 16."""
    return (bytes.fromhex(first) + bytes.fromhex(second)).decode("utf-16-be")


def _why(text: str, at: int, *, may_be_yaml: bool) -> str:
    """The most likely cause of a fault of *text* at that offset; empty if there is none."""
    if _COMMENT.match(text, at):
        return f"; JSON has no comments: leave it out{', or name the file .yaml' if may_be_yaml else ''}"
    if text[at : at + 1] in ("}", "]") and _AFTER_COMMA.search(text[:at]):
        return "; leave out the comma before it"
    if may_be_yaml and not text[:at].strip():
        return "; if it is YAML, name the file .yaml"
    return ""
