"""The house style, as far as a machine can read it: words, names, sizes, one name for one thing."""

import ast
import inspect
import itertools
import re
from collections import defaultdict

import pytest
import yaml
from strategies import ROOT

pytestmark = pytest.mark.no_cover  # other tests cover all that these reach; coverage takes as long as they do

SOURCES = sorted((ROOT / "src").rglob("*.py"))
MADE = ROOT / "src/extradition/facts"
"""Modules made from the rule book; their words and codes are those of its files."""
WRITTEN = [path for path in SOURCES if path.parent != MADE]
PROSE = [
    *WRITTEN,
    *sorted((ROOT / "benchmarks").glob("*.py")),
    *(
        path for path in sorted((ROOT / "tests").rglob("*.py")) if path.name != "test_house.py"
    ),  # it has the list of the words
    *sorted((ROOT / "templates").glob("*.j2")),
    *sorted((ROOT / "rules").rglob("*.yaml")),
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "rules").glob("*.md")),
    *sorted((ROOT / "templates").glob("*.md")),
    *sorted((ROOT / "benchmarks").glob("*.md")),
]
FORBIDDEN = re.compile(
    (
        r"\b(told|come out|comes out|came out|coming out|heeded|mend|mends|mended|wanting|beside|for want "
        r"of|save that|anew|whoever|somebody|nobody)\b"
    ),
    re.IGNORECASE,
)
"""Words of a dialect that a reader of today has to read twice (docs/glossary.md has the plain ones)."""
FORBIDDEN_IN_NAMES = {
    "told",
    "tell",
    "tells",
    "put",
    "puts",
    "wanting",
    "met",
    "views",
    "view",
    "standing",
    "standings",
    "signs",
    "account",
    "heeded",
    "beside",
}
_ACT = re.compile(r"^( *)words: \|-\n(?:\1 .*\n)+", re.MULTILINE)
"""The words of an Act in a rule file: Parliament wrote them."""
_CODES = re.compile(r"^ *(- )?[a-z_]+(?=:)|\[[^\]\n]*\]|(?<=- id: )\S+", re.MULTILINE)
"""Keys, lists of answers and ids in a rule file: permanent codes, which case files and determinations use."""
MOST_LINES = 300


def lines_with_forbidden_words(text):
    return [
        f"{number}: {line.strip()}"
        for number, line in enumerate(text.splitlines(), 1)
        if FORBIDDEN.search(line)
    ]


def prose_in(path):
    text = path.read_text(encoding="utf-8")
    return _CODES.sub("", _ACT.sub("", text)) if path.suffix == ".yaml" else text


def test_prose_is_plain_english():
    lines = {path.relative_to(ROOT): lines_with_forbidden_words(prose_in(path)) for path in PROSE}
    assert {path: found for path, found in lines.items() if found} == {}


def test_the_page_on_sensitivity_has_phrases_and_no_codes():
    text = re.sub(
        r"\[[^]]*\]\([^)]*\)|`[^`]*`", "", (ROOT / "docs/sensitivity.md").read_text(encoding="utf-8")
    )
    assert re.findall(r"\w+_\w+", text) == []


def names_in(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.arg):
            yield node.arg


def words_of(name):
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", name)}


def test_names_are_plain_english():
    names = {(path.relative_to(ROOT), name) for path in WRITTEN for name in names_in(path)}
    assert sorted(each for each in names if words_of(each[1]) & FORBIDDEN_IN_NAMES) == []


def test_names_of_tests_are_plain_english():
    tests = [path for path in (ROOT / "tests").rglob("*.py") if path.name != "test_house.py"]
    sentences = [
        name.replace("_", " ") for path in tests for name in names_in(path) if name.startswith("test_")
    ]
    assert [sentence for sentence in sentences if FORBIDDEN.search(sentence)] == []


def test_the_words_are_recognised():
    assert lines_with_forbidden_words("What it comes out as.") == ["1: What it comes out as."]
    assert lines_with_forbidden_words("The outcome is stated plainly.") == []
    assert words_of("_whatIsTold") == {"what", "is", "told"}


def test_no_module_is_too_long():
    assert [
        path.name for path in SOURCES if len(path.read_text(encoding="utf-8").splitlines()) > MOST_LINES
    ] == []


MOST_LINES_OF_A_FUNCTION = 30
MOST_LINES_OF_A_CLASS = 150
MOST_METHODS = 12
MOST_LEVELS = 3
_REASON = "# Whole: "
"""How the comment above a long function or class begins that says why it is not split."""
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_BLOCKS = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.Match)


def lines_of_code(definition, lines):
    """How many lines of a definition are code: no docstring, no comment, not empty."""
    prose = set()
    for node in ast.walk(definition):
        if isinstance(node, (*_FUNCTIONS, ast.ClassDef)) and ast.get_docstring(node) is not None:
            prose.update(range(node.body[0].lineno, node.body[0].end_lineno + 1))
    numbers = set(range(definition.lineno, definition.end_lineno + 1)) - prose
    return sum(not re.match(r"\s*(#|$)", lines[number - 1]) for number in numbers)


def levels_in(node):
    """How deep the blocks of a function are nested; ``elif`` goes no deeper than its ``if``."""
    children = [
        each for each in ast.iter_child_nodes(node) if not isinstance(each, (*_FUNCTIONS, ast.ClassDef))
    ]
    levels = [levels_in(each) + isinstance(each, _BLOCKS) for each in children]
    if isinstance(node, ast.If) and len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
        levels[-1] -= 1
    return max(levels, default=0)


def is_too_much(definition, lines):
    """Whether a function or a class is longer, or goes deeper, than a reader takes in at once."""
    if isinstance(definition, _FUNCTIONS):
        deep = levels_in(definition) > MOST_LEVELS
        return deep or lines_of_code(definition, lines) > MOST_LINES_OF_A_FUNCTION
    methods = sum(isinstance(node, _FUNCTIONS) for node in definition.body)
    return methods > MOST_METHODS or lines_of_code(definition, lines) > MOST_LINES_OF_A_CLASS


def definitions_in(text):
    """The name of each function and class of a module, whether it is too much, and whether it says why."""
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
            first = min(each.lineno for each in (node, *node.decorator_list))
            above = lines[first - 2] if first > 1 else ""
            yield node.name, is_too_much(node, lines), above.lstrip().startswith(_REASON)


def test_what_is_long_or_deep_says_why_and_nothing_else_does():
    found = [
        (path.name, *each) for path in SOURCES for each in definitions_in(path.read_text(encoding="utf-8"))
    ]
    assert len(found) > 2_000
    assert [each for each in found if each[2] != each[3]] == []


def test_what_is_long_or_deep_is_recognised():
    long = "\n".join(["# Whole: a table.", "def f():", '    """It.', '    """', *["    x = 1"] * 30])
    assert list(definitions_in(long)) == [("f", True, True)]
    assert list(definitions_in(long.replace("x = 1", "# x", 1))) == [("f", False, True)]
    methods = "\n".join(f"    def f{n}(self): pass" for n in range(13))
    assert next(definitions_in(f"class A:\n{methods}")) == ("A", True, False)
    deep = ["def f():", " for a in b:", "  while a:", "   with a:", "    if a: pass", "    elif b: pass"]
    assert list(definitions_in("\n".join(deep))) == [("f", True, False)]
    assert list(definitions_in("\n".join([*deep[:4], "    pass"]))) == [("f", False, False)]
    assert levels_in(ast.parse("if a: pass\nelif b: pass\nelse:\n if c: pass\n d()")) == 2


def test_no_two_modules_have_one_name():
    places = defaultdict(list)
    for path in SOURCES:
        if path.stem not in ("__init__", "__main__"):
            places[path.stem].append(path.relative_to(ROOT / "src").as_posix())
    assert {name: paths for name, paths in places.items() if len(paths) > 1} == {}


def test_no_two_public_classes_or_functions_have_one_name():
    places = defaultdict(set)
    for path in SOURCES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].add(path.relative_to(ROOT / "src").as_posix())
    assert {name: paths for name, paths in places.items() if len(paths) > 1} == {}


def test_no_two_closed_sets_have_one_name():
    places = defaultdict(set)
    for path in SOURCES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign) and "Literal[" in ast.unparse(node.value):
                for target in node.targets:
                    if isinstance(target, ast.Name) and not target.id.startswith("_"):
                        places[target.id].add(path.relative_to(ROOT / "src").as_posix())
    assert {"COURT_LEVEL", "OUTCOME_KIND"} < places.keys()
    assert {name: paths for name, paths in places.items() if len(paths) > 1} == {}


def test_no_template_line_is_too_long():
    long = [
        f"{path.name}:{number}"
        for path in sorted((ROOT / "templates").glob("*.j2"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > 160
    ]
    assert long == []


MOST_WORDS = 25


def words_in(sentence):
    return len(re.findall(r"[^\W\d][\w'/-]*", sentence))


def sentences_in(template):
    """The sentences of a template; a value counts as one word, and each way of an ``if`` is apart."""
    text = re.sub(r"\{#.*?#\}|<style\b.*?</style>", "", template, flags=re.DOTALL)
    text = re.sub(r"\{%-? *(elif|else|macro|endmacro|set)\b.*?%\}", "\n\n", text, flags=re.DOTALL)
    text = re.sub(r"\{%.*?%\}", " ", text, flags=re.DOTALL)
    text = re.sub(r"\{\{.*?\}\}", " X ", text, flags=re.DOTALL)
    text = re.sub(r"</?(p|li|t[dhr]|h\d|[uod]l|d[td]|div|section|summary|label|legend)\b[^>]*>", "\n\n", text)
    for paragraph in re.split(r"\n\s*\n", re.sub(r"<[^>]*>", "", text)):
        yield from re.split(r"(?<=[.?!])[*)”]*\s+", " ".join(paragraph.split()))


def test_no_sentence_of_a_template_is_too_long():
    long = [
        (path.name, sentence)
        for path in sorted((ROOT / "templates").glob("*.j2"))
        if path.name != "style.j2"
        for sentence in sentences_in(path.read_text(encoding="utf-8"))
        if words_in(sentence) > MOST_WORDS
    ]
    assert long == []
    assert list(sentences_in("One. {% if a %}Two {{ b }}{% else %}Three.{% endif %}<p>Four?</p>")) == [
        *("One.", "Two X", "Three.", "Four?", "")
    ]


_DOCSTRING = re.compile(r'^ *r?"""(?=\S)(.*?)"""', re.MULTILINE | re.DOTALL)
_APART = re.compile(r"\n\s*\n|\n(?= *>>>)|\n(?= {4}[*\w.]+: | *- )|(?<=:)\n(?= {4})")
"""Between paragraphs; each doctest, entry and item of a list is one."""


def sentences_of(module):
    """The sentences of the docstrings of a module; code counts as one word."""
    for docstring in _DOCSTRING.findall(module):
        prose = re.sub(r"``.+?``", "X", inspect.cleandoc(docstring), flags=re.DOTALL)
        for paragraph in _APART.split(prose):
            if ">>>" not in paragraph and "├" not in paragraph:  # no example, and no drawing of a tree
                yield from re.split(r"(?<=[.?!])\s+(?=[A-Z*])", " ".join(paragraph.split()))


def test_no_sentence_of_a_docstring_is_too_long():
    found = [(path.name, each) for path in WRITTEN for each in sentences_of(path.read_text("utf-8"))]
    assert len(found) > 5_000
    assert [each for each in found if words_in(each[1]) > MOST_WORDS] == []
    module = (
        '"""A ``b c``. *D*.\n\n    Args:\n        a: it\n            is.\n        b: no.\n\n    >>> 1\n"""'
    )
    assert list(sentences_of(module)) == ["A X.", "*D*.", "Args:", "a: it is.", "b: no."]


NOT_OURS = {"text", "cite", "question"}
"""What a rule file quotes, and questions: they keep to the words of the Act, which are seldom short."""


def our_texts(content):
    """Each text of a rule file that is in our own words."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, list):
        yield from itertools.chain.from_iterable(map(our_texts, content))
    elif isinstance(content, dict):
        yield from our_texts([part for key, part in content.items() if key not in NOT_OURS])


def test_no_sentence_of_a_rule_file_is_too_long():
    found = {
        path.relative_to(ROOT).as_posix(): our_texts(yaml.load(path.read_bytes(), yaml.CSafeLoader))
        for path in sorted((ROOT / "rules").rglob("*.yaml"))
    }
    sentences = {
        (path, sentence)
        for path, texts in found.items()
        for text in texts
        for sentence in re.split(r"(?<=[.?!])\s+(?=[A-Z“\"])", text)
    }
    assert len(sentences) > 5_000
    assert [each for each in sorted(sentences) if len(each[1].split()) > MOST_WORDS] == []
