"""The findings of a case file by their owner: the person, each warrant, each offence, each decision."""

from __future__ import annotations

from collections.abc import Iterator

from extradition.case_file.case_file import CaseFile
from extradition.case_file.finding import Findings
from extradition.source import Place


def each_findings(case_file: CaseFile) -> Iterator[tuple[Place, Findings]]:
    """The findings on the person, on each warrant and on each offence, with their places.

    Args:
        case_file: the case file, with one warrant or several.

    >>> offence = "{id: one, case_type: conviction}"
    >>> case = CaseFile.parse("x", f"{{case: X, territory: RO, dates: {{}}, offences: [{offence}]}}")
    >>> [place for place, _ in each_findings(case)]
    [('findings',), ('offences', 0, 'findings')]
    """
    yield ("findings",), case_file.findings
    for i, warrant in enumerate(case_file.warrants):
        yield ("warrants", i, "findings"), warrant.findings
    for place, offence in case_file.every_offence.items():
        yield (*place, "findings"), offence.findings


def with_decisions(case_file: CaseFile) -> Iterator[tuple[Place, Findings]]:
    """The findings on the person, on each warrant and on each offence, then those on each decision, with
    their places.

    Args:
        case_file: the case file, with one warrant or several.

    >>> decision = "{id: d, kind: first_instance, findings: {}}"
    >>> offence = f"{{id: one, case_type: conviction, decisions: [{decision}]}}"
    >>> case = CaseFile.parse("x", f"{{case: X, territory: RO, dates: {{}}, offences: [{offence}]}}")
    >>> [place for place, _ in with_decisions(case)][-1]
    ('offences', 0, 'decisions', 0, 'findings')
    """
    yield from each_findings(case_file)
    for place, offence in case_file.every_offence.items():
        for n, decision in enumerate(offence.decisions or ()):
            yield (*place, "decisions", n, "findings"), decision.findings
