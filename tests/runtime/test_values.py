"""How JSON is read: as ``json`` reads it, with fractions as they are written."""

import json
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.targets.python.runtime import _values
from generator.targets.python.runtime._values import parsed

REFERENCE = json.JSONDecoder(parse_float=str, parse_constant=str)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(VALUES, st.sampled_from(["", " ", "\n\t\r "]))
def test_a_value_is_read_as_json_reads_it(value: object, blanks: str) -> None:
    text = f"{blanks}{json.dumps(value)}{blanks}"
    assert parsed(text) == REFERENCE.decode(text)


@pytest.mark.parametrize(
    "text",
    ["", " ", "{", "[1,]", "nul", "1 2", "{} {}", '{"a":1}x', '"\n"', "\u00a01", "'a'", '{"a" 1}', "-"],
)
def test_what_json_refuses_is_refused(text: str) -> None:
    assert (_refuses(REFERENCE.decode, text), _refuses(parsed, text)) == (True, True)


def _refuses(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return True
    return False


def test_an_interpreter_without_the_part_in_c_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "_json", None)
    assert _values._reader()(' {"a": [1.50, NaN]} ') == {"a": ["1.50", "NaN"]}


def test_what_is_too_deep_is_refused() -> None:
    with pytest.raises(RecursionError):
        parsed("[" * 100_000)
