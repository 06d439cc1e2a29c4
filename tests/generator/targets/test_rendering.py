"""JSON as the targets write it."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.targets.rendering import json_text
from tests.generator.helpers import examples

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@examples(300)
@given(PLAIN)
def test_it_is_the_json_of_the_standard_library(data: Any) -> None:
    assert json_text(data) == json.dumps(data, indent=1, ensure_ascii=False, sort_keys=True)
