"""The restraint of a process that works for the service: its memory, and its priority."""

from __future__ import annotations

import os
import resource

from extradition.garbage import collect_seldom, leave_out_what_is_there
from extradition.web.limits import MOST_MEMORY

_LATER = 5
"""How much later the system lets it run than the process that listens, which so answers in any case."""


_ALLOCATIONS = 20_000
"""So many new objects before garbage is collected: a case makes thousands, and they end with it."""


def spare_collections() -> None:
    """Have garbage collected seldom, and never in what this process has made so far, which stays."""
    leave_out_what_is_there()
    collect_seldom(_ALLOCATIONS)


def restrain_this_process() -> None:
    """Limit the memory of this process and of those that it starts, and lower their priority."""
    os.nice(_LATER)
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(MOST_MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
