"""Dataclasses and named tuples out of plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from generator.targets.python.runtime._fields import made
from generator.targets.python.runtime._tuples import NamedTuple
from generator.targets.python.runtime._words import Retry


class Span(NamedTuple):
    """A named tuple."""

    start: int
    end: int = 0


@dataclass(frozen=True)
class Place:
    """A dataclass with a short form."""

    file: str
    line: int | None = None

    @classmethod
    def expanded(cls, data: Any) -> Mapping[str, Any]:
        """A place may be written as ``file:line``."""
        if isinstance(data, Mapping):
            return data
        file, _, line = data.partition(":")
        return {"file": file, "line": int(line)}


@dataclass(frozen=True)
class Note:
    """A dataclass with fields of every kind that is read."""

    text: str
    is_: str | None = None
    retry: Retry = Retry.NEVER
    span: Span | None = None
    places: tuple[Place, ...] = ()
    by_name: Mapping[str, Place] = field(default_factory=dict)
    words: tuple[str, ...] = ()


def read(data: Mapping[str, Any], **given: object) -> Note:
    return made(Note, data, (), lambda part, path: None, **given)


@pytest.mark.parametrize(
    ("data", "note"),
    [
        ({"text": "a"}, Note("a")),
        ({"text": "a", "is": "b"}, Note("a", is_="b")),
        ({"text": "a", "retry": "halt"}, Note("a", retry=Retry.HALT)),
        ({"text": "a", "span": {"start": 3}}, Note("a", span=Span(3))),
        ({"text": "a", "places": [{"file": "b"}, "c:4"]}, Note("a", places=(Place("b"), Place("c", 4)))),
        ({"text": "a", "by_name": {"x": "c:4"}}, Note("a", by_name={"x": Place("c", 4)})),
        ({"text": "a", "words": ["b", "c"]}, Note("a", words=("b", "c"))),
        ({"text": "a", "unknown": 1}, Note("a")),
    ],
    ids=["default", "underscore", "enum", "named-tuple", "list", "mapping", "texts", "left-out"],
)
def test_the_fields_decide_what_is_read(data: Mapping[str, Any], note: Note) -> None:
    assert read(data) == note


def test_what_is_given_is_not_read() -> None:
    assert read({"text": "a", "retry": "no word"}, retry=Retry.WAIT) == Note("a", retry=Retry.WAIT)


def test_a_word_that_no_list_has_is_refused() -> None:
    with pytest.raises(ValueError, match="no word"):
        read({"text": "a", "retry": "no word"})


def test_each_part_is_told_with_its_path() -> None:
    told: list[tuple[object, tuple[str | int, ...]]] = []
    note = made(Note, {"text": "a", "places": ["b:1"]}, ("x",), lambda part, path: told.append((part, path)))
    assert told == [(Place("b", 1), ("x", "places", 0)), (note, ("x",))]
