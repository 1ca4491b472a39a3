"""The benchmarks draw cases that the rule book accepts, and the rules written by hand that they compare with
say what the rule book says.
"""

import importlib
import itertools
import sys

import pytest
from strategies import ROOT

from extradition import CaseFile, RuleBook
from extradition.engine import plain
from extradition.hearing.applicable_versions import choose_all
from extradition.hearing.examination import examine

pytestmark = pytest.mark.no_cover  # the benchmarks reach nothing that the other tests do not reach

FEW = 12


@pytest.fixture
def benchmark(monkeypatch):
    """A function that imports a file of ``benchmarks/``, and leaves no module of that folder behind."""
    folder = ROOT / "benchmarks"
    names = [path.stem for path in folder.glob("*.py")]
    for name in names:
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.syspath_prepend(folder)
    yield importlib.import_module
    for name in names:
        sys.modules.pop(name, None)


def accepted(cases, book):
    """The number of *cases*, each of which the rule book accepts: otherwise examining it raises."""
    return len([examine(case, book) for case in cases])


@pytest.mark.parametrize("part", ["1", "2"])
@pytest.mark.parametrize("kind", ["blindly", "from_example"])
def test_the_whole_hearings_that_are_drawn_are_accepted(benchmark, book, kind, part):
    drawing = benchmark("cases").WholeHearings(book)
    drawn = [getattr(drawing, kind)(part) for _ in range(3 * FEW)]
    assert accepted(drawn, book) == 3 * FEW
    assert {each.part for each in drawn} == {part}
    assert any(each.findings for each in drawn)
    assert any(each.offences[0].findings for each in drawn)


def test_only_a_finding_of_another_type_of_case_is_left_out(benchmark, book):
    case = CaseFile.load(ROOT / "examples/part_1_mixed_offences/case.yaml")
    accused = case.model_copy(update={"offences": case.offences[:1]})
    convicted = case.model_copy(
        update={"offences": tuple(each for each in case.offences if each.case_type == "conviction")}
    )
    left = [benchmark("cases").as_named_there(each, book) for each in (case, accused, convicted)]
    assert left[:2] == [case, accused]
    assert set(case.findings) - set(left[2].findings) == {"convention_compatible_if_accused"}


def test_the_cases_of_the_chain_that_are_drawn_are_accepted(benchmark, book):
    drawing = benchmark("cases").Drawing(book)
    made = [
        draw().file
        for draw in (lambda: drawing.with_chance(0.8), lambda: drawing.with_share(0.5), drawing.favouring_yes)
        for _ in range(FEW)
    ]
    assert accepted(made, book) == 3 * FEW


def test_the_longer_book_is_accepted_and_has_more_versions(benchmark, book, tmp_path):
    cases = benchmark("cases")
    cases.write_longer_book(tmp_path / "longer", 2)
    longer = RuleBook.load(tmp_path / "longer")
    assert len(longer.versions) > len(book.versions)
    assert accepted([cases.merticariu(longer).file], longer) == 1


def test_the_cases_that_an_analysis_is_timed_on_are_accepted(benchmark, book):
    rows = dict(benchmark("sensitivity").rows(book, every=16))
    assert accepted(itertools.chain(*rows.values()), book) > FEW
    undated = [case for name, cases in rows.items() if "no dates" in name for case in cases]
    assert undated
    assert not any(case.dates.days or case.offences[0].conduct_date for case in undated)


def test_the_cases_with_many_offences_are_accepted(benchmark, book):
    offences = benchmark("offences")
    examples = [CaseFile.load(ROOT / f"examples/{name}/case.yaml") for name in offences.EXAMPLES]
    drawn = [draw(each, 3) for each in examples for draw in (offences.repeated, offences.undated)]
    assert accepted(drawn, book) == 2 * len(examples)
    assert {len(each.offences) for each in drawn} == {3}


def test_the_cases_of_a_soak_a_batch_and_many_files_are_accepted(benchmark, book, tmp_path):
    assert accepted(itertools.islice(benchmark("soak").drawn(book), FEW), book) == FEW
    assert accepted(benchmark("batch").drawn(FEW, book), book) == FEW
    assert benchmark("many_files").write_cases(tmp_path, FEW)
    assert accepted(map(CaseFile.load, sorted(tmp_path.iterdir())), book) == FEW


def test_the_whole_hearings_of_a_run_are_accepted(benchmark, book):
    whole = benchmark("whole")
    drawn = whole.drawn_hearings(book, FEW)
    assert [accepted(cases, book) for cases in drawn.values()] == [FEW, FEW]
    examples = whole.worked_examples().values()
    assert accepted(examples, book) == len(examples) > FEW


def test_the_cases_that_a_service_is_sent_are_accepted(benchmark, book):
    sent = benchmark("service").examples()
    assert accepted(map(CaseFile.model_validate, sent), book) == len(sent)


def test_the_table_that_is_drawn_has_no_refused_row(benchmark, book, tmp_path):
    cohort = benchmark("cohort")
    cohort.draw(book, 100, tmp_path / "drawn.parquet")
    counted = cohort.counted_cohort(cohort.decide_table(tmp_path / "drawn.parquet", book, [cohort.LAW]))
    assert (counted.offences, counted.refused) == (100, {})


def test_the_section_20_chain_written_by_hand_for_tables_is_that_of_the_rule_book(benchmark, book, tmp_path):
    cohort = benchmark("cohort")
    cohort.draw(book, 2000, tmp_path / "drawn.parquet")
    for row in (cohort.chain_by_hand, cohort.chain_by_numpy):
        assert row(tmp_path / "drawn.parquet", 2000)["rows"] == 2000


def test_the_section_20_chain_written_by_hand_is_that_of_the_rule_book(benchmark, book):
    cases, by_hand = benchmark("cases"), benchmark("by_hand").by_hand
    drawing, example = cases.Drawing(book), cases.merticariu(book).file
    chosen = choose_all(example, example.offences[0], book, cases.DAY, ())
    for i in range(600):
        known = (drawing.with_chance(0.8) if i % 2 else drawing.favouring_yes()).facts
        answers = {}
        for provision in cases.CHAIN:
            name, found = book.questions[provision].name, plain.read_plainly(chosen[provision].version, known)
            answers[name] = found.answer
            known = known if found.answer == "open" else {**known, name: found.answer}
        assert by_hand(known) == answers
