"""YAML, read with the position of every key and value; the only importer of ``yaml``."""

from __future__ import annotations

import re
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from extradition.source.characters import unwanted
from extradition.source.document import MOST_BYTES, MOST_DEPTH, Document
from extradition.source.encodings import why_not_utf8
from extradition.source.errors import Fault, Place, Position, Problem, SourceError, refusal
from extradition.source.json_faults import checked_json, is_named_json
from extradition.source.yaml_faults import BREAK, cut_by_comment, explanation

_PLAIN_LOADER: Any = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)  # the same YAML, read by libyaml where the wheel has it
_TAGS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}


class _Loader(_PLAIN_LOADER):  # type: ignore[misc]
    """A loader to which each scalar without a tag is text: ``no`` is a word, ``1`` is not a number yet."""

    def resolve(self, kind: type[yaml.Node], _value: object, _implicit: object) -> str:
        return _TAGS[kind]

    def descend_resolver(self, _parent: object, _index: object) -> None:
        """Nothing: no tag depends on where a node stands."""

    def ascend_resolver(self) -> None:
        """Nothing: no tag depends on where a node stands."""


_NULLS = frozenset(("~", "null", "Null", "NULL"))
_BRACKETS = re.compile(r"[\[\]{}]")
_INDENTED = re.compile(rf"^[ ?-]{{{4 * MOST_DEPTH + 1}}}", re.MULTILINE)
_PLAIN_TAGS = {
    f"tag:yaml.org,2002:{kind}"
    for kind in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq", "value")
}


def read(path: Path) -> Document:
    """The document in the YAML file at *path*.

    Scalars stay text, so that ``no`` is a word and not False. The parser refuses aliases, tags, several
    documents, repeated keys and nesting beyond ``MOST_DEPTH``.

    Raises:
        SourceError: the file cannot be read, is not YAML, or has something that the parser refuses; carries
            every problem found.
    """
    return parse(str(path), text_at(path))


def read_all(path: Path) -> Document:
    """The document in the YAML file at *path*, with its problems in it, as ``parse_all`` returns it.

    Raises:
        SourceError: the file cannot be read or is not YAML.
    """
    return parse_all(str(path), text_at(path))


def text_at(path: Path, most: int = MOST_BYTES) -> str:
    """The whole text of the file at *path*, with its own line ends and byte order mark.

    Args:
        path: the file.
        most: the most bytes that the file may have.

    Raises:
        SourceError: the file cannot be read, is too large, empty, or not UTF-8.
    """
    shown = str(path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise refusal(shown, "is not a file")
        with path.open("rb") as file:
            raw = file.read(most + 1)
    except OSError as error:
        raise refusal(shown, f"cannot be read: {(error.strerror or str(error)).lower()}") from None
    return text_of(shown, raw, most)


def text_of(shown: str, raw: bytes, most: int = MOST_BYTES) -> str:
    """The text of a file, from its bytes.

    Args:
        shown: the path that every problem names.
        raw: the bytes of the file.
        most: the most bytes that the file may have.

    Raises:
        SourceError: the file is too large, empty, or not UTF-8.
    """
    if len(raw) > most:
        raise refusal(shown, f"is larger than {most:,} bytes, the most that is read")
    other = why_not_utf8(raw)
    if other is not None:
        raise refusal(shown, other[1], 1, other[0] + 1)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        raise refusal(shown, f"is not UTF-8 text: byte 0x{raw[error.start]:02x}", line, column) from None
    if not text.strip():
        raise refusal(shown, "is empty")
    return text


def _refuse_depth(shown: str, text: str) -> None:
    """Count brackets and indentation before the parser sees them: its recursion in C has no limit."""
    if text.count("[") + text.count("{") <= MOST_DEPTH and not _INDENTED.search(text):
        return  # almost every file; the lines are read one by one only to name the one that is too deep
    open_brackets = 0
    for number, line in enumerate(text.split("\n"), 1):
        for bracket in _BRACKETS.findall(line):
            open_brackets += 1 if bracket in "[{" else -1
            if open_brackets > MOST_DEPTH:
                raise refusal(shown, f"is nested deeper than {MOST_DEPTH} levels", number)
        if _INDENTED.match(line):
            raise refusal(shown, f"is nested deeper than {MOST_DEPTH} levels", number)


def parse(shown: str, text: str) -> Document:
    """The document in *text*, under the rules of ``read``.

    Args:
        shown: the path that every problem names.
        text: the YAML.

    Raises:
        SourceError: *text* is not YAML, or has something that the parser refuses; carries every problem
            found.

    >>> parse("case.yaml", "case: no").content
    {'case': 'no'}
    """
    document = parse_all(shown, text)
    if document.problems:
        raise SourceError(document.problems)
    return document


def parse_all(shown: str, text: str) -> Document:
    """The document in *text*.

    Its ``problems`` list everything that ``parse`` refuses; the rest can still be examined.

    Args:
        shown: the path that every problem names. If it ends in ``.json``, the text has to be JSON.
        text: the YAML.

    Raises:
        SourceError: *text* is not YAML, or not JSON although its name says so.
    """
    _refuse_depth(shown, text)
    text = text.removeprefix("\ufeff")
    text = checked_json(shown, text) if is_named_json(shown) else text
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise _not_yaml(shown, text, error) from None
    except yaml.YAMLError as error:
        raise _unreadable(shown, text, error) from None
    if root is None:
        raise refusal(shown, "is empty")
    builder = _Builder(Document(shown), text)
    builder.document.content = builder.build(root, ())
    return builder.document


def _not_yaml(shown: str, text: str, error: yaml.MarkedYAMLError) -> SourceError:
    """The error with the words of the parser, the position and the most likely cause."""
    mark, problem = error.problem_mark or error.context_mark, str(error.problem or error.context)
    if "could not find expected ':'" in problem and error.context_mark is not None:
        mark = error.context_mark  # the key; the parser sees only on the next line that it has no colon
    opened = error.context_mark.line if error.context_mark else None
    line, column = (mark.line, mark.column) if mark else (0, 0)
    why = explanation(problem, text, line, column, opened)
    return refusal(shown, f"is not YAML: {problem}{why}", line + 1, column + 1)


def _unreadable(shown: str, text: str, error: yaml.YAMLError) -> SourceError:
    """The error that names the character which the parser refuses, with its line."""
    at = getattr(error, "position", 0)
    character = getattr(error, "character", None)
    why = (unwanted(chr(character)) if isinstance(character, int) else None) or str(
        getattr(error, "reason", error)
    ).splitlines()[0]
    return refusal(shown, f"is not YAML: {why}", len(BREAK.split(text[:at])))


class _Builder:
    def __init__(self, document: Document, text: str) -> None:
        self.document = document
        self._text = text
        self._lines: Sequence[str] = BREAK.split(text) if "#" in text else ()
        self._seen: set[int] = set()
        self._path, self._positions = document.path, document.positions

    def build(self, node: Any, place: Place) -> Any:
        if id(node) in self._seen:  # an alias has the marks of the node that it repeats
            return self._refuse(place, "is repeated by an alias; write it out")
        if place not in self._positions:  # the position of a value with a key is that of the key
            self._positions[place] = self._at(node)
        refused = self._why_not(node, place)
        if refused is not None:
            return self._refuse(place, refused)
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*place, i)) for i, item in enumerate(node.value)]
        if node.value in _NULLS and not node.style:
            self.document.nulls.add(place)
        if self._lines and node.value and not node.style:  # plain, without quotation marks
            comment = cut_by_comment(self._lines[node.end_mark.line], node.end_mark.column)
            if comment is not None:
                self.document.cut[place] = comment
        return node.value

    def _at(self, node: Any) -> Position:
        mark = node.start_mark
        return Position(self._path, mark.line + 1, mark.column + 1)

    def _why_not(self, node: Any, place: Place) -> str | None:
        if node.tag not in _PLAIN_TAGS:
            return f"has the tag {node.tag!r}; plain values only"
        if len(place) > MOST_DEPTH:
            return f"is nested deeper than {MOST_DEPTH} levels"
        return unwanted(node.value) if isinstance(node, yaml.ScalarNode) else None

    def _mapping(self, node: Any, place: Place) -> dict[str, Any]:
        built: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(place, "has a key that is not a word")
                continue
            key = key_node.value
            refused = unwanted(key, in_key=True)
            if refused is not None:
                self._refuse(place, f"has a key that {refused}")
                continue
            here = (*place, key)
            if key in built:
                where = self.document.problem(Fault(here, "")).where
                self.document.problems.append(Problem(self._at(key_node), where, "is given twice"))
                continue
            self._positions[here] = self._at(key_node)
            if node.flow_style and value_node.value == "" and not value_node.style:
                between = self._text[key_node.end_mark.index : value_node.start_mark.index]
                if ":" not in between:
                    self.document.bare.add(here)
            built[key] = self.build(value_node, here)
        return built

    def _refuse(self, place: Place, message: str) -> None:
        self.document.problems.append(self.document.problem(Fault(place, message)))
