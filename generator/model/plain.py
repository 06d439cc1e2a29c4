"""From dataclasses to what JSON can say. The fields decide, as they do when the catalog is read."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any


def plain(value: Any) -> Any:
    """Plain data: a dataclass or named tuple as a mapping without what is None, a tuple as a list."""
    if is_dataclass(value) and not isinstance(value, type):
        named = ((one.name.rstrip("_"), getattr(value, one.name)) for one in fields(value))
        return {name: plain(item) for name, item in named if item is not None}
    as_dict = getattr(value, "_asdict", None)
    if as_dict is not None:
        return {name: plain(item) for name, item in as_dict().items() if item is not None}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value
