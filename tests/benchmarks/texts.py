"""T4 and T11: lines of a log. T6: large texts and large values, read whole, in linear time."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import cycle
from typing import Any

from broker_errors import match

from tests.benchmarks.others import BROKER, CODE, SMALL, exact
from tests.benchmarks.report import Row, against_itself
from tests.benchmarks.timing import Contestant, measure, numbered

CLEAN = (
    "2026-01-05 18:30:00,123 INFO strategy.loop: evaluated 42 symbols in 12.5 ms, "
    "nothing to do until the next bar, cache 118 of 120, lag 0.8 ms, at"
)
TRIGGERED = (
    "2026-01-05 18:30:00,123 INFO strategy.loop: order for 12 shares of ACME filled, position is flat, "
    "buying paused until the market opens in 14.5 hours"
)
SAYING = (
    "2026-01-05 18:30:00,123 WARN strategy.loop: the order of this position is not allowed "
    "to wait, price is required"
)

KIB = 1024
TIMES = 16
LINEAR = 1.3 * TIMES
"""How much longer something of 16 times the size may take."""
KINDS: Mapping[str, tuple[str, float | None]] = {
    "log": (CLEAN + "\n", 1.0),
    "log with trigger words": (TRIGGERED + "\n", None),
    "braces": ("{", 13.0),
    "quotes": ('"', 13.0),
    "combining characters": ("e\u0301", 13.0),
    "backslashes": ("\\", 13.0),
    "anchors": ("is required ", 13.0),
    "open bodies": ('{"message":"x', 13.0),
}
"""Texts of one piece again and again, and the milliseconds that 64 KiB may take."""


def _nested(make: Callable[[Any], Any], depth: int) -> Any:
    value: Any = "insufficient buying power"
    for _ in range(depth):
        value = make(value)
    return value


VALUES: Mapping[str, Callable[[int], Any]] = {
    "texts in a list": lambda size: [
        f"{text}, {number}" for number, text in zip(range(size), cycle(exact()))
    ],
    "bodies in a list": lambda size: [{"code": CODE, "message": f"no {number}"} for number in range(size)],
    "keys of an object": lambda size: {f"key{number}": f"text {number}" for number in range(size)},
    "lists in a list": lambda size: [[number, [number]] for number in range(size)],
    "lists within each other": lambda size: _nested(lambda value: [value], size),
    "objects within each other": lambda size: _nested(lambda value: {"error": value}, size),
}
"""Parsed values of so many items or levels."""
ITEMS = 1_250


def rows() -> Iterator[Row]:
    """Every figure, each with its target."""
    yield from _lines()
    yield from _large_texts()
    yield from _large_values()


def _lines() -> Iterator[Row]:
    """No two are the same, as in a log."""
    same = []
    for name, line, target in (
        ("without a trigger word", CLEAN, 2.0),
        ("with trigger words", TRIGGERED, 4.0),
        ("with a message", SAYING, None),
    ):
        contestants: Mapping[str, Contestant] = {
            "json.loads": lambda _: json.loads(SMALL),
            "match": match,
            "again": match,
            "named": lambda text: match(text, broker=BROKER),
        }
        found = measure(contestants, [line], repeats=2000, made=numbered)
        what = f"line of a log {name}"
        yield Row("T4", what, found.ratio("match", "json.loads"), target, "x json.loads")
        yield Row("T4", f"{what}, broker named", found.ratio("named", "json.loads"), target, "x json.loads")
        same.append(found.ratio("again", "match"))
        if line is CLEAN:
            yield Row("T11", "one line of a log of many", found.nanoseconds("named") / 1e3, 2.0, "us")
    yield against_itself("lines of a log", same)


def _large_texts() -> Iterator[Row]:
    for name, (piece, target) in KINDS.items():
        taken, ratio = _growing(partial(_of_size, piece), 64 * KIB)
        yield Row("T6", f"64 KiB of {name}", taken, target, "ms")
        yield Row("T6", f"1 MiB of {name}", ratio, LINEAR, "x as long")


def _of_size(piece: str, size: int) -> str:
    return piece * (size // len(piece))


def _large_values() -> Iterator[Row]:
    for name, made in VALUES.items():
        taken, ratio = _growing(made, ITEMS)
        yield Row("T6", f"parsed, {ITEMS:,} {name}", taken, None, "ms")
        yield Row("T6", f"{TIMES * ITEMS:,} {name} against {ITEMS:,}", ratio, LINEAR, "x as long")


def _growing(made: Callable[[int], Any], size: int) -> tuple[float, float]:
    """The milliseconds for something of this size, and how much longer 16 times as much takes."""
    found = measure(
        {
            "small": lambda both: match(both[0], broker=BROKER),
            "large": lambda both: match(both[1], broker=BROKER),
        },
        [size],
        rounds=9,
        repeats=3,
        made=lambda size: (made(size), made(TIMES * size)),
    )
    return found.nanoseconds("small") / 1e6, found.ratio("large", "small")
