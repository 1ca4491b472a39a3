"""The command line; the only place that prints or exits."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from extradition.cli.arguments import parser
from extradition.rule_book import UnknownLawError
from extradition.source import EngineError, MissingExtraError, SourceError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code (see ``arguments.EXIT_CODES``)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # whatever the locale is
    options = parser().parse_args(arguments)
    try:
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
