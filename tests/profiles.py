"""How many examples a property tries: 300 or its own number in `make check`, a fifth of that in `make
test`, but not fewer than four, and ten times as many in `make properties`.
"""

from hypothesis import settings

FULL = 300
settings.register_profile("full", deadline=None, derandomize=True, max_examples=FULL)
settings.register_profile("quick", settings.get_profile("full"), max_examples=FULL // 5)
settings.register_profile("many", settings.get_profile("full"), derandomize=False, max_examples=FULL * 10)
settings.load_profile("full")


FEWEST = 4  # the first example that Hypothesis tries is the simplest, and shows little


def examples(number: int) -> settings:
    """The settings of a property that tries *number* examples in `make check`."""
    return settings(max_examples=max(min(number, FEWEST), number * settings().max_examples // FULL))


def enough(number: int) -> int:
    """What a property has to have seen, in proportion to its examples: *number* in `make check`."""
    return number * settings().max_examples // FULL
