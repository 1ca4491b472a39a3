"""The commands and the function of each, which takes the parsed command line and returns the exit code."""

from __future__ import annotations

import argparse
import pkgutil
from collections.abc import Callable, Mapping
from typing import cast

COMMANDS: Mapping[str, str] = {
    "determine": "determine_command:run_determine",
    "ask": "ask:ask",
    "in-issue": "in_issue_command:run_in_issue",
    "request": "request_command:run_request",
    "papers": "papers:make_papers",
    "warrant": "warrant_command:run_warrant",
    "notice": "notice_command:run_notice",
    "replay": "replay_command:run_replay",
    "compare": "compare_command:run_compare",
    "cohort": "cohort_command:run_cohort",
    "region": "region_command:run_region",
    "validate": "validate_command:run_validate",
    "check": "check_command:run_check",
    "questions": "questions_command:run_questions",
    "schema": "schema_command:run_schema",
    "serve": "serve_command:run_serve",
}
"""The module and the function of each command, by its name."""


def function_of(command: str) -> Callable[[argparse.Namespace], int]:
    """The function of a command. Its module is imported now: no command needs what another imports.

    Args:
        command: the name of the command.
    """
    found = pkgutil.resolve_name(f"extradition.cli.{COMMANDS[command]}")
    return cast("Callable[[argparse.Namespace], int]", found)
