"""Builds the site of a catalog as `make build` does, into a folder of the test run, and serves it."""

import functools
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from generator.output import replace

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"


class _Loader(yaml.SafeLoader):
    """Reads mkdocs' configuration; what comes from the environment is left to its default."""


def _default(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    assert isinstance(node, yaml.SequenceNode)
    return loader.construct_sequence(node)[-1]


_Loader.add_constructor("!ENV", _default)


def build(files: Mapping[str, str], folder: Path, **config: object) -> Path:
    """Build documents with the project's configuration and theme. Answers the folder of the built site."""
    replace(folder / "docs", files)
    return render(folder, **config)


def render(folder: Path, **config: object) -> Path:
    """Let mkdocs build the documents that are in a folder."""
    settings: dict[str, Any] = yaml.load((SITE / "mkdocs.yml").read_text("utf-8"), _Loader)
    settings["theme"]["custom_dir"] = str(SITE / "theme")
    settings["hooks"] = [str(SITE / "hooks.py")]
    settings.pop("watch", None)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump({**settings, **config}), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(folder / "mkdocs.yml")],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "public"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Answers as a host of static sites does: an address that does not exist gets the page for that."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the site's own page."""
        page = Path(self.directory) / "404.html"
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine. Yields its address."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()
