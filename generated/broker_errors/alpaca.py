# Generated from the catalog by `python -m generator build`. Do not edit.
"""Alpaca: its errors, its own codes, and what recognises them."""

from enum import StrEnum

from ._errors import BrokerError
from ._vocabulary import Category, Outcome, Retry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._match import Match

__all__ = [
    "AlpacaCode",
    "AlpacaError",
    "AlpacaStreamCode",
    "match",
    "match_all",
]


class AlpacaError(BrokerError):
    """An error of Alpaca."""

    ACCOUNT_LIQUIDATION_ONLY = (
        "alpaca.account_liquidation_only",
        Category.ACCOUNT_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Account may only close positions."""
    ACCOUNT_NOT_ALLOWED_TO_SHORT = (
        "alpaca.account_not_allowed_to_short",
        Category.ACCOUNT_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Account may not sell short."""
    ACCOUNT_NOT_AUTHORIZED_TO_TRADE = (
        "alpaca.account_not_authorized_to_trade",
        Category.ACCOUNT_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Account may not place orders."""
    ASSET_NOT_FRACTIONABLE = (
        "alpaca.asset_not_fractionable",
        Category.INSTRUMENT_RESTRICTION,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Asset trades in whole shares only."""
    BAD_GATEWAY = ("alpaca.bad_gateway", Category.SERVER_ERROR, Outcome.UNKNOWN, Retry.RECONCILE, Retry.BACKOFF, True)
    """Bad gateway."""
    BAD_REQUEST = (
        "alpaca.bad_request",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        True,
    )
    """Invalid request, not recognized further."""
    CLIENT_ORDER_ID_DUPLICATE = (
        "alpaca.client_order_id_duplicate",
        Category.DUPLICATE_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """client_order_id was already used."""
    CONFLICT = ("alpaca.conflict", Category.CONFLICT, Outcome.NOT_APPLIED, Retry.RECONCILE, Retry.RECONCILE, True)
    """Conflict with something that exists."""
    EXTENDED_HOURS_LIMIT_ONLY = (
        "alpaca.extended_hours_limit_only",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Extended hours need a limit order with day or gtc."""
    FORBIDDEN = (
        "alpaca.forbidden",
        Category.UNSPECIFIED_REFUSAL,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Forbidden, without a reason."""
    FORBIDDEN_UNRECOGNIZED = (
        "alpaca.forbidden_unrecognized",
        Category.UNSPECIFIED_REFUSAL,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        True,
    )
    """Refused, reason not recognized."""
    FRACTIONAL_DAY_ONLY = (
        "alpaca.fractional_day_only",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Fractional order without time_in_force day."""
    FRACTIONAL_NO_SHORT = (
        "alpaca.fractional_no_short",
        Category.INSUFFICIENT_POSITION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Fractional sell is not covered by a long position."""
    GATEWAY_TIMEOUT = ("alpaca.gateway_timeout", Category.SERVER_ERROR, Outcome.UNKNOWN, Retry.RECONCILE, Retry.BACKOFF, True)
    """No answer in time."""
    GONE = ("alpaca.gone", Category.NOT_FOUND, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, True)
    """Endpoint no longer available."""
    INSUFFICIENT_BUYING_POWER = (
        "alpaca.insufficient_buying_power",
        Category.INSUFFICIENT_FUNDS,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Order costs more than the buying power."""
    INSUFFICIENT_PERMISSION = (
        "alpaca.insufficient_permission",
        Category.PERMISSION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Account lacks the permission for this."""
    INSUFFICIENT_QTY_AVAILABLE = (
        "alpaca.insufficient_qty_available",
        Category.INSUFFICIENT_POSITION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Not enough free shares for the order."""
    INTERNAL_SERVER_ERROR = (
        "alpaca.internal_server_error",
        Category.SERVER_ERROR,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.BACKOFF,
        True,
    )
    """Internal server error."""
    INVALID_ORDER_TYPE = (
        "alpaca.invalid_order_type",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Unknown order type."""
    INVALID_TIME_IN_FORCE = (
        "alpaca.invalid_time_in_force",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """time_in_force does not fit the order."""
    LIMIT_ORDER_NEEDS_LIMIT_PRICE = (
        "alpaca.limit_order_needs_limit_price",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Limit order without limit_price."""
    MARKET_ORDER_NO_PRICE = (
        "alpaca.market_order_no_price",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Market order with a limit or stop price."""
    MARKET_ORDER_NO_TRAIL_PRICE = (
        "alpaca.market_order_no_trail_price",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Market order with a trail."""
    NOT_FOUND = (
        "alpaca.not_found",
        Category.NOT_FOUND,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        True,
    )
    """Not found, not recognized further."""
    NOTIONAL_MINIMUM = (
        "alpaca.notional_minimum",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Dollar amount is below the minimum."""
    PDT_PROTECTION = (
        "alpaca.pdt_protection",
        Category.RISK_CONTROL,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Pattern day trading protection refused the order."""
    QTY_OR_NOTIONAL_REQUIRED = (
        "alpaca.qty_or_notional_required",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Order without a size."""
    QTY_REQUIRED = ("alpaca.qty_required", Category.INVALID_REQUEST, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, False)
    """Dollar amount not accepted, a share quantity is needed."""
    RATE_LIMIT = ("alpaca.rate_limit", Category.RATE_LIMIT, Outcome.NOT_APPLIED, Retry.WAIT, Retry.WAIT, False)
    """Too many requests."""
    SERVICE_UNAVAILABLE = (
        "alpaca.service_unavailable",
        Category.SERVER_ERROR,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.BACKOFF,
        True,
    )
    """Service unavailable."""
    SIP_SUBSCRIPTION_REQUIRED = (
        "alpaca.sip_subscription_required",
        Category.SUBSCRIPTION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Recent SIP data needs a paid market data plan."""
    STOP_LIMIT_NEEDS_BOTH_PRICES = (
        "alpaca.stop_limit_needs_both_prices",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Stop-limit order without both of its prices."""
    STOP_ORDER_NEEDS_STOP_PRICE = (
        "alpaca.stop_order_needs_stop_price",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Stop order without stop_price."""
    STREAM_ALREADY_AUTHENTICATED = (
        "alpaca.stream_already_authenticated",
        Category.CONNECTION,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Stream connection had authenticated before."""
    STREAM_AUTH_FAILED = (
        "alpaca.stream_auth_failed",
        Category.AUTHENTICATION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Stream credentials refused."""
    STREAM_AUTH_TIMEOUT = (
        "alpaca.stream_auth_timeout",
        Category.AUTHENTICATION,
        Outcome.NOT_APPLIED,
        Retry.RECONNECT,
        Retry.RECONNECT,
        False,
    )
    """Authentication came too late."""
    STREAM_CONNECTION_LIMIT = (
        "alpaca.stream_connection_limit",
        Category.CONNECTION,
        Outcome.NOT_APPLIED,
        Retry.RECONNECT,
        Retry.RECONNECT,
        False,
    )
    """Too many data stream connections."""
    STREAM_INSUFFICIENT_SCOPE = (
        "alpaca.stream_insufficient_scope",
        Category.PERMISSION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Token lacks the scope for streaming data."""
    STREAM_INSUFFICIENT_SUBSCRIPTION = (
        "alpaca.stream_insufficient_subscription",
        Category.SUBSCRIPTION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Feed not covered by the data plan."""
    STREAM_INTERNAL_ERROR = (
        "alpaca.stream_internal_error",
        Category.SERVER_ERROR,
        Outcome.UNKNOWN,
        Retry.RECONNECT,
        Retry.RECONNECT,
        False,
    )
    """Data stream server failed."""
    STREAM_INVALID_SUBSCRIBE_ACTION = (
        "alpaca.stream_invalid_subscribe_action",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Channel not offered by this stream."""
    STREAM_INVALID_SYNTAX = (
        "alpaca.stream_invalid_syntax",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Malformed stream message."""
    STREAM_MSGPACK_REQUIRED = (
        "alpaca.stream_msgpack_required",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Option stream speaks MessagePack only."""
    STREAM_NOT_AUTHENTICATED = (
        "alpaca.stream_not_authenticated",
        Category.AUTHENTICATION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Subscription sent before authentication."""
    STREAM_OPTION_STAR_NOT_ALLOWED = (
        "alpaca.stream_option_star_not_allowed",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Wildcard refused for option quotes."""
    STREAM_SLOW_CLIENT = (
        "alpaca.stream_slow_client",
        Category.CONNECTION,
        Outcome.UNKNOWN,
        Retry.RECONNECT,
        Retry.RECONNECT,
        False,
    )
    """Client reads the stream too slowly."""
    STREAM_SYMBOL_LIMIT = (
        "alpaca.stream_symbol_limit",
        Category.SUBSCRIPTION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Too many symbols for the data plan."""
    STREAM_V2_NOT_ENABLED = (
        "alpaca.stream_v2_not_enabled",
        Category.SUBSCRIPTION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Account without access to Data API v2."""
    TRADING_STREAM_AUTH_FAILED = (
        "alpaca.trading_stream_auth_failed",
        Category.AUTHENTICATION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Trading stream not authorized."""
    TRADING_STREAM_ERROR = (
        "alpaca.trading_stream_error",
        Category.CONNECTION,
        Outcome.UNKNOWN,
        Retry.RECONNECT,
        Retry.RECONNECT,
        True,
    )
    """Trading stream reports an error."""
    TRAILING_STOP_NEEDS_TRAIL = (
        "alpaca.trailing_stop_needs_trail",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Trailing stop without exactly one trail."""
    UNAUTHORIZED = (
        "alpaca.unauthorized",
        Category.AUTHENTICATION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Credentials were not accepted."""
    UNAUTHORIZED_UNRECOGNIZED = (
        "alpaca.unauthorized_unrecognized",
        Category.AUTHENTICATION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        True,
    )
    """Not authorized, not recognized further."""
    UNPROCESSABLE_REQUEST = (
        "alpaca.unprocessable_request",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        True,
    )
    """Request understood but refused, not recognized further."""
    WITHDRAWAL_AMOUNT_BELOW_FEES = (
        "alpaca.withdrawal_amount_below_fees",
        Category.INSUFFICIENT_FUNDS,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Nothing is left of the withdrawal after fees."""


class AlpacaCode(StrEnum):
    """Alpaca: Numeric codes of the REST APIs, as the vendor spells them."""

    CODE_40010000 = "40010000"
    CODE_40010001 = "40010001"
    CODE_40110000 = "40110000"
    CODE_40310000 = "40310000"
    CODE_40310001 = "40310001"
    CODE_40310100 = "40310100"
    CODE_40410000 = "40410000"
    CODE_42210000 = "42210000"
    CODE_42210001 = "42210001"
    CODE_42910000 = "42910000"
    CODE_50010000 = "50010000"


class AlpacaStreamCode(StrEnum):
    """Alpaca: Codes of the market data streams, as the vendor spells them."""

    CODE_400 = "400"
    CODE_401 = "401"
    CODE_402 = "402"
    CODE_403 = "403"
    CODE_404 = "404"
    CODE_405 = "405"
    CODE_406 = "406"
    CODE_407 = "407"
    CODE_408 = "408"
    CODE_409 = "409"
    CODE_410 = "410"
    CODE_411 = "411"
    CODE_412 = "412"
    CODE_413 = "413"
    CODE_500 = "500"


def match(
    source: object, *, status: int | None = None, channel: str | None = None
) -> "Match[AlpacaError] | None":
    """Recognise the first error in ``source``, read as an answer of this broker.

    Args:
        source: an exception, a response, a parsed body, bytes or text.
        status: the HTTP status, where the source does not carry it.
        channel: the way it travelled, such as ``rest``, where the source does not show it.

    Returns:
        None for what is not an error or cannot be told. Never raises, whatever the source.
    """
    return next(match_all(source, status=status, channel=channel), None)


def match_all(
    source: object, *, status: int | None = None, channel: str | None = None
) -> "Iterator[Match[AlpacaError]]":
    """Recognise every error in ``source``, in the order in which they stand there."""
    from ._engine import engine
    from ._source import read

    return engine("alpaca").matches(  # type: ignore[return-value]  # its errors are this enum's
        list(read(source)), named=True, status=status, channel=channel
    )
