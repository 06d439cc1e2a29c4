# From generator/targets/python/runtime/_cli/_explaining.py by `python -m generator build`. Do not edit.
"""``broker-errors explain``."""

import argparse
import json
import sys
from difflib import get_close_matches

from .._explain import WIDTH, explain
from ._known import Known, summary
from ._print import emphasized, is_terminal, table, width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._errors import BrokerError


def run(options: argparse.Namespace) -> bool:
    """Print an error's page, or the list of those that are meant. Tells whether there is any."""
    known = Known(options.broker)
    found = known.named(options.error)
    if not found:
        print(f"There is no error {options.error}; {_hint(options.error, known)}", file=sys.stderr)
    elif options.json:
        told = [as_json(error) for error in found]
        print(json.dumps(told[0] if len(told) == 1 else told, indent=2, ensure_ascii=False))
    elif len(found) == 1:
        emphasized(explain(found[0], width() if is_terminal() else WIDTH))
    else:
        table(("error", "category", "retry", "title"), map(summary, found))
    return bool(found)


def _hint(word: str, known: Known) -> str:
    ids = list(known.errors)
    close = get_close_matches(word.lower(), [*ids, *(one.partition(".")[2] for one in ids)], n=3)
    return f"did you mean {' or '.join(close)}?" if close else "broker-errors list shows all."


def as_json(error: "BrokerError") -> "dict[str, object]":
    """All that the catalog says about an error, as plain data."""
    from dataclasses import asdict

    return {"error": error.value, **asdict(error.info)}
