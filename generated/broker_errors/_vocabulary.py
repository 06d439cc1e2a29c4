# Generated from the catalog by `python -m generator build`. Do not edit.
"""The closed lists of the catalog, the same for all brokers."""

from enum import StrEnum


class Category(StrEnum):
    """What kind of error it is. The list is the same for all brokers."""

    ACCOUNT_STATE = "account_state"
    """The account is closed, locked, restricted or not set up for what was asked, whatever the request says."""
    AGREEMENT_REQUIRED = "agreement_required"
    """The account's owner has to sign, acknowledge or prove something before the broker acts."""
    AUTHENTICATION = "authentication"
    """The broker does not know who is asking. Keys, a token or a password are missing, wrong, expired or meant for another environment."""
    CONFLICT = "conflict"
    """The request clashes with something that already exists or with another request that is still being worked on."""
    CONNECTION = "connection"
    """A stream or session was refused, closed or could not keep up. It concerns the connection, not a single request."""
    DUPLICATE_REQUEST = "duplicate_request"
    """The broker has seen this request's identifier before. An earlier attempt may have taken effect."""
    INSTRUMENT_RESTRICTION = "instrument_restriction"
    """The asset or contract exists, but cannot be traded in the way that was asked."""
    INSUFFICIENT_FUNDS = "insufficient_funds"
    """Cash, buying power or margin do not cover the request."""
    INSUFFICIENT_POSITION = "insufficient_position"
    """The request needs more of a position than is held and free."""
    INVALID_REQUEST = "invalid_request"
    """The request is malformed, incomplete or contradicts itself or the broker's rules. Only changing the request helps."""
    MARKET_STATE = "market_state"
    """The market is closed, has no quote or lacks liquidity at the moment of the request."""
    NOT_FOUND = "not_found"
    """The order, asset, account or address that the request names does not exist for this user."""
    ORDER_STATE = "order_state"
    """The order's own state no longer, or not yet, allows the change that was asked for."""
    PAYMENT = "payment"
    """A subscription or its payment was refused by the broker or by the payment provider."""
    PERMISSION = "permission"
    """The broker knows who is asking and does not allow that user, key or account to do this."""
    RATE_LIMIT = "rate_limit"
    """Too many requests were sent. The request was not worked on."""
    RISK_CONTROL = "risk_control"
    """A limit or a protection, set by the broker, a regulator, a firm or the user, refused an order that is otherwise well formed."""
    SERVER_ERROR = "server_error"
    """The broker or something in front of it failed or did not answer in time. Whether the request took effect is open unless the entry says otherwise."""
    SUBSCRIPTION = "subscription"
    """The market data plan or entitlement does not cover what was asked for."""
    UNSPECIFIED_REFUSAL = "unspecified_refusal"
    """The broker refused and gave no reason, or one that this catalog does not know. Read the broker's own text before doing anything."""


class Outcome(StrEnum):
    """What happened to the request's effect."""

    NOT_APPLIED = "not_applied"
    """The request had no effect. Whatever it was meant to place, change or cancel is as it was before."""
    APPLIED = "applied"
    """The request took effect although the answer is an error."""
    PARTLY_APPLIED = "partly_applied"
    """Some parts of the request took effect and some did not; the answer names the parts."""
    UNKNOWN = "unknown"
    """The answer does not tell whether the request took effect. Treat the effect as possible until you have looked it up."""


class Retry(StrEnum):
    """What a program may do with the same request."""

    NEVER = "never"
    """Do not send this request again. The request itself is wrong and cannot succeed as it is."""
    AFTER_CHANGE = "after_change"
    """Do not send it again by itself. The request may be right, but funds, a position, a permission or the market's state must change first."""
    BACKOFF = "backoff"
    """Send it again with exponential back-off and jitter, a limited number of times."""
    WAIT = "wait"
    """Send it again once the stated wait is over, together with whatever has to be echoed back."""
    RECONCILE = "reconcile"
    """First look up whether the first request took effect, then decide whether anything is left to send."""
    RECONNECT = "reconnect"
    """Open a new connection with back-off, authenticate and subscribe again."""
    HALT = "halt"
    """Send nothing at all for the stated time. More traffic makes the lock-out longer."""


class Actor(StrEnum):
    """Who has to act."""

    DEVELOPER = "developer"
    ACCOUNT_OWNER = "account_owner"
    BROKER = "broker"


class Evidence(StrEnum):
    """Where an example is from."""

    OBSERVED = "observed"
    DOCUMENTED = "documented"
    CONSTRUCTED = "constructed"


class MatchedOn(StrEnum):
    """What decided when a report was recognised."""

    FIELD = "field"
    MESSAGE = "message"
    CODE = "code"
    STATUS = "status"


CATEGORY_MEANINGS: dict[str, str] = {
    "account_state": "The account is closed, locked, restricted or not set up for what was asked, whatever the request says.",
    "agreement_required": "The account's owner has to sign, acknowledge or prove something before the broker acts.",
    "authentication": "The broker does not know who is asking. Keys, a token or a password are missing, wrong, expired or meant for another environment.",
    "conflict": "The request clashes with something that already exists or with another request that is still being worked on.",
    "connection": "A stream or session was refused, closed or could not keep up. It concerns the connection, not a single request.",
    "duplicate_request": "The broker has seen this request's identifier before. An earlier attempt may have taken effect.",
    "instrument_restriction": "The asset or contract exists, but cannot be traded in the way that was asked.",
    "insufficient_funds": "Cash, buying power or margin do not cover the request.",
    "insufficient_position": "The request needs more of a position than is held and free.",
    "invalid_request": "The request is malformed, incomplete or contradicts itself or the broker's rules. Only changing the request helps.",
    "market_state": "The market is closed, has no quote or lacks liquidity at the moment of the request.",
    "not_found": "The order, asset, account or address that the request names does not exist for this user.",
    "order_state": "The order's own state no longer, or not yet, allows the change that was asked for.",
    "payment": "A subscription or its payment was refused by the broker or by the payment provider.",
    "permission": "The broker knows who is asking and does not allow that user, key or account to do this.",
    "rate_limit": "Too many requests were sent. The request was not worked on.",
    "risk_control": "A limit or a protection, set by the broker, a regulator, a firm or the user, refused an order that is otherwise well formed.",
    "server_error": "The broker or something in front of it failed or did not answer in time. Whether the request took effect is open unless the entry says otherwise.",
    "subscription": "The market data plan or entitlement does not cover what was asked for.",
    "unspecified_refusal": "The broker refused and gave no reason, or one that this catalog does not know. Read the broker's own text before doing anything.",
}
OUTCOME_MEANINGS: dict[str, str] = {
    "not_applied": "The request had no effect. Whatever it was meant to place, change or cancel is as it was before.",
    "applied": "The request took effect although the answer is an error.",
    "partly_applied": "Some parts of the request took effect and some did not; the answer names the parts.",
    "unknown": "The answer does not tell whether the request took effect. Treat the effect as possible until you have looked it up.",
}
RETRY_MEANINGS: dict[str, str] = {
    "never": "Do not send this request again. The request itself is wrong and cannot succeed as it is.",
    "after_change": "Do not send it again by itself. The request may be right, but funds, a position, a permission or the market's state must change first.",
    "backoff": "Send it again with exponential back-off and jitter, a limited number of times.",
    "wait": "Send it again once the stated wait is over, together with whatever has to be echoed back.",
    "reconcile": "First look up whether the first request took effect, then decide whether anything is left to send.",
    "reconnect": "Open a new connection with back-off, authenticate and subscribe again.",
    "halt": "Send nothing at all for the stated time. More traffic makes the lock-out longer.",
}
