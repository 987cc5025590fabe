"""An asyncio server on 127.0.0.1, in a thread of its own, that ends when it is told to."""

import asyncio
import threading
from collections.abc import Awaitable, Callable

HOST = "127.0.0.1"

Listen = Callable[[], Awaitable[asyncio.Server]]


class LoopbackServer:
    """Runs what `listen` starts until `stop`; afterwards no thread, task or socket is left."""

    def __init__(self, name: str, listen: Listen) -> None:
        self.port = 0
        self._listen = listen
        self._ready = threading.Event()
        self._stopping = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name=name)

    def start(self) -> None:
        """Return when connections are taken; `port` is then known."""
        self._thread.start()
        self._ready.wait()

    def stop(self) -> None:
        """Hang up on everybody and wait for the thread."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join()

    async def _serve(self) -> None:
        try:
            server = await self._listen()
            self.port = server.sockets[0].getsockname()[1]
            self._loop = asyncio.get_running_loop()
        finally:
            self._ready.set()
        async with server:
            await self._stopping.wait()
