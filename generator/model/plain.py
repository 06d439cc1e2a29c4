"""From dataclasses to what JSON can say. The fields decide, as they do when the catalog is read."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any


def plain(value: Any) -> Any:
    """Plain data: a dataclass or named tuple as a mapping without what is None, a tuple as a list."""
    if type(value) is str:  # as most are
        return value
    names = _names(value.__class__)
    if names is not None:
        named = ((shown, getattr(value, name)) for name, shown in names.items())
        return {shown: plain(item) for shown, item in named if item is not None}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


@cache
def _names(kind: type[Any]) -> Mapping[str, str] | None:
    """The fields of a dataclass or a named tuple, and what they are called in JSON; None for other types."""
    if is_dataclass(kind):
        return {one.name: one.name.rstrip("_") for one in fields(kind)}
    names: tuple[str, ...] | None = getattr(kind, "_fields", None)
    return None if names is None else {name: name for name in names}
