"""Bad files: each in tests/bad/case/x.yaml beside the exact lines that it must produce."""

import os
from pathlib import Path

import pytest
from strategies import BOOK

from extradition import CaseFile, SourceError, determine
from extradition.source import MOST_BYTES, Document, Fault, Problem, canonical, read

BAD = Path(__file__).parent / "bad/case"


@pytest.mark.parametrize("path", sorted(BAD.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_bad_case_file_says_what_is_wrong_and_where(path, monkeypatch):
    monkeypatch.chdir(BAD)
    with pytest.raises(SourceError) as error:
        determine(CaseFile.load(path.name), BOOK)
    assert f"{error.value}\n" == path.with_suffix(".expected").read_text(encoding="utf-8")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(SourceError, match=r"x.yaml:1:1: cannot be read: no such file or directory$"):
        read(tmp_path / "x.yaml")


def test_a_folder_in_place_of_a_file(tmp_path):
    with pytest.raises(SourceError, match=r":1:1: is not a file$"):
        read(tmp_path)


def test_a_device_in_place_of_a_file():
    with pytest.raises(SourceError, match=r"/dev/zero:1:1: is not a file$"):
        read(Path("/dev/zero"))


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    path = tmp_path / "x.yaml"
    path.write_text("a: b")
    path.chmod(0)
    if os.geteuid() == 0:  # root may read anything: let the system refuse all the same

        def refuse(*_args, **_more):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SourceError, match=r"x.yaml:1:1: cannot be read: permission denied$"):
        read(path)


def test_a_huge_file_is_refused_without_being_read_whole(tmp_path):
    path = tmp_path / "x.yaml"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(SourceError, match=f"x.yaml:1:1: is larger than {MOST_BYTES:,} bytes"):
        read(path)


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbfcase: X\n")
    assert read(path).content == {"case": "X"}


def test_scalars_stay_words():
    document = read(Path(__file__).parents[1] / "examples/merticariu/case.yaml")
    assert document.content["offences"][0]["findings"]["convicted_in_presence"]["answer"] == "no"
    assert document.content["dates"]["hearing"] == "2024-03-06"


def test_a_case_made_in_python_has_places_without_a_file():
    case = CaseFile.model_validate({"case": "X", "part": "1", "territory": "XY", "dates": {}, "offences": [{"id": "o", "case_type": "conviction"}]})
    with pytest.raises(SourceError) as error:
        determine(case, BOOK)
    assert str(error.value).startswith("territory: 'XY' is not in territories.yaml")
    assert error.value.problems[0].position is None


def test_a_problem_without_a_place():
    assert str(Problem(None, "", "is wrong")) == "is wrong"
    assert Document("x.yaml").problem(Fault((), "is wrong")).where == ""


def test_the_canonical_form_does_not_depend_on_order():
    assert canonical({"b": [1, "é"], "a": "x"}) == canonical({"a": "x", "b": [1, "é"]}) == '{"a":"x","b":[1,"é"]}'.encode()
