"""The folders of a rule book: those of its Acts, and within them those of its matters."""

from __future__ import annotations

from pathlib import Path

from extradition.rule_book.book import Book


def files_of_acts(root: Path) -> list[Path]:
    """Every file and folder below the folders of the Acts, in order; not the facts, nor another rule book.

    Args:
        root: the folder of the rule book.
    """
    acts = (each for each in root.glob("*/") if each.name != "facts" and not (each / "book.yaml").exists())
    return [path for act in sorted(acts) for path in act.rglob("*")]


def matter_of_file(path: Path, book: Book) -> str | None:
    """The matter whose folder has the question file at *path*; the innermost folder counts.

    Args:
        path: the file, from the folder of the rule book on: it begins with the folder of the Act.
        book: the book, with the folder of each matter.
    """
    inside = "/".join(path.parts[1:-1]) + "/"
    folders = {part: each.folder for part, each in book.matters.items()}
    found = [(len(folder), part) for part, folder in folders.items() if inside.startswith(f"{folder}/")]
    return max(found)[1] if found else None
