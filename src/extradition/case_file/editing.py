"""The text of a case file: a new text, or an old one with one more finding; the only importer of
``ruamel.yaml``.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, FoldedScalarString, LiteralScalarString

from extradition import source
from extradition.case_file.case_file import CaseFile
from extradition.case_file.finding import Finding
from extradition.case_file.json_editing import is_json_object, with_finding_in_json
from extradition.case_file.line_merge import matched_lines, merged_lines, raised_lines
from extradition.source import Fault, Place, Problem, SourceError

_BOM = "\ufeff"
_UNBROKEN = 2**31
"""A width at which no line breaks."""
_INDENTS = ((2, 4, 2), (2, 2, 0), (4, 4, 2), (4, 4, 0), (4, 2, 0), (4, 6, 4))
"""Usual indents of a mapping, of the content of a list, and of the dash before it; the file shows which it
has."""


def with_finding(text: str, path: str, name: str, finding: Finding, place: Place = ()) -> str:
    """*text* with *finding* added, in the long form, at the end of the findings on *name*; other lines stay,
    byte for byte. JSON stays JSON.

    ruamel.yaml writes the whole file with the finding and without it; the lines that differ are then changed
    in *text*. The new text is read again: its content must be that of *text* and the finding, and no more.

    Args:
        text: the text of the case file.
        path: the path of the case file, for messages.
        name: the fact or question of the finding. If it has a finding already, both make a list.
        finding: the finding to add.
        place: the owner of the findings: a warrant or an offence by its place, or () for the case.

    Raises:
        SourceError: *text* is not the YAML of a case file, or its layout would have to change in other lines
            too.
    """
    mark = _BOM if text.startswith(_BOM) else ""
    document = source.parse(path, text)
    addition = _Addition(name, finding, place)
    expected = addition.add_to(deepcopy(document.content))
    comments = text.count("#") + finding.model_dump_json().count("#")
    for changed in addition.texts(text.removeprefix(_BOM)):
        made = mark + changed
        if made.count("#") == comments and _says(made, path, expected):
            return made
    words = f"has a layout in which {name} cannot be added without other changes; add it by hand"
    raise SourceError([document.problem(Fault((*place, "findings"), words))])


_WIDEST = 120
_ORDER = (
    "case",
    "reference",
    "citation",
    "book",
    "part",
    "territory",
    "taken_from",
    "dates",
    "particulars",
    "notes",
    "id",
    "title",
    "case_type",
    "conduct_date",
    "warrant",
)
"""The keys that come first, in this order; then the others, and the offences last."""
_PLAIN = re.compile(r"[A-Za-z0-9(](?:[^\n:#,\[\]{}]*[^\s:#,\[\]{}])?")
_PLAIN_IN_A_BLOCK = re.compile(r"[A-Za-z0-9(](?:[^\n:#]*[^\s:#])?")
_WORDS_APART = re.compile(r"[!-~]+( [!-~]+)+")
_WORD = re.compile(r"[a-z][a-z0-9_]*")
"""Text that needs no quotes: ``_PLAIN`` in a mapping on one line, ``_PLAIN_IN_A_BLOCK`` in a block,
``_WORD`` in a list on one line."""


def written(case_file: CaseFile) -> str:
    """The text of a file for *case_file*, in the usual order and layout; empty values are left out.

    Read again, the text gives the same ``digest``.

    Raises:
        SourceError: no text gives the same digest, or a value has a character that no file can have (if
            Python code made the case).
    """
    content = case_file.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    for width in (_WIDEST, _UNBROKEN):  # a line break between two spaces loses one of them
        stream, yaml = io.StringIO(), _yaml()
        yaml.width = width
        yaml.indent(mapping=2, sequence=4, offset=2)
        yaml.dump(_tidy(content, 0), stream)
        text = stream.getvalue()
        if CaseFile.parse(case_file.case, text).digest == case_file.digest:
            return text
    raise SourceError(
        [Problem(None, "", "cannot be written as a text that gives the same case file when it is read again")]
    )


def _tidy(content: Any, depth: int) -> Any:
    """*content* ready to write: short mappings and lists on one line, ambiguous text in quotes, long text
    folded.
    """
    if isinstance(content, Mapping):
        line = _in_one_line(content) if depth else None
        if line is not None and len(str(dict(line))) < _WIDEST - 2 * depth:
            return line
        last = [key for key in ("findings", "decided", "warrants", "offences") if key in content]
        first = [key for key in _ORDER if key in content]
        ordered = [*first, *(key for key in content if key not in (*first, *last)), *last]
        return CommentedMap(
            (key, _tidy(_short(content[key]) if key == "findings" else content[key], depth + 1))
            for key in ordered
        )
    if isinstance(content, list):
        listed = CommentedSeq(_tidy(each, depth + 1) for each in content)
        if (
            all(isinstance(each, str) and " " not in each for each in content)
            and sum(map(len, content)) < _WIDEST - 4 * depth
        ):
            listed = CommentedSeq(_scalar(each, _WORD) for each in content)
            listed.fa.set_flow_style()
        return listed
    if isinstance(content, str) and "\n" in content:
        return LiteralScalarString(content)
    folds = len(str(content)) > _WIDEST - 4 * depth and _WORDS_APART.fullmatch(str(content))
    return FoldedScalarString(content) if folds else _scalar(content, _PLAIN_IN_A_BLOCK)


def _short(findings: Mapping[str, Any]) -> dict[str, Any]:
    """*findings* in the short form: one finding without a list, and a bare answer without its key."""
    bare = {
        name: [each["answer"] if len(each) == 1 else each for each in entries]
        for name, entries in findings.items()
    }
    return {name: entries[0] if len(entries) == 1 else entries for name, entries in bare.items()}


def _in_one_line(content: Mapping[str, Any]) -> CommentedMap | None:
    """*content* as a mapping on one line; None if it contains a list, or text of several lines."""
    line = CommentedMap()
    for key, value in content.items():
        broken = isinstance(value, list) or (isinstance(value, str) and "\n" in value)
        inner = (
            _in_one_line(value) if isinstance(value, Mapping) else None if broken else _scalar(value, _PLAIN)
        )
        if inner is None:
            return None
        line[key] = inner
    line.fa.set_flow_style()
    return line


def _scalar(value: Any, plain: re.Pattern[str]) -> Any:
    """*value* as text; in quotes unless it is *plain*."""
    text = str(value)
    return text if plain.fullmatch(text) and text.isprintable() else DoubleQuotedScalarString(text)


class _AllText(VersionedResolver):
    """Scalars stay text, as in ``source``: no dates, no numbers, no merge keys."""

    @property
    def versioned_resolver(self) -> dict[str, list[Any]]:
        """The other types of a plain scalar, by its first letter: none."""
        return {}


class _Addition:
    """A finding and its place, to add to plain content or to content that ruamel.yaml has read."""

    def __init__(self, name: str, finding: Finding, place: Place) -> None:
        self._name = name
        self._finding = finding.model_dump(mode="json", exclude_none=True)
        self._place = place

    def texts(self, text: str) -> Iterator[str]:
        """The ways to write *text*, which has no byte order mark, with the finding, best first."""
        if is_json_object(text):
            yield with_finding_in_json(text, self._name, self._finding, self._place)
        else:
            yield from self._texts_in_yaml(text)

    def _texts_in_yaml(self, text: str) -> Iterator[str]:
        lines = text.split("\n")
        ending = "\r" if lines[0].endswith("\r") else ""
        for written in _written([line.removesuffix("\r") for line in lines], self):
            yield "\n".join(lines[line] if isinstance(line, int) else line + ending for line in written)

    def add_to(self, content: Any) -> Any:
        """*content* with the finding added in place; ruamel.yaml's own mappings and lists stay."""
        is_commented = isinstance(content, CommentedMap)
        added: Any = _flow(self._finding) if is_commented else self._finding
        holder = content
        for part in self._place:
            holder = holder[part]
        if "findings" not in holder:
            findings: Any = CommentedMap() if is_commented else {}
            last = next((key for key in ("warrants", "offences") if key in holder), None)
            if is_commented and last is not None:
                holder.insert(list(holder).index(last), "findings", findings)
            else:
                holder["findings"] = findings
        findings = holder["findings"]
        before = findings.get(self._name)
        if before is None:
            findings[self._name] = added
        elif isinstance(before, list):
            before.append(added)
        else:
            findings[self._name] = _together(before, added) if is_commented else [before, added]
        return content


def _flow(content: Any) -> Any:
    """*content* ready to write on one line."""
    if isinstance(content, dict):
        line = CommentedMap({key: _flow(value) for key, value in content.items()})
        line.fa.set_flow_style()
        return line
    return content


def _together(before: Any, added: Any) -> CommentedSeq:
    """A list of both, on one line if *before* was."""
    both = CommentedSeq([before, added])
    if not isinstance(before, CommentedMap) or before.fa.flow_style():
        both.fa.set_flow_style()
    return both


def _written(bare: Sequence[str], addition: _Addition) -> Iterator[list[int | str]]:
    """The ways to write the file with *addition*, best first: each line is new, or the number of one that
    stays.
    """
    text = "\n".join(bare)
    try:
        loaded, added = _yaml().load(text), addition.add_to(_yaml().load(text))
    except (YAMLError, ValueError, LookupError):  # stricter about tabs and tags than the loader of case files
        return
    for indent, plain in _nearest_first(loaded, bare):
        with_it = _dumped(added, indent)
        yield merged_lines(plain, bare, raised_lines(plain, with_it))
        yield merged_lines(plain, bare, with_it)


def _nearest_first(loaded: Any, bare: Sequence[str]) -> Iterator[tuple[tuple[int, int, int], list[str]]]:
    """Each indent with the lines that it makes of *loaded*, the one that repeats the most lines first.

    The others are not tried before one that repeats every line is refused.
    """
    plains: dict[tuple[int, int, int], list[str]] = {}
    exact = None
    for indent in _INDENTS:
        plains[indent] = _dumped(loaded, indent)
        if exact is None and plains[indent] == list(bare):
            exact = indent
            yield indent, plains[indent]
    yield from sorted(
        ((indent, plain) for indent, plain in plains.items() if indent != exact),
        key=lambda each: -len(matched_lines(each[1], bare)),
    )


def _yaml() -> YAML:
    yaml = YAML()
    yaml.Resolver = _AllText
    yaml.preserve_quotes = True
    yaml.width = _UNBROKEN
    return yaml


def _dumped(content: Any, indent: tuple[int, int, int]) -> list[str]:
    yaml, stream = _yaml(), io.StringIO()
    yaml.indent(*indent)
    yaml.dump(content, stream)
    return stream.getvalue().split("\n")


def _says(text: str, path: str, expected: Any) -> bool:
    try:
        return bool(source.parse(path, text).content == expected)
    except SourceError:
        return False
