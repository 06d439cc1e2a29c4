"""Values as Python source. The only way in which anything from the catalog reaches code."""

import re
from collections.abc import Iterable, Mapping
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
    """A call with keyword arguments, such as ``Step(who=..., do=...)``, without those that are None."""

    def __init__(self, function: Name, arguments: Mapping[str, object]) -> None:
        self.function = function
        self.arguments = {name: value for name, value in arguments.items() if value is not None}


def python_literal(value: object, indent: int = 0) -> str:
    """Source that evaluates to ``value``: None, bool, int, str, tuple, dict, :class:`Name` and :class:`Call`.

    On one line where it fits behind ``indent`` blanks, otherwise an item a line.
    """
    flat = _flat(value)
    if len(flat) + indent <= WIDTH:
        return flat
    if isinstance(value, tuple) and value:
        return _lines("(", (f"{python_literal(item, indent + 4)}," for item in value), ")", indent)
    if isinstance(value, dict) and value:
        items = (f"{_flat(key)}: {python_literal(item, indent + 4)}," for key, item in value.items())
        return _lines("{", items, "}", indent)
    if isinstance(value, Call):
        arguments = (f"{name}={python_literal(item, indent + 4)}," for name, item in value.arguments.items())
        return _lines(f"{value.function.text}(", arguments, ")", indent)
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
    if type(value) is str:
        return _text(value)
    if value is None or type(value) in (bool, int):
        return repr(value)
    if isinstance(value, Name):
        return value.text
    if isinstance(value, tuple):
        items = [_flat(item) for item in value]
        return f"({', '.join(items)}{',' if len(items) == 1 else ''})"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_flat(key)}: {_flat(item)}' for key, item in value.items())}}}"
    if isinstance(value, Call):
        arguments = ", ".join(f"{name}={_flat(item)}" for name, item in value.arguments.items())
        return f"{value.function.text}({arguments})"
    raise TypeError(f"{type(value).__name__} has no literal")


def _text(text: str) -> str:
    """A text in double quotes; what does not print is escaped as ``repr`` does it."""
    return f'"{"".join(_escaped(character) for character in text)}"'


def _escaped(character: str) -> str:
    if character in ('"', "\\"):
        return f"\\{character}"
    return character if character.isprintable() else repr(character)[1:-1]


def _numbered(character: str) -> str:
    return f"\\U{ord(character):08x}"
