# This line is another one in the package: it says where the module is from.
"""The closed lists on which programs branch. What each word means to people stands in the catalog's texts."""

from enum import StrEnum


class Outcome(StrEnum):
    """What happened to the request's effect."""

    NOT_APPLIED = "not_applied"
    APPLIED = "applied"
    PARTLY_APPLIED = "partly_applied"
    UNKNOWN = "unknown"


class Retry(StrEnum):
    """What a program may do with the same request."""

    NEVER = "never"
    AFTER_CHANGE = "after_change"
    BACKOFF = "backoff"
    WAIT = "wait"
    RECONCILE = "reconcile"
    RECONNECT = "reconnect"
    HALT = "halt"


class Actor(StrEnum):
    """Who has to act."""

    DEVELOPER = "developer"
    ACCOUNT_OWNER = "account_owner"
    BROKER = "broker"


class When(StrEnum):
    """When a step is due: about this refusal, after it, or before the next one."""

    NOW = "now"
    LATER = "later"
    BEFORE = "before"


class Evidence(StrEnum):
    """Where something is known from, the strongest first."""

    OBSERVED = "observed"
    DOCUMENTED = "documented"
    CONSTRUCTED = "constructed"


class MatchedOn(StrEnum):
    """What decided when a report was recognized."""

    FIELD = "field"
    MESSAGE = "message"
    CODE = "code"
    STATUS = "status"
