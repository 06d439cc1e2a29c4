# From generator/targets/python/runtime/_objects.py by `python -m generator build`. Do not edit.
"""From an object that one holds when it goes wrong to plain data, a status and headers.

Objects are read by their shape: no client is imported, nothing is awaited, and no body is fetched.
"""

# What lists and objects of a body hold is not known to types.
# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false

from ._once import read_once
from ._plain import Copy, attribute, decoded, held_by, is_bytes, is_dict, is_list, is_text, is_tuple, text_of
from ._tuples import NamedTuple
from ._values import HIGHEST_STATUS, LOWEST_STATUS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._rows import Common

MAX_CHAIN = 20
"""Exceptions of a chain or group that are read."""
MAX_HEADERS = 200
MAX_ADDRESS = 500
LOWEST_CLOSE, HIGHEST_CLOSE = 1000, 4999
"""Codes with which a WebSocket is closed."""
CLOSES = (range(1000, 1016), range(4000, 5000))
"""Those that are in use, as two bytes with which no text begins."""
CODE_BYTES, MAX_CLOSE = 2, 125
"""How long the code of a frame that closes a connection is, and such a frame at most."""


class Piece(NamedTuple):
    """What was read in one place of an object.

    ``value`` is text or plain data, None where there is no body. ``body`` is ``empty`` or ``unread`` where
    that is known. ``origin`` has the names by which the broker may be told: the exception's module, the
    address that was called. ``again`` says that this is another reading of what the piece before it was read
    of.
    """

    value: object
    status: int | None = None
    headers: dict[str, str] = {}  # noqa: RUF012 - the default of a tuple's field; nobody changes it
    origin: str = ""
    body: str | None = None
    truncated: bool = False
    again: bool = False
    operation: str | None = None


class Objects:
    """Reads objects. ``attributes`` are names under which clients' exceptions keep the answer's body."""

    def __init__(self, common: "Common", attributes: tuple[str, ...]) -> None:
        self._common = common
        self._attributes = attributes
        self._phrases = frozenset(common.phrases)

    def read(self, source: object) -> "Iterator[Piece]":
        """Yield what can be read, the outermost first: an exception comes before what it was raised from."""
        kind = type(source)
        if issubclass(kind, BaseException):
            yield from self._of_chain(source)
        elif _is_data(source):
            yield from _closes([source] if is_tuple(source) else ())
            yield from _close_frame(source)
            yield _copied(source)
        elif source is not None and not issubclass(kind, type):
            yield from self._of_object(source)

    def _of_object(self, source: object) -> "Iterator[Piece]":
        response = Response(source, self._common)
        if response.status is not None:
            yield response.piece(response.address())
            return
        yield from _closes([source])
        if held_by(source):
            yield _copied(source)

    def _of_chain(self, error: object) -> "Iterator[Piece]":
        """An exception, what it groups, and what it was raised from."""
        waiting, seen = [error], list[object]()
        while waiting and len(seen) < MAX_CHAIN:
            current = waiting.pop(0)
            if not issubclass(type(current), BaseException) or any(current is one for one in seen):
                continue
            seen.append(current)
            for number, piece in enumerate(self._of_exception(current)):
                yield piece._replace(again=number > 0)
            grouped = attribute(current, "exceptions")
            inner = list(grouped)[:MAX_CHAIN] if is_tuple(grouped) else []
            waiting = [*inner, attribute(current, "__cause__"), *waiting]

    def _of_exception(self, error: object) -> "Iterator[Piece]":
        """The body that an exception keeps, its response's, its text, its public fields: the fuller first."""
        kind = type(error)
        held = attribute(error, "response")
        response = Response(error if held is None else held, self._common)
        text = text_of(error)
        if response.status is None:
            response = self._being_handled(error, text) or response
        origin = f"{kind.__module__}.{kind.__qualname__} {response.address()}"
        status = response.status or _status(attribute(error, "status_code"), attribute(error, "status"))
        headers = response.headers()
        kept = [_copied(attribute(error, name)).value for name in self._attributes]
        bodies: list[object] = [one for one in kept if is_dict(one)]
        answered = response.piece(origin)
        if held is not None and answered.value:
            bodies.append(answered.value)
        once = read_once(error)
        if once is not None:
            answered = answered._replace(value=_copied(once).value, body=None if once else "empty")
            bodies += [answered.value] if once else []
        document = attribute(error, "doc")
        said = [value for one in bodies if is_dict(one) for value in one.values() if is_text(value)]
        bodies += [one for one in (text, document) if is_text(one) and one and one not in said]
        unread = answered.body if held is not None or response.status is not None else None
        body = None if any(is_dict(one) or one is answered.value for one in bodies) else unread
        for value in bodies:
            what = body if is_text(value) else None
            yield answered._replace(value=value, status=status, headers=headers, body=what)
        if status is not None and not bodies:
            yield answered._replace(value=None, status=status, headers=headers, body=unread)
        fields = self._fields(error)
        if fields:
            yield answered._replace(value=fields, status=status, headers=headers, body=None)
        yield from _closes((held_by_exception(error) or {}).values(), origin)

    def _being_handled(self, error: object, text: str) -> "Response | None":
        """The response of what was being handled meanwhile, if its body is a part of the text."""
        handled = attribute(error, "__context__")
        if attribute(error, "__cause__") is not None or not issubclass(type(handled), BaseException):
            return None
        held = attribute(handled, "response")
        response = Response(held, self._common) if held is not None else None
        if response is None or response.status is None:
            return None
        body = response.piece("").value
        return response if is_text(body) and len(body.strip()) > 1 and body.strip() in text else None

    def _fields(self, error: object) -> dict[str, object]:
        """An exception's public texts and numbers. A reason phrase is not the vendor's message."""
        held = held_by_exception(error) or {}
        plain = {
            name: _copied(value).value for name, value in held.items() if is_text(value) or type(value) is int
        }
        said = {name: value for name, value in plain.items() if not self._is_phrase(value)}
        return said if any(is_text(value) for value in said.values()) or len(said) > 1 else {}

    def _is_phrase(self, value: object) -> bool:
        return is_text(value) and value != value.lower() and value.lower() in self._phrases


class Response:
    """Something that looks like an HTTP response."""

    def __init__(self, response: object, common: "Common") -> None:
        self._response = response
        self._common = common
        # Many things have a code; it is a status only of what was fetched.
        fetched = attribute(response, "headers") is not None
        names = (*common.statuses, *(common.statuses_fetched if fetched else ()))
        self.status = _status(*(attribute(response, name) for name in names))

    def piece(self, origin: str) -> Piece:
        """The response as a whole."""
        body, kind, truncated = self._body()
        return Piece(body, self.status, self.headers(), origin, kind, truncated, operation=self.operation())

    def _body(self) -> tuple[object, str | None, bool]:
        """The body, if it is there already, and what kind of body it is otherwise."""
        held = attribute(self._response, "__dict__")
        for name, unread in self._common.unread:
            if is_dict(held) and name in held and text_of(held[name]) == unread:
                return None, "unread", False
        for name in self._common.bodies:
            value = attribute(self._response, name)
            if _is_data(value) or (held_by(value) and not callable(value)):
                copied = _copied(value)
                return copied.value, None if copied.value else "empty", copied.truncated
        return None, "unread", False

    def headers(self) -> dict[str, str]:
        """The headers, names in lower case."""
        headers = attribute(self._response, "headers")
        try:
            pairs: list[tuple[object, object]] = list(headers.items())  # type: ignore[attr-defined]  # or not
            return {
                str.lower(str.__str__(name)): str.__str__(value)
                for name, value in pairs[:MAX_HEADERS]
                if is_text(name) and is_text(value)
            }
        except Exception:  # noqa: BLE001 - foreign code
            return {}

    def operation(self) -> str | None:
        """The method and path that were called."""
        method = attribute(attribute(self._response, "request"), "method") or attribute(
            self._response, "method"
        )
        if not is_text(method) or not method.isalpha():
            return None
        _, _, behind = self.address().partition("://")
        path = "/" + behind.partition("/")[2].partition("?")[0].partition("#")[0]
        return f"{method.upper()} {path}" if behind else None

    def address(self) -> str:
        """The address that was called."""
        url = attribute(self._response, "url")
        return text_of(url)[:MAX_ADDRESS] if url is not None else ""


def held_by_exception(error: object) -> "dict[str, object] | None":
    """What an exception keeps under public names."""
    held = attribute(error, "__dict__")
    if not is_dict(held):
        return None
    return {name: value for name, value in held.items() if type(name) is str and name[:1] != "_"}


def _closes(values: object, origin: str = "") -> "Iterator[Piece]":
    """Why a connection was closed, as clients keep it: a code and a reason, or a message that holds both."""
    for value in values:  # type: ignore[attr-defined]
        for code_name, reason_name in (("code", "reason"), ("data", "extra")):
            code, reason = attribute(value, code_name), attribute(value, reason_name)
            if type(code) is int and LOWEST_CLOSE <= code <= HIGHEST_CLOSE and is_text(reason) and reason:
                yield Piece({"close_code": code, "close_reason": str.__str__(reason)}, origin=origin)


def _close_frame(source: object) -> "Iterator[Piece]":
    """A frame that closes a connection, as it came: the code in two bytes and the reason behind them."""
    if not is_bytes(source) or len(source) <= CODE_BYTES:
        return
    code = int.from_bytes(bytes(source[:CODE_BYTES]), "big")
    if any(code in codes for codes in CLOSES):
        yield Piece({"close_code": code, "close_reason": decoded(bytes(source[CODE_BYTES:MAX_CLOSE]))})


def _is_data(value: object) -> bool:
    return is_text(value) or is_bytes(value) or is_dict(value) or is_list(value) or is_tuple(value)


def _copied(value: object) -> Piece:
    copy = Copy()
    plain = copy.of(value)
    return Piece(plain, truncated=copy.truncated)


def _status(*values: object) -> int | None:
    for value in values:
        if issubclass(type(value), int) and type(value) is not bool:
            number = int.__index__(value)  # type: ignore[arg-type]  # an int, as its type says
            if LOWEST_STATUS <= number <= HIGHEST_STATUS:
                return number
    return None
