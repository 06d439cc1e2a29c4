"""Which version follows from what changed."""

import pytest

from generator.history.changes import Level
from generator.history.version import next_version, parse_version


@pytest.mark.parametrize(
    ("version", "level", "following"),
    [
        ("0.1.0", None, "0.1.0"),
        ("0.1.0", Level.PATCH, "0.1.1"),
        ("0.1.3", Level.MINOR, "0.2.0"),
        ("0.1.3", Level.MAJOR, "0.2.0"),
        ("1.2.3", Level.PATCH, "1.2.4"),
        ("1.2.3", Level.MINOR, "1.3.0"),
        ("1.2.3", Level.MAJOR, "2.0.0"),
    ],
)
def test_the_version_that_follows(version: str, level: Level | None, following: str) -> None:
    assert next_version(version, level) == following


@pytest.mark.parametrize("text", ["1.2", "v1.2.3", "1.2.3rc1", "01.2.3", "1.2.3\n", "", "1.2.3.4"])
def test_what_is_no_version(text: str) -> None:
    assert parse_version(text) is None
