"""The cost of a correction: one full stop in a summary changes the rule file, the list of questions and at most one report."""

import shutil

import pytest
from golden import QUESTIONS, ROOT, makers

from extradition import RuleBook

S20_5 = "extradition_act_2003/part_1/section_20/s20_05_entitled_to_retrial.yaml"


@pytest.mark.parametrize(
    ("name", "end", "report"),
    [
        (S20_5, "by the requesting territory is no entitlement", "examples/merticariu/determination.md"),
        ("laws.yaml", "without the Crime and Policing Act 2026", "tests/golden/merticariu-compared.md"),
    ],
)
def test_one_full_stop_in_a_summary_changes_three_files(name, end, report, tmp_path):
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    file = tmp_path / "rules" / name
    text = file.read_text(encoding="utf-8")
    assert text.count(f"{end}.") == 1
    file.write_text(text.replace(f"{end}.", end), encoding="utf-8")
    changed = {path for path, make in makers(RuleBook.load(tmp_path / "rules")).items() if make() != path.read_bytes().decode()}
    assert changed == {QUESTIONS, ROOT / report}
