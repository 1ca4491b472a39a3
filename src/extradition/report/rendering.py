"""The reports that people and programs read: determinations, comparisons, validations and draft requests."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeGuard, cast, overload

from extradition.report.cohort_chart import chart_of_cohort
from extradition.report.depths import DEPTH, examine_depth
from extradition.report.direction import isolated
from extradition.report.drawing import hearing_diagram
from extradition.report.environment import filled, filled_part
from extradition.report.formats import BINARY, FORMAT, FORMATS, TEXT, PageSource, examine_format
from extradition.report.listed_facts import listed_facts
from extradition.report.note import note_of
from extradition.report.paper_length import ROOM_FOR_ROWS, examine_paper_length
from extradition.report.table import table
from extradition.report.wording import Vocabulary
from extradition.rule_book import RuleBook
from extradition.source import MissingExtraError

if TYPE_CHECKING:  # a command that makes one report does not import the models of the others
    from extradition.determination import Determination
    from extradition.policy.comparison import Comparison
    from extradition.report.reportable import Reportable


@overload
def render(
    report: Reportable, form: TEXT = "md", *, depth: DEPTH | None = None, laws: Comparison | None = None
) -> str: ...
@overload
def render(
    report: Reportable,
    form: BINARY,
    template: Path | None = None,
    *,
    depth: DEPTH | None = None,
    laws: Comparison | None = None,
) -> bytes: ...
@overload
def render(
    report: Reportable,
    form: FORMAT,
    template: Path | None = None,
    *,
    depth: DEPTH | None = None,
    laws: Comparison | None = None,
) -> str | bytes: ...
def render(
    report: Reportable,
    form: FORMAT = "md",
    template: Path | None = None,
    *,
    depth: DEPTH | None = None,
    laws: Comparison | None = None,
) -> str | bytes:
    """A report in one of ``FORMATS``: text, or the bytes of a Word file or a PDF.

    Args:
        report: A determination, a comparison, a region, a draft request or a court paper has a page, and
            every format that a page can become. A validation, a replay and the summary of a rule book have
            Markdown and JSON. A comparison also has CSV and Excel, and a cohort Excel.
        form: The format.
        template: A Word file with the styles to use, for a Word file only; the default is the template of
            this package.
        depth: For a determination to read, one of ``DEPTHS``; without it, the note.
        laws: For the note on a determination, the comparison of its case alone under several laws.

    Returns:
        The whole report. The same content gives the same text and the same bytes.

    Raises:
        TypeError: *report* is no report.
        ValueError: *form* is no format, *report* does not have it or a depth, or *template* is given for a
            format other than Word.
        OptionError: A comparison or a cohort on paper would have more cases than a reader can use.
        MissingExtraError: The packages that make Word files and PDFs are not installed.
        SourceError: *template* is not a Word template, or it leaves out a part of the report.

    Examples:
        >>> from extradition import CaseFile, RuleBook, determine, render
        >>> case = CaseFile.load("examples/part_1_conviction/case.yaml")
        >>> made = determine(case, RuleBook.load())
        >>> render(made, "md").partition(":")[0], render(made, "md", depth="full").partition(":")[0]
        ('# Note on a determination (support)', '# Determination (support)')
    """
    examine_format(form)
    if not hasattr(report, "report_name"):
        raise TypeError(f"a report is a determination, a comparison or the like, not {type(report).__name__}")
    depth = examine_depth(depth, form, has_depths=report.report_name == "determination")
    if template is not None and form != "docx":
        raise ValueError(f"a template is for docx only, not for {form}")
    _examine_paper_length(report, form)
    if form == "json":
        return report.model_dump_json(indent=2) + "\n"
    rows = _rows(report, form)
    if rows is not None:
        return rows
    of_page = FORMATS[form].of_page
    if report.report_name == "determination" and of_page is not None:
        return of_page(_determination_page(report, form, depth, laws, template))
    page = None if of_page is None else _page_of(report, form)
    if page is not None and of_page is not None:
        return of_page(PageSource(page, (), template))
    if form == "md":
        return isolated(filled(f"{report.report_name}.md.j2", report=report))
    raise ValueError(f"a {report.report_name} has no {form!r} form")


def _examine_paper_length(report: Reportable, form: FORMAT) -> None:
    """Refuse a report that would be longer on paper than a reader can use.

    Raises:
        OptionError: it would be.
    """
    if report.report_name == "comparison":
        examine_paper_length(form, len(report.cases))
    if report.report_name == "cohort":
        examine_paper_length(form, report.offences, room=ROOM_FOR_ROWS)


def _rows(report: Reportable, form: FORMAT) -> str | bytes | None:
    """The rows of a comparison, or the workbook of a comparison or a cohort; None in any other format.

    Raises:
        MissingExtraError: The package that makes workbooks is not installed.
    """
    if form == "csv" and report.report_name == "comparison":
        return table(report)
    if form != "xlsx":
        return None
    try:
        from extradition.report.cohort_workbook import cohort_workbook  # noqa: PLC0415  other formats do not need its package
        from extradition.report.comparison_workbook import workbook  # noqa: PLC0415  as above
    except ImportError as error:
        raise MissingExtraError("a report as xlsx", "paper") from error
    match report.report_name:
        case "comparison":
            return workbook(report)
        case "cohort":
            return cohort_workbook(report)
        case _:
            return None


def _page_of(report: Reportable, form: FORMAT) -> str | None:
    """The page of a report; None if it has none in this format."""
    name = f"{report.report_name}.html.j2"
    match report.report_name:
        case "validation" | "replay" | "check":
            return None
        case "cohort":
            if form == "md":
                return None
            drawn = chart_of_cohort(report, "svg")
            chart = None if drawn is None else drawn.decode()
            return filled(name, report=report, chart=chart, **_drawn(form))
        case "further_information" | "paper":
            words = Vocabulary(report.terms, report.matter.parties, report.matter.decider)
        case _:
            words = Vocabulary(report.terms)
    return filled(name, report=report, v=words, **_drawn(form))


def _determination_page(
    report: Determination, form: FORMAT, depth: DEPTH, laws: Comparison | None, template: Path | None
) -> PageSource:
    """The page of a determination at one *depth*, with its drawings; a note has none."""
    page = filled(
        "note.html.j2" if depth == "note" else "determination.html.j2",
        report=report,
        v=Vocabulary(report.terms, report.matter.parties, report.matter.decider),
        note=note_of(report, laws),
        depth=depth,
        **_drawn(form),
    )
    return PageSource(page, _mermaid(report) if form == "md" and depth != "note" else (), template)


def _drawn(form: FORMAT) -> dict[str, bool]:
    """Whether a page in this format has its drawings, and folds the words of the Act."""
    return {"drawn": form != "md", "folds": form == "html"}


def is_binary(form: str) -> TypeGuard[BINARY]:
    """Whether *form* is a format of bytes and not of text.

    Args:
        form: The name of a format, known or unknown.

    >>> is_binary("pdf"), is_binary("md")
    (True, False)
    """
    return form in FORMATS and FORMATS[cast("FORMAT", form)].binary


def _mermaid(report: Determination) -> tuple[str, ...]:
    """The path of each offence as Mermaid text, in page order."""
    return tuple(hearing_diagram.mermaid_of_path(offence.path) for offence in report.offences)


def render_watched(rule_book: RuleBook, form: Literal["md", "html", "json"] = "md") -> str:
    """The systems and proposals that *rule_book* watches and that are no question yet.

    Args:
        rule_book: The rule book.
        form: ``md``, ``html`` or ``json``.
    """
    if form == "json":
        listed = [each.model_dump(mode="json") for each in rule_book.watched]
        return json.dumps(listed, indent=2, ensure_ascii=False) + "\n"
    return filled("watch.md.j2" if form == "md" else "watch.html.j2", book=rule_book)


def render_questions(rule_book: RuleBook, form: Literal["md", "json"] = "md") -> str:
    """The questions of the rule book: as JSON by provision, or as Markdown in statutory order, and after them
    the facts with their answers.

    Args:
        rule_book: The law.
        form: ``md`` or ``json``.
    """
    if form == "json":
        listed = {
            provision: question.model_dump(mode="json") for provision, question in rule_book.questions.items()
        }
        return json.dumps(listed, indent=2, ensure_ascii=False) + "\n"
    facts = [each for each in listed_facts(rule_book) if each.kind == "fact"]
    return filled("questions.md.j2", book=rule_book, facts=facts)


def render_interview(part: str, **values: object) -> str:
    """The text of one *part* of an interview at the terminal: a macro of ``ask.txt.j2``, called with
    *values*.

    Args:
        part: The name of a macro in the template.
        **values: The arguments of the macro, by name.
    """
    return filled_part("ask.txt.j2", part, **values)


def render_service(part: str, **values: object) -> str:
    """The text of one message of the service: the macro *part* of ``service.txt.j2``, called with *values*.

    Args:
        part: The name of a macro in the template.
        **values: The arguments of the macro, by name.
    """
    return filled_part("service.txt.j2", part, **values)


def render_sensitivities(determinations: Mapping[str, Determination]) -> str:
    """The sensitivity of every offence of several cases as Markdown, each case under its name.

    Args:
        determinations: Determinations with their sensitivities (as ``analysed`` gives them), by the address
            of the case file as seen from the report.
    """
    made = [
        (file, each, Vocabulary(each.terms, each.matter.parties, each.matter.decider))
        for file, each in determinations.items()
    ]
    return filled("sensitivity.md.j2", determinations=made)


def render_diagram(rule_book: RuleBook, form: Literal["md", "html"]) -> str:
    """A diagram of each matter of the rule book: Mermaid in Markdown, or pictures on one self-contained HTML
    page.

    Args:
        rule_book: The law.
        form: ``md`` or ``html``.
    """
    return filled(
        f"diagram.{form}.j2",
        book=rule_book,
        mermaid=hearing_diagram.mermaid_of_book,
        svg=hearing_diagram.svg_of_book,
    )
