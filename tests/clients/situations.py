"""What a broker may answer, and what that is: recorded refusals, gateways' pages, nothing at all, faults."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from tests.clients.fake_broker import HTML, Answer, Fault, Stream
from tests.corpus.rows import payloads

BrokerId = Literal["alpaca", "tradovate"]


class Group(StrEnum):
    """What kind of situation it is: a column of the table."""

    RECORDED = "recorded refusals"
    UNKNOWN = "refusals that no entry names"
    GATEWAY = "gateway pages"
    EMPTY = "empty bodies"
    COMPRESSED = "gzip"
    FAULT = "no whole answer"
    SUCCESS = "success"


class StreamGroup(StrEnum):
    """The same for WebSockets."""

    FRAME = "frames"
    CLOSE = "closed connections"
    HANDSHAKE = "refused handshakes"


@dataclass(frozen=True)
class Situation:
    """An answer over HTTP.

    ``entry`` is what it is where the body can be read, ``by_status`` what it is where only the status is
    left. Both are None for what is no error. Of half an answer either is right in any hand.
    """

    name: str
    group: Group
    answer: Answer
    entry: str | None
    by_status: str | None


@dataclass(frozen=True)
class StreamSituation:
    """What happens on a WebSocket of ``broker``, and the entry that it is; None for what is no error.

    ``also`` is as right: not every client tells the two apart. A refused handshake has its ``channel``.
    """

    name: str
    broker: BrokerId
    group: StreamGroup
    stream: Stream
    entry: str | None
    also: tuple[str | None, ...] = ()
    channel: str | None = None


ALPACA_STATUSES = {
    400: "alpaca.bad_request",
    401: "alpaca.unauthorized_unrecognized",
    403: "alpaca.forbidden_unrecognized",
    404: "alpaca.not_found",
    409: "alpaca.conflict",
    410: "alpaca.gone",
    422: "alpaca.unprocessable_request",
    429: "alpaca.rate_limit",
    500: "alpaca.internal_server_error",
    502: "alpaca.bad_gateway",
    503: "alpaca.service_unavailable",
    504: "alpaca.gateway_timeout",
}
"""What each status is where nothing else is known."""

TRADOVATE_STATUSES = {
    400: "tradovate.bad_request",
    401: "tradovate.unauthorized",
    403: "tradovate.forbidden",
    404: "tradovate.not_found",
    423: "tradovate.lockout_warning",
    429: "tradovate.too_many_requests",
    500: "tradovate.internal_server_error",
    502: "tradovate.bad_gateway",
    503: "tradovate.service_unavailable",
    504: "tradovate.gateway_timeout",
}

OTHER_CLIENT_ERRORS = (405, 406, 408, 411, 413, 414, 415, 418, 425, 426, 428, 431, 451)
OTHER_SERVER_ERRORS = (501, 505, 507, 508, 511, 520, 521, 522, 523, 524, 525, 526, 529, 530)
"""Statuses that no entry names one by one: of servers, proxies and Cloudflare."""

ORDER = '{"id":"00000000-0000-4000-8000-000000000001","status":"accepted","symbol":"SPY","qty":"1"}'


def alpaca_situations() -> list[Situation]:
    """What Alpaca's REST API and what stands before it may answer."""
    return [
        *_recorded("alpaca", ALPACA_STATUSES),
        *_unknown("alpaca", ALPACA_STATUSES),
        *_gateway("alpaca", ALPACA_STATUSES),
        *_empty("alpaca", ALPACA_STATUSES),
        *_compressed("alpaca", ALPACA_STATUSES),
        *_faults(ALPACA_STATUSES),
        *_successes(ORDER, "[]", '[{"id":"00000000-0000-4000-8000-000000000009","status":200}]'),
    ]


def tradovate_situations() -> list[Situation]:
    """What Tradovate's REST API and what stands before it may answer; its refusals often come with a 200."""
    return [
        *_recorded("tradovate", TRADOVATE_STATUSES),
        *_gateway("tradovate", TRADOVATE_STATUSES),
        *_empty("tradovate", TRADOVATE_STATUSES),
        *_faults(TRADOVATE_STATUSES),
        *_successes('{"orderId":400000000001}', "[]", '{"s":"ok","d":[]}'),
    ]


def _recorded(broker: BrokerId, statuses: dict[int, str]) -> Iterator[Situation]:
    """The corpus's bodies that a broker sent; those of Tradovate whose status is unknown came with a 200."""
    for row in payloads():
        status = row.status or (200 if broker == "tradovate" else None)
        is_body = row.shape == "json-body" and _is_body(row.text)
        if row.broker != broker or row.is_negative or status is None or not is_body:
            continue
        if status == 200 or status >= 400:
            headers = HTML if row.text.startswith("<") else {"Content-Type": "application/json"}
            answer = Answer(status, row.text, headers)
            entry = row.wanted_with_status
            name = f"{status} {entry}, line {row.line} of the corpus"
            yield Situation(name, Group.RECORDED, answer, entry, statuses.get(status))


def _is_body(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return text.startswith("<html>")
    return True


def _unknown(broker: BrokerId, statuses: dict[int, str]) -> Iterator[Situation]:
    for status, entry in statuses.items():
        body = '{"message":"a sentence that nobody has seen yet"}'
        yield Situation(
            f"{status} with an unknown sentence", Group.UNKNOWN, Answer(status, body), entry, entry
        )
    for status, kind in _other_statuses():
        entry = f"{broker}.other_{kind}_error"
        yield Situation(f"{status}", Group.UNKNOWN, Answer(status, "{}"), entry, entry)


def _other_statuses() -> Iterator[tuple[int, str]]:
    yield from ((status, "client") for status in OTHER_CLIENT_ERRORS)
    yield from ((status, "server") for status in OTHER_SERVER_ERRORS)


def _gateway(broker: BrokerId, statuses: dict[int, str]) -> Iterator[Situation]:
    pages = {
        403: "<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1>"
        "</center>\r\n</body>\r\n</html>\r\n",
        429: "<html><head><title>429 Too Many Requests</title></head><body><h1>429 Too Many Requests</h1>"
        "</body></html>",
        500: "<html><head><title>500 Internal Server Error</title></head><body></body></html>",
        502: "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad "
        "Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n",
        503: "<html><body><b>Http/1.1 Service Unavailable</b></body> </html>",
        504: "<html>\r\n<head><title>504 Gateway Time-out</title></head>\r\n<body>\r\n<center><h1>504 "
        "Gateway Time-out</h1></center>\r\n</body>\r\n</html>\r\n",
    }
    for status, page in pages.items():
        entry = statuses[status]
        yield Situation(f"{status} page", Group.GATEWAY, Answer(status, page, HTML), entry, entry)
    texts = {502: "error code: 502", 503: "upstream connect error or disconnect/reset before headers"}
    for status, text in texts.items():
        answer = Answer(status, text, {"Content-Type": "text/plain"})
        yield Situation(f"{status} text", Group.GATEWAY, answer, statuses[status], statuses[status])
    page = (
        "<!DOCTYPE html>\n<html><head>\n<title>example.invalid | 524: A timeout occurred</title></head>\n"
        "<body><h1><span>A timeout occurred</span><span>Error code 524</span></h1></body></html>"
    )
    other = f"{broker}.other_server_error"
    yield Situation("524 page", Group.GATEWAY, Answer(524, page, HTML), other, other)


def _empty(broker: BrokerId, statuses: dict[int, str]) -> Iterator[Situation]:
    for status, entry in statuses.items():
        yield Situation(f"{status}, empty", Group.EMPTY, Answer(status, headers={}), entry, entry)


def _compressed(broker: BrokerId, statuses: dict[int, str]) -> Iterator[Situation]:
    for situation in [*_recorded(broker, statuses)][::10]:
        answer = replace(situation.answer, compressed=True)
        name = f"{situation.name}, compressed"
        yield replace(situation, name=name, group=Group.COMPRESSED, answer=answer)


def _faults(statuses: dict[int, str]) -> Iterator[Situation]:
    """No answer is no error of the broker, and half a body must not be taken for another one."""
    refusal = Answer(403, '{"code":40310000,"message":"insufficient buying power"}')
    yield Situation("reset", Group.FAULT, replace(refusal, fault=Fault.RESET), None, None)
    yield Situation("silence", Group.FAULT, replace(refusal, fault=Fault.SILENCE), None, None)
    yield Situation("cut off", Group.FAULT, replace(refusal, fault=Fault.CUT_OFF), None, statuses[403])


def _successes(*bodies: str) -> Iterator[Situation]:
    for body in bodies:
        yield Situation(f"200 {body[:24]}", Group.SUCCESS, Answer(200, body), None, None)
    yield Situation("204", Group.SUCCESS, Answer(204, headers={}), None, None)


HANDSHAKES: dict[BrokerId, dict[int, str]] = {
    "alpaca": {
        401: "alpaca.stream_handshake_refused",
        403: "alpaca.stream_handshake_refused",
        404: "alpaca.stream_wrong_address",
        429: "alpaca.stream_handshake_http_429",
        502: "alpaca.stream_handshake_failed",
        503: "alpaca.stream_handshake_failed",
    },
    "tradovate": {status: TRADOVATE_STATUSES[status] for status in (401, 403, 404, 429, 502, 503)},
}
"""What a refused handshake is, by its status."""

HANDSHAKE_CHANNELS = {"alpaca": "stream_handshake", "tradovate": "websocket"}


def stream_situations() -> list[StreamSituation]:
    """Frames, closes and refused handshakes of both brokers' streams."""
    return [*_frames(), *_closes(), *_handshakes()]


def _frames() -> Iterator[StreamSituation]:
    for row in payloads():
        if row.shape in ("stream-frame", "ws-frame") and row.text[0] in "a[{hc":
            name = f"{row.wanted or 'no error'}, line {row.line} of the corpus"
            broker: BrokerId = "alpaca" if row.broker == "alpaca" else "tradovate"
            yield StreamSituation(name, broker, StreamGroup.FRAME, Stream(greeting=(row.text,)), row.wanted)


def _closes() -> Iterator[StreamSituation]:
    bye, lost = Stream(close_reason="Bye"), Stream(close_code=None)
    yield StreamSituation("1000", "alpaca", StreamGroup.CLOSE, Stream(), None)
    yield StreamSituation(
        "lost", "alpaca", StreamGroup.CLOSE, lost, "alpaca.stream_connection_lost", also=(None,)
    )
    yield StreamSituation("1000 Bye", "tradovate", StreamGroup.CLOSE, bye, "tradovate.ws_closed_bye")
    yield StreamSituation(
        "lost", "tradovate", StreamGroup.CLOSE, lost, "tradovate.ws_connection_lost", also=(None,)
    )


def _handshakes() -> Iterator[StreamSituation]:
    page = "<html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>"
    for broker, entries in HANDSHAKES.items():
        for status, entry in entries.items():
            for kind, body in (("", ""), (" page", page.format(status))):
                yield StreamSituation(
                    f"{status}{kind}",
                    broker,
                    StreamGroup.HANDSHAKE,
                    Stream(refusal=Answer(status, body, HTML)),
                    entry,
                    channel=HANDSHAKE_CHANNELS[broker],
                )
