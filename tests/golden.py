"""Write the golden reports anew: `make golden`. Read the difference before you commit it."""

from collections.abc import Iterator
from pathlib import Path

from extradition import CaseFile, RuleBook, analyse, analysed, compare, determine, further_information, render, validate
from extradition.report import render_questions, render_sensitivities

ROOT = Path(__file__).parents[1]
LAWS = ("before-merticariu", "merticariu", "as-amended-2026")


def goldens() -> Iterator[tuple[Path, str]]:
    """Every golden file with what it should hold."""
    book = RuleBook.load(ROOT / "rules")
    small = RuleBook.load(ROOT / "tests/books/small")
    depends = []
    for path in sorted(ROOT.glob("examples/*/case.yaml")):
        case = CaseFile.load(path)
        sensitivities = analyse(case, book)
        depends += [(path.parent.name, each) for each in sensitivities]
        determination = analysed(determine(case, book), sensitivities)
        yield path.with_name("determination.md"), render(determination, "md")
        yield path.with_name("determination.html"), render(determination, "html")
    yield ROOT / "docs/sensitivity.md", render_sensitivities(depends)
    half_complete = further_information(CaseFile.load(ROOT / "examples/half_complete/case.yaml"), book)
    for form in ("md", "html"):
        yield ROOT / f"examples/half_complete/further_information.{form}", render(half_complete, form)
    merticariu = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
    decided = [CaseFile.load(path) for path in sorted(ROOT.glob("tests/cases/decided/*.yaml"))]
    golden = ROOT / "tests/golden"
    yield golden / "merticariu.json", render(determine(merticariu, book), "json")
    for form in ("md", "html"):
        yield golden / f"merticariu-compared.{form}", render(compare(merticariu, book, LAWS), form)
    compared = compare(decided, book, LAWS)
    for form in ("md", "html", "csv"):
        yield golden / f"decided-compared.{form}", render(compared, form)
    yield golden / "decided-validated.md", render(validate(decided, book), "md")
    yield golden / "questions.md", render_questions(book)
    everything = CaseFile.load(golden / "everything.yaml")
    for form in ("md", "html"):
        yield golden / f"reserved.{form}", render(determine(CaseFile.load(golden / "reserved.yaml"), small), form)
        yield golden / f"everything-further-information.{form}", render(further_information(everything, small), form)
        yield golden / f"everything.{form}", render(determine(everything, small, as_at=small.laws["new"].as_at), form)


if __name__ == "__main__":
    for path, text in goldens():
        path.write_bytes(text.encode())  # as it is: a CSV ends its lines in its own way
