"""What the generator costs: a check, the code made of a catalog, and a build of what was not touched."""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from shutil import copy
from statistics import median
from string import ascii_lowercase

from generator.load.files import CATEGORIES, COMMON
from tests.benchmarks.report import Row
from tests.generator.helpers import CATALOG, PYPROJECT, ROOT, write
from tests.runtime.real import real_catalog

SIZES = ((500, 1.5), (3_000, 6.0))
"""How many entries, and the seconds that a check and the code may take."""
UNTOUCHED = 0.5
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """The seconds that a command took, and those of a processor."""

    wall: float
    processor: float


def rows() -> Iterator[Row]:
    """Every figure, each with its target."""
    for least, target in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            what = f"{write_catalog(root, least):,} entries"
            yield from _rows(f"{what}: check", _command(root, "check"), None)
            yield from _rows(f"{what}: build with the site's pages", _command(root, "build"), None)
            again = [_command(root, "build", "--check") for _ in range(ROUNDS)]
            yield from _rows(f"{what}: check, and the code made and compared", _middle(again), target)
            untouched = [_command(root, "build") for _ in range(ROUNDS)]
            yield from _rows(f"{what}: build where nothing was touched", _middle(untouched), UNTOUCHED)


def write_catalog(root: Path, least: int) -> int:
    """Write a catalog of so many entries or a few more, as files. Answers how many.

    Further brokers are the real ones under names of the same length, so that the files are in form.
    """
    write(root, "pyproject.toml", PYPROJECT)
    (root / "catalog").mkdir()
    for name in (CATEGORIES, COMMON):
        copy(CATALOG / name, root / "catalog" / name)
    entries = 0
    for number in count():
        for broker in sorted(real_catalog().brokers, key=lambda one: len(one.entries)):
            if number and entries >= least:
                return entries
            _write_broker(root, broker.id, _named(broker.id, number))
            entries += len(broker.entries)
    raise AssertionError("there is always a further number")


def _named(broker: str, number: int) -> str:
    last = ascii_lowercase[(ascii_lowercase.index(broker[-1]) + number) % len(ascii_lowercase)]
    return broker[:-1] + last


def _write_broker(root: Path, broker: str, name: str) -> None:
    for file in (CATALOG / broker).glob("*.yaml"):
        text = file.read_text("utf-8").replace(broker, name).replace(broker.title(), name.title())
        write(root, f"catalog/{name}/{file.name}", text)


def _rows(what: str, cost: Cost, target: float | None) -> Iterator[Row]:
    yield Row("T9", what, cost.wall, target, "s")
    yield Row("T9", f"{what}, of a processor", cost.processor, None, "s")


def _middle(costs: Sequence[Cost]) -> Cost:
    return Cost(median(one.wall for one in costs), median(one.processor for one in costs))


def _command(root: Path, *arguments: str) -> Cost:
    """What a command costs, in a process that is new as a user's is."""
    spent, start = _spent(), time.monotonic()
    command = [sys.executable, "-m", "generator", "--root", str(root), *arguments]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return Cost(time.monotonic() - start, _spent() - spent)


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime
