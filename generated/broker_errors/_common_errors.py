# Generated from the catalog by `python -m generator build`. Do not edit.
"""The common errors: one name across brokers for what a program handles in one way."""

from ._equivalents import CommonWord, Equivalents


class CommonError(CommonWord):
    """One name across brokers for what a program handles in one way."""

    INSUFFICIENT_BUYING_POWER = "insufficient_buying_power"
    """Insufficient buying power."""
    INSUFFICIENT_POSITION = "insufficient_position"
    """Insufficient position."""
    SHORT_SALE_UNAVAILABLE = "short_sale_unavailable"
    """Short sale is not possible now."""
    SHORT_SELLING_NOT_ALLOWED = "short_selling_not_allowed"
    """Account may not sell short."""
    INVALID_PARAMETER = "invalid_parameter"
    """A parameter is invalid."""
    INVALID_QUANTITY = "invalid_quantity"
    """Quantity is invalid."""
    ORDER_VALUE_TOO_SMALL = "order_value_too_small"
    """Order value is too small."""
    INVALID_PRICE = "invalid_price"
    """Price is invalid."""
    PRICE_INCREMENT = "price_increment"
    """Price is off the tick."""
    PRICE_OUT_OF_BAND = "price_out_of_band"
    """Price is too far from the market."""
    STOP_WOULD_TRIGGER = "stop_would_trigger"
    """Stop price has already been passed."""
    POST_ONLY_WOULD_TAKE = "post_only_would_take"
    """Post-only order would take liquidity."""
    NOT_FILLABLE_IMMEDIATELY = "not_fillable_immediately"
    """Order cannot be filled at once."""
    INVALID_TIME_IN_FORCE = "invalid_time_in_force"
    """Time in force is not accepted."""
    UNSUPPORTED_ORDER_TYPE = "unsupported_order_type"
    """Order type is not supported."""
    UNSUPPORTED_ORDER_COMBINATION = "unsupported_order_combination"
    """Order combination is not supported."""
    DUPLICATE_CLIENT_ORDER_ID = "duplicate_client_order_id"
    """Request was already used."""
    ALREADY_EXISTS = "already_exists"
    """Object already exists."""
    NO_CHANGE = "no_change"
    """Nothing to change."""
    SYMBOL_NOT_FOUND = "symbol_not_found"
    """Symbol is unknown."""
    INSTRUMENT_NOT_TRADABLE = "instrument_not_tradable"
    """Instrument is not tradable."""
    INSTRUMENT_EXPIRED = "instrument_expired"
    """Contract has expired."""
    FRACTIONAL_NOT_SUPPORTED = "fractional_not_supported"
    """Whole units only."""
    MARKET_CLOSED = "market_closed"
    """Market is closed for this order."""
    NO_LIQUIDITY = "no_liquidity"
    """No price or counterpart."""
    ACCOUNT_RESTRICTED = "account_restricted"
    """Account is restricted."""
    CLOSING_ONLY = "closing_only"
    """Closing orders only."""
    PERMISSION_DENIED = "permission_denied"
    """Permission is missing."""
    PRODUCT_NOT_PERMITTED = "product_not_permitted"
    """Product is not approved."""
    REGION_RESTRICTED = "region_restricted"
    """Not offered in this region."""
    AGREEMENT_REQUIRED = "agreement_required"
    """Agreement is required."""
    CONFIRMATION_REQUIRED = "confirmation_required"
    """A person has to confirm."""
    POSITION_LIMIT = "position_limit"
    """Position limit is reached."""
    ORDER_SIZE_LIMIT = "order_size_limit"
    """Order is too large."""
    OPEN_ORDERS_LIMIT = "open_orders_limit"
    """Too many open orders."""
    DAY_TRADE_RESTRICTED = "day_trade_restricted"
    """Day trading rule."""
    SELF_TRADE_PREVENTED = "self_trade_prevented"
    """Would trade against your own order."""
    LOSS_LIMIT = "loss_limit"
    """Loss limit is reached."""
    RISK_CHECK_FAILED = "risk_check_failed"
    """Risk check failed."""
    ORDER_NOT_FOUND = "order_not_found"
    """Order is unknown."""
    ORDER_ALREADY_CLOSED = "order_already_closed"
    """Order has already ended."""
    ORDER_NOT_CHANGEABLE = "order_not_changeable"
    """Order cannot be changed now."""
    ORDER_CHANGE_PENDING = "order_change_pending"
    """A change is still pending."""
    ORDER_REJECTED = "order_rejected"
    """Refused without a known reason."""
    ORDER_CANCELLED_BY_VENUE = "order_cancelled_by_venue"
    """Taken down by the venue."""
    INVALID_CREDENTIALS = "invalid_credentials"
    """Credentials are wrong."""
    SESSION_EXPIRED = "session_expired"
    """Session has expired."""
    CLOCK_OR_NONCE = "clock_or_nonce"
    """Clock or nonce is off."""
    RATE_LIMITED = "rate_limited"
    """Too many requests."""
    LOCKED_OUT = "locked_out"
    """Locked out for a time."""
    CONNECTION_LIMIT = "connection_limit"
    """Too many connections."""
    DATA_LIMIT = "data_limit"
    """Too many subscriptions."""
    CONNECTION_LOST = "connection_lost"
    """Connection was lost."""
    MAINTENANCE = "maintenance"
    """Maintenance."""
    SERVICE_UNAVAILABLE = "service_unavailable"
    """Service is unavailable."""
    EXECUTION_UNKNOWN = "execution_unknown"
    """Outcome is unknown."""
    INTERNAL_ERROR = "internal_error"
    """Server failed."""
    DATA_NOT_SUBSCRIBED = "data_not_subscribed"
    """Data plan does not cover it."""
    RESOURCE_NOT_FOUND = "resource_not_found"
    """Not found."""
    ENDPOINT_NOT_FOUND = "endpoint_not_found"
    """Address is unknown."""
    PARTLY_FAILED = "partly_failed"
    """Part of it failed."""
    PAYMENT_REFUSED = "payment_refused"
    """Payment was refused."""


EQUIVALENTS: dict[str, Equivalents] = {
    "insufficient_buying_power": Equivalents(fix="103=3 or 99", grpc="FAILED_PRECONDITION", ccxt=("InsufficientFunds",)),
    "insufficient_position": Equivalents(fix="103=13 or 99", grpc="FAILED_PRECONDITION", ccxt=("InsufficientFunds", "InvalidOrder")),
    "short_sale_unavailable": Equivalents(fix="103=99", grpc="FAILED_PRECONDITION", ccxt=("OperationRejected",)),
    "short_selling_not_allowed": Equivalents(fix="103=15 or 99", grpc="PERMISSION_DENIED", ccxt=("PermissionDenied",)),
    "invalid_parameter": Equivalents(fix="103=99, 373=5", grpc="INVALID_ARGUMENT", ccxt=("BadRequest",)),
    "invalid_quantity": Equivalents(fix="103=13", grpc="INVALID_ARGUMENT", ccxt=("InvalidOrder",)),
    "order_value_too_small": Equivalents(fix="103=13 or 99", grpc="INVALID_ARGUMENT", ccxt=("InvalidOrder",)),
    "invalid_price": Equivalents(fix="103=99", grpc="INVALID_ARGUMENT", ccxt=("InvalidOrder",)),
    "price_increment": Equivalents(fix="103=18", grpc="INVALID_ARGUMENT", ccxt=("InvalidOrder",)),
    "price_out_of_band": Equivalents(fix="103=16", grpc="OUT_OF_RANGE", ccxt=("InvalidOrder",)),
    "stop_would_trigger": Equivalents(fix="103=99", grpc="FAILED_PRECONDITION", ccxt=("OrderImmediatelyFillable",)),
    "post_only_would_take": Equivalents(fix="103=99", grpc="FAILED_PRECONDITION", ccxt=("OrderImmediatelyFillable",)),
    "not_fillable_immediately": Equivalents(fix="103=99", grpc="FAILED_PRECONDITION", ccxt=("OrderNotFillable",)),
    "invalid_time_in_force": Equivalents(fix="103=11", grpc="INVALID_ARGUMENT", ccxt=("BadRequest",)),
    "unsupported_order_type": Equivalents(fix="103=11", grpc="UNIMPLEMENTED", ccxt=("InvalidOrder",)),
    "unsupported_order_combination": Equivalents(fix="103=11", grpc="INVALID_ARGUMENT", ccxt=("InvalidOrder",)),
    "duplicate_client_order_id": Equivalents(fix="103=6", grpc="ALREADY_EXISTS", ccxt=("DuplicateOrderId",)),
    "already_exists": Equivalents(grpc="ALREADY_EXISTS", ccxt=("OperationRejected",)),
    "no_change": Equivalents(grpc="ALREADY_EXISTS", ccxt=("NoChange",)),
    "symbol_not_found": Equivalents(fix="103=1, 380=2", grpc="NOT_FOUND", ccxt=("BadSymbol",)),
    "instrument_not_tradable": Equivalents(fix="103=2 or 99", grpc="FAILED_PRECONDITION", ccxt=("BadSymbol", "ContractUnavailable")),
    "instrument_expired": Equivalents(fix="103=99", grpc="FAILED_PRECONDITION", ccxt=("ContractUnavailable",)),
    "fractional_not_supported": Equivalents(fix="103=13", grpc="UNIMPLEMENTED", ccxt=("InvalidOrder",)),
    "market_closed": Equivalents(fix="103=2", grpc="FAILED_PRECONDITION", ccxt=("MarketClosed",)),
    "no_liquidity": Equivalents(fix="103=99", grpc="FAILED_PRECONDITION", ccxt=("OrderNotFillable",)),
    "account_restricted": Equivalents(fix="103=15 or 99", grpc="PERMISSION_DENIED", ccxt=("AccountSuspended", "AccountNotEnabled")),
    "closing_only": Equivalents(fix="103=99", grpc="FAILED_PRECONDITION", ccxt=("OperationRejected",)),
    "permission_denied": Equivalents(fix="380=6", grpc="PERMISSION_DENIED", ccxt=("PermissionDenied",)),
    "product_not_permitted": Equivalents(fix="103=99", grpc="PERMISSION_DENIED", ccxt=("PermissionDenied",)),
    "region_restricted": Equivalents(grpc="PERMISSION_DENIED", ccxt=("RestrictedLocation",)),
    "agreement_required": Equivalents(grpc="FAILED_PRECONDITION", ccxt=("ManualInteractionNeeded",)),
    "confirmation_required": Equivalents(grpc="FAILED_PRECONDITION", ccxt=("ManualInteractionNeeded",)),
    "position_limit": Equivalents(fix="103=3", grpc="RESOURCE_EXHAUSTED", ccxt=("OperationRejected",)),
    "order_size_limit": Equivalents(fix="103=3", grpc="RESOURCE_EXHAUSTED", ccxt=("InvalidOrder",)),
    "open_orders_limit": Equivalents(fix="103=3", grpc="RESOURCE_EXHAUSTED", ccxt=("OperationRejected",)),
    "day_trade_restricted": Equivalents(fix="103=99", grpc="FAILED_PRECONDITION", ccxt=("OperationRejected",)),
    "self_trade_prevented": Equivalents(fix="103=99", grpc="FAILED_PRECONDITION", ccxt=("OperationRejected",)),
    "loss_limit": Equivalents(fix="103=99", grpc="FAILED_PRECONDITION", ccxt=("OperationRejected",)),
    "risk_check_failed": Equivalents(fix="103=99", grpc="FAILED_PRECONDITION", ccxt=("OperationRejected",)),
    "order_not_found": Equivalents(fix="102=1, 103=5", grpc="NOT_FOUND", ccxt=("OrderNotFound",)),
    "order_already_closed": Equivalents(fix="102=0", grpc="FAILED_PRECONDITION", ccxt=("OrderNotFound",)),
    "order_not_changeable": Equivalents(fix="102=0, 102=3", grpc="FAILED_PRECONDITION", ccxt=("InvalidOrder",)),
    "order_change_pending": Equivalents(fix="102=3", grpc="ABORTED", ccxt=("CancelPending",)),
    "order_rejected": Equivalents(fix="103=0 or 99", grpc="FAILED_PRECONDITION", ccxt=("InvalidOrder", "ExchangeError")),
    "order_cancelled_by_venue": Equivalents(fix="150=4", grpc="ABORTED", ccxt=("OrderNotFound",)),
    "invalid_credentials": Equivalents(fix="Logout 58", grpc="UNAUTHENTICATED", ccxt=("AuthenticationError",)),
    "session_expired": Equivalents(fix="Logout", grpc="UNAUTHENTICATED", ccxt=("AuthenticationError",)),
    "clock_or_nonce": Equivalents(fix="373=10", grpc="UNAUTHENTICATED", ccxt=("InvalidNonce",)),
    "rate_limited": Equivalents(fix="380=8, 103=99", grpc="RESOURCE_EXHAUSTED", ccxt=("RateLimitExceeded",)),
    "locked_out": Equivalents(grpc="RESOURCE_EXHAUSTED", ccxt=("DDoSProtection",)),
    "connection_limit": Equivalents(fix="Logout", grpc="RESOURCE_EXHAUSTED", ccxt=("NetworkError",)),
    "data_limit": Equivalents(grpc="RESOURCE_EXHAUSTED", ccxt=("RateLimitExceeded",)),
    "connection_lost": Equivalents(fix="Logout", grpc="UNAVAILABLE", ccxt=("NetworkError",)),
    "maintenance": Equivalents(fix="380=4", grpc="UNAVAILABLE", ccxt=("OnMaintenance",)),
    "service_unavailable": Equivalents(fix="380=4", grpc="UNAVAILABLE", ccxt=("ExchangeNotAvailable",)),
    "execution_unknown": Equivalents(grpc="DEADLINE_EXCEEDED", ccxt=("RequestTimeout",)),
    "internal_error": Equivalents(fix="103=99", grpc="INTERNAL", ccxt=("ExchangeError", "OperationFailed")),
    "data_not_subscribed": Equivalents(grpc="PERMISSION_DENIED", ccxt=("PermissionDenied",)),
    "resource_not_found": Equivalents(fix="380=1", grpc="NOT_FOUND", ccxt=("BadRequest",)),
    "endpoint_not_found": Equivalents(fix="380=3", grpc="UNIMPLEMENTED", ccxt=("BadRequest",)),
    "partly_failed": Equivalents(grpc="ABORTED", ccxt=("BadResponse",)),
    "payment_refused": Equivalents(grpc="FAILED_PRECONDITION", ccxt=("OperationRejected",)),
}
