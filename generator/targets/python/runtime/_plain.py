# This line is another one in the package: it says where the module is from.
"""Plain data of whatever an object holds: exactly texts, numbers, objects and lists.

Foreign code may run here (properties, ``str``), so every look at an object is guarded. What an object is, is
asked of its type, because an instance may lie or raise.
"""

from itertools import islice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeGuard

MAX_DEPTH = 24
MAX_ITEMS = 20_000
"""Values that are copied of an object at most."""
MAX_BYTES = 1_048_576

_GZIP = b"\x1f\x8b"
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class Copy:
    """A copy in the making. ``truncated`` tells whether something was left out."""

    __slots__ = ("_left", "truncated")

    def __init__(self) -> None:
        self._left = MAX_ITEMS
        self.truncated = False

    def of(self, value: object, depth: int = 0) -> object:
        """The plain data of a value; None for what is none."""
        self._left -= 1
        if depth > MAX_DEPTH or self._left < 0:
            self.truncated = True
            return None
        if is_dict(value):
            pairs = islice(
                dict[object, object].items(value), self._left
            )  # dict's own, whatever a subclass says
            return {text_of(key): self.of(item, depth + 1) for key, item in pairs}
        if is_list(value):
            return [self.of(item, depth + 1) for item in islice(list[object].__iter__(value), self._left)]
        if is_tuple(value):
            return [
                self.of(item, depth + 1) for item in islice(tuple[object, ...].__iter__(value), self._left)
            ]
        scalar = self._scalar(value)
        if scalar is not None or value is None:
            return scalar
        held = held_by(value)
        return None if held is None else {name: self.of(item, depth + 1) for name, item in held.items()}

    def _scalar(self, value: object) -> object:
        kind = type(value)
        if kind is bool:
            return value
        try:
            if is_text(value):
                return str.__str__(value)
            if is_bytes(value):
                data = unpacked(bytes(memoryview(value)[: MAX_BYTES + 1]))
                self.truncated = self.truncated or len(data) > MAX_BYTES
                return decoded(data[:MAX_BYTES])
            if issubclass(kind, int):
                return int.__index__(value)  # type: ignore[arg-type]  # an int, as its type says
            return repr(float.__float__(value)) if issubclass(kind, float) else None  # type: ignore[arg-type]
        except Exception:  # noqa: BLE001 - a buffer that was released, or of another shape
            return None


def held_by(value: object) -> "dict[str, object] | None":
    """The public fields of a model: of a dataclass, of whatever keeps its fields in a dictionary."""
    kind = type(value)
    if issubclass(kind, type | BaseException) or kind.__module__ == "builtins":
        return None
    names = getattr(kind, "__dataclass_fields__", None)
    if is_dict(names):
        return {name: attribute(value, name) for name in islice(names, MAX_ITEMS) if type(name) is str}
    held = attribute(value, "__dict__")
    if not is_dict(held):
        return None
    return {
        name: item
        for name, item in islice(dict[object, object].items(held), MAX_ITEMS)
        if type(name) is str and name[:1] != "_"
    }


def attribute(value: object, name: str) -> object:
    """An attribute, or None where reading it fails: clients parse bodies in properties, and raise there."""
    try:
        found: object = getattr(value, name, None)
    except Exception:  # noqa: BLE001 - foreign code
        return None
    return found


def text_of(value: object) -> str:
    """What an object says as a text; nothing where that fails."""
    try:
        return str.__str__(str(value))
    except Exception:  # noqa: BLE001 - foreign code
        return ""


def unpacked(data: bytes) -> bytes:
    """What was compressed with gzip, as some clients leave it. Of too long a body one byte too many."""
    if not data.startswith(_GZIP):
        return data
    import zlib

    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, MAX_BYTES + 1)
    except zlib.error:
        return data


def decoded(data: bytes) -> str:
    """Text in whatever encoding it is: UTF-8 and UTF-16 by their marks, else UTF-8, else Windows-1252."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def is_text(value: object) -> "TypeGuard[str]":
    """Whether it is a text, as its type says."""
    return issubclass(type(value), str)


def is_bytes(value: object) -> "TypeGuard[bytes | bytearray | memoryview[int]]":
    """Whether it is bytes of any kind, as its type says."""
    return issubclass(type(value), bytes | bytearray | memoryview)


def is_dict(value: object) -> "TypeGuard[dict[object, object]]":
    """Whether it is a dictionary, as its type says."""
    return issubclass(type(value), dict)


def is_list(value: object) -> "TypeGuard[list[object]]":
    """Whether it is a list, as its type says."""
    return issubclass(type(value), list)


def is_tuple(value: object) -> "TypeGuard[tuple[object, ...]]":
    """Whether it is a tuple, as its type says."""
    return issubclass(type(value), tuple)
