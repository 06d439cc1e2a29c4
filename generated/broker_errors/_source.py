# Copied from generator/runtime by `python -m generator build`. Do not edit.
"""From anything that one holds when it goes wrong to plain data, a status and headers.

Objects are read by their shape: no SDK is imported, nothing is awaited, and no body is fetched that is not
there yet. Foreign code may run here (properties, ``str``), so every look at an object is guarded.
"""

from ._report import HIGHEST_STATUS, LOWEST_STATUS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeGuard

MAX_CHAIN = 5
MAX_DEPTH = 24
MAX_ITEMS = 20_000
MAX_BYTES = 262_144


class Source:
    """What was read from an object.

    Attributes:
        value: text or plain data; None where there is no body.
        status: the HTTP status, None where there is none.
        headers: names in lower case.
        origin: names by which the broker may be told: the exception's module, the address that was called.
    """

    __slots__ = ("headers", "origin", "status", "value")

    def __init__(
        self,
        value: object,
        status: int | None = None,
        headers: dict[str, str] | None = None,
        origin: str = "",
    ) -> None:
        self.value = value
        self.status = status
        self.headers = headers or {}
        self.origin = origin


def read(source: object) -> "Iterator[Source]":
    """Yield what can be read from ``source``, the outermost first: an exception comes before its cause."""
    if isinstance(source, BaseException):
        yield from _of_exception(source)
    elif isinstance(source, str) or _is_bytes(source) or _is_dict(source) or _is_list_or_tuple(source):
        yield Source(_plain(source))
    elif source is not None:
        yield from _of_response(source, "")


def _of_exception(error: BaseException) -> "Iterator[Source]":
    seen: list[int] = []
    current: BaseException | None = error
    while current is not None and id(current) not in seen and len(seen) < MAX_CHAIN:
        seen.append(id(current))
        yield from _of_one_exception(current)
        current = current.__cause__ or current.__context__


def _of_one_exception(error: BaseException) -> "Iterator[Source]":
    kind = type(error)
    origin = f"{kind.__module__}.{kind.__qualname__} "
    # alpaca-trade-api keeps the body here, and only the message in its text.
    body = _attribute(error, "_error")
    text = _text_of(error)
    response = _attribute(error, "response")
    read = list(_of_response(response, origin)) if response is not None else []
    own_status = _status(_attribute(error, "status_code"), _attribute(error, "status"))
    if read:
        origin = read[0].origin
    status = read[0].status if read and read[0].status is not None else own_status
    headers = read[0].headers if read else {}
    for value in (_plain(body) if _is_dict(body) else None, read[0].value if read else None, text):
        if value:
            yield Source(value, status, headers, origin)
    if status is not None and not text and not (read and read[0].value):
        yield Source(None, status, headers, origin)
    close = _attribute(error, "rcvd")  # the websockets package: why the connection was closed
    code, reason = _attribute(close, "code"), _attribute(close, "reason")
    if isinstance(code, int) and isinstance(reason, str):
        yield Source({"close_code": int(code), "close_reason": _text_of(reason)}, origin=origin)


def _of_response(response: object, origin: str) -> "Iterator[Source]":
    status = _status(_attribute(response, "status_code"), _attribute(response, "status"))
    if status is None:
        return
    yield Source(_body(response), status, _headers(response), f"{origin}{_address(response)}")


def _body(response: object) -> object:
    if _attribute(response, "_content") is False:  # requests: a streamed body that nobody has read
        return None
    for name in ("text", "body", "content", "data"):
        value = _attribute(response, name)
        if isinstance(value, str | bytes | bytearray) or _is_dict(value) or _is_list(value):
            return _plain(value)
    return None


def _headers(response: object) -> dict[str, str]:
    headers = _attribute(response, "headers")
    try:
        pairs: list[tuple[object, object]] = list(headers.items())  # type: ignore[attr-defined]  # or not
        return {
            name.lower(): value
            for name, value in pairs[:200]
            if isinstance(name, str) and isinstance(value, str)
        }
    except Exception:  # noqa: BLE001 - foreign code
        return {}


def _address(response: object) -> str:
    url = _attribute(response, "url")
    return _text_of(url)[:500] if url is not None else ""


def _status(*values: object) -> int | None:
    for value in values:
        if (
            isinstance(value, int)
            and not isinstance(value, bool)
            and LOWEST_STATUS <= value <= HIGHEST_STATUS
        ):
            return int(value)
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
        text = str(value)
        return text if type(text) is str else str.__str__(text)
    except Exception:  # noqa: BLE001 - foreign code
        return ""


def _plain(value: object) -> object:
    """A copy of texts, objects and lists as exactly ``str``, ``dict`` and ``list``, bounded in size."""
    try:
        return _copied(value, 0, [MAX_ITEMS])
    except Exception:  # noqa: BLE001 - foreign code in subclasses
        return None


def _copied(value: object, depth: int, left: list[int]) -> object:
    left[0] -= 1
    if depth > MAX_DEPTH or left[0] < 0:
        return None
    if _is_dict(value):
        pairs = dict[object, object].items(value)  # those of dict itself, whatever a subclass says
        return {str(key): _copied(item, depth + 1, left) for key, item in pairs}
    if _is_list_or_tuple(value):
        return [_copied(item, depth + 1, left) for item in value]
    return _scalar(value)


def _scalar(value: object) -> object:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return value if type(value) is str else str.__str__(value)
    if _is_bytes(value):
        return decoded(bytes(value[:MAX_BYTES]))
    if isinstance(value, int):
        return int(value)
    return repr(float(value)) if isinstance(value, float) else None


# For type checkers: isinstance alone does not say what is in a buffer, a dict or a list.


def _is_bytes(value: object) -> "TypeGuard[bytes | bytearray | memoryview[int]]":
    return isinstance(value, bytes | bytearray | memoryview)


def _is_dict(value: object) -> "TypeGuard[dict[object, object]]":
    return isinstance(value, dict)


def _is_list(value: object) -> "TypeGuard[list[object]]":
    return isinstance(value, list)


def _is_list_or_tuple(value: object) -> "TypeGuard[list[object] | tuple[object, ...]]":
    return isinstance(value, list | tuple)


def decoded(data: bytes) -> str:
    """Text in whatever encoding: UTF-8 and UTF-16 by their marks, else UTF-8, Windows-1252 at the last."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
