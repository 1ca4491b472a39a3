"""An interview that is killed before each call that writes: one process for each call, forked from this.

`python tests/killed_ask.py CASE` prints, as JSON, what each of them left: the call, how many answers it
reported as written, the content of the file, and the other files in its folder, then and after the next
write.
"""

import io
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

from extradition import RuleBook, cli
from extradition.cli import half_written, output

_CALLS = ("open", "fchmod", "fsync", "link", "close")
_SAVED = "Written into"
_TYPED = "1\n1\n1\n\n" * 2 + "q\n"
"""Two answers, each with its author and without a document, and the end."""
_NEVER = 0
"""The number of no call."""


class Deadline:
    """Counts the calls that write, and kills this process before the call number *last*."""

    def __init__(self, last: int, marked: Path) -> None:
        self._last = last
        self._marked = marked
        self._calls = 0

    def __call__(self, name: str) -> None:
        """Count the call *name*."""
        self._calls += 1
        if self._calls == self._last:
            self._marked.write_text(name, encoding="utf-8")
            os.kill(os.getpid(), signal.SIGKILL)


class _Os:
    """The module ``os``, each of whose calls that write is counted."""

    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline

    def __getattr__(self, name: str) -> Any:
        call = getattr(os, name)
        return counted(self._deadline, name, call) if name in _CALLS else call

    def fdopen(self, *given: Any) -> Any:
        """A file whose writing is counted, and done in two halves."""
        file = os.fdopen(*given)
        return mock.MagicMock(
            wraps=file,
            __enter__=lambda self: self,
            __exit__=lambda *_: file.close(),
            write=lambda content: self._in_halves(file, content),
        )

    def _in_halves(self, file: Any, content: bytes) -> None:
        for name, half in (("write", content[: len(content) // 2]), ("half", content[len(content) // 2 :])):
            self._deadline(name)
            file.write(half)
            file.flush()


def counted(deadline: Deadline, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
    """*call*, counted as *name*."""

    def counting(*given: Any, **named: Any) -> Any:
        deadline(name)
        return call(*given, **named)

    return counting


def interview(path: Path, book: RuleBook, deadline: Deadline, said: Path) -> int:
    """The exit code of ``ask``, which runs in this process."""
    with (
        said.open("w", encoding="utf-8", buffering=1) as out,
        mock.patch.object(RuleBook, "load", return_value=book),
        mock.patch.object(half_written, "os", _Os(deadline)),
        mock.patch.object(Path, "replace", counted(deadline, "replace", Path.replace)),
        mock.patch.object(Path, "unlink", counted(deadline, "unlink", Path.unlink)),
        mock.patch.multiple(sys, stdin=io.StringIO(_TYPED), stdout=out),
    ):
        return cli.main(["ask", str(path), "--engine", "plain"])


def after_the_next_write(path: Path) -> list[str]:
    """The files in the folder of *path* after another file is written there, without that file and *path*."""
    other = path.with_name("next.md")
    output.write(other, "next")
    other.unlink()
    return [each.name for each in path.parent.iterdir() if each != path]


def main() -> None:
    """Kill an interview before each of its calls, and print what each left."""
    path = Path(sys.argv[1])
    apart = path.parent.with_name("apart")
    apart.mkdir()
    said, marked = apart / "said", apart / "marked"
    book, first = RuleBook.load(), path.read_bytes()
    interview(path, book, Deadline(_NEVER, marked), said)  # so that each child has in memory what this reads
    left = []
    ended = False
    while not ended:
        path.write_bytes(first)
        marked.write_text("", encoding="utf-8")
        child = os.fork()
        if not child:
            os._exit(interview(path, book, Deadline(len(left) + 1, marked), said))
        _, status = os.waitpid(child, 0)
        ended = os.WIFEXITED(status)
        others = [each for each in path.parent.iterdir() if each != path]
        left.append(
            {
                "before": marked.read_text(encoding="utf-8"),
                "saved": said.read_text(encoding="utf-8").count(_SAVED),
                "content": path.read_text(encoding="utf-8"),
                "others": [each.name for each in others],
                "later": after_the_next_write(path),
                "code": os.waitstatus_to_exitcode(status),
            }
        )
    sys.stdout.write(json.dumps(left))


if __name__ == "__main__":
    main()
