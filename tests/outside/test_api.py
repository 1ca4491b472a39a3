"""The public face: its names, and the README's examples run as they stand."""

import ast
import re
import subprocess
import sys
from importlib import import_module

import pytest
from strategies import ROOT

import extradition
from extradition.cli import main

pytestmark = pytest.mark.no_cover  # other tests cover all that these reach; coverage takes as long as they do

SAYS = {
    "extradition check --cases tests/cases": "Every version of every question is tried with yes, no and open."
}
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_all_is_the_truth():
    assert sorted(extradition.__all__) == extradition.__all__
    assert all(getattr(extradition, name).__doc__ for name in extradition.__all__)


def test_every_name_is_the_one_of_its_module_and_no_other_is_there():
    named = {
        name: getattr(import_module(f"extradition.{home}"), name)
        for name, home in extradition._MODULES.items()
    }
    assert sorted(named) == extradition.__all__
    assert all(getattr(extradition, name) is value for name, value in named.items())
    assert set(extradition.__all__) <= set(dir(extradition))
    with pytest.raises(AttributeError, match="module 'extradition' has no attribute 'determined'"):
        _ = extradition.determined


def test_a_type_checker_is_shown_the_same_names():
    tree = ast.parse((ROOT / "src/extradition/__init__.py").read_text(encoding="utf-8"))
    block = next(
        each for each in tree.body if isinstance(each, ast.If) and ast.unparse(each.test) == "TYPE_CHECKING"
    )
    shown = {
        name.name: each.module.removeprefix("extradition.") for each in block.body for name in each.names
    }
    assert shown == extradition._MODULES


@pytest.mark.parametrize(
    "line",
    [
        "import extradition",
        "from extradition.cli import main; main(['--help'])",
        "from extradition.cli import main; main(['bad'])",
    ],
)
def test_neither_the_package_nor_help_waits_for_what_a_determination_needs(line):
    heavy = ("pydantic", "yaml", "jinja2", "ruamel", "tqdm", "durable_rules_engine")
    program = (
        f"import atexit, sys; atexit.register(lambda: print([name for name in {heavy} if name in "
        f"sys.modules])); {line}"
    )
    done = subprocess.run(  # noqa: S603  our own line
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.endswith("[]\n"), done.stdout + done.stderr


def test_a_determination_waits_for_nothing_that_only_other_commands_need():
    run = "from extradition.cli import main; main(['determine', 'examples/merticariu/case.yaml'])"
    program = f"import sys; {run}; print([name for name in ('ruamel', 'tqdm') if name in sys.modules])"
    done = subprocess.run(  # noqa: S603  our own line
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.endswith("[]\n")


def test_the_python_example_of_the_readme_runs(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(example, "README.md", "exec"), {})  # noqa: S102  that is the test
    stated = [
        line.partition("# ")[2] for line in example.splitlines() if line.startswith("print(") and "# " in line
    ]
    assert stated
    assert capsys.readouterr().out.splitlines()[: len(stated)] == stated


def commands_of(block):
    return re.findall(r"^extradition .*$", block, re.MULTILINE)


@pytest.mark.parametrize(
    "block",
    [each for each in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) if commands_of(each)],
    ids=lambda block: commands_of(block)[0],
)
def test_the_commands_of_the_readme_run(block, tmp_path, monkeypatch, capfd):
    """The commands in this process; ``test_cli`` and the tests above start processes of their own."""
    monkeypatch.chdir(ROOT)
    for command in commands_of(block):
        words = [str(tmp_path / word) if word.startswith("out.") else word for word in command.split()]
        assert words[0] == "extradition"
        code = main(words[1:])
        stated = capfd.readouterr()
        assert (code, stated.err) == (0, "")
        assert SAYS.get(command, "") in stated.out


def test_what_a_command_of_the_readme_says_is_asked_of_one_that_is_there():
    assert set(SAYS) <= set(commands_of(README))
