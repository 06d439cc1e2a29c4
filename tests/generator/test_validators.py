"""The quick validator of shapes and the one that says what is wrong agree on whether anything is."""

from copy import deepcopy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.load.yaml import Document
from generator.shape import quick_validator, validator
from tests.generator.helpers import acme_files, examples

SCALARS = st.sampled_from(["", "a", " a", "a" * 5000, "404", "rest", 0, 1, -1, 10**9, True, False])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab"), inner),
    max_leaves=4,
)


@examples(300)
@given(data=st.data())
def test_one_change_anywhere_in_a_file_is_wrong_to_both_validators_or_to_none(data: st.DataObject) -> None:
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
    assert quick_validator(document.kind).is_valid(changed) == validator(document.kind).is_valid(changed)
