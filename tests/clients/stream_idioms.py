"""How users listen to a broker: what the clients of WebSockets leave in a user's hand."""

import asyncio
import json
import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import aiohttp
import msgpack
import websocket
from alpaca.data.live import StockDataStream
from alpaca.trading.stream import TradingStream
from websockets.asyncio.client import connect as connect_async
from websockets.sync.client import connect

GIVE_UP = 30.0
"""Seconds; nothing here should take as long."""


@dataclass(frozen=True)
class StreamIdiom:
    """A way to listen. ``listen`` is given the broker's address and yields all that comes into the hand."""

    name: str
    listen: Callable[[str], Iterator[object]]


def _websockets(url: str) -> Iterator[object]:
    try:
        with connect(url, open_timeout=GIVE_UP) as stream:
            while True:
                yield stream.recv(GIVE_UP)
    except Exception as error:  # noqa: BLE001 - whatever a client may raise
        yield error


def _websockets_asyncio(url: str) -> Iterator[object]:
    async def listen() -> list[object]:
        came: list[object] = []
        try:
            async with connect_async(url, open_timeout=GIVE_UP) as stream:
                while True:
                    came.append(await asyncio.wait_for(stream.recv(), GIVE_UP))
        except Exception as error:  # noqa: BLE001 - whatever a client may raise
            came.append(error)
        return came

    yield from asyncio.run(listen())


@contextmanager
def _shut_down(stream: websocket.WebSocket) -> Iterator[None]:
    """Close the socket of websocket-client, which ``close()`` leaves open once the server has closed."""
    try:
        yield
    finally:
        stream.shutdown()  # type: ignore[no-untyped-call]


def _websocket_client(url: str) -> Iterator[object]:
    try:
        stream = websocket.create_connection(url, timeout=GIVE_UP)
        with _shut_down(stream):
            code = None
            while code != websocket.ABNF.OPCODE_CLOSE:
                code, data = stream.recv_data()
                yield data
    except Exception as error:  # noqa: BLE001 - whatever a client may raise
        yield error


def _websocket_client_app(url: str) -> Iterator[object]:
    """With callbacks: the errors and frames that they are given, and why the connection was closed."""
    came: list[object] = []
    connections = ExitStack()
    app = websocket.WebSocketApp(
        url,
        on_open=lambda app: connections.enter_context(_shut_down(app.sock)),  # type: ignore[arg-type]  # it is open
        on_message=lambda _, message: came.append(message),
        on_error=lambda _, error: came.append(error),
        on_close=lambda _, code, reason: came.append({"close_code": code, "close_reason": reason}),
    )
    with connections:
        app.run_forever()
    yield from came


def _aiohttp(url: str) -> Iterator[object]:
    async def listen() -> list[object]:
        came: list[object] = []
        try:
            async with aiohttp.ClientSession() as session, session.ws_connect(url) as stream:
                while True:
                    message = await stream.receive(GIVE_UP)
                    came.append(message)
                    if message.type in (
                        aiohttp.WSMsgType.CLOSE,
                        aiohttp.WSMsgType.CLOSED,
                        aiohttp.WSMsgType.ERROR,
                    ):
                        return came
        except Exception as error:  # noqa: BLE001 - whatever a client may raise
            came.append(error)
        return came

    yield from asyncio.run(listen())


STREAM_IDIOMS = [
    StreamIdiom("websockets, sync", _websockets),
    StreamIdiom("websockets, asyncio", _websockets_asyncio),
    StreamIdiom("websocket-client: connection", _websocket_client),
    StreamIdiom("websocket-client: WebSocketApp", _websocket_client_app),
    StreamIdiom("aiohttp: WebSocket", _aiohttp),
]


class _Lines(logging.Handler):
    """Keeps what was logged, as text, and stops the stream after the first error."""

    def __init__(self, stream: object) -> None:
        super().__init__(logging.WARNING)
        self._stream = stream
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
        self._stream._should_run = False  # type: ignore[attr-defined]  # stop() waits for a loop that is busy here
        self._stream._stop_stream_queue.put_nowait({"should_stop": True})  # type: ignore[attr-defined]
        self._stream._stop_stream_event.set()  # type: ignore[attr-defined]


@contextmanager
def _logged(logger: str, stream: object) -> Iterator[list[str]]:
    handler = _Lines(stream)
    log = logging.getLogger(logger)
    propagate, log.propagate = log.propagate, False
    log.addHandler(handler)
    try:
        yield handler.lines
    finally:
        log.removeHandler(handler)
        log.propagate = propagate


async def _ignore(_: object) -> None:
    """A handler that does nothing."""


def alpaca_data_stream(url: str) -> list[str]:
    """What alpaca-py's market data stream logs when something goes wrong: it raises nothing."""
    stream = StockDataStream("key", "secret", url_override=url)
    stream.subscribe_trades(_ignore, "SPY")
    with _logged("alpaca.data.live.websocket", stream) as lines:
        asyncio.run(asyncio.wait_for(stream._run_forever(), GIVE_UP))
    return lines


def alpaca_trading_stream(url: str) -> list[str]:
    """What alpaca-py's trading stream logs when something goes wrong: it raises nothing."""
    stream = TradingStream("key", "secret", url_override=url)
    stream.subscribe_trade_updates(_ignore)
    with _logged("alpaca.trading.stream", stream) as lines:
        asyncio.run(asyncio.wait_for(stream._run_forever(), GIVE_UP))  # type: ignore[no-untyped-call]
    return lines


def packed(text: str) -> bytes:
    """A frame as a market data stream sends it to a client that asked for MessagePack."""
    data: bytes = msgpack.packb(json.loads(text))
    return data
