"""The lines of a program that imports the whole library and what each command imports."""

EVERY_COMMAND = """
import sys
from extradition import *
from extradition.cli.commands import COMMANDS, function_of
for each in COMMANDS:
    function_of(each)
"""
