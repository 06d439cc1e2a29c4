"""The JSON Schema of ``catalog.json``, derived from the classes that it is made of."""

from collections.abc import Mapping
from dataclasses import is_dataclass
from enum import Enum
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from generator.model.catalog import Area, Broker, Catalog, Entry, Signature, Wait

_DERIVED: Mapping[type, Mapping[str, Any]] = {
    Catalog: {
        "generated": {"type": "string"},
        "schema_version": {"const": 2},
        "version": {"type": "string"},
        "slot_types": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {name: {"type": "string"} for name in ("id", "meaning", "pattern")},
                "required": ["id", "meaning", "pattern"],
            },
        },
    },
    Broker: {"entries": {"type": "array", "items": {"$ref": "#/$defs/Entry"}}},
    Entry: {
        "docs_path": {"type": "string"},
        "evidence": {"enum": ["observed", "documented", "constructed"]},
    },
    Signature: {
        "kind": {"enum": ["field", "message", "code", "status"]},
        "required": {"type": "object"},
    },
}
"""What the JSON target adds to a class's own fields."""
_OPTIONAL: Mapping[type, Mapping[str, Any]] = {
    Signature: {
        "pattern": {"type": "string"},
        "slots": {"type": "array", "items": {"type": "object", "required": ["name", "type"]}},
    },
}
_LEFT_OUT: Mapping[type, frozenset[str]] = {Area: frozenset({"file", "entries"})}


def catalog_schema() -> dict[str, Any]:
    """The schema, with a definition for each class."""
    definitions: dict[str, Any] = {}
    root = _of(Catalog, definitions)
    _of(Entry, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The normalized catalog",
        "description": "catalog.json: everything the catalog says, defaults filled in.",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _of(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a type; classes go into ``definitions``."""
    if isinstance(hint, type) and (is_dataclass(hint) or hint is Wait):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}
            definitions[hint.__name__] = _object(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal or origin is None:
        return {"enum": list(arguments)} if origin is Literal else {"type": _SCALARS[hint]}
    inner = [_of(argument, definitions) for argument in arguments if argument not in (NoneType, Ellipsis)]
    if origin is tuple:
        return {"type": "array", "items": inner[0]}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": inner[1]}
    return inner[0] if len(inner) == 1 else {"anyOf": inner}


_SCALARS: Mapping[Any, str] = {str: "string", int: "integer", bool: "boolean"}


def _object(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    names = tuple(getattr(kind, "__dataclass_fields__", getattr(kind, "_fields", ())))
    fields = {name: hints[name] for name in names if name not in _LEFT_OUT.get(kind, ())}
    properties = {name.rstrip("_"): _of(hint, definitions) for name, hint in fields.items()}
    required = [name.rstrip("_") for name, hint in fields.items() if NoneType not in get_args(hint)]
    added, optional = _DERIVED.get(kind, {}), _OPTIONAL.get(kind, {})
    return {
        "description": (kind.__doc__ or "").partition("\n")[0],
        "type": "object",
        "properties": {**properties, **added, **optional},
        "required": [*required, *added],
        "additionalProperties": False,
    }
