"""The cost of a correction: one full stop in a summary changes the rule file, the list of questions and at
most one report.
"""

import shutil

from golden import QUESTIONS, ROOT, makers

from extradition import RuleBook

END = "by the requesting territory is no entitlement"


def test_one_full_stop_in_a_summary_changes_three_files(tmp_path):
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    file = tmp_path / "rules/extradition_act_2003/part_1/section_20/s20_05_entitled_to_retrial.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count(f"{END}.") == 1
    file.write_text(text.replace(f"{END}.", END), encoding="utf-8")
    changed = {
        path
        for path, make in makers(RuleBook.load(tmp_path / "rules")).items()
        if make() != path.read_bytes().decode()
    }
    assert changed == {QUESTIONS, ROOT / "examples/merticariu/determination.md"}
