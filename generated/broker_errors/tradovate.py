# Generated from the catalog by `python -m generator build`. Do not edit.
"""Tradovate: its errors, its own codes, and what recognises them."""

from enum import StrEnum

from ._errors import BrokerError
from ._vocabulary import Category, Outcome, Retry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

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


class TradovateError(BrokerError):
    """An error of Tradovate."""

    ACCESS_DENIED = (
        "tradovate.access_denied",
        Category.AUTHENTICATION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Access is denied."""
    ACCOUNT_CLOSED = ("tradovate.account_closed", Category.ACCOUNT_STATE, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, False)
    """Order sent to an account that was closed."""
    ADVANCED_TRAILING_STOP_UNSUPPORTED = (
        "tradovate.advanced_trailing_stop_unsupported",
        Category.INSTRUMENT_RESTRICTION,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """No advanced trailing stop for this product or route."""
    ALERT_FAILED = ("tradovate.alert_failed", Category.INVALID_REQUEST, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, True)
    """Alert could not be evaluated."""
    ANOTHER_COMMAND_PENDING = (
        "tradovate.another_command_pending",
        Category.CONFLICT,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Order still busy with an earlier command."""
    APP_NOT_REGISTERED = (
        "tradovate.app_not_registered",
        Category.AUTHENTICATION,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """The login names an app that Tradovate does not know."""
    AUTH_CALL_FAILED = (
        "tradovate.auth_call_failed",
        Category.CONNECTION,
        Outcome.UNKNOWN,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Login call of the C# client failed without a text."""
    BACK_MONTH_PROHIBITED = (
        "tradovate.back_month_prohibited",
        Category.RISK_CONTROL,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Contract month beyond the account's month limit."""
    BAD_GATEWAY = ("tradovate.bad_gateway", Category.SERVER_ERROR, Outcome.UNKNOWN, Retry.RECONCILE, Retry.BACKOFF, True)
    """Bad gateway."""
    BAD_REQUEST = ("tradovate.bad_request", Category.INVALID_REQUEST, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, True)
    """Bad request, without a known text."""
    BREAKEVEN_UNSUPPORTED = (
        "tradovate.breakeven_unsupported",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Break-even set on a leg that is not a stop."""
    BUSINESS_ERROR_TEXT = (
        "tradovate.business_error_text",
        Category.UNSPECIFIED_REFUSAL,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.AFTER_CHANGE,
        True,
    )
    """A 200 answer whose errorText is not known."""
    COMMAND_REJECTED_NO_REASON = (
        "tradovate.command_rejected_no_reason",
        Category.UNSPECIFIED_REFUSAL,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        True,
    )
    """Command refused without a known reason."""
    CONFLICT_WITH_EXISTING = (
        "tradovate.conflict_with_existing",
        Category.CONFLICT,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Clash with a subscription the user holds."""
    DAILY_LOSS_LIMIT = (
        "tradovate.daily_loss_limit",
        Category.RISK_CONTROL,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Daily loss limit has shut the account."""
    DATA_ERROR = ("tradovate.data_error", Category.INVALID_REQUEST, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, False)
    """Sign-up data refused."""
    DOWNGRADE_NOT_ALLOWED = (
        "tradovate.downgrade_not_allowed",
        Category.PAYMENT,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Switch to a lower plan refused."""
    EMAIL_ALREADY_REGISTERED = (
        "tradovate.email_already_registered",
        Category.CONFLICT,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """E-mail address taken."""
    EMAIL_AND_PASSWORD_COMPROMISED = (
        "tradovate.email_and_password_compromised",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Leaked pair of e-mail address and password."""
    EMAIL_POLICY_FAILED = (
        "tradovate.email_policy_failed",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """E-mail address not acceptable."""
    ENDPOINT_NOT_FOUND = ("tradovate.endpoint_not_found", Category.NOT_FOUND, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, True)
    """The address does not exist on this host."""
    ERROR_CODE_UNRECOGNIZED = (
        "tradovate.error_code_unrecognized",
        Category.UNSPECIFIED_REFUSAL,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.AFTER_CHANGE,
        True,
    )
    """An errorCode that is not known."""
    EXECUTION_PROVIDER_NOT_CONFIGURED = (
        "tradovate.execution_provider_not_configured",
        Category.ACCOUNT_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """No execution route set up for the account or product."""
    EXECUTION_PROVIDER_UNAVAILABLE = (
        "tradovate.execution_provider_unavailable",
        Category.SERVER_ERROR,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Execution route down."""
    EXECUTION_STOPPED = (
        "tradovate.execution_stopped",
        Category.UNSPECIFIED_REFUSAL,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Execution of a command was stopped."""
    EXPIRED_ACCESS_TOKEN = (
        "tradovate.expired_access_token",
        Category.AUTHENTICATION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """The access token has expired."""
    FAILED_RECAPTCHA = (
        "tradovate.failed_recaptcha",
        Category.AUTHENTICATION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Captcha of the sign-up not passed."""
    FORBIDDEN = (
        "tradovate.forbidden",
        Category.PERMISSION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        True,
    )
    """Forbidden."""
    GATEWAY_TIMEOUT = (
        "tradovate.gateway_timeout",
        Category.SERVER_ERROR,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.BACKOFF,
        True,
    )
    """Gateway timeout."""
    INCOMPATIBLE_CME_MARKET_DATA_SUBSCRIPTION_PLANS = (
        "tradovate.incompatible_cme_market_data_subscription_plans",
        Category.PAYMENT,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """CME market data plans that exclude each other."""
    INCORRECT_CREDENTIALS = (
        "tradovate.incorrect_credentials",
        Category.AUTHENTICATION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """User name or password was not accepted."""
    INCORRECT_PAYMENT_METHOD = (
        "tradovate.incorrect_payment_method",
        Category.PAYMENT,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Payment method not usable."""
    INSUFFICIENT_FUNDS = (
        "tradovate.insufficient_funds",
        Category.PAYMENT,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Balance does not cover the subscription."""
    INSUFFICIENT_MARGIN = (
        "tradovate.insufficient_margin",
        Category.INSUFFICIENT_FUNDS,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Margin does not cover the order."""
    INTERNAL_SERVER_ERROR = (
        "tradovate.internal_server_error",
        Category.SERVER_ERROR,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.BACKOFF,
        True,
    )
    """Internal server error."""
    INVALID_ACCESS_TOKEN = (
        "tradovate.invalid_access_token",
        Category.AUTHENTICATION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """A WebSocket was authorized with an invalid token."""
    INVALID_CONTRACT = ("tradovate.invalid_contract", Category.NOT_FOUND, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, False)
    """Symbol or contract id not tradable as given."""
    INVALID_DATE_FORMAT = (
        "tradovate.invalid_date_format",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """A date could not be read."""
    INVALID_JSON_ILLEGAL_ENUM = (
        "tradovate.invalid_json_illegal_enum",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """A field holds a value that its list does not have."""
    INVALID_JSON_MISSING_FIELD = (
        "tradovate.invalid_json_missing_field",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """A required field is missing."""
    INVALID_OR_MISSED_PARAMETERS = (
        "tradovate.invalid_or_missed_parameters",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Parameters are wrong or missing."""
    INVALID_PRICE = (
        "tradovate.invalid_price",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Price refused by tick, limit or leg checks."""
    KEY_INFORMATION_DOCUMENT_REQUIRED = (
        "tradovate.key_information_document_required",
        Category.AGREEMENT_REQUIRED,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Key Information Document not yet accepted."""
    LIQUIDATION_ONLY = (
        "tradovate.liquidation_only",
        Category.ACCOUNT_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Only position-reducing orders are accepted."""
    LIQUIDATION_ONLY_BEFORE_EXPIRATION = (
        "tradovate.liquidation_only_before_expiration",
        Category.INSTRUMENT_RESTRICTION,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Contract too near its expiry for opening orders."""
    LOCKOUT_WARNING = ("tradovate.lockout_warning", Category.RATE_LIMIT, Outcome.NOT_APPLIED, Retry.HALT, Retry.HALT, False)
    """A lock-out is about to begin or has begun."""
    MAX_ORDER_QTY_IS_NOT_SPECIFIED = (
        "tradovate.max_order_qty_is_not_specified",
        Category.ACCOUNT_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Risk rule without a largest order size."""
    MAX_ORDER_QTY_LIMIT_REACHED = (
        "tradovate.max_order_qty_limit_reached",
        Category.RISK_CONTROL,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Order larger than a single order may be."""
    MAX_POS_LIMIT_MISCONFIGURED = (
        "tradovate.max_pos_limit_misconfigured",
        Category.ACCOUNT_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Position limit rule that cannot be evaluated."""
    MAX_POS_LIMIT_REACHED = (
        "tradovate.max_pos_limit_reached",
        Category.RISK_CONTROL,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Position and working orders together would pass a limit rule."""
    MAX_TOTAL_POS_LIMIT_REACHED = (
        "tradovate.max_total_pos_limit_reached",
        Category.RISK_CONTROL,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Order would pass the limit on all positions together."""
    MD_OPERATION_NOT_SUPPORTED = (
        "tradovate.md_operation_not_supported",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Market data operation not served on this channel."""
    MD_UNKNOWN_SYMBOL = (
        "tradovate.md_unknown_symbol",
        Category.SUBSCRIPTION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """No market data for this symbol."""
    MD_UNRECOGNIZED = (
        "tradovate.md_unrecognized",
        Category.UNSPECIFIED_REFUSAL,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        True,
    )
    """Market data refused for a reason that is not known."""
    MODIFY_NOT_ALLOWED = (
        "tradovate.modify_not_allowed",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Exchange refused the change of a working order."""
    MULTIPLE_ACCOUNT_PLAN_REQUIRED = (
        "tradovate.multiple_account_plan_required",
        Category.PERMISSION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Membership plan does not cover this many accounts."""
    NO_QUOTE = (
        "tradovate.no_quote",
        Category.MARKET_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """No usable quote to check or price the order."""
    NOT_ENOUGH_LIQUIDITY = (
        "tradovate.not_enough_liquidity",
        Category.MARKET_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Book too thin for the order."""
    NOT_FOUND = ("tradovate.not_found", Category.NOT_FOUND, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, True)
    """Not found."""
    OAUTH_TOKEN_ERROR = (
        "tradovate.oauth_token_error",
        Category.AUTHENTICATION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """OAuth token refused."""
    OPERATION_FAILED = (
        "tradovate.operation_failed",
        Category.UNSPECIFIED_REFUSAL,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.AFTER_CHANGE,
        True,
    )
    """The operation failed and no reason was given."""
    ORDER_ACCESS_DENIED = (
        "tradovate.order_access_denied",
        Category.PERMISSION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Access denied to the account or contract of the order."""
    ORDER_REJECTED_NO_REASON = (
        "tradovate.order_rejected_no_reason",
        Category.UNSPECIFIED_REFUSAL,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        True,
    )
    """Order became Rejected, its reason stands elsewhere."""
    ORDER_REJECTED_UNRECOGNIZED = (
        "tradovate.order_rejected_unrecognized",
        Category.UNSPECIFIED_REFUSAL,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.RECONCILE,
        True,
    )
    """Order refused for a reason that is not in this catalog."""
    ORDER_STATUS_UNKNOWN = (
        "tradovate.order_status_unknown",
        Category.SERVER_ERROR,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.RECONCILE,
        True,
    )
    """Order in a state that Tradovate does not know."""
    ORDER_STRATEGY_FAILED = (
        "tradovate.order_strategy_failed",
        Category.UNSPECIFIED_REFUSAL,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Order strategy failed."""
    ORDER_STRATEGY_INTERRUPTED = (
        "tradovate.order_strategy_interrupted",
        Category.UNSPECIFIED_REFUSAL,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Order strategy was cut off."""
    OTHER_EXECUTION_RELATED = (
        "tradovate.other_execution_related",
        Category.UNSPECIFIED_REFUSAL,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Refused at execution, details only in the text."""
    PARENT_REJECTED = (
        "tradovate.parent_rejected",
        Category.ORDER_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Child order dropped with its entry order."""
    PASSWORD_COMPROMISED = (
        "tradovate.password_compromised",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Leaked password."""
    PAYMENT_PROVIDER_ERROR = (
        "tradovate.payment_provider_error",
        Category.PAYMENT,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Payment provider failed."""
    PENALTY_TICKET = ("tradovate.penalty_ticket", Category.RATE_LIMIT, Outcome.NOT_APPLIED, Retry.WAIT, Retry.WAIT, False)
    """Time penalty that ends by resending with a ticket."""
    PENALTY_TICKET_CAPTCHA = (
        "tradovate.penalty_ticket_captcha",
        Category.RATE_LIMIT,
        Outcome.NOT_APPLIED,
        Retry.HALT,
        Retry.HALT,
        False,
    )
    """Time penalty that asks for a captcha."""
    PLAN_DISCONTINUED = ("tradovate.plan_discontinued", Category.PAYMENT, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, False)
    """Plan was withdrawn."""
    REPLAY_INELIGIBLE = (
        "tradovate.replay_ineligible",
        Category.SUBSCRIPTION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Replay session not available."""
    REQUEST_TIMEOUT = (
        "tradovate.request_timeout",
        Category.SERVER_ERROR,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.BACKOFF,
        True,
    )
    """Request timeout."""
    RISK_CHECK_TIMEOUT = (
        "tradovate.risk_check_timeout",
        Category.SERVER_ERROR,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Risk engine gave no answer in time."""
    SERVICE_UNAVAILABLE = (
        "tradovate.service_unavailable",
        Category.SERVER_ERROR,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.BACKOFF,
        True,
    )
    """Service unavailable."""
    SESSION_CLOSED = (
        "tradovate.session_closed",
        Category.MARKET_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Order outside the product's trading hours."""
    SHUTDOWN_CONNECTION_QUOTA = (
        "tradovate.shutdown_connection_quota",
        Category.CONNECTION,
        Outcome.UNKNOWN,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """WebSocket closed because the user has too many connections."""
    SHUTDOWN_IP_QUOTA = (
        "tradovate.shutdown_ip_quota",
        Category.CONNECTION,
        Outcome.UNKNOWN,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """WebSocket closed because of a limit on IP addresses."""
    SHUTDOWN_MAINTENANCE = (
        "tradovate.shutdown_maintenance",
        Category.CONNECTION,
        Outcome.UNKNOWN,
        Retry.RECONNECT,
        Retry.RECONNECT,
        False,
    )
    """WebSocket closed for maintenance."""
    SHUTDOWN_UNRECOGNIZED = (
        "tradovate.shutdown_unrecognized",
        Category.CONNECTION,
        Outcome.UNKNOWN,
        Retry.RECONNECT,
        Retry.RECONNECT,
        True,
    )
    """WebSocket closed for a reason that is not known."""
    SINGLE_TRIAL_ONLY = ("tradovate.single_trial_only", Category.PAYMENT, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, False)
    """No second trial."""
    SSF_RISK_DISCLOSURE_ACKNOWLEDGMENT_REQUIRED = (
        "tradovate.ssf_risk_disclosure_acknowledgment_required",
        Category.AGREEMENT_REQUIRED,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Single-stock futures risk disclosure not acknowledged."""
    SSFNFA_COMPLIANCE_REQUIRED = (
        "tradovate.ssfnfa_compliance_required",
        Category.AGREEMENT_REQUIRED,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """NFA requirement for single-stock futures not met."""
    SSFNFA_COMPLIANCE_REQUIRED_JOINT_ONLY = (
        "tradovate.ssfnfa_compliance_required_joint_only",
        Category.AGREEMENT_REQUIRED,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """NFA requirement for single-stock futures missing for joint holder."""
    SUB_ACCOUNT_REQUEST_DENIED = (
        "tradovate.sub_account_request_denied",
        Category.UNSPECIFIED_REFUSAL,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        True,
    )
    """Request for a sub-account was denied."""
    TAG50_NOT_REGISTERED = (
        "tradovate.tag50_not_registered",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Value of customTag50 not registered."""
    TOO_LATE = ("tradovate.too_late", Category.ORDER_STATE, Outcome.NOT_APPLIED, Retry.RECONCILE, Retry.RECONCILE, False)
    """Order had finished before the command reached it."""
    TOO_MANY_REQUESTS = ("tradovate.too_many_requests", Category.RATE_LIMIT, Outcome.NOT_APPLIED, Retry.HALT, Retry.HALT, False)
    """Locked out for too many requests."""
    TRADING_LOCKED = (
        "tradovate.trading_locked",
        Category.ACCOUNT_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Account under a trading lock."""
    TRAILING_STOP_NON_ORDER_QTY_MODIFY = (
        "tradovate.trailing_stop_non_order_qty_modify",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Trailing stop cannot be changed in this way."""
    UNAUTHORIZED = (
        "tradovate.unauthorized",
        Category.PERMISSION,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        True,
    )
    """Not authorized, without a known reason."""
    UNKNOWN_ERROR = (
        "tradovate.unknown_error",
        Category.SERVER_ERROR,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Sign-up or subscription failed without a reason."""
    UNKNOWN_REASON = (
        "tradovate.unknown_reason",
        Category.UNSPECIFIED_REFUSAL,
        Outcome.UNKNOWN,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """Refused under the catch-all code."""
    UNSUPPORTED = ("tradovate.unsupported", Category.INVALID_REQUEST, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, False)
    """Order type, time in force or combination not offered."""
    USER_ALREADY_EXISTS = (
        "tradovate.user_already_exists",
        Category.CONFLICT,
        Outcome.NOT_APPLIED,
        Retry.RECONCILE,
        Retry.RECONCILE,
        False,
    )
    """User name taken."""
    USER_CLOSED = ("tradovate.user_closed", Category.ACCOUNT_STATE, Outcome.NOT_APPLIED, Retry.NEVER, Retry.NEVER, False)
    """User is closed."""
    USER_INITIATED = (
        "tradovate.user_initiated",
        Category.ACCOUNT_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """Sign-up of the user is not finished."""
    USER_TEMPORARY_LOCKED = (
        "tradovate.user_temporary_locked",
        Category.ACCOUNT_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """User is locked for a time."""
    USER_UNCONFIRMED_EMAIL = (
        "tradovate.user_unconfirmed_email",
        Category.ACCOUNT_STATE,
        Outcome.NOT_APPLIED,
        Retry.AFTER_CHANGE,
        Retry.AFTER_CHANGE,
        False,
    )
    """E-mail address of the user is not confirmed."""
    VALIDATION_VIOLATION = (
        "tradovate.validation_violation",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Fields of the request break validation rules."""
    WEAK_PASSWORD = (
        "tradovate.weak_password",
        Category.INVALID_REQUEST,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Password too weak."""
    WRONG_CHALLENGE = (
        "tradovate.wrong_challenge",
        Category.AUTHENTICATION,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Challenge answered wrongly."""
    WRONG_CHALLENGE_ORIGIN = (
        "tradovate.wrong_challenge_origin",
        Category.AUTHENTICATION,
        Outcome.NOT_APPLIED,
        Retry.NEVER,
        Retry.NEVER,
        False,
    )
    """Challenge from another origin."""
    WS_CLOSE_FRAME = ("tradovate.ws_close_frame", Category.CONNECTION, Outcome.UNKNOWN, Retry.RECONNECT, Retry.RECONNECT, True)
    """Server closed the session with a close frame."""
    WS_CLOSED_BYE = ("tradovate.ws_closed_bye", Category.CONNECTION, Outcome.UNKNOWN, Retry.RECONNECT, Retry.RECONNECT, False)
    """WebSocket closed with code 1000 and Bye."""
    WS_CONNECTION_LOST = (
        "tradovate.ws_connection_lost",
        Category.CONNECTION,
        Outcome.UNKNOWN,
        Retry.RECONNECT,
        Retry.RECONNECT,
        False,
    )
    """WebSocket connection was lost."""


class TradovateOrderCode(StrEnum):
    """Tradovate: failureReason and rejectReason of orders and commands, as the vendor spells them."""

    AccountClosed = "AccountClosed"
    AdvancedTrailingStopUnsupported = "AdvancedTrailingStopUnsupported"
    AnotherCommandPending = "AnotherCommandPending"
    BackMonthProhibited = "BackMonthProhibited"
    ExecutionProviderNotConfigured = "ExecutionProviderNotConfigured"
    ExecutionProviderUnavailable = "ExecutionProviderUnavailable"
    InvalidContract = "InvalidContract"
    InvalidPrice = "InvalidPrice"
    KeyInformationDocumentRequired = "KeyInformationDocumentRequired"
    LiquidationOnly = "LiquidationOnly"
    LiquidationOnlyBeforeExpiration = "LiquidationOnlyBeforeExpiration"
    MaxOrderQtyIsNotSpecified = "MaxOrderQtyIsNotSpecified"
    MaxOrderQtyLimitReached = "MaxOrderQtyLimitReached"
    MaxPosLimitMisconfigured = "MaxPosLimitMisconfigured"
    MaxPosLimitReached = "MaxPosLimitReached"
    MaxTotalPosLimitReached = "MaxTotalPosLimitReached"
    MultipleAccountPlanRequired = "MultipleAccountPlanRequired"
    NoQuote = "NoQuote"
    NotEnoughLiquidity = "NotEnoughLiquidity"
    OtherExecutionRelated = "OtherExecutionRelated"
    ParentRejected = "ParentRejected"
    RiskCheckTimeout = "RiskCheckTimeout"
    SSFNFAComplianceRequired = "SSFNFAComplianceRequired"
    SSFNFAComplianceRequiredJointOnly = "SSFNFAComplianceRequiredJointOnly"
    SSFRiskDisclosureAcknowledgmentRequired = "SSFRiskDisclosureAcknowledgmentRequired"
    SessionClosed = "SessionClosed"
    Success = "Success"
    TooLate = "TooLate"
    TradingLocked = "TradingLocked"
    TrailingStopNonOrderQtyModify = "TrailingStopNonOrderQtyModify"
    Unauthorized = "Unauthorized"
    UnknownReason = "UnknownReason"
    Unsupported = "Unsupported"


class TradovateSignUpCode(StrEnum):
    """Tradovate: errorCode of sign-up, as the vendor spells them."""

    DataError = "DataError"
    EmailAlreadyRegistered = "EmailAlreadyRegistered"
    EmailAndPasswordCompromised = "EmailAndPasswordCompromised"
    EmailPolicyFailed = "EmailPolicyFailed"
    FailedRecaptcha = "FailedRecaptcha"
    PasswordCompromised = "PasswordCompromised"
    Success = "Success"
    UnknownError = "UnknownError"
    UserAlreadyExists = "UserAlreadyExists"
    WeakPassword = "WeakPassword"
    WrongChallenge = "WrongChallenge"
    WrongChallengeOrigin = "WrongChallengeOrigin"


class TradovateSubscriptionCode(StrEnum):
    """Tradovate: errorCode of subscriptions, as the vendor spells them."""

    ConflictWithExisting = "ConflictWithExisting"
    DowngradeNotAllowed = "DowngradeNotAllowed"
    IncompatibleCMEMarketDataSubscriptionPlans = "IncompatibleCMEMarketDataSubscriptionPlans"
    IncorrectPaymentMethod = "IncorrectPaymentMethod"
    InsufficientFunds = "InsufficientFunds"
    PaymentProviderError = "PaymentProviderError"
    PlanDiscontinued = "PlanDiscontinued"
    SingleTrialOnly = "SingleTrialOnly"
    Success = "Success"
    UnknownError = "UnknownError"


class TradovateMarketDataCode(StrEnum):
    """Tradovate: errorCode of market data, as the vendor spells them."""

    OperationNotSupported = "OperationNotSupported"
    UnknownSymbol = "UnknownSymbol"


class TradovateShutdownCode(StrEnum):
    """Tradovate: reasonCode of a WebSocket shutdown event, as the vendor spells them."""

    ConnectionQuotaReached = "ConnectionQuotaReached"
    IPQuotaReached = "IPQuotaReached"
    Maintenance = "Maintenance"


def match(
    source: object, *, status: int | None = None, channel: str | None = None
) -> "Match[TradovateError] | None":
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
) -> "Iterator[Match[TradovateError]]":
    """Recognise every error in ``source``, in the order in which they stand there."""
    from ._engine import engine
    from ._source import read

    return engine("tradovate").matches(  # type: ignore[return-value]  # its errors are this enum's
        list(read(source)), named=True, status=status, channel=channel
    )
