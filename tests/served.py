"""The page served on this machine alone, and the browser in which tests and pictures look at it."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from extradition import RuleBook
from extradition.engine.agreement import ENGINE
from extradition.web import application

CHROMIUM = "/usr/bin/chromium-headless-shell"
"""The browser without a window: half the processor time of the same pages in the browser with one."""
ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


class Served:
    """A server in a thread; *stop* ends it, as if it were gone."""

    def __init__(self, book: RuleBook, engine: ENGINE) -> None:
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.app = application(book, engine=engine, jobs=1)
        self._server = uvicorn.Server(uvicorn.Config(self.app, log_level="error"))
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]})
        self._thread.start()

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join()
        self._socket.close()


@contextmanager
def served(book: RuleBook, engine: ENGINE = "plain") -> Iterator[Served]:
    server = Served(book, engine)
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS.split())
        try:
            yield opened
        finally:
            opened.close()
