# From generator/targets/python/runtime/_cli/_options.py by `python -m generator build`. Do not edit.
"""The command line: what it understands, its help, and suggestions for what it does not understand."""

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from importlib import import_module

from .._loading import brokers, categories, version
from .._words import Outcome, Retry

COMMANDS = ("explain", "list", "match", "mcp", "scan")

_EXIT = """\
exit codes:
  0    something was found
  1    nothing was found
  2    the command cannot be carried out: a wrong option, a file that cannot be read
  130  it was interrupted with Ctrl-C"""


def hint(word: str, known: "Iterable[str]") -> str:
    """The end of a sentence that suggests what may have been meant."""
    words = sorted(set(known))
    close = get_close_matches(word, words, n=3, cutoff=0.6)
    return f"did you mean {' or '.join(close)}?" if close else f"there are {', '.join(words)}"


def parsed(arguments: "Sequence[str]") -> argparse.Namespace:
    """The options of a command line. Exits with 2 and a suggestion where it is wrong."""
    whole = parser()
    first = next((one for one in arguments if not one.startswith("-")), None)
    if first is not None and first not in COMMANDS:
        whole.error(f"there is no command {first}; {hint(first, COMMANDS)}")
    options, unknown = whole.parse_known_args(arguments)
    if unknown:
        command: argparse.ArgumentParser = options.parser
        known = re.findall(r"--[a-z]+", command.format_usage())
        command.error(f"there is no option {unknown[0]}; {hint(unknown[0], known)}")
    return options


def parser() -> argparse.ArgumentParser:
    """The parser, also for what writes completions from it."""
    broker = brokers()[0]
    whole = argparse.ArgumentParser(
        prog="broker-errors",
        description=f"What broker APIs answer when they say no. Brokers: {', '.join(brokers())}.",
        epilog=_EXIT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action="version", version=f"broker-errors {version()}")
    commands = whole.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def command(name: str, module: str, purpose: str, *examples: str) -> argparse.ArgumentParser:
        shown = "\n".join(["examples:", *(f"  broker-errors {name} {one}".rstrip() for one in examples)])
        one = commands.add_parser(
            name,
            help=purpose,
            description=f"{purpose[0].upper()}{purpose[1:]}.",
            epilog=f"{shown}\n\n{_EXIT}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        one.set_defaults(run=_lazily(module), parser=one)
        return one

    _match(command("match", "_matching", "recognize the errors in a text", *_examples_of_match(broker)))
    _explain(
        command(
            "explain", "_explaining", "print all that is known about an error", *_examples_of_explain(broker)
        )
    )
    _list(command("list", "_listing", "list the errors", *_examples_of_list(broker)))
    _scan(command("scan", "_scanning", "count the errors in logs of any size", *_examples_of_scan(broker)))
    command("mcp", "_serving", "serve these answers to assistants over MCP, on standard input and output", "")
    return whole


def _lazily(module: str) -> "Callable[[argparse.Namespace], bool]":
    """A command is imported when it is run."""

    def run(options: argparse.Namespace) -> bool:
        found: bool = import_module(f".{module}", __package__).run(options)
        return found

    return run


def _examples_of_match(broker: str) -> tuple[str, ...]:
    return (
        """'{"code":40310000,"message":"insufficient buying power"}'""",
        f"'' --broker {broker} --status 504 --operation 'POST /v2/orders'",
        f"--all --json --broker {broker} < bot.log",
    )


def _match(command: argparse.ArgumentParser) -> None:
    command.add_argument("text", nargs="?", help="the text; standard input if left out or -")
    _broker(command, "whose answer it is")
    command.add_argument("--status", type=int, help="the HTTP status that came with it")
    command.add_argument("--channel", help="how it travelled, such as rest")
    command.add_argument(
        "--operation", help="what was asked of the broker, such as 'POST /v2/orders'; or read, write"
    )
    command.add_argument("--all", action="store_true", help="every error in it, not the best alone")
    command.add_argument("--why", action="store_true", help="print the steps that led to the answer as well")
    _json(command)


def _examples_of_explain(broker: str) -> tuple[str, ...]:
    return f"{broker}.rate_limit", "RATE_LIMIT", "504", f"40310000 --broker {broker} --json"


def _explain(command: argparse.ArgumentParser) -> None:
    command.add_argument("error", help="a full id, a name of a member, a vendor's code or an HTTP status")
    _broker(command, "only the errors of this broker")
    _json(command)


def _examples_of_list(broker: str) -> tuple[str, ...]:
    return (
        f"--broker {broker} --retry reconcile",
        "--search 'day trading'",
        "--operation '/v2/orders' | cut -f 1",
    )


def _list(command: argparse.ArgumentParser) -> None:
    _broker(command, "only the errors of this broker")
    _one_of(command, "--category", list(categories()), "only those of this category")
    _one_of(command, "--retry", [one.value for one in Retry], "only those after which a write may do this")
    _one_of(command, "--outcome", [one.value for one in Outcome], "only those with this outcome")
    command.add_argument("--status", type=int, help="only those that come with this HTTP status")
    command.add_argument("--code", help="only those with this code of the vendor")
    command.add_argument("--operation", help="only those of operations in which this text occurs")
    command.add_argument("--search", metavar="WORDS", help="only those in whose texts all these words occur")
    _json(command)


def _examples_of_scan(broker: str) -> tuple[str, ...]:
    return (
        f"bot.log bot.log.1.gz --broker {broker}",
        "--json - < bot.log",
        f"--follow --broker {broker} bot.log",
    )


def _scan(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="FILE", help="plain or gzip; - is standard input")
    _broker(command, "whose answers they are; without it only the unmistakable is counted")
    how = command.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="print JSON; with --follow a line for each error")
    how.add_argument("--csv", action="store_true", help="print CSV")
    command.add_argument(
        "--follow", action="store_true", help="print each error as it comes, until Ctrl-C; one file, or -"
    )


def _json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="print JSON")


def _broker(command: argparse.ArgumentParser, purpose: str) -> None:
    _one_of(command, "--broker", brokers(), purpose)


def _one_of(command: argparse.ArgumentParser, name: str, known: "Sequence[str]", purpose: str) -> None:
    def checked(word: str) -> str:
        if word not in known:
            raise argparse.ArgumentTypeError(f"there is no {word}; {hint(word, known)}")
        return word

    command.add_argument(name, type=checked, choices=known, help=purpose)
