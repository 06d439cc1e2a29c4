"""The site target: pages in a fixed order, safe whatever the catalog says; the site asks no other host."""

import html
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.catalog import Catalog
from generator.targets.site import escaping
from tests.generator.helpers import ROOT

from .conftest import HOSTILE_TEXTS, Files

ORDER = [
    "What you see",
    "What it means",
    "Did it go through?",
    "May I retry?",
    "Why",
    "What to do",
    "Code",
    "Other wordings",
    "Where documented",
    "Related",
]
EXTENSIONS = [
    "admonition",
    "attr_list",
    "def_list",
    "tables",
    "toc",
    "pymdownx.highlight",
    "pymdownx.superfences",
    "sane_lists",
]


class Tags(HTMLParser):
    """Collects the tags of a page with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag."""
        self.found.append((tag, dict(attrs)))


def tags_of(text: str) -> list[tuple[str, dict[str, str | None]]]:
    """The tags in a piece of HTML."""
    tags = Tags()
    tags.feed(text)
    return tags.found


@pytest.fixture(scope="module")
def files(real_files: Files) -> Mapping[str, str]:
    """The Markdown tree of the real catalog."""
    return real_files["site/docs"]


def test_there_is_a_page_for_every_entry(files: Mapping[str, str], real_catalog: Catalog) -> None:
    assert {f"{entry.broker}/{entry.id}.md" for entry in real_catalog.entries} <= files.keys()


def test_sections_stand_in_one_order_on_every_page(files: Mapping[str, str], real_catalog: Catalog) -> None:
    for entry in real_catalog.entries:
        page = files[f"{entry.broker}/{entry.id}.md"]
        headings = re.findall(r"^## (.+?) \{", page, re.MULTILINE)
        assert headings == [name for name in ORDER if name in headings], entry.full_id
        assert set(ORDER) - set(headings) <= {"Code", "Related"}, entry.full_id


def test_the_terminal_shows_the_sections_of_the_page(files: Mapping[str, str], real_catalog: Catalog) -> None:
    from broker_errors import errors_of
    from broker_errors._explain import explain

    for broker in real_catalog.brokers:
        for error in errors_of(broker.id):
            page = files[f"{error.replace('.', '/')}.md"]
            lines = explain(error).splitlines()
            shown = [lines[index - 1] for index, line in enumerate(lines) if line and set(line) == {"-"}]
            assert shown == re.findall(r"^## (.+?) \{", page, re.MULTILINE), error


def test_the_terminal_says_what_the_page_says(files: Mapping[str, str], real_catalog: Catalog) -> None:
    from broker_errors import errors_of
    from broker_errors._explain import explain

    for error in (error for broker in real_catalog.brokers for error in errors_of(broker.id)):
        page = re.sub(r"</?code>", "`", html.unescape(files[f"{error.replace('.', '/')}.md"]))
        said = " ".join(explain(error).split())
        info = error.info
        for text in (info.meaning, *info.causes, *(step.do for step in info.remediation), info.note or ""):
            assert " ".join(text.split()) in page, (error, text)
            assert " ".join(text.split()) in said, (error, text)


@given(st.text(max_size=200) | st.sampled_from(HOSTILE_TEXTS))
@settings(deadline=None, derandomize=True, max_examples=300)
def test_an_escaped_text_is_shown_as_it_is_written(text: str) -> None:
    text = "".join(one for one in text if one.isprintable() or one in "\n\t").replace("`", "'")
    rendered = markdown.markdown(f"x {escaping.text(text)} x", extensions=EXTENSIONS)
    shown = html.unescape(re.sub(r"</?p>", "", rendered))
    assert shown.split() == f"x {text} x".split()


@pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=range(len(HOSTILE_TEXTS)))
def test_a_hostile_text_brings_no_tag_into_a_list_a_table_or_a_heading(text: str) -> None:
    shown = escaping.text(text)
    source = f"# {shown}\n\n- {shown}\n\n1. {shown}\n\n| a |\n|---|\n| {shown} |\n\n{shown}\n"
    expected = {"h1", "ul", "li", "ol", "table", "thead", "tr", "th", "tbody", "td", "p", "code"}
    assert {tag for tag, _ in tags_of(markdown.markdown(source, extensions=EXTENSIONS))} <= expected


@pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=range(len(HOSTILE_TEXTS)))
def test_a_hostile_payload_stays_in_its_block(text: str) -> None:
    rendered = markdown.markdown(f"before\n\n{escaping.fence(text)}\n\nafter", extensions=EXTENSIONS)
    assert rendered.startswith("<p>before</p>")
    assert rendered.endswith("<p>after</p>")
    assert {tag for tag, _ in tags_of(rendered)} <= {"p", "div", "pre", "span", "code"}


def build(files: Mapping[str, str], folder: Path, *, strict: bool = True) -> Path:
    """Build a Markdown tree with the project's configuration; what it lacks is dropped from the nav."""
    for path, text in files.items():
        (folder / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / path).write_text(text, "utf-8")
    config = yaml.safe_load((ROOT / "site" / "mkdocs.yml").read_text("utf-8"))
    config["nav"] = [
        item for item in config["nav"] if all(_is_there(target, files) for target in item.values())
    ]
    config["theme"]["custom_dir"] = str(ROOT / "site" / "overrides")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"}
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(folder / "mkdocs.yml")]
    done = subprocess.run(
        [*command, *(["--strict"] if strict else [])],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "public"


def _is_there(target: object, files: Mapping[str, str]) -> bool:
    return not isinstance(target, str) or target in files


@pytest.fixture(scope="module")
def built(files: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built."""
    return build(files, tmp_path_factory.mktemp("site"))


def test_no_page_loads_anything_from_another_host(built: Path) -> None:
    for page in built.rglob("*.html"):
        for tag, attributes in tags_of(page.read_text("utf-8")):
            loaded = attributes.get("src") or (attributes.get("href") if tag == "link" else None) or ""
            if attributes.get("rel") not in ("canonical", "prev", "next"):
                assert not loaded.startswith(("http:", "https:", "//")), (page, tag, loaded)


def test_no_style_loads_anything_from_another_host(built: Path) -> None:
    for style in built.rglob("*.css"):
        assert not re.search(r"url\(['\"]?(?:https?:)?//", style.read_text("utf-8")), style


def test_a_hostile_catalog_builds_and_brings_no_script(hostile_files: Files, tmp_path: Path) -> None:
    public = build(hostile_files["site/docs"], tmp_path, strict=False)
    pages = list((public / "acme").rglob("*.html"))
    assert len(pages) > len(HOSTILE_TEXTS)
    for page in pages:
        for tag, attributes in tags_of(page.read_text("utf-8")):
            assert not any(name.startswith("on") for name in attributes), (page, tag)
            assert not (attributes.get("href") or "").startswith("javascript:"), (page, tag)
            assert not (tag == "img" and attributes.get("src") in ("x", "y")), page
        scripts = re.findall(r"<script[^>]*>(.*?)</script>", page.read_text("utf-8"), re.DOTALL)
        assert not any("alert(1)" in script for script in scripts), page
        assert "49" not in re.findall(r"<h1[^>]*>(.*?)</h1>", page.read_text("utf-8"), re.DOTALL)[0]
