"""The schemas speak to authors: every field says what belongs there, and editors show it."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.generator.helpers import ROOT

SCHEMAS = ["broker", "categories", "changes", "common", "entries"]


def fields(schema: Any, root: Any, path: str = "") -> Iterator[tuple[str, bool]]:
    """Every field of a schema, and whether it or what it refers to has a description."""
    for name, field in schema.get("properties", {}).items():
        referred = root.get("$defs", {}).get(field.get("$ref", "").rpartition("/")[2], {})
        yield f"{path}.{name}", "description" in field or "description" in referred
        yield from fields(field, root, f"{path}.{name}")
    for inner in (schema.get("items"), schema.get("additionalProperties"), *schema.get("oneOf", ())):
        if isinstance(inner, dict):
            yield from fields(inner, root, path)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_is_described(name: str) -> None:
    schema = json.loads((ROOT / "schema" / f"{name}.schema.json").read_text("utf-8"))
    shapes = [schema, *schema.get("$defs", {}).values()]
    found = [field for shape in shapes for field in fields(shape, schema)]
    assert found
    assert [path for path, described in found if not described] == []
