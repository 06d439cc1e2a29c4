"""``broker-errors match | explain | list``."""

import argparse
import json
import os
import sys
from contextlib import suppress

from ._errors import BrokerError
from ._explain import WIDTH, explain
from ._info import Step
from ._loading import brokers, categories, errors, version
from ._matching import match
from ._words import Retry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ._match import Match

MATCHED, NOT_MATCHED = 0, 1


def main(arguments: "Sequence[str] | None" = None) -> int:
    """Run the command. Returns 0, or 1 where nothing was found; a wrong command line exits with 2."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # a stream of a test or a shell may have none
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    try:
        result: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as head, has seen enough
        with suppress(OSError):  # a stream without a file, as in tests
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return MATCHED
    return result


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="broker-errors", description="What broker APIs answer when they say no."
    )
    parser.add_argument("--version", action="version", version=f"broker-errors {version()}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    command = commands.add_parser("match", help="recognise an error in a text")
    command.add_argument("text", nargs="?", help="the text; standard input if left out or -")
    command.add_argument("--broker", choices=brokers(), help="whose answer it is")
    command.add_argument("--status", type=int, help="the HTTP status that came with it")
    command.add_argument("--channel", help="how it travelled, such as rest")
    command.add_argument("--json", action="store_true", help="print JSON")
    command.set_defaults(run=_match)

    command = commands.add_parser("explain", help="print all that is known about an error")
    command.add_argument("id", help="the full id, such as alpaca.insufficient_buying_power")
    command.set_defaults(run=_explain)

    command = commands.add_parser("list", help="list the errors")
    command.add_argument("--broker", choices=brokers())
    command.add_argument("--category", choices=list(categories()))
    command.add_argument(
        "--retry", choices=[retry.value for retry in Retry], help="what a write request may do"
    )
    command.add_argument("--json", action="store_true", help="print JSON")
    command.set_defaults(run=_list)
    return parser


def _match(options: argparse.Namespace) -> int:
    source: str | bytes = options.text
    if options.text in (None, "-"):
        source = sys.stdin.buffer.read()
    found = match(source, broker=options.broker, status=options.status, channel=options.channel)
    if found is None:
        if options.json:
            print("null")
        else:
            hint = "" if options.broker else " Say whose answer it is with --broker."
            print(f"Not recognised as an error.{hint}", file=sys.stderr)
        return NOT_MATCHED
    print(
        json.dumps(_match_json(found), indent=2, ensure_ascii=False) if options.json else _match_text(found)
    )
    return MATCHED


def _match_text(found: "Match[BrokerError]") -> str:
    info, advice = found.error.info, found.advice()
    retry = (
        f"{advice.retry}" if info.retry is info.retry_read else f"{info.retry} (a read: {info.retry_read})"
    )
    wait = "" if advice.wait_seconds is None else f", {advice.wait_seconds:g} seconds"
    lines = [
        f"{found.error.value}: {info.title}",
        f"  matched on  {found.matched_on}",
        *(f"  {name:<11} {value}" for name, value in found.params.items()),
        f"  category    {info.category}",
        f"  outcome     {info.outcome}",
        f"  retry       {retry}{wait}",
        *(f"  {number}. {_step(step)}" for number, step in enumerate(info.remediation, 1)),
        f"  More: broker-errors explain {found.error.value}",
    ]
    return "\n".join(lines)


def _step(step: Step) -> str:
    return f"({step.who.replace('_', ' ')}) {step.do}"


def _match_json(found: "Match[BrokerError]") -> dict[str, object]:
    advice, report = found.advice(), found.report
    return {
        "error": found.error.value,
        "title": found.error.info.title,
        "matched_on": found.matched_on,
        "params": found.params,
        "category": found.error.category,
        "outcome": found.error.outcome,
        "retry": found.error.retry,
        "retry_read": found.error.retry_read,
        "wait_seconds": advice.wait_seconds,
        "echo": advice.echo,
        "fallback": found.error.fallback,
        "docs_path": found.error.info.docs_path,
        "report": {
            name: getattr(report, name) for name in ("channel", "status", "code", "message", "request_id")
        },
    }


def _explain(options: argparse.Namespace) -> int:
    known = {error.value: error for broker in brokers() for error in errors(broker)}
    wanted: str = options.id.lower()
    error = known.get(wanted)
    if error is None:
        from difflib import get_close_matches

        close = get_close_matches(wanted, known, n=3)
        hint = f"Did you mean {', '.join(close)}?" if close else "See broker-errors list."
        print(f"There is no error {options.id}. {hint}", file=sys.stderr)
        return NOT_MATCHED
    print(explain(error))
    return MATCHED


def _list(options: argparse.Namespace) -> int:
    found = [
        error
        for broker in brokers()
        if options.broker in (None, broker)
        for error in errors(broker)
        if options.category in (None, error.category) and options.retry in (None, error.retry)
    ]
    if options.json:
        print(json.dumps([_list_json(error) for error in found], indent=2, ensure_ascii=False))
    else:
        for error in found:
            line = f"{error.value:<48} {error.category:<24} {error.retry:<13} {error.info.title}"
            print(line[: 2 * WIDTH].rstrip())
    return MATCHED if found else NOT_MATCHED


def _list_json(error: BrokerError) -> dict[str, object]:
    return {
        "error": error.value,
        "title": error.info.title,
        "category": error.category,
        "outcome": error.outcome,
        "retry": error.retry,
        "retry_read": error.retry_read,
        "fallback": error.fallback,
    }
