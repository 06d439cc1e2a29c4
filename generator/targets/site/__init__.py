"""The site target: what mkdocs puts the theme's frame around, and what programs read beside the pages.

A page of the generator is HTML in a file of mkdocs, with what the frame needs to know, such as its title, in
front. Handwritten pages are Markdown and pass as they are.
"""

from pathlib import Path

from generator.model.catalog import Catalog
from generator.targets.site import entries, guides, home, lists, machine, search
from generator.targets.site.views import Views

HANDWRITTEN = Path(__file__).parents[3] / "site" / "pages"


def generate(catalog: Catalog, version: str) -> dict[str, str]:
    """The files, by their paths below mkdocs' folder of documents."""
    views = Views(catalog)
    written = _handwritten()
    return {
        **home.pages(views),
        **entries.pages(views),
        **lists.pages(views),
        **guides.pages(written),
        **search.files(views),
        **machine.files(views, version),
        **written,
    }


def _handwritten() -> dict[str, str]:
    paths = sorted(path for path in HANDWRITTEN.rglob("*") if path.is_file())
    return {path.relative_to(HANDWRITTEN).as_posix(): path.read_text("utf-8") for path in paths}
