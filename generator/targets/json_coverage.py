"""The coverage report as JSON."""

import json
from collections.abc import Mapping

from generator.coverage import BrokerCoverage, categories_by_broker, coverage
from generator.matching_plan import Plan
from generator.model import Catalog


def generate(catalog: Catalog, _plans: Mapping[str, Plan], _version: str) -> dict[str, str]:
    """``coverage.json``: the figures of the site's page on what is covered."""
    data = {
        "generated": "From the catalog by `python -m generator build`. Do not edit.",
        "brokers": {one.broker.id: _broker(one) for one in coverage(catalog)},
        "categories": {
            category: dict(zip([broker.id for broker in catalog.brokers], counts, strict=True))
            for category, counts in categories_by_broker(catalog).items()
        },
    }
    return {"coverage.json": json.dumps(data, indent=1, ensure_ascii=False, sort_keys=True) + "\n"}


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
