# From generator/targets/python/runtime/_cli/_print.py by `python -m generator build`. Do not edit.
"""Tables, emphasis and progress: from Rich where that is installed, on a terminal, and else plain text."""

import shutil
import sys
import time
from contextlib import contextmanager
from importlib.util import find_spec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence

_COLORS = {
    "never": "red",
    "reconcile": "red",
    "halt": "red",
    "after_change": "yellow",
    "reconnect": "yellow",
    "backoff": "green",
    "wait": "green",
}
"""How each retry looks: what must not be sent again stands out."""


def is_terminal() -> bool:
    """Whether a person is looking at standard output."""
    return sys.stdout.isatty()


def width() -> int:
    """Columns of the terminal, of a usual page where there is none."""
    return shutil.get_terminal_size((88, 24)).columns


def table(headers: "Sequence[str]", rows: "Iterable[Sequence[str]]") -> None:
    """Print a table: for a person with headers and aligned, for a pipe tab-separated without."""
    if not is_terminal():
        for row in rows:
            print("\t".join(" ".join(cell.split()) for cell in row))
    elif _has_rich():
        _rich_table(headers, rows)
    else:
        _aligned([headers, *rows])


def emphasized(text: str) -> None:
    """Print a text whose first line is its title."""
    if not (is_terminal() and _has_rich()):
        print(text)
        return
    from rich.console import Console
    from rich.text import Text

    title, newline, rest = text.partition("\n")
    Console(highlight=False, soft_wrap=True).print(Text(title, style="bold") + Text(newline + rest))


@contextmanager
def progress(name: str, size: "int | None") -> "Generator[Callable[[int], None]]":
    """Show how far a file of ``size`` bytes has been read, on standard error if that is a terminal.

    Gives what is to be called with the position; it may be called as often as one likes.
    """
    if size is None or not sys.stderr.isatty():
        yield lambda _: None
    elif _has_rich():
        from rich.console import Console
        from rich.progress import Progress

        with Progress(console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(name, total=size)
            yield _seldom(lambda position: bar.update(task, completed=position))
    else:
        yield _seldom(
            lambda position: print(
                f"\r{name}: {position / max(size, 1):.0%} ", end="", file=sys.stderr, flush=True
            )
        )
        print("\r" + " " * (len(name) + 8) + "\r", end="", file=sys.stderr, flush=True)


def _seldom(show: "Callable[[int], None]", seconds: float = 0.2) -> "Callable[[int], None]":
    shown = 0.0

    def maybe(position: int) -> None:
        nonlocal shown
        now = time.monotonic()
        if now - shown >= seconds:
            shown = now
            show(position)

    return maybe


def _rich_table(headers: "Sequence[str]", rows: "Iterable[Sequence[str]]") -> None:
    from rich.console import Console
    from rich.table import Column, Table
    from rich.text import Text

    columns = (Column(header, overflow="fold") for header in headers)  # nothing is cut off: it may be copied
    shown = Table(*columns, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        shown.add_row(*(Text(cell, style=_COLORS.get(cell, "")) for cell in row))
    Console(highlight=False).print(shown)


def _aligned(rows: "list[Sequence[str]]") -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        line = "  ".join(cell.ljust(size) for cell, size in zip(row, widths, strict=True))
        print(line[: width()].rstrip())


def _has_rich() -> bool:
    """Whether the extra is installed. Rich itself heeds NO_COLOR and what the terminal can do."""
    return find_spec("rich") is not None
