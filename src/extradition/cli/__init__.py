"""The command line; the only place that prints or exits."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence

from extradition.cli.arguments import parser
from extradition.cli.output import refuse_to_overwrite
from extradition.source import EngineError, MissingExtraError, SourceError, UnknownLawError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code (see ``arguments.EXIT_CODES``).

    Raises:
        SystemExit: the arguments cannot be read, help was asked for, or the process is terminated.
    """
    with _terminated_in_order():
        return _run(arguments)


@contextlib.contextmanager
def _terminated_in_order() -> Iterator[None]:
    """Let a signal that ends the process remove half-written files first; one that is ignored stays ignored."""

    def end(number: int, _frame: object) -> None:
        sys.exit(128 + number)

    is_main = threading.current_thread() is threading.main_thread()  # only there may a signal be taken
    taken = [each for each in (signal.SIGTERM, signal.SIGHUP) if is_main and signal.getsignal(each) == signal.SIG_DFL]
    for each in taken:
        signal.signal(each, end)
    try:
        yield
    finally:
        for each in taken:
            signal.signal(each, signal.SIG_DFL)


def _run(arguments: Sequence[str] | None) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # whatever the locale is
    options = parser().parse_args(arguments)
    try:
        if getattr(options, "out", None) is not None:
            refuse_to_overwrite([options.out], options)
        code: int = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except SourceError as error:
        print(error, file=sys.stderr)
        return 2
    except (UnknownLawError, MissingExtraError, EngineError) as error:
        print(f"extradition: {error}", file=sys.stderr)
        return 3 if isinstance(error, EngineError) else 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _give_up_stdout()
        return 0
    except OSError as error:
        _give_up_stdout()
        print(f"extradition: the output cannot be written: {(error.strerror or str(error)).lower()}", file=sys.stderr)
        return 2
    return code


def _give_up_stdout() -> None:
    """Point standard output at nothing, so that Python does not try it again at exit."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
