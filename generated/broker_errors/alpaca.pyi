# Generated from the catalog by `python -m generator build`. Do not edit.
from collections.abc import Iterator
from typing import Literal, TypeAlias

from ._alpaca_errors import AlpacaCode as AlpacaCode
from ._alpaca_errors import AlpacaError as AlpacaError
from ._alpaca_errors import AlpacaLegacyCode as AlpacaLegacyCode
from ._alpaca_errors import AlpacaLocatesCode as AlpacaLocatesCode
from ._alpaca_errors import AlpacaStreamCode as AlpacaStreamCode
from ._alpaca_errors import AlpacaTravelRuleCode as AlpacaTravelRuleCode
from ._match import Match

__all__ = [
    "AlpacaCode",
    "AlpacaError",
    "AlpacaLegacyCode",
    "AlpacaLocatesCode",
    "AlpacaStreamCode",
    "AlpacaTravelRuleCode",
    "match",
    "match_all",
]

AlpacaChannel: TypeAlias = Literal["market_data_stream", "rest", "stream_handshake", "trading_stream"]

def match(
    source: object, *, status: int | None = None, channel: AlpacaChannel | None = None
) -> Match[AlpacaError] | None: ...
def match_all(
    source: object, *, status: int | None = None, channel: AlpacaChannel | None = None
) -> Iterator[Match[AlpacaError]]: ...
