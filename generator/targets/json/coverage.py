"""What is covered, as plain data."""

from typing import Any

from generator.model.catalog import Catalog
from generator.model.coverage import BrokerCoverage, categories_by_broker, coverage


def covered(catalog: Catalog) -> dict[str, Any]:
    """The figures of the site's page on what is covered."""
    return {
        "brokers": {one.broker.id: _broker(one) for one in coverage(catalog)},
        "categories": {
            category: dict(zip([broker.id for broker in catalog.brokers], counts, strict=True))
            for category, counts in categories_by_broker(catalog).items()
        },
    }


def _broker(one: BrokerCoverage) -> dict[str, object]:
    return {
        "entries": one.entries,
        "areas": {
            area.title: {
                "entries": area.entries,
                "examples": {
                    "observed": area.observed_examples,
                    "documented": area.documented_examples,
                    "constructed": area.constructed_examples,
                },
                "constructed_only": [entry.full_id for entry in area.constructed_only],
            }
            for area in one.areas
        },
        "operations": {
            row.operation: {"entries": row.entries, "observed": row.observed} for row in one.operations
        },
        "without_operation": [entry.full_id for entry in one.without_operation],
    }
