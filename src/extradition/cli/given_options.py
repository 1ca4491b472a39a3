"""Options as the user gives them: each value once, and a target that is a file or the folder for it."""

from __future__ import annotations

import argparse
from typing import Any

from extradition.cli.argument_values import names_a_folder, read_path


class Once(argparse.Action):
    """An option with one value, which is refused if it is given again: only its last value would count.

    ``given`` in the namespace has the names of these options, so that one with a default is known as given.
    """

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
            if self.option_strings[-1] in getattr(namespace, "given", ()):
                raise argparse.ArgumentError(self, "is given twice; give it once")
            namespace.given = (*getattr(namespace, "given", ()), self.option_strings[-1])
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
