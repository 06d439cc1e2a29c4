"""The site of the real catalog, built and served, and a browser to read it with.

Without a browser the tests are skipped, and say so; with ``BROWSER=required`` they fail.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from generator.targets import site
from generator.targets.site.views import Views
from tests.generator.helpers import real_subject
from tests.site.building import build, served
from tests.site.reading import BROWSERS, MATCHER, OPTIONS, STAND_IN, Reader, Reading


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


@pytest.fixture
def reading(browser: Browser, address: str) -> Iterator[Reading]:
    """Makes a reader: how wide and high the screen is, and which colors are preferred."""
    contexts: list[BrowserContext] = []
    readers: list[Reader] = []

    def make(width: int = 1366, height: int = 768, scheme: str = "light", **options: object) -> Reader:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
            has_touch=width < 600,
            **options,  # type: ignore[arg-type]
        )
        contexts.append(context)
        if not MATCHER.exists():
            context.route(
                "**/assets/broker-errors/index.js",
                lambda route: route.fulfill(body=STAND_IN, content_type="text/javascript"),
            )
        readers.append(Reader(context, address))
        return readers[-1]

    yield make
    for context in contexts:
        context.close()
    assert [problem for reader in readers for problem in reader.problems] == []
    assert [url for reader in readers for url in reader.foreign] == []


@pytest.fixture
def reader(reading: Reading) -> Reader:
    """A reader at a laptop."""
    return reading()
