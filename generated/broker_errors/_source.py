# Copied from generator/runtime by `python -m generator build`. Do not edit.
"""From anything that one holds when it goes wrong to plain data, a status and headers.

Objects are read by their shape: no SDK is imported, nothing is awaited, and no body is fetched.
Foreign code may run here (properties, ``str``, ``items``), so every look at an object is guarded.
What an object is, is asked of its type, because an instance may lie or raise.
"""

from itertools import islice

from ._report import HIGHEST_STATUS, LOWEST_STATUS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeGuard

MAX_CHAIN = 5
MAX_DEPTH = 24
MAX_ITEMS = 20_000
MAX_BYTES = 262_144
MAX_HEADERS = 200
MAX_ADDRESS = 500


class Source:
    """What was read from an object.

    Attributes:
        value: text or plain data; None where there is no body.
        status: the HTTP status, None where there is none.
        headers: names in lower case.
        origin: names by which the broker may be told: the exception's module, the address that was called.
        again: whether this is another reading of the source before it, to be used if that tells nothing.
    """

    __slots__ = ("again", "headers", "origin", "status", "value")

    def __init__(
        self,
        value: object,
        status: int | None = None,
        headers: dict[str, str] | None = None,
        origin: str = "",
        *,
        again: bool = False,
    ) -> None:
        self.value = value
        self.status = status
        self.headers = headers or {}
        self.origin = origin
        self.again = again


def read(source: object) -> "Iterator[Source]":
    """Yield what can be read from ``source``, the outermost first: an exception comes before its cause."""
    kind = type(source)
    if issubclass(kind, BaseException):
        yield from _of_exception(source)
    elif issubclass(kind, str | bytes | bytearray | memoryview | dict | list | tuple):
        yield Source(_plain(source))
    elif source is None:
        yield Source(None)
    else:
        response = _Response(source)
        if response.status is not None:
            yield Source(response.body(), response.status, response.headers(), response.address())


def _of_exception(error: object) -> "Iterator[Source]":
    """An exception and what it was raised from. What was only being handled then may be something else."""
    seen: list[int] = []
    current = error
    while current is not None and id(current) not in seen and len(seen) < MAX_CHAIN:
        if not issubclass(type(current), BaseException):
            return
        seen.append(id(current))
        for index, source in enumerate(_readings(current)):
            source.again = index > 0
            yield source
        current = _attribute(current, "__cause__")


def _readings(error: object) -> "Iterator[Source]":
    """The body that an exception keeps, its response's, its text: the fuller first."""
    kind = type(error)
    held = _attribute(error, "response")
    response = _Response(error if held is None else held)
    status = response.status or _status(_attribute(error, "status_code"), _attribute(error, "status"))
    headers = response.headers()
    origin = f"{kind.__module__}.{kind.__qualname__} {response.address()}"
    kept = _attribute(error, "_error")  # alpaca-trade-api: the body, where the text is only the message
    found = False
    bodies = (
        _plain(kept) if issubclass(type(kept), dict) else None,
        response.body() if held is not None else None,
        _text_of(error),
    )
    for value in bodies:
        if value:
            found = True
            yield Source(value, status, headers, origin)
    if status is not None and not found:
        yield Source(None, status, headers, origin)
    yield from _close(_attribute(error, "rcvd"), origin)


def _close(close: object, origin: str) -> "Iterator[Source]":
    """Why a connection was closed, as the websockets package keeps it."""
    code, reason = _attribute(close, "code"), _text_of(_attribute(close, "reason") or "")
    if type(code) is int and reason:
        yield Source({"close_code": code, "close_reason": reason}, origin=origin)
        yield Source(reason, origin=origin)


class _Response:
    """Something that looks like an HTTP response: of requests, httpx, aiohttp, urllib or an SDK."""

    def __init__(self, response: object) -> None:
        self._response = response
        # Many things have a code; it is a status only of what was fetched, as urllib keeps it.
        was_fetched = _attribute(response, "headers") is not None
        self.status = _status(
            _attribute(response, "status_code"),
            _attribute(response, "status"),
            _attribute(response, "code") if was_fetched else None,
        )

    def body(self) -> object:
        """The body, if it is there already."""
        if _attribute(self._response, "_content") is False:  # requests: a streamed body that nobody has read
            return None
        for name in ("text", "body", "content", "data"):
            value = _attribute(self._response, name)
            if issubclass(type(value), str | bytes | bytearray | dict | list):
                return _plain(value)
        return None

    def headers(self) -> dict[str, str]:
        """The headers, names in lower case."""
        headers = _attribute(self._response, "headers")
        try:
            pairs: list[tuple[object, object]] = list(headers.items())  # type: ignore[attr-defined]  # or not
            return {
                name.lower(): value
                for name, value in pairs[:MAX_HEADERS]
                if type(name) is str and type(value) is str
            }
        except Exception:  # noqa: BLE001 - foreign code
            return {}

    def address(self) -> str:
        """The address that was called."""
        url = _attribute(self._response, "url")
        return _text_of(url)[:MAX_ADDRESS] if url is not None else ""


def _status(*values: object) -> int | None:
    for value in values:
        if issubclass(type(value), int) and type(value) is not bool:
            number = int.__index__(value)  # type: ignore[arg-type]  # an int, as its type says
            if LOWEST_STATUS <= number <= HIGHEST_STATUS:
                return number
    return None


def _attribute(value: object, name: str) -> object:
    """An attribute, or None where reading it fails: SDKs parse bodies in properties, and raise there."""
    try:
        found: object = getattr(value, name, None)
    except Exception:  # noqa: BLE001 - foreign code
        return None
    return found


def _text_of(value: object) -> str:
    try:
        return str.__str__(str(value))
    except Exception:  # noqa: BLE001 - foreign code
        return ""


def _plain(value: object) -> object:
    """A copy of texts, objects and lists as exactly ``str``, ``dict`` and ``list``, bounded in size."""
    return _copied(value, 0, [MAX_ITEMS])


def _copied(value: object, depth: int, left: list[int]) -> object:
    left[0] -= 1
    if depth > MAX_DEPTH or left[0] < 0:
        return None
    if _is_dict(value):
        pairs = islice(dict[object, object].items(value), left[0])  # dict's own, whatever a subclass says
        return {_text_of(key): _copied(item, depth + 1, left) for key, item in pairs}
    if _is_list(value):
        return [_copied(item, depth + 1, left) for item in islice(list[object].__iter__(value), left[0])]
    if _is_tuple(value):
        items = islice(tuple[object, ...].__iter__(value), left[0])
        return [_copied(item, depth + 1, left) for item in items]
    return _scalar(value)


def _scalar(value: object) -> object:
    kind = type(value)
    if value is None or kind is bool:
        return value
    try:
        if _is_text(value):
            return str.__str__(value)
        if _is_bytes(value):
            return decoded(bytes(memoryview(value)[:MAX_BYTES]))
        if issubclass(kind, int):
            return int.__index__(value)  # type: ignore[arg-type]
        return repr(float.__float__(value)) if issubclass(kind, float) else None  # type: ignore[arg-type]
    except Exception:  # noqa: BLE001 - a buffer that was released, or of another shape
        return None


# What a value is, is asked of its type: ``isinstance`` would ask the instance, which may raise.


def _is_text(value: object) -> "TypeGuard[str]":
    return issubclass(type(value), str)


def _is_bytes(value: object) -> "TypeGuard[bytes | bytearray | memoryview[int]]":
    return issubclass(type(value), bytes | bytearray | memoryview)


def _is_dict(value: object) -> "TypeGuard[dict[object, object]]":
    return issubclass(type(value), dict)


def _is_list(value: object) -> "TypeGuard[list[object]]":
    return issubclass(type(value), list)


def _is_tuple(value: object) -> "TypeGuard[tuple[object, ...]]":
    return issubclass(type(value), tuple)


def decoded(data: bytes) -> str:
    """Text in whatever encoding it is: UTF-8 and UTF-16 by their marks, else UTF-8, else Windows-1252."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
