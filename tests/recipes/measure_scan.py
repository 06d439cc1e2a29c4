"""``python -m tests.recipes.measure_scan FOLDER [MEGABYTES...]``: the speed of a scan, and its memory.

The logs are written to the folder first, and removed: two of them tell whether memory grows with the log.
"""

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import broker_errors

MEGABYTE = 1_000_000
SYMBOLS = ("SPY", "AAPL", "QQQ", "TSLA", "NVDA")
QUIET = (
    "DEBUG bot.quotes quote of {symbol} bid {price:.2f} ask {other:.2f} size {number}, nothing to be done",
    "INFO bot.strategy position of {symbol} is {number} shares, unrealised {price:.2f}, target {other:.2f}",
    "INFO bot.orders order 00000000-0000-4000-8000-{line:012} of {symbol} filled {number} at {price:.4f}",
    "DEBUG bot.http GET https://data.alpaca.markets/v2/stocks/{symbol}/bars?limit={number} 200 {price:.1f}ms",
)
REFUSED = (
    'ERROR bot.orders: {{"code":40310000,"buying_power":"{price:.2f}","message":"insufficient buying power"}}'
)
UNKNOWN = 'ERROR bot.orders HTTP 422: {{"code":40010001,"message":"qty {line} is a strange number"}}'

SCAN = """
import resource, sys, time
from broker_errors._cli import main
start = time.monotonic()
main(["scan", "--json", "--broker", "alpaca", sys.argv[1]])
wall, used = time.monotonic() - start, resource.getrusage(resource.RUSAGE_SELF)
print(wall, used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)
"""


def lines() -> Iterator[str]:
    """A log without an end, no two lines alike: one in 500 is refused, one in 5,000 as no entry names it."""
    chosen, time = random.Random(1), datetime(2026, 1, 1)
    for line in count(1):
        time += timedelta(milliseconds=137)
        text = REFUSED if line % 500 == 0 else UNKNOWN if line % 5_000 == 7 else chosen.choice(QUIET)
        yield f"{time.isoformat(' ')} " + text.format(
            line=line,
            symbol=chosen.choice(SYMBOLS),
            price=chosen.random() * 500,
            other=chosen.random() * 500,
            number=chosen.randrange(1_000),
        )


def write(path: Path, size: int) -> None:
    """A log of so many bytes, or a line more."""
    with path.open("w", encoding="ascii") as log:
        for line in lines():
            size -= log.write(line + "\n")
            if size <= 0:
                return


def measure(path: Path) -> str:
    """What scanning a log takes, in a process of its own."""
    scan = subprocess.run(
        [sys.executable, "-c", SCAN, path],
        env={"PYTHONPATH": str(Path(broker_errors.__file__).parents[1])},
        capture_output=True,
        check=True,
    )
    wall, processor, memory = map(float, scan.stderr.split())
    told = json.loads(scan.stdout)
    found = {error["error"]: error["count"] for error in told["errors"]}
    return (
        f"{path.stat().st_size / MEGABYTE:>8,.0f} MB  {told['records']:>12,} lines  {wall:8.1f} s, "
        f"of the processor {processor:8.1f} s  {told['records'] / processor:>8,.0f} lines a second  "
        f"{memory / 1024:6.1f} MiB at most  {found}"
    )


if __name__ == "__main__":
    folder, *sizes = sys.argv[1:]
    for megabytes in map(int, sizes or ("200", "2100")):
        with tempfile.TemporaryDirectory(dir=folder) as made:
            write(log := Path(made, "bot.log"), megabytes * MEGABYTE)
            print(measure(log), flush=True)
