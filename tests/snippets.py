"""The code of the site's pages and of README, as modules that tests run."""

import re
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
GUIDES = ROOT / "site" / "pages" / "guides"

_FENCE = re.compile(
    r'^```(?P<language>[a-z]+)(?: title="(?P<title>[^"]+)")?\n(?P<code>.*?)^```$', re.MULTILINE | re.DOTALL
)


class Block(NamedTuple):
    """A block of code on a page. ``above`` is how many lines stand above its code."""

    title: str | None
    code: str
    above: int


def every_block(page: Path) -> list[tuple[str, Block]]:
    """The blocks of a page, each with its language."""
    text = page.read_text("utf-8")
    return [
        (found["language"], Block(found["title"], found["code"], text.count("\n", 0, found.start("code"))))
        for found in _FENCE.finditer(text)
    ]


def blocks(page: Path, language: str) -> list[Block]:
    """The blocks of a page in a language."""
    return [block for its, block in every_block(page) if its == language]


def module(page: Path, *titles: str) -> ModuleType:
    """One module of the blocks of a page that have these titles, so that later ones may use earlier ones."""
    by_title = {block.title: block for block in blocks(page, "python")}
    made = ModuleType(titles[-1].removesuffix(".py"))
    for title in titles:
        block = by_title[title]
        code = "\n" * block.above + block.code  # so that tracebacks name the page's own lines
        exec(compile(code, str(page), "exec"), vars(made))
    return made
