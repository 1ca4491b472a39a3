"""The command line; the only place that prints or exits."""

from __future__ import annotations

import argparse
import atexit
import contextlib
import gc
import io
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence

from extradition.cli.arguments import parser
from extradition.garbage import collect_seldom


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of the command that *arguments* name (``shared_options.EXIT_CODES``). Runs the command.

    Args:
        arguments: the words after the name of the program; None reads them from the process.

    Raises:
        SystemExit: the arguments cannot be read, the user asked for help, or a signal ended the process.
    """
    with _terminated_in_order():
        return _run(arguments)


@contextlib.contextmanager
def _terminated_in_order() -> Iterator[None]:
    """A block in which a signal that ends the process removes half-written files first.

    An ignored signal stays ignored.
    """

    def end(number: int, _frame: object) -> None:
        sys.exit(128 + number)

    is_main = threading.current_thread() is threading.main_thread()  # Python handles signals only there
    taken = [
        each
        for each in (signal.SIGTERM, signal.SIGHUP)
        if is_main and signal.getsignal(each) == signal.SIG_DFL
    ]
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
            stream.reconfigure(
                encoding="utf-8", errors="backslashreplace"
            )  # the locale may name another encoding
    options = parser().parse_args(arguments)
    collect_seldom()
    # Python would search the rule book for garbage once more as it ends.
    atexit.register(gc.freeze)
    return _exit_code(options)


def _exit_code(options: argparse.Namespace) -> int:
    """The exit code of the command that *options* name. Runs it, and prints the error that ends it."""
    from extradition.cli.commands import function_of  # noqa: PLC0415  help and a refused argument do not need these
    from extradition.cli.refused_targets import refuse_to_overwrite  # noqa: PLC0415
    from extradition.source import EngineError, MissingExtraError, OptionError, SourceError  # noqa: PLC0415

    try:
        if getattr(options, "out", None) is not None:
            refuse_to_overwrite([options.out], options)
        code = function_of(options.command)(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except SourceError as error:
        print(error, file=sys.stderr)
        return 2
    except (OptionError, MissingExtraError, EngineError) as error:
        print(f"extradition: {error}", file=sys.stderr)
        return 3 if isinstance(error, EngineError) else 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _give_up_stdout()
        return 0
    except OSError as error:
        _give_up_stdout()
        print(
            f"extradition: the output cannot be written: {(error.strerror or str(error)).lower()}",
            file=sys.stderr,
        )
        return 2
    return code


def _give_up_stdout() -> None:
    """Point standard output at the null device, so that Python does not write to it again at exit."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
