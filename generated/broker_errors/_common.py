# Generated from the catalog by `python -m generator build`. Do not edit.
"""What matching reads, as plain data."""

from ._rows import *  # noqa: F403

COMMON = Common(
    codes=(308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 419, 420, 421, 422, 423, 424, 425, 426, 427, 428, 429, 430, 431, 432, 433, 434, 435, 436, 437, 438, 439, 440, 441, 442, 443, 444, 445, 446, 447, 448, 449, 450, 451, 452, 453, 454, 455, 456, 457, 458, 459, 460, 461, 462, 463, 464, 465, 466, 467, 468, 469, 470, 471, 472, 473, 474, 475, 476, 477, 478, 479, 480, 481, 482, 483, 484, 485, 486, 487, 488, 489, 490, 491, 492, 493, 494, 495, 496, 497, 498, 499, 500, 501, 502, 503, 504, 505, 506, 507, 508, 509, 510, 511, 512, 513, 514, 515, 516, 517, 518, 519, 520, 521, 522, 523, 524, 525, 526, 527, 528, 529, 530, 531, 532, 533, 534, 535, 536, 537, 538, 539, 540, 541, 542, 543, 544, 545, 546, 547, 548, 549, 550, 551, 552, 553, 554, 555, 556, 557, 558, 559, 560, 561, 562, 563, 564, 565, 566, 567, 568, 569, 570, 571, 572, 573, 574, 575, 576, 577, 578, 579, 580, 581, 582, 583, 584, 585, 586, 587, 588, 589, 590, 591, 592, 593, 594, 595, 596, 597, 598, 599),
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
        ("_body", "None"),
    ),
)
