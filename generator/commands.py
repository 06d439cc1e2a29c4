"""The reference of the commands, from their parser: ``python -m generator.commands`` writes it anew."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from generator.cli import make_parser
from generator.output import write_file

PAGE = "generator/COMMANDS.md"
COMMAND = "python -m generator.commands"

_HEAD = f"""\
<!-- Generated from the parser in generator/cli.py by `{COMMAND}`. Do not edit. -->
# Commands

Each is run as `.venv/bin/python -m generator COMMAND`, in the repository's folder.

| exit | means |
|---|---|
| 0 | done, or nothing is wrong |
| 1 | something is wrong or differs, and is printed with what mends it |
| 2 | the command line is wrong |
| 3 | something to compare with cannot be read: a revision, a file |
"""


def page() -> str:
    """The page's text."""
    return "\n".join([_HEAD, *_sections(make_parser())])


def _sections(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:  # argparse has no public way to its commands
        if isinstance(action, argparse._SubParsersAction):
            told = {one.dest: one.help or "" for one in action._choices_actions}
            for name, command in action.choices.items():
                yield f"## {name}\n\n{told[name][:1].upper()}{told[name][1:]}.\n"
                rows = list(_rows(command))
                if rows:
                    yield "\n".join(["| option | what it does |", "|---|---|", *rows, ""])


def _rows(command: argparse.ArgumentParser) -> Iterator[str]:
    for action in command._actions:
        if action.dest != "help":
            name = ", ".join(action.option_strings) or str(action.metavar or action.dest)
            value = _value(action)
            told = (action.help or "").replace("|", "&#124;")
            yield f"| `{f'{name} {value}'.strip()}` | {told} |"


def _value(action: argparse.Action) -> str:
    if not action.option_strings or action.nargs == 0:
        return ""
    if action.choices is not None:
        return ",".join(str(choice) for choice in action.choices)
    return str(action.metavar or action.dest.upper())


if __name__ == "__main__":
    write_file(Path(PAGE), page())
