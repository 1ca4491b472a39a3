"""The command line; the only place that prints or exits."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from extradition.cli.arguments import parser
from extradition.cli.files import refuse_to_overwrite
from extradition.source import EngineError, MissingExtraError, SourceError, UnknownLawError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code (see ``arguments.EXIT_CODES``)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # whatever the locale is
    options = parser().parse_args(arguments)
    try:
        if getattr(options, "out", None) is not None:
            refuse_to_overwrite(options.out, _read(options))
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


def _read(options: argparse.Namespace) -> Iterator[Path]:
    """Every path that was typed, but for where to write."""
    for name, value in vars(options).items():
        yield from (each for each in (value if isinstance(value, list) else [value]) if isinstance(each, Path) and name != "out")


def _give_up_stdout() -> None:
    """Point standard output at nothing, so that Python does not try it again at exit."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
