"""The public face: its names, and the README's examples run as they stand."""

import re
import subprocess
import sys

import pytest
from strategies import ROOT

import extradition

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


@pytest.mark.parametrize("command", re.findall(r"^extradition .*$", README, re.MULTILINE))
def test_the_commands_of_the_readme_run(command, tmp_path):
    command = command.replace("out.html", str(tmp_path / "out.html"))
    done = subprocess.run([sys.executable, "-m", *command.split()], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603  our own README
    assert (done.returncode, done.stderr) == (0, "")
