"""A channel between two tasks of one event loop: items in order, and an end."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Channel(Generic[T]):
    """Items that one task appends, without ever waiting, and another takes."""

    def __init__(self) -> None:
        self._items: deque[T] = deque()
        self._news = asyncio.Event()
        self._is_ended = False

    def append(self, item: T) -> None:
        """Append an item, which the other task takes in its turn."""
        self._items.append(item)
        self._news.set()

    def end(self) -> None:
        """Say that no item follows."""
        self._is_ended = True
        self._news.set()

    def rest(self) -> list[T]:
        """The items that nothing has taken; they are taken now."""
        rest = [*self._items]
        self._items.clear()
        return rest

    async def __aiter__(self) -> AsyncIterator[T]:
        """Each item in order, until the end."""
        while self._items or not self._is_ended:
            if self._items:
                yield self._items.popleft()
            else:
                self._news.clear()
                await self._news.wait()
