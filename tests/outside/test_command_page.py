"""The page on the commands, held against the parser of the command line."""

import argparse
import re

import pytest
from strategies import ROOT

from extradition.cli.arguments import parser
from extradition.cli.commands import COMMANDS as FUNCTIONS
from extradition.cli.commands import function_of

pytestmark = pytest.mark.no_cover  # other tests cover all that these reach; coverage takes as long as they do

COMMANDS = next(each.choices for each in parser()._actions if isinstance(each, argparse._SubParsersAction))
ON_COMMANDS = (ROOT / "docs/commands.md").read_text(encoding="utf-8")


def test_the_page_on_commands_names_those_without_a_format_for_programs():
    (named,) = re.findall(r"^Every command has `--format json` but (.*)\. What", ON_COMMANDS, re.MULTILINE)
    with_json = {
        name
        for name, command in COMMANDS.items()
        for each in command._actions
        if each.dest == "format" and "json" in each.choices
    }
    assert set(re.findall(r"`([a-z-]+)`", named)) == set(COMMANDS) - with_json


@pytest.mark.parametrize("name", COMMANDS)
def test_the_page_on_commands_has_each_command_with_its_options(name):
    headings = " ".join(re.findall(r"^## (.*)$", ON_COMMANDS, re.MULTILINE))
    assert re.search(rf"`{name}[` ]", headings)
    options = {option for each in COMMANDS[name]._actions for option in each.option_strings} - {"-h"}
    assert {option for option in options if not re.search(rf"{option}(?![\w-])", ON_COMMANDS)} == set()


def test_each_command_has_a_function_and_each_function_a_command():
    assert set(FUNCTIONS) == set(COMMANDS)
    assert all(callable(function_of(each)) for each in FUNCTIONS)
