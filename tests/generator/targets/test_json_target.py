"""The JSON target: it has the shape that its schema publishes, and its expressions are usable anywhere."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.targets.python.runtime._fold import Folded
from tests.generator.helpers import ROOT

from .conftest import Files

NOT_COMMON = re.compile(r"\\[dDwWsSbBAZz]|\(\?[^:]|[*+?}]\+|(?<!\\)[.$^](?![^\[]*\])")


@pytest.fixture(scope="module")
def published() -> Draft202012Validator:
    """The schema that users get."""
    schema = json.loads((ROOT / "generated" / "catalog.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.fixture(scope="module")
def catalog(real_files: Files) -> dict[str, Any]:
    """The real catalog as JSON readers get it."""
    loaded: dict[str, Any] = json.loads(real_files["generated"]["catalog.json"])
    return loaded


def test_the_real_catalog_has_the_published_shape(
    published: Draft202012Validator, catalog: dict[str, Any]
) -> None:
    assert [error.message for error in published.iter_errors(catalog)] == []


def test_a_hostile_catalog_has_the_published_shape(
    published: Draft202012Validator, hostile_files: Files
) -> None:
    data = json.loads(hostile_files["generated"]["catalog.json"])
    assert [error.message for error in published.iter_errors(data)] == []


def test_every_expression_is_in_the_common_subset(catalog: dict[str, Any]) -> None:
    assert [pattern for pattern, _ in _patterns(catalog) if NOT_COMMON.search(pattern)] == []


def test_every_message_without_slots_is_matched_by_its_own_expression(catalog: dict[str, Any]) -> None:
    plain = [(pattern, message) for pattern, message in _patterns(catalog) if "{" not in message]
    assert plain
    assert [text for pattern, text in plain if not re.fullmatch(pattern, Folded(text).low)] == []


def test_an_entry_says_which_ids_it_had(hostile_files: Files) -> None:
    data = json.loads(hostile_files["generated"]["catalog.json"])
    former = {entry["id"]: entry["formerly"] for entry in data["brokers"][0]["entries"]}
    assert former["acme.import"] == [{"id": "import_once", "until": "9.0.0"}]


def _patterns(catalog: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for broker in catalog["brokers"]:
        for entry in broker["entries"]:
            for signature in entry["signatures"]:
                if "pattern" in signature:
                    yield signature["pattern"], signature["message"]
