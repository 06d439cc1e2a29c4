"""What the site costs: a build with 3,000 entries, and an answer to what is pasted."""

import resource
import shutil
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import NamedTuple

from generator.model.catalog import Broker, Catalog
from generator.targets import site
from tests.benchmarks.report import Row
from tests.generator.helpers import CATALOG, subject_of
from tests.site.building import build, served
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


class _Built(NamedTuple):
    """What a build took: seconds, and megabytes of the generator and of mkdocs."""

    seconds: float
    generator: float
    mkdocs: float


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
    """In a process of its own: memory is told of a process's whole life."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        built = process.submit(_built, folder).result()
    what = f"site of {ENTRIES:,} entries"
    yield Row("T10", what, built.seconds, 30.0, "s")
    yield Row("T10", f"{what}: memory of the generator", built.generator, 200.0, "MB")
    yield Row("T10", f"{what}: memory of mkdocs", built.mkdocs, 200.0, "MB")


def _built(folder: Path) -> _Built:
    start = time.monotonic()
    build(site.generate(grown(subject_of(CATALOG).catalog, ENTRIES), "0.0.0"), folder)
    seconds = time.monotonic() - start
    own, child = (
        resource.getrusage(who).ru_maxrss / MEGABYTE
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return _Built(seconds, own, child)


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
