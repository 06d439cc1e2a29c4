"""T1, T2 and T3: bodies, parsed and as texts, beside what others do with them. T11: many of them."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from statistics import mean, median
from typing import NamedTuple

from broker_errors import match

from tests.benchmarks.others import (
    BROKER,
    CODE,
    TAIL,
    UNKNOWN,
    alternation,
    ccxt_look_up,
    exact,
    loop,
    with_slots,
)
from tests.benchmarks.report import Row, against_itself
from tests.benchmarks.timing import Contestant, Measured, fresh, measure, numbered
from tests.corpus.rows import payloads

UNIT = "x json.loads"


def rows() -> Iterator[Row]:
    """Every figure, each with its target."""
    yield from _by_kind()
    yield from _real()
    yield from _many()


def _by_kind() -> Iterator[Row]:
    """The median over messages: one that leaves the short way does not hide what the others cost."""
    contestants = _contestants()
    found = {name: _each(contestants, kind) for name, kind in _kinds().items()}
    for name, kind in _kinds().items():
        for id_, what, contestant, target in (
            ("T1", "parsed body, {}", "match", kind.parsed),
            ("T1", "parsed body, {}, no broker named", "no broker", None),
            ("T1", "parsed body, {}, one alternation instead", "alternation", None),
            ("T1", "parsed body, {}, a loop over patterns instead", "loop", None),
            ("T3", "JSON text, {}", "text", kind.text),
            ("T3", "JSON text, {}, ccxt's handle_errors instead", "ccxt", None),
        ):
            yield Row(id_, what.format(name), _median(found[name], contestant, "json.loads"), target, UNIT)
    for name in ("unknown", "known with an unknown tail"):
        again = _each(contestants, _kinds()[name]._replace(made=fresh))
        yield Row("T1", f"parsed body, {name}, met before", _median(again, "match", "json.loads"), None, UNIT)
    yield against_itself("bodies", (_median(each, "again", "match") for each in found.values()))


class Kind(NamedTuple):
    """Messages, what is made of them before each use, and the targets: of bodies, parsed and as text."""

    messages: Sequence[str]
    made: Callable[[str], str]
    parsed: float
    text: float | None


def _kinds() -> Mapping[str, Kind]:
    """What nobody knows is another thing each time: who remembers messages has not met it."""
    return {
        "exact": Kind(exact(), fresh, 1.0, 2.0),
        "with slots": Kind(with_slots(), fresh, 1.8, 2.7),
        "unknown": Kind(UNKNOWN, numbered, 2.2, 3.2),
        "known with an unknown tail": Kind([message + TAIL for message in exact()], numbered, 5.0, None),
    }


def _contestants() -> Mapping[str, Contestant]:
    """Each is given a JSON text, the body that it holds, and the body's message."""
    by_alternation, by_loop, by_ccxt = alternation(), loop(), ccxt_look_up()
    return {
        "json.loads": lambda one: json.loads(one[0]),
        "match": lambda one: match(one[1], broker=BROKER),
        "again": lambda one: match(one[1], broker=BROKER),
        "text": lambda one: match(one[0], broker=BROKER),
        "no broker": lambda one: match(one[1]),
        "alternation": lambda one: by_alternation(one[1]["message"]),
        "loop": lambda one: by_loop(one[1]["message"]),
        "ccxt": lambda one: by_ccxt(one[0]),
    }


def _each(contestants: Mapping[str, Contestant], kind: Kind) -> Sequence[Measured]:
    """Each message by itself."""

    def made(message: str) -> tuple[str, object]:
        body = {"code": CODE, "message": kind.made(message)}
        return json.dumps(body), body

    return [measure(contestants, [message], rounds=9, made=made) for message in kind.messages]


def _median(each: Sequence[Measured], name: str, base: str) -> float:
    return median(one.ratio(name, base) for one in each)


def _real() -> Iterator[Row]:
    """Each body by itself, and all in turn, where hardly anything is left in the processor's caches."""
    real = [(one.text, one.broker) for one in payloads() if not one.is_negative and _is_body(one.text)]
    contestants: Mapping[str, Contestant] = {
        "json.loads": lambda one: json.loads(one[0]),
        "match": lambda one: match(one[0], broker=one[1]),
    }
    each = [measure(contestants, [one], rounds=9).ratio("match", "json.loads") - 1 for one in real]
    whole = measure(contestants, real, repeats=4).ratio("match", "json.loads") - 1
    what = "real bodies and frames as JSON texts, less the parsing"
    yield Row("T2", what, mean(each), 3.0, UNIT)
    yield Row("T2", f"{what}, the median", median(each), None, UNIT)
    yield Row("T2", f"{what}, all in turn", whole, None, UNIT)


def _is_body(text: str) -> bool:
    with suppress(ValueError):
        return isinstance(json.loads(text), dict | list)
    return False


def _many() -> Iterator[Row]:
    """What one of many takes on this machine: 1 us each are a million a second."""
    bodies = [{"code": CODE, "message": message} for message in exact()]
    contestants: Mapping[str, Contestant] = {
        "match": lambda source: match(source, broker=BROKER),
        "json.loads": json.loads,
    }
    alone = {"match": contestants["match"]}
    one = measure(alone, bodies, rounds=9, repeats=2000 // len(bodies)).nanoseconds("match")
    yield Row("T11", "one parsed body, exact, of many", one / 1e3, 1.0, "us")
    ratio = measure(contestants, [json.dumps(body) for body in bodies]).ratio("match", "json.loads")
    yield Row("T11", "lines of JSON against parsing them", ratio, 2.5, "x as long")
