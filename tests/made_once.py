"""What many tests share and is costly to make, made once in a process: rule books, and laws compiled."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from strategies import ROOT, book_in

from extradition import RuleBook

_FOLDERS = {
    ROOT / folder: folder for folder in ("rules", "rules/international_policing", "tests/books/small")
}
_DECIDED_TABLE = "extradition.policy.cohort.tables.decided_table"
_MOST_COMPILED = 32
_compiled: dict[object, Any] = {}


def reading_once(read: Callable[[Path | str | None], RuleBook]) -> Callable[..., RuleBook]:
    """``RuleBook.load``, with the rule books of the repository read once.

    Each command that runs in the process of its test would read the rule files again, for half a second. A
    command in a process of its own does.
    """

    def load(folder: Path | str | None = None) -> RuleBook:
        name = "rules" if folder is None else _FOLDERS.get(Path(folder))
        return read(folder) if name is None else book_in(name)

    return load


def share_compiled_laws(monkeypatch) -> None:
    """Compile the same laws once for the tables that are decided under them, if polars is there.

    A table whose laws are compiled in another thread has its own: the maker of the columns is for one thread.
    """
    module = sys.modules.get(_DECIDED_TABLE)
    if module is None:
        return
    make = module.CompiledLaws

    def compiled(rule_book, part, laws, *, starts, lists):
        if threading.current_thread() is not threading.main_thread():
            return make(rule_book, part, laws, starts=starts, lists=lists)
        key = (rule_book, part, *laws.items(), *(starts or {}).items(), *lists)
        if key not in _compiled:
            if len(_compiled) >= _MOST_COMPILED:
                _compiled.clear()
            _compiled[key] = make(rule_book, part, laws, starts=starts, lists=lists)
        return _compiled[key]

    monkeypatch.setattr(module, "CompiledLaws", compiled)
