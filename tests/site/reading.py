"""Somebody who reads the site in a browser, and remembers what went wrong."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from tests.site.building import ROOT

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MATCHER = ROOT / "generated" / "javascript" / "index.js"
STAND_IN = (Path(__file__).parent / "matcher.js").read_text("utf-8")
"""A matcher that knows six texts, for what is tested of the box and not of the matcher."""


class Reader:
    """Opens pages, and remembers what went wrong on them."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        self.problems: list[str] = []
        self.asked: list[str] = []

    def open(self, path: str = "") -> Page:
        """Open a page below the site's root. Its scripts have run, but not what they do later."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.problems.append(f"{page.url}: {error}"))
        page.on("request", lambda request: self.asked.append(request.url))
        page.on(
            "console",
            lambda said: self.problems.append(f"{page.url}: {said.text}") if said.type == "error" else None,
        )
        page.goto(self.address + path)
        return page

    @property
    def foreign(self) -> list[str]:
        """What was asked of another host."""
        return [url for url in self.asked if not url.startswith((self.address, "data:", "mailto:"))]


Reading = Callable[..., Reader]
"""Makes a reader: how wide and high the screen is, and which colors are preferred."""
Looking = Callable[[str, int, int], Page]
"""Opens a page at a screen of some width and height, in light colors."""
