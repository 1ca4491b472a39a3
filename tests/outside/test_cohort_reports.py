"""What the reports of a cohort say of their files, their rows, their bounds and their changes."""

import hashlib

import polars as pl
import pytest
from cohort_tables import EXAMPLE, START, csv_of, write_csv
from strategies import BOOK, ROOT

from extradition import CaseFile, RuleBook, cli, region, render
from extradition.hearing.examination import examine
from extradition.policy.cohort.cohort import cohort, counted_cohort, decide_table
from extradition.report.cohort_chart import chart_of_cohort
from extradition.rule_book.version import Version

LAWS = ["merticariu", "as-amended-2026"]
OFFENCE = {"offence": "theft", "hearing": "2025-06-02", "retrial_right": "none"}
TRIAL = {"offence": "theft", "decision": "Trial", "kind": "first_instance", "date": "2018-05-14"}
DEPORTATION = {
    "case": "D1",
    "hearing": "2026-06-11",
    "british_citizen": "no",
    "offence_imprisonable": "yes",
    "days_since_notice": "3",
}


@pytest.fixture(scope="module")
def policing():
    return RuleBook.load(ROOT / "rules/international_policing")


@pytest.fixture
def tables(tmp_path):
    decisions = tmp_path / "dec2.csv"
    decisions.write_text(csv_of([TRIAL]), encoding="utf-8")
    return write_csv(tmp_path / "off.csv", OFFENCE), decisions


def of_file(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_every_format_names_the_table_of_decisions_and_the_hash_of_each_file(tables):
    made = cohort(tables[0], BOOK, LAWS, taken_from=START, decisions=tables[1], by=[])
    assert [(each.holds, each.name, each.sha256) for each in made.files] == [
        ("table", "off.csv", of_file(tables[0])),
        ("decisions", "dec2.csv", of_file(tables[1])),
    ]
    for form in ("md", "html"):
        page = render(made, form)
        assert "The decisions on them are in the table dec2.csv." in page
        assert page.count(of_file(tables[0])) == page.count(of_file(tables[1])) == 1
    assert "Cohort (support): off.csv with the decisions in dec2.csv under 2 laws" in render(made, "html")
    assert "Outcomes of off.csv with the decisions in dec2.csv" in chart_of_cohort(made, "svg").decode()
    sheets = pl.read_excel(render(made, "xlsx"), sheet_id=0)
    assert ("the table of decisions", "dec2.csv") in sheets["Summary"].select("counted", "outcome").rows()
    assert sheets["Appendix"].rows()[:2] == [
        ("Table, off.csv", of_file(tables[0])),
        ("Table of decisions, dec2.csv", of_file(tables[1])),
    ]


def test_a_report_without_a_table_of_decisions_names_none(tables):
    made = cohort(tables[0], BOOK, LAWS, taken_from=START, by=[])
    assert made.decisions is None
    assert "decisions" not in render(made, "md")
    summary = pl.read_excel(render(made, "xlsx"), sheet_name="Summary")
    assert "the table of decisions" not in summary["counted"].to_list()


def test_what_is_no_single_file_has_no_hash_and_the_report_says_so(tmp_path):
    folder = tmp_path / "a.parquet"
    folder.mkdir()
    pl.read_csv(EXAMPLE).write_parquet(folder / "0.parquet")
    path = ROOT / "examples/part_1_conviction/case.yaml"
    of_cases = decide_table([(path, examine(CaseFile.load(path), BOOK))], BOOK, LAWS)
    of_folder = decide_table(folder, BOOK, LAWS, keep=["court"])
    for decided, row in ((of_cases, "Made from case files"), (of_folder, "Table, a.parquet")):
        made = counted_cohort(decided, sample=0)
        assert [each.sha256 for each in made.files] == [None]
        assert f"| {row} | `none, because this is no single file` |" in render(made, "md")


def test_the_rows_of_a_page_are_numbered_as_the_table_and_counted_as_they_are_shown(tmp_path):
    path = write_csv(tmp_path / "a.csv", *({**OFFENCE, "offence": f"o{n}"} for n in range(1, 31)))
    shown = counted_cohort(decide_table(path, BOOK, LAWS, taken_from=START), sample=0, by=[], show=500)
    page = render(shown, "html")
    numbering = "Rows are numbered from 1, without the head of the table and without blank rows."
    assert f"These are all 30 rows. {numbering}" in page
    for heading in ("Rows 1 to 25 of 30", "Rows 26 to 30 of 30"):
        assert f"<summary>{heading}</summary>" in page
    rows = tuple(row.model_copy(update={"number": row.number * 3}) for row in shown.rows.rows)
    chosen = shown.model_copy(update={"rows": shown.rows.model_copy(update={"rows": rows})})
    for heading in ("Rows 1 to 25 of 30, numbered 3 to 75", "Rows 26 to 30 of 30, numbered 78 to 90"):
        assert f"<summary>{heading} in the whole table</summary>" in render(chosen, "html")
    summary = pl.read_excel(render(shown, "xlsx"), sheet_name="Summary")
    stated = "from 1, without the head of the table and without blank rows"
    assert ("rows are numbered", stated) in summary.select("counted", "outcome").rows()


def deported(path, policing, *rows):
    path.write_text(csv_of([{**DEPORTATION, **row} for row in rows]), encoding="utf-8")
    decided = decide_table(path, policing, part="recommendation-for-deportation")
    return counted_cohort(decided, sample=0, by=[])


def test_the_report_says_which_open_rows_the_least_counts(tmp_path, policing):
    settled = {
        "protected_by_withdrawal_agreement": "no",
        "conduct_before_end_of_transition": "no",
        "resident_when_the_act_began": "no",
        "resident_last_five_years": "no",
    }
    made = deported(tmp_path / "a.csv", policing, settled, {"case": "D2", "offence_imprisonable": "no"})
    for law in made.breakdowns[0].cells[0].laws:
        assert (law.end("may_not").count, law.end("may_not").least, law.without_end) == (1, 2, 1)
        assert law.one_way == 1
    said = (
        "The least exceeds the count where cases with no end yet can end in one way alone. These are 1 of 1 "
        "under “Before warrants for all premises” and 1 of 1 under “Today”."
    )
    assert said in render(made, "md")
    page = render(made, "html")
    assert said in page
    beyond = "It can begin beyond the bar, because the least counts cases with no end yet too."
    assert f"A line goes from the least to the most. {beyond}" in page
    summary = pl.read_excel(render(made, "xlsx"), sheet_name="Summary").rows()
    assert ("no end yet, and can end in one way alone: counted in the least", None, 1, 1) in summary
    alone = deported(tmp_path / "b.csv", policing, {"offence_imprisonable": "no"})
    assert alone.breakdowns[0].cells[0].laws[0].one_way == 0
    for form in ("md", "html"):
        assert "The least exceeds" not in render(alone, form)
    assert beyond not in render(alone, "html")
    counted = pl.read_excel(render(alone, "xlsx"), sheet_name="Summary")["counted"].to_list()
    assert not [each for each in counted if "in one way alone" in each]


def test_a_law_that_the_rule_book_does_not_state_is_named_as_the_reason_for_open(policing):
    folder = ROOT / "examples/international_policing/freezing_of_evidence"
    cases = [(path, examine(CaseFile.load(path), policing)) for path in sorted(folder.glob("*.yaml"))]
    made = counted_cohort(decide_table(cases, policing), sample=2)
    assert [law.unstated for law in made.laws] == [2, 0]
    assert [(each.changed, each.closed, each.unstated) for each in made.shifts] == [(2, 2, 2)]
    for form in ("md", "html"):
        page = render(made, form)
        assert "leaves the point to judgment. Or the rule book does not state the law of that day." in page
        assert "In 2 of these, the rule book does not state the law of one of the two days." in page
        assert "The outcome of 2 cases is open. At a question that the hearing asks, the rule book" in page


def test_a_finding_on_the_question_itself_needs_no_law(policing, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("case,hearing,freezing_order_possible\nA,2026-11-16,yes\n", encoding="utf-8")
    made = counted_cohort(decide_table(path, policing, part="freezing-of-evidence"), sample=1)
    assert [law.unstated for law in made.laws] == [0, 0]
    assert "the rule book does not state" not in render(made, "html")


def test_a_region_says_where_the_rule_book_does_not_state_a_law(policing):
    made = region("before-all-premises-warrants", "today", policing, question="CICA 2003 s 10(1)")
    asked = made.questions[0]
    assert (asked.differing, asked.unstated) == (0, asked.total)
    assert {each.before for each in asked.changes} == {"not stated"}
    page = render(made, "md")
    said = "the rule book does not state the law of one of the two days. Nothing is compared there."
    assert f"{said}\n" in page
    assert "not stated by the rule book" in page
    part = next(each for each in made.parts if each.part == "freezing-of-evidence")
    assert [each.provision for each in part.unstated] == ["CICA 2003 s 10(1)"]
    assert "Not stated by the rule book: 1 question" in page
    assert not part.apart
    whole = render(region("before-all-premises-warrants", "today", policing), "md")
    assert "counts so too, as a judgment under that law." in whole


def test_patterns_that_no_law_is_stated_for_are_no_difference_and_the_others_are():
    twice = region("today", "as-amended-2026", BOOK, question="EA 2003 s 20(5)")
    asked = twice.questions[0]
    gone, *others = asked.changes
    half = asked.model_copy(update={"changes": (gone.model_copy(update={"before": "not stated"}), *others)})
    assert half.unstated == gone.patterns
    assert half.differing == asked.differing - gone.patterns > 0
    page = render(twice.model_copy(update={"questions": (half,)}), "md")
    assert f"The laws answer differently in {half.differing:,} patterns." in page


def test_a_version_that_states_no_law_computes_nothing_and_each_that_computes_nothing_says_why(policing):
    for book in (BOOK, policing):
        for provision, question in book.questions.items():
            for version in question.versions:
                is_silent = not (version.is_computed or question.reserved or version.text)
                assert version.unstated == is_silent, (provision, version.id)
    stated = next(each for each in BOOK.questions["EA 2003 s 20(5)"].versions)
    with pytest.raises(ValueError, match=r"a version with unstated: has no conditions and no text:"):
        Version.model_validate({**stated.model_dump(by_alias=True, exclude_none=True), "unstated": True})


def test_a_change_from_or_to_open_is_counted_as_another_outcome_and_the_words_say_so(capsys):
    made = cohort(EXAMPLE, BOOK, keep=["court"], sample=0)
    shifts = [(each.changed, each.closed, each.opened) for each in made.shifts]
    assert shifts == [(2, 0, 1), (0, 0, 0), (2, 0, 1)]
    page = render(made, "md")
    assert "2 of the 8 decided offences have another outcome, open included: 0 from open, 1 to open." in page
    assert "0 of the 8 decided offences have another outcome.\n" in page
    assert "Another outcome can be a change from open or to open." in page
    assert cli.main(["cohort", str(EXAMPLE), "--keep", "court", "--format", "html"]) == 0
    assert "have another outcome, open included: 0 from open, 1 to open." in capsys.readouterr().out
