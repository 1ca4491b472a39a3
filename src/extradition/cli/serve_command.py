"""The command that serves the page and the service: its options, and the function that runs it."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from extradition.cli.argument_values import read_header, read_host, read_jobs, read_path, read_port
from extradition.cli.shared_options import add_engine

if TYPE_CHECKING:
    from extradition.rule_book import RuleBook
    from extradition.web.audit.recording import Audit
    from extradition.web.open_telemetry import OpenTelemetry

SERVES = (
    "Serve the page and the service over HTTP until interrupted. It keeps nothing but the tables of the "
    "explorer, for a while, unless --audit asks for a record. It has neither authentication nor TLS."
)


def add_serve_options(added: argparse.ArgumentParser) -> None:
    """Add the options of the command to its parser.

    Args:
        added: the parser of the command.
    """
    _add_address(added)
    _add_records(added)
    _add_work(added)
    add_engine(added)


def _add_address(added: argparse.ArgumentParser) -> None:
    """Add the options that say where the service listens, and under which names."""
    added.add_argument(
        "--host",
        default="127.0.0.1",
        help="the address to listen on (127.0.0.1: only this machine can reach it)",
    )
    added.add_argument(
        "--port", type=read_port, default=8000, help="the port to listen on (8000); 0 for any that is free"
    )
    names = "a name by which requests may address the service, besides localhost, 127.0.0.1 and [::1]"
    added.add_argument(
        "--allow-host",
        action="append",
        default=[],
        type=read_host,
        metavar="NAME",
        help=f"{names}; may be given again",
    )


def _add_records(added: argparse.ArgumentParser) -> None:
    """Add the options that say what is recorded of a request."""
    added.add_argument(
        "--audit",
        metavar="FILE_OR_URL",
        help=(
            "record who asked and when, and hashes of what was asked and answered, with nothing of the case: "
            "in this SQLite file, or in PostgreSQL (postgresql://...). An answer that cannot be recorded is "
            "withheld"
        ),
    )
    added.add_argument(
        "--trust-header",
        type=read_header,
        metavar="NAME",
        help=(
            "with --audit: the header in which the reverse proxy names the user; without it, no name is "
            "recorded"
        ),
    )
    added.add_argument(
        "--telemetry",
        action="store_true",
        help=(
            "send the route, status and time of each request to OpenTelemetry, with nothing of the case "
            "(OTEL_EXPORTER_OTLP_ENDPOINT names the collector)"
        ),
    )


def _add_work(added: argparse.ArgumentParser) -> None:
    """Add the options that say what works on requests, and which tables it may read."""
    added.add_argument(
        "--workers",
        type=read_jobs,
        default="auto",
        metavar="N",
        help=(
            "the number of processes that work on requests; auto, and the default, is one for each core. A "
            "process that takes too long for a request is stopped"
        ),
    )
    added.add_argument(
        "--jobs",
        type=read_jobs,
        metavar="N",
        help="the number of processes that work on batches; auto, and the default, is one for each core",
    )
    added.add_argument(
        "--tables",
        type=read_path,
        metavar="FOLDER",
        help="a folder with tables of offences that users of the explorer may name; no other file is read",
    )


def run_serve(options: argparse.Namespace) -> int:
    """Serve determinations over HTTP until interrupted."""
    from extradition import web  # noqa: PLC0415  the plain install lacks its packages
    from extradition.cli.report_options import folder_of_rules  # noqa: PLC0415
    from extradition.report import render_service  # noqa: PLC0415  help does not need these
    from extradition.rule_book import RuleBook  # noqa: PLC0415

    book = RuleBook.load(folder_of_rules(options))
    with _audit_of(options) as audit, _telemetry_of(options, book) as telemetry:
        app = web.application(
            book,
            engine=options.engine,
            hosts=options.allow_host,
            audit=audit,
            telemetry=telemetry,
            workers=options.workers,
            jobs=options.jobs,
            tables=_tables_of(options),
        )
        if not web.is_own(options.host):
            print(render_service("exposed", host=options.host), end="", file=sys.stderr, flush=True)
        web.serve(
            app,
            options.host,
            options.port,
            lambda address: print(render_service("listening", address=address), end="", flush=True),
        )
    return 0


def _tables_of(options: argparse.Namespace) -> Path | None:
    """The folder with tables that users may name.

    Raises:
        SourceError: there is no such folder.
    """
    from extradition.source import Problem, SourceError  # noqa: PLC0415  help does not need these

    folder: Path | None = options.tables
    if folder is not None and not folder.is_dir():
        raise SourceError([Problem(None, "--tables", f"{folder} is not a folder")])
    return folder


@contextlib.contextmanager
def _audit_of(options: argparse.Namespace) -> Iterator[Audit | None]:
    """A block in which requests are recorded, if that is asked for.

    Raises:
        SourceError: the record cannot be kept there, or a header is trusted for no record.
        MissingExtraError: the packages that keep the record are not installed.
    """
    from extradition.source import Problem, SourceError  # noqa: PLC0415  help does not need these

    if options.audit is None:
        if options.trust_header is not None:
            raise SourceError([Problem(None, "--trust-header", "has no effect without --audit")])
        yield None
        return
    from extradition.web.audit.database import AuditDatabase  # noqa: PLC0415  needs the extra audit
    from extradition.web.audit.recording import Audit  # noqa: PLC0415

    with contextlib.closing(AuditDatabase(options.audit)) as record:
        yield Audit(record, options.trust_header)


@contextlib.contextmanager
def _telemetry_of(options: argparse.Namespace, book: RuleBook) -> Iterator[OpenTelemetry | None]:
    """A block in which requests are measured, if that is asked for.

    Raises:
        MissingExtraError: the packages that send the measurements are not installed.
    """
    if not options.telemetry:
        yield None
        return
    from extradition.hearing import made_by  # noqa: PLC0415  help does not need it
    from extradition.web.open_telemetry import OpenTelemetry  # noqa: PLC0415  needs the extra telemetry

    telemetry = OpenTelemetry(book.digest, made_by().split()[-1])
    try:
        yield telemetry
    finally:
        telemetry.close()
