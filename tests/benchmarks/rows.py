"""What is measured: bodies, texts and lines of a log, growth, import and first match."""

import json
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from compileall import compile_dir
from contextlib import suppress
from mmap import PAGESIZE
from pathlib import Path
from shutil import copytree
from statistics import mean, median
from typing import Any, Final

import broker_errors
import ccxt

from generator.messages.samples import filled
from generator.messages.template import parse_template
from tests.benchmarks.catalogs import matcher, package, samples
from tests.benchmarks.report import Row
from tests.benchmarks.timing import SAME, Contestant, measure
from tests.corpus.rows import payloads
from tests.runtime.real import real_catalog

BROKER: Final = "alpaca"
SMALL = '{"code":40310000,"message":"insufficient buying power"}'
CLEAN = (
    "2026-01-05 18:30:00,123 INFO strategy.loop: evaluated 42 symbols in 12.5 ms, "
    "nothing to do until the next bar"
)
TRIGGERED = (
    "2026-01-05 18:30:00,123 INFO strategy.loop: order for 12 shares of ACME filled, position is flat, "
    "buying paused until the market opens"
)
SAYING = (
    "2026-01-05 18:30:00,123 WARN strategy.loop: the order of this position is not allowed "
    "to wait, price is required"
)
PACKAGE = Path(broker_errors.__file__).parent

JSON_LOADS: Mapping[str, Contestant] = {"json.loads": json.loads}
Match = broker_errors.match


def rows() -> Iterator[Row]:
    """Every figure, each with its target."""
    yield from _bodies()
    yield from _real_bodies()
    yield from _lines()
    yield from _large_texts()
    yield from _growth()
    yield from _throughput()
    yield from _first_use()


def _messages() -> tuple[list[str], list[str], list[str]]:
    """Messages of the catalog without slots, with slots filled, and none of the catalog's."""
    broker = next(one for one in real_catalog().brokers if one.id == BROKER)
    texts = [
        one.message
        for entry in broker.entries
        for one in entry.signatures
        if one.message and not one.requires
    ]
    templates = [parse_template(text) for text in texts]
    exact = [filled(one)[0] for one in templates if not one.slots]
    slots = [filled(one)[0] for one in templates if one.slots]
    unknown = [
        f"the {word} of number {number} was never heard of"
        for number, word in enumerate(("thing", "case") * 10)
    ]
    return exact, slots, unknown


def _bodies() -> Iterator[Row]:
    """The median over messages: one that leaves the short way does not hide what the others cost."""
    kinds = zip(
        ("exact", "with slots", "unknown"), _messages(), (1.0, 1.8, 2.2), (2.0, 2.7, 3.2), strict=True
    )
    alternation = re.compile("|".join(f"({parse_template(text).pattern})" for text in _templates()))
    contestants: Mapping[str, Contestant] = {
        "json.loads": lambda one: json.loads(one[0]),
        "match": lambda one: Match(one[1], broker=BROKER),
        "again": lambda one: Match(one[1], broker=BROKER),
        "text": lambda one: Match(one[0], broker=BROKER),
        "no broker": lambda one: Match(one[1]),
        "alternation": lambda one: alternation.fullmatch(one[1]["message"].lower()),
        "ccxt": _ccxt(),
    }
    for name, messages, target, text_target in kinds:
        bodies = [{"code": 40310000, "message": message} for message in messages]
        found = [measure(contestants, [(json.dumps(body), body)], rounds=9) for body in bodies]
        same = median(one.ratio("again", "match") for one in found)
        if not SAME[0] <= same <= SAME[1]:
            print(f"disturbed: the matcher against itself is {same:.2f}", file=sys.stderr)
        for id_, what, contestant, wanted in (
            ("T1", "parsed body, {}", "match", target),
            ("T1", "parsed body, {}, no broker named", "no broker", None),
            ("T1", "parsed body, {}, one alternation instead", "alternation", None),
            ("T3", "JSON text, {}", "text", text_target),
            ("T3", "JSON text, {}, ccxt's handle_errors instead", "ccxt", None),
        ):
            ratio = median(one.ratio(contestant, "json.loads") for one in found)
            yield Row(id_, what.format(name), ratio, wanted, "x json.loads")


def _ccxt() -> Contestant:
    """ccxt's own look-up, which throws what it finds; it wants the text and what was parsed of it."""
    exchange: Any = ccxt.alpaca()

    def look_up(one: Any) -> None:
        with suppress(ccxt.BaseError):
            exchange.handle_errors(403, "", "", "POST", {}, one[0], json.loads(one[0]), None, None)

    return look_up


def _templates() -> Sequence[str]:
    broker = next(one for one in real_catalog().brokers if one.id == BROKER)
    return [one.message for entry in broker.entries for one in entry.signatures if one.message]


def _real_bodies() -> Iterator[Row]:
    """Each body by itself, and all in turn, where hardly anything is left in the processor's caches."""
    real = [
        (one.text, one.broker)
        for one in payloads()
        if not one.is_negative and one.text[:1] == "{" and _is_json(one.text)
    ]
    contestants: Mapping[str, Contestant] = {
        "json.loads": lambda one: json.loads(one[0]),
        "match": lambda one: Match(one[0], broker=one[1]),
    }
    each = [measure(contestants, [one], rounds=9).ratio("match", "json.loads") - 1 for one in real]
    whole = measure(contestants, real, repeats=4).ratio("match", "json.loads") - 1
    what = "real bodies of the corpus as JSON texts, less the parsing"
    yield Row("T2", what, mean(each), 3.0, "x json.loads")
    yield Row("T2", f"{what}, the median", median(each), None, "x json.loads")
    yield Row("T2", f"{what}, all in turn", whole, None, "x json.loads")


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _lines() -> Iterator[Row]:
    for name, line, target in (
        ("without a trigger word", CLEAN, 2.0),
        ("with trigger words", TRIGGERED, 4.0),
        ("with a message", SAYING, None),
    ):
        found = measure(
            {
                "json.loads": lambda _: json.loads(SMALL),
                "match": Match,
                "named": lambda text: Match(text, broker="alpaca"),
            },
            [line],
            repeats=2000,
        )
        yield Row("T4", f"line of a log {name}", found.ratio("match", "json.loads"), target, "x json.loads")
        yield Row(
            "T4",
            f"line of a log {name}, broker named",
            found.ratio("named", "json.loads"),
            target,
            "x json.loads",
        )


def _large_texts() -> Iterator[Row]:
    kinds = {
        "log": (CLEAN + "\n", 1.0),
        "log with trigger words": (TRIGGERED + "\n", None),
        "braces": ("{", 13.0),
        "quotes": ('"', 13.0),
        "combining characters": ("e\u0301", 13.0),
        "backslashes": ("\\", 13.0),
        "anchors": ("is required ", 13.0),
        "open bodies": ('{"message":"x', 13.0),
    }
    for name, (unit, target) in kinds.items():
        text = unit * (65_536 // len(unit))
        twice = text + text
        found = measure({"one": lambda text: Match(text, broker="alpaca")}, [text], rounds=7, repeats=3)
        double = measure({"one": lambda text: Match(text, broker="alpaca")}, [twice], rounds=7, repeats=3)
        one = median(round_["one"] for round_ in found.rounds)
        yield Row("T6", f"64 KiB of {name}", one / 1e6, target, "ms")
        yield Row(
            "T6",
            f"twice as much of {name}",
            median(round_["one"] for round_ in double.rounds) / one,
            2.6,
            "x as long",
        )


def _growth() -> Iterator[Row]:
    small, large = _of_size(340), _of_size(30_000)
    yield Row("T5", "30,000 entries against 340: a body", large[0] / small[0], 1.5, "x as long")
    yield Row("T5", "30,000 entries against 340: a line of a log", large[1] / small[1], 3.0, "x as long")
    few, many = matcher(2, 170), matcher(20, 170)
    bodies = [{"code": 40310000, "message": text} for text in samples(170, random.Random(7))]
    both = measure({"few": few.find, "many": many.find}, bodies, rounds=7)
    yield Row("T5", "20 brokers against 2, none named: a body", both.ratio("many", "few"), 1.3, "x as long")


def _of_size(entries: int) -> tuple[float, float]:
    """A body and a line with a catalog of this size, each as a multiple of writing some JSON."""
    made = matcher(1, entries)
    bodies = [{"code": 40310000, "message": text} for text in samples(entries, random.Random(7))]
    body = measure({"one": lambda body: made.find(body, "broker0"), "dumps": json.dumps}, bodies, rounds=7)
    line = measure(
        {"one": lambda text: made.find(text, "broker0"), "dumps": lambda _: json.dumps(SMALL)},
        [CLEAN],
        rounds=7,
        repeats=400,
    )
    return body.ratio("one", "dumps"), line.ratio("one", "dumps")


def _throughput() -> Iterator[Row]:
    """What one of many takes, on this machine: 2 us a line are half a million lines a second."""
    exact, _, _ = _messages()
    bodies = [{"code": 40310000, "message": message} for message in exact]
    named: Mapping[str, Contestant] = {"match": lambda source: Match(source, broker=BROKER)}
    for what, sources, target in (("line of a log", [CLEAN], 2.0), ("parsed body, exact", bodies, 1.0)):
        repeats = 2000 // len(sources)
        found = median(one["match"] for one in measure(named, sources, rounds=9, repeats=repeats).rounds)
        yield Row("T11", f"one {what} of many", found / 1e3, target, "us")
    lines = [json.dumps(body) for body in bodies]
    parsing = measure({**named, **JSON_LOADS}, lines)
    yield Row(
        "T11", "lines of JSON against parsing them", parsing.ratio("match", "json.loads"), 2.5, "x as long"
    )


def _first_use() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        copytree(PACKAGE, Path(folder) / "broker_errors")
        compile_dir(folder, quiet=2)
        yield from _steps(folder)
    with tempfile.TemporaryDirectory() as folder:
        for path, text in package(30_000).items():
            (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / path).write_text(text, "utf-8")
        compile_dir(folder, quiet=2)
        yield from _import_of_many(folder)


def _steps(folder: str) -> Iterator[Row]:
    """What each step of a first use takes in a fresh interpreter that has loaded nothing else."""
    steps = {
        "import of one broker": ("import broker_errors.alpaca as alpaca", 4.0),
        "first match": (f"found = alpaca.match({SMALL!r})", 5.0),
        "its error, which makes the enum of the broker": ("error = found.error", None),
        "its category, retry and outcome": ("error.category, error.retry, error.outcome", None),
    }
    lines = [f"{code}; times.append(thread_time())" for code, _ in steps.values()]
    program = "\n".join(["from time import thread_time", "times = [thread_time()]", *lines, "print(*times)"])
    runs = [_run(folder, program) for _ in range(15)]
    for number, (what, (_, target)) in enumerate(steps.items()):
        yield Row("T7", what, median(run[number + 1] - run[number] for run in runs) * 1e3, target, "ms")


def _import_of_many(folder: str) -> Iterator[Row]:
    """What the import of a broker takes, in time and in memory, however large its catalog is."""
    program = """
from time import thread_time
def held():
    with open("/proc/self/statm") as pages:
        return int(pages.read().split()[1])
before, started = held(), thread_time()
import broker_errors.broker0
print(thread_time() - started, held() - before)
"""
    runs = [_run(folder, program) for _ in range(15)]
    milliseconds = median(one for one, _ in runs) * 1e3
    mebibytes = median(one for _, one in runs) * PAGESIZE / 2**20
    yield Row("T7", "import of one broker of 30,000 entries", milliseconds, 25.0, "ms")
    yield Row("T7", "the memory that it takes", mebibytes, 8.0, "MiB")


def _run(folder: str, program: str) -> list[float]:
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=True
    )
    return [float(time) for time in done.stdout.split()]
