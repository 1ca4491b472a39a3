"""Templates are compiled once and kept, as Python keeps its modules."""

import sys

import jinja2
import pytest

from extradition.report import environment


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with a template for two forms, and a part that both include."""
    for name in ("page.html.j2", "page.md.j2"):
        (tmp_path / name).write_text("{% include 'part.j2' %}", encoding="utf-8")
    (tmp_path / "part.j2").write_text("{{ value }}", encoding="utf-8")
    monkeypatch.setattr(environment, "bundled_folder", lambda _: tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    another_run()
    yield tmp_path
    another_run()


def another_run():
    environment._environment.cache_clear()


def kept(folder):
    return sorted(folder.glob("__pycache__/*.jinja"))


def forbid_compiling(monkeypatch):
    def refuse(*_args, **_options):
        raise AssertionError("compiled again")

    monkeypatch.setattr(jinja2.Environment, "compile", refuse)


def test_the_next_run_does_not_compile_again(folder, monkeypatch):
    assert environment.filled("page.html.j2", value="one") == "one\n"
    assert len(kept(folder)) == 2
    another_run()
    forbid_compiling(monkeypatch)
    assert environment.filled("page.html.j2", value="two") == "two\n"


def test_each_form_escapes_in_its_own_way_in_the_next_run_too(folder, monkeypatch):
    def both():
        return [environment.filled(name, value="<b>") for name in ("page.html.j2", "page.md.j2")]

    assert both() == ["&lt;b&gt;\n", "<b>\n"]
    another_run()
    forbid_compiling(monkeypatch)
    assert both() == ["&lt;b&gt;\n", "<b>\n"]


def test_a_changed_template_is_compiled_again(folder):
    environment.filled("page.html.j2", value="one")
    (folder / "part.j2").write_text("not {{ value }}", encoding="utf-8")
    another_run()
    assert environment.filled("page.html.j2", value="one") == "not one\n"


def test_nothing_is_kept_where_python_keeps_no_modules(folder, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    environment.filled("page.html.j2", value="one")
    assert not (folder / "__pycache__").exists()


def test_a_folder_that_cannot_be_written_to_does_no_harm(folder):
    (folder / "__pycache__").write_text("a file", encoding="utf-8")
    assert environment.filled("page.html.j2", value="one") == "one\n"
    assert (folder / "__pycache__").read_text(encoding="utf-8") == "a file"


@pytest.mark.parametrize("length", [0, 10, 40, -4])
def test_what_is_cut_off_is_compiled_again(folder, length):
    environment.filled("page.html.j2", value="one")
    whole = [path.read_bytes() for path in kept(folder)]
    for path in kept(folder):
        path.write_bytes(path.read_bytes()[:length])
    another_run()
    assert environment.filled("page.html.j2", value="two") == "two\n"
    assert [path.read_bytes() for path in kept(folder)] == whole
