"""Which fields a JSON Schema describes, by path."""

from collections.abc import Mapping
from functools import reduce
from typing import Any, NamedTuple

Schema = Mapping[str, Any]


class Node(NamedTuple):
    """What a schema says of a field: the types it may have, sorted, and whether it is always there."""

    types: tuple[str, ...]
    required: bool


def nodes(schema: Schema) -> dict[str, Node]:
    """Every field below the root by its path, such as ``brokers.entries.retry``; items share their list's."""
    found: dict[str, Node] = {"": Node(("object",), required=True)}
    _walk(schema, schema, "", found, ())
    return found


def _walk(root: Schema, schema: Schema, path: str, found: dict[str, Node], within: tuple[str, ...]) -> None:
    for part in _parts(root, schema, within):
        for name, inner in part.get("properties", {}).items():
            here = f"{path}.{name}" if path else name
            node = Node(tuple(sorted(_types(root, inner))), name in part.get("required", ()))
            known = found.get(here)
            found[here] = node if known is None else _either(known, node)
            _walk(root, inner, here, found, _followed(inner, within))
        for name in ("items", "additionalProperties"):
            inner = part.get(name)
            if isinstance(inner, Mapping):
                _walk(root, inner, path, found, _followed(inner, within))


def _parts(root: Schema, schema: Schema, within: tuple[str, ...]) -> list[Schema]:
    """The schema with everything that it refers to or combines. A circle of references is walked once."""
    parts = [schema]
    reference = schema.get("$ref")
    if isinstance(reference, str) and within.count(reference) <= 1:
        parts += _parts(root, _resolved(root, reference), (*within, reference))
    for name in ("allOf", "anyOf", "oneOf"):
        for inner in schema.get(name, ()):
            parts += _parts(root, inner, _followed(inner, within))
    return parts


def _followed(schema: Schema, within: tuple[str, ...]) -> tuple[str, ...]:
    reference = schema.get("$ref")
    return (*within, reference) if isinstance(reference, str) else within


def _resolved(root: Schema, reference: str) -> Schema:
    """What a reference within the same file, such as ``#/$defs/wait``, stands for."""
    found: Schema = reduce(lambda node, name: node[name], reference.removeprefix("#/").split("/"), root)
    return found


def _types(root: Schema, schema: Schema) -> set[str]:
    found: set[str] = set()
    for part in _parts(root, schema, ()):
        declared = part.get("type", ())
        found.update([declared] if isinstance(declared, str) else declared)
        found.update(
            _type_of(value)
            for value in (*part.get("enum", ()), *([part["const"]] if "const" in part else ()))
        )
    return found


def _type_of(value: object) -> str:
    names = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object"}
    return names.get(type(value), "null")


def _either(one: Node, other: Node) -> Node:
    return Node(tuple(sorted({*one.types, *other.types})), one.required and other.required)
