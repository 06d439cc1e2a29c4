"""Named tuples written as classes, without ``typing``: they are what ``typing.NamedTuple`` makes."""

import pickle
from typing import Any

import pytest

from generator.targets.python.runtime._rows import ChannelRow, SignatureRow
from generator.targets.python.runtime._tuples import NamedTuple


class Point(NamedTuple):
    """A point."""

    x: int
    y: int = 2

    @property
    def total(self) -> int:
        """Both together."""
        return self.x + self.y


def test_fields_and_defaults_are_those_of_the_class() -> None:
    made: Any = Point
    assert (made._fields, made._field_defaults) == (("x", "y"), {"y": 2})
    assert Point(1) == Point(1, 2) == (1, 2)


def test_what_the_class_defines_is_there() -> None:
    assert (Point(1).total, Point.__doc__, Point.__module__) == (3, "A point.", __name__)


def test_it_shows_what_it_holds() -> None:
    assert repr(Point(1)) == "Point(x=1, y=2)"


def test_it_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Point(1).x = 5  # type: ignore[misc]


@pytest.mark.parametrize(
    "row", [ChannelRow("rest", "http", (), ()), SignatureRow("a.b", "a", "code", 1, code="5")]
)
def test_a_row_survives_pickling(row: object) -> None:
    assert pickle.loads(pickle.dumps(row)) == row
