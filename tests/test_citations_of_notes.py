"""Every citation of a note on the law, opened: the note is in docs/law, and the label, section or authority cited is there."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = next(folder for folder in Path(__file__).parents if (folder / "pyproject.toml").exists())
NOTES = ROOT / "docs/law"
IN_YAML = re.compile(r"\b([a-z_]+)\.md\b")
IN_PROSE = re.compile(r"(?<![/\w])(?:docs/law/)?(hearing|amendment|fact_patterns|policing|sources)\.md(?!\))")

LABEL = re.compile(
    r"""\b(?:
    (?P<step>[A-Z]\d-\d+[a-c]?)(?:\s+step\s+(?P<step_of>\d))?(?:\s+ss?\s+(?P<under>\d+[A-Z]*(?:-\d+[A-Z]*)?(?:,\s\d+[A-Z]*)*))?
  | sections?\s+(?P<section>\d+(?:\.\d+)?)(?:\s+and\s+(?P<other>\d+)(?!\.))?
      (?:\s+row\s+(?P<row>\d+)|,\s+note\s+(?P<note>\d+)|,\s+(?P<advice>engine\ advice))?
  | (?<!s\s)(?P<item>\d+(?:\.\d+)?)\s?\((?P<point>\w)\)
  | (?P<number>\d+\.\d+)(?!\.?\d)(?:\s+steps?\s+(?P<steps>\d(?:\sand\s\d)*)|\s+box\s+(?P<box>\d(?:\.\d[ab]?)?))?
  | (?P<mark>[A-Z]\d+|headline\s\d)
  )(?![\w-])""",
    re.VERBOSE,
)
ACT = re.compile(r"\bss?\s(\d+[A-Z]*(?:-\d+[A-Z]*)?(?:\(\w+\))*(?:(?:,|\sand)\s\d+[A-Z]*(?:\(\w+\))*)*)")
MARK = re.compile(r"\b[FNRVW]\d+\b")
LEFT_OVER = re.compile(r"\b(?:row|step|section|note|box|headline)s? [\d.]+\w?")
CASE = re.compile(r"\[\d{4}\] (?:UKSC|UKHL|HCJAC|EWHC) \d+(?: \(Admin\))?|C-\d+/\d+")
NAME = re.compile(r"\b(?!Explanatory|Notes|Part|Order|Policing|Crime|Police|Justice|Secretary|State)[A-Z][a-z]{3,}\b")


class Block(NamedTuple):
    title: str
    text: str


class Citation(NamedTuple):
    place: str
    note: str
    tail: str


@cache
def blocks(note: str) -> tuple[Block, ...]:
    """Every heading of a note, with all the text under it."""
    lines = (NOTES / f"{note}.md").read_text(encoding="utf-8").splitlines()
    depth = [len(line) - len(line.lstrip("#")) if line.startswith("#") else 0 for line in lines]
    ends = [next((later for later in range(at + 1, len(lines)) if 0 < depth[later] <= depth[at]), len(lines)) for at in range(len(lines))]
    return tuple(Block(line.lstrip("# "), "\n".join(lines[at : ends[at]])) for at, line in enumerate(lines) if depth[at] > 0)


def under(title: str, text_of: tuple[Block, ...]) -> list[str]:
    return [block.text for block in text_of if re.match(rf"{re.escape(title)}(?![\w-]|\.\d)", block.title)]


def in_step(section: str, step: str, text_of: tuple[Block, ...]) -> str:
    """The text under a heading of a step, for example "ss 18, 19 earlier extradition" for 19; empty if there is none."""
    return "".join(block.text for block in text_of if block.text in step and re.match(rf"ss? (?:.*, )?{section}\b", block.title))


def marked(label: str, text: str) -> list[str]:
    """The table rows and the list items that open with the label in bold."""
    rows = re.findall(rf"^\| {re.escape(label)}(?= \||, ).*$", text, re.MULTILINE)
    rows += re.findall(rf"^\| [^|]*, {re.escape(label)} \|.*$", text, re.MULTILINE)
    return rows + re.findall(rf"^(?:- )?\*\*{re.escape(label)}(?![\w(-]|\.\d).*(?:\n +.*)*", text, re.MULTILINE | re.IGNORECASE)


def opened(note: str, found: re.Match[str]) -> list[str]:
    """The texts that one label opens; an empty text for whatever part of it opens nothing."""
    part, all_of_it = found.groupdict(), blocks(note)
    whole = all_of_it[0].text
    if part["step"]:
        step = "".join(under(part["step"], all_of_it))
        if part["step_of"]:
            return marked(f"step {part['step_of']}", step) or [""]
        return [in_step(section, step, all_of_it) for section in re.split(r",\s", part["under"])] if part["under"] else [step]
    if part["section"]:
        texts = [(under(number, all_of_it) or [""])[0] for number in (part["section"], part["other"]) if number]
        for label in (part["row"], part["note"] and f"note {part['note']}", part["advice"]):
            texts += (marked(label, texts[0]) or [""]) if label else []
        return texts
    if part["item"]:
        return marked(f"{part['item']}({part['point']})", whole) or [""]
    if part["number"]:
        texts = under(part["number"], all_of_it) or marked(part["number"], whole)
        for label in [f"step {step}" for step in re.findall(r"\d", part["steps"] or "")] + [f"box {part['box']}"] * bool(part["box"]):
            texts += marked(label, "".join(texts)) or [""]
        return texts or [""]
    return marked(part["mark"], whole) or [""]


def without_brackets(text: str) -> str:
    """The text with every remark in brackets blanked, but not the numbers of points, as in 14(2) and 8.1 (a)."""
    kept = re.sub(r"(\d)\s?\((\w)\)(?:\(\w+\))?", lambda point: point[0].replace("(", "⟨").replace(")", "⟩"), text)
    while (shorter := re.sub(r"\([^()]*\)", lambda remark: " " * len(remark[0]), kept)) != kept:
        kept = shorter
    return kept.replace("⟨", "(").replace("⟩", ")")


def faults(citation: Citation) -> list[str]:
    """What the citation names and its note does not have."""
    if not (NOTES / f"{citation.note}.md").exists():
        return [f"there is no docs/law/{citation.note}.md"]
    bare, start, wrong, texts, remarks = without_brackets(citation.tail), 0, [], [], []
    for chunk in bare.split(";"):
        labels = list(LABEL.finditer(chunk))
        if (labels and not chunk[: labels[0].start()].strip(" (")) or start == 0:
            wrong += [label[0] for label in labels if "" in opened(citation.note, label)] + LEFT_OVER.findall(LABEL.sub(" ", chunk))
            texts += [text for label in labels for text in opened(citation.note, label)]
            remarks.append(citation.tail[start : start + len(chunk)])
        start += len(chunk) + 1
    if not texts:
        return [f"no label of {citation.note}.md in “{citation.tail.strip()}”"]
    whole = blocks(citation.note)[0].text
    wrong += [mark for mark in MARK.findall(" ".join(remarks)) if not marked(mark, whole)]
    return wrong or [remark for remark in remarked(LABEL.sub(" ", " ".join(remarks))) if not stands(remark, "\n".join(texts))]


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
    for kind in ("tests/**/*.py", "tests/*.yaml", "tests/cases/**/*.yaml", "rules/**/*.yaml", "rules/**/*.md", "docs/**/*.md"):
        for path in sorted(ROOT.glob(kind)):
            if path != Path(__file__):
                yield from cited_in(path)


def cited_in(path: Path) -> Iterator[Citation]:
    pattern = IN_YAML if path.suffix == ".yaml" else IN_PROSE
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        names = list(pattern.finditer(line))
        for name, following in zip(names, [*names[1:], None], strict=False):
            tail = line[name.end() : following.start() if following else len(line)].rstrip("\"'")
            if path.suffix != ".yaml":
                tail = re.split(r"[`:;)]|\. ", tail)[0]
            if path.suffix == ".yaml" or LABEL.match(tail.lstrip()):
                yield Citation(f"{path.relative_to(ROOT)}:{number}", name[1], tail)


def test_every_citation_of_a_note_opens():
    found = list(citations())
    assert len(found) > 1000
    assert [f"{citation.place}: {fault}" for citation in found for fault in faults(citation)] == []


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
        ("hearing", " P1-7 s 13 (b) (reasonable chance or serious possibility; Fernandez v Singapore [1971] 1 WLR 987)"),
        ("hearing", " P1-3 (s 6: 48 h); Explanatory Notes to the Policing and Crime Act 2009, para 374 (s 77)"),
        ("amendment", " section 9, 14(2), N7; section 4 (warning needed)"),
        ("amendment", " 8.4 box 3.1a; section 4 (awareness and warning)"),
    ],
)
def test_a_citation_of_what_is_there_opens(note, tail):
    assert faults(Citation("here", note, tail)) == []
