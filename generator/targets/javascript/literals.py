"""Values as JavaScript source. The only way in which anything from the catalog reaches code."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeGuard

_IDENTIFIER = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*")
_PROTOTYPE = "__proto__"
"""As a plain key this would be an object's prototype, not a property of it."""


def javascript_literal(value: object) -> str:
    """Source that evaluates to plain data: null, booleans, numbers, texts, lists and objects, on one line."""
    if _is_table(value):
        return f"{{{','.join(f'{_key(key)}:{javascript_literal(item)}' for key, item in value.items())}}}"
    if _is_list(value):
        return f"[{','.join(map(javascript_literal, value))}]"
    return _scalar(value)


def javascript_rows(table: Mapping[str, object] | Sequence[object]) -> str:
    """The same for a table, a row on a line of its own: what changes in a row changes that line."""
    if isinstance(table, Mapping):
        return _lines("{", (f"{_key(key)}:{javascript_literal(item)}," for key, item in table.items()), "}")
    return _lines("[", (f"{javascript_literal(item)}," for item in table), "]")


def union(texts: Iterable[str]) -> str:
    """The TypeScript type of whoever is one of some texts."""
    return " | ".join(map(_scalar, texts)) or "never"


def comment(text: str) -> str:
    """A text within a comment: it can neither end it nor begin another line."""
    return " ".join(text.split()).replace("*/", "*\u200b/")


def _is_table(value: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(value, Mapping)


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _lines(opening: str, rows: Iterable[str], closing: str) -> str:
    return "\n".join([opening, *rows, closing])


def _key(key: str) -> str:
    if key == _PROTOTYPE:
        return f"[{_scalar(key)}]"
    return key if _IDENTIFIER.fullmatch(key) else _scalar(key)


def _scalar(value: object) -> str:
    if value is not None and not isinstance(value, bool | int | str):
        raise TypeError(f"{type(value).__name__} has no literal")
    text = json.dumps(value, ensure_ascii=False)
    return "".join(character if character.isprintable() else _escaped(character) for character in text)


def _escaped(character: str) -> str:
    """What does not print, as numbers: a reader sees it, and no reader's screen is turned around by it."""
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))
