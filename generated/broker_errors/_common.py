# Generated from the catalog by `python -m generator build`. Do not edit.
"""What matching reads, as plain data."""

from ._rows import *  # noqa: F403

COMMON = Common(
    codes=(308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 421, 422, 423, 424, 425, 426, 428, 429, 431, 444, 451, 494, 495, 496, 497, 499, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511, 520, 521, 522, 523, 524, 525, 526, 527, 529, 530, 598, 599),
    before=("http", "http status", "http status code", "http code", "http error", "http error code", "http response", "http 1 0", "http 1 1", "http 2", "http 2 0", "http 3", "status", "status code", "status_code", "statuscode", "http_status", "http_status_code", "httpstatus", "http_code", "response_status_code", "response status", "response code", "response_code"),
    before_closed=("failed", "failed with", "failed with status", "returned", "returns", "returned error", "answered", "answered with", "answers", "got", "got a", "response", "responded", "responded with", "rejected", "rejected with", "api", "apierror", "api error", "request", "error", "error code", "server", "order"),
    behind=("client error", "server error"),
    phrases=("bad request", "unauthorized", "payment required", "forbidden", "not found", "method not allowed", "not acceptable", "proxy authentication required", "request timeout", "request time-out", "conflict", "gone", "length required", "precondition failed", "payload too large", "request entity too large", "content too large", "uri too long", "unsupported media type", "range not satisfiable", "expectation failed", "misdirected request", "unprocessable entity", "unprocessable content", "locked", "failed dependency", "too early", "upgrade required", "precondition required", "too many requests", "request header fields too large", "unavailable for legal reasons", "internal server error", "internal error", "not implemented", "bad gateway", "service unavailable", "service temporarily unavailable", "gateway timeout", "gateway time-out", "http version not supported", "insufficient storage", "authorization required", "permanent redirect"),
    levels=("error", "err", "warning", "warn", "info", "debug", "critical", "fatal", "notice", "exception"),
    statuses=("status_code", "status"),
    statuses_fetched=("code",),
    bodies=("text", "body", "content", "data", "_body"),
    unread=(
        ("_content", "False"),
        ("is_stream_consumed", "False"),
    ),
)
