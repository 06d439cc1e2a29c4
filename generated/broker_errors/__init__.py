# Generated from the catalog by `python -m generator build`. Do not edit.
"""What broker APIs answer when they say no.

Use it like this::

    import broker_errors

    found = broker_errors.match(error)
    if found is not None:
        print(found.error, found.params, found.advice("POST /v2/orders"))
"""

from ._vocabulary import Actor, Category, Evidence, MatchedOn, Outcome, Retry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from . import alpaca, tradovate
    from ._errors import BrokerError
    from ._info import EntryInfo
    from ._match import Advice, Match
    from ._report import Report
    from .alpaca import (
        AlpacaCode,
        AlpacaError,
        AlpacaLegacyCode,
        AlpacaLocatesCode,
        AlpacaStreamCode,
        AlpacaTravelRuleCode,
    )
    from .tradovate import (
        TradovateError,
        TradovateMarketDataCode,
        TradovateOrderCode,
        TradovateShutdownCode,
        TradovateSignUpCode,
        TradovateSubscriptionCode,
    )

__version__ = "0.1.0"

BROKERS: tuple[str, ...] = ("alpaca", "tradovate")
_LAZY = {
    "Advice": "_match",
    "AlpacaCode": "alpaca",
    "AlpacaError": "alpaca",
    "AlpacaLegacyCode": "alpaca",
    "AlpacaLocatesCode": "alpaca",
    "AlpacaStreamCode": "alpaca",
    "AlpacaTravelRuleCode": "alpaca",
    "BrokerError": "_errors",
    "EntryInfo": "_info",
    "Match": "_match",
    "Report": "_report",
    "TradovateError": "tradovate",
    "TradovateMarketDataCode": "tradovate",
    "TradovateOrderCode": "tradovate",
    "TradovateShutdownCode": "tradovate",
    "TradovateSignUpCode": "tradovate",
    "TradovateSubscriptionCode": "tradovate",
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
    "alpaca",
    "errors_of",
    "match",
    "match_all",
    "tradovate",
]


def match(
    source: object, *, broker: str | None = None, status: int | None = None, channel: str | None = None
) -> "Match[BrokerError] | None":
    """Recognise the first error in ``source``.

    Args:
        source: anything one holds when it goes wrong: an exception, a response, a parsed body, bytes, or text
            such as JSON, a Python repr, a stream frame or a line of a log.
        broker: whose answer it is. Without it only what is unmistakable counts: a bare 503 is nobody's.
        status: the HTTP status, where the source does not carry it.
        channel: the way it travelled, such as ``rest``, where the source does not show it.

    Returns:
        None for what is not an error or cannot be told. Never raises, whatever the source.

    Raises:
        ValueError: there is no such broker.
    """
    return next(match_all(source, broker=broker, status=status, channel=channel), None)


def match_all(
    source: object, *, broker: str | None = None, status: int | None = None, channel: str | None = None
) -> "Iterator[Match[BrokerError]]":
    """Recognise every error in ``source``, in the order in which they stand there.

    The arguments are those of :func:`match`.
    """
    from ._engine import match_all as _match_all

    brokers = BROKERS if broker is None else (_known(broker),)
    return _match_all(source, brokers, broker is not None, status, channel)


def errors_of(broker: str) -> "tuple[BrokerError, ...]":
    """All errors of a broker, sorted by id. Raises ValueError where there is no such broker."""
    from ._engine import engine

    return tuple(engine(_known(broker)).errors)


def _known(broker: str) -> str:
    if broker not in BROKERS:
        raise ValueError(f"there is no broker {broker!r}; there are {', '.join(BROKERS)}")
    return broker


if not TYPE_CHECKING:  # so that type checkers find misspelled names

    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name in BROKERS:
            return import_module(f".{name}", __name__)
        if name in _LAZY:
            return getattr(import_module(f".{_LAZY[name]}", __name__), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
