"""The clients of the service: the TypeScript compiles, a wrong answer does not, both scripts work."""

import contextlib
import json
import shutil
import subprocess
import sys
import tomllib

import pytest
from published import published_patterns
from served import served
from strategies import BOOK, ROOT

CLIENT = ROOT / "clients/typescript"
SCRIPTS = ROOT / "examples/clients"
EXPECTED = """\
discharge (desk 7)
nothing new
merticariu: discharge
before-merticariu: proceed to s 21
"""


def ran(*command, folder, **more):
    return subprocess.run(  # noqa: S603  our own commands
        command, cwd=folder, capture_output=True, text=True, check=False, **more
    )


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The compiled package as a script finds it, with the script next to it."""
    folder = tmp_path_factory.mktemp("typescript")
    shutil.copytree(CLIENT, folder / "client", ignore=shutil.ignore_patterns("node_modules", "dist"))
    installed = ran("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", folder=folder / "client")
    assert installed.returncode == 0, installed.stderr
    compiled = ran("npm", "run", "build", folder=folder / "client")
    assert compiled.returncode == 0, compiled.stdout
    (folder / "node_modules/@extradition").mkdir(parents=True)
    (folder / "node_modules/@extradition/client").symlink_to(folder / "client", target_is_directory=True)
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    shutil.copy(SCRIPTS / "determine.ts", folder)
    return folder


def compiled(package, text):
    """What the compiler says of a script with that *text*."""
    (package / "determine.ts").write_text(text, encoding="utf-8")
    options = "--target ES2022 --module NodeNext --strict --skipLibCheck --lib ES2022,DOM"
    types = "declare const process: { argv: string[] };\n"
    (package / "node.d.ts").write_text(types, encoding="utf-8")
    return ran(
        "client/node_modules/.bin/tsc", *options.split(), "determine.ts", "node.d.ts", folder=package
    ).stdout


def test_node_compiles_each_pattern_of_the_published_schemas(tmp_path):
    """As ajv does, with the flag u."""
    (tmp_path / "patterns.json").write_text(json.dumps([*published_patterns()]), encoding="utf-8")
    script = "for (const each of require('./patterns.json')) new RegExp(each, 'u')"
    assert ran("node", "--eval", script, folder=tmp_path).stderr == ""


@contextlib.contextmanager
def service():
    with served(BOOK) as server:
        try:
            yield server.address
        finally:
            server.app.state.batches.close()


def test_the_typescript_script_prints_the_outcomes_and_a_wrong_answer_does_not_compile(package):
    text = (SCRIPTS / "determine.ts").read_text(encoding="utf-8")
    wrong = compiled(package, text.replace("if_court_finds_no_deliberate_absence", "maybe"))
    assert "'\"maybe\"' is not assignable" in wrong
    assert compiled(package, text) == ""
    with service() as address:
        done = ran("node", "determine.js", address, folder=package)
    assert (done.stdout, done.stderr) == (EXPECTED, "")


def test_the_python_script_prints_the_outcomes_and_its_types_are_right():
    with service() as address:
        done = ran(sys.executable, "-I", "determine.py", address, folder=SCRIPTS)
    assert (done.stdout, done.stderr) == (EXPECTED, "")
    mypy = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]
    assert (mypy["strict"], "examples/clients" in mypy["files"]) == (True, True)  # `make check` runs mypy
