"""The merge of a new text into the lines of an old one, of which as many as possible stay."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher


def raised_lines(plain: Sequence[str], with_it: Sequence[str]) -> list[str]:
    """The lines of *with_it*, with those not in *plain* moved above the comments and empty lines before them.

    ruamel.yaml attaches a comment to the entry before it, and would add the next entry below a comment on
    another entry.
    """
    more = [span for kind, _, _, *span in _differences(plain, with_it) if kind == "insert"]
    moved = list(with_it)
    for start, end in more:
        block, first = moved[start:end], start
        while first and (not moved[first - 1].strip() or moved[first - 1].lstrip().startswith("#")):
            first -= 1
        moved[first:end] = block + moved[first:start]
    return moved


def merged_lines(plain: Sequence[str], bare: Sequence[str], after: Sequence[str]) -> list[int | str]:
    """A three-way merge: the lines of *bare* by number, with the changes that lead from *plain* to
    *after*.
    """
    in_bare, in_after = matched_lines(plain, bare), matched_lines(plain, after)
    both = [line for line in range(len(plain)) if line in in_bare and line in in_after]
    made: list[int | str] = []
    base = mine = theirs = 0
    for line in (*both, None):
        ends = (len(plain), len(bare), len(after)) if line is None else (line, in_bare[line], in_after[line])
        made += _chosen(
            plain[base : ends[0]], (bare[mine : ends[1]], range(mine, ends[1])), after[theirs : ends[2]]
        )
        if line is not None:
            made.append(ends[1])
        base, mine, theirs = (end + 1 for end in ends)
    return made


def _chosen(
    plain: Sequence[str], bare: tuple[Sequence[str], Sequence[int]], after: Sequence[str]
) -> list[int | str]:
    """The lines between two lines that all three share: those of the file, unless the addition is there."""
    size = len(plain)
    if list(after[:size]) == list(plain):
        return [*bare[1], *after[size:]]
    return list(after)


def matched_lines(plain: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """The number of the line in *other* that is the same as each line of *plain* that stays."""
    return {
        start + i: first + i
        for kind, start, end, first, _ in _differences(plain, other)
        if kind == "equal"
        for i in range(end - start)
    }


def _differences(one: Sequence[str], other: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    return list(SequenceMatcher(None, one, other, autojunk=False).get_opcodes())
