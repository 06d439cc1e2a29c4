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
    "AlpacaLegacyCode",
    "AlpacaLocatesCode",
    "AlpacaStreamCode",
    "AlpacaTravelRuleCode",
    "match",
    "match_all",
]


class AlpacaError(BrokerError):
    """An error of Alpaca."""

    ACCESS_KEY_VERIFICATION_FAILED = (
        "alpaca.access_key_verification_failed",
        Category.AUTHENTICATION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Key is not known."""
    ACCOUNT_ATTRIBUTE_NOT_UPDATABLE = (
        "alpaca.account_attribute_not_updatable",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Account attribute cannot be updated."""
    ACCOUNT_EMAIL_ALREADY_REGISTERED = (
        "alpaca.account_email_already_registered",
        Category.CONFLICT,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """E-mail address already belongs to an account."""
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
    ACH_RELATIONSHIP_EXISTS = (
        "alpaca.ach_relationship_exists",
        Category.CONFLICT,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Account already has an ACH relationship."""
    ASSET_CANNOT_BE_SHORTED = (
        "alpaca.asset_cannot_be_shorted",
        Category.INSTRUMENT_RESTRICTION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Asset cannot be sold short."""
    ASSET_NOT_ACTIVE = (
        "alpaca.asset_not_active",
        Category.INSTRUMENT_RESTRICTION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Asset is not active."""
    ASSET_NOT_FOUND = ("alpaca.asset_not_found", Category.NOT_FOUND, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, False)
    """Asset not found."""
    ASSET_NOT_FRACTIONABLE = (
        "alpaca.asset_not_fractionable",
        Category.INSTRUMENT_RESTRICTION,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Asset trades in whole shares only."""
    BACKEND_FAILED_TO_CALCULATE = (
        "alpaca.backend_failed_to_calculate",
        Category.SERVER_ERROR,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.BACKOFF,
        False,
    )
    """Alpaca could not work out the order's value."""
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
    BRACKET_MARKET_OR_LIMIT_ONLY = (
        "alpaca.bracket_market_or_limit_only",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Bracket order whose entry is neither market nor limit."""
    BROKER_ACCOUNT_NOT_FOUND = (
        "alpaca.broker_account_not_found",
        Category.NOT_FOUND,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Customer account does not exist."""
    CANNOT_REPLACE_IN_STATUS = (
        "alpaca.cannot_replace_in_status",
        Category.ORDER_STATE,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Order cannot be replaced in its present status."""
    CLIENT_ORDER_ID_DUPLICATE = (
        "alpaca.client_order_id_duplicate",
        Category.DUPLICATE_REQUEST,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """client_order_id was already used."""
    CLIENT_ORDER_ID_TOO_LONG = (
        "alpaca.client_order_id_too_long",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """client_order_id is too long."""
    COMMISSION_NEGATIVE = (
        "alpaca.commission_negative",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Negative commission."""
    COMMISSION_NOT_ALLOWED = (
        "alpaca.commission_not_allowed",
        Category.PERMISSION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Commission not allowed for the account."""
    CONFLICT = ("alpaca.conflict", Category.CONFLICT, Outcome.NOT_APPLIED, Retry.RECONCILE, Retry.RECONCILE, True)
    """Conflict with something that exists."""
    COST_BASIS_MINIMUM = (
        "alpaca.cost_basis_minimum",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Order is worth less than the minimum."""
    COVERED_CALL_INSUFFICIENT_UNDERLYING = (
        "alpaca.covered_call_insufficient_underlying",
        Category.INSUFFICIENT_POSITION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Not enough shares to cover the call."""
    CRYPTO_INVALID_ORDER_TYPE = (
        "alpaca.crypto_invalid_order_type",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Order type not offered for crypto."""
    CRYPTO_INVALID_TIME_IN_FORCE = (
        "alpaca.crypto_invalid_time_in_force",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """time_in_force not offered for crypto."""
    CRYPTO_WHITELIST_ASSET_EMPTY = (
        "alpaca.crypto_whitelist_asset_empty",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Wallet address without its asset."""
    DATA_END_BEFORE_START = (
        "alpaca.data_end_before_start",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """End of the range lies before its start."""
    DATA_INVALID_CRYPTO_LOCATION = (
        "alpaca.data_invalid_crypto_location",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Unknown location in the crypto data address."""
    DATA_INVALID_CRYPTO_SYMBOL = (
        "alpaca.data_invalid_crypto_symbol",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Malformed crypto symbol in a data request."""
    DATA_INVALID_PARAMETER_FORMAT = (
        "alpaca.data_invalid_parameter_format",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Query parameter has the wrong format."""
    DATA_INVALID_SYMBOL = (
        "alpaca.data_invalid_symbol",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Symbol has a form that no symbol has."""
    DATA_INVALID_TIMEFRAME = (
        "alpaca.data_invalid_timeframe",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Time frame of the bars is not offered."""
    DATA_LIMIT_TOO_LARGE = (
        "alpaca.data_limit_too_large",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Page size above the maximum."""
    DATA_LIMIT_TOO_SMALL_FOR_AGGREGATE = (
        "alpaca.data_limit_too_small_for_aggregate",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Page size too small to build one bar."""
    DATA_TOO_MANY_SYMBOLS = (
        "alpaca.data_too_many_symbols",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Too many symbols in one request."""
    DATA_UNEXPECTED_PARAMETER = (
        "alpaca.data_unexpected_parameter",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Query parameter that the endpoint does not know."""
    DEPOSITS_NOT_PERMITTED = (
        "alpaca.deposits_not_permitted",
        Category.ACCOUNT_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Account may not receive deposits."""
    DNE_AFTER_DEADLINE = ("alpaca.dne_after_deadline", Category.MARKET_STATE, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, False)
    """Do-not-exercise came after the deadline."""
    DNE_EUROPEAN_STYLE = (
        "alpaca.dne_european_style",
        Category.INSTRUMENT_RESTRICTION,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Do-not-exercise for a European-style option."""
    DNE_NOT_EXPIRATION_DAY = (
        "alpaca.dne_not_expiration_day",
        Category.MARKET_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Do-not-exercise before the expiration day."""
    ENDPOINT_NOT_FOUND = ("alpaca.endpoint_not_found", Category.NOT_FOUND, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, False)
    """Address not found."""
    EXERCISE_BLOCKED_BY_DNE = (
        "alpaca.exercise_blocked_by_dne",
        Category.CONFLICT,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Position is marked do-not-exercise."""
    EXERCISE_EUROPEAN_STYLE = (
        "alpaca.exercise_european_style",
        Category.INSTRUMENT_RESTRICTION,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """European-style option cannot be exercised early."""
    EXERCISE_INSUFFICIENT_CASH = (
        "alpaca.exercise_insufficient_cash",
        Category.INSUFFICIENT_FUNDS,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Not enough cash to exercise."""
    EXERCISE_INSUFFICIENT_REGT_BUYING_POWER = (
        "alpaca.exercise_insufficient_regt_buying_power",
        Category.INSUFFICIENT_FUNDS,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Regulation T buying power too low to exercise."""
    EXERCISE_INSUFFICIENT_UNDERLYING = (
        "alpaca.exercise_insufficient_underlying",
        Category.INSUFFICIENT_POSITION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Not enough shares to deliver."""
    EXERCISE_INVALID_SYMBOL = (
        "alpaca.exercise_invalid_symbol",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Instruction with an invalid symbol or contract id."""
    EXERCISE_MARGIN_CALL_PROTECTION = (
        "alpaca.exercise_margin_call_protection",
        Category.INSUFFICIENT_FUNDS,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Exercise would lead to a margin call."""
    EXERCISE_NON_STANDARD_CONTRACT = (
        "alpaca.exercise_non_standard_contract",
        Category.INSTRUMENT_RESTRICTION,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Non-standard contract needs Alpaca support."""
    EXERCISE_OUT_OF_THE_MONEY = (
        "alpaca.exercise_out_of_the_money",
        Category.RISK_CONTROL,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Exercise of a contract out of the money."""
    EXERCISE_OUTSIDE_HOURS = (
        "alpaca.exercise_outside_hours",
        Category.MARKET_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Exercise between market close and midnight."""
    EXERCISE_QTY_NOT_AVAILABLE = (
        "alpaca.exercise_qty_not_available",
        Category.INSUFFICIENT_POSITION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Fewer contracts free than to be exercised."""
    EXERCISE_SHORT_POSITION = (
        "alpaca.exercise_short_position",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Instruction for a short option position."""
    EXERCISE_SYMBOL_MISSING = (
        "alpaca.exercise_symbol_missing",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Instruction without a symbol."""
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
    FRACTIONAL_SIMPLE_ONLY = (
        "alpaca.fractional_simple_only",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Fractional order with legs."""
    GATEWAY_TIMEOUT = ("alpaca.gateway_timeout", Category.SERVER_ERROR, Outcome.UNKNOWN, Retry.RECONCILE, Retry.BACKOFF, True)
    """No answer in time."""
    GONE = ("alpaca.gone", Category.NOT_FOUND, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, True)
    """Endpoint no longer available."""
    HTTP_REDIRECT_TO_HTTPS = (
        "alpaca.http_redirect_to_https",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Address called without TLS."""
    IDEMPOTENCY_KEY_CONFLICT = (
        "alpaca.idempotency_key_conflict",
        Category.DUPLICATE_REQUEST,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Idempotency key was used for a different request."""
    INCOMING_WIRE_NOT_SUPPORTED = (
        "alpaca.incoming_wire_not_supported",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Incoming wires cannot be requested."""
    INSUFFICIENT_BUYING_POWER = (
        "alpaca.insufficient_buying_power",
        Category.INSUFFICIENT_FUNDS,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Order costs more than the buying power."""
    INSUFFICIENT_CRYPTO_BALANCE = (
        "alpaca.insufficient_crypto_balance",
        Category.INSUFFICIENT_FUNDS,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Balance too low for the crypto order."""
    INSUFFICIENT_DAY_TRADING_BUYING_POWER = (
        "alpaca.insufficient_day_trading_buying_power",
        Category.INSUFFICIENT_FUNDS,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Order exceeds the day trading buying power."""
    INSUFFICIENT_OPTIONS_BUYING_POWER = (
        "alpaca.insufficient_options_buying_power",
        Category.INSUFFICIENT_FUNDS,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Options order needs more buying power."""
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
    INSUFFICIENT_QTY_LEGACY = (
        "alpaca.insufficient_qty_legacy",
        Category.INSUFFICIENT_POSITION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Not enough shares for the order, early wording."""
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
    INVALID_SIDE = ("alpaca.invalid_side", Category.INVALID_REQUEST, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, False)
    """Unknown order side."""
    INVALID_TIME_IN_FORCE = (
        "alpaca.invalid_time_in_force",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """time_in_force does not fit the order."""
    JOURNAL_BALANCE_INSUFFICIENT = (
        "alpaca.journal_balance_insufficient",
        Category.INSUFFICIENT_FUNDS,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Not enough cash or shares for the journal."""
    JOURNAL_NOT_FOUND = (
        "alpaca.journal_not_found",
        Category.NOT_FOUND,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Journal does not exist."""
    LEGACY_ORDER_FAILED = (
        "alpaca.legacy_order_failed",
        Category.UNSPECIFIED_REFUSAL,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Order failed (first version of the API)."""
    LIMIT_ORDER_NEEDS_LIMIT_PRICE = (
        "alpaca.limit_order_needs_limit_price",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Limit order without limit_price."""
    LIMIT_PRICE_TWO_DECIMALS = (
        "alpaca.limit_price_two_decimals",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Limit price with fractions of a cent."""
    LOCATE_CORPORATE_ACTION = (
        "alpaca.locate_corporate_action",
        Category.INSTRUMENT_RESTRICTION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """No locate quote because of a corporate action."""
    LOCATE_INSUFFICIENT_BUYING_POWER = (
        "alpaca.locate_insufficient_buying_power",
        Category.INSUFFICIENT_FUNDS,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Buying power does not cover the locate fee."""
    LOCATE_INVALID_INPUT = (
        "alpaca.locate_invalid_input",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Locate request is not valid."""
    LOCATE_INVALID_LIMIT_PRICE = (
        "alpaca.locate_invalid_limit_price",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """limit_price of the locate is not valid."""
    LOCATE_INVALID_REQUEST_BODY = (
        "alpaca.locate_invalid_request_body",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Body of the locate request cannot be read."""
    LOCATE_INVALID_SYMBOLS = (
        "alpaca.locate_invalid_symbols",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Symbols of the locate quote request are not valid."""
    LOCATE_NOT_FOUND = (
        "alpaca.locate_not_found",
        Category.NOT_FOUND,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Locate does not exist."""
    LOCATE_NOT_NEEDED = (
        "alpaca.locate_not_needed",
        Category.INSTRUMENT_RESTRICTION,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Easy-to-borrow security needs no locate."""
    LOCATE_QTY_NOT_ROUND_LOT = (
        "alpaca.locate_qty_not_round_lot",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Locate quantity is not a multiple of the round lot."""
    LOCATE_QUOTE_UNAVAILABLE = (
        "alpaca.locate_quote_unavailable",
        Category.MARKET_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """No locate quote for the symbol at the moment."""
    LOCATE_SYMBOL_NOT_FOUND = (
        "alpaca.locate_symbol_not_found",
        Category.NOT_FOUND,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Symbol of the locate request is unknown."""
    LOCATE_THRESHOLD_SECURITY = (
        "alpaca.locate_threshold_security",
        Category.INSTRUMENT_RESTRICTION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Threshold security cannot be located."""
    LONG_OPTION_POSITION_NOT_FOUND = (
        "alpaca.long_option_position_not_found",
        Category.NOT_FOUND,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """No long position in the contract."""
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
    MLEG_DISABLED = (
        "alpaca.mleg_disabled",
        Category.PERMISSION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Multi-leg orders are switched off."""
    MLEG_EQUITY_LEG_UNCOVERED = (
        "alpaca.mleg_equity_leg_uncovered",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Share leg without the calls that belong to it."""
    MLEG_EUROPEAN_EXPIRATIONS_DIFFER = (
        "alpaca.mleg_european_expirations_differ",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """European-style legs expire on different days."""
    MLEG_INVALID_LIMIT_PRICE = (
        "alpaca.mleg_invalid_limit_price",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Invalid net price of a multi-leg order."""
    MLEG_LEG_ALREADY_TERMINAL = (
        "alpaca.mleg_leg_already_terminal",
        Category.ORDER_STATE,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """A leg of the order is already done."""
    MLEG_LEG_COUNT = ("alpaca.mleg_leg_count", Category.INVALID_REQUEST, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, False)
    """Multi-leg order without two to four legs."""
    MLEG_LEG_NOT_CANCELABLE = (
        "alpaca.mleg_leg_not_cancelable",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """A single leg cannot be canceled."""
    MLEG_LEG_NOT_REPLACEABLE = (
        "alpaca.mleg_leg_not_replaceable",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """A single leg cannot be replaced."""
    MLEG_LIMIT_PRICE_NOT_ALLOWED = (
        "alpaca.mleg_limit_price_not_allowed",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Limit price on a multi-leg market order."""
    MLEG_LIMIT_PRICE_REQUIRED = (
        "alpaca.mleg_limit_price_required",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Multi-leg limit order without limit_price."""
    MLEG_POSITION_INTENT_REQUIRED = (
        "alpaca.mleg_position_intent_required",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Leg without position_intent."""
    MLEG_ROLLING_AMBIGUITY = (
        "alpaca.mleg_rolling_ambiguity",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Roll that can be read in more than one way."""
    MLEG_UNDERLYING_MISMATCH = (
        "alpaca.mleg_underlying_mismatch",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Legs on different underlyings."""
    NO_AVAILABLE_QUOTE = (
        "alpaca.no_available_quote",
        Category.MARKET_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """No quote for a market order."""
    NO_DAY_TRADES_EQUITY_UNDER_25K = (
        "alpaca.no_day_trades_equity_under_25k",
        Category.RISK_CONTROL,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """No day trades, last day's equity was under $25,000."""
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
    NOTIONAL_WITH_OPEN_CLOSING_ORDERS = (
        "alpaca.notional_with_open_closing_orders",
        Category.CONFLICT,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Dollar amount refused beside open closing orders."""
    OAUTH_INVALID_CLIENT = (
        "alpaca.oauth_invalid_client",
        Category.AUTHENTICATION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """OAuth client was not accepted."""
    OAUTH_REDIRECT_OR_SCOPE_INVALID = (
        "alpaca.oauth_redirect_or_scope_invalid",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """OAuth redirect URI or scope is not valid."""
    OCO_LIMIT_ONLY = ("alpaca.oco_limit_only", Category.INVALID_REQUEST, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, False)
    """OCO order that is not a limit order."""
    ONFIDO_APPLICANT_NOT_CREATED = (
        "alpaca.onfido_applicant_not_created",
        Category.ACCOUNT_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Account has no Onfido applicant yet."""
    OPPOSITE_SIDE_ORDER_OPEN = (
        "alpaca.opposite_side_order_open",
        Category.CONFLICT,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Open order of the other side."""
    OPRA_AGREEMENT_NOT_SIGNED = (
        "alpaca.opra_agreement_not_signed",
        Category.AGREEMENT_REQUIRED,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """OPRA agreement is not signed."""
    OPTION_CONTRACT_EXPIRED = (
        "alpaca.option_contract_expired",
        Category.INSTRUMENT_RESTRICTION,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Option contract has expired."""
    OPTION_CONTRACT_EXPIRES_SOON = (
        "alpaca.option_contract_expires_soon",
        Category.INSTRUMENT_RESTRICTION,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Too close to expiration to open a position."""
    OPTION_CONTRACT_INVALID = (
        "alpaca.option_contract_invalid",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Invalid option contract."""
    OPTION_CONTRACT_NOT_FOUND = (
        "alpaca.option_contract_not_found",
        Category.NOT_FOUND,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Option contract does not exist."""
    OPTION_CONTRACT_NOT_TRADABLE = (
        "alpaca.option_contract_not_tradable",
        Category.INSTRUMENT_RESTRICTION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Option contract cannot be traded."""
    OPTION_MORNING_EXPIRATION_CLOSED = (
        "alpaca.option_morning_expiration_closed",
        Category.INSTRUMENT_RESTRICTION,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Index option that expires in the morning no longer trades."""
    OPTION_UNDERLYING_NOT_FOUND = (
        "alpaca.option_underlying_not_found",
        Category.NOT_FOUND,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Underlying of the contract is unknown."""
    OPTIONS_APPROVAL_MISSING_FIELDS = (
        "alpaca.options_approval_missing_fields",
        Category.ACCOUNT_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Account data missing for options approval."""
    OPTIONS_ASSIGNMENT_LOCK = (
        "alpaca.options_assignment_lock",
        Category.RISK_CONTROL,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Long contracts locked by an assignment."""
    OPTIONS_COMPLEX_ORDER_CLASS = (
        "alpaca.options_complex_order_class",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Bracket, OCO or OTO order for an option."""
    OPTIONS_EXPIRING_TODAY_LIMIT = (
        "alpaca.options_expiring_today_limit",
        Category.RISK_CONTROL,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Too many contracts that expire today."""
    OPTIONS_EXTENDED_HOURS = (
        "alpaca.options_extended_hours",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Options order with extended_hours."""
    OPTIONS_INVALID_ORDER_TYPE = (
        "alpaca.options_invalid_order_type",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Order type not offered for options."""
    OPTIONS_INVALID_TIME_IN_FORCE = (
        "alpaca.options_invalid_time_in_force",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """time_in_force not offered for options."""
    OPTIONS_LEVEL_NOT_ELIGIBLE = (
        "alpaca.options_level_not_eligible",
        Category.PERMISSION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Options level too low for the trade."""
    OPTIONS_MARKET_ORDER_OUTSIDE_HOURS = (
        "alpaca.options_market_order_outside_hours",
        Category.MARKET_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Options market order outside market hours."""
    OPTIONS_NOT_AUTHORIZED = (
        "alpaca.options_not_authorized",
        Category.ACCOUNT_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Account may not trade options."""
    OPTIONS_NOTIONAL_LIMIT = (
        "alpaca.options_notional_limit",
        Category.RISK_CONTROL,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Options order is worth too much."""
    OPTIONS_NOTIONAL_NOT_SUPPORTED = (
        "alpaca.options_notional_not_supported",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Dollar amount for an option."""
    OPTIONS_QTY_LIMIT = ("alpaca.options_qty_limit", Category.RISK_CONTROL, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, False)
    """Too many contracts in one order."""
    OPTIONS_QTY_NOT_INTEGER = (
        "alpaca.options_qty_not_integer",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Fraction of an option contract."""
    OPTIONS_SPREADS_NOT_ELIGIBLE = (
        "alpaca.options_spreads_not_eligible",
        Category.PERMISSION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Account may not trade spreads."""
    OPTIONS_SWAP_FEE_NOT_ALLOWED = (
        "alpaca.options_swap_fee_not_allowed",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Swap fee on an options order."""
    OPTIONS_SYMBOL_NOT_ELIGIBLE = (
        "alpaca.options_symbol_not_eligible",
        Category.PERMISSION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Account may not trade options on this symbol."""
    OPTIONS_UNCOVERED_NOT_ELIGIBLE = (
        "alpaca.options_uncovered_not_eligible",
        Category.PERMISSION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Order would leave short contracts uncovered."""
    ORDER_ALREADY_REPLACED = (
        "alpaca.order_already_replaced",
        Category.ORDER_STATE,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Order was replaced before."""
    ORDER_ALREADY_TERMINAL = (
        "alpaca.order_already_terminal",
        Category.ORDER_STATE,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Order is already finished."""
    ORDER_ASSET_NOT_FOUND = ("alpaca.order_asset_not_found", Category.NOT_FOUND, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, False)
    """Order for an unknown asset."""
    ORDER_CHAIN_NOT_REPLACED = (
        "alpaca.order_chain_not_replaced",
        Category.ORDER_STATE,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """An earlier replacement is not finished."""
    ORDER_ID_MISSING = (
        "alpaca.order_id_missing",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Order id is not a UUID."""
    ORDER_NOT_CANCELABLE = (
        "alpaca.order_not_cancelable",
        Category.ORDER_STATE,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Order can no longer be canceled."""
    ORDER_NOT_FOUND = (
        "alpaca.order_not_found",
        Category.NOT_FOUND,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Order not found."""
    ORDER_REQUEST_TIMED_OUT = (
        "alpaca.order_request_timed_out",
        Category.SERVER_ERROR,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Order was sent and no answer came."""
    ORDERS_SUSPENDED_BY_USER = (
        "alpaca.orders_suspended_by_user",
        Category.ACCOUNT_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """New orders are switched off by the owner."""
    PDT_PROTECTION = (
        "alpaca.pdt_protection",
        Category.RISK_CONTROL,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Pattern day trading protection refused the order."""
    PORTFOLIO_HISTORY_INVALID_TIMEFRAME = (
        "alpaca.portfolio_history_invalid_timeframe",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Time frame not offered for the portfolio's history."""
    POSITION_INTENT_MISMATCH = (
        "alpaca.position_intent_mismatch",
        Category.CONFLICT,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """position_intent does not fit the position."""
    POSITION_NOT_FOUND = (
        "alpaca.position_not_found",
        Category.NOT_FOUND,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.AFTER_CHANGE,
        False,
    )
    """No position in this asset."""
    QTY_AND_NOTIONAL_EXCLUSIVE = (
        "alpaca.qty_and_notional_exclusive",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Order with both a quantity and a dollar amount."""
    QTY_MUST_BE_POSITIVE = (
        "alpaca.qty_must_be_positive",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Quantity is zero or negative."""
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
    REBALANCING_RUN_NOT_CANCELABLE = (
        "alpaca.rebalancing_run_not_cancelable",
        Category.ORDER_STATE,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Rebalancing run can no longer be canceled."""
    REBALANCING_SUBSCRIPTION_NOT_FOUND = (
        "alpaca.rebalancing_subscription_not_found",
        Category.NOT_FOUND,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Rebalancing subscription does not exist."""
    RECIPIENT_BANK_EXISTS = (
        "alpaca.recipient_bank_exists",
        Category.CONFLICT,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Account already has a recipient bank."""
    RECIPIENT_BANK_NOT_FOUND = (
        "alpaca.recipient_bank_not_found",
        Category.NOT_FOUND,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Recipient bank does not exist."""
    REPLACE_QTY_NOT_ABOVE_FILLED = (
        "alpaca.replace_qty_not_above_filled",
        Category.ORDER_STATE,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """New quantity is not above what has filled."""
    REPLACE_WITHOUT_CHANGES = (
        "alpaca.replace_without_changes",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Replacement that changes nothing."""
    REQUEST_BODY_INVALID = (
        "alpaca.request_body_invalid",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Request body could not be read."""
    REQUEST_NOT_AUTHORIZED = (
        "alpaca.request_not_authorized",
        Category.AUTHENTICATION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Request is not authorized."""
    SDK_RETRYING_429_OR_504 = (
        "alpaca.sdk_retrying_429_or_504",
        Category.SERVER_ERROR,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.BACKOFF,
        False,
    )
    """SDK repeats a request after 429 or 504."""
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
    STOP_LOSS_VS_BASE_PRICE = (
        "alpaca.stop_loss_vs_base_price",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Stop of a bracket is too close to the price or beyond it."""
    STOP_ORDER_NEEDS_STOP_PRICE = (
        "alpaca.stop_order_needs_stop_price",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Stop order without stop_price."""
    STOP_PRICE_VS_MARKET = (
        "alpaca.stop_price_vs_market",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Stop price is on the wrong side of the market."""
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
    STREAM_ERROR_UNRECOGNIZED = (
        "alpaca.stream_error_unrecognized",
        Category.CONNECTION,
        Outcome.UNKNOWN,
        Retry.RECONNECT,
        Retry.RECONNECT,
        True,
    )
    """Data stream error, not recognized further."""
    STREAM_HANDSHAKE_HTTP_429 = (
        "alpaca.stream_handshake_http_429",
        Category.CONNECTION,
        Outcome.NOT_APPLIED,
        Retry.WAIT,
        Retry.WAIT,
        False,
    )
    """Stream handshake refused with 429."""
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
    SUB_PENNY_PRICE = ("alpaca.sub_penny_price", Category.INVALID_REQUEST, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, False)
    """Price with too many decimal places."""
    TAKE_PROFIT_VS_BASE_PRICE = (
        "alpaca.take_profit_vs_base_price",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Target of a bracket is too close to the price or beyond it."""
    TAKE_PROFIT_VS_STOP_LOSS = (
        "alpaca.take_profit_vs_stop_loss",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Target and stop are the wrong way round."""
    TOKENIZATION_BODY_UNDECODABLE = (
        "alpaca.tokenization_body_undecodable",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Body of the tokenization request cannot be read."""
    TOKENIZATION_FILTER_INVALID = (
        "alpaca.tokenization_filter_invalid",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Filter of the tokenization list cannot be read."""
    TOKENIZATION_PARAMETERS_MISSING = (
        "alpaca.tokenization_parameters_missing",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Tokenization request lacks parameters."""
    TOKENIZATION_QUERY_PARAMETER_MISSING = (
        "alpaca.tokenization_query_parameter_missing",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Tokenization look-up without the id to look for."""
    TOKENIZATION_REQUEST_ID_INVALID = (
        "alpaca.tokenization_request_id_invalid",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Tokenization request id is not a UUID."""
    TOKENIZATION_REQUEST_NOT_FOUND = (
        "alpaca.tokenization_request_not_found",
        Category.NOT_FOUND,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Tokenization request does not exist."""
    TRADE_UPDATE_CANCEL_REJECTED = (
        "alpaca.trade_update_cancel_rejected",
        Category.ORDER_STATE,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Cancellation refused after it was accepted."""
    TRADE_UPDATE_REJECTED = (
        "alpaca.trade_update_rejected",
        Category.UNSPECIFIED_REFUSAL,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Order rejected after it was accepted."""
    TRADE_UPDATE_REPLACE_REJECTED = (
        "alpaca.trade_update_replace_rejected",
        Category.ORDER_STATE,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Replacement refused after it was accepted."""
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
    TRANSFER_ADDITIONAL_INFORMATION_WIRE_ONLY = (
        "alpaca.transfer_additional_information_wire_only",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """additional_information is for wires only."""
    TRANSFER_AMOUNT_BELOW_MINIMUM = (
        "alpaca.transfer_amount_below_minimum",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Transfer amount is below the minimum."""
    TRANSFER_BANK_ID_REQUIRED = (
        "alpaca.transfer_bank_id_required",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Wire without bank_id."""
    TRANSFER_REFERENCE_NOT_FOR_TYPE = (
        "alpaca.transfer_reference_not_for_type",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Transfer names the wrong kind of bank connection."""
    TRANSFER_RELATIONSHIP_ID_INVALID = (
        "alpaca.transfer_relationship_id_invalid",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """ACH transfer without a valid relationship_id."""
    TRANSFER_TYPE_OR_DIRECTION_INVALID = (
        "alpaca.transfer_type_or_direction_invalid",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Unknown transfer_type or direction."""
    TRAVEL_RULE_ACTION_REQUIRED = (
        "alpaca.travel_rule_action_required",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Travel rule: more information required."""
    TRAVEL_RULE_ADDRESS_BELONGS_TO_VASP = (
        "alpaca.travel_rule_address_belongs_to_vasp",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Travel rule: address belongs to an exchange."""
    TRAVEL_RULE_BENEFICIARY_NAME_REQUIRED = (
        "alpaca.travel_rule_beneficiary_name_required",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Travel rule: one name of the beneficiary."""
    TRAVEL_RULE_INFO_MISSING = (
        "alpaca.travel_rule_info_missing",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Travel rule information is missing."""
    TRAVEL_RULE_INVALID_DATA = (
        "alpaca.travel_rule_invalid_data",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Travel rule: invalid data."""
    TRAVEL_RULE_UNKNOWN_VASP = (
        "alpaca.travel_rule_unknown_vasp",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Travel rule: receiving exchange not identified."""
    UNAUTHORIZED = (
        "alpaca.unauthorized",
        Category.AUTHENTICATION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Credentials were not accepted."""
    UNAUTHORIZED_HTML = (
        "alpaca.unauthorized_html",
        Category.AUTHENTICATION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Credentials were not accepted, answered by a page."""
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
    WASH_TRADE = (
        "alpaca.wash_trade",
        Category.RISK_CONTROL,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Order could trade against an own order."""
    WATCHLIST_NAME_NOT_UNIQUE = (
        "alpaca.watchlist_name_not_unique",
        Category.CONFLICT,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Watchlist name is taken."""
    WITHDRAWAL_AMOUNT_BELOW_FEES = (
        "alpaca.withdrawal_amount_below_fees",
        Category.INSUFFICIENT_FUNDS,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Nothing is left of the withdrawal after fees."""
    WITHDRAWALS_NOT_PERMITTED = (
        "alpaca.withdrawals_not_permitted",
        Category.ACCOUNT_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Account may not withdraw."""


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


class AlpacaLocatesCode(StrEnum):
    """Alpaca: String codes of the locates API, as the vendor spells them."""

    corporate_action = "corporate_action"
    easy_to_borrow = "easy_to_borrow"
    idempotency_key_conflict = "idempotency_key_conflict"
    insufficient_buying_power = "insufficient_buying_power"
    invalid_input = "invalid_input"
    invalid_limit_price = "invalid_limit_price"
    invalid_request_body = "invalid_request_body"
    invalid_symbols = "invalid_symbols"
    quote_unavailable = "quote_unavailable"
    security_not_found = "security_not_found"
    symbol_not_found = "symbol_not_found"
    threshold_security = "threshold_security"


class AlpacaTravelRuleCode(StrEnum):
    """Alpaca: Codes of the travel rule, as the vendor spells them."""

    ADDRESS_BELONGS_TO_VASP = "ADDRESS_BELONGS_TO_VASP"
    BENEFICIARY_NAME_REQUIRED = "BENEFICIARY_NAME_REQUIRED"
    INVALID_DATA = "INVALID_DATA"
    TRAVEL_RULE_ACTION_REQUIRED = "TRAVEL_RULE_ACTION_REQUIRED"
    UNKNOWN_VASP = "UNKNOWN_VASP"


class AlpacaLegacyCode(StrEnum):
    """Alpaca: Numeric codes of the first version of the API, as the vendor spells them."""

    CODE_10041 = "10041"


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
