# Generated from the catalog by `python -m generator build`. Do not edit.
from collections.abc import Iterator
from typing import Literal, TypeAlias

from ._tradovate_errors import TradovateError as TradovateError
from ._tradovate_errors import TradovateMarketDataCode as TradovateMarketDataCode
from ._tradovate_errors import TradovateOrderCode as TradovateOrderCode
from ._tradovate_errors import TradovateShutdownCode as TradovateShutdownCode
from ._tradovate_errors import TradovateSignUpCode as TradovateSignUpCode
from ._tradovate_errors import TradovateSubscriptionCode as TradovateSubscriptionCode
from ._match import Match

__all__ = [
    "TradovateError",
    "TradovateMarketDataCode",
    "TradovateOrderCode",
    "TradovateShutdownCode",
    "TradovateSignUpCode",
    "TradovateSubscriptionCode",
    "match",
    "match_all",
]

TradovateChannel: TypeAlias = Literal["rest", "websocket"]

def match(
    source: object, *, status: int | None = None, channel: TradovateChannel | None = None
) -> Match[TradovateError] | None: ...
def match_all(
    source: object, *, status: int | None = None, channel: TradovateChannel | None = None
) -> Iterator[Match[TradovateError]]: ...
