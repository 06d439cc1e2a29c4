"""``python -m tests.benchmarks.site``: what the site costs. Nothing is passed or failed.

A build with 3,000 entries should stay below 30 seconds and 200 MB, a match in pasted 10 kB below 16 ms.
"""

import resource
import shutil
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from generator.model.catalog import Broker, Catalog
from generator.stages import generate
from generator.targets import site
from tests.generator.helpers import CATALOG, subject_of
from tests.site.building import build, served
from tests.site.reading import BROWSERS, OPTIONS

ENTRIES = 3_000
MEGABYTE = 1024
"""In the unit in which memory is told."""
PASTED = """
async () => {
  const { matchAll } = await import(`${base}assets/broker-errors/index.js`);
  const line = "2026-01-05 18:30:00,123 INFO order submitted qty=10 symbol=AAPL id=abc state=new\\n";
  const body = '{"code":40310000,"message":"insufficient buying power"}';
  const text = (line.repeat(60) + body + "\\n" + line.repeat(60)).slice(0, 10240);
  const times = [];
  for (let round = 0; round < 41; round++) {
    const start = performance.now();
    matchAll(text + " ".repeat(round), { broker: "alpaca" });
    times.push(performance.now() - start);
  }
  return { first: times[0], median: times.sort((a, b) => a - b)[20] };
}
"""


def main() -> int:
    """Measure, and print a line for each figure."""
    with tempfile.TemporaryDirectory() as folder:
        _build(Path(folder) / "large")
        _paste(Path(folder) / "real")
    return 0


def grown(catalog: Catalog, entries: int) -> Catalog:
    """The catalog with copies of its entries, so that it has at least ``entries``."""
    copies = -(-entries // len(catalog.entries))
    return replace(catalog, brokers=tuple(_grown(broker, copies) for broker in catalog.brokers))


def _grown(broker: Broker, copies: int) -> Broker:
    areas = tuple(
        replace(
            area,
            entries=tuple(
                replace(
                    entry, id=f"{entry.id}_{number}" if number else entry.id, title=f"{entry.title} {number}"
                )
                for number in range(copies)
                for entry in area.entries
            ),
        )
        for area in broker.areas
    )
    return replace(broker, areas=areas)


def _build(folder: Path) -> None:
    catalog = grown(subject_of(CATALOG).catalog, ENTRIES)
    start = time.monotonic()
    files = site.generate(catalog, "0.0.0")
    generated = time.monotonic() - start
    build(files, folder)
    built = time.monotonic() - start
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MEGABYTE
    print(f"{len(catalog.entries)} entries: documents {generated:.1f} s, {own} MB")
    print(f"{len(catalog.entries)} entries: site {built:.1f} s with them")


def _paste(folder: Path) -> None:
    from playwright.sync_api import sync_playwright

    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        print("There is no Chromium here: what a paste takes was NOT measured.")
        return
    public = build(generate(subject_of(CATALOG), "0.0.0")["site/docs"], folder)
    with served(public) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(OPTIONS))
        page = browser.new_page()
        page.goto(address)
        found = page.evaluate(PASTED)
        print(f"10 kB pasted: the first match {found['first']:.1f} ms, later {found['median']:.1f} ms")
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
