# From generator/targets/python/runtime/_once.py by `python -m generator build`. Do not edit.
"""A body that can be read only once, as ``urllib`` hands it over: read, and put back for the caller.

Nothing waits here for longer than a moment: what has not arrived by then is left to the caller.
"""

from contextlib import suppress
from io import BufferedReader, BytesIO, RawIOBase

from ._plain import attribute

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MOST = 1 << 20
"""Bytes of a body that are read."""
MOMENT = 1.0
"""Seconds that are waited for more of it."""
_READERS = ("read", "read1", "readinto", "readline", "readlines", "peek")


def read_once(error: object) -> "bytes | None":
    """The body that an exception holds as ``fp`` and ``file``; None where there is no such body."""
    stream: Any = attribute(error, "fp")
    if stream is None or attribute(error, "file") is not stream or attribute(stream, "read1") is None:
        return None
    body = _read(stream)
    _put_back(error, body, stream)
    return body


def _read(stream: "Any") -> bytes:
    """What has arrived of a stream."""
    parts: list[bytes] = []
    with suppress(Exception):  # foreign code: what was read until then is put back
        while sum(map(len, parts)) < MOST and _is_ready(stream) and (more := stream.read1(1 << 16)):
            parts.append(more)
    return b"".join(parts)


def _is_ready(stream: "Any") -> bool:
    """Whether reading more does not wait: it is in memory, or a socket has it."""
    buffered: Any = attribute(stream, "fp")
    socket: Any = attribute(attribute(buffered, "raw"), "_sock")
    if socket is None:
        return not attribute(stream, "closed")
    patience = socket.gettimeout()
    try:
        socket.setblocking(False)
        if buffered.peek(1):
            return True
    except OSError:  # an encrypted socket says so when there is nothing yet
        pass
    finally:
        socket.settimeout(patience)
    from select import select

    return bool(select([socket], [], [], MOMENT)[0])


def _put_back(error: object, body: bytes, stream: "Any") -> None:
    again = BufferedReader(_Again(body, stream))
    held: Any = error
    held.fp = held.file = again
    for name in _READERS:  # urllib's wrapper keeps the methods that were used
        held.__dict__.pop(name, None)


class _Again(RawIOBase):
    """What was read, and behind it what is left."""

    def __init__(self, body: bytes, rest: "Any") -> None:
        super().__init__()
        self._body = BytesIO(body)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "Any") -> int:
        data: bytes = self._body.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._rest.close()
        super().close()
