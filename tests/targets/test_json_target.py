"""The JSON target: it has the shape that its schema publishes, and its expressions are usable anywhere."""

import json
import re

import pytest
from jsonschema import Draft202012Validator

from generator.model.catalog import Catalog
from generator.runtime._normalise import fold, normalise
from generator.targets import json_catalog

from .conftest import ROOT, plans_of

NOT_COMMON = re.compile(r"\\[dDwWsSbBAZz]|\(\?[^:]|[*+?}]\+|(?<!\\)[.$^](?![^\[]*\])")


@pytest.fixture(scope="module")
def data(real_catalog: Catalog) -> dict[str, object]:
    """The normalised catalog as JSON readers get it."""
    text = json_catalog.generate(real_catalog, plans_of(real_catalog), "0.0.0")["catalog.json"]
    loaded: dict[str, object] = json.loads(text)
    return loaded


def test_the_real_catalog_has_the_published_shape(data: dict[str, object]) -> None:
    schema = json.loads((ROOT / "schema" / "catalog.schema.json").read_text("utf-8"))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []


def test_a_hostile_catalog_has_the_published_shape(hostile_catalog: Catalog) -> None:
    schema = json.loads((ROOT / "schema" / "catalog.schema.json").read_text("utf-8"))
    text = json_catalog.generate(hostile_catalog, plans_of(hostile_catalog), "0.0.0")["catalog.json"]
    assert [error.message for error in Draft202012Validator(schema).iter_errors(json.loads(text))] == []


def test_every_expression_is_in_the_common_subset(real_catalog: Catalog) -> None:
    for pattern, _ in _patterns(real_catalog):
        assert NOT_COMMON.search(pattern) is None, pattern


def test_every_template_without_slots_is_matched_by_its_own_expression(real_catalog: Catalog) -> None:
    for pattern, message in _patterns(real_catalog):
        if "{" not in message:
            assert re.fullmatch(pattern, fold(normalise(message))), message


def _patterns(catalog: Catalog) -> list[tuple[str, str]]:
    brokers = json_catalog.normalised(catalog, "0.0.0")["brokers"]
    assert isinstance(brokers, list)
    return [
        (signature["pattern"], signature["message"])
        for broker in brokers
        for entry in broker["entries"]
        for signature in entry["signatures"]
        if "pattern" in signature
    ]
