"""The site of the real catalog, built and served, and a browser to read it with.

Without a browser the tests are skipped, and say so; with ``BROWSER=required`` they fail.
"""

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from generator.targets import site
from generator.targets.site.views import Views
from tests.generator.helpers import real_subject
from tests.site.building import build, served
from tests.site.reading import BROWSERS, MATCHER, OPTIONS, STAND_IN, Looking, Reader, Reading

Kept = dict[tuple[int, int], tuple[Reader, Page]]
"""By the width and height of its screen, a reader and the page that is open there."""


@pytest.fixture(scope="session")
def views() -> Views:
    """The entries of the real catalog."""
    return Views(real_subject().catalog)


@pytest.fixture(scope="session")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site."""
    files = site.generate(real_subject().catalog, "0.0.0")
    return build(files, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def address(public: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(public) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        say = "There is no Chromium here, so the site was NOT tested in a browser: apt-get install chromium"
        if os.environ.get("BROWSER") == "required":
            pytest.fail(say)
        pytest.skip(say)
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=path, args=list(OPTIONS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def make(browser: Browser, address: str) -> Reading:
    """Makes a reader, with a context of the browser that is to be closed."""

    def made(width: int = 1366, height: int = 768, scheme: str = "light", **options: object) -> Reader:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
            has_touch=width < 600,
            **options,  # type: ignore[arg-type]
        )
        if not MATCHER.exists():
            context.route(
                "**/assets/broker-errors/index.js",
                lambda route: route.fulfill(body=STAND_IN, content_type="text/javascript"),
            )
        return Reader(context, address)

    return made


@pytest.fixture
def reading(make: Reading) -> Iterator[Reading]:
    """Makes a reader, whose every page has to be without problems."""
    readers: list[Reader] = []

    def made(*screen: int, **options: object) -> Reader:
        readers.append(make(*screen, **options))
        return readers[-1]

    yield made
    for reader in readers:
        reader.context.close()
    check(readers)


@pytest.fixture(scope="session")
def kept(make: Reading) -> Iterator[Kept]:
    """What is opened for a screen is kept: to make it takes longer than most pages take."""
    pages: Kept = {}
    yield pages
    for reader, _ in pages.values():
        reader.context.close()


@pytest.fixture
def looking(kept: Kept, make: Reading) -> Iterator[Looking]:
    """Opens a page where others were before, for tests that only look at it."""

    def opened(path: str, width: int, height: int) -> Page:
        if (width, height) not in kept:
            reader = make(width, height)
            kept[width, height] = reader, reader.open(path)
        reader, page = kept[width, height]
        reader.problems.clear()
        reader.asked.clear()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="light")
        page.goto(reader.address + path)
        return page

    yield opened
    check([reader for reader, _ in kept.values()])


def check(readers: Sequence[Reader]) -> None:
    """Nothing went wrong, and nobody else was asked for anything."""
    assert [problem for reader in readers for problem in reader.problems] == []
    assert [url for reader in readers for url in reader.foreign] == []


@pytest.fixture
def reader(reading: Reading) -> Reader:
    """A reader at a laptop."""
    return reading()
