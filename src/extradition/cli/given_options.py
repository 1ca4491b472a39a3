"""Options as the user gives them: their names, each value once, and a target that is a file or a folder.

``given`` in the namespace has the names of the options that the user gave. So an option with the value of its
default is known as given too.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from extradition.cli.argument_values import names_a_folder, read_path


class Once(argparse.Action):
    """An option with one value, which is refused if it is given again: only its last value would count."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,  # noqa: ARG002  argparse gives it
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        """Store the value of the option.

        Args:
            parser: the parser of the command.
            namespace: the options as far as they are read.
            values: the value as it is read.
            option_string: the name of the option; None for an argument without one.

        Raises:
            argparse.ArgumentError: the option is given again, or its value cannot be stored.
        """
        if option_string is not None:
            if self.option_strings[-1] in _given(namespace):
                raise argparse.ArgumentError(self, "is given twice; give it once")
            _note(self, namespace)
        self.store(namespace, values)

    def store(self, namespace: argparse.Namespace, values: Any) -> None:
        """Store *values* in *namespace*.

        Args:
            namespace: the options as far as they are read.
            values: the value as it is read.
        """
        setattr(namespace, self.dest, values)


class Target(Once):
    """An option that names the file of a report; with a slash at its end it names the folder for it.

    ``into_folder`` in the namespace says which: a path has no slash at its end any more.
    """

    def store(self, namespace: argparse.Namespace, values: Any) -> None:
        """Store the path, and whether it is that of a folder.

        Args:
            namespace: the options as far as they are read.
            values: the text of the path.

        Raises:
            argparse.ArgumentError: the path is empty.
        """
        try:
            path = read_path(values)
        except argparse.ArgumentTypeError as error:
            raise argparse.ArgumentError(self, str(error)) from None
        namespace.into_folder = names_a_folder(values)
        super().store(namespace, path)


class Several(argparse.Action):
    """An option that adds its value, or its values, to those already given."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,  # noqa: ARG002  argparse gives it
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,  # noqa: ARG002  as above
    ) -> None:
        """Add the values of the option.

        Args:
            parser: the parser of the command.
            namespace: the options as far as they are read.
            values: the value, or a list of values.
            option_string: the name of the option.
        """
        _note(self, namespace)
        more = values if isinstance(values, list) else [values]
        setattr(namespace, self.dest, [*(getattr(namespace, self.dest) or ()), *more])


class Flag(argparse.Action):
    """An option without a value. Given twice, it says the same.

    Args:
        option_strings: the names of the option.
        dest: its key in the namespace.
        options: what else argparse knows of it, such as its help.
    """

    def __init__(self, option_strings: Sequence[str], dest: str, **options: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, default=False, **options)

    def __call__(
        self,
        parser: argparse.ArgumentParser,  # noqa: ARG002  argparse gives it
        namespace: argparse.Namespace,
        values: object,  # noqa: ARG002  as above
        option_string: str | None = None,  # noqa: ARG002  as above
    ) -> None:
        """Store that the option is given.

        Args:
            parser: the parser of the command.
            namespace: the options as far as they are read.
            values: none.
            option_string: the name of the option.
        """
        _note(self, namespace)
        setattr(namespace, self.dest, True)


def _given(namespace: argparse.Namespace) -> tuple[str, ...]:
    return getattr(namespace, "given", ())


def _note(option: argparse.Action, namespace: argparse.Namespace) -> None:
    """Add the name of *option* to those of the options that are given."""
    namespace.given = (*_given(namespace), option.option_strings[-1])
