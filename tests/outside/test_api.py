"""The public face: its names, and the README's examples run as they stand."""

import re
import subprocess
import sys

import pytest
from strategies import ROOT

import extradition

SAYS = {"extradition check --cases tests/cases": "Every version of every question is tried with yes, no and open."}
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_all_is_the_truth():
    assert sorted(extradition.__all__) == extradition.__all__
    assert all(getattr(extradition, name).__doc__ for name in extradition.__all__)


def test_the_python_example_of_the_readme_runs(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(example, "README.md", "exec"), {})  # noqa: S102  that is the test
    told = [line.partition("# ")[2] for line in example.splitlines() if line.startswith("print(") and "# " in line]
    assert told
    assert capsys.readouterr().out.splitlines()[: len(told)] == told


def commands_of(block):
    return re.findall(r"^extradition .*$", block, re.MULTILINE)


@pytest.mark.parametrize(
    "block", [each for each in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) if commands_of(each)], ids=lambda block: commands_of(block)[0]
)
def test_the_commands_of_the_readme_run(block, tmp_path):
    for command in commands_of(block):
        words = [str(tmp_path / word) if word.startswith("out.") else word for word in command.split()]
        done = subprocess.run([sys.executable, "-m", *words], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603  our own README
        assert (done.returncode, done.stderr) == (0, "")
        assert SAYS.get(command, "") in done.stdout


def test_what_a_command_of_the_readme_says_is_asked_of_one_that_is_there():
    assert set(SAYS) <= set(commands_of(README))
