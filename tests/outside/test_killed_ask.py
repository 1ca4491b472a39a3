"""An interview that is killed at any point of its writing loses no answer and spoils no file."""

import json
import subprocess
import sys

import pytest
from strategies import ROOT
from test_ask import HEAD, REST


@pytest.fixture(scope="module")
def left(tmp_path_factory):
    """What each killed interview left, and last one that came to its end."""
    path = tmp_path_factory.mktemp("killed") / "case/case.yaml"
    path.parent.mkdir()
    path.write_text(HEAD + REST, encoding="utf-8")
    command = [sys.executable, str(ROOT / "tests/killed_ask.py"), str(path)]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)  # noqa: S603  our own script


def test_it_is_killed_before_each_call_that_writes_an_answer(left):
    *killed, ended = left
    assert (ended["code"], ended["saved"]) == (0, 2)
    assert {each["code"] for each in killed} == {-9}
    calls = [
        "open",
        "fchmod",
        "write",
        "half",
        "fsync",
        "link",
        "replace",
        "open",
        "fsync",
        "close",
        "unlink",
    ]
    assert [each["before"] for each in killed] == calls * 2


def test_the_file_is_whole_and_has_every_answer_that_was_reported_as_written(left):
    whole = list(dict.fromkeys(each["content"] for each in left))
    assert len(whole) == 3
    assert whole[0] == HEAD + REST
    for each in left:
        answers = whole.index(each["content"])
        assert each["saved"] <= answers <= each["saved"] + 1
    replaced = [whole.index(each["content"]) for each in left]
    assert replaced == sorted(replaced)


def test_nothing_is_left_but_a_hidden_file_between_the_two_calls_that_name_it(left):
    for each in left:
        assert len(each["others"]) == (each["before"] == "replace")
        assert all(name.startswith(".extradition-") for name in each["others"])


def test_the_next_write_removes_what_was_left(left):
    assert [each["later"] for each in left] == [[]] * len(left)
