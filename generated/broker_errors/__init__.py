# Generated from the catalog by `python -m generator build`. Do not edit.
"""What broker APIs answer when they say no.

Use it like this::

    import broker_errors

    found = broker_errors.match(error)
    if found is not None:
        print(found.error, found.params, found.advice("POST /v2/orders"))

The errors of each broker are the members of an enum, such as AlpacaError; the broker's module has them too.
"""

from os import environ

from ._catalog import VERSION
from ._matching import match, match_all

__version__ = VERSION

BROKERS: tuple[str, ...] = ("alpaca", "tradovate")
_LAZY = {
    "Actor": "_words",
    "Advice": "_advice",
    "AlpacaCode": "alpaca",
    "AlpacaError": "alpaca",
    "AlpacaLegacyCode": "alpaca",
    "AlpacaLocatesCode": "alpaca",
    "AlpacaStreamCode": "alpaca",
    "AlpacaTravelRuleCode": "alpaca",
    "BrokerError": "_errors",
    "Category": "_categories",
    "Columns": "_classify",
    "CommonError": "_common_errors",
    "EntryInfo": "_info",
    "Evidence": "_words",
    "Match": "_match",
    "MatchedOn": "_words",
    "Outcome": "_words",
    "Report": "_report",
    "Retry": "_words",
    "TradovateError": "tradovate",
    "TradovateMarketDataCode": "tradovate",
    "TradovateOrderCode": "tradovate",
    "TradovateShutdownCode": "tradovate",
    "TradovateSignUpCode": "tradovate",
    "TradovateSubscriptionCode": "tradovate",
    "When": "_words",
}

__all__ = [
    "BROKERS",
    "Actor",
    "Advice",
    "AlpacaCode",
    "AlpacaError",
    "AlpacaLegacyCode",
    "AlpacaLocatesCode",
    "AlpacaStreamCode",
    "AlpacaTravelRuleCode",
    "BrokerError",
    "Category",
    "Columns",
    "CommonError",
    "EntryInfo",
    "Evidence",
    "Match",
    "MatchedOn",
    "Outcome",
    "Report",
    "Retry",
    "TradovateError",
    "TradovateMarketDataCode",
    "TradovateOrderCode",
    "TradovateShutdownCode",
    "TradovateSignUpCode",
    "TradovateSubscriptionCode",
    "When",
    "alpaca",
    "classify",
    "error",
    "errors_of",
    "load",
    "match",
    "match_all",
    "reads",
    "tradovate",
]

if "BROKER_ERRORS_OVERLAY" in environ:
    from .overlay import load_from_environment

    load_from_environment()


def errors_of(broker):
    """All errors of a broker, sorted by id. Raises ValueError where there is no such broker."""
    from ._loading import errors
    from ._matching import check_broker

    check_broker(broker)
    return tuple(errors(broker))


def error(value):
    """The error with this full id, whichever broker's it is.

    An id that it had before is as good. Raises ValueError where there is none.
    """
    from ._matching import error_of

    return error_of(value)


def reads(operation, *, broker=None):
    """Tell whether repeating an operation is harmless, because it only reads or only listens.

    Args:
        operation: method and path, with or without host and version, such as ``GET /v2/orders``, or ``WS`` and
            what is sent over a WebSocket, such as ``WS subscribe`` or ``WS order/list``. What is not known to
            only read counts as a write.
        broker: whose operation it is; by default any broker's.

    Raises:
        ValueError: there is no such broker.
    """
    from ._loading import operations
    from ._matching import check_broker
    from ._operations import only_reads

    check_broker(broker)
    return only_reads(operation, tuple(map(operations, BROKERS if broker is None else (broker,))))


def classify(texts, *, broker=None, operation=None):
    """Recognize the first error of each text; a text that comes again is looked at once.

    Args:
        texts: lines, bodies or messages; None is nothing.
        broker: whose answers they are. Without it only what is unmistakable counts.
        operation: what was asked of the broker, as for ``Match.advice``; a write where it is left out.

    Returns:
        Columns: lists of ids, categories, retries, outcomes and what decided, as long as the texts.

    Raises:
        ValueError: there is no such broker.
    """
    from ._classify import classify

    return classify(texts, broker=broker, operation=operation)


def load(path):
    """Add a team's own errors to the catalog, for this process: an overlay, in JSON or YAML.

    Returns its errors. Raises OSError where it cannot be read, and ValueError where something in it is wrong.
    """
    from .overlay import load

    return load(path)


def __getattr__(name):
    from importlib import import_module

    if name in BROKERS:
        return import_module(f".{name}", __name__)
    if name in _LAZY:
        return getattr(import_module(f".{_LAZY[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    """What help shows: an enum would fill it with the methods of texts."""
    return ["BROKERS", "__all__", "__doc__", "__file__", "__name__", "__path__", "__version__", *("classify", "error", "errors_of", "load", "match", "match_all", "reads")]
