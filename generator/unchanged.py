"""Tells whether a build would only make again what is there, because nothing was touched since the last one.

What is kept is a stamp of every file that a build reads or writes: how large it is and when it was changed.
That spares the one who builds twice the second time; what checks a revision never asks for it.
"""

import os
import sys
import sysconfig
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

TOOL = Path(__file__).parents[1]
"""Where the generator stands, with the schemas and the pages that are written by hand."""
KEPT = Path(".cache", "build")
"""The stamps of the last build, below its root."""
_SKIPPED = frozenset({"__pycache__", "node_modules"})


def is_unchanged(root: Path) -> bool:
    """Tell whether everything is as the last build of ``root`` left it, which found nothing wrong."""
    try:
        kept = (root / KEPT).read_text("ascii")
    except OSError:
        return False
    return kept == _stamps(read_by_build(root), root)


def keep(root: Path, read: str) -> None:
    """Keep the stamps of a build. ``read`` is from before it: what is edited meanwhile will be built."""
    (root / KEPT).parent.mkdir(exist_ok=True)
    (root / KEPT).write_text(_stamps(read, root), "ascii")


def read_by_build(root: Path) -> str:
    """The stamp of what a build reads: the catalog, the version, the tool, and what is installed."""
    installed = Path(sysconfig.get_path("purelib"))  # is changed by every package that comes or goes
    tool = (TOOL / name for name in ("generator", "schema", "site/pages"))
    return _stamp(root / "catalog", root / "pyproject.toml", *tool, others=(sys.version, _status(installed)))


def _stamps(read: str, root: Path) -> str:
    return f"{read} {_stamp(root / 'generated', root / 'site/docs')}\n"


def _stamp(*paths: Path, others: tuple[str, ...] = ()) -> str:
    files = sorted(f"{file} {_status(file)}" for path in paths for file in _files(path))
    return sha256("\n".join((*others, *files)).encode("utf-8", "surrogateescape")).hexdigest()


def _files(path: Path) -> Iterator[Path | str]:
    if path.is_file():
        yield path
    for folder, inner, names in os.walk(path):
        inner[:] = (name for name in inner if name not in _SKIPPED)
        yield from (os.path.join(folder, name) for name in names)  # noqa: PTH118 - many, and no Path each


def _status(file: Path | str) -> str:
    """What changes when a file does, even if its time is put back."""
    try:
        status = os.stat(file)  # noqa: PTH116 - as above
    except OSError:
        return "missing"
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"
