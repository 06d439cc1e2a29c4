"""What the site costs: a build with 3,000 entries, and an answer to what is pasted."""

import resource
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from generator.model.catalog import Broker, Catalog
from generator.output import replace as replaced
from generator.targets import site
from tests.benchmarks.report import Row
from tests.generator.helpers import CATALOG, subject_of
from tests.site.building import build, render, served
from tests.site.reading import BROWSERS, OPTIONS

ENTRIES = 3_000
ROUNDS = 21
MEGABYTE = 1024
"""In the unit in which memory is told."""
FRAME = 16.0
"""Milliseconds: what takes no longer is seen at once."""
PASTED = """
async (rounds) => {
  const line = "2026-01-05 18:30:00,123 INFO order submitted qty=10 symbol=AAPL id=abc state=new\\n";
  const body = '{"code":40310000,"message":"insufficient buying power"}';
  const log = (line.repeat(60) + body + "\\n" + line.repeat(60)).slice(0, 10240);
  const { matchAll } = await import(`${base}assets/broker-errors/index.js`);
  const matched = (text) => {
    const start = performance.now();
    matchAll(text, { broker: "alpaca" });
    return performance.now() - start;
  };
  const shown = (text) => new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      observer.disconnect();
      resolve(performance.now() - start);
    }).observe($("#answer"), { childList: true });
    const start = performance.now();
    $("#paste").value = text;
    $("#paste").dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
  });
  await new Promise((resolve) => requestIdleCallback(resolve));
  const found = { matched: [], shown: [] };
  for (let round = 0; round < rounds; round++) {
    found.matched.push(matched(log + " ".repeat(round)));
    found.shown.push(await shown(log));
    await shown("");
  }
  return found;
}
"""


def rows() -> Iterator[Row]:
    """Every figure, each with its target."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _building(Path(folder) / "large")
        yield from _pasting(Path(folder) / "real")


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


def _building(folder: Path) -> Iterator[Row]:
    """Each half in a process of its own: memory is told of a process's whole life."""
    start = time.monotonic()
    generator = _alone(_generated, folder)
    mkdocs = _alone(_rendered, folder)
    seconds = time.monotonic() - start
    what = f"site of {ENTRIES:,} entries"
    yield Row("T10", what, seconds, 20.0, "s")
    yield Row("T10", f"{what}: memory of the generator", generator, 200.0, "MB")
    yield Row("T10", f"{what}: memory of mkdocs", mkdocs, 90.0, "MB")


def _alone(part: Callable[[Path], float], folder: Path) -> float:
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(part, folder).result()


def _peak() -> float:
    """The megabytes that this process had at most. ``resource`` would tell of its parent's, too."""
    status = Path("/proc/self/status").read_text("ascii", "replace")
    return int(status.partition("VmHWM:")[2].split()[0]) / MEGABYTE


def _generated(folder: Path) -> float:
    """Generate the documents. Answers the megabytes that it took."""
    replaced(folder / "docs", site.generate(grown(subject_of(CATALOG).catalog, ENTRIES), "0.0.0"))
    return _peak()


def _rendered(folder: Path) -> float:
    """Let mkdocs build them. Answers the megabytes that mkdocs took."""
    render(folder)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / MEGABYTE


def _pasting(folder: Path) -> Iterator[Row]:
    """In the browser, if there is one."""
    from playwright.sync_api import sync_playwright

    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        print("There is no Chromium here: what a paste takes was NOT measured.")
        return
    public = build(site.generate(subject_of(CATALOG).catalog, "0.0.0"), folder)
    with served(public) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(OPTIONS))
        page = browser.new_page()
        page.goto(address)
        cold = page.evaluate(PASTED, 1)
        page.reload()
        page.focus("#paste")
        page.wait_for_function("document.querySelector('#paste-broker').options.length > 1")
        warm = page.evaluate(PASTED, ROUNDS)
        browser.close()
    what = "10 kB pasted into the site"
    yield Row("T12", f"{what}: the first text of a matcher", cold["matched"][0], FRAME, "ms")
    yield Row("T12", f"{what}: the first once the box has the focus", warm["matched"][0], FRAME, "ms")
    yield Row("T12", f"{what}: later ones", median(warm["matched"]), FRAME, "ms")
    yield Row("T12", f"{what}: until the first answer is shown", warm["shown"][0], None, "ms")
    yield Row("T12", f"{what}: until later ones are", median(warm["shown"]), None, "ms")
