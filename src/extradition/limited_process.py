"""A process of its own for one task on input from outside, with limits of time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass

_CHILD = (
    "import json, resource, sys; of = json.loads(sys.argv[1]); sys.path[:] = of['path']; "
    "resource.setrlimit(resource.RLIMIT_AS, (of['memory'],) * 2); "
    "resource.setrlimit(resource.RLIMIT_CPU, (of['seconds'],) * 2); "
    "resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)); "
)
"""The process ends at the limits, and writes no file."""


@dataclass(frozen=True)
class Limits:
    """The limits of a task.

    Args:
        seconds: The most seconds of processor time.
        memory: The most bytes of memory.
        wait: The most seconds until it answers, for a machine with much else to do.
    """

    seconds: int
    memory: int = 1024**3
    wait: float = 60


def run_apart(task: str, sent: bytes, limits: Limits) -> subprocess.CompletedProcess[bytes] | None:
    """The process that ran *task*, after its end; None if the task went over its limits.

    Args:
        task: A line of Python of this package, which reads standard input and writes standard output.
        sent: Its standard input.
        limits: The limits.
    """
    given = json.dumps({"path": sys.path, "memory": limits.memory, "seconds": limits.seconds})
    try:
        done = subprocess.run(  # noqa: S603  our own line
            [sys.executable, "-I", "-W", "ignore", "-c", _CHILD + task, given],
            input=sent,
            capture_output=True,
            check=False,
            timeout=limits.wait,
        )
    except subprocess.TimeoutExpired:
        return None
    return None if done.returncode < 0 or b"MemoryError" in done.stderr else done
