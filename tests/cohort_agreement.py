"""Case files as rows of a cohort, and what `determine` and the columns say of them, side by side."""

import datetime as dt
from functools import cache

import polars as pl
from hypothesis import strategies as st
from strategies import BOOK, answers, case_of, findings_from, starts

from extradition import OptionError, SourceError
from extradition.hearing import hear
from extradition.hearing.examination import examine
from extradition.hearing.under import Under
from extradition.policy.cohort.coded_case import CaseCoder
from extradition.policy.cohort.decision_lists import names_of_decision
from extradition.policy.cohort.ends import CohortEnd
from extradition.policy.cohort.law_columns import CompiledLaws
from extradition.policy.cohort.tables.polars_columns import with_columns
from extradition.policy.comparison.partings import parting

FEW = ("merticariu", "some assumed", "the dates of the case")
EVERY = (*BOOK.laws, "the dates of the case", "a day", "some assumed")
ASSUMED = {
    "1": ("s20-1-as-enacted", "s20-5-as-amended-2026", "s20-3-bertino"),
    "2": ("s85-5-as-amended-2026", "s85-3-bertino"),
}


@cache
def compiled(part, start=None, names=EVERY, lists=()):
    """The Part under the laws of these names, compiled."""
    day = dt.date(2015, 6, 1)
    under = {
        **{name: Under(law=name, engine="plain") for name in BOOK.laws},
        "the dates of the case": Under(engine="plain"),
        "a day": Under(as_at=day, engine="plain"),
        "some assumed": Under(as_at=day, assuming=ASSUMED[part], engine="plain"),
    }
    starts = {start: 0} if start else None
    return CompiledLaws(BOOK, part, {name: under[name] for name in names}, starts=starts, lists=lists)


@cache
def coder(part, lists=()):
    return CaseCoder(BOOK, part, lists)


def wanted(laws):
    """Every column that a cohort can have, by name."""
    columns = {}
    for law in laws.each:
        columns |= {
            f"{law.name}: outcome": law.outcome,
            f"{law.name}: closing": law.closing,
            f"{law.name}: undated": law.undated,
            f"{law.name}: commencement": law.turns_on_commencement,
        }
    return columns | {f"{one}: {other}": column for (one, other), column in laws.partings.items()}


def table_of(rows):
    return pl.DataFrame(rows, schema=dict.fromkeys(rows[0], pl.Int32), strict=True).lazy()


def by_columns(laws, rows):
    """What the columns say of each row: by law, the ends and the commencement; by laws, the parting."""
    columns = wanted(laws)
    return [
        said_of(laws, row)
        for row in with_columns(table_of(rows), columns).select(*columns).collect().to_dicts()
    ]


def said_of(laws, row):
    said = {}
    for name in (law.name for law in laws.each):
        ends = (laws.ends.end(row[f"{name}: {which}"]) for which in ("outcome", "closing"))
        said[name] = None if row[f"{name}: undated"] else (*ends, row[f"{name}: commencement"])
    for one, other in laws.partings:
        place = row[f"{one}: {other}"]
        said[one, other] = (laws.ends.provision(place),) if place else (None,)
    return said


def by_determine(laws, case):
    """What `determine` says of the one offence of the case, in the same form; None if it refuses."""
    heard = {}
    for name, under in laws.laws.items():
        try:
            heard[name] = hear(case, laws.rule_book, under)
        except (SourceError, OptionError):
            heard[name] = None
    said = {name: hearing and _of_offence(hearing.offences[0]) for name, hearing in heard.items()}
    for pair in laws.partings:
        both = [heard[name] for name in pair]
        found = parting(both, list(pair), 0) if all(both) else None
        said[pair] = (found.provision if found else None,)
    return said


def _of_offence(offence):
    ends = (CohortEnd.of(end) for end in (offence.outcome, offence.closed.path.outcome))
    return (*ends, offence.turns_on_commencement)


def examined(case):
    """The case with its Part, or None if `determine` would refuse it."""
    try:
        return examine(case, BOOK)
    except SourceError:
        return None


def differences(laws, cases, lists=()):
    """Where the columns and `determine` differ on *cases*, and how much was compared, refused, and open."""
    rows, kept = [], []
    for case in cases:
        row, refused = coder(laws.part, lists).row(case, case.offences[0])
        if refused is None:
            rows.append(row)
            kept.append(case)
    found, compared = [], 0
    for case, said in zip(kept, by_columns(laws, rows) if rows else [], strict=True):
        derived = by_determine(laws, case)
        for key in said:
            names = key if isinstance(key, tuple) else (key,)
            if all(said[name] is not None for name in names):
                compared += 1
                if said[key] != derived[key]:
                    found.append(
                        (case.model_dump(mode="json", exclude_none=True), key, said[key], derived[key])
                    )
    return found, compared


DAYS = st.dates(min_value=dt.date(2004, 1, 1), max_value=dt.date(2027, 1, 1)).map(str)
CASE_TYPES = st.sampled_from(list(BOOK.facts["case_type"].answers))


@st.composite
def dates(draw):
    """Each date on any day, known only to the month, or missing; all on one day, or each on its own."""
    day = draw(st.none() | DAYS)
    whole = st.just(day) if day else DAYS
    names = draw(st.sets(st.sampled_from(["arrest", "certificate", "consent", "provisional_warrant"])))
    found = {name: draw(whole | whole.map(lambda each: each[:7])) for name in sorted(names)}
    if len(found.get("arrest", "")) == len("2020-12-31") and draw(st.booleans()):
        found["arrest_hour"] = draw(st.sampled_from(["22:59", "23:00"]))
    hearing = draw(st.sampled_from(["2027-01-01", "2024-03-06", "2024-03", None]))
    return found | ({"hearing": hearing} if hearing else {})


@st.composite
def tables(draw, part):
    """A question from which the hearings are taken, and eight cases with answers to it and those after it."""
    start = draw(starts(part))
    made = [
        case_of(
            draw(findings_from(start, part)),
            draw(DAYS),
            part,
            draw(CASE_TYPES),
            taken_from=start,
            dates=draw(dates()),
        )
        for _ in range(8)
    ]
    return start, [case for case in map(examined, made) if case is not None]


KINDS = tuple(BOOK.decision_kinds.kinds)
ON_TRIAL = {"1": "EA 2003 s 20(1)", "2": "EA 2003 s 85(1)"}


@st.composite
def decisions(draw):
    """Up to four decisions on one offence, of any kinds, each with answers of its own."""
    facts = [name for name in names_of_decision(BOOK) if name in BOOK.facts]
    own = st.fixed_dictionaries({}, optional={name: answers(BOOK, name) for name in facts})
    few = st.dictionaries(
        st.sampled_from(list(BOOK.decision_kinds.questions)), st.sampled_from(["yes", "no"])
    )
    made = []
    for place in range(draw(st.integers(1, 4))):
        follows = draw(st.sampled_from([None, *range(place)])) if place else None
        made.append(
            {
                "id": f"made-{5 - place}",
                "kind": draw(st.sampled_from(KINDS)) if place else "first_instance",
                "reason": "Another trial",
                "findings": draw(own) | (draw(few) if draw(st.integers(0, 9)) == 0 else {}),
                **({} if follows is None else {"follows": f"made-{5 - follows}"}),
            }
        )
    return made


@st.composite
def decided_tables(draw, part):
    """Eight cases taken from the questions on the trial, some of them with decisions."""
    asked = findings_from(ON_TRIAL[part], part)
    of_one = {
        name
        for name in names_of_decision(BOOK)
        if name in BOOK.facts and BOOK.facts[name].asked_of == "each decision"
    }
    replaced = of_one | set(BOOK.decision_kinds.listed_instead)
    made = []
    for _ in range(8):
        case = case_of(draw(asked), draw(DAYS), part, taken_from=ON_TRIAL[part], dates=draw(dates()))
        if draw(st.integers(0, 3)):
            offence = case.model_dump(mode="json", exclude_none=True)["offences"][0]
            kept = {name: each for name, each in offence["findings"].items() if name not in replaced}
            offence |= {"findings": kept, "decisions": draw(decisions())}
            case = case.model_copy(update={"offences": (type(case.offences[0]).model_validate(offence),)})
        made.append(case)
    return [case for case in map(examined, made) if case is not None]
