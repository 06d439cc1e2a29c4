# From generator/targets/python/runtime/_cli/_records.py by `python -m generator build`. Do not edit.
"""From bytes to the records of a log: a line, with what belongs to it below. Memory stays constant."""

import gzip
import re
import sys
from contextlib import ExitStack, contextmanager
from typing import BinaryIO, NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

LONGEST_LINE = 1 << 20
"""Bytes of a line that are read at once; what is longer is several lines."""
LONGEST_RECORD = 1 << 16
"""Characters of a record; what is longer is several records."""

_GZIP = b"\x1f\x8b"
_TRACEBACK = "Traceback (most recent call last)"
_NEXT_EXCEPTION = ("The above exception was", "During handling of the above", _TRACEBACK)
_INDENTED = (" ", "\t", "}", "]", ")")
_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}"
    r"(?:[.,][0-9]{1,9})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
)


class Record(NamedTuple):
    """What was logged at one time. ``line`` is the number of its first line."""

    text: str
    line: int


@contextmanager
def opened(name: str) -> "Generator[tuple[BinaryIO, BinaryIO | None]]":
    """A file to read, unpacked where it is compressed, and the file on the disk; None for standard input."""
    with ExitStack() as stack:
        if name == "-":
            yield sys.stdin.buffer, None
            return
        raw = stack.enter_context(open(name, "rb"))  # noqa: PTH123 - a name as the shell gives it
        packed = raw.read(len(_GZIP)) == _GZIP
        raw.seek(0)
        yield (stack.enter_context(gzip.open(raw)) if packed else raw), raw  # type: ignore[misc]  # reads alike


def text_lines(stream: BinaryIO, begun: bytes = b"") -> "Iterator[str]":
    """The lines of a stream, of which ``begun`` was read already. What is no UTF-8 is replaced."""
    *whole, rest = begun.splitlines(keepends=True) or [b""]
    for line in whole:
        yield line.decode("utf-8", "replace")
    while line := rest + stream.readline(LONGEST_LINE):
        rest = b""
        yield line.decode("utf-8", "replace")


def records(lines: "Iterable[str | None]") -> "Iterator[Record]":
    """Put together what belongs together: indented lines, closing brackets, tracebacks with their exceptions.

    None among the lines says that nothing more will come for now.
    """
    held: list[str] = []
    start = size = number = 0
    in_traceback = False
    for line in lines:
        if held and not (size < LONGEST_RECORD and _belongs(line, held[-1], in_traceback=in_traceback)):
            yield Record("".join(held), start)
            held, size, in_traceback = [], 0, False
        if line is None:
            continue
        number += 1
        if not held:
            start = number
        held.append(line)
        size += len(line)
        in_traceback = in_traceback or line.startswith(_TRACEBACK)
    if held:
        yield Record("".join(held), start)


def _belongs(line: "str | None", before: str, *, in_traceback: bool) -> bool:
    """Whether a line belongs to the record above it."""
    if line is None:
        return False
    if line.startswith(_INDENTED):
        return time_of(line) is None
    if line.startswith(_TRACEBACK):
        return True
    is_exception = before.startswith(_INDENTED)  # it follows the last frame
    return in_traceback and (is_exception or not line.strip() or line.startswith(_NEXT_EXCEPTION))


def time_of(text: str) -> "str | None":
    """The time that a record states near its beginning, as it writes it."""
    found = _TIME.search(text, 0, 200)
    return None if found is None else found[0]
