"""Every citation of a note on the law, opened: the note is in docs/law, and what it names is there."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = next(folder for folder in Path(__file__).parents if (folder / "pyproject.toml").exists())
NOTES = ROOT / "docs/law"
CITING = (
    "tests/**/*.py",
    "tests/*.yaml",
    "tests/cases/**/*.yaml",
    "precedents/*.yaml",
    "rules/**/*.yaml",
    "rules/**/*.md",
    "docs/**/*.md",
)
IN_YAML = re.compile(r"\b([a-z_]+)\.md\b")
IN_PROSE = re.compile(r"(?<![/\w])(?:docs/law/)?(hearing|amendment|fact_patterns|policing|sources)\.md(?!\))")

LABEL = re.compile(
    r"""\b(?:
    (?P<step>[A-Z]\d-\d+[a-c]?)
      (?:\s+step\s+(?P<step_of>\d))?
      (?:\s+ss?\s+(?P<under>\d+[A-Z]*(?:-\d+[A-Z]*)?(?:,\s\d+[A-Z]*)*))?
  | sections?\s+(?P<section>\d+(?:\.\d+)?)(?:\s+and\s+(?P<other>\d+)(?!\.))?
      (?:\s+row\s+(?P<row>\d+)|,\s+note\s+(?P<note>\d+)|,\s+(?P<advice>engine\ advice))?
  | (?<!s\s)(?P<item>\d+(?:\.\d+)?)\s?\((?P<point>\w)\)
  | (?P<number>\d+\.\d+)(?!\.?\d)
      (?:\s+steps?\s+(?P<steps>\d(?:\sand\s\d)*)|\s+box\s+(?P<box>\d(?:\.\d[ab]?)?))?
  | (?P<mark>[A-Z]\d+|headline\s\d)
  )(?![\w-])""",
    re.VERBOSE,
)
LEFT_OVER = re.compile(r"\b(?:row|step|section|note|box|headline)s? [\d.]+\w?")
MARK = re.compile(r"\b[FNRVW]\d+\b")
PROVISION = r"\d+[A-Z]*(?:-\d+[A-Z]*)?(?:\(\w+\))*"
ACT = re.compile(rf"\bss?\s({PROVISION}(?:(?:,|\sand)\s{PROVISION})*)")
CASE = re.compile(r"\[\d{4}\] (?:UKSC|UKHL|HCJAC|EWHC) \d+(?: \(Admin\))?|C-\d+/\d+")
NO_NAMES = "Explanatory|Notes|Part|Order|Policing|Crime|Police|Justice|Secretary|State"
NAME = re.compile(rf"\b(?!{NO_NAMES})[A-Z][a-z]{{3,}}\b")


class Block(NamedTuple):
    title: str
    text: str


class Citation(NamedTuple):
    place: str
    note: str
    tail: str


@cache
def blocks(note: str) -> tuple[Block, ...]:
    """Every heading of a note, with all the text under it; the first is the whole note."""
    lines = (NOTES / f"{note}.md").read_text(encoding="utf-8").splitlines()
    headings = [(at, line.index(" ")) for at, line in enumerate(lines) if line.startswith("#")]
    ends = [
        next((later for later, other in headings if later > at and other <= depth), len(lines))
        for at, depth in headings
    ]
    return tuple(
        Block(lines[at].lstrip("# "), "\n".join(lines[at:end]))
        for (at, _), end in zip(headings, ends, strict=True)
    )


def headed(label: str, note: str) -> list[str]:
    opening = re.compile(rf"{re.escape(label)}(?![\w-]|\.\d)")
    return [block.text for block in blocks(note) if opening.match(block.title)]


def headed_within(step: str, section: str, note: str) -> str:
    """The text under a heading of a step, for example "ss 18, 19 …" for 19; empty if there is none."""
    opening = re.compile(rf"ss? (?:.*, )?{section}\b")
    return "".join(block.text for block in blocks(note) if block.text in step and opening.match(block.title))


def marked(label: str, text: str) -> list[str]:
    """The table rows whose first cell has the label, and the items that open with it in bold."""
    literal = re.escape(label)
    rows = re.findall(rf"^\| (?:[^|]*, )?{literal}(?= \||, ).*$", text, re.MULTILINE)
    item = rf"^(?:- )?\*\*{literal}(?![\w(-]|\.\d).*(?:\n +.*)*"
    return rows + re.findall(item, text, re.MULTILINE | re.IGNORECASE)


def opened(note: str, found: re.Match[str]) -> list[str]:
    """The texts that one label opens; an empty text for whatever part of it opens nothing."""
    part = {name: label or "" for name, label in found.groupdict().items()}
    if part["step"]:
        return opened_step(note, part)
    whole = blocks(note)[0].text
    if part["section"]:
        texts = [(headed(part[name], note) or [""])[0] for name in ("section", "other") if part[name]]
        inner = [part["row"], part["note"] and f"note {part['note']}", part["advice"]]
    elif part["number"]:
        texts = (headed(part["number"], note) or marked(part["number"], whole) or [""])[:1]
        inner = [f"step {step}" for step in re.findall(r"\d", part["steps"])]
        inner += [part["box"] and f"box {part['box']}"]
    else:
        texts = marked(part["mark"] or f"{part['item']}({part['point']})", whole) or [""]
        inner = []
    return texts + [text for label in inner if label for text in marked(label, texts[0]) or [""]]


def opened_step(note: str, part: dict[str, str]) -> list[str]:
    step = "".join(headed(part["step"], note))
    if part["step_of"]:
        return marked(f"step {part['step_of']}", step) or [""]
    if part["under"]:
        return [headed_within(step, section, note) for section in part["under"].split(", ")]
    return [step]


def without_brackets(text: str) -> str:
    """The text with its remarks in brackets blanked, but not the points of 14(2) and 8.1 (a)."""
    point = re.compile(r"(\d)\s?\((\w)\)(?:\(\w+\))?")
    kept = point.sub(lambda found: found[0].replace("(", "⟨").replace(")", "⟩"), text)
    while (shorter := re.sub(r"\([^()]*\)", lambda remark: " " * len(remark[0]), kept)) != kept:
        kept = shorter
    return kept.replace("⟨", "(").replace("⟩", ")")


def chunks(tail: str) -> Iterator[tuple[str, list[re.Match[str]], str]]:
    """The parts of a citation, divided by semicolons, that name the note: without remarks, labels, as
    written.

    A later part that does not open with a label is an authority outside the note.
    """
    start = 0
    for bare in without_brackets(tail).split(";"):
        labels = list(LABEL.finditer(bare))
        if start == 0 or (labels and not bare[: labels[0].start()].strip(" (")):
            yield bare, labels, tail[start : start + len(bare)]
        start += len(bare) + 1


def faults(citation: Citation) -> list[str]:
    """What the citation names and its note does not have."""
    note = citation.note
    if not (NOTES / f"{note}.md").exists():
        return [f"there is no docs/law/{note}.md"]
    parts = list(chunks(citation.tail))
    texts = {label[0]: opened(note, label) for _, labels, _ in parts for label in labels}
    if not texts:
        return [f"no label of {note}.md in “{citation.tail.strip()}”"]
    as_written = " ".join(written for _, _, written in parts)
    wrong = [label for label, found in texts.items() if "" in found]
    wrong += [rest for bare, _, _ in parts for rest in LEFT_OVER.findall(LABEL.sub(" ", bare))]
    wrong += [mark for mark in MARK.findall(as_written) if not marked(mark, blocks(note)[0].text)]
    text = "\n".join(text for found in texts.values() for text in found)
    return wrong or [remark for remark in remarked(LABEL.sub(" ", as_written)) if not stands(remark, text)]


def remarked(remarks: str) -> Iterator[str]:
    """The sections, the neutral citations and the names in the remarks of a citation."""
    for numbers in ACT.findall(remarks):
        yield from (f"s {number}" for number in re.split(r", | and ", numbers))
    yield from CASE.findall(remarks)
    yield from NAME.findall(CASE.sub("", remarks))


def stands(remark: str, text: str) -> bool:
    if not remark.startswith("s "):
        return remark.lower() in text.lower()
    return re.search(rf"(?<![\w.]){re.escape(remark[2:])}(?![A-Z\d])", text) is not None


def citations() -> Iterator[Citation]:
    for path in sorted(path for kind in CITING for path in ROOT.glob(kind)):
        if path != Path(__file__):
            yield from cited_in(path)


def cited_in(path: Path) -> Iterator[Citation]:
    in_yaml = path.suffix == ".yaml"
    pattern = IN_YAML if in_yaml else IN_PROSE
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        names = list(pattern.finditer(line))
        for name, following in zip(names, [*names[1:], None], strict=False):
            tail = line[name.end() : following.start() if following else len(line)].rstrip("\"'")
            if not in_yaml:
                tail = re.split(r"[`:;)]|\. ", tail)[0]
            if in_yaml or LABEL.match(tail.lstrip()):
                yield Citation(f"{path.relative_to(ROOT)}:{number}", name[1], tail)


def test_every_citation_of_a_note_opens():
    found = list(citations())
    assert len(found) > 1000
    wrong = [
        f"{citation.place}: {citation.tail.strip()}: {fault}"
        for citation in found
        for fault in faults(citation)
    ]
    assert not wrong, "\n".join(["These citations open nothing:", *wrong])


@pytest.mark.parametrize(
    ("note", "tail"),
    [
        ("hearings", " P1-7"),
        ("hearing", ""),
        ("hearing", " (s 11(5))"),
        ("hearing", " chapter seven"),
        ("hearing", " V99"),
        ("hearing", " P1-11"),
        ("hearing", " P1-8"),
        ("hearing", " P1-7 s 99"),
        ("hearing", " P1-7 ss 18, 19, 99"),
        ("hearing", " P1-6 s 12"),
        ("hearing", " section 99"),
        ("hearing", " 4.9"),
        ("hearing", " 4.1 step 3"),
        ("hearing", " 4.2 steps 3 and 9"),
        ("hearing", " V4 and P9-1"),
        ("amendment", " section 7 row 2, row 3"),
        ("hearing", " P1-4 (s 8B(9): may adjourn)"),
        ("hearing", " P1-4 (s 8B(1)); section 99"),
        ("hearing", " P1-1 (Alexander v France [2017] EWHC 9999 (Admin))"),
        ("hearing", " P1-1 (Nonesuch)"),
        ("amendment", " section 7 row 10 (R2)"),
        ("amendment", " section 7 row 2 (R3)"),
        ("amendment", " section 8 row 2"),
        ("amendment", " section 7, note 12"),
        ("amendment", " 8.4 box 3.9"),
        ("amendment", " 14(9)"),
        ("amendment", " N12"),
        ("amendment", " headline 9"),
        ("fact_patterns", " A12"),
        ("fact_patterns", " A1, W0"),
    ],
)
def test_an_invented_citation_does_not_open(note, tail):
    assert faults(Citation("here", note, tail))


@pytest.mark.parametrize(
    ("note", "tail"),
    [
        ("hearing", " P1-7 s 13 (b) (serious possibility; Fernandez v Singapore [1971] 1 WLR 987)"),
        ("hearing", " P1-3 (s 6: 48 h); Policing and Crime Act 2009, para 374 (s 77)"),
        ("amendment", " section 9, 14(2), N7; section 4 (warning needed)"),
        ("amendment", " 8.4 box 3.1a; section 4 (awareness and warning)"),
    ],
)
def test_a_citation_of_what_is_there_opens(note, tail):
    assert faults(Citation("here", note, tail)) == []
