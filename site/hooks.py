"""What mkdocs is told on its way: what is published besides the documents, and which are HTML already.

The generator knows nothing of mkdocs, and mkdocs nothing of the catalog; this is all that lies between them.
"""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

AS_IT_IS = ".txt"
"""The end of the names of Markdown files that are published as they are; it is dropped."""
ROOT = Path(__file__).parents[1]
_TITLED = re.compile(r'^(```\w+) title="([^"]+)"$', re.MULTILINE)
"""The beginning of a block of code that names its file: the name becomes a line above it."""
_NAME = re.compile(r"(?<!</span>)<code>[^<]+(?=</code>)")
"""Code within a sentence; that of a block stands behind an empty span."""
_BREAK = re.compile(r"(?<=\w)[._](?=\w)|/")
_END_OF_FRONT = "\n---\n"
"""Between what a page of the generator says of itself and its body."""
_SCROLLED = '<div class="scroll" tabindex="0" role="group" aria-label="Table">'
WATCHED = ("catalog", "site/pages", "site/theme")
PUBLISHED = {
    "generated/catalog.json": "catalog.json",
    "generated/coverage.json": "coverage.json",
    "generated/javascript": "assets/broker-errors",
    "schema": "schema",
}
"""Files and folders of the repository that have an address of their own, by where they are."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give files that must not become pages their names back, and publish what stands elsewhere."""
    for file in files:
        if file.src_uri.endswith(f".md{AS_IT_IS}"):
            file.dest_uri = file.src_uri.removesuffix(AS_IT_IS)
    for source, address in PUBLISHED.items():
        for path in _files(ROOT / source):
            below = path.relative_to(ROOT / source).as_posix()
            uri = address if below == "." else f"{address}/{below}"
            files.append(File.generated(config, uri, abs_src_path=str(path)))
    config.extra["documents"] = {file.src_uri for file in files.documentation_pages()}
    return files


def _files(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    return sorted(path for path in place.rglob("*") if path.is_file() and path.suffix in _KINDS)


_KINDS = (".js", ".json", ".ts")


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Keep what is HTML already away from the Markdown parser, which would take most of the time."""
    return "" if _is_html(page) else _TITLED.sub(r"`\2`\n{: .file}\n\n\1", markdown)


def on_page_content(html: str, **_: object) -> str:
    """In handwritten pages, let wide tables be scrolled, by key too, and break names between their words."""
    html = _NAME.sub(lambda found: _BREAK.sub(r"\g<0><wbr>", found[0]), html)
    return html.replace("<table>", f"{_SCROLLED}<table>").replace("</table>", "</table></div>")


def on_page_context(context: dict[str, object], page: Page, **_: object) -> dict[str, object]:
    """Read what is HTML already when its turn comes: mkdocs holds all pages until the last is written."""
    if _is_html(page):
        page.content = page.file.content_string.partition(_END_OF_FRONT)[2]
    return context


def on_post_page(output: str, page: Page, **_: object) -> str:
    """Let go of it again."""
    page.content = None
    return output


def _is_html(page: Page) -> bool:
    return "html" in page.meta


def on_template_context(context: dict[str, object], **_: object) -> dict[str, object]:
    """Let the way to the root end without a slash everywhere: templates write it."""
    return {**context, "base_url": str(context["base_url"]).rstrip("/")}


def on_serve(server: LiveReloadServer, builder: Callable[[], None], **_: object) -> LiveReloadServer:
    """While the site is shown: a change of the catalog, of a page or of the theme makes everything anew.

    Where the catalog has errors, they are printed, and what was there before stays.
    """

    def rebuild() -> None:
        command = [sys.executable, "-m", "generator", "--root", str(ROOT), "build"]
        subprocess.run(command, cwd=ROOT, check=False)  # noqa: S603 - nothing of it comes from outside
        builder()

    server.builder = rebuild
    for folder in WATCHED:
        server.watch(str(ROOT / folder))
    return server
