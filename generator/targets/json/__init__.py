"""The JSON target: the normalized catalog and what is covered, for programs in any language."""

from dataclasses import replace
from json import dumps
from typing import Any

from generator.messages.slots import SLOT_TYPES
from generator.messages.template import parse_template
from generator.model.catalog import Broker, Catalog, Entry, Signature
from generator.model.plain import plain
from generator.targets.json.coverage import covered
from generator.targets.json.schema import catalog_schema

SCHEMA_VERSION = 2
GENERATED = "From the catalog by `python -m generator build`. Do not edit."


def generate(catalog: Catalog, version: str) -> dict[str, str]:
    """``catalog.json``, the schema that describes it, and ``coverage.json``."""
    return {
        "catalog.json": _text(normalized(catalog, version)),
        "catalog.schema.json": dumps(catalog_schema(), indent=1, ensure_ascii=False) + "\n",
        "coverage.json": _text(covered(catalog)),
    }


def normalized(catalog: Catalog, version: str) -> dict[str, Any]:
    """The catalog as plain data: defaults filled in, templates beside their regular expressions."""
    return {
        **plain(replace(catalog, brokers=())),
        "schema_version": SCHEMA_VERSION,
        "version": version,
        "slot_types": [
            {"id": slot.name, "meaning": slot.meaning, "pattern": slot.pattern}
            for slot in SLOT_TYPES.values()
        ],
        "brokers": [_broker(broker) for broker in catalog.brokers],
    }


def _broker(broker: Broker) -> dict[str, Any]:
    return {
        **plain(replace(broker, areas=())),
        "areas": [{"id": area.id, "title": area.title, "meaning": area.meaning} for area in broker.areas],
        "entries": [_entry(entry) for entry in broker.entries],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        **entry.said,
        "id": entry.full_id,
        "docs_path": entry.docs_path,
        "evidence": entry.evidence.value,
        "signatures": [_signature(signature) for signature in entry.signatures],
        "sources": plain(entry.citations),
    }


def _signature(signature: Signature) -> dict[str, Any]:
    data = {**plain(signature), "kind": signature.kind.value, "required": dict(signature.required)}
    if signature.message is None:
        return data
    template = parse_template(signature.message)
    slots = [{"name": slot.name, "type": slot.type.name} for slot in template.slots]
    return {**data, "pattern": template.pattern, "slots": slots}


def _text(data: dict[str, Any]) -> str:
    return dumps({"generated": GENERATED, **data}, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
