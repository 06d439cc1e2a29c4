"""What is covered, as plain data: which entries, and on what evidence.

Entries are listed and not counted: two branches that each add one merge, where a count would be changed
alike by both, and be wrong.
"""

from collections.abc import Iterable
from typing import Any

from generator.model.catalog import Broker, Catalog, Entry
from generator.targets.python.runtime._words import Evidence


def covered(catalog: Catalog) -> dict[str, Any]:
    """The entries of each area by the evidence that they rest on, of each operation and of each category."""
    return {
        "brokers": {broker.id: _broker(broker) for broker in catalog.brokers},
        "categories": {
            category.id: _ids(entry for entry in catalog.entries if entry.category == category.id)
            for category in catalog.categories
        },
    }


def _broker(broker: Broker) -> dict[str, object]:
    operations = sorted({operation for entry in broker.entries for operation in entry.operations})
    return {
        "areas": {area.title: _by_evidence(area.entries) for area in broker.areas},
        "operations": {
            operation: _ids(entry for entry in broker.entries if operation in entry.operations)
            for operation in operations
        },
        "without_operation": _ids(entry for entry in broker.entries if not entry.operations),
    }


def _by_evidence(entries: Iterable[Entry]) -> dict[str, list[str]]:
    """The entries by the strongest evidence that each has."""
    return {kind.value: _ids(entry for entry in entries if entry.evidence == kind) for kind in Evidence}


def _ids(entries: Iterable[Entry]) -> list[str]:
    return sorted(entry.full_id for entry in entries)
