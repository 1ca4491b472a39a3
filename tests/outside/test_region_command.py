"""The command that finds where two laws part: its formats, its refusals and its exit codes."""

import io
import json
import zipfile

import pytest
from jsonschema_rs import Draft202012Validator
from strategies import BOOK

from extradition import Region, cli, region, render
from extradition.report.schemas import schema

RETRIAL = ("today", "as-amended-2026", "--question", "EA 2003 s 20(5)")


def run(capsys, *arguments):
    code = cli.main(list(arguments))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_the_command_prints_or_writes_the_report_of_the_library(capsys, tmp_path, form):
    expected = render(region("today", "as-amended-2026", BOOK, question="EA 2003 s 20(5)"), form)
    assert run(capsys, "region", *RETRIAL, "--format", form) == (0, expected, "")
    out = tmp_path / f"region.{form}"
    assert run(capsys, "region", *RETRIAL, "--format", form, "--out", str(out)) == (0, "", "")
    assert out.read_bytes().decode() == expected


def test_the_json_fits_its_schema_and_can_be_read_back(capsys):
    for arguments in (RETRIAL, ("before-merticariu", "as-amended-2026")):
        text = run(capsys, "region", *arguments, "--format", "json")[1]
        Draft202012Validator(json.loads(schema("region"))).validate(json.loads(text))
        assert render(Region.model_validate_json(text), "json") == text


def test_the_report_is_made_for_paper(capsys, tmp_path):
    word, pdf = tmp_path / "region.docx", tmp_path / "region.pdf"
    for path in (word, pdf):
        assert run(capsys, "region", *RETRIAL, "--format", path.suffix[1:], "--out", str(path))[0] == 0
    with zipfile.ZipFile(io.BytesIO(word.read_bytes())) as archive:
        assert "A court there must first find" in archive.read("word/document.xml").decode()
    assert pdf.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("todai", "as-amended-2026"), "'todai' is not a law in laws.yaml; did you mean today?"),
        (("today", "today"), "a region needs two different laws, and both are 'today'"),
        (
            ("today", "merticariu", "--question", "EA 2003 s 20(55)"),
            "EA 2003 s 20(55) is not a question of this rule book; did you mean EA 2003 s 20(5)?",
        ),
        ((*RETRIAL, "--template", "mine.docx"), "--template needs --format docx"),
    ],
)
def test_a_mistake_is_refused_with_the_exit_code_of_bad_input(capsys, arguments, message):
    assert run(capsys, "region", *arguments) == (2, "", f"extradition: {message}\n")


def test_a_limb_is_a_question_too(capsys):
    code, out, _ = run(capsys, "region", "today", "as-amended-2026", "--question", "EA 2003 s 85(8)")
    assert code == 0
    assert "The laws give the same answer in all 81 patterns of 4 facts." in out


def test_one_law_is_not_enough(capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(["region", "today"])
    assert ended.value.code == 2
    assert "LAW" in capsys.readouterr().err
