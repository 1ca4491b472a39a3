"""Decision diagrams against the functions they stand for, answer by answer."""

from hypothesis import given
from hypothesis import strategies as st
from small_functions import ANSWERS, ENDS, EVERY, made_of, tables

from extradition.sensitivity.decision_diagram import Diagrams


@given(tables)
def test_a_function_comes_to_its_ends_and_names_exactly_what_it_turns_on(table):
    diagrams = Diagrams(ANSWERS)
    function = made_of(diagrams, table)
    for known, end in zip(EVERY, table, strict=True):
        assert diagrams.value(diagrams.given(function, known)) == end
    turns_on = {
        name
        for name in ANSWERS
        for known in EVERY
        for answer in ANSWERS[name]
        if table[EVERY.index(known)] != table[EVERY.index({**known, name: answer})]
    }
    assert set(diagrams.names(function)) == turns_on
    assert [end for end in ENDS if diagrams.reaches(function, end)] == [end for end in ENDS if end in table]
    assert (diagrams.value(function) is None) == (len(set(table)) > 1)


@given(tables, tables)
def test_equal_functions_have_equal_numbers(one, other):
    diagrams = Diagrams(ANSWERS)
    assert (made_of(diagrams, one) == made_of(diagrams, other)) == (one == other)


@given(tables, tables, tables)
def test_functions_can_be_put_in_place_of_ends(table, for_p, for_q):
    diagrams = Diagrams(ANSWERS)
    put = diagrams.replaced(
        made_of(diagrams, table), {"p": made_of(diagrams, for_p), "q": made_of(diagrams, for_q)}
    )
    for i, known in enumerate(EVERY):
        wanted = {"p": for_p[i], "q": for_q[i], "r": "r"}[table[i]]
        assert diagrams.value(diagrams.given(put, known)) == wanted


@given(tables, tables)
def test_two_functions_agree_where_they_come_to_the_same_end(one, other):
    diagrams = Diagrams(ANSWERS)
    agreed = diagrams.agreed(made_of(diagrams, one), made_of(diagrams, other), diagrams.end("rest"))
    for i, known in enumerate(EVERY):
        assert diagrams.value(diagrams.given(agreed, known)) == (one[i] if one[i] == other[i] else "rest")


def test_what_is_not_a_variable_changes_nothing():
    diagrams = Diagrams(ANSWERS)
    function = diagrams.choice("c", diagrams.end)
    assert diagrams.given(function, {"elsewhere": "x"}) == function
    assert len(diagrams) == 3


@given(tables, st.permutations(list(ANSWERS)))
def test_a_choice_asks_in_the_one_order_whatever_it_is_made_in(table, order):
    diagrams = Diagrams(ANSWERS)

    def below(known, names):
        if not names:
            return diagrams.end(table[EVERY.index({name: known[name] for name in ANSWERS})])
        return diagrams.choice(names[0], lambda answer: below({**known, names[0]: answer}, names[1:]))

    assert below({}, order) == made_of(diagrams, table)


@given(tables)
def test_what_a_function_can_come_to_is_known_end_by_end(table):
    diagrams = Diagrams(ANSWERS)
    function = made_of(diagrams, table)
    assert {end for end in ("p", "q", "r", "s") if diagrams.reaches(function, end)} == set(table)


def test_a_copy_grows_by_itself():
    diagrams = Diagrams(ANSWERS)
    function = diagrams.choice("c", diagrams.end)
    copied = diagrams.copy()
    more = copied.choice("a", copied.end)
    assert len(diagrams) == 3 < len(copied)
    assert (copied.asks(function), copied.asks(more), copied.asks(copied.end("x"))) == ("c", "a", None)
    assert diagrams.names(function) == copied.names(function)
