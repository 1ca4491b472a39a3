"""Explanations of faults in YAML: the most likely cause of what the parser reports."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extradition.source.characters import not_plain

_QUOTE = 'put the whole text in quotation marks: "..."'
_WHY = {
    "mapping values are not allowed": (
        f"a colon and a space within a text start a new value; {_QUOTE}, or check the indentation"
    ),
    "unexpected end of stream": "a quotation mark on line {opened} is never closed",
    "violates indentation": "the indentation has a tab; use spaces",
    "unknown escape character": "a backslash has a meaning in double quotation marks; use single ones: '...'",
    "could not find expected ':'": (
        f"a key needs a colon and a space after it; if the line goes on with the text before it, {_QUOTE}"
    ),
    "did not find expected ',' or": (
        f"a bracket is not closed, or a text within brackets has a colon; {_QUOTE}"
    ),
    "did not find expected key": (
        "the indentation differs from the line above, or a text goes on after its closing quotation mark"
    ),
    "undefined alias": f"a text may not begin with *; {_QUOTE}",
    "did not find expected alphabetic": f"a text may not begin with & or *; {_QUOTE}",
    "did not find expected '-' indicator": "a list goes on with a line that has no hyphen",
    "sequence entries are not allowed": "a list starts on a line of its own; indent it below its key",
    "expected comment or line break": f"a text may not begin with > or |; {_QUOTE}",
    "mapping keys are not allowed": f"a text may not begin with a question mark; {_QUOTE}",
    "another document": "three hyphens start another document; a file has one",
}
BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""Every break that ends a line of YAML, as its parser counts them."""
_CANNOT_START = "cannot start any token"
_COMMENT = re.compile(r"\s#")
_CUT_IN_BRACKETS = re.compile(r"(\S #|\s#\S).*[\]}]")
"""A comment that ends a text and takes a closing bracket with it. Two spaces before the # and one after it
are plainly a comment."""
_QUOTED = re.compile(r'"[^"]*"|\'[^\']*\'')
_SPACED = re.compile(r"[\s-]*[^\S ]|.*?:[^\S ]")
"""A line with another space than the ordinary one in its indentation, or after a colon."""


def explanation(problem: str, text: str, line: int, column: int, opened: int | None) -> str:
    r"""The most likely cause of *problem*, a fault that the parser found.

    Args:
        problem: the words of the parser.
        text: the whole text.
        line: the line of the fault, counted from 0.
        column: the column of the fault, counted from 0.
        opened: the line, counted from 0, on which the value at fault begins.

    Returns:
        The explanation after a semicolon; empty if the cause is not a common one.

    >>> explanation("found a tab character that violates indentation", "a:\n\tb: c", 1, 0, None)
    '; the indentation has a tab; use spaces'
    """
    lines = BREAK.split(text)
    here = lines[line] if line < len(lines) else ""
    before = lines[line - 1] if line else ""
    cut = _line_cut(problem, lines, line, opened)
    if cut is not None:
        return f"; a space and # start a comment, which ends the text on line {cut}; {_QUOTE}"
    if _CANNOT_START in problem:
        return _at_start(here[column : column + 1]) + not_plain(here)
    why = next((words for part, words in _WHY.items() if part in problem), None)
    said = "" if why is None else "; " + why.format(opened=(opened or 0) + 1)
    return said + (not_plain(here) or (not_plain(before) if _SPACED.match(before) else ""))


def _line_cut(problem: str, lines: Sequence[str], line: int, opened: int | None) -> int | None:
    """The number of the line on which a comment ends a text, if that explains *problem*."""
    here, before = lines[line] if line < len(lines) else "", lines[line - 1] if line else ""
    if "did not find expected" in problem and _COMMENT.search(before) and here.startswith(" "):
        return line
    if "did not find expected ',' or" not in problem:
        return None
    within = range(opened or 0, min(line + 1, len(lines)))
    return next((n + 1 for n in within if _CUT_IN_BRACKETS.search(_QUOTED.sub("", lines[n]))), None)


def of_bare_key(key: str) -> str:
    """The most likely cause of a key within brackets that has no colon, with its value.

    >>> of_bare_key("the delay").partition(":")[0]
    '; if it is part of the text before it, put that text in quotation marks'
    """
    if ":" in key:
        return not_plain(key) or "; a space follows the colon after a key"
    return "; if it is part of the text before it, put that text in quotation marks: a comma ends a value"


def _at_start(character: str) -> str:
    if character == "\t":
        return "; the indentation has a tab; use spaces"
    return f"; a text may not begin with {character}; {_QUOTE}"


def cut_by_comment(line: str, end: int) -> str | None:
    """The comment that cuts off the text before it; None if there is none, or if it is plainly a comment.

    A writer who means a comment puts two spaces before the # and one after it.

    Args:
        line: a line of a file.
        end: the column at which the text ends.

    >>> cut_by_comment("title: Theft of bicycle #3", 23)
    '#3'
    >>> cut_by_comment("title: Theft  # see the warrant", 12) is None
    True
    """
    rest = line[end:]
    comment = rest.lstrip()
    if not comment.startswith("#") or (len(rest) - len(comment) > 1 and comment[1:2] == " "):
        return None
    return comment.rstrip()
