"""A broker on 127.0.0.1: it answers over HTTP and WebSocket exactly what it is told to, faults included."""

import gzip
import socket
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request as Handshake
from websockets.http11 import Response as Refusal
from websockets.sync.server import ServerConnection, serve

Frame = str | bytes
JSON: Mapping[str, str] = {"Content-Type": "application/json; charset=UTF-8"}
HTML: Mapping[str, str] = {"Content-Type": "text/html"}


class Fault(StrEnum):
    """What may happen instead of a whole answer."""

    NONE = "none"
    RESET = "reset"
    """The connection is reset before anything was answered."""
    SILENCE = "silence"
    """Nothing is answered until the client gives up."""
    CUT_OFF = "cut off"
    """The connection ends in the middle of the body."""


@dataclass(frozen=True)
class Request:
    """What a client asked."""

    method: str
    path: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True)
class Answer:
    """What the broker answers over HTTP."""

    status: int = 200
    body: str | bytes = ""
    headers: Mapping[str, str] = field(default_factory=lambda: JSON)
    fault: Fault = Fault.NONE
    compressed: bool = False

    @property
    def reason(self) -> str:
        """The reason phrase; a status of some gateway has none."""
        return HTTPStatus(self.status).phrase if self.status in list(HTTPStatus) else ""

    def payload(self) -> bytes:
        """The body as it travels."""
        data = self.body.encode() if isinstance(self.body, str) else self.body
        return gzip.compress(data, mtime=0) if self.compressed else data


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "_Server"

    def parse_request(self) -> bool:
        """Serve every method alike: whatever was asked, the broker's function decides."""
        if not super().parse_request():
            return False
        self.command, self._method = "ANY", self.command
        return True

    def do_ANY(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        request = Request(self._method, self.path, dict(self.headers.items()), self.rfile.read(length))
        self.close_connection = True
        self._send(self.server.respond(request))

    def _send(self, answer: Answer) -> None:
        if answer.fault is Fault.RESET:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return
        if answer.fault is Fault.SILENCE:
            self.connection.recv(1)  # returns when the client has hung up
            return
        payload = answer.payload()
        self.send_response(answer.status, answer.reason)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.compressed:
            self.send_header("Content-Encoding", "gzip")
        if answer.status != HTTPStatus.NO_CONTENT:
            self.send_header("Content-Length", str(len(payload)))
        self.send_header("Connection", "close")
        self.end_headers()
        if self._method != "HEAD":
            self.wfile.write(payload[: len(payload) // 2] if answer.fault is Fault.CUT_OFF else payload)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as http.server names it
        """Keep quiet."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, respond: Callable[[Request], Answer]) -> None:
        self.respond = respond
        super().__init__(("127.0.0.1", 0), _Handler)

    def shutdown_request(self, request: object) -> None:
        """Close without the polite shutdown, so that a connection that lingers for no time is reset."""
        self.close_request(request)  # type: ignore[arg-type]  # the socket, whatever the stub says

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that has hung up is no error of the broker."""


@contextmanager
def http_broker(respond: Callable[[Request], Answer]) -> Iterator[str]:
    """Serve what ``respond`` makes of each request, and give the address, such as ``http://127.0.0.1:5000``."""
    with _Server(respond) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


@dataclass(frozen=True)
class Stream:
    """What the broker does with a WebSocket.

    It sends ``greeting`` at once, then one of ``replies`` to each frame of the client. After the last one it
    closes with ``close_code`` and ``close_reason``, and without any close where the code is None.
    A ``refusal`` is answered to the opening handshake instead.
    """

    greeting: tuple[Frame, ...] = ()
    replies: tuple[Frame, ...] = ()
    close_code: int | None = 1000
    close_reason: str = ""
    refusal: Answer | None = None


@contextmanager
def stream_broker(script: Callable[[], Stream]) -> Iterator[str]:
    """Serve a WebSocket after the script of the moment, and give the address, such as ``ws://127.0.0.1:5000``."""

    def refuse(connection: ServerConnection, request: Handshake) -> Refusal | None:
        refusal = script().refusal
        if refusal is None:
            return None
        headers = Headers([*refusal.headers.items(), ("Content-Length", str(len(refusal.payload())))])
        return Refusal(refusal.status, refusal.reason, headers, refusal.payload())

    def play(connection: ServerConnection) -> None:
        stream = script()
        try:
            for frame in stream.greeting:
                connection.send(frame)
            for reply in stream.replies:
                connection.recv()
                connection.send(reply)
            if stream.close_code is None:
                connection.socket.shutdown(socket.SHUT_RDWR)
            else:
                connection.close(stream.close_code, stream.close_reason)
        except ConnectionClosed:
            pass

    with serve(play, "127.0.0.1", 0, process_request=refuse, compression=None) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"ws://127.0.0.1:{server.socket.getsockname()[1]}"
        finally:
            server.shutdown()
            thread.join()
