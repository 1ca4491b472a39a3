"""No text of ``src`` and no template names an office, a rank, a form, a body or a Part: rule books do.

The files below still do, each for a reason; docstrings, and the types made from the rule book, are not read.
"""

import ast
import re

from strategies import ROOT

WORDS = re.compile(
    r"\bParts? [123]\b|\b(Secretary of State|judges?|designated authority|police|constable|prosecutor"
    r"|inspector|superintendent|custody officer|magistrates?"
    r"|National Crime Agency|INTERPOL|Home Office|box D|Europol|requesting authority|requested person)\b",
    re.IGNORECASE,
)
EXCEPTIONS = {
    "src/extradition/casework/anonymity.py": "a particular of the case: its key in a case file",
    "src/extradition/web/form/particulars_fields.py": "a particular of the case: its key in a case file",
    "templates/particulars.j2": "a particular of the case: its key in a case file",
    "templates/words.j2": "a verb: a question is for its decider to judge",
    "templates/words_page.j2": "a particular of the case: its key in a case file, with its label",
}


def texts_of(path):
    """The texts in the module at *path*, without its docstrings; the whole of another file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        return [text]
    nodes = list(ast.walk(ast.parse(text)))
    notes = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    constants = (node for node in nodes if isinstance(node, ast.Constant) and id(node) not in notes)
    return [node.value for node in constants if isinstance(node.value, str)]


def test_only_rule_books_name_offices_ranks_forms_bodies_and_parts():
    paths = [path for path in (ROOT / "src").rglob("*.py") if path.parent.name != "facts"]
    paths += [path for path in (ROOT / "templates").glob("*.*") if path.suffix in (".j2", ".typ", ".js")]
    naming = {path.relative_to(ROOT).as_posix() for path in paths if any(map(WORDS.search, texts_of(path)))}
    assert sorted(naming) == sorted(EXCEPTIONS)
