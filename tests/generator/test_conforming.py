"""The quick answer to whether data has a shape is the one that jsonschema gives."""

from copy import deepcopy
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.conforming import test_of as made_test
from generator.load.yaml import Document, Kind
from generator.shape import schema, validator
from tests.generator.helpers import acme_files, examples

SCALARS = st.sampled_from(["", "a", " a", "a" * 5000, "404", "rest", 0, 1, -1, 10**9, True, False])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab"), inner),
    max_leaves=4,
)


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_schema_of_the_catalog_has_a_test(kind: Kind) -> None:
    assert not made_test(schema(kind))([])


def test_a_keyword_that_is_not_known_is_an_error() -> None:
    with pytest.raises(KeyError, match="contains"):
        made_test({"properties": {"a": {"contains": {}}}})


@pytest.mark.parametrize(
    ("part", "data", "conforms"),
    [
        ({"type": "integer"}, 1, True),
        ({"type": "integer"}, True, False),
        ({"type": ["string", "boolean"]}, True, True),
        ({"type": ["string", "boolean"]}, 1, False),
        ({"enum": ["a", 1]}, 1, True),
        ({"enum": ["a", 1]}, True, False),
        ({"enum": ["a", 1]}, ["a"], False),
        ({"const": True}, True, True),
        ({"const": True}, 1, False),
        ({"allOf": [{"minLength": 1}, {"maxLength": 2}]}, "ab", True),
        ({"allOf": [{"minLength": 1}, {"maxLength": 2}]}, "abc", False),
        ({"anyOf": [{"type": "string"}, {"minLength": 1}]}, "a", True),
        ({"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}, {}, False),
        ({"oneOf": [{"type": "string"}, {"type": "integer"}]}, 1, True),
        ({"oneOf": [{"type": "string"}, {"minLength": 1}]}, "a", False),
        ({"oneOf": [{"type": "string"}, {"type": "integer"}]}, [], False),
        ({"not": {"enum": ["a"]}}, "b", True),
        ({"not": {"enum": ["a"]}}, "a", False),
        ({"properties": {"a": {"type": "string"}}}, {"b": 1}, True),
        ({"properties": {"a": {"type": "string"}}}, {"a": 1}, False),
        ({"properties": {"a": {"type": "string"}}}, "a", True),
        ({"patternProperties": {"^a": {"type": "string"}}}, {"ab": "c", "b": 1}, True),
        ({"patternProperties": {"^a": {"type": "string"}}}, {"ab": 1}, False),
        ({"properties": {"a": {}}, "additionalProperties": False}, {"a": 1}, True),
        ({"properties": {"a": {}}, "additionalProperties": False}, {"b": 1}, False),
        ({"patternProperties": {"^a": {}}, "additionalProperties": False}, {"ab": 1}, True),
        ({"additionalProperties": {"type": "string"}}, {"a": "b"}, True),
        ({"additionalProperties": {"type": "string"}}, {"a": 1}, False),
        ({"propertyNames": {"maxLength": 1}}, {"a": 1}, True),
        ({"propertyNames": {"maxLength": 1}}, {"ab": 1}, False),
        ({"required": ["a"]}, {"a": 1}, True),
        ({"required": ["a"]}, {"b": 1}, False),
        ({"dependentRequired": {"a": ["b"]}}, {"a": 1, "b": 1}, True),
        ({"dependentRequired": {"a": ["b"]}}, {"c": 1}, True),
        ({"dependentRequired": {"a": ["b"]}}, {"a": 1}, False),
        ({"minProperties": 1}, {"a": 1}, True),
        ({"minProperties": 1}, {}, False),
        ({"items": {"type": "string"}}, ["a"], True),
        ({"items": {"type": "string"}}, ["a", 1], False),
        ({"uniqueItems": True}, [1, True, "1", {"a": 1}, {"a": 2}], True),
        ({"uniqueItems": True}, [{"a": 1, "b": 2}, {"b": 2, "a": 1}], False),
        ({"uniqueItems": False}, ["a", "a"], True),
        ({"minItems": 1}, ["a"], True),
        ({"minItems": 1}, [], False),
        ({"minItems": 1}, "", True),
        ({"maxItems": 1}, ["a"], True),
        ({"maxItems": 1}, ["a", "b"], False),
        ({"minLength": 1}, "a", True),
        ({"minLength": 1}, "", False),
        ({"maxLength": 1}, "a", True),
        ({"maxLength": 1}, "ab", False),
        ({"pattern": "b"}, "abc", True),
        ({"pattern": "^b"}, "abc", False),
        ({"minimum": 1}, 1, True),
        ({"minimum": 1}, 0, False),
        ({"maximum": 1}, 1, True),
        ({"maximum": 1}, 2, False),
        ({"$ref": "#/$defs/x", "$defs": {"x": {"type": "string"}}}, "a", True),
        ({"$ref": "#/$defs/x", "$defs": {"x": {"type": "string"}}}, 1, False),
        ({"title": "A", "description": "b"}, 1, True),
    ],
)
def test_a_keyword_means_what_it_means_to_jsonschema(part: Any, data: Any, conforms: bool) -> None:
    assert Draft202012Validator(part).is_valid(data) == conforms
    assert made_test(part)(data) == conforms


@examples(300)
@given(data=st.data())
def test_one_change_anywhere_in_a_file_is_answered_as_jsonschema_does(data: st.DataObject) -> None:
    document: Document = data.draw(st.sampled_from(acme_files().documents))
    changed: Any = deepcopy(document.data)
    path = data.draw(st.sampled_from(sorted((one for one in document.places if one), key=str)))
    parent = changed
    for name in path[:-1]:
        parent = parent[name]
    if data.draw(st.booleans()):
        parent[path[-1]] = data.draw(VALUES)
    elif isinstance(parent, dict):
        parent[data.draw(st.sampled_from(["unknown", "a b"]))] = parent.pop(path[-1])
    else:
        parent.append(parent[path[-1]])
    assert made_test(schema(document.kind))(changed) == validator(document.kind).is_valid(changed)
