"""T7: what importing a broker and its first answer take, in fresh interpreters."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from compileall import compile_dir
from contextlib import contextmanager
from dataclasses import dataclass
from mmap import PAGESIZE
from pathlib import Path
from shutil import copytree, ignore_patterns
from statistics import median

import broker_errors

from tests.benchmarks.catalogs import package
from tests.benchmarks.others import BROKER, SMALL
from tests.benchmarks.report import Row

RUNS = 15
PACKAGE = Path(broker_errors.__file__).parent
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
STEPS: Mapping[str, tuple[str, float | None]] = {
    "import of one broker": (f"import broker_errors.{BROKER} as broker", 4.0),
    "first match": (f"found = broker.match({SMALL!r})", 5.0),
    "its error, which makes the enum of the broker": ("error = found.error", None),
    "its category, retry and outcome": ("error.category, error.retry, error.outcome", None),
}
"""What a program does first, and the milliseconds that it may take."""
IMPORT = """
from time import thread_time
def held():
    with open("/proc/self/statm") as pages:
        return int(pages.read().split()[1])
bare, start = held(), thread_time()
import broker_errors.{broker} as broker
imported, loaded, again = thread_time(), held(), thread_time()
broker.match({source!r})
print(imported - start, loaded - bare, thread_time() - again, held() - bare)
"""


@dataclass(frozen=True, slots=True)
class Used:
    """What a broker takes: its import, its first match, and the memory that is held after each."""

    import_ms: float
    import_mib: float
    match_ms: float
    match_mib: float


def rows() -> Iterator[Row]:
    """Every figure, each with its target."""
    with _installed() as folder:
        uncompiled = _used(folder, BROKER)
        compile_dir(folder, quiet=2)
        yield from _steps(folder, "", "")
        yield from _steps(folder, ", json being loaded", "import json")
        used = _used(folder, BROKER)
    yield Row("T7", "import of one broker without .pyc", uncompiled.import_ms, None, "ms")
    yield Row("T7", "first match without .pyc", uncompiled.match_ms, None, "ms")
    yield from _memory("", used, 1.5)
    for entries, milliseconds, mebibytes in ((500, 4.0, 1.5), (30_000, 25.0, 8.0)):
        with _made_up(entries) as folder:
            used = _used(folder, "broker0")
        many = f" of {entries:,} entries"
        yield Row("T7", f"import of one broker{many}", used.import_ms, milliseconds, "ms")
        yield Row("T7", f"first match{many}", used.match_ms, None, "ms")
        yield from _memory(many, used, mebibytes)


def _memory(many: str, used: Used, target: float) -> Iterator[Row]:
    yield Row("T7", f"import of one broker{many}: memory", used.import_mib, target, "MiB")
    yield Row("T7", f"import of one broker{many}: memory after the first match", used.match_mib, None, "MiB")


@contextmanager
def _installed() -> Iterator[Path]:
    """A folder with the package as it comes, without any ``.pyc``."""
    with tempfile.TemporaryDirectory() as folder:
        copytree(PACKAGE, Path(folder) / PACKAGE.name, ignore=ignore_patterns("__pycache__"))
        yield Path(folder)


@contextmanager
def _made_up(entries: int) -> Iterator[Path]:
    """A folder with the package of a made-up broker with so many entries."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in package(entries).items():
            file = Path(folder) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        compile_dir(folder, quiet=2)
        yield Path(folder)


def _steps(folder: Path, where: str, before: str) -> Iterator[Row]:
    """What each step of a first use takes, after what the program did before."""
    lines = [f"{code}; times.append(thread_time())" for code, _ in STEPS.values()]
    head = ["from time import thread_time", before, "times = [thread_time()]"]
    runs = _run(folder, "\n".join([*head, *lines, "print(*times)"]))
    for number, (what, (_, target)) in enumerate(STEPS.items()):
        milliseconds = median(run[number + 1] - run[number] for run in runs) * 1e3
        yield Row("T7", f"{what}{where}", milliseconds, target, "ms")


def _used(folder: Path, broker: str) -> Used:
    runs = _run(folder, IMPORT.format(broker=broker, source=SMALL))
    import_s, import_pages, match_s, match_pages = (median(column) for column in zip(*runs, strict=True))
    mib = PAGESIZE / 2**20
    return Used(import_s * 1e3, import_pages * mib, match_s * 1e3, match_pages * mib)


def _run(folder: Path, program: str) -> list[list[float]]:
    """The figures that a program prints, run by run. Writes no ``.pyc``: those there are stay as they are."""
    command = [sys.executable, "-B", "-c", program]
    runs = [
        subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=True)
        for _ in range(RUNS)
    ]
    return [[float(figure) for figure in run.stdout.split()] for run in runs]
