"""An application asked in the process, without a server."""

import asyncio
from collections.abc import Iterable

import httpx


class Asked:
    """What *app* answers, request by request."""

    def __init__(self, app):
        self._app = app

    def request(self, method, path, *, content=None, **more):
        async def ask():
            transport = httpx.ASGITransport(self._app)
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
                return await client.request(method, path, content=self._coming(content), **more)

        return asyncio.run(ask())

    def get(self, path, **more):
        return self.request("GET", path, **more)

    def post(self, path, **more):
        return self.request("POST", path, **more)

    def _coming(self, content):
        if content is None or isinstance(content, bytes | str) or not isinstance(content, Iterable):
            return content

        async def chunks():
            for chunk in content:
                yield chunk

        return chunks()
