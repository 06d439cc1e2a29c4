"""What else clients leave in a hand: models, logs of streams, errors of decoding, bodies that nobody read."""

import asyncio
import io
import json
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from email.utils import format_datetime
from typing import Any
from uuid import UUID

import aiohttp
import broker_errors
import httpx
import pytest
import requests
import tenacity
import urllib3
from alpaca.trading.client import TradingClient
from alpaca.trading.enums import TradeEvent
from alpaca.trading.models import ClosePositionResponse, TradeUpdate
from alpaca.trading.requests import CancelOrderResponse

from tests.clients.fake_broker import HTML, Answer, Frame, Stream, http_broker, stream_broker
from tests.clients.situations import BrokerId
from tests.clients.stream_idioms import alpaca_data_stream, alpaca_trading_stream, packed

pytestmark = [
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # unread bodies stay open
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]

BUYING_POWER = Answer(403, '{"code":40310000,"message":"insufficient buying power"}')
PAGE = Answer(502, "<html><head><title>502 Bad Gateway</title></head></html>", HTML)
ORDER_ID = "00000000-0000-4000-8000-000000000001"
TIME = "2026-01-02T15:04:05+00:00"
ORDER = {
    "id": ORDER_ID,
    "client_order_id": "entry-1",
    "created_at": TIME,
    "updated_at": TIME,
    "submitted_at": TIME,
    "order_class": "simple",
    "time_in_force": "day",
    "status": "new",
    "extended_hours": False,
}


def errors_in(source: object, broker: BrokerId = "alpaca") -> list[str]:
    return [found.error.value for found in broker_errors.match_all(source, broker=broker)]


def error_in(source: object, broker: BrokerId = "alpaca") -> str | None:
    return next(iter(errors_in(source, broker)), None)


def raised(call: Callable[[], object]) -> Exception:
    try:
        call()
    except Exception as error:  # noqa: BLE001 - whatever a client may raise
        return error
    raise AssertionError("nothing was raised")


def http_error(answer: Answer) -> requests.HTTPError:
    with http_broker(lambda _: answer) as url:
        error = raised(requests.get(url, timeout=30).raise_for_status)
    assert isinstance(error, requests.HTTPError)
    return error


# Models of alpaca-py: an answer of 207 or a frame, parsed, that carries errors.


def asked(body: object, ask: Callable[[TradingClient], Any]) -> Any:
    with http_broker(lambda _: Answer(207, json.dumps(body))) as url:
        return ask(TradingClient("key", "secret", url_override=url))


def test_refused_close_of_a_position_is_its_entry() -> None:
    refusal = {"code": 40310000, "message": "account is not allowed to short"}
    models = asked([{"symbol": "NYC", "status": 403, "body": refusal}], TradingClient.close_all_positions)
    assert isinstance(models[0], ClosePositionResponse)
    assert error_in(models[0]) == "alpaca.account_not_allowed_to_short"


def test_refused_close_is_found_among_those_that_went_through() -> None:
    refusal = {"code": 40310000, "message": "account is not allowed to short"}
    closed = {"symbol": "SPY", "status": 200, "order_id": ORDER_ID, "body": ORDER}
    models = asked(
        [closed, {"symbol": "NYC", "status": 403, "body": refusal}], TradingClient.close_all_positions
    )
    assert errors_in(models) == ["alpaca.account_not_allowed_to_short"]


def test_refused_cancellation_is_what_its_status_says() -> None:
    models = asked([{"id": ORDER_ID, "status": 422}], TradingClient.cancel_orders)
    assert isinstance(models[0], CancelOrderResponse)
    assert error_in(models[0]) == error_in({"id": ORDER_ID, "status": 422})


def test_cancellations_that_went_through_are_no_error() -> None:
    assert errors_in(asked([{"id": ORDER_ID, "status": 200}], TradingClient.cancel_orders)) == []


def trade_update(event: TradeEvent) -> TradeUpdate:
    order = ORDER | {"status": "rejected" if event is TradeEvent.REJECTED else "new"}
    return TradeUpdate(event=event, execution_id=UUID(ORDER_ID), order=order, timestamp=TIME)  # type: ignore[arg-type]


def test_trade_update_of_a_rejection_is_its_entry() -> None:
    assert error_in(trade_update(TradeEvent.REJECTED)) == "alpaca.trade_update_rejected"


def test_trade_update_of_a_new_order_is_no_error() -> None:
    assert error_in(trade_update(TradeEvent.NEW)) is None


# What alpaca-py's streams log; they raise nothing.

CONNECTED = packed('[{"T":"success","msg":"connected"}]')
AUTHENTICATED = packed('[{"T":"success","msg":"authenticated"}]')
AUTHORIZED = '{"stream":"authorization","data":{"status":"authorized","action":"authenticate"}}'


def data_error(code: int, message: str) -> bytes:
    return packed(json.dumps([{"T": "error", "code": code, "msg": message}]))


@pytest.mark.parametrize(
    ("code", "message", "entry"),
    [
        (402, "auth failed", "alpaca.stream_auth_failed"),
        (404, "auth timeout", "alpaca.stream_auth_timeout"),
        (406, "connection limit exceeded", "alpaca.stream_connection_limit"),
        (409, "insufficient subscription", "alpaca.stream_insufficient_subscription"),
    ],
)
def test_error_while_a_data_stream_authenticates_is_its_entry(code: int, message: str, entry: str) -> None:
    with stream_broker(lambda: Stream((CONNECTED,), (data_error(code, message),))) as url:
        assert [error_in(line) for line in alpaca_data_stream(url)] == [entry]


@pytest.mark.parametrize(
    ("code", "message", "entry"),
    [
        (405, "symbol limit exceeded", "alpaca.stream_symbol_limit"),
        (410, "invalid subscribe action for this feed", "alpaca.stream_invalid_subscribe_action"),
        (500, "internal error", "alpaca.stream_internal_error"),
    ],
)
def test_error_that_a_data_stream_logs_with_its_code_is_its_entry(
    code: int, message: str, entry: str
) -> None:
    replies: tuple[Frame, ...] = (AUTHENTICATED, data_error(code, message))
    with stream_broker(lambda: Stream((CONNECTED,), replies)) as url:
        assert error_in(alpaca_data_stream(url)[0]) == entry


def test_trading_stream_that_may_not_listen_is_its_entry() -> None:
    refusal = AUTHORIZED.replace("authorized", "unauthorized")
    with stream_broker(lambda: Stream((), (refusal,))) as url:
        assert [error_in(line) for line in alpaca_trading_stream(url)] == [
            "alpaca.trading_stream_auth_failed"
        ]


@pytest.mark.parametrize("listen", [alpaca_data_stream, alpaca_trading_stream])
def test_refused_handshake_of_a_stream_is_logged_as_its_entry(listen: Callable[[str], list[str]]) -> None:
    with stream_broker(lambda: Stream(refusal=Answer(429, "", {}))) as url:
        assert [error_in(line) for line in listen(url)] == ["alpaca.stream_handshake_http_429"]


# Errors of decoding keep the text.


def test_json_decode_error_keeps_a_refusal_with_something_behind_it() -> None:
    with http_broker(
        lambda _: Answer(422, '{"code":40010001,"message":"client_order_id must be unique"}.')
    ) as url:
        error = raised(httpx.get(url).json)
    assert isinstance(error, json.JSONDecodeError)
    assert error_in(error) == "alpaca.client_order_id_duplicate"


def test_json_decode_error_of_a_gateways_page_is_not_a_specific_error() -> None:
    with http_broker(lambda _: PAGE) as url:
        error = raised(requests.get(url, timeout=30).json)
    assert error_in(error) in (None, "alpaca.bad_gateway")


# Several exceptions in one.


def test_retries_that_were_used_up_lead_to_the_last_error() -> None:
    with http_broker(lambda _: BUYING_POWER) as url:

        @tenacity.retry(stop=tenacity.stop_after_attempt(2))
        def call() -> None:
            requests.get(url, timeout=30).raise_for_status()

        assert error_in(raised(call)) == "alpaca.insufficient_buying_power"


def test_every_error_of_nested_groups_is_found() -> None:
    inner = ExceptionGroup("inner", [http_error(BUYING_POWER)])
    group = ExceptionGroup("outer", [inner, http_error(PAGE), ValueError("unrelated")])
    assert errors_in(group) == ["alpaca.insufficient_buying_power", "alpaca.bad_gateway"]


@pytest.mark.parametrize("collect", [list, tuple])
def test_every_error_of_a_collection_is_found(collect: Callable[[list[Exception]], object]) -> None:
    errors = collect([http_error(BUYING_POWER), http_error(PAGE)])
    assert errors_in(errors) == ["alpaca.insufficient_buying_power", "alpaca.bad_gateway"]


def test_long_chain_of_causes_leads_to_the_error() -> None:
    error: Exception = http_error(BUYING_POWER)
    for layer in range(8):
        outer = RuntimeError(f"layer {layer}")
        outer.__cause__ = error
        error = outer
    assert error_in(error) == "alpaca.insufficient_buying_power"


def test_error_that_was_being_handled_is_not_the_one_that_was_raised() -> None:
    error = ValueError("the strategy has no size")
    error.__context__ = http_error(BUYING_POWER)
    assert error_in(error) is None


# Matching fetches nothing, takes nothing away, and says what was not there.


def body_of(source: object) -> str:
    found = broker_errors.match(source, broker="alpaca")
    assert found is not None
    return found.report.body


def test_body_that_urllib_holds_can_still_be_read_by_the_caller() -> None:
    with http_broker(lambda _: BUYING_POWER) as url:
        error = raised(lambda: urllib.request.urlopen(url, timeout=30))
        assert isinstance(error, urllib.error.HTTPError)
        assert error_in(error) == "alpaca.insufficient_buying_power"
        assert error.read() == BUYING_POWER.payload()
        error.close()


def test_body_that_urllib_holds_can_be_matched_twice() -> None:
    with http_broker(lambda _: BUYING_POWER) as url:
        error = raised(lambda: urllib.request.urlopen(url, timeout=30))
        assert [error_in(error), error_in(error)] == ["alpaca.insufficient_buying_power"] * 2


def test_body_that_urllib_has_half_given_is_left_to_the_caller() -> None:
    with http_broker(lambda _: BUYING_POWER) as url:
        error = raised(lambda: urllib.request.urlopen(url, timeout=30))
        assert isinstance(error, urllib.error.HTTPError)
        begun = error.read(5)
        error_in(error)
        assert begun + error.read() == BUYING_POWER.payload()
        error.close()


def test_compressed_body_that_urllib_leaves_compressed_is_read() -> None:
    with http_broker(lambda _: replace(BUYING_POWER, compressed=True)) as url:
        error = raised(lambda: urllib.request.urlopen(url, timeout=30))
        assert error_in(error) == "alpaca.insufficient_buying_power"
        assert isinstance(error, urllib.error.HTTPError)
        error.close()


def test_unread_body_of_urllib3_is_not_fetched() -> None:
    with http_broker(lambda _: BUYING_POWER) as url:
        response = urllib3.request("GET", url, preload_content=False, retries=False, timeout=30)
        assert body_of(response) == "unread"
        assert response.read() == BUYING_POWER.payload()


def test_unread_body_of_requests_is_not_fetched() -> None:
    with http_broker(lambda _: BUYING_POWER) as url, requests.get(url, stream=True, timeout=30) as response:
        assert body_of(response) == "unread"
        assert response.raw.read() == BUYING_POWER.payload()


def test_unread_body_of_httpx_is_not_fetched() -> None:
    with http_broker(lambda _: BUYING_POWER) as url, httpx.stream("GET", url) as response:
        assert body_of(response) == "unread"
        assert response.read() == BUYING_POWER.payload()


def test_unread_body_of_aiohttp_is_not_fetched() -> None:
    async def ask(url: str) -> tuple[str, bytes]:
        async with aiohttp.ClientSession() as session, session.get(url) as response:
            return body_of(response), await response.read()

    with http_broker(lambda _: BUYING_POWER) as url:
        assert asyncio.run(ask(url)) == ("unread", BUYING_POWER.payload())


def test_empty_body_is_not_an_unread_one() -> None:
    assert body_of(http_error(Answer(403, headers={}))) == "empty"


# Headers come through every client.


def headed(url: str) -> dict[str, object]:
    """What a response and an error of each client leave, by the client's name."""

    async def ask() -> aiohttp.ClientResponse:
        async with aiohttp.ClientSession() as session, session.get(url) as response:
            await response.read()
            return response

    return {
        "requests": requests.get(url, timeout=30),
        "httpx": httpx.get(url),
        "aiohttp": asyncio.run(ask()),
        "urllib": raised(lambda: urllib.request.urlopen(url, timeout=30)),
        "urllib3": urllib3.request("GET", url, retries=False, timeout=30),
    }


CLIENTS = pytest.mark.parametrize("client", ["requests", "httpx", "aiohttp", "urllib", "urllib3"])
BUSY = '{"message":"too many requests."}'


def told(client: str, headers: dict[str, str]) -> broker_errors.Match[broker_errors.BrokerError]:
    with http_broker(lambda _: Answer(429, BUSY, headers)) as url:
        found = broker_errors.match(headed(url)[client], broker="alpaca")
    assert found is not None
    return found


@CLIENTS
def test_request_id_is_told(client: str) -> None:
    assert told(client, {"X-Request-ID": "abc123"}).report.request_id == "abc123"


@CLIENTS
def test_wait_that_a_header_states_is_told(client: str) -> None:
    assert told(client, {"Retry-After": "7"}).advice("GET /v2/orders").wait_seconds == 7


def test_wait_until_a_date_is_told() -> None:
    until = format_datetime(datetime.fromtimestamp(1_800_000_007).astimezone(), usegmt=False)
    found = told("requests", {"Retry-After": until})
    assert found.advice("GET /v2/orders", now=1_800_000_000).wait_seconds == 7


@pytest.mark.parametrize("stated", ["-5", "nan", "1e300", "soon"])
def test_wait_that_cannot_be_is_the_tables(stated: str) -> None:
    usual = told("requests", {}).advice("GET /v2/orders").wait_seconds
    assert told("requests", {"Retry-After": stated}).advice("GET /v2/orders").wait_seconds == usual


def test_urllib_error_of_a_file_that_is_closed_is_the_status() -> None:
    error = urllib.error.HTTPError("http://127.0.0.1/v2/orders", 403, "Forbidden", {}, io.BytesIO(b"{}"))  # type: ignore[arg-type]
    error.close()
    assert error_in(error) == "alpaca.forbidden_unrecognized"
