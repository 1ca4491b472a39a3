"""The golden files: `make golden` writes them; read the difference before you commit it.

A golden file changes when a reader would notice. docs/decisions/0011-golden-files.md says what is masked and
where it is pinned.
"""

import copy
import re
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from factsheet import factsheet
from markupsafe import escape

from extradition import (
    CaseFile,
    RuleBook,
    analyse,
    analysed,
    compare,
    determine,
    further_information,
    paper,
    region,
    render,
    validate,
)
from extradition.casework.papers.kinds import named_papers
from extradition.policy.cohort.cohort import counted_cohort, decide_table
from extradition.policy.comparison import compared_laws
from extradition.report import render_questions, render_sensitivities

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests/golden"
QUESTIONS = GOLDEN / "questions.md"
LAWS = ("before-merticariu", "merticariu", "as-amended-2026")
IN_FULL = (
    "merticariu",
    "part_2_accusation_sent",
)  # the reports for readers of examples/: they share no version of the law
AT_EVERY_DEPTH = ("half_complete", "part_1_accusation_barred", "part_1_mixed_offences")
"""The examples with a page of each depth: one that is open, a discharge, and several offences."""
PAPERS = {
    "half_complete": ("request", "skeleton-requested-person"),
    "part_1_accusation_ordered": ("balance-sheet",),
    "part_1_conviction": (
        "authorities",
        "chronology",
        "facts",
        "opening-note",
        "skeleton-requesting-authority",
    ),
    "points_of_law_appeal": ("decisions",),
}
"""The court papers with a page, by example."""
PAPERS_TO_READ = ("balance-sheet", "chronology", "facts")
"""The court papers for readers of examples/part_1_conviction."""
PACKAGE = f"extradition {version('extradition')}"
PACKAGE_MASK = "extradition (version masked)"
DIGEST_MASK = (
    "digest-is-masked" * 4
)  # as long as a digest, so that a page is laid out as the real one; its first 16 letters as well
Makers = dict[Path, Callable[[], str]]
Masked = Callable[..., RuleBook]
"""The masked copy of one rule book that shows these: ``"versions"``, ``"laws"``. Each copy is made once, when
the first report needs it."""


def masked(rule_book: RuleBook, *, versions: bool = True, laws: bool = True) -> RuleBook:
    """A copy of *rule_book* with masks: its digest, and the summaries of the versions and of the named
    laws.
    """
    copied = copy.deepcopy(rule_book)
    copied.digest = DIGEST_MASK
    for ident, (_, each) in copied.versions.items() if versions else ():
        vars(each)["summary"] = f"(Summary of {ident}.)"
    for name, law in copied.laws.items() if laws else ():
        vars(law)["summary"] = f"(Summary of the law {name}.)"
    return copied


def unmasked(page: str, rule_book: RuleBook) -> str:
    """The golden HTML *page* as a reader gets it: with what the masks stand for in *rule_book*."""
    page = (
        page.replace(DIGEST_MASK, rule_book.digest)
        .replace(DIGEST_MASK[:16], rule_book.digest[:16])
        .replace(PACKAGE_MASK, PACKAGE)
    )
    page = re.sub(
        r"\(Summary of the law ([\w-]+)\.\)", lambda mask: str(escape(rule_book.laws[mask[1]].summary)), page
    )
    return re.sub(
        r"\(Summary of ([\w-]+)\.\)", lambda mask: str(escape(rule_book.versions[mask[1]][1].summary)), page
    )


def makers(rule_book: RuleBook) -> Makers:
    """Each golden file with the function that makes its text from *rule_book*."""

    @cache
    def book(*shown: str) -> RuleBook:
        return masked(rule_book, versions="versions" not in shown, laws="laws" not in shown)

    made = {
        **_of_examples(book),
        **_of_papers(book),
        **_of_comparisons(book),
        **_of_regions(rule_book, book),
        **_of_the_cohort(book),
        **_of_the_small_book(),
    }
    hidden = {path: lambda make=make: make().replace(PACKAGE, PACKAGE_MASK) for path, make in made.items()}
    return {
        **hidden,
        QUESTIONS: lambda: f"{render_questions(rule_book)}\nRule book `{rule_book.digest}`; {PACKAGE}.\n",
    }


def _of_examples(book: Masked) -> Makers:
    """The reports on each example, and what its outcome depends on."""
    names = [path.parent.name for path in sorted(ROOT.glob("examples/*/case.yaml"))]
    case = cache(lambda name: CaseFile.load(ROOT / f"examples/{name}/case.yaml"))
    depends = cache(lambda name: analyse(case(name), book()))
    determined = cache(
        lambda name, in_full: analysed(
            determine(case(name), book("versions") if in_full else book()), depends(name)
        )
    )
    asked = cache(lambda: further_information(case("half_complete"), book()))
    made: Makers = {}
    for name in names:
        in_full = name in IN_FULL
        markdown = ROOT / f"examples/{name}/determination.md" if in_full else GOLDEN / f"examples/{name}.md"
        note = ROOT / f"examples/{name}/note.md" if in_full else GOLDEN / f"examples/{name}-note.md"
        made[markdown] = lambda name=name, in_full=in_full: render(
            determined(name, in_full), "md", depth="full"
        )
        made[note] = lambda name=name: render(
            determined(name, False), "md", laws=compared_laws(case(name), book())
        )
        made[GOLDEN / f"examples/{name}.html"] = lambda name=name: render(
            determined(name, False), "html", depth="full"
        )
    for name in AT_EVERY_DEPTH:
        made[GOLDEN / f"examples/{name}-note.html"] = lambda name=name: render(
            determined(name, False), "html", laws=compared_laws(case(name), book())
        )
        for form in ("md", "html"):
            made[GOLDEN / f"examples/{name}-hearing.{form}"] = lambda name=name, form=form: render(
                determined(name, False), form, depth="hearing"
            )
    made[ROOT / "docs/sensitivity.md"] = lambda: render_sensitivities(
        {f"../examples/{name}/case.yaml": determined(name, False) for name in names}
    )
    made[ROOT / "examples/half_complete/further_information.md"] = lambda: render(asked(), "md")
    made[GOLDEN / "examples/half_complete-further-information.html"] = lambda: render(asked(), "html")
    made[GOLDEN / "merticariu.json"] = lambda: render(determine(case("merticariu"), book()), "json")
    return made


def _of_papers(book: Masked) -> Makers:
    """Court papers on some examples."""

    def made_of(example: str, name: str, form: str, *, in_full: bool = False) -> str:
        case = CaseFile.load(ROOT / f"examples/{example}/case.yaml")
        return render(
            paper(case, book("versions") if in_full else book(), *named_papers(book().parties)[name]), form
        )

    made: Makers = {}
    for example, names in PAPERS.items():
        for name in names:
            made[GOLDEN / f"papers/{example}-{name}.html"] = lambda example=example, name=name: made_of(
                example, name, "html"
            )
    for name in PAPERS_TO_READ:
        made[ROOT / f"examples/part_1_conviction/papers/{name}.md"] = lambda name=name: made_of(
            "part_1_conviction", name, "md", in_full=True
        )
    return made


def _of_comparisons(book: Masked) -> Makers:
    """One case and the decided cases under the laws side by side, and the decided cases held against the
    rule book.
    """
    merticariu = cache(lambda: CaseFile.load(ROOT / "examples/merticariu/case.yaml"))
    decided = cache(lambda: [CaseFile.load(path) for path in sorted(ROOT.glob("precedents/*.yaml"))])
    compared = cache(lambda: compare(decided(), book(), LAWS))
    made: Makers = {
        GOLDEN / "merticariu-compared.md": lambda: render(compare(merticariu(), book("laws"), LAWS), "md"),
        GOLDEN / "merticariu-compared.html": lambda: render(compare(merticariu(), book(), LAWS), "html"),
        GOLDEN / "decided-validated.md": lambda: render(validate(decided(), book()), "md"),
    }
    for form in ("md", "html", "csv"):
        made[GOLDEN / f"decided-compared.{form}"] = lambda form=form: render(compared(), form)
    return made


def _of_regions(rule_book: RuleBook, book: Masked) -> Makers:
    """Where two laws part, for every question and for one; and what it shows of the factsheet."""
    made: Makers = {ROOT / "docs/factsheet.md": lambda: factsheet(rule_book)}
    for form in ("md", "html"):
        made[GOLDEN / f"amendment-region.{form}"] = lambda form=form: render(
            region("today", "as-amended-2026", book()), form
        )
    made[GOLDEN / "dual-criminality-region.md"] = lambda: render(
        region("before-merticariu", "today", book(), question="EA 2003 s 10(2)"), "md"
    )
    return made


def _of_the_cohort(book: Masked) -> Makers:
    """The report on the table of offences of examples/, broken down by two columns."""

    def made_of(form: str) -> str:
        table = decide_table(ROOT / "examples/cohort/offences.csv", book(), keep=["court"])
        return render(counted_cohort(table, by=["territory", "court"], show=500), form)

    return {GOLDEN / f"cohort.{form}": lambda form=form: made_of(form) for form in ("md", "html")}


def _of_the_small_book() -> Makers:
    """The reports under the rule book of the tests, in full: they show every kind of text that a case file
    can hold.
    """
    small = cache(lambda: masked(RuleBook.load(ROOT / "tests/books/small"), versions=False, laws=False))
    case = cache(lambda name: CaseFile.load(GOLDEN / f"{name}.yaml"))
    determined = cache(lambda: determine(case("everything"), small(), as_at=small().laws["new"].as_at))
    made: Makers = {}
    for form in ("md", "html"):
        made[GOLDEN / f"reserved.{form}"] = lambda form=form: render(
            determine(case("reserved"), small()), form, depth="full"
        )
        made[GOLDEN / f"everything-further-information.{form}"] = lambda form=form: render(
            further_information(case("everything"), small()), form
        )
        made[GOLDEN / f"everything.{form}"] = lambda form=form: render(determined(), form, depth="full")
        for depth in ("note", "hearing"):
            made[GOLDEN / f"everything-{depth}.{form}"] = lambda form=form, depth=depth: render(
                determined(), form, depth=depth
            )
    return made


if __name__ == "__main__":
    for path, make in makers(RuleBook.load(ROOT / "rules")).items():
        path.write_bytes(make().encode())  # as it is: a CSV ends its lines in its own way
