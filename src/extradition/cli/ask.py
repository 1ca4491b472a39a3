"""The interview at the terminal, line by line. The case file has every answer before the next question."""

from __future__ import annotations

import argparse
import io
import shlex
import shutil
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from extradition.case_file.finding import Finding
from extradition.casework.interview import Enquiry, Interview, statuses
from extradition.cli.case_files import refuse_other_names
from extradition.cli.output import write
from extradition.cli.report_options import folder_of_rules
from extradition.report import render_interview
from extradition.rule_book import RuleBook
from extradition.source import SourceError, refusal, text_at

_NOT_KNOWN = ("?", "not known")
_WIDEST = 110
_TURN = Literal["back", "stop"]
"""The words for no answer: go back, or stop (also at the end of the input)."""
_START = (
    "does not exist; start from the smallest case file in docs/case-file.md, or from an empty case on the "
    "page (extradition serve)"
)


def ask(options: argparse.Namespace) -> int:
    """The exit code of an interview about one case file. Each answer is written into the file at once.

    Args:
        options: the parsed command line: ``case``, ``rules`` and ``engine``.

    Raises:
        SourceError: the case file has a fault, or cannot be written.
    """
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    path: Path = options.case
    refuse_other_names(path)
    _refuse_a_missing_file(path)
    interview = Interview(RuleBook.load(folder_of_rules(options)), str(path), text_at(path), options.engine)
    terminal = _Terminal(interview)
    try:
        terminal.run()
    except KeyboardInterrupt:
        _say("interrupted", path=path)
        raise
    last = terminal.interview
    _say(
        "end",
        determination=last.determination(),
        path=shlex.quote(str(path)),
        sensitivities=last.sensitivities,
    )
    return 0


def _refuse_a_missing_file(path: Path) -> None:
    """Stop with a first step for the user if there is no file at *path*."""
    try:
        path.stat()
    except FileNotFoundError:
        raise refusal(path, _START) from None
    except OSError:
        return  # the reader of the file says what is wrong


class _Terminal:
    """Asks one enquiry after another; ``_last`` is the author and the status of the last answer."""

    def __init__(self, interview: Interview) -> None:
        self.interview = interview
        self._authors = interview.rule_book.authors_in(interview.case_file.part)
        self._last: tuple[str, str] | None = None

    def run(self) -> None:
        _say(
            "beginning",
            path=self.interview.path,
            case=self.interview.case_file,
            left=len(self.interview.to_ask),
        )
        while (enquiry := self.interview.next) is not None:
            _say(
                "enquiry",
                it=enquiry,
                left=len(self.interview.to_ask),
                parties=self.interview.rule_book.parties,
            )
            after = self._after(enquiry)
            if after is None:
                return
            self._go(after)

    def _after(self, enquiry: Enquiry) -> Interview | None:
        """The interview after one step: an answer, one left open, or one back; None to stop."""
        while True:
            typed = _typed("answer")
            if typed == "stop":
                return None
            if typed == "back" and self.interview.before is not None:
                return self.interview.before
            if typed in _NOT_KNOWN:
                return self.interview.left_open(enquiry)
            answer = enquiry.answer(typed)
            if typed == "back" or answer is None:
                _say("nothing_before" if typed == "back" else "no_such_answer", it=enquiry)
                continue
            finding = self._finding(enquiry, answer)
            if finding == "stop":
                return None
            if isinstance(finding, Finding):
                try:
                    return self.interview.answered(enquiry, finding)
                except SourceError as error:
                    _say("refused", problems=error.problems)

    def _go(self, after: Interview) -> None:
        path = Path(after.path)
        if after.text != self.interview.text:
            if text_at(path) != self.interview.text:
                message = "changed while you answered, and was not overwritten; run ask again"
                raise refusal(path, message)
            write(path, after.text)
            _say("saved" if after.before is self.interview else "taken_back", path=path)
        self.interview = after

    def _finding(self, enquiry: Enquiry, answer: str) -> Finding | _TURN:
        """The finding with that *answer*, and the author, status and document that the user types."""
        said = self._said(enquiry)
        if isinstance(said, str):
            return said
        by, status = said
        reasons = _typed("reasons", needed=True) if status == "assumed" else ""
        if reasons in ("back", "stop"):
            return "back" if reasons == "back" else "stop"
        document = _typed("document")
        if document in ("back", "stop"):
            return "back" if document == "back" else "stop"
        whole = {
            "answer": answer,
            "by": by,
            "status": status,
            "source": {"document": document} if document else None,
            "reasons": reasons or None,
        }
        return Finding.model_validate(whole)

    def _said(self, enquiry: Enquiry) -> tuple[str, str] | _TURN:
        if enquiry.matter.kind == "judgment":
            return enquiry.matter.decided_by, "found"
        by = _chosen("author", self._authors, self._last and self._last[0])
        if by in ("back", "stop"):
            return "back" if by == "back" else "stop"
        allowed = statuses(by, self.interview.rule_book)
        same = self._last[1] if self._last and self._last[1] in allowed else None
        status = "found" if self.interview.rule_book.parties.decides(by) else _chosen("status", allowed, same)
        if status in ("back", "stop"):
            return "back" if status == "back" else "stop"
        self._last = (by, status)
        return self._last


def _chosen(of: str, choices: Sequence[str], last: str | None) -> str:
    """One of *choices*, typed by its number or in full (Enter for the *last*); or ``back`` or ``stop``."""
    _say("choices", of=of, choices=choices)
    while True:
        typed = _typed("choice", of=of, last=last)
        if not typed and last:
            return last
        if (
            typed.isascii()
            and typed.isdigit()
            and len(typed) < len(str(2**53))
            and 0 < int(typed) <= len(choices)
        ):
            return choices[int(typed) - 1]
        if typed in (*choices, "back", "stop"):
            return typed
        _say("no_such_choice", of=of, choices=choices)


def _typed(prompt: str, *, needed: bool = False, **words: object) -> str:
    """The next line that the user types, or ``back`` or ``stop``; empty only if it is not *needed*."""
    while True:
        print(render_interview(f"prompt_{prompt}", **words).strip(), end=" ", flush=True)
        line = sys.stdin.readline() if sys.stdin is not None else ""
        if not line.endswith("\n"):  # the end of the input, perhaps in mid-line: half a line is no answer
            print(flush=True)
            return "stop"
        typed = " ".join(line.split())
        if not typed.isprintable():
            _say("unseen")
        elif typed or not needed:
            return {"b": "back", "q": "stop"}.get(typed.lower(), typed)


def _say(part: str, **words: object) -> None:
    for line in ("", *render_interview(part, **words).splitlines()):
        print(_wrapped(line) if sys.stdout.isatty() else line)


def _wrapped(line: str) -> str:
    """*line* broken between words to fit the terminal; later lines are indented like its first word."""
    start = len(line) - len(line.lstrip(" 0123456789?→"))
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    return textwrap.fill(
        line,
        max(width, start + 20),
        subsequent_indent=" " * start,
        break_long_words=False,
        break_on_hyphens=False,
    )
