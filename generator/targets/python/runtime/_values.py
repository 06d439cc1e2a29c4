# This line is another one in the package: it says where the module is from.
"""Plain values of bodies: what stands at a path, as text, as a status."""

# What lists and objects of a body hold is not known to types.
# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ._report import Given
    from ._rows import ConditionRow, SignatureRow

    Check = Callable[[object], bool]

MAX_CODES, LONGEST_CODE = 5_000, 100
"""So many codes, of so many characters at most, are remembered; then a memory starts anew."""
MISSING = object()
"""Stands where a body has nothing."""
STATUS_LENGTH = 3
LOWEST_STATUS, HIGHEST_STATUS = 100, 599
"""HTTP statuses."""


class _Reading:
    """How JSON is read: fractions are kept as they are written."""

    strict = True
    object_hook = object_pairs_hook = None
    parse_int = int
    parse_float = parse_constant = str


SHORTEST = 6
"""Shorter texts under keys that no envelope reads are not looked into."""
_BLANKS = " \t\n\r"


def _reader() -> "Callable[[str], object]":
    """What reads JSON: the part of ``json`` that is written in C, where there is one.

    The rest of ``json`` is expressions for what surrounds a value; to load them takes longer than a match.
    """
    try:
        from _json import make_scanner
    except ImportError:
        from json import JSONDecoder

        return JSONDecoder(parse_float=str, parse_constant=str).decode
    scan = make_scanner(_Reading)  # type: ignore[arg-type]  # anything that has these attributes

    def read(text: str) -> object:
        text = text.strip(_BLANKS)
        try:
            value, end = scan(text, 0)
        except StopIteration:
            raise ValueError(text) from None
        if end != len(text):
            raise ValueError(text)
        return value

    return read


parsed = _reader()
"""The value of a JSON text. Raises ValueError or RecursionError."""


def value_at(body: object, path: tuple[str, ...]) -> object:
    """The value at a path; ``MISSING`` where there is none."""
    for key in path:
        if type(body) is dict:
            body = body.get(key, MISSING)
        elif type(body) is list and key.isdecimal() and int(key) < len(body):
            body = body[int(key)]
        else:
            return MISSING
    return body


def as_text(value: object) -> str | None:
    """A value of a body as a param: texts as they are, everything else as JSON; None for nothing."""
    if type(value) is str:
        return value
    if type(value) is int:
        return str(value)
    if value is MISSING or value is None:
        return None
    import json

    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    except (TypeError, ValueError, RecursionError):
        return None


def as_status(value: object) -> int | None:
    """A value as an HTTP status; None for anything that is not one."""
    if type(value) is str and len(value) == STATUS_LENGTH and value.isascii() and value.isdigit():
        value = int(value)
    return value if type(value) is int and LOWEST_STATUS <= value <= HIGHEST_STATUS else None


def kind_of(value: object) -> str:
    """What kind of body a value is: empty, html for the page of some gateway, or text."""
    if value is None or value is MISSING or value in ("", b""):
        return "empty"
    return "html" if type(value) is str and "<html" in value.lower() else "text"


def check_of(condition: "ConditionRow") -> "Check":
    """The check of a condition on the value at its path."""
    return _CHECKS[condition.shape](condition.value)


def _is_text(value: object) -> bool:
    return type(value) is str and value != "" and not value.isspace()


def _is_integer(value: object) -> bool:
    if type(value) is str:
        digits = value.removeprefix("-")
        return digits.isascii() and digits.isdigit()
    return type(value) is int


def _is_name(value: object) -> bool:
    return type(value) is str and value[:1].isupper() and value.isascii() and value.isalnum()


def _is(wanted: object) -> "Check":
    return lambda value: value == wanted and type(value) is type(wanted)


def _one_of(wanted: object) -> "Check":
    texts = frozenset(map(as_text, wanted)) if isinstance(wanted, tuple | list) else frozenset()
    return lambda value: as_text(value) in texts


def _like(wanted: object) -> "Check":
    import re

    pattern = re.compile(str(wanted), re.ASCII)
    return lambda value: (text := as_text(value)) is not None and pattern.fullmatch(text[:500]) is not None


_CHECKS: "dict[str, Callable[[object], Check]]" = {
    "text": lambda _: _is_text,
    "integer": lambda _: _is_integer,
    "name": lambda _: _is_name,
    "object": lambda _: lambda value: type(value) is dict,
    "value": lambda _: lambda value: value is not MISSING and value is not None,
    "key": lambda _: lambda value: value is not MISSING,
    "absent": lambda _: lambda value: value is MISSING,
    "empty": lambda _: lambda value: value is not MISSING and (value is None or value in ("", [], {})),
    "is": _is,
    "one_of": _one_of,
    "like": _like,
}


def stated_key(path: tuple[str, ...]) -> str:
    """The key that stands for a path where only keys are known: the last that is no place in a list."""
    return path[0] if path[-1].isdecimal() else path[-1]


class Fields:
    """A body to be read by paths, and what is known of it.

    ``depth`` says how deep in the source it stands, ``order`` and ``at`` where, ``item`` whether in a list,
    ``is_cut`` whether its end is gone.
    """

    __slots__ = ("at", "body", "depth", "given", "is_cut", "item", "order")

    def __init__(
        self,
        body: "Mapping[str, object]",
        given: "Given",
        depth: int,
        *,
        order: int = 0,
        at: int = 0,
        item: bool = False,
    ) -> None:
        self.body = body
        self.given = given
        self.depth = depth
        self.order = order
        self.at = at
        self.item = item
        self.is_cut = False

    def value(self, path: tuple[str, ...]) -> object:
        """The value at a path; ``MISSING`` where there is none."""
        return self.body.get(path[0], MISSING) if len(path) == 1 else value_at(self.body, path)

    def holds_beside(self, path: tuple[str, ...]) -> bool:  # noqa: ARG002 - see StatedFields
        """Whether what a field holds stands beside it, among the same fields."""
        return False


class StatedFields(Fields):
    """Fields that a text states. How they are nested is not known: the last key of a path stands for it."""

    __slots__ = ()

    def value(self, path: tuple[str, ...]) -> object:
        """The value at a path; ``MISSING`` where there is none."""
        return self.body.get(stated_key(path), MISSING)

    def holds_beside(self, path: tuple[str, ...]) -> bool:
        """Whether what a field holds stands beside it, among the same fields."""
        return type(self.value(path)) in (dict, list)


def has_field(signature: "SignatureRow", fields: Fields) -> bool:
    """Whether a body has the field that a signature looks at, with its value."""
    value = as_text(fields.value(signature.path))
    if value is None or signature.value not in (None, value):
        return False
    return not signature.beside or as_text(fields.value(signature.beside)) is not None


def holds_more(message: str) -> bool:
    """Whether a message that is not recognized has a sign for which it is looked into."""
    return "{" in message or "[" in message or "<" in message or "\\" in message


def may_say(value: object) -> bool:
    """Whether a value under a key that no envelope reads is worth looking into."""
    return len(value) >= SHORTEST if type(value) is str else type(value) not in (int, float, bool, type(None))


def is_short(code: object) -> bool:
    """Whether a code is worth remembering: no vendor's is longer."""
    return type(code) is not str or len(code) <= LONGEST_CODE
