# Generated from the catalog by `python -m generator build`. Do not edit.
from collections.abc import Iterator
from typing import Literal, TypeAlias, overload

from . import alpaca, tradovate
from ._catalog import Category
from ._common_errors import CommonError
from ._errors import BrokerError
from ._info import EntryInfo
from ._match import Advice, Match
from ._report import Report
from ._words import Actor, Evidence, MatchedOn, Outcome, Retry, When
from .alpaca import (
    AlpacaCode,
    AlpacaError,
    AlpacaLegacyCode,
    AlpacaLocatesCode,
    AlpacaStreamCode,
    AlpacaTravelRuleCode,
    AlpacaChannel,
)
from .tradovate import (
    TradovateError,
    TradovateMarketDataCode,
    TradovateOrderCode,
    TradovateShutdownCode,
    TradovateSignUpCode,
    TradovateSubscriptionCode,
    TradovateChannel,
)

__version__: str
BROKERS: tuple[str, ...]

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
    "errors_of",
    "match",
    "match_all",
    "tradovate",
]

_Broker: TypeAlias = Literal["alpaca", "tradovate"]
_Channel: TypeAlias = AlpacaChannel | TradovateChannel

@overload
def match(
    source: object,
    *,
    broker: Literal["alpaca"],
    status: int | None = None,
    channel: AlpacaChannel | None = None,
) -> Match[AlpacaError] | None: ...
@overload
def match(
    source: object,
    *,
    broker: Literal["tradovate"],
    status: int | None = None,
    channel: TradovateChannel | None = None,
) -> Match[TradovateError] | None: ...
@overload
def match(
    source: object,
    *,
    broker: _Broker | None = None,
    status: int | None = None,
    channel: _Channel | None = None,
) -> Match[BrokerError] | None: ...
@overload
def match_all(
    source: object,
    *,
    broker: Literal["alpaca"],
    status: int | None = None,
    channel: AlpacaChannel | None = None,
) -> Iterator[Match[AlpacaError]]: ...
@overload
def match_all(
    source: object,
    *,
    broker: Literal["tradovate"],
    status: int | None = None,
    channel: TradovateChannel | None = None,
) -> Iterator[Match[TradovateError]]: ...
@overload
def match_all(
    source: object,
    *,
    broker: _Broker | None = None,
    status: int | None = None,
    channel: _Channel | None = None,
) -> Iterator[Match[BrokerError]]: ...
def errors_of(broker: _Broker) -> tuple[BrokerError, ...]: ...
