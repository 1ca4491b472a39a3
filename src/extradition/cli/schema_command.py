"""The command for JSON Schemas and typed case files: its options, and the function that runs it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from extradition.cli.argument_values import read_path, read_schema

PRINTS_SCHEMAS = "JSON Schemas of the files and of the reports; the types of a case file for programs."
LANGUAGES = ("json", "python", "typescript")


def add_schema_options(added: argparse.ArgumentParser) -> None:
    """Add the options of the command to its parser.

    Args:
        added: the parser of the command.
    """
    added.add_argument(
        "name",
        nargs="?",
        type=read_schema,
        metavar="NAME",
        help="the schema; without a name, the list of names",
    )
    added.add_argument(
        "--full",
        action="store_true",
        help="of case: with every fact and question of the rule book and its answers",
    )
    added.add_argument("--part", help="with --full: the facts of that matter of the rule book alone")
    added.add_argument(
        "--as",
        dest="language",
        choices=LANGUAGES,
        default="json",
        help="with --full: as typed Python (needs --out) or TypeScript, for programs that make case files",
    )
    added.add_argument(
        "--out",
        type=read_path,
        metavar="FOLDER",
        help="write every schema (with --full: the one asked for) into this folder",
    )


def run_schema(options: argparse.Namespace) -> int:
    """Write one schema, every schema or their names; or the full schema of a case file, or its types."""
    from extradition.cli.output import deliver, write_into  # noqa: PLC0415  only this command needs these
    from extradition.cli.refused_targets import refuse_to_overwrite  # noqa: PLC0415
    from extradition.report.schemas import SCHEMAS, schema  # noqa: PLC0415

    _examine(options)
    if options.out:
        written = list(_files(options))
        refuse_to_overwrite([options.out / name for name, _ in written], options)
        write_into(options.out, written)
        return 0
    if options.full:
        deliver(dict(_files(options)).popitem()[1], None)
        return 0
    names = "".join(f"{name}\n" for name in sorted(SCHEMAS))
    deliver(schema(options.name) if options.name else names, None)
    return 0


def _examine(options: argparse.Namespace) -> None:
    """Refuse options that would have no effect.

    Raises:
        OptionError: an option needs another one.
    """
    from extradition.source import OptionError  # noqa: PLC0415

    if options.full and options.name != "case":
        raise OptionError("only a case file has a full schema: schema case --full")
    if not options.full and (options.part is not None or options.language != "json"):
        raise OptionError("--part and --as need --full: schema case --full")
    if not options.full and options.name is not None and options.out is not None:
        raise OptionError("--out without --full writes every schema; leave out the name")
    if not options.full and options.out is None and options.rules is not None:
        raise OptionError("--rules needs --full or --out; one schema alone is the same for every rule book")
    if options.part is not None and options.language != "json":
        raise OptionError("the types have every matter; leave out --part")
    if options.language == "python" and options.out is None:
        raise OptionError("the typed Python is several modules, and needs --out FOLDER")


def _files(options: argparse.Namespace) -> Iterator[tuple[str, str]]:
    """The files that the command writes, each with its name."""
    from extradition.cli.report_options import folder_of_rules  # noqa: PLC0415
    from extradition.report.case_schema import FULL_CASE, case_schema_text  # noqa: PLC0415
    from extradition.report.python_types import python_types  # noqa: PLC0415
    from extradition.report.schemas import SCHEMAS, schema  # noqa: PLC0415
    from extradition.report.typescript_types import typescript_types  # noqa: PLC0415
    from extradition.rule_book import RuleBook  # noqa: PLC0415

    book = RuleBook.load(folder_of_rules(options))
    if not options.full:
        yield from ((f"{name}.schema.json", schema(name)) for name in SCHEMAS)
    if options.language == "python":
        yield from python_types(book).items()
    elif options.language == "typescript":
        yield "facts.ts", typescript_types(book)
    else:
        of_part = "" if options.part is None else f"-part-{options.part}"
        yield f"{FULL_CASE}{of_part}.schema.json", case_schema_text(book, options.part)
