"""How many examples a property tries: 300 or its own number in `make check`, a fifth of that in `make
test`.
"""

from hypothesis import settings

FULL = 300
settings.register_profile("full", deadline=None, derandomize=True, max_examples=FULL)
settings.register_profile("quick", settings.get_profile("full"), max_examples=FULL // 5)
settings.load_profile("full")


def examples(number: int) -> settings:
    """The settings of a property that tries *number* examples in `make check`."""
    return settings(max_examples=max(1, number * settings().max_examples // FULL))
