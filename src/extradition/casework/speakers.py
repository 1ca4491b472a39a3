"""The authors of a statement that a question is not in issue. Light, for the help of the command line."""

from typing import Literal, get_args

SPEAKER = Literal["parties", "requested person", "requesting authority", "author of the case file"]
"""The author of the statement. A decider finds, and states no such thing."""
SPEAKERS: tuple[SPEAKER, ...] = get_args(SPEAKER)
