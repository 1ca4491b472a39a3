"""The claims of the government's factsheet on the amendment, against the regions in which the laws part:
docs/factsheet.md.

Every number is counted when the page is made. A sentence on what the encoding shows is chosen by the counts.
"""

from collections.abc import Iterator
from typing import Any

from extradition import Region, RuleBook, region
from extradition.report.wording import Vocabulary, capital, day, number

BEFORE, MERTICARIU, TODAY, AMENDED = "before-merticariu", "merticariu", "today", "as-amended-2026"
RETRIAL = "EA 2003 s 20(5)"
FACTSHEET = (
    "https://www.gov.uk/government/publications/crime-and-policing-bill-2025-factsheets/"
    "crime-and-policing-bill-international-cooperation-factsheet"
)
LEVELS = {
    "text seen": "text read at its source",
    "secondary": "known from secondary sources",
    "factsheet only": "known only from the factsheet; the enacted text was not seen",
    "recalled": "recalled, and not confirmed against any source",
}


def factsheet(rule_book: RuleBook) -> str:
    """The page on the claims of the factsheet, with the counts of *rule_book*."""
    made = {
        pair: region(*pair, rule_book, question=RETRIAL)
        for pair in ((TODAY, AMENDED), (BEFORE, AMENDED), (BEFORE, MERTICARIU))
    }
    whole = region(TODAY, AMENDED, rule_book)
    parts = (
        _head(whole),
        _not_verified(made),
        _conditional_right(made[TODAY, AMENDED]),
        _earlier_reading(made),
        _safeguards(whole),
        _again(),
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def _head(whole: Region) -> Iterator[str]:
    yield "# The factsheet's claims, checked"
    yield ""
    yield "Made by `make golden` (`tests/factsheet.py`), and kept true by a test. The claims are those of the"
    yield f"[Home Office factsheet of 21 July 2025]({FACTSHEET}), in our paraphrase: F2, F4, F5 and F7 of"
    yield "[docs/law/amendment.md](law/amendment.md), 6.1. Each is held against the law **as this rule book"
    yield f"encodes it**, stated as at {day(whole.stated_as_at)}. That is no finding on what the Act says."
    yield ""


def _not_verified(made: dict[tuple[str, str], Region]) -> Iterator[str]:
    amended = made[TODAY, AMENDED].laws[1]
    yield "## What is not verified"
    yield ""
    yield "- The text of the amendment was not seen. Its commencement and any saving for pending cases"
    yield "  are not verified."
    yield "- The encoding of the amendment rests on the factsheet. So the page shows what follows from its"
    yield "  words and from the assumptions below. It cannot show that the Act has those words."
    yield "- The reading before *Merticariu* was disputed. The encoding follows the later line of cases, from"
    yield "  2012 on ([section 2](law/amendment.md))."
    for law, version in _versions(made).items():
        yield f"- Section 20(5) under `{law}`: {LEVELS[version]}."
    yield "- The encoding of the amendment assumes:"
    for line in amended.assumes:
        yield f"  - {line}"
    yield ""


def _versions(made: dict[tuple[str, str], Region]) -> dict[str, str]:
    return {
        version.law: str(version.verified)
        for each in made.values()
        for version in each.questions[0].places[0].versions
    }


def _conditional_right(made: Region) -> Iterator[str]:
    (question,) = made.questions
    yield "## A right that a court's finding decides, and a past right, are enough (F2, F4)"
    yield ""
    yield from _compared(made)
    yield ""
    yield from _changes(made, question)
    lost = sum(each.patterns for each in question.changes if each.before == "yes")
    yield f"**As encoded:** {_lost(lost)} The conditions say what else each right needs."
    yield ""


def _earlier_reading(made: dict[tuple[str, str], Region]) -> Iterator[str]:
    (since,) = made[BEFORE, AMENDED].questions
    (taken,) = made[BEFORE, MERTICARIU].questions
    lost = sum(each.patterns for each in since.changes if each.before == "yes")
    wider = [each for each in since.changes if each.after == "yes"]
    gained = sum(each.patterns for each in wider)
    yield "## The Bill goes back to the earlier reading (F5)"
    yield ""
    turned = number(taken.patterns("yes", "no"))
    yield (
        f"*Merticariu* turned a yes into a no in {turned} of {number(taken.total)} patterns of"
        f" {len(taken.facts)} facts (`{BEFORE}` and `{MERTICARIU}`)."
    )
    yield ""
    yield from _compared(made[BEFORE, AMENDED])
    yield ""
    yield from _changes(made[BEFORE, AMENDED], since)
    on_past_right = ", all of them on an unused past right" if _all_on_past_right(wider) else ""
    goes = "goes back to every yes of the earlier reading" if lost == 0 else "does not go back to every yes"
    yield (
        f"**As encoded:** the amendment {goes}. {_lost(lost)} It is wider than the earlier reading in"
        f" {number(gained)} patterns{on_past_right}."
    )
    open_now = since.patterns("no", "judgment")
    if open_now:
        yield f"In {number(open_now)} more patterns a no of the earlier reading is left to judgment."
    yield ""


def _safeguards(whole: Region) -> Iterator[str]:
    differing = [each.provision for part in whole.parts for each in (*part.apart, *part.through)]
    alike, left = (sum(len(getattr(part, name)) for part in whole.parts) for name in ("alike", "left"))
    yield "## The other safeguards do not change (F7)"
    yield ""
    yield f"Compared: `{TODAY}` and `{AMENDED}`, every question of every matter, and the whole hearing."
    yield ""
    yield f"- Questions that can be answered differently: {', '.join(differing)}."
    yield f"- Questions with one answer on every pattern of facts: {alike}."
    yield f"- Questions that both laws leave to the decider: {left}. What a decider makes of them is not"
    yield "  compared. Human rights and oppression are among them."
    for each in whole.hearings:
        yield f"- {each.title}{f', {each.case_type} cases' if each.case_type else ''}: {_ends(each)}"
    yield ""
    only = set(differing) == {"EA 2003 s 20(5)", "EA 2003 s 85(5)"}
    yield (
        "**As encoded:** "
        + ("only the entitlement to a retrial differs." if only else "other questions differ too.")
        + " Whether the hearing reaches the questions after it does change:"
    )
    yield "where section 20(5) is now a yes, the human-rights question follows in place of the discharge."
    yield "In Part 2 the case to answer comes before it."
    yield ""


def _again() -> Iterator[str]:
    yield "## To see it again"
    yield ""
    yield "```sh"
    yield f'extradition region {TODAY} {AMENDED} --question "{RETRIAL}"'
    yield f'extradition region {BEFORE} {AMENDED} --question "{RETRIAL}"'
    yield f'extradition region {BEFORE} {MERTICARIU} --question "{RETRIAL}"'
    yield f"extradition region {TODAY} {AMENDED}"
    yield "```"


def _compared(made: Region) -> Iterator[str]:
    one, other = made.laws
    (question,) = made.questions
    yield (
        f"Compared: `{one.name}` and `{other.name}`. Section 20(5) is answered differently in"
        f" {number(question.differing)} of {number(question.total)} patterns of {len(question.facts)} facts."
    )
    if [place.provision for place in question.places] == ["EA 2003 s 20(5)", "EA 2003 s 85(5)"]:
        yield "Section 85(5) has the same patterns."


def _changes(made: Region, question: Any) -> Iterator[str]:
    words = {"yes": "yes", "no": "no", "judgment": "left to judgment"}
    vocabulary = Vocabulary(made.terms)

    def allowed(fact: Any) -> str:
        few = fact.others if len(fact.others) < len(fact.answers) else ()
        words = vocabulary.one_of(fact.name, few or fact.answers)
        return f"{vocabulary.phrase(fact.name)}: {'any answer except ' if few else ''}{words}"

    for each in question.changes:
        yield f"- **From {words[each.before]} to {words[each.after]}: {number(each.patterns)} patterns.**"
        if each.conditions.common:
            yield "  All of this holds:"
        yield from (f"  - {capital(allowed(fact))}." for fact in each.conditions.common)
        if each.conditions.ways:
            yield ""
            yield f"  And one of these {each.conditions.number}:"
            yield ""
        for i, way in enumerate(each.conditions.ways, 1):
            yield f"  {i}. {capital('; '.join(map(allowed, way)))}."
    yield ""


def _lost(patterns: int) -> str:
    return "No yes is lost." if patterns == 0 else f"A yes is lost in {number(patterns)} patterns."


def _all_on_past_right(changes: list[Any]) -> bool:
    """Whether every condition of *changes* has an unused past right."""
    conditions = [
        (*each.conditions.common, *way) for each in changes for way in (each.conditions.ways or ((),))
    ]
    return all(
        any(fact.name == "past_retrial_right" and fact.answers == ("unused",) for fact in condition)
        for condition in conditions
    )


def _ends(each: Any) -> str:
    if not each.changes:
        return "no pattern ends differently."
    changes = "; ".join(f"{change.before} to {change.after}" for change in each.changes)
    today = {change.before for change in each.changes}
    return (
        f"{number(each.differing)} of {number(each.total)} patterns end differently"
        f"{', each of them a discharge today' if today == {'discharge'} else ''} ({changes})."
    )
