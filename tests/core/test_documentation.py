"""The documentation: arguments that are explained, examples that run, what the documents list."""

import ast
import doctest
import inspect
import re
import tomllib
from collections import Counter
from functools import cache
from importlib import import_module

import pytest
from strategies import BOOK, ROOT

import extradition
from extradition import RuleBook

SOURCE = ROOT / "src/extradition"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if path.name != "__main__.py")
EXPLAINED = ("casework", "policy", "report", "sensitivity", "hearing")
"""The packages in which every public function explains its parameters; a method may leave that to its
class."""
README = (ROOT / "README.md").read_text(encoding="utf-8")


def name_of(path):
    return ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("name", extradition.__all__)
def test_each_name_of_the_package_has_an_example(name):
    documentation = getattr(extradition, name).__doc__
    assert ">>> " in documentation


@pytest.mark.parametrize("name", extradition.__all__)
def test_each_name_of_the_package_explains_what_it_takes_or_holds(name):
    value = getattr(extradition, name)
    if inspect.isclass(value):
        own = "__init__" in vars(value) or hasattr(value, "model_fields")
        assert not own or "Args:\n" in value.__doc__ or "Attributes:\n" in value.__doc__
    else:
        assert "Args:\n" in value.__doc__


def functions_without_arguments_explained(tree):
    """The names of the public functions in *tree* whose docstring has no Args."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and not _is_overload(node):
            parameters = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            if (parameters or node.args.vararg or node.args.kwarg) and "Args:\n" not in (
                ast.get_docstring(node) or ""
            ):
                yield node.name


def _is_overload(node):
    return any(isinstance(each, ast.Name) and each.id == "overload" for each in node.decorator_list)


@pytest.mark.parametrize("package", EXPLAINED)
def test_each_public_function_explains_its_parameters(package):
    paths = sorted((SOURCE / package).rglob("*.py"))
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in paths}
    found = {
        name_of(path): names
        for path, tree in trees.items()
        if (names := [*functions_without_arguments_explained(tree)])
    }
    assert found == {}


def test_an_unexplained_parameter_is_found():
    silent = 'def one(text):\n    """A."""\n\n\ndef two():\n    """B."""\n\n\n'
    silent += 'def three(text):\n    """C.\n\n    Args:\n        text: D.\n    """\n'
    assert [*functions_without_arguments_explained(ast.parse(silent))] == ["one"]


WITH_EXAMPLES = [name_of(path) for path in MODULES if ">>> " in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("module", WITH_EXAMPLES)
def test_the_examples_run(module, monkeypatch):
    read = RuleBook.load
    monkeypatch.setattr(
        RuleBook, "load", lambda folder=None: BOOK if folder is None else read(folder)
    )  # read once for all examples
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testmod(import_module(module), report=False)
    assert tried > 0
    assert failed == 0


def test_a_model_shows_no_python_in_its_schema():
    assert ">>>" in extradition.CaseFile.__doc__
    assert ">>>" not in extradition.CaseFile.model_json_schema()["description"]


def test_the_readme_counts_the_versions_of_the_whole_first_book():
    counted = re.search(
        r"the (\d+) versions of this law, (\d+) rest .*? (\d+) rest on secondary .*? and (\d+) are recalled",
        " ".join(README.split()),
    )
    levels = Counter(version.verified for _, version in BOOK.versions.values())
    assert [int(number) for number in counted.groups()] == [
        levels.total(),
        levels["text seen"],
        levels["secondary"],
        levels["recalled"],
    ]
    assert "The two of the 2026 amendment rest on the government's factsheet alone" in README
    assert levels["factsheet only"] == 2


def test_the_readme_names_each_package_that_make_check_needs():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
    (needed,) = re.findall(r"^NEEDED = (.*)$", makefile, re.MULTILINE)
    (named,) = re.findall(r"`make check` also needs (.*?)\.", " ".join(README.split()))
    assert set(re.findall(r"`(\S+)`", named)) == {each.rpartition(":")[2] for each in needed.split()}


def test_the_readme_has_each_extra_for_users():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    table = README.split("| Extra |")[1].split("\n\n")[0]
    named = re.findall(r"`([a-z]+)`", " ".join(re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)))
    assert sorted(named) == sorted(set(project["optional-dependencies"]) - {"dev", "mutation", "bench"})


TERMS = [
    line.strip("| ").split(" | ")
    for line in (ROOT / "docs/glossary.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith(("| ---", "| term "))
]
IN_THE_CODE = sorted(
    {
        name
        for _, code, *_ in TERMS
        for name in re.findall(r"`((?:[a-z_]+\.)+\w+(?:\.\w+)?|[A-Z]\w+\.\w+)`", code)
    }
)


@cache
def homes():
    """The module of each class, by the name of the class."""
    return {
        node.name: name_of(path).removeprefix("extradition.")
        for path in MODULES
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
    }


def is_in_the_code(name):
    """Whether *name* is a module of the package, a name in one, or a field or method of a class."""
    home, _, last = name.rpartition(".")
    *_, holder = home.split(".")
    if holder in homes():
        owner = getattr(import_module(f"extradition.{homes()[holder]}"), holder)
        fields = {field for base in owner.__mro__ for field in inspect.get_annotations(base)}
        has = hasattr(owner, last) or last in fields or f"self.{last}: " in inspect.getsource(owner)
        return has and (home == holder or is_in_the_code(home))
    modules = {name_of(path).removeprefix("extradition.") for path in MODULES}
    return name in modules or (home in modules and hasattr(import_module(f"extradition.{home}"), last))


@pytest.mark.parametrize("name", IN_THE_CODE)
def test_each_name_of_the_glossary_is_in_the_code(name):
    assert is_in_the_code(name)


@pytest.mark.parametrize(
    "name",
    ["rule_book.matter.Matter", "rule_book.matters", "law_book.Matter", "Fact.excludes", "law.Fact.includes"],
)
def test_a_name_that_is_not_in_the_code_is_found(name):
    assert not is_in_the_code(name)


def test_the_glossary_has_each_term_once_and_the_matter():
    terms = [term for term, *_ in TERMS]
    assert len(terms) == len(set(terms))
    assert "matter" in terms


DECISIONS = sorted((ROOT / "docs/decisions").glob("*.md"))
NUMBERED = {int(path.name[:4]): path for path in DECISIONS}


def test_each_decision_has_a_number_of_its_own_which_its_heading_repeats():
    assert [int(path.name[:4]) for path in DECISIONS] == [*range(1, len(DECISIONS) + 1)]
    headings = [path.read_text(encoding="utf-8").partition(".")[0] for path in DECISIONS]
    assert headings == [f"# {number}" for number in NUMBERED]


def test_each_link_to_a_decision_says_its_number_and_opens():
    link = re.compile(r"\[[Dd]ecision (\d+)\]\(([^)#]+)\)")
    links = [
        (page.name, int(number), (page.parent / target).resolve())
        for page in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
        for number, target in link.findall(page.read_text(encoding="utf-8"))
    ]
    assert len(links) > 10
    assert [each for each in links if NUMBERED.get(each[1]) != each[2]] == []


ARCHITECTURE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")


def test_the_list_of_the_architecture_is_what_import_linter_checks_in_the_same_order():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = (
        each
        for each in project["tool"]["importlinter"]["contracts"]
        if each.get("containers") == ["extradition"]
    )
    floors = {name: floor for floor, names in enumerate(contract["layers"]) for name in names.split(" | ")}
    listed = re.findall(r"^(\w+(?:\.py|/)(?:, \w+\.py)*) ", ARCHITECTURE.split("```")[1], re.MULTILINE)
    names = [name.removesuffix(".py").rstrip("/") for line in listed for name in line.split(", ")]
    assert sorted(names) == sorted(set(floors) - {"__main__"})
    assert names == sorted(names, key=floors.__getitem__)


def test_the_table_of_the_hearing_has_each_of_its_modules():
    table = ARCHITECTURE.split("## The rooms of `hearing/`")[1].split("\n## ")[0]
    cells = re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
    named = [name for cell in cells for name in re.findall(r"`(\w+)`", cell)]
    assert sorted(named) == sorted(
        path.stem for path in (SOURCE / "hearing").glob("*.py") if path.stem != "__init__"
    )
