"""The text of a case file: written anew, or with one finding more and every other line as it was; the only importer of ``ruamel.yaml``."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, FoldedScalarString, LiteralScalarString

from extradition import source
from extradition.case_file.case_file import CaseFile
from extradition.case_file.finding import Finding
from extradition.source import Fault, Place, Problem, SourceError

_BOM = "\ufeff"
_UNBROKEN = 2**31
"""A width at which no line is broken."""
_INDENTS = ((2, 4, 2), (2, 2, 0), (4, 4, 2), (4, 4, 0), (4, 2, 0), (4, 6, 4))
"""How far people indent a mapping, what is in a list, and the dash before it; the file shows which."""


def with_finding(text: str, path: str, name: str, finding: Finding, place: Place = ()) -> str:
    """*text*, that of the case file at *path*, with *finding* on *name* at the end of its findings, in the long form.

    It goes to the findings at *place*: those of the case, of one of several warrants, or of an offence. If there is a finding on *name* already, both
    make a list. Lines that do not have to change stay as they are, byte for byte: ruamel.yaml writes the whole file anew with
    the finding and without, and what differs between the two is put into *text*. What comes out is read
    again, and must say what *text* said and the finding, and nothing else.

    Raises:
        SourceError: *text* is not such YAML, or is written so that nothing can be put into it without disturbing the rest.
    """
    mark = _BOM if text.startswith(_BOM) else ""
    lines = text.removeprefix(_BOM).split("\n")
    ending = "\r" if lines[0].endswith("\r") else ""
    bare = [line.removesuffix("\r") for line in lines]
    document = source.parse(path, text)
    wanted = _Addition(name, finding, place)
    expected = wanted.put_into(deepcopy(document.content))
    comments = text.count("#") + finding.model_dump_json().count("#")
    for written in _written(bare, wanted):
        made = mark + "\n".join(lines[line] if isinstance(line, int) else line + ending for line in written)
        if made.count("#") == comments and _says(made, path, expected):
            return made
    raise SourceError(
        [document.problem(Fault((*place, "findings"), f"is written so that {name} cannot be put in without disturbing it; write it in by hand"))]
    )


_WIDEST = 120
_ORDER = ("case", "citation", "part", "territory", "taken_from", "dates", "notes", "id", "title", "case_type", "conduct_date", "warrant")
"""The keys of a case file and of an offence that come first, in this order; then the others, and the offences last."""
_PLAIN = re.compile(r"[A-Za-z0-9(](?:[^\n:#,\[\]{}]*[^\s:#,\[\]{}])?")
_PLAIN_IN_A_BLOCK = re.compile(r"[A-Za-z0-9(](?:[^\n:#]*[^\s:#])?")
_WORDS_APART = re.compile(r"[!-~]+( [!-~]+)+")
_WORD = re.compile(r"[a-z][a-z0-9_]*")
"""Text that is safely itself without quotes: in a mapping of one line, and in a block."""


def written(case_file: CaseFile) -> str:
    """*case_file* as the text of a file, in the order and the manner of one written by hand; what is empty is left out.

    Read again, it says the same: it has the same ``digest``.

    Raises:
        SourceError: it has a character that no file can have (a case that was put together in Python), or cannot be written so.
    """
    content = case_file.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    for width in (_WIDEST, _UNBROKEN):  # where a line is broken between two spaces, one is lost
        stream, yaml = io.StringIO(), _yaml()
        yaml.width = width
        yaml.indent(mapping=2, sequence=4, offset=2)
        yaml.dump(_tidy(content, 0), stream)
        text = stream.getvalue()
        if CaseFile.parse(case_file.case, text).digest == case_file.digest:
            return text
    raise SourceError([Problem(None, "", "cannot be written so that it says the same when it is read again")])


def _tidy(content: Any, depth: int) -> Any:
    """*content* to be written: in one line where that is short, in quotes where it could be misread, a long text folded."""
    if isinstance(content, Mapping):
        line = _in_one_line(content) if depth else None
        if line is not None and len(str(dict(line))) < _WIDEST - 2 * depth:
            return line
        last = [key for key in ("findings", "decided", "warrants", "offences") if key in content]
        first = [key for key in _ORDER if key in content]
        ordered = [*first, *(key for key in content if key not in (*first, *last)), *last]
        return CommentedMap((key, _tidy(_short(content[key]) if key == "findings" else content[key], depth + 1)) for key in ordered)
    if isinstance(content, list):
        listed = CommentedSeq(_tidy(each, depth + 1) for each in content)
        if all(isinstance(each, str) and " " not in each for each in content) and sum(map(len, content)) < _WIDEST - 4 * depth:
            listed = CommentedSeq(_scalar(each, _WORD) for each in content)
            listed.fa.set_flow_style()
        return listed
    if isinstance(content, str) and "\n" in content:
        return LiteralScalarString(content)
    folds = len(str(content)) > _WIDEST - 4 * depth and _WORDS_APART.fullmatch(str(content))
    return FoldedScalarString(content) if folds else _scalar(content, _PLAIN_IN_A_BLOCK)


def _short(findings: Mapping[str, Any]) -> dict[str, Any]:
    """Findings as they are written by hand: one alone without a list, and by its answer if that is all it says."""
    bare = {name: [each["answer"] if len(each) == 1 else each for each in entries] for name, entries in findings.items()}
    return {name: entries[0] if len(entries) == 1 else entries for name, entries in bare.items()}


def _in_one_line(content: Mapping[str, Any]) -> CommentedMap | None:
    """*content* as a mapping in one line; None if it has a list in it, or text of several lines."""
    line = CommentedMap()
    for key, value in content.items():
        broken = isinstance(value, list) or (isinstance(value, str) and "\n" in value)
        inner = _in_one_line(value) if isinstance(value, Mapping) else None if broken else _scalar(value, _PLAIN)
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
        """What a plain scalar may be other than text, by its first letter."""
        return {}


class _Addition:
    """A finding and where it goes; put into plain content, or into what ruamel.yaml has read."""

    def __init__(self, name: str, finding: Finding, place: Place) -> None:
        self._name = name
        self._finding = finding.model_dump(mode="json", exclude_none=True)
        self._place = place

    def put_into(self, content: Any) -> Any:
        """*content* with the finding; ruamel.yaml's own kinds of mapping and list are kept."""
        anew = isinstance(content, CommentedMap)
        said: Any = _flow(self._finding) if anew else self._finding
        holder = content
        for part in self._place:
            holder = holder[part]
        if "findings" not in holder:
            findings: Any = CommentedMap() if anew else {}
            last = next((key for key in ("warrants", "offences") if key in holder), None)
            if anew and last is not None:
                holder.insert(list(holder).index(last), "findings", findings)
            else:
                holder["findings"] = findings
        findings = holder["findings"]
        before = findings.get(self._name)
        if before is None:
            findings[self._name] = said
        elif isinstance(before, list):
            before.append(said)
        else:
            findings[self._name] = _together(before, said) if anew else [before, said]
        return content


def _flow(content: Any) -> Any:
    """*content* to be written in one line."""
    if isinstance(content, dict):
        told = CommentedMap({key: _flow(value) for key, value in content.items()})
        told.fa.set_flow_style()
        return told
    return content


def _together(before: Any, said: Any) -> CommentedSeq:
    """A list of both, in one line if *before* was."""
    both = CommentedSeq([before, said])
    if not isinstance(before, CommentedMap) or before.fa.flow_style():
        both.fa.set_flow_style()
    return both


def _written(bare: Sequence[str], wanted: _Addition) -> Iterator[list[int | str]]:
    """Ways to write the file with the addition: each line new, or the number of one that stays; the best first."""
    text = "\n".join(bare)
    try:
        loaded, added = _yaml().load(text), wanted.put_into(_yaml().load(text))
    except (YAMLError, ValueError, LookupError):  # it is stricter than the loader that reads case files: about tabs, and tags
        return
    plains = {indent: _dumped(loaded, indent) for indent in _INDENTS}
    for indent, plain in sorted(plains.items(), key=lambda each: -len(_matched(each[1], bare))):
        with_it = _dumped(added, indent)
        yield _merged(plain, bare, _raised(plain, with_it))
        yield _merged(plain, bare, with_it)


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


def _raised(plain: Sequence[str], with_it: Sequence[str]) -> list[str]:
    """*with_it*, the lines that it has more than *plain* put before the comments and empty lines above them.

    ruamel.yaml counts a comment to the entry before it, and would put the next entry after a comment on something else.
    """
    more = [span for kind, _, _, *span in _differences(plain, with_it) if kind == "insert"]
    moved = list(with_it)
    for start, end in more:
        block, first = moved[start:end], start
        while first and (not moved[first - 1].strip() or moved[first - 1].lstrip().startswith("#")):
            first -= 1
        moved[first:end] = block + moved[first:start]
    return moved


def _merged(plain: Sequence[str], bare: Sequence[str], after: Sequence[str]) -> list[int | str]:
    """The lines of *bare* by number, with what *after* has otherwise than *plain*: of the three versions, two were changed."""
    in_bare, in_after = _matched(plain, bare), _matched(plain, after)
    both = [line for line in range(len(plain)) if line in in_bare and line in in_after]
    made: list[int | str] = []
    base = mine = theirs = 0
    for line in (*both, None):
        ends = (len(plain), len(bare), len(after)) if line is None else (line, in_bare[line], in_after[line])
        made += _chosen(plain[base : ends[0]], (bare[mine : ends[1]], range(mine, ends[1])), after[theirs : ends[2]])
        if line is not None:
            made.append(ends[1])
        base, mine, theirs = (end + 1 for end in ends)
    return made


def _chosen(plain: Sequence[str], bare: tuple[Sequence[str], Sequence[int]], after: Sequence[str]) -> list[int | str]:
    """Between two lines that all three share: what stands in the file, unless the addition is there."""
    size = len(plain)
    if list(after[:size]) == list(plain):
        return [*bare[1], *after[size:]]
    return list(after)


def _matched(plain: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    return {start + i: first + i for kind, start, end, first, _ in _differences(plain, other) if kind == "equal" for i in range(end - start)}


def _differences(one: Sequence[str], other: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    return list(SequenceMatcher(None, one, other, autojunk=False).get_opcodes())


def _says(text: str, path: str, expected: Any) -> bool:
    try:
        return bool(source.parse(path, text).content == expected)
    except SourceError:
        return False
