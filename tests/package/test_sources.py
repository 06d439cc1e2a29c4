"""Whatever one holds when it goes wrong is read by its shape: exceptions, responses, bodies, bytes, text."""

import gzip
import io
import json
import urllib.error
from collections import OrderedDict
from collections.abc import Callable, Iterator
from email.message import Message
from itertools import pairwise
from types import SimpleNamespace
from unittest.mock import MagicMock

import broker_errors
import pytest
from broker_errors import MatchedOn

from tests.package.fakes import (
    AlpacaPyAPIError,
    AlpacaTradeAPIError,
    BatchItem,
    Close,
    ConnectionClosed,
    EndlessList,
    HandshakeResponse,
    HttpxResponse,
    HttpxStatusError,
    InvalidStatus,
    RequestsConnectionError,
    RequestsHTTPError,
    RequestsResponse,
    alpaca_error,
)
from tests.package.support import BUYING_POWER, NOT_FRACTIONABLE, SHORTING, ask, ask_all, error_of, found

REQUEST_ID = "00000000000040008000000000000001"
ALPACA_URL = "https://paper-api.alpaca.markets/v2/orders"
NGINX_PAGE = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>"
"""Which page it is does not matter: only its status is read."""


class TestAlpacaPy:
    """``alpaca.common.exceptions.APIError``."""

    def test_body_is_read(self) -> None:
        match = found(alpaca_error(403, BUYING_POWER))
        assert match.error is broker_errors.AlpacaError.INSUFFICIENT_BUYING_POWER
        assert match.params == {"buying_power": "607.24", "cost_basis": "50007.2"}

    def test_status_comes_from_the_response_although_it_is_false(self) -> None:
        assert found(alpaca_error(403, BUYING_POWER)).report.status == 403

    def test_request_id_comes_from_the_header(self) -> None:
        assert (
            found(alpaca_error(403, SHORTING, {"X-Request-ID": REQUEST_ID})).report.request_id == REQUEST_ID
        )

    def test_error_without_a_response_is_read_from_its_text(self) -> None:
        match = found(AlpacaPyAPIError(BUYING_POWER))
        assert (match.error.value, match.report.status) == ("alpaca.insufficient_buying_power", None)

    @pytest.mark.parametrize("body", [NGINX_PAGE, "", "{", "null"], ids=["page", "empty", "broken", "null"])
    def test_body_that_its_properties_fail_on_leaves_the_status(self, body: str) -> None:
        match = found(alpaca_error(502, body))
        assert (match.error.value, match.matched_on) == ("alpaca.bad_gateway", MatchedOn.STATUS)

    def test_body_without_a_code_is_read(self) -> None:
        assert error_of(alpaca_error(403, '{"message": "forbidden."}')) == "alpaca.forbidden"

    def test_module_names_the_broker(self) -> None:
        assert error_of(alpaca_error(503, "")) == "alpaca.service_unavailable"

    def test_one_error_is_one_match_although_it_can_be_read_in_several_places(self) -> None:
        assert len(list(broker_errors.match_all(alpaca_error(403, BUYING_POWER)))) == 1


class TestAlpacaTradeApi:
    """``alpaca_trade_api.rest.APIError``."""

    def test_body_is_read_where_the_text_holds_the_message_alone(self) -> None:
        error = AlpacaTradeAPIError(json.loads(BUYING_POWER))
        assert str(error) == "insufficient buying power"
        assert found(error).params == {"buying_power": "607.24", "cost_basis": "50007.2"}

    def test_code_and_status_are_read(self) -> None:
        response = RequestsResponse(403, BUYING_POWER)
        report = found(AlpacaTradeAPIError(json.loads(BUYING_POWER), RequestsHTTPError(response))).report
        assert (report.code, report.status) == ("40310000", 403)

    def test_body_without_a_code_is_read(self) -> None:
        message = "subscription does not permit querying recent SIP data"
        assert error_of(AlpacaTradeAPIError({"message": message})) == "alpaca.sip_subscription_required"


class TestRequests:
    """Responses and exceptions of requests."""

    def test_response_is_read(self) -> None:
        match = found(RequestsResponse(403, NOT_FRACTIONABLE))
        assert (match.error.value, match.params) == ("alpaca.asset_not_fractionable", {"symbol": "CWVX"})

    def test_response_of_an_error_is_read_although_it_is_false(self) -> None:
        assert not RequestsResponse(503)
        assert error_of(RequestsResponse(503), broker="tradovate") == "tradovate.service_unavailable"

    def test_http_error_is_read_through_its_response(self) -> None:
        assert (
            error_of(RequestsHTTPError(RequestsResponse(403, SHORTING)))
            == "alpaca.account_not_allowed_to_short"
        )

    def test_streamed_body_is_not_fetched(self) -> None:
        response = RequestsResponse(503, SHORTING, streamed=True)
        match = found(response, broker="alpaca")
        assert (match.error.value, response.fetched) == ("alpaca.service_unavailable", False)

    def test_address_names_the_broker(self) -> None:
        assert error_of(RequestsResponse(503, url=ALPACA_URL)) == "alpaca.service_unavailable"

    def test_address_of_someone_else_names_no_broker(self) -> None:
        assert error_of(RequestsResponse(503)) is None

    def test_good_answer_is_no_error(self) -> None:
        body = '{"id":"00000000-0000-4000-8000-000000000001","status":"accepted"}'
        assert error_of(RequestsResponse(200, body, url=ALPACA_URL)) is None

    def test_business_error_under_status_200_is_read(self) -> None:
        response = RequestsResponse(200, '{"failureReason":"LiquidationOnly"}')
        assert error_of(response) == "tradovate.liquidation_only"

    def test_timeout_of_the_client_is_no_answer_of_the_broker(self) -> None:
        error = RequestsConnectionError(
            "HTTPSConnectionPool(host='paper-api.alpaca.markets', port=443): Read timed out."
        )
        assert error_of(error, broker="alpaca") is None

    def test_header_names_are_found_in_any_case(self) -> None:
        report = found(
            RequestsResponse(403, SHORTING, {"X-REQUEST-ID": REQUEST_ID, "Retry-After": "7"})
        ).report
        assert (report.request_id, report.headers["retry-after"]) == (REQUEST_ID, "7")


class TestHttpx:
    """Responses and exceptions of httpx."""

    def test_response_is_read(self) -> None:
        assert error_of(HttpxResponse(403, SHORTING)) == "alpaca.account_not_allowed_to_short"

    def test_unread_stream_leaves_the_status(self) -> None:
        match = found(HttpxResponse(503, streamed=True), broker="alpaca")
        assert (match.error.value, match.report.fields) == ("alpaca.service_unavailable", {})

    def test_status_error_is_read_through_its_response(self) -> None:
        assert (
            error_of(HttpxStatusError(HttpxResponse(403, SHORTING))) == "alpaca.account_not_allowed_to_short"
        )

    def test_status_error_of_an_unread_stream_leaves_the_status(self) -> None:
        error = HttpxStatusError(HttpxResponse(504, streamed=True))
        assert error_of(error, broker="tradovate") == "tradovate.gateway_timeout"

    def test_address_that_is_no_text_names_the_broker(self) -> None:
        response = HttpxResponse(503, url="https://demo.tradovateapi.com/v1/order/list")
        assert error_of(response) == "tradovate.service_unavailable"


class TestUrllib:
    """``urllib.error.HTTPError``, which is exception and response at once."""

    @staticmethod
    def error(status: int, reason: str, body: io.BytesIO, **headers: str) -> urllib.error.HTTPError:
        message = Message()
        for name, value in headers.items():
            message[name.replace("_", "-")] = value
        return urllib.error.HTTPError(ALPACA_URL, status, reason, message, body)

    def test_status_is_read(self) -> None:
        with self.error(503, "Service Unavailable", io.BytesIO()) as error:
            match = found(error, broker="alpaca")
            assert (match.error.value, match.report.status) == ("alpaca.service_unavailable", 503)

    def test_body_is_read_and_can_still_be_read_by_its_owner(self) -> None:
        with self.error(403, "Forbidden", io.BytesIO(SHORTING.encode())) as error:
            assert error_of(error) == "alpaca.account_not_allowed_to_short"
            assert error_of(error) == "alpaca.account_not_allowed_to_short"
            assert error.read() == SHORTING.encode()

    def test_its_own_headers_are_read(self) -> None:
        headers = {"X_Request_ID": REQUEST_ID, "X_RateLimit_Reset": "1700000120"}
        with self.error(429, "Too Many Requests", io.BytesIO(), **headers) as error:
            match = found(error, broker="alpaca")
            assert (match.report.request_id, match.advice(now=1_700_000_000).wait_seconds) == (
                REQUEST_ID,
                120,
            )

    def test_its_own_address_names_the_broker(self) -> None:
        with self.error(503, "Service Unavailable", io.BytesIO()) as error:
            assert error_of(error) == "alpaca.service_unavailable"


class TestWebsockets:
    """Exceptions of the websockets package."""

    def test_reason_of_a_close_is_read(self) -> None:
        error = ConnectionClosed(Close(1000, "Bye"))
        assert error_of(error, broker="tradovate") == "tradovate.ws_closed_bye"

    def test_close_without_a_frame_is_a_lost_connection(self) -> None:
        assert error_of(ConnectionClosed(None), broker="alpaca") == "alpaca.stream_connection_lost"

    def test_close_without_a_frame_is_nobodys(self) -> None:
        assert error_of(ConnectionClosed(None)) is None

    def test_refused_handshake_is_read_through_its_response(self) -> None:
        response = HandshakeResponse(429, {"Retry-After": "9"}, b'{"message": "too many requests."}')
        match = found(InvalidStatus(response), broker="alpaca")
        assert (match.error.value, match.report.status) == ("alpaca.rate_limit", 429)

    def test_refused_handshake_without_a_body_leaves_the_status(self) -> None:
        assert (
            error_of(InvalidStatus(HandshakeResponse(403, {}, None)), broker="tradovate")
            == "tradovate.forbidden"
        )


class OrderFailed(Exception):
    """An exception of a trading program's own."""


def chained(*errors: BaseException) -> BaseException:
    """The first of the errors, each caused by the next."""
    for error, cause in pairwise(errors):
        error.__cause__ = cause
    return errors[0]


class TestChains:
    """Exceptions that were raised from others."""

    def test_cause_is_read(self) -> None:
        error = chained(OrderFailed("no order"), alpaca_error(403, SHORTING))
        assert error_of(error) == "alpaca.account_not_allowed_to_short"

    def test_cause_of_a_cause_is_read(self) -> None:
        error = chained(OrderFailed("outer"), RuntimeError("inner"), alpaca_error(403, SHORTING))
        assert error_of(error) == "alpaca.account_not_allowed_to_short"

    def test_outermost_comes_first(self) -> None:
        error = chained(alpaca_error(403, SHORTING), alpaca_error(403, NOT_FRACTIONABLE))
        assert error_of(error) == "alpaca.account_not_allowed_to_short"

    def test_all_of_a_chain_can_be_had(self) -> None:
        error = chained(alpaca_error(403, SHORTING), alpaca_error(403, NOT_FRACTIONABLE))
        assert {match.error.value for match in broker_errors.match_all(error)} == {
            "alpaca.account_not_allowed_to_short",
            "alpaca.asset_not_fractionable",
        }

    def test_circle_comes_to_an_end(self) -> None:
        first, second = OrderFailed("first"), OrderFailed("second")
        assert error_of(chained(first, second, first), broker="alpaca") is None

    def test_cause_that_cannot_be_tested_for_truth_is_read(self) -> None:
        class Touchy(AlpacaPyAPIError):
            def __bool__(self) -> bool:
                raise RuntimeError("no truth value")

        assert (
            error_of(chained(OrderFailed("no order"), Touchy(SHORTING)))
            == "alpaca.account_not_allowed_to_short"
        )

    def test_timeout_is_not_taken_for_the_refusal_that_was_being_handled(self) -> None:
        def refused_then_timed_out() -> None:
            try:
                raise alpaca_error(403, BUYING_POWER)
            except AlpacaPyAPIError:
                raise RequestsConnectionError("Read timed out.")  # noqa: B904  # of a second, smaller order

        with pytest.raises(RequestsConnectionError) as raised:
            refused_then_timed_out()
        assert error_of(raised.value, broker="alpaca") is None


class TestBatchItems:
    """Items of a 207 answer, for which SDKs raise nothing."""

    def test_item_that_failed_is_read(self) -> None:
        match = found(BatchItem(403, json.loads(SHORTING)), broker="alpaca")
        assert (match.error.value, match.report.status) == ("alpaca.account_not_allowed_to_short", 403)

    def test_item_that_succeeded_is_no_error(self) -> None:
        assert (
            error_of(BatchItem(200, {"id": "00000000-0000-4000-8000-000000000001"}), broker="alpaca") is None
        )


TYPOGRAPHIC = NOT_FRACTIONABLE.replace('\\"CWVX\\"', "“CWVX”")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TYPOGRAPHIC.encode(), id="UTF-8"),
        pytest.param(TYPOGRAPHIC.encode("utf-8-sig"), id="UTF-8 with a mark"),
        pytest.param(b"\xff\xfe" + TYPOGRAPHIC.encode("utf-16-le"), id="UTF-16 little-endian"),
        pytest.param(b"\xfe\xff" + TYPOGRAPHIC.encode("utf-16-be"), id="UTF-16 big-endian"),
        pytest.param(TYPOGRAPHIC.encode("cp1252"), id="Windows-1252"),
        pytest.param(bytearray(TYPOGRAPHIC.encode()), id="bytearray"),
        pytest.param(memoryview(TYPOGRAPHIC.encode()), id="memoryview"),
        pytest.param(gzip.compress(TYPOGRAPHIC.encode()), id="gzip"),
        pytest.param(gzip.compress(TYPOGRAPHIC.encode())[:-4], id="gzip, the last bytes missing"),
    ],
)
def test_bytes_are_read_in_their_encoding(data: object) -> None:
    match = found(data)
    assert (match.error.value, match.params) == ("alpaca.asset_not_fractionable", {"symbol": "CWVX"})


def test_bytes_that_only_begin_like_gzip_are_read_as_they_are() -> None:
    assert found(b"\x1f\x8b\n" + NOT_FRACTIONABLE.encode()).error == "alpaca.asset_not_fractionable"


def test_of_what_unpacks_to_very_much_the_beginning_is_read() -> None:
    match = found(gzip.compress(TYPOGRAPHIC.encode() + b" " * 100_000_000))
    assert (match.error.value, match.report.truncated) == ("alpaca.asset_not_fractionable", True)


class Text(str):
    """A subclass of str that has its own ideas."""

    __slots__ = ()

    def strip(self, *_: object) -> str:
        raise RuntimeError

    def __str__(self) -> str:
        return "something else"


class LyingDict(dict[str, object]):
    """A subclass of dict whose methods do not tell what it holds."""

    def __len__(self) -> int:
        return 0

    def __contains__(self, key: object) -> bool:
        return False

    def __iter__(self) -> Iterator[str]:
        raise RuntimeError

    def items(self) -> object:  # type: ignore[override]
        raise RuntimeError

    def get(self, *_: object) -> object:
        raise RuntimeError


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(SHORTING, id="text"),
        pytest.param(Text(SHORTING), id="subclass of str"),
        pytest.param(json.loads(SHORTING), id="dict"),
        pytest.param(OrderedDict(json.loads(SHORTING)), id="OrderedDict"),
        pytest.param(LyingDict(json.loads(SHORTING)), id="dict that lies"),
        pytest.param([json.loads(SHORTING)], id="list"),
        pytest.param((403, SHORTING), id="tuple of status and text"),
        pytest.param({"detail": {"upstream": [SHORTING.encode()]}}, id="bytes deep inside"),
        pytest.param(SimpleNamespace(status=403, text=SHORTING), id="object with status and text"),
        pytest.param(
            SimpleNamespace(status_code=403, body=json.loads(SHORTING)), id="object with a parsed body"
        ),
        pytest.param(MagicMock(status_code=403, text=SHORTING), id="mock of a response"),
        pytest.param(Exception(SHORTING), id="exception with the body as its text"),
        pytest.param(Exception(403, SHORTING), id="exception with the body among its arguments"),
    ],
)
def test_payload_is_found_in(source: object) -> None:
    assert error_of(source) == "alpaca.account_not_allowed_to_short"


class RaisesOnUnknownAttribute:
    def __getattr__(self, name: str) -> object:
        raise RuntimeError(name)


class RaisesOnAnyAttribute:
    def __getattribute__(self, name: str) -> object:
        raise RuntimeError(name)


class UnboundProxy:
    """Like a context-local proxy outside of its context: it cannot even say what it is."""

    def _fail(self) -> type:
        raise RuntimeError("working outside of context")

    __class__ = property(_fail)


class RaisesAsText(Exception):
    def __str__(self) -> str:
        raise RuntimeError


class NoTextAsText(Exception):
    def __str__(self) -> str:
        return 1  # type: ignore[return-value]  # noqa: PLE0307


class RaisesInExceptionAttributes(Exception):
    def __getattribute__(self, name: str) -> object:
        raise RuntimeError(name)


class RaisesOnTruth(Exception):
    def __bool__(self) -> bool:
        raise RuntimeError


class RaisesInHeaders:
    status_code = 503

    @property
    def headers(self) -> object:
        return SimpleNamespace(items=self._items)

    def _items(self) -> object:
        raise RuntimeError


class RaisingKeys(dict[object, object]):
    class Key:
        def __str__(self) -> str:
            raise RuntimeError

    def __init__(self) -> None:
        super().__init__({self.Key(): "value"})


class RaisingList(list[object]):
    def __iter__(self) -> Iterator[object]:
        raise RuntimeError


class IncomparableStatus(int):
    def __le__(self, other: object) -> bool:
        raise RuntimeError

    __ge__ = __lt__ = __gt__ = __le__


def self_referential_list() -> list[object]:
    items: list[object] = [SHORTING[:20]]
    items.extend([items, items])
    return items


def self_referential_dict() -> dict[str, object]:
    body: dict[str, object] = {"message": "x"}
    body.update(error=body, errors=[body, body])
    return body


def deep_list() -> list[object]:
    items: list[object] = []
    for _ in range(100_000):
        items = [items]
    return items


def released_memoryview() -> memoryview:
    view = memoryview(b"{}")
    view.release()
    return view


def exception_that_is_its_own_response() -> Exception:
    error = Exception("x")
    error.response = error  # type: ignore[attr-defined]
    return error


HOSTILE: dict[str, Callable[[], object]] = {
    "no unknown attribute": RaisesOnUnknownAttribute,
    "no attribute at all": RaisesOnAnyAttribute,
    "unbound proxy": UnboundProxy,
    "exception without a text": RaisesAsText,
    "exception whose text is none": NoTextAsText,
    "exception without attributes": RaisesInExceptionAttributes,
    "exception without a truth value": RaisesOnTruth,
    "headers that raise": RaisesInHeaders,
    "keys that raise": RaisingKeys,
    "list that raises": RaisingList,
    "mock": MagicMock,
    "list that holds itself": self_referential_list,
    "dict that holds itself": self_referential_dict,
    "very deep list": deep_list,
    "released memoryview": released_memoryview,
    "exception that is its own response": exception_that_is_its_own_response,
    "bare object": object,
    "status that cannot be compared": lambda: SimpleNamespace(status_code=IncomparableStatus(503)),
    "status that is a truth value": lambda: SimpleNamespace(status_code=True, text=b"\xff\xfe\x00"),
    "class": lambda: Exception,
    "interrupt": lambda: KeyboardInterrupt(SHORTING[:10]),
    "huge number": lambda: 10**6000,
    "huge numbers in a body": lambda: {"code": 10**6000, "message": 10**6000, "s": 10**6000, "i": 1},
    "numbers that are none": lambda: {"code": float("nan"), "message": float("inf")},
    "keys of other types": lambda: {1: {None: {(): [b"\xed\xa0\x80", "\ud800"]}}},
    "iterator": lambda: iter([SHORTING]),
    "None": lambda: None,
}


def wrapped_plain(source: object) -> object:
    return source


def wrapped_in_a_list(source: object) -> object:
    return [source]


def wrapped_in_a_dict(source: object) -> object:
    return {"message": source, "response_status_code": source, "response_text": source}


def wrapped_as_response(source: object) -> object:
    error = RuntimeError("x")
    error.response = source  # type: ignore[attr-defined]
    return error


def wrapped_as_body(source: object) -> object:
    return SimpleNamespace(status_code=503, text=source, headers=source, url=source)


@pytest.mark.parametrize("broker", [None, "alpaca", "tradovate"])
@pytest.mark.parametrize(
    "wrapped",
    [
        wrapped_plain,
        wrapped_in_a_list,
        wrapped_in_a_dict,
        wrapped_as_response,
        wrapped_as_body,
    ],
    ids=lambda wrapped: wrapped.__name__.removeprefix("wrapped_"),
)
@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_hostile_object_raises_nothing(
    hostile: Callable[[], object], wrapped: Callable[[object], object], broker: str | None
) -> None:
    list(ask_all(wrapped(hostile()), broker=broker))


@pytest.mark.parametrize(
    "hostile",
    [RaisesAsText, NoTextAsText, RaisesInExceptionAttributes, RaisesOnTruth],
    ids=lambda h: h.__name__,
)
def test_hostile_cause_raises_nothing(hostile: type[Exception]) -> None:
    list(broker_errors.match_all(chained(OrderFailed("x"), hostile(), OrderFailed("y")), broker="alpaca"))


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_hostile_object_raises_nothing_in_matches(hostile: Callable[[], object]) -> None:
    broker_errors.AlpacaError.UNAUTHORIZED.matches(hostile())


def test_list_that_never_ends_is_left_in_time() -> None:
    endless = EndlessList(SHORTING)
    broker_errors.match(endless)
    assert endless.asked < 100_000


def test_payload_in_front_of_something_hostile_is_still_found() -> None:
    assert error_of([SHORTING, RaisesOnAnyAttribute()]) == "alpaca.account_not_allowed_to_short"


@pytest.mark.parametrize("status", ["x", "99", 99, 600, -1, 2.5, True, []], ids=repr)
def test_status_that_is_none_is_ignored(status: object) -> None:
    assert ask("", broker="alpaca", status=status) is None


@pytest.mark.parametrize("channel", ["", "Rest", "telex", 5, [], b"rest"], ids=repr)
def test_channel_that_does_not_exist_is_refused(channel: object) -> None:
    with pytest.raises(ValueError, match="there is no channel"):
        ask(SHORTING, channel=channel)


def test_misspelled_channel_is_answered_with_the_closest_one() -> None:
    with pytest.raises(ValueError, match="did you mean 'market_data_stream'"):
        ask(SHORTING, broker="alpaca", channel="market_data_steam")


def test_channel_of_another_broker_is_refused() -> None:
    with pytest.raises(ValueError, match="there is no channel 'websocket'"):
        ask(SHORTING, broker="alpaca", channel="websocket")
