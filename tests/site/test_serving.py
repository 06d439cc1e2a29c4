"""While the site is shown, what is changed is seen without a restart."""

import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.output import replace
from generator.targets import site
from tests.generator.helpers import FIXTURE_CATALOG, make_root, subject_of
from tests.site.building import ROOT, SITE

PATIENCE = 60.0
"""Seconds."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with the small catalog, the generator, the theme, and documents that were generated."""
    root = make_root(tmp_path / "repository")
    shutil.copytree(ROOT / "generator", root / "generator", ignore=shutil.ignore_patterns("node_modules"))
    shutil.copytree(ROOT / "schema", root / "schema")
    shutil.copytree(SITE, root / "site", ignore=shutil.ignore_patterns("docs", "public"))
    replace(root / "site" / "docs", site.generate(subject_of(FIXTURE_CATALOG).catalog, "0.0.0"))
    return root


@contextmanager
def shown(root: Path) -> Iterator[str]:
    """Show the site of a repository. Yields its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(root / "site" / "mkdocs.yml")]
    server = subprocess.Popen(
        [*command, "--dev-addr", f"127.0.0.1:{port}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait()


def comes(address: str, text: str) -> bool:
    """Whether a text stands on a page in time."""
    end, pause = time.monotonic() + PATIENCE, threading.Event()
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address) as answer:
                if text in answer.read().decode():
                    return True
        except OSError:
            pass  # it has not begun to answer
        pause.wait(0.1)
    return False


@pytest.fixture
def address(root: Path) -> Iterator[str]:
    """The site of the repository, while it is shown."""
    with shown(root) as found:
        assert comes(f"{found}acme/insufficient_funds/", "data-verdict")
        yield found


def test_change_of_a_catalog_file_is_seen(root: Path, address: str) -> None:
    file = root / "catalog" / "acme" / "orders.yaml"
    text = file.read_text("utf-8")
    meaning = "This sentence was changed while the site was shown."
    start = text.index("meaning:", text.index("id: insufficient_funds"))
    end = text.index("\n  causes:", start)
    file.write_text(f"{text[:start]}meaning: {meaning}{text[end:]}", "utf-8")
    assert comes(f"{address}acme/insufficient_funds/", meaning)


def test_change_of_a_guide_is_seen(root: Path, address: str) -> None:
    added = "This paragraph was added while the site was shown."
    with (root / "site" / "pages" / "guides" / "retrying.md").open("a", encoding="utf-8") as guide:
        guide.write(f"\n{added}\n")
    assert comes(f"{address}guides/retrying/", added)
