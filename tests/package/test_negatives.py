"""What is no error of a broker is not taken for one: good answers, heartbeats, others' errors."""

from dataclasses import dataclass

import broker_errors
import pytest

from tests.package.support import error_of, load


@dataclass(frozen=True)
class Negative:
    """A text that is no error. ``brokers`` are those as whose answer it was seen or could be taken."""

    name: str
    text: str
    brokers: list[str]


NEGATIVES = [Negative(**row) for row in load("negatives.json")]
ALL = pytest.mark.parametrize("negative", [pytest.param(each, id=each.name) for each in NEGATIVES])
NAMED = pytest.mark.parametrize(
    ("negative", "broker"),
    [pytest.param(each, broker, id=f"{each.name}-{broker}") for each in NEGATIVES for broker in each.brokers],
)


@ALL
def test_it_is_no_error_of_anyone(negative: Negative) -> None:
    assert error_of(negative.text) is None


@NAMED
def test_it_is_no_error_of_the_broker_that_is_named(negative: Negative, broker: str) -> None:
    assert error_of(negative.text, broker=broker) is None


@NAMED
def test_it_is_no_error_with_a_good_status(negative: Negative, broker: str) -> None:
    assert error_of(negative.text, broker=broker, status=200) is None


@ALL
def test_it_is_no_error_as_bytes(negative: Negative) -> None:
    assert error_of(negative.text.encode()) is None


@ALL
def test_it_is_no_error_in_a_log_line(negative: Negative) -> None:
    assert error_of(f"2026-09-15 17:35:46,290 [INFO] app.stream: <-- {negative.text}") is None


@ALL
def test_nothing_at_all_is_found_in_it(negative: Negative) -> None:
    assert list(broker_errors.match_all(negative.text)) == []
