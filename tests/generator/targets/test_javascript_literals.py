"""Values as JavaScript source: whatever the value, the source is that value and nothing else."""

import json
import re
from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.targets.javascript.literals import comment, javascript_literal, javascript_rows, union
from tests.generator.helpers import examples
from tests.javascript.node import node

texts = st.text() | st.text(st.sampled_from("\"'\\\n\r\t{}`$</!-\u2028\u202e\ud800\x00é"), max_size=40)
keys = texts | st.sampled_from(["__proto__", "constructor", "class", "a-b", "1", ""])
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=15,
)
_CODE = re.compile(r'"(?:[^"\\]|\\.)*"')


@examples(8)
@given(st.lists(values, min_size=30, max_size=40))
def test_source_evaluates_to_the_value(many: list[Any]) -> None:
    source = f"process.stdout.write(JSON.stringify({javascript_rows(many)}))"
    assert _ordered(json.loads(node("--input-type=module", "-", given=source))) == _ordered(many)


@examples(200)
@given(values)
def test_source_is_data_alone(value: object) -> None:
    """Outside of texts there is nothing but signs of lists and objects, numbers, keys and three words."""
    assert re.fullmatch(r"[A-Za-z0-9_$\[\]{},:-]*", _CODE.sub("", javascript_literal(value)))


@examples(200)
@given(values)
def test_every_character_of_source_prints(value: object) -> None:
    assert javascript_literal(value).isprintable()


@examples(200)
@given(texts)
def test_a_comment_stays_on_its_line_and_does_not_end(text: str) -> None:
    said = comment(text)
    assert "*/" not in said
    assert said.splitlines() in ([said], [])


def test_a_type_of_no_texts_has_no_values() -> None:
    assert (union(["a", 'b"']), union([])) == ('"a" | "b\\""', "never")


def _ordered(value: Any) -> Any:
    """The value with the members of objects in order: JavaScript moves keys that are numbers to the front."""
    if isinstance(value, Mapping):
        return sorted((key, _ordered(item)) for key, item in value.items())
    return [_ordered(item) for item in value] if isinstance(value, list) else value
