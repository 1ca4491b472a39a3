"""Functions for workers. A worker imports the module of its function, so this one imports next to nothing."""

import os
import signal
import threading
import time


def sleep(seconds):
    time.sleep(seconds)


def pid_of(seconds):
    """The number of the process that answers, after some *seconds*."""
    time.sleep(seconds)
    return os.getpid()


def same(item):
    return item


def len_of_two(one, other):
    return len(one) + len(other)


def end_this_process(name, determination):
    """The outcome, but the case of that *name* ends the process."""
    if determination.case == name:
        os.kill(os.getpid(), signal.SIGKILL)
    return determination.outcome


class OwnError(Exception):
    def __init__(self, case, outcome):
        super().__init__(f"{case}: {outcome}")


def refuse_one(name, determination):
    """The outcome, but the case of that *name* is an error."""
    if determination.case == name:
        raise LookupError(determination.case)
    return determination.outcome


def raise_own(determination):
    raise OwnError(determination.case, determination.outcome)


def lock_of(_):
    return threading.Lock()
