"""Tasks on case files that fail in a worker. A worker imports this module, so it imports no test."""

import os

from extradition import EngineError
from extradition.cli.file_tasks import FileTask


class Ending(FileTask):
    """A task whose process ends in the middle of its work."""

    def of(self, _case):
        os._exit(3)

    def finished(self, value):
        raise NotImplementedError


class Wrong(Ending):
    """A task with a fault in its code."""

    def of(self, _case):
        raise ZeroDivisionError("Mr Smith")


class Failing(Ending):
    """A task whose two readings differ."""

    def of(self, _case):
        raise EngineError("the two readings differ")
