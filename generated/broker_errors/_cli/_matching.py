# From generator/targets/python/runtime/_cli/_matching.py by `python -m generator build`. Do not edit.
"""``broker-errors match``."""

import argparse
import json
import sys
from itertools import islice

from .._matching import match_all
from ._print import emphasized
from ._records import records, text_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .._errors import BrokerError
    from .._info import Step
    from .._match import Match


def run(options: argparse.Namespace) -> bool:
    """Print what a text is. Tells whether it was recognized."""
    matches = _matches(options)
    found = list(matches if options.all else islice(matches, 1))
    if options.json:
        told = [as_json(one, options.operation) for one in found]
        print(_dumped(told if options.all else told[0] if told else None))
    elif found:
        emphasized("\n\n".join(_as_text(one, options.operation) for one in found))
    else:
        hint = "" if options.broker else " Say whose answer it is with --broker."
        print(f"Not recognized as an error.{hint}", file=sys.stderr)
    return bool(found)


def _matches(options: argparse.Namespace) -> "Iterator[Match[BrokerError]]":
    """The errors of the text, each once. Standard input of any size: what is long is read in records."""
    seen: set[str] = set()
    for text in _texts(options.text):
        if options.why:
            _print_why(text, options)
        for found in match_all(text, broker=options.broker, status=options.status, channel=options.channel):
            if found.error.value not in seen:
                seen.add(found.error.value)
                yield found


MOST_AT_ONCE = 1 << 20
"""Bytes that are read as one text: a body that stands on many lines is one."""


def _texts(argument: "str | None") -> "Iterator[str | bytes]":
    if argument not in (None, "-"):
        yield argument or ""
        return
    if sys.stdin.isatty():
        print("Reading from standard input; end with Ctrl-D.", file=sys.stderr)
    stream = sys.stdin.buffer
    first = stream.read(MOST_AT_ONCE)
    if len(first) < MOST_AT_ONCE:
        yield first
    else:
        for record in records(text_lines(stream, first)):
            yield record.text


def _print_why(text: "str | bytes", options: argparse.Namespace) -> None:
    from .._matching import matcher_of

    matcher = matcher_of(options.broker)
    for line in matcher.why(text, broker=options.broker, status=options.status, channel=options.channel):
        print(line, file=sys.stderr)


def as_json(found: "Match[BrokerError]", operation: "str | None" = None) -> "dict[str, object]":
    """A match as plain data, for every place that tells one as JSON."""
    error, report, advice = found.error, found.report, found.advice(operation)
    return {
        "error": error.value,
        "title": error.info.title,
        "matched_on": found.matched_on.value,
        "params": found.params,
        "category": error.category.value,
        "outcome": error.outcome.value,
        "retry": advice.retry.value,
        "resend": advice.resend,
        "wait_seconds": advice.wait_seconds,
        "echo": dict(advice.echo),
        "fallback": error.fallback,
        "docs_path": error.info.docs_path,
        "steps": [_step_as_json(step) for step in advice.steps],
        "report": {
            name: getattr(report, name) for name in ("channel", "status", "code", "message", "request_id")
        },
    }


def _step_as_json(step: "Step") -> "dict[str, str | None]":
    return {"who": step.who.value, "do": step.do, "code": step.code}


def _dumped(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)


def _as_text(found: "Match[BrokerError]", operation: "str | None") -> str:
    error, advice = found.error, found.advice(operation)
    reads = "" if operation or error.retry is error.retry_read else f" (a read: {error.retry_read})"
    wait = "" if advice.wait_seconds is None else f", {advice.wait_seconds:g} seconds"
    lines = [
        f"{error.value}: {error.info.title}",
        f"  matched on  {found.matched_on}",
        *(f"  {name:<11} {value}" for name, value in found.params.items()),
        f"  category    {error.category}",
        f"  outcome     {error.outcome}",
        f"  retry       {advice.retry}{reads}{wait}",
        *(f"  {number}. {_step(step)}" for number, step in enumerate(advice.steps, 1)),
        f"  More: broker-errors explain {error.value}",
    ]
    return "\n".join(lines)


def _step(step: "Step") -> str:
    return f"({step.who.replace('_', ' ')}) {step.do}"
