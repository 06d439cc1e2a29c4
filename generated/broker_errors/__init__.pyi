# Generated from the catalog by `python -m generator build`. Do not edit.
from collections.abc import Iterable, Iterator
from os import PathLike
from typing import Literal, TypeAlias, overload

from . import alpaca as alpaca
from . import tradovate as tradovate
from ._advice import Advice as Advice
from ._categories import Category as Category
from ._classify import Columns as Columns
from ._common_errors import CommonError as CommonError
from ._errors import BrokerError as BrokerError
from ._info import EntryInfo as EntryInfo
from ._match import Match as Match
from ._report import Report as Report
from ._words import Actor as Actor
from ._words import Evidence as Evidence
from ._words import MatchedOn as MatchedOn
from ._words import Outcome as Outcome
from ._words import Retry as Retry
from ._words import When as When
from .alpaca import AlpacaChannel
from .alpaca import AlpacaCode as AlpacaCode
from .alpaca import AlpacaError as AlpacaError
from .alpaca import AlpacaLegacyCode as AlpacaLegacyCode
from .alpaca import AlpacaLocatesCode as AlpacaLocatesCode
from .alpaca import AlpacaStreamCode as AlpacaStreamCode
from .alpaca import AlpacaTravelRuleCode as AlpacaTravelRuleCode
from .tradovate import TradovateChannel
from .tradovate import TradovateError as TradovateError
from .tradovate import TradovateMarketDataCode as TradovateMarketDataCode
from .tradovate import TradovateOrderCode as TradovateOrderCode
from .tradovate import TradovateShutdownCode as TradovateShutdownCode
from .tradovate import TradovateSignUpCode as TradovateSignUpCode
from .tradovate import TradovateSubscriptionCode as TradovateSubscriptionCode

__version__: str
BROKERS: tuple[_Broker, ...]

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
    broker: None = None,
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
    broker: None = None,
    status: int | None = None,
    channel: _Channel | None = None,
) -> Iterator[Match[BrokerError]]: ...
def error(value: str) -> BrokerError: ...
def errors_of(broker: _Broker) -> tuple[BrokerError, ...]: ...
def reads(operation: str, *, broker: _Broker | None = None) -> bool: ...
def classify(
    texts: Iterable[str | None], *, broker: _Broker | None = None, operation: str | None = None
) -> Columns: ...
def load(path: str | PathLike[str]) -> tuple[BrokerError, ...]: ...
