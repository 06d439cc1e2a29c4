"""Values as Python source. The only way in which anything from the catalog reaches code."""

import re
from collections.abc import Iterable, Mapping
from itertools import chain
from keyword import iskeyword

WIDTH = 110

_TOUCHING_QUOTE = re.compile(r'"(?="|\Z)')


class Name:
    """A name to be written as it is, such as ``Category.RISK_CONTROL``. Made from identifiers only."""

    def __init__(self, *parts: str) -> None:
        for part in parts:
            if not part.isidentifier() or iskeyword(part):
                raise ValueError(f"{part!r} is not an identifier")
        self.text = ".".join(parts)


class Call:
    """A call, such as ``Step(who=..., do=...)``, without the keyword arguments that are None."""

    def __init__(
        self, function: Name, arguments: Mapping[str, object], positional: tuple[object, ...] = ()
    ) -> None:
        self.function = function
        self.positional = positional
        self.arguments = {name: value for name, value in arguments.items() if value is not None}

    @classmethod
    def of_row(cls, row: tuple[object, ...]) -> "Call":
        """The call that makes a named tuple: what has no default by position, what differs by name."""
        defaults: Mapping[str, object] = getattr(row, "_field_defaults", {})
        fields: tuple[str, ...] = getattr(row, "_fields", ())
        values = dict(zip(fields, row, strict=True))
        positional = tuple(values[name] for name in fields if name not in defaults)
        named = {name: values[name] for name in fields if name in defaults and values[name] != defaults[name]}
        return cls(Name(type(row).__name__), named, positional)


def python_rows(row: tuple[object, ...]) -> str:
    """Source that makes a named tuple of tables, a row of each table on a line of its own however long it is.

    So what changes in a row changes that line.
    """
    fields: tuple[str, ...] = getattr(row, "_fields", ())
    lines = (f"{name}={_table(item)}," for name, item in zip(fields, row, strict=True))
    return _lines(f"{Name(type(row).__name__).text}(", lines, ")", 0)


def _table(value: object) -> str:
    if isinstance(value, dict) and value:
        return _lines("{", (f"{_flat(key)}: {_flat(item)}," for key, item in value.items()), "}", 4)
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return _lines("(", (f"{_flat(item)}," for item in value), ")", 4)
    return _flat(value)


def python_literal(value: object, indent: int = 0) -> str:
    """Source that evaluates to ``value``: None, bool, int, str, tuple, named tuple, dict and :class:`Call`.

    On one line where it fits behind ``indent`` blanks, otherwise an item a line.
    """
    if hasattr(value, "_fields") and isinstance(value, tuple):
        value = Call.of_row(value)
    flat = _flat(value)
    if len(flat) + indent <= WIDTH:
        return flat
    if isinstance(value, tuple) and value:
        return _lines("(", (f"{python_literal(item, indent + 4)}," for item in value), ")", indent)
    if isinstance(value, dict) and value:
        items = (f"{_flat(key)}: {python_literal(item, indent + 4)}," for key, item in value.items())
        return _lines("{", items, "}", indent)
    if isinstance(value, Call):
        positional = (f"{python_literal(item, indent + 4)}," for item in value.positional)
        named = (f"{name}={python_literal(item, indent + 4)}," for name, item in value.arguments.items())
        return _lines(f"{value.function.text}(", chain(positional, named), ")", indent)
    return flat


def python_docstring(text: str) -> str:
    """A docstring that evaluates to ``text``.

    A quote is escaped before another one and at the end, so that no three of them ever meet. Escapes are
    numbers, because any other backslash in a docstring looks like a mistake.
    """
    visible = "".join(
        character if character.isprintable() and character != "\\" else _numbered(character)
        for character in text
    )
    return f'"""{_TOUCHING_QUOTE.sub(lambda quote: _numbered(quote[0]), visible)}"""'


def _lines(opening: str, items: Iterable[str], closing: str, indent: int) -> str:
    blanks = " " * indent
    return "\n".join([opening, *(f"{blanks}    {item}" for item in items), f"{blanks}{closing}"])


def _flat(value: object) -> str:
    if value is None or type(value) in (bool, int, str):
        return _text(value) if type(value) is str else repr(value)
    if isinstance(value, Name):
        return value.text
    if hasattr(value, "_fields") and isinstance(value, tuple):
        return _flat(Call.of_row(value))
    if isinstance(value, tuple):
        items = [_flat(item) for item in value]
        return f"({', '.join(items)}{',' if len(items) == 1 else ''})"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_flat(key)}: {_flat(item)}' for key, item in value.items())}}}"
    if isinstance(value, Call):
        named = (f"{name}={_flat(item)}" for name, item in value.arguments.items())
        return f"{value.function.text}({', '.join([*map(_flat, value.positional), *named])})"
    raise TypeError(f"{type(value).__name__} has no literal")


def _text(text: str) -> str:
    """A text in double quotes; what does not print is escaped as ``repr`` does it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    if not text.isprintable():
        escaped = "".join(one if one.isprintable() else repr(one)[1:-1] for one in escaped)
    return f'"{escaped}"'


def _numbered(character: str) -> str:
    return f"\\U{ord(character):08x}"
