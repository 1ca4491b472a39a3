"""Functions of three names, small enough to look at every combination of answers."""

import itertools

from hypothesis import strategies as st

ANSWERS = {"a": ("x", "y", "z"), "b": (0, 4), "c": ("yes", "no")}
EVERY = [dict(zip(ANSWERS, each, strict=True)) for each in itertools.product(*ANSWERS.values())]
ENDS = ["p", "q", "r"]
tables = st.lists(st.sampled_from(ENDS), min_size=len(EVERY), max_size=len(EVERY))


def made_of(diagrams, table):
    """The function whose end for the i-th combination of answers is the i-th of *table*."""

    def below(known, names):
        if not names:
            return diagrams.end(table[EVERY.index(known)])
        return diagrams.choice(names[0], lambda answer: below({**known, names[0]: answer}, names[1:]))

    return below({}, list(ANSWERS))
