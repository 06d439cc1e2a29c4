"""T5: what a larger catalog, and what further brokers cost, with catalogs that are made up."""

import json
import random
from collections.abc import Callable, Iterator, Mapping

from tests.benchmarks.catalogs import FRAMING, matcher, samples
from tests.benchmarks.others import CODE
from tests.benchmarks.report import Row
from tests.benchmarks.texts import CLEAN, TRIGGERED
from tests.benchmarks.timing import Contestant, measure

SMALL = 340
SIZES = (3_000, 30_000)
BROKERS = (2, 20)
ENTRIES = 170
"""Of each of several brokers."""


def _body(message: str) -> object:
    return {"code": CODE, "message": message}


SOURCES: Mapping[str, Callable[[str], object]] = {
    "a body": _body,
    "a body within a body": lambda message: {"status": "error", "error": _body(message)},
    "an answer in a list": lambda message: [_body(message)],
    "a frame as text": lambda message: FRAMING + json.dumps([_body(message)]),
    "a JSON text": lambda message: json.dumps(_body(message)),
    "a line of a log": lambda message: CLEAN,
    "a line of a log with other words": lambda message: TRIGGERED,
    "a line of a log with a message": lambda message: f"2026-01-05 18:30:00 WARN loop: refused: {message}",
}
"""What is made of a message."""


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
        sources = [[made(message) for message in each] for each in messages]
        found = measure(contestants, sources, rounds=9, repeats=20)
        target = 3.0 if "log" in what else 1.5
        for size in SIZES:
            ratio = found.ratio(f"{size}", f"{SMALL}")
            yield Row("T5", f"{size:,} entries against {SMALL}: {what}", ratio, target, "x as long")


def _asking(size: int, place: int) -> Contestant:
    find = matcher(1, size).find
    return lambda each: find(each[place], "broker0")


def _brokers() -> Iterator[Row]:
    few, many = (matcher(number, ENTRIES).find for number in BROKERS)
    for what, made in SOURCES.items():
        sources = [made(message) for message in samples(ENTRIES, random.Random(7))]
        ratio = measure({"few": few, "many": many}, sources, rounds=9, repeats=20).ratio("many", "few")
        yield Row("T5", f"20 brokers against 2, none named: {what}", ratio, 1.3, "x as long")
