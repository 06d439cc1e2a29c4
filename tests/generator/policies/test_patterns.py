"""A pattern of a code or a value is read by every engine, or it is a finding."""

from typing import Any

import pytest

from generator.findings import Place
from generator.policies.patterns import _read_otherwise


def found(pattern: str) -> list[Any]:
    return [wrong.message for wrong in _read_otherwise(Place("catalog/acme/broker.yaml", 1, 1), pattern)]


@pytest.mark.parametrize(
    "pattern",
    [
        "[45][0-9]{4}",
        "([45][0-9]{2})[0-9]{5}",
        "[a-z]{2,20}(?:_[a-z]{1,20}){1,5}",
        r"a\.b|c{2,}d+?",
        r"[a\-z]",
        r"\d\w",
        "",
    ],
)
def test_what_every_engine_reads_is_right(pattern: str) -> None:
    assert found(pattern) == []


@pytest.mark.parametrize(
    "pattern",
    [
        *("a++", "a{2}+", "(?P<word>a)", "(?i)a", "(?=a)", r"\Aa", r"a\Z", "^a", "a$"),
        *("A{,5}", "a}", "a]", "x{", r"a\-b", r"\_x", r"a\ b", "[]a]", "[^]a]", r"\a", r"\07", r"\U0001F600"),
    ],
)
def test_what_one_engine_reads_otherwise_is_found(pattern: str) -> None:
    (message,) = found(pattern)
    assert message.startswith(f"{pattern!r} has ")
