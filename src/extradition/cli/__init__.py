"""The command line; the only place that prints or exits."""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from extradition.cli.arguments import parser

_ALLOCATIONS = 200_000
"""Objects made between two collections of garbage. A command reads a whole rule book and keeps it: to search that over and over finds nothing."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code (see ``arguments.EXIT_CODES``)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # whatever the locale is
    options = parser().parse_args(arguments)
    gc.set_threshold(_ALLOCATIONS)
    from extradition.cli.commands import COMMANDS  # noqa: PLC0415  neither help nor a refused argument waits for these
    from extradition.cli.files import refuse_to_overwrite  # noqa: PLC0415
    from extradition.source import EngineError, MissingExtraError, SourceError, UnknownLawError  # noqa: PLC0415

    try:
        if getattr(options, "out", None) is not None:
            refuse_to_overwrite(options.out, _read(options))
        code = COMMANDS[options.command](options)
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


def _read(options: argparse.Namespace) -> Iterator[Path]:
    """Every path that was typed, but for where to write."""
    for name, value in vars(options).items():
        yield from (each for each in (value if isinstance(value, list) else [value]) if isinstance(each, Path) and name != "out")


def _give_up_stdout() -> None:
    """Point standard output at nothing, so that Python does not try it again at exit."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
