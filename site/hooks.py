"""What mkdocs is told on its way: pages that are HTML already pass as they are, and so do Markdown files for machines.

The generator knows nothing of mkdocs, and mkdocs nothing of the catalog; this is all that lies between them.
"""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

AS_IT_IS = ".txt"
"""The end of the names of Markdown files that are published as they are; it is dropped."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give files that must not become pages their names back."""
    for file in files:
        if file.src_uri.endswith(f".md{AS_IT_IS}"):
            file.dest_uri = file.src_uri.removesuffix(AS_IT_IS)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keep what is HTML already away from the Markdown parser, which would take most of the time of a build."""
    if "html" not in page.meta:
        return markdown
    page.meta["body"] = markdown
    return ""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put it back."""
    return page.meta.pop("body", html)
