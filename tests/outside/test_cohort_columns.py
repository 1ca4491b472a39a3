"""The language of columns: what folds, and that each reader of it has the same three values."""

from functools import cache

import duckdb
import polars as pl
import pytest
from cohort_agreement import compiled, wanted
from hypothesis import given
from hypothesis import strategies as st
from profiles import examples

from extradition.policy.cohort.columns import Columns
from extradition.policy.cohort.ends import AT, CohortEnd, Ends
from extradition.policy.cohort.sql_text import SqlColumns
from extradition.policy.cohort.tables.polars_columns import with_columns

C = Columns()
A, B = C.given("a"), C.given("b")
TEST = C.at_least(A, 1)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (C.all([]), C.true),
        (C.any([]), C.false),
        (C.all([TEST, C.true, TEST]), TEST),
        (C.all([TEST, C.false]), C.false),
        (C.any([TEST, C.true]), C.true),
        (C.all([C.all([TEST, C.known(B)]), C.known(A)]), C.all([TEST, C.known(B), C.known(A)])),
        (C.opposite(C.opposite(TEST)), TEST),
        (C.opposite(C.true), C.false),
        (C.opposite(C.open), C.open),
        (C.known(C.open), C.false),
        (C.known(C.literal(0)), C.true),
        (C.known(C.known(A)), C.true),
        (C.among(C.literal(2), [1, 2]), C.true),
        (C.among(C.open, [1]), C.open),
        (C.at_least(C.literal(2), 3), C.false),
        (C.at_least(C.open, 3), C.open),
        (C.below(C.literal(2), 3), C.true),
        (C.below(C.open, 3), C.open),
        (C.case([(C.false, A), (C.open, A), (TEST, B)], B), B),
        (C.case([(TEST, A), (C.true, B)], C.open), C.case([(TEST, A)], B)),
        (C.case([(TEST, C.literal(1)), (C.opposite(TEST), C.literal(0))], C.open).parts, (TEST,)),
        (C.first_known([C.open, A, A]), A),
        (C.first_known([C.open]), C.open),
        (C.first_known([C.literal(1), A]), C.literal(1)),
        (C.differs(A, A), C.false),
        (C.differs(C.literal(1), C.open), C.true),
        (C.differs(A, B), C.differs(B, A)),
        (C.same_outcome(A, A), C.true),
        (C.same_outcome(C.literal(1), C.literal(2)), C.true),
        (C.same_outcome(A, C.open), C.open),
        (C.differs(C.open, A), C.known(A)),
        (C.after(A, C.open), C.open),
        (C.joined(A, A), A),
        (C.joined(A, C.open), C.open),
        (C.latest([A, C.open]), A),
        (C.either([A, A, C.literal(0)]), A),
        (C.either([C.literal(1), C.literal(4), C.literal(1)]), C.literal(5)),
        (C.either([]), C.literal(0)),
        (C.either([A, C.open]), C.open),
        (C.either([C.either([A, C.literal(1)]), C.literal(2), B]), C.either([A, B, C.literal(3)])),
    ],
)
def test_an_expression_that_is_settled_is_not_made(made, expected):
    assert made == expected


def test_an_end_is_one_number_and_back():
    ends = Ends()
    said = "send to the Secretary of State"
    number = ends.number("send", "EA 2003 s 94", "judge", "EA 2003 s 87(3)", "EA 2003 s 87", said)
    assert ends.end(number) == CohortEnd(
        kind="send", to="EA 2003 s 94", by="judge", under="EA 2003 s 87(3)", at="EA 2003 s 87", says=said
    )
    assert ends.end(number).outcome == ends.outcomes[-1] == said
    assert [ends.end(each).kind for each in range(3)] == ["open"] * 3
    for place in range(AT - 2):
        ends.provision_number(f"p{place}")
    with pytest.raises(ValueError, match="has room for 1023 provisions"):
        ends.provision_number("one more")


def columns(depth):
    """Expressions over two given columns, which are ends too."""
    number = st.sampled_from([A, B, *map(C.literal, (None, 0, 5, 3 << 20, 3 << 20 | 1 << 10 | 7, 4 << 20))])
    if depth == 0:
        return number, st.sampled_from([C.known(A), C.among(B, [0, 5]), C.among(A, [])])
    numbers, tests = columns(depth - 1)
    pair = st.tuples(numbers, numbers)
    return (
        numbers
        | pair.map(lambda two: C.joined(*two))
        | pair.map(C.latest)
        | pair.map(C.either)
        | pair.map(C.earliest)
        | pair.map(C.first_known)
        | st.tuples(tests, numbers, numbers).map(lambda three: C.case([three[:2]], three[2]))
        | tests.map(lambda test: C.case([(test, C.literal(1)), (C.opposite(test), C.literal(0))], C.open))
    ), (
        tests
        | tests.map(C.opposite)
        | tests.map(C.certainly)
        | tests.map(C.possibly)
        | st.lists(tests, max_size=3).map(C.all)
        | st.lists(tests, max_size=3).map(C.any)
        | st.tuples(numbers, st.sampled_from([0, 5, 3 << 20])).map(lambda two: C.at_least(*two))
        | st.tuples(numbers, st.sampled_from([0, 5, 3 << 20])).map(lambda two: C.below(*two))
        | st.tuples(numbers, st.sets(st.sampled_from([0, 1, 2, 3, 4, 5, 6]))).map(lambda two: C.among(*two))
        | pair.map(lambda two: C.differs(*two))
        | pair.map(lambda two: C.after(*two))
        | pair.map(lambda two: C.same_outcome(*two))
    )


NUMBERS, TESTS = columns(2)
VALUES = (None, 0, 5, 7, 3 << 20, 3 << 20 | 1 << 10, 3 << 20 | 7, 4 << 20 | 7)
TABLE = pl.DataFrame(
    [(one, other) for one in VALUES for other in VALUES],
    schema={"#a": pl.Int32, "#b": pl.Int32},
    orient="row",
)


@cache
def database():
    """A database without the optimizers that take minutes over a query of this depth."""
    made = duckdb.connect()
    optimizers = made.execute("SELECT name FROM duckdb_optimizers()").fetchall()
    disabled = ",".join(name for (name,) in optimizers if name != "unused_columns")
    made.execute(f"SET disabled_optimizers='{disabled}'")
    return made


def by_sql(columns, table):
    database().register("cases", table)
    names = ", ".join(f'"{name}"' for name in columns)
    query = f"SELECT {names} FROM ({SqlColumns('duckdb').levels(columns, 'cases')})"  # noqa: S608  our own
    return database().execute(query).fetchall()


@examples(40)
@given(st.lists(TESTS, min_size=4, max_size=4), st.lists(NUMBERS, min_size=4, max_size=4))
def test_polars_and_sql_have_the_same_three_values(tests, numbers):
    columns = {str(place): column for place, column in enumerate([*tests, *numbers])}
    assert with_columns(TABLE.lazy(), columns).select(*columns).collect().rows() == by_sql(columns, TABLE)


def test_a_test_of_many_words_and_of_none_is_the_same_in_polars_and_in_sql():
    columns = {"many": C.among(A, range(9)), "none": C.among(A, []), "open": C.all([TEST, C.open])}
    found = with_columns(TABLE.lazy(), columns).select(*columns).collect().rows()
    assert found == by_sql(columns, TABLE)
    assert set(found) == {(None, None, None), (True, False, False), (True, False, None), (False, False, None)}


@pytest.mark.parametrize("part", ["1", "2"])
def test_the_columns_of_the_laws_are_the_same_in_polars_and_in_sql(part):
    laws = compiled(part, None, ("merticariu", "as-amended-2026"))
    columns = wanted(laws)
    inputs = sorted({str(column.value) for column in laws.columns.every if column.kind == "given"})
    rows = [[(place * (row + 7) + row * row) % 5 - 1 for place, _ in enumerate(inputs)] for row in range(40)]
    values = [[None if value < 0 else value % 2 for value in row] for row in rows]
    moments = [i for i, name in enumerate(inputs) if " date" in name]
    for number, row in enumerate(values):
        for place in moments:
            row[place] = 23_000_000 + 50_000 * number
    table = pl.DataFrame(values, schema=dict.fromkeys(inputs, pl.Int32), orient="row")
    assert with_columns(table.lazy(), columns).select(*columns).collect().rows() == by_sql(columns, table)
