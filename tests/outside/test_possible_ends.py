"""The kinds of end that a row can still have: no answer to an open question leads to another kind."""

import pytest
from cohort_agreement import FEW, coder, compiled, table_of, tables
from hypothesis import given
from hypothesis import strategies as st
from profiles import enough, examples
from strategies import case_of

from extradition import OptionError, SourceError
from extradition.hearing import hear
from extradition.policy.cohort.ends import FIRST_OUTCOME
from extradition.policy.cohort.possible_ends import BITS
from extradition.policy.cohort.tables.polars_columns import with_columns


def rows_of(laws, cases):
    """Each case that the columns decide, with its bits and its number of the end under each law."""
    rows, kept = [], []
    for case in cases:
        row, refused = coder(laws.part).row(case, case.offences[0])
        if refused is None:
            rows.append(row)
            kept.append(case)
    if not kept:
        return
    columns = {f"{name}: bits": column for name, column in laws.possible.items()}
    columns |= {f"{law.name}: end": law.outcome for law in laws.each}
    columns |= {f"{law.name}: undated": law.undated for law in laws.each}
    found = with_columns(table_of(rows), columns).select(*columns).collect().to_dicts()
    yield from zip(kept, found, strict=True)


def with_fewer(case, kept):
    """The case without some of its findings: those questions are open."""
    offence = case.offences[0]
    findings = {name: each for name, each in offence.findings.items() if name in kept}
    return case.model_copy(update={"offences": (offence.model_copy(update={"findings": findings}),)})


def outcome_of(case, laws, name):
    try:
        return hear(case, laws.rule_book, laws.laws[name]).offences[0].outcome
    except (SourceError, OptionError):
        return None


ENDS = {
    "1": {"order", "adjourn", "refuse", "discharge"},
    "2": {"order", "send", "adjourn", "refuse", "discharge"},
}


@pytest.mark.parametrize("part", ENDS)
def test_a_row_of_which_nothing_is_known_can_end_in_each_way(part):
    laws = compiled(part, None, FEW)
    certified = case_of({}, "2025-06-02", part)
    arrested_first = {"certificate": None, "provisional_warrant": "2025-06-02"}
    dates = certified.dates.model_dump() | arrested_first
    provisional = certified.model_copy(update={"dates": type(certified.dates).model_validate(dates)})
    (_, with_certificate), (_, without) = rows_of(laws, [certified, provisional])
    for name in laws.laws:
        for row, ends in ((without, ENDS[part]), (with_certificate, ENDS[part] - {"refuse"})):
            assert {kind for kind, bit in BITS.items() if bit & row[f"{name}: bits"]} == ends


@pytest.mark.no_cover
@pytest.mark.parametrize("part", ["1", "2"])
def test_the_bits_hold_the_kind_of_every_outcome_that_more_answers_reach(part):
    compared, narrowed = 0, 0

    @examples(8)
    @given(tables(part), st.data())
    def agree(table, data):
        nonlocal compared, narrowed
        start, whole = table
        laws = compiled(part, start, FEW)
        names = [sorted(case.offences[0].findings) for case in whole]
        kept = [data.draw(st.sets(st.sampled_from(each)) if each else st.just(set())) for each in names]
        fewer = [with_fewer(case, names) for case, names in zip(whole, kept, strict=True)]
        full = {id(case): other for case, other in zip(fewer, whole, strict=True)}
        for case, row in rows_of(laws, fewer):
            for name in laws.laws:
                if row[f"{name}: undated"]:
                    continue
                for each in (case, full[id(case)]):
                    outcome = outcome_of(each, laws, name)
                    if outcome is None or outcome.kind in ("open", "proceed"):
                        continue
                    compared += 1
                    narrowed += row[f"{name}: bits"].bit_count() < 3
                    assert BITS[outcome.kind] & row[f"{name}: bits"], (each, name)

    agree()
    assert compared > enough(20)
    assert narrowed > enough(5)


@pytest.mark.no_cover
@pytest.mark.parametrize("part", ["1", "2"])
def test_a_row_that_has_ended_has_one_bit(part):
    ended = 0

    @examples(8)
    @given(tables(part))
    def agree(table):
        nonlocal ended
        laws = compiled(part, table[0], FEW)
        for _, row in rows_of(laws, table[1]):
            for name in laws.laws:
                end = row[f"{name}: end"]
                if not row[f"{name}: undated"] and end >= FIRST_OUTCOME:
                    kind = laws.ends.end(end).kind
                    if kind in ("order", "discharge", "adjourn", "refuse"):
                        ended += 1
                        assert row[f"{name}: bits"] == BITS[kind]

    agree()
    assert ended > enough(10)
