# From generator/targets/python/runtime/_fields.py by `python -m generator build`. Do not edit.
"""Dataclasses and named tuples out of plain data. Their fields decide what is read."""

from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")
Path = tuple[str | int, ...]
"""Keys and places in lists that lead to a value."""
Noted = Callable[[object, Path], None]


def made(kind: type[T], data: Mapping[str, Any], path: Path, noted: Noted, **given: object) -> T:
    """An instance of a dataclass or named tuple, from data of an approved shape.

    Args:
        kind: the class. A classmethod ``expanded`` of it turns a short form into a mapping.
        data: the mapping; a field is read from the key of its name, without a trailing underscore.
        path: where the mapping stands.
        noted: is told of each instance and its path.
        **given: fields that are not read.
    """
    values = {
        name: value(hint, data[key], (*path, key), noted)
        for name, key, hint in _fields(kind)  # type: ignore[arg-type]  # a class can be hashed
        if name not in given and key in data
    }
    part = kind(**values, **given)
    noted(part, path)
    return part


def value(hint: Any, data: Any, path: Path, noted: Noted) -> Any:
    """Plain data as a value of the type that a field has."""
    if isinstance(hint, type):
        return _of_class(hint, data, path, noted)
    origin = get_origin(hint)
    if origin is tuple:
        kind = get_args(hint)[0]
        return tuple(value(kind, item, (*path, index), noted) for index, item in enumerate(data))
    if origin is Mapping:
        kind = get_args(hint)[1]
        return {key: value(kind, item, (*path, key), noted) for key, item in data.items()}
    return data


def _of_class(kind: type[Any], data: Any, path: Path, noted: Noted) -> Any:
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        expanded = getattr(kind, "expanded", None)
        return made(kind, data if expanded is None else expanded(data), path, noted)
    return kind(data) if issubclass(kind, Enum) else data


@cache
def _fields(kind: type[Any]) -> tuple[tuple[str, str, Any], ...]:
    """Each field's name, the key that it is read from, and its type, without the None of what is optional."""
    hints = get_type_hints(kind)
    names = tuple(getattr(kind, "__dataclass_fields__", getattr(kind, "_fields", ())))
    return tuple((name, name.rstrip("_"), _without_none(hints[name])) for name in names)


def _without_none(hint: Any) -> Any:
    choices = [choice for choice in get_args(hint) if choice is not NoneType]
    return choices[0] if NoneType in get_args(hint) and len(choices) == 1 else hint
