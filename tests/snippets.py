"""The code of the site's pages and of README, as modules that tests run."""

import re
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
GUIDES = ROOT / "site" / "pages" / "guides"

_FENCE = re.compile(r'^```python title="(?P<title>[^"]+)"\n(?P<code>.*?)^```$', re.MULTILINE | re.DOTALL)


def module(page: Path, *titles: str) -> ModuleType:
    """One module of the blocks of a page that have these titles, so that later ones may use earlier ones."""
    text = page.read_text("utf-8")
    blocks = {match["title"]: match for match in _FENCE.finditer(text)}
    made = ModuleType(titles[-1].removesuffix(".py"))
    for title in titles:
        block = blocks[title]
        # Empty lines above, so that tracebacks name the page's own lines.
        code = "\n" * text.count("\n", 0, block.start("code")) + block["code"]
        exec(compile(code, str(page), "exec"), vars(made))
    return made
