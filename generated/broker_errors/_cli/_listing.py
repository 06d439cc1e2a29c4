# From generator/targets/python/runtime/_cli/_listing.py by `python -m generator build`. Do not edit.
"""``broker-errors list``."""

import argparse
import json

from ._known import Known, has_code, has_operation, has_status, has_words, summary
from ._print import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._errors import BrokerError


def run(options: argparse.Namespace) -> bool:
    """Print the errors that are asked for. Tells whether there are any."""
    found = chosen(Known(options.broker), options)
    if options.json:
        print(json.dumps([as_json(error) for error in found], indent=2, ensure_ascii=False))
    else:
        table(("error", "category", "retry", "title"), map(summary, found))
    return bool(found)


def chosen(known: Known, options: argparse.Namespace) -> "list[BrokerError]":
    """The errors that fit all of the options."""
    return [error for error in known.errors.values() if _is_asked_for(error, options)]


def _is_asked_for(error: "BrokerError", options: argparse.Namespace) -> bool:
    return (
        options.category in (None, error.category)
        and options.retry in (None, error.retry)
        and options.outcome in (None, error.outcome)
        and (options.status is None or has_status(error, options.status))
        and (options.code is None or has_code(error, options.code))
        and (options.operation is None or has_operation(error, options.operation))
        and (options.search is None or has_words(error, options.search))
    )


def as_json(error: "BrokerError") -> "dict[str, object]":
    """An error in short, as plain data."""
    return {
        "error": error.value,
        "title": error.info.title,
        "category": error.category.value,
        "outcome": error.outcome.value,
        "retry": error.retry.value,
        "retry_read": error.retry_read.value,
        "fallback": error.fallback,
    }
