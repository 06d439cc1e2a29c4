# From generator/targets/python/runtime/_cli/_scanning.py by `python -m generator build`. Do not edit.
"""``broker-errors scan``: logs of any size in constant memory."""

import argparse
import csv
import json
import os
import sys
import time

from .._matching import match_all
from ._print import progress, table
from ._records import opened, records, text_lines, time_of
from ._tally import Seen, Tally, telling

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import BinaryIO

    from .._errors import BrokerError
    from .._match import Match

POLL = 0.5
"""Seconds between two looks at a file that is followed."""


def run(options: argparse.Namespace) -> bool:
    """Print what stands in the files. Tells whether an error was found."""
    if options.follow:
        return _follow(options)
    tally = Tally()
    for name in options.files:
        _scan(name, options.broker, tally)
    _print(tally, options)
    return bool(tally.errors)


def _scan(name: str, broker: "str | None", tally: Tally) -> None:
    with opened(name) as (stream, raw):
        size = None if raw is None else os.fstat(raw.fileno()).st_size
        with progress(name, size) as show:
            for record in records(text_lines(stream)):
                tally.records += 1
                for found in telling(match_all(record.text, broker=broker)):
                    tally.add(found, time_of(record.text), f"{name}:{record.line}")
                if raw is not None:
                    show(raw.tell())


def _print(tally: Tally, options: argparse.Namespace) -> None:
    errors = sorted(tally.errors.items(), key=lambda item: (-item[1].count, item[0].value))
    unknown = sorted(tally.unknown.items(), key=lambda item: (-item[1].count, item[0]))
    if options.json:
        told = {
            "records": tally.records,
            "errors": [_error_as_json(error, seen) for error, seen in errors],
            "unknown": [
                {"error": error.value, "text": text, **_seen(seen)} for (error, text), seen in unknown
            ],
        }
        print(json.dumps(told, indent=2, ensure_ascii=False))
    elif options.csv:
        writer = csv.writer(sys.stdout)
        writer.writerow(("kind", "error", "text", "count", "first", "last", "place", "retry", "outcome"))
        writer.writerows(_csv_row("error", error, error.info.title, seen) for error, seen in errors)
        writer.writerows(_csv_row("unknown", error, text, seen) for (error, text), seen in unknown)
    else:
        _print_tables(errors, unknown)


def _print_tables(
    errors: "Sequence[tuple[BrokerError, Seen]]", unknown: "Sequence[tuple[tuple[BrokerError, str], Seen]]"
) -> None:
    columns = ("first", "last", "place")
    table(
        ("count", "error", "retry", "outcome", *columns),
        [
            (str(seen.count), error, error.retry, error.outcome, *_when_and_where(seen))
            for error, seen in errors
        ],
    )
    if unknown:
        print("\nWhat no entry names:")
        table(
            ("count", "stands for it", "text", *columns),
            [(str(seen.count), error, text, *_when_and_where(seen)) for (error, text), seen in unknown],
        )


def _when_and_where(seen: Seen) -> tuple[str, str, str]:
    return seen.first or "", seen.last or "", seen.place


def _error_as_json(error: "BrokerError", seen: Seen) -> "dict[str, object]":
    return {
        "error": error.value,
        "title": error.info.title,
        "category": error.category.value,
        "retry": error.retry.value,
        "retry_read": error.retry_read.value,
        "outcome": error.outcome.value,
        "fallback": error.fallback,
        **_seen(seen),
    }


def _seen(seen: Seen) -> "dict[str, object]":
    return {"count": seen.count, "first": seen.first, "last": seen.last, "place": seen.place}


def _csv_row(kind: str, error: "BrokerError", text: str, seen: Seen) -> tuple[object, ...]:
    return kind, error, text, seen.count, seen.first, seen.last, seen.place, error.retry, error.outcome


def _follow(options: argparse.Namespace) -> bool:
    """Print each error as it comes. Ends with the input, or with Ctrl-C."""
    if len(options.files) > 1:
        raise ValueError("--follow takes one file")
    (name,) = options.files
    found = False
    with opened(name) as (stream, raw):
        lines: Iterable[str | None] = text_lines(stream) if raw is None else growing(name, stream, time.sleep)
        for record in records(lines):
            for one in telling(match_all(record.text, broker=options.broker)):
                found = True
                print(_line(one, record.text, f"{name}:{record.line}", options), flush=True)
    return found


def _line(found: "Match[BrokerError]", text: str, place: str, options: argparse.Namespace) -> str:
    error, when = found.error, time_of(text)
    if options.json:
        told = {"time": when, "place": place, **_plain(found)}
        return json.dumps(told, ensure_ascii=False)
    return "\t".join((when or "", error.value, error.retry.value, error.outcome.value, place))


def _plain(found: "Match[BrokerError]") -> "dict[str, object]":
    advice, report = found.advice(), found.report
    return {
        "error": found.error.value,
        "category": found.error.category.value,
        "retry": advice.retry.value,
        "outcome": advice.outcome.value,
        "wait_seconds": advice.wait_seconds,
        "fallback": found.error.fallback,
        "status": report.status,
        "request_id": report.request_id,
    }


def growing(name: str, stream: "BinaryIO", wait: "Callable[[float], object]") -> "Iterator[str | None]":
    """The lines of a file and those to come; None when nothing comes. A file put in its place is read too."""
    while True:
        line = stream.readline()
        if line:
            yield line.decode("utf-8", "replace")
            continue
        yield None
        wait(POLL)
        if _was_replaced(name, stream):
            with open(name, "rb") as replacement:  # noqa: PTH123 - a name as the shell gives it
                yield from growing(name, replacement, wait)


def _was_replaced(name: str, stream: "BinaryIO") -> bool:
    try:
        now = os.stat(name)  # noqa: PTH116 - a name as the shell gives it
    except FileNotFoundError:
        return False
    held = os.fstat(stream.fileno())
    return now.st_ino != held.st_ino or now.st_size < stream.tell()
