"""T5: what a larger catalog, and what further brokers cost, with catalogs that are made up."""

import json
import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from tests.benchmarks.catalogs import FRAMING, matcher, samples
from tests.benchmarks.others import CODE
from tests.benchmarks.report import Row
from tests.benchmarks.texts import CLEAN, TRIGGERED
from tests.benchmarks.timing import Contestant, fresh, measure, numbered

SMALL = 340
SIZES = (3_000, 30_000)
BROKERS = (2, 20)
ENTRIES = 170
"""Of each of several brokers."""


def _body(message: str) -> object:
    return {"code": CODE, "message": fresh(message)}


SOURCES: Mapping[str, Callable[[str], object]] = {
    "a body": _body,
    "a body within a body": lambda message: {"status": "error", "error": _body(message)},
    "an answer in a list": lambda message: [_body(message)],
    "a frame as text": lambda message: FRAMING + json.dumps([_body(message)]),
    "a JSON text": lambda message: json.dumps(_body(message)),
    "a line of a log": lambda message: numbered(CLEAN),
    "a line of a log with other words": lambda message: numbered(TRIGGERED),
    "a line of a log with a message": lambda message: numbered(f"18:30:00 WARN loop: refused: {message}"),
}
"""What is made of a message, anew each time. No two lines are the same, as in a log."""


def rows() -> Iterator[Row]:
    """Every figure, each with its target."""
    yield from _entries()
    yield from _brokers()


def _entries() -> Iterator[Row]:
    """Each catalog is asked about messages of its own, in one run."""
    sizes = (SMALL, *SIZES)
    contestants = {f"{size}": _asking(size, place) for place, size in enumerate(sizes)}
    messages = list(zip(*(samples(size, random.Random(7)) for size in sizes), strict=True))
    for what, made in SOURCES.items():
        found = measure(contestants, messages, rounds=9, repeats=20, made=partial(_all, made))
        target = 3.0 if "log" in what else 1.5
        for size in SIZES:
            ratio = found.ratio(f"{size}", f"{SMALL}")
            yield Row("T5", f"{size:,} entries against {SMALL}: {what}", ratio, target, "x as long")


def _all(made: Callable[[str], object], messages: Iterable[str]) -> list[object]:
    return [made(message) for message in messages]


def _asking(size: int, place: int) -> Contestant:
    find = matcher(1, size).find
    return lambda each: find(each[place], "broker0")


def _brokers() -> Iterator[Row]:
    few, many = (matcher(number, ENTRIES).find for number in BROKERS)
    messages = samples(ENTRIES, random.Random(7))
    for what, made in SOURCES.items():
        found = measure({"few": few, "many": many}, messages, rounds=9, repeats=20, made=made)
        yield Row(
            "T5", f"20 brokers against 2, none named: {what}", found.ratio("many", "few"), 1.3, "x as long"
        )
