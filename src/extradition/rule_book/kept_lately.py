"""Values that are costly to make: those used last are kept."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class KeptLately(Generic[K, V]):
    """Values by key, of which the *most* used last are kept. Threads may share it.

    >>> kept = KeptLately(1)
    >>> kept.of("a", lambda: 1), kept.of("a", lambda: 2), kept.of("b", lambda: 3), kept.of("a", lambda: 4)
    (1, 1, 3, 4)
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[K, V] = OrderedDict()
        self._lock = threading.Lock()

    def __reduce__(self) -> tuple[type[KeptLately[K, V]], tuple[int]]:
        return type(self), (self._most,)  # a copy starts empty: a lock cannot be copied

    def of(self, key: K, make: Callable[[], V]) -> V:
        """The value for *key*: the one that is kept, or else the one that *make* returns."""
        with self._lock:
            value = self._values.pop(key) if key in self._values else make()
            self._values[key] = value
            while len(self._values) > self._most:
                self._values.popitem(last=False)
        return value
