"""How a report is recognized, what a match says, and what the package offers."""

import copy
import inspect
import json
import pickle
import pydoc
import re
import subprocess
import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Any

import broker_errors
import pytest
from broker_errors import (
    Actor,
    AlpacaCode,
    AlpacaError,
    AlpacaStreamCode,
    BrokerError,
    Category,
    EntryInfo,
    Evidence,
    Match,
    MatchedOn,
    Outcome,
    Report,
    Retry,
    TradovateError,
    TradovateOrderCode,
    TradovateShutdownCode,
    TradovateSignUpCode,
    TradovateSubscriptionCode,
    When,
    alpaca,
    tradovate,
)

from tests.package.fakes import RequestsResponse
from tests.package.support import (
    BUYING_POWER,
    GENERATED,
    NOT_FRACTIONABLE,
    SHORTING,
    ask_all,
    catalog_entries,
    error_of,
    found,
)

NEW_WORDING = "a wording that no entry names"


def body(message: str, code: int | None = None) -> str:
    """A body of Alpaca's REST APIs."""
    return json.dumps({"message": message} if code is None else {"code": code, "message": message})


class TestWhatDecides:
    """The message decides before the code, and the code before the status."""

    @pytest.mark.parametrize("code", [40310000, 42210000, 40010001, 50010000])
    def test_message_decides_whatever_the_code(self, code: int) -> None:
        match = found(body("insufficient buying power", code), broker="alpaca")
        assert (match.error, match.matched_on) == (AlpacaError.INSUFFICIENT_BUYING_POWER, MatchedOn.MESSAGE)

    @pytest.mark.parametrize("status", [200, 403, 422, 500, 503])
    def test_message_decides_whatever_the_status(self, status: int) -> None:
        match = found(body("insufficient buying power"), broker="alpaca", status=status)
        assert (match.error, match.matched_on) == (AlpacaError.INSUFFICIENT_BUYING_POWER, MatchedOn.MESSAGE)

    def test_code_decides_where_the_message_is_unknown(self) -> None:
        match = found(body(NEW_WORDING, 40310000), broker="alpaca")
        assert (match.error, match.matched_on) == (AlpacaError.FORBIDDEN_UNRECOGNIZED, MatchedOn.CODE)

    def test_code_decides_over_the_status(self) -> None:
        match = found(body(NEW_WORDING, 40310000), broker="alpaca", status=422)
        assert (match.error, match.matched_on) == (AlpacaError.FORBIDDEN_UNRECOGNIZED, MatchedOn.CODE)

    def test_status_decides_where_message_and_code_are_unknown(self) -> None:
        match = found(body(NEW_WORDING, 42299999), broker="alpaca", status=422)
        assert (match.error, match.matched_on) == (AlpacaError.UNPROCESSABLE_REQUEST, MatchedOn.STATUS)

    def test_status_within_an_unlisted_code_decides_where_there_is_no_other(self) -> None:
        match = found(body(NEW_WORDING, 42299999), broker="alpaca")
        assert (match.error, match.matched_on) == (AlpacaError.UNPROCESSABLE_REQUEST, MatchedOn.STATUS)

    def test_stated_status_counts_before_the_one_within_an_unlisted_code(self) -> None:
        match = found(body(NEW_WORDING, 42299999), broker="alpaca", status=403)
        assert (match.error, match.matched_on) == (AlpacaError.FORBIDDEN_UNRECOGNIZED, MatchedOn.STATUS)

    def test_unlisted_code_names_no_broker(self) -> None:
        assert broker_errors.match(body(NEW_WORDING, 42299999)) is None

    def test_status_decides_where_there_is_no_body(self) -> None:
        match = found("", broker="alpaca", status=504)
        assert (match.error, match.matched_on) == (AlpacaError.GATEWAY_TIMEOUT, MatchedOn.STATUS)

    def test_body_field_decides_where_the_vendor_has_no_code(self) -> None:
        match = found({"p-ticket": "ticket-00000001", "p-time": 15}, broker="tradovate")
        assert (match.error, match.matched_on) == (TradovateError.PENALTY_TICKET, MatchedOn.FIELD)

    def test_text_refines_a_reason_that_says_nothing(self) -> None:
        refused = {"failureReason": "UnknownReason", "failureText": "Access is denied"}
        match = found(refused, broker="tradovate")
        assert (match.error, match.matched_on) == (TradovateError.ORDER_ACCESS_DENIED, MatchedOn.MESSAGE)

    def test_a_penalty_counts_before_anything_else_in_the_body(self) -> None:
        penalty = {
            "p-ticket": "ticket-00000001",
            "p-time": 15,
            "p-captcha": True,
            "errorText": "Access is denied",
        }
        assert error_of(penalty, broker="tradovate", status=200) == "tradovate.penalty_ticket_captcha"


class TestFallbacks:
    """What no entry names is still known by code or status, and never passed off as specific."""

    @pytest.mark.parametrize(
        ("source", "status", "error"),
        [
            pytest.param("", 400, AlpacaError.BAD_REQUEST, id="status 400"),
            pytest.param("", 401, AlpacaError.UNAUTHORIZED_UNRECOGNIZED, id="status 401"),
            pytest.param("", 403, AlpacaError.FORBIDDEN_UNRECOGNIZED, id="status 403"),
            pytest.param("", 404, AlpacaError.NOT_FOUND, id="status 404"),
            pytest.param("", 409, AlpacaError.CONFLICT, id="status 409"),
            pytest.param("", 422, AlpacaError.UNPROCESSABLE_REQUEST, id="status 422"),
            pytest.param("", 500, AlpacaError.INTERNAL_SERVER_ERROR, id="status 500"),
            pytest.param("", 502, AlpacaError.BAD_GATEWAY, id="status 502"),
            pytest.param("", 503, AlpacaError.SERVICE_UNAVAILABLE, id="status 503"),
            pytest.param("", 504, AlpacaError.GATEWAY_TIMEOUT, id="status 504"),
            pytest.param(body(NEW_WORDING, 40010001), None, AlpacaError.UNPROCESSABLE_REQUEST, id="40010001"),
            pytest.param(body(NEW_WORDING, 40410000), None, AlpacaError.NOT_FOUND, id="40410000"),
            pytest.param(body(NEW_WORDING, 42210000), None, AlpacaError.UNPROCESSABLE_REQUEST, id="42210000"),
            pytest.param(
                '{"action":"error","data":{}}', None, AlpacaError.TRADING_STREAM_ERROR, id="trading stream"
            ),
        ],
    )
    def test_alpaca(self, source: str, status: int | None, error: AlpacaError) -> None:
        match = found(source, broker="alpaca", status=status)
        assert (match.error, match.error.fallback, match.error.info.fallback) == (error, True, True)

    @pytest.mark.parametrize(
        ("source", "status", "error"),
        [
            pytest.param("", 400, TradovateError.BAD_REQUEST, id="status 400"),
            pytest.param("", 403, TradovateError.FORBIDDEN, id="status 403"),
            pytest.param("Not Found", 404, TradovateError.NOT_FOUND, id="status 404"),
            pytest.param("", 500, TradovateError.INTERNAL_SERVER_ERROR, id="status 500"),
            pytest.param('a[{"s":502,"i":7}]', None, TradovateError.BAD_GATEWAY, id="reply 502"),
            pytest.param(
                '{"errorText":"A new text"}', None, TradovateError.BUSINESS_ERROR_TEXT, id="error text"
            ),
            pytest.param('{"ok":false}', None, TradovateError.OPERATION_FAILED, id="not ok"),
            pytest.param(
                '{"e":"shutdown","d":{"reasonCode":"New"}}',
                None,
                TradovateError.SHUTDOWN_UNRECOGNIZED,
                id="shutdown",
            ),
        ],
    )
    def test_tradovate(self, source: str, status: int | None, error: TradovateError) -> None:
        match = found(source, broker="tradovate", status=status)
        assert (match.error, match.error.fallback, match.error.info.fallback) == (error, True, True)

    @pytest.mark.parametrize(
        "refused",
        [
            pytest.param({"failureReason": "SomethingNew"}, id="failureReason"),
            pytest.param({"failureReason": "SomethingNew", "failureText": "A new text"}, id="with a text"),
            pytest.param({"failureText": "A new text"}, id="a text alone"),
            pytest.param(
                {"commandStatus": "RiskRejected", "rejectReason": "SomethingNew"}, id="rejectReason"
            ),
            pytest.param('a[{"s":200,"i":1,"d":{"failureReason":"SomethingNew"}}]', id="WebSocket reply"),
        ],
    )
    def test_order_refused_for_a_reason_of_a_later_version_is_no_success(self, refused: object) -> None:
        match = found(refused, broker="tradovate")
        assert match.error is TradovateError.ORDER_REJECTED_UNRECOGNIZED
        assert match.error.fallback

    @pytest.mark.parametrize("broker", ["alpaca", None])
    def test_error_frame_with_a_code_of_a_later_version_is_known_to_be_an_error(
        self, broker: str | None
    ) -> None:
        match = found('[{"T":"error","code":499,"msg":"something new"}]', broker=broker)
        assert match.error.fallback
        assert match.report.channel == "market_data_stream"

    def test_answer_that_says_no_more_than_that_it_failed_is_known_to_be_an_error(self) -> None:
        assert found({"success": False, "errorText": None}, broker="tradovate").error.fallback


class TestWithoutABroker:
    """Without ``broker`` only what is unmistakable counts."""

    @pytest.mark.parametrize(
        ("source", "status"),
        [
            pytest.param("", 503, id="bare status"),
            pytest.param(None, 503, id="status without a body"),
            pytest.param({"message": "forbidden."}, None, id="forbidden"),
            pytest.param({"message": "forbidden."}, 403, id="forbidden with its status"),
            pytest.param({"message": "unauthorized."}, 401, id="unauthorized with its status"),
            pytest.param({"message": "too many requests."}, 429, id="too many requests"),
            pytest.param({"failureReason": "SomethingNew"}, None, id="unknown failureReason"),
            pytest.param({"errorCode": "UnknownError"}, None, id="errorCode that others may have"),
            pytest.param({"errorText": "Something failed"}, None, id="errorText"),
            pytest.param({"ok": False}, None, id="not ok"),
            pytest.param({"action": "error"}, None, id="action error"),
            pytest.param("Access is denied", 401, id="access is denied"),
            pytest.param('a[{"s":401,"i":1}]', None, id="status of a frame"),
            pytest.param({"code": 5002, "message": "Invalid Symbol"}, None, id="code of another vendor"),
            pytest.param({"message": NEW_WORDING}, 422, id="unknown message with a status"),
        ],
    )
    def test_what_anyone_may_say_is_nobodys(self, source: object, status: int | None) -> None:
        assert error_of(source, status=status) is None

    @pytest.mark.parametrize(
        "text",
        [
            "failed to authenticate",
            "ERROR smtp: failed to authenticate",
            "pgbouncer: connection limit exceeded",
            "Expired access token",
            "user 42910000 logged in",
            "account 42210000 has 5 positions",
            '{"message":"Invalid order type"}',
            '{"message":"not found"}',
        ],
    )
    def test_wording_that_any_program_may_use_is_nobodys(self, text: str) -> None:
        assert error_of(text) is None

    @pytest.mark.parametrize(
        ("source", "error"),
        [
            pytest.param(BUYING_POWER, "alpaca.insufficient_buying_power", id="40310000"),
            pytest.param(
                body(NEW_WORDING, 40310000), "alpaca.forbidden_unrecognized", id="40310000, unknown"
            ),
            pytest.param('{"p-ticket":"t","p-time":15}', "tradovate.penalty_ticket", id="p-ticket"),
            pytest.param(
                '{"failureReason":"LiquidationOnly"}', "tradovate.liquidation_only", id="failureReason"
            ),
            pytest.param(
                '[{"T":"error","code":406,"msg":"connection limit exceeded"}]',
                "alpaca.stream_connection_limit",
                id="error frame",
            ),
            pytest.param(
                '{"stream":"authorization","data":{"status":"unauthorized","action":"listen"}}',
                "alpaca.trading_stream_auth_failed",
                id="authorization frame",
            ),
            pytest.param("alpaca 503 {} ", None, id="the name of a broker and nothing else"),
            pytest.param(
                'alpaca.common.exceptions.APIError: {"message": "forbidden."}',
                "alpaca.forbidden",
                id="module in the text",
            ),
        ],
    )
    def test_what_only_one_broker_says_is_its_own(self, source: str, error: str | None) -> None:
        assert error_of(source) == error

    def test_what_two_brokers_said_is_nobodys(self) -> None:
        assert error_of([json.loads(SHORTING), {"failureReason": "LiquidationOnly"}]) is None

    def test_naming_the_broker_finds_its_part(self) -> None:
        both = [json.loads(SHORTING), {"failureReason": "LiquidationOnly"}]
        assert error_of(both, broker="tradovate") == "tradovate.liquidation_only"

    def test_another_brokers_answer_is_not_recognized(self) -> None:
        assert error_of({"failureReason": "LiquidationOnly"}, broker="alpaca") is None

    @pytest.mark.parametrize("name", ["", "Alpaca", "binance", "alpaca.wash_trade", 5])
    @pytest.mark.parametrize(
        "call", [broker_errors.match, broker_errors.match_all], ids=["match", "match_all"]
    )
    def test_broker_that_does_not_exist_is_refused(self, call: Callable[..., object], name: str) -> None:
        with pytest.raises(ValueError, match="there is no broker"):
            call(SHORTING, broker=name)


class TestContext:
    """Status and channel, and the wordings that need them."""

    def test_status_can_be_told(self) -> None:
        assert found("", broker="alpaca", status=503).report.status == 503

    @pytest.mark.parametrize("source", ["", b"", "  ", None, {}, []], ids=repr)
    def test_status_counts_without_a_body(self, source: object) -> None:
        assert error_of(source, broker="alpaca", status=503) == "alpaca.service_unavailable"

    def test_status_that_is_told_counts_before_that_of_the_response(self) -> None:
        assert error_of(RequestsResponse(502), broker="alpaca", status=504) == "alpaca.gateway_timeout"

    def test_status_inside_the_body_counts_before_that_around_it(self) -> None:
        item = {"symbol": "AAPL", "status": 403, "body": json.loads(SHORTING)}
        assert found([item], broker="alpaca", status=207).report.status == 403

    def test_channel_can_be_told(self) -> None:
        match = found("slow client", broker="alpaca", channel="market_data_stream")
        assert (match.error, match.report.channel) == (AlpacaError.STREAM_SLOW_CLIENT, "market_data_stream")

    def test_http_status_tells_the_channel(self) -> None:
        assert found("", broker="tradovate", status=503).report.channel == "rest"

    @pytest.mark.parametrize(
        ("broker", "text", "status", "channel", "error"),
        [
            ("alpaca", "forbidden", 403, None, "alpaca.forbidden"),
            ("alpaca", "forbidden", None, "rest", "alpaca.forbidden"),
            ("alpaca", "unauthorized.", 401, None, "alpaca.unauthorized"),
            ("alpaca", "internal error", None, "market_data_stream", "alpaca.stream_internal_error"),
            ("alpaca", "rate limit exceeded", None, "trading_stream", "alpaca.rate_limit"),
            ("tradovate", "Access is denied", 401, None, "tradovate.access_denied"),
            ("tradovate", "Invalid date format", 400, None, "tradovate.invalid_date_format"),
            ("tradovate", "Too Many Requests", 429, None, "tradovate.too_many_requests"),
        ],
    )
    def test_general_wording_counts_with_its_context(
        self, broker: str, text: str, status: int | None, channel: str | None, error: str
    ) -> None:
        match = found(text, broker=broker, status=status, channel=channel)
        assert (match.error.value, match.matched_on) == (error, MatchedOn.MESSAGE)

    @pytest.mark.parametrize(
        ("broker", "text"),
        [
            ("alpaca", "forbidden"),
            ("alpaca", "unauthorized."),
            ("alpaca", "internal error"),
            ("tradovate", "Access is denied"),
            ("tradovate", "Invalid date format"),
            ("tradovate", "Too Many Requests"),
            ("tradovate", "Too late"),
        ],
    )
    def test_general_wording_does_not_count_without_its_context(self, broker: str, text: str) -> None:
        assert error_of(text, broker=broker) is None

    def test_channel_of_a_frame_counts_before_the_one_that_a_status_suggests(self) -> None:
        match = found('[{"T":"error","code":407,"msg":"slow client"}]', broker="alpaca", status=200)
        assert (match.error, match.report.channel) == (AlpacaError.STREAM_SLOW_CLIENT, "market_data_stream")

    def test_general_wording_does_not_count_in_another_context(self) -> None:
        assert error_of("slow client", broker="alpaca", channel="rest") is None


class TestNormalizing:
    """Messages are compared without regard to case, white space, typography and a final full stop."""

    @pytest.mark.parametrize(
        "message",
        [
            pytest.param('ASSET "CWVX" IS NOT FRACTIONABLE', id="capitals"),
            pytest.param('asset  "CWVX"\tis \n not   fractionable', id="white space"),
            pytest.param('  asset "CWVX" is not fractionable\r\n', id="space around it"),
            pytest.param('asset "CWVX" is not fractionable.', id="full stop"),
            pytest.param('asset "CWVX" is not fractionable..', id="two full stops"),
            pytest.param('asset "CWVX" is not fractionable!', id="another mark"),
            pytest.param("asset “CWVX” is not fractionable", id="typographic quotes"),
            pytest.param("asset „CWVX“ is not fractionable", id="low quotes"),
            pytest.param(
                "asset \u00e2\u20ac\u0153CWVX\u00e2\u20ac\u009d is not fractionable",
                id="UTF-8 read as Windows-1252",
            ),
            pytest.param(
                "asset “CWVX” is not fractionable".encode().decode("latin-1"), id="UTF-8 read as Latin-1"
            ),
            pytest.param('asset\u00c2\u00a0"CWVX" is not fractionable', id="no-break space read as Latin-1"),
            pytest.param("asset \uff02CWVX\uff02 is not fractionable", id="full-width quotes"),
            pytest.param('asset\u00a0"CWVX"\u00a0is not\u202ffractionable', id="no-break space"),
            pytest.param('asset "CWVX" is not frac\u200btionable', id="zero-width space"),
            pytest.param('\ufeffasset "CWVX" is not fractionable', id="byte order mark"),
        ],
    )
    @pytest.mark.parametrize("wrap", [body, str], ids=["in a body", "as a text"])
    def test_same_message(self, message: str, wrap: Callable[[str], str]) -> None:
        match = found(wrap(message), broker="alpaca")
        assert (match.error, match.params) == (AlpacaError.ASSET_NOT_FRACTIONABLE, {"symbol": "CWVX"})

    @pytest.mark.parametrize(
        "message",
        [
            pytest.param('the asset "CWVX" is not fractionable', id="more in front"),
            pytest.param('asset "CWVX" is not fractionable today', id="more behind"),
            pytest.param('asset "" is not fractionable', id="empty slot"),
            pytest.param('asset "A B" is not fractionable', id="slot of another type"),
            pytest.param("asset 'CWVX' is not fractionable", id="other quotes"),
        ],
    )
    def test_another_message(self, message: str) -> None:
        assert error_of(body(message), broker="alpaca") is None

    def test_params_keep_the_spelling_of_the_message(self) -> None:
        text = 'Asset "brk.B" Is Not Fractionable.'
        assert found(body(text), broker="alpaca").params == {"symbol": "brk.B"}

    def test_params_keep_their_place_behind_characters_that_change_length(self) -> None:
        text = "  ASSET\u00a0\u00a0“brk/USD”\u200b is  not FRACTIONABLE"
        assert found(body(text), broker="alpaca").params == {"symbol": "brk/USD"}

    def test_number_keeps_its_digits(self) -> None:
        text = "insufficient qty available for order (requested: 0.43930, available: +0)"
        assert found(body(text)).params == {"requested": "0.43930", "available": "+0"}


class TestForms:
    """The forms in which a payload is found."""

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param(json.dumps(NOT_FRACTIONABLE), id="JSON within JSON"),
            pytest.param(json.dumps(json.dumps(NOT_FRACTIONABLE)), id="JSON within JSON twice"),
            pytest.param(json.dumps({"body": NOT_FRACTIONABLE}), id="JSON within a JSON object"),
            pytest.param(
                json.dumps({"body": json.dumps({"text": NOT_FRACTIONABLE})}), id="twice within objects"
            ),
            pytest.param(json.dumps({"level": "error", "message": NOT_FRACTIONABLE}), id="JSON log line"),
            pytest.param(
                json.dumps({"message": "refused: " + NOT_FRACTIONABLE}), id="JSON log line with a prefix"
            ),
            pytest.param(repr(json.loads(NOT_FRACTIONABLE)), id="Python repr"),
            pytest.param(repr([json.loads(NOT_FRACTIONABLE), None, True]), id="Python repr in a list"),
            pytest.param(repr(NOT_FRACTIONABLE), id="Python repr of the text"),
            pytest.param(repr(NOT_FRACTIONABLE.encode()), id="Python repr of bytes"),
            pytest.param(
                f"2026-09-15 17:35:46,290 [ERROR] app.orders: refused: {NOT_FRACTIONABLE}", id="log line"
            ),
            pytest.param(
                f"ERROR {NOT_FRACTIONABLE}; sleeping 8s\nINFO next\n", id="log line with more behind"
            ),
            pytest.param(f"HTTP 403 `{NOT_FRACTIONABLE}`", id="in back quotes"),
            pytest.param(NOT_FRACTIONABLE.replace(" ", "\n        "), id="wrapped over lines"),
            pytest.param(json.dumps(json.loads(NOT_FRACTIONABLE), indent=4), id="indented"),
            pytest.param(NOT_FRACTIONABLE[:-1], id="without its end"),
            pytest.param(
                NOT_FRACTIONABLE.replace('"', "“", 1).replace('":', "”:", 1), id="typographic quotes"
            ),
            pytest.param(
                NOT_FRACTIONABLE.replace('"', "“", 1).replace('":', "”:", 1).encode().decode("latin-1"),
                id="typographic quotes read as Latin-1",
            ),
            pytest.param('{code: 40310000, message: "asset \\"CWVX\\" is not fractionable"}', id="bare keys"),
            pytest.param(
                "Traceback (most recent call last):\n"
                '  File "app.py", line 7, in buy\n    client.submit_order(order)\n'
                f"alpaca.common.exceptions.APIError: {NOT_FRACTIONABLE}",
                id="traceback",
            ),
            pytest.param(
                'alpaca_trade_api.rest.APIError: asset "CWVX" is not fractionable', id="message after a name"
            ),
        ],
    )
    def test_payload_is_found(self, text: str) -> None:
        match = found(text, broker="alpaca")
        assert (match.error, match.params) == (AlpacaError.ASSET_NOT_FRACTIONABLE, {"symbol": "CWVX"})

    @pytest.mark.parametrize("frames", [1, 20, 60, 120, 400])
    def test_message_at_the_end_of_a_traceback_is_found_however_deep(self, frames: int) -> None:
        stack = "".join(f'  File "app.py", line {n}, in step\n    step({n})\n' for n in range(frames))
        last = "alpaca_trade_api.rest.APIError: insufficient buying power"
        text = f"Traceback (most recent call last):\n{stack}{last}"
        assert error_of(text) == "alpaca.insufficient_buying_power"

    @pytest.mark.parametrize(
        "text",
        [
            "client_order_id must be unique (HTTP 422, Code 40010001)",
            "client_order_id must be unique (HTTP 422)",
            "client_order_id must be unique [40010001] (HTTP 422)",
            "Error: client_order_id must be unique (HTTP 422, Code 40010001)",
            "422 client_order_id must be unique",
            "Code: 422, API Response Code: 40010001, API Response Message: “client_order_id must be unique”",
        ],
    )
    def test_text_that_another_sdk_made_is_read(self, text: str) -> None:
        assert error_of(text, broker="alpaca") == "alpaca.client_order_id_duplicate"

    @pytest.mark.parametrize(
        "line",
        [
            "HTTP/1.1 504 Gateway Timeout",
            "504 Gateway Timeout",
            "504 Server Error: Gateway Time-out for url: https://paper-api.alpaca.markets/v2/orders",
            "order failed: HTTP 504",
        ],
    )
    def test_status_line_is_read(self, line: str) -> None:
        assert error_of(line, broker="alpaca") == "alpaca.gateway_timeout"

    def test_stream_error_as_a_client_logs_it_is_read(self) -> None:
        assert error_of("error: symbol limit exceeded (405)", broker="alpaca") == "alpaca.stream_symbol_limit"

    @pytest.mark.parametrize(
        "frame",
        [
            'a[{"s":401,"i":1,"d":"\\"Expired Access Token\\""}]',
            'a[{"s":401,"i":1,"d":"Expired Access Token"}]',
            "[{'s': 401, 'i': 1, 'd': '\"Expired Access Token\"'}]",
            "auth failed: {'s': 401, 'i': 1, 'd': '\"Expired Access Token\"'}",
        ],
        ids=["quoted twice", "quoted once", "Python repr", "Python repr in a log line"],
    )
    def test_text_in_a_websocket_reply_is_read(self, frame: str) -> None:
        match = found(frame, broker="tradovate")
        assert (match.error.value, match.report.status) == ("tradovate.expired_access_token", 401)

    def test_wrapper_with_a_message_of_its_own_does_not_hide_what_it_wraps(self) -> None:
        answer = {
            "error": {"message": "API rejected the order", "http_status": 403, "detail": json.loads(SHORTING)}
        }
        assert error_of(answer, broker="alpaca") == "alpaca.account_not_allowed_to_short"


class TestSeveral:
    """``match_all`` finds every distinct error once, the one that tells most first; ``match`` is that one."""

    TEXT = f"first {BUYING_POWER} then {SHORTING}\nand {NOT_FRACTIONABLE}"
    ERRORS = (
        "alpaca.insufficient_buying_power",
        "alpaca.account_not_allowed_to_short",
        "alpaca.asset_not_fractionable",
    )

    @pytest.mark.parametrize("broker", [None, "alpaca"])
    def test_all_are_found_in_their_order(self, broker: str | None) -> None:
        matches = ask_all(self.TEXT, broker=broker)
        assert tuple(match.error.value for match in matches) == self.ERRORS

    def test_one_that_tells_more_comes_before_one_that_stands_earlier(self) -> None:
        answers = [{"errorText": NEW_WORDING}, {"failureReason": "LiquidationOnly"}]
        matches = [match.error.value for match in broker_errors.match_all(answers, broker="tradovate")]
        assert matches == ["tradovate.liquidation_only", "tradovate.business_error_text"]

    def test_error_that_is_said_twice_is_found_once(self) -> None:
        matches = [match.error.value for match in broker_errors.match_all(f"{SHORTING}\n{SHORTING}")]
        assert matches == ["alpaca.account_not_allowed_to_short"]

    def test_error_that_is_said_of_two_things_is_found_once_with_the_first(self) -> None:
        other = NOT_FRACTIONABLE.replace("CWVX", "FNGU")
        matches = broker_errors.match_all(f"{NOT_FRACTIONABLE}\n{other}")
        assert [match.params for match in matches] == [{"symbol": "CWVX"}]

    def test_first_is_the_match(self) -> None:
        assert error_of(self.TEXT) == self.ERRORS[0]

    def test_items_of_a_batch_are_told_apart(self) -> None:
        answer = [
            {"symbol": "AAPL", "status": 200, "body": {"id": "00000000-0000-4000-8000-000000000001"}},
            {"symbol": "NYC", "status": 403, "body": json.loads(SHORTING)},
            {"symbol": "X", "status": 422, "body": {"code": 42210000, "message": NEW_WORDING}},
        ]
        matches = list(broker_errors.match_all(answer, broker="alpaca", status=207))
        assert [(match.error.value, match.report.status) for match in matches] == [
            ("alpaca.account_not_allowed_to_short", 403),
            ("alpaca.unprocessable_request", 422),
        ]

    def test_item_of_a_batch_without_a_body_is_known_by_its_status(self) -> None:
        answer = [{"id": "00000000-0000-4000-8000-000000000001", "status": 200}, {"id": "x", "status": 500}]
        matches = list(broker_errors.match_all(answer, broker="alpaca", status=207))
        assert [match.report.status for match in matches] == [500]

    def test_rows_of_a_batch_are_told_apart(self) -> None:
        answer = {"results": [{"errorText": ""}, {"errorText": "Operation failed"}], "errorText": ""}
        matches = broker_errors.match_all(answer, broker="tradovate")
        assert [match.error.value for match in matches] == ["tradovate.operation_failed"]

    def test_frame_of_several_messages_is_read_to_its_end(self) -> None:
        frame = 'a[{"e":"md","d":null},{"i":2,"s":200},{"e":"shutdown","d":{"reasonCode":"Maintenance"}}]'
        assert error_of(frame) == "tradovate.shutdown_maintenance"

    @pytest.mark.parametrize("module", [alpaca, tradovate], ids=broker_errors.BROKERS)
    def test_module_of_a_broker_reads_everything_as_its_own(self, module: object) -> None:
        match = module.match("", status=503)  # type: ignore[attr-defined]
        assert match.error.value == f"{match.error.broker}.service_unavailable"

    def test_module_of_a_broker_finds_all(self) -> None:
        assert tuple(match.error.value for match in alpaca.match_all(self.TEXT)) == self.ERRORS


class TestParams:
    """What a match captures."""

    def test_slots_of_the_message(self) -> None:
        text = "insufficient qty available for order (requested: 37, available: 1.5)"
        assert found(text, broker="alpaca").params == {"requested": "37", "available": "1.5"}

    def test_fields_of_the_body(self) -> None:
        assert found(BUYING_POWER).params == {"buying_power": "607.24", "cost_basis": "50007.2"}

    def test_fields_that_are_not_there_are_left_out(self) -> None:
        assert found('{"code":40310000,"buying_power":"1","message":"insufficient buying power"}').params == {
            "buying_power": "1"
        }

    def test_message_counts_before_the_field_of_the_same_name(self) -> None:
        answer = {
            "available": "9",
            "code": 40310000,
            "message": "insufficient qty available for order (requested: 37, available: 0)",
        }
        assert found(answer).params == {"requested": "37", "available": "0"}

    @pytest.mark.parametrize(
        ("written", "param"),
        [("607.240", "607.240"), ("1e2", "1e2"), ("15", "15"), ("true", "true"), ("null", None)],
    )
    def test_number_in_a_body_is_given_as_it_is_written(self, written: str, param: str | None) -> None:
        source = f'{{"code":40310000,"buying_power":{written},"message":"insufficient buying power"}}'
        assert found(source).params.get("buying_power") == param

    def test_field_within_the_body_is_named_by_its_last_part(self) -> None:
        answer = {
            "violations": [
                {"constraint": "stopPrice", "value": "None", "description": "Stop Price is missing"}
            ]
        }
        assert found(answer, broker="tradovate").params["constraint"] == "stopPrice"

    def test_report_holds_what_was_decoded(self) -> None:
        report = found(RequestsResponse(403, BUYING_POWER, {"X-Request-ID": "r-1"})).report
        assert (
            report.broker,
            report.channel,
            report.status,
            report.code,
            report.message,
            report.request_id,
        ) == (
            "alpaca",
            "rest",
            403,
            "40310000",
            "insufficient buying power",
            "r-1",
        )
        assert report.fields == json.loads(BUYING_POWER)


class TestMatches:
    """``matches`` asks for one error."""

    def test_its_own_error(self) -> None:
        assert AlpacaError.INSUFFICIENT_BUYING_POWER.matches(BUYING_POWER)

    def test_another_error(self) -> None:
        assert not AlpacaError.UNAUTHORIZED.matches(BUYING_POWER)

    def test_general_wording_is_read_as_its_brokers(self) -> None:
        assert AlpacaError.FORBIDDEN.matches({"message": "forbidden."})

    def test_status_and_channel_can_be_told(self) -> None:
        assert TradovateError.SERVICE_UNAVAILABLE.matches("", status=503)
        assert AlpacaError.STREAM_SLOW_CLIENT.matches("slow client", channel="market_data_stream")

    @pytest.mark.parametrize("source", [None, "", 5, object()], ids=["None", "nothing", "number", "object"])
    def test_what_is_no_error(self, source: object) -> None:
        assert not AlpacaError.UNAUTHORIZED.matches(source)


MATCHES = [
    pytest.param(BUYING_POWER, None, id="message"),
    pytest.param({"p-ticket": "ticket-00000001", "p-time": 15}, None, id="field"),
    pytest.param(RequestsResponse(503, "", {"Retry-After": "3"}), "alpaca", id="response"),
    pytest.param('a[{"s":200,"i":1,"d":{"failureReason":"NoQuote"}}]', "tradovate", id="frame"),
]


class TestCopies:
    """Matches and members survive pickling and copying."""

    @pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
    @pytest.mark.parametrize(("source", "broker"), MATCHES)
    def test_match_survives_pickling(self, source: object, broker: str | None, protocol: int) -> None:
        match = found(source, broker=broker)
        assert pickle.loads(pickle.dumps(match, protocol)) == match

    @pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy], ids=["copy", "deepcopy"])
    @pytest.mark.parametrize(("source", "broker"), MATCHES)
    def test_match_survives_copying(
        self, source: object, broker: str | None, copied: Callable[[Match[BrokerError]], Match[BrokerError]]
    ) -> None:
        match = found(source, broker=broker)
        again = copied(match)
        assert (again, again.params, repr(again)) == (match, match.params, repr(match))

    def test_pickled_match_still_advises(self) -> None:
        match = found({"p-ticket": "ticket-00000001", "p-time": 15}, broker="tradovate")
        again: Match[BrokerError] = pickle.loads(pickle.dumps(match))
        assert (again.advice().wait_seconds, again.advice().echo) == (15, {"p-ticket": "ticket-00000001"})

    def test_match_can_be_read_in_another_process(self) -> None:
        pickled = pickle.dumps(found(BUYING_POWER))
        program = (
            f"import sys, pickle; sys.path.insert(0, {str(GENERATED)!r}); "
            "print(pickle.loads(sys.stdin.buffer.read()).error)"
        )
        answer = subprocess.run(
            [sys.executable, "-c", program], input=pickled, capture_output=True, check=True
        )
        assert answer.stdout.strip() == b"alpaca.insufficient_buying_power"

    @pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
    def test_member_is_itself_after_pickling(self, protocol: int) -> None:
        assert pickle.loads(pickle.dumps(AlpacaError.RATE_LIMIT, protocol)) is AlpacaError.RATE_LIMIT

    def test_member_is_itself_after_copying(self) -> None:
        assert (
            copy.deepcopy(AlpacaError.RATE_LIMIT)
            is copy.copy(AlpacaError.RATE_LIMIT)
            is AlpacaError.RATE_LIMIT
        )

    def test_equal_sources_give_equal_matches(self) -> None:
        assert found(BUYING_POWER) == found(BUYING_POWER.encode().decode())

    def test_body_gives_the_same_report_as_text_and_parsed_but_for_its_place(self) -> None:
        text, parsed = found(BUYING_POWER), found(json.loads(BUYING_POWER))
        assert (text.report.place, parsed.report.place) == ((0, len(BUYING_POWER)), None)
        assert text.report._replace(place=None) == parsed.report

    def test_different_params_give_different_matches(self) -> None:
        assert found(NOT_FRACTIONABLE) != found(NOT_FRACTIONABLE.replace("CWVX", "FNGU"))

    def test_match_shows_what_it_is(self) -> None:
        assert repr(found(NOT_FRACTIONABLE)) == (
            "Match('alpaca.asset_not_fractionable', matched_on='message', params={'symbol': 'CWVX'})"
        )


GATEWAY_TIMEOUT = RequestsResponse(504, "")
RATE_LIMIT = body("rate limit exceeded", 42910000)
HALF_A_MINUTE_BEFORE = 1_792_567_650
"""2026-10-21 07:27:30 UTC."""


class TestAdvice:
    """What may be done with the request, by its operation."""

    @pytest.mark.parametrize(
        "operation", ["read", "GET", "GET /v2/orders", "HEAD /v2/orders", "OPTIONS /v2/orders"]
    )
    def test_read_that_timed_out_may_be_sent_again(self, operation: str) -> None:
        advice = found(GATEWAY_TIMEOUT, broker="alpaca").advice(operation)
        assert (advice.retry, advice.resend, advice.outcome) == (Retry.BACKOFF, True, Outcome.UNKNOWN)

    @pytest.mark.parametrize(
        "operation",
        [
            "write",
            "POST /v2/orders",
            "PATCH /v2/orders/{order_id}",
            "DELETE /v2/positions",
            "PUT",
            "",
            "Read the orders",
            "READ",
            "GETTING",
            "place order",
        ],
    )
    def test_anything_else_that_timed_out_is_looked_up_first(self, operation: str) -> None:
        advice = found(GATEWAY_TIMEOUT, broker="alpaca").advice(operation)
        assert (advice.retry, advice.resend, advice.outcome) == (Retry.RECONCILE, False, Outcome.UNKNOWN)

    def test_request_counts_as_a_write_unless_told_otherwise(self) -> None:
        assert found(GATEWAY_TIMEOUT, broker="alpaca").advice().retry is Retry.RECONCILE

    def test_post_that_only_reads_counts_as_a_read(self) -> None:
        match = found(GATEWAY_TIMEOUT, broker="tradovate")
        assert match.advice("POST /cashBalance/getcashbalancesnapshot").retry is Retry.BACKOFF
        assert match.advice("POST /order/placeorder").retry is Retry.RECONCILE

    @pytest.mark.parametrize(
        "operation",
        [
            "GET /v2/orders",
            "GET https://paper-api.alpaca.markets/v2/orders/00000000-0000-4000-8000-000000000001?nested=true",
            "GET https://live.tradovateapi.com/v1/order/list",
            "POST https://live.tradovateapi.com/v1/cashBalance/getcashbalancesnapshot",
            "WS subscribe",
            "WS listen",
            "WS order/list",
            "WS user/syncrequest",
            "WS md/subscribeQuote",
        ],
    )
    def test_operation_that_only_reads_or_listens(self, operation: str) -> None:
        assert broker_errors.reads(operation)

    @pytest.mark.parametrize(
        "operation",
        [
            "POST /v2/orders",
            "DELETE https://paper-api.alpaca.markets/v2/positions/SPY",
            "POST https://live.tradovateapi.com/v1/order/placeorder",
            "GET https://live.tradovateapi.com/v1/auth/renewaccesstoken",
            "WS order/placeorder",
            "WS order/cancelorder",
            "placing an order",
        ],
    )
    def test_operation_that_changes_something_or_is_not_known(self, operation: str) -> None:
        assert not broker_errors.reads(operation)

    def test_operation_of_one_broker_is_not_known_to_the_other(self) -> None:
        assert broker_errors.reads("WS order/list", broker="tradovate")
        assert not broker_errors.reads("WS order/list", broker="alpaca")

    @pytest.mark.parametrize(
        ("source", "broker", "retry", "resend"),
        [
            pytest.param(BUYING_POWER, "alpaca", Retry.AFTER_CHANGE, False, id="after_change"),
            pytest.param(NOT_FRACTIONABLE, "alpaca", Retry.NEVER, False, id="never"),
            pytest.param(
                body("client_order_id must be unique"), "alpaca", Retry.RECONCILE, False, id="reconcile"
            ),
            pytest.param(
                '[{"T":"error","code":407,"msg":"slow client"}]',
                "alpaca",
                Retry.RECONNECT,
                False,
                id="reconnect",
            ),
            pytest.param({"p-ticket": "t", "p-captcha": True}, "tradovate", Retry.HALT, False, id="halt"),
        ],
    )
    def test_only_what_may_go_out_unchanged_is_to_be_resent(
        self, source: object, broker: str, retry: Retry, resend: bool
    ) -> None:
        advice = found(source, broker=broker).advice()
        assert (advice.retry, advice.resend) == (retry, resend)

    def test_wait_is_over_before_a_write_is_sent_again_under_its_key(self) -> None:
        advice = found(RATE_LIMIT, broker="alpaca").advice("POST /v2/orders")
        assert (advice.retry, advice.resend, advice.idempotency_key) == (Retry.WAIT, True, "client_order_id")

    def test_write_that_an_earlier_attempt_may_have_done_is_not_resent_without_a_key(self) -> None:
        """A client repeats by itself what was answered 504, and its last answer may be a 429."""
        advice = found(RATE_LIMIT, broker="alpaca").advice("PATCH /v2/orders/{order_id}")
        assert (advice.retry, advice.resend, advice.idempotency_key) == (Retry.WAIT, False, None)

    def test_read_needs_no_key(self) -> None:
        advice = found(RATE_LIMIT, broker="alpaca").advice("GET /v2/orders")
        assert (advice.resend, advice.idempotency_key) == (True, None)

    def test_first_step_is_the_one_that_is_due_now(self) -> None:
        advice = found(BUYING_POWER).advice()
        assert advice.first_step in advice.steps
        assert advice.first_step.when is When.NOW

    def test_advice_cannot_be_changed(self) -> None:
        advice = found(BUYING_POWER).advice()
        with pytest.raises(AttributeError):
            advice.resend = True  # type: ignore[misc]

    def test_steps_are_those_of_the_entry(self) -> None:
        match = found(BUYING_POWER)
        assert match.advice().steps == match.error.info.remediation
        assert match.advice().steps

    def test_advice_shows_what_it_is(self) -> None:
        advice = found({"p-ticket": "t", "p-time": 5}, broker="tradovate").advice("GET /position/list")
        assert repr(advice) == (
            "Advice(wait, not_applied, resend=True, wait_seconds=5.0, echo={'p-ticket': 't'})"
        )


def ticket(p_time: object) -> dict[str, object]:
    """A penalty of so many seconds."""
    return {"p-ticket": "ticket-00000001", "p-time": p_time}


class TestWaits:
    """How long to wait, and what to send back."""

    @pytest.mark.parametrize(("p_time", "seconds"), [(15, 15), ("15", 15), (2.5, 2.5), (3600, 3600)])
    def test_wait_is_what_the_body_states(self, p_time: object, seconds: float) -> None:
        assert found(ticket(p_time), broker="tradovate").advice().wait_seconds == seconds

    @pytest.mark.parametrize(
        "p_time", [None, "soon", "", True, [], {}, "nan", "inf", "-inf", 10**400], ids=str
    )
    def test_wait_is_the_default_where_the_body_states_none(self, p_time: object) -> None:
        assert found(ticket(p_time), broker="tradovate").advice().wait_seconds == 60

    def test_a_stated_wait_is_never_shortened(self) -> None:
        assert found(ticket(86_400), broker="tradovate").advice().wait_seconds == 86_400

    @pytest.mark.parametrize("p_time", [0, 0.2, "0"])
    def test_wait_is_a_second_at_least(self, p_time: object) -> None:
        assert found(ticket(p_time), broker="tradovate").advice().wait_seconds == 1

    @pytest.mark.parametrize("p_time", [-5, 10_000_000])
    def test_wait_that_cannot_be_meant_is_not_believed(self, p_time: object) -> None:
        assert found(ticket(p_time), broker="tradovate").advice().wait_seconds == 60

    @pytest.mark.parametrize(
        ("header", "seconds"),
        [
            pytest.param("1700000030", 30, id="soon"),
            pytest.param("1699999990", 1, id="over"),
            pytest.param("1709999999", 60, id="beyond what can be meant"),
            pytest.param("Wed, 21 Oct 2026 07:28:00 GMT", 60, id="not a number"),
            pytest.param("", 60, id="empty"),
        ],
    )
    def test_wait_ends_when_the_header_says_so(self, header: str, seconds: float) -> None:
        response = RequestsResponse(429, '{"message": "too many requests."}', {"x-ratelimit-RESET": header})
        assert found(response, broker="alpaca").advice(now=1_700_000_000).wait_seconds == seconds

    def test_wait_is_the_default_without_a_header(self) -> None:
        assert found('{"message": "too many requests."}', broker="alpaca").advice().wait_seconds == 60

    @pytest.mark.parametrize(
        ("header", "seconds"),
        [
            pytest.param("7", 7, id="seconds"),
            pytest.param("0", 1, id="none"),
            pytest.param("Wed, 21 Oct 2026 07:28:00 GMT", 30, id="a date"),
            pytest.param("Wed, 21 Oct 2026 07:00:00 GMT", 1, id="a date that is past"),
            pytest.param("Wed, 21 Oct 2099 07:28:00 GMT", 60, id="a date far away"),
            pytest.param("soon", 60, id="no date"),
            pytest.param("", 60, id="empty"),
            pytest.param("-3", 60, id="negative"),
            pytest.param("10000000", 60, id="absurd"),
        ],
    )
    def test_wait_is_what_a_header_states(self, header: str, seconds: float) -> None:
        match = found(RequestsResponse(429, "", {"retry-AFTER": header}), broker="alpaca")
        assert match.advice(now=HALF_A_MINUTE_BEFORE).wait_seconds == seconds

    def test_lock_out_is_waited_out_whatever_the_body_states(self) -> None:
        locked = {"p-ticket": "ticket-00000001", "p-time": 15, "p-captcha": True}
        assert found(locked, broker="tradovate").advice().wait_seconds == 3600

    @pytest.mark.parametrize("operation", ["read", "write"])
    def test_lock_out_holds_for_reads_too(self, operation: str) -> None:
        advice = found("", broker="tradovate", status=429).advice(operation)
        assert (advice.retry, advice.wait_seconds) == (Retry.HALT, 3600)

    def test_there_is_no_wait_where_none_is_advised(self) -> None:
        assert found(BUYING_POWER).advice().wait_seconds is None

    def test_ticket_is_sent_back(self) -> None:
        assert found(ticket(15), broker="tradovate").advice().echo == {"p-ticket": "ticket-00000001"}

    def test_ticket_of_a_lock_out_is_not_sent_back(self) -> None:
        locked = {"p-ticket": "ticket-00000001", "p-captcha": True}
        assert found(locked, broker="tradovate").advice().echo == {}

    def test_nothing_is_sent_back_where_nothing_is_asked(self) -> None:
        assert found(BUYING_POWER).advice().echo == {}


ALL_ERRORS = [error for name in broker_errors.BROKERS for error in broker_errors.errors_of(name)]


class TestMembers:
    """The members of the brokers' enums."""

    def test_value_is_the_full_id_and_the_name_its_capitals(self) -> None:
        assert [e for e in ALL_ERRORS if e.value != f"{e.broker}.{e.name.lower()}"] == []

    def test_member_is_its_value_as_text(self) -> None:
        texts = {error: (str(error), f"{error}", json.loads(json.dumps(error))) for error in ALL_ERRORS}
        assert texts == {error: (error.value, error.value, error.value) for error in ALL_ERRORS}
        assert issubclass(BrokerError, StrEnum)

    @pytest.mark.parametrize("enum", [AlpacaError, TradovateError])
    def test_member_is_found_by_its_value(self, enum: Any) -> None:
        assert [error for error in enum if enum(error.value) is not error] == []

    def test_attributes_are_those_of_the_catalog(self) -> None:
        attributes = {e: (e.category, e.outcome, e.retry, e.retry_read, e.fallback) for e in ALL_ERRORS}
        assert attributes == {
            key: (
                Category(entry["category"]),
                Outcome(entry["outcome"]),
                Retry(entry["retry"]["write"]),
                Retry(entry["retry"]["read"]),
                entry["fallback"],
            )
            for key, entry in catalog_entries().items()
        }

    def test_values_that_programs_rely_on_stay(self) -> None:
        assert (AlpacaError.INSUFFICIENT_BUYING_POWER, AlpacaError.RATE_LIMIT, AlpacaError.UNAUTHORIZED) == (
            "alpaca.insufficient_buying_power",
            "alpaca.rate_limit",
            "alpaca.unauthorized",
        )
        assert (
            TradovateError.PENALTY_TICKET,
            TradovateError.TOO_MANY_REQUESTS,
            TradovateError.LIQUIDATION_ONLY,
        ) == (
            "tradovate.penalty_ticket",
            "tradovate.too_many_requests",
            "tradovate.liquidation_only",
        )

    def test_every_entry_of_the_catalog_is_a_member(self) -> None:
        assert {error.value for error in ALL_ERRORS} == catalog_entries().keys()

    def test_errors_of_a_broker_are_sorted(self) -> None:
        errors = broker_errors.errors_of("alpaca")
        assert list(errors) == sorted(AlpacaError, key=str)

    def test_errors_of_no_broker_are_refused(self) -> None:
        with pytest.raises(ValueError, match="there is no broker 'binance'; there are alpaca, tradovate"):
            broker_errors.errors_of("binance")  # type: ignore[arg-type]

    @pytest.mark.parametrize("error", ALL_ERRORS)
    def test_error_is_found_by_its_id(self, error: BrokerError) -> None:
        assert broker_errors.error(error.value) is error

    @pytest.mark.parametrize(
        ("id", "hint"),
        [
            ("alpaca.wash_trad", "there is no error 'alpaca.wash_trad'; did you mean 'alpaca.wash_trade'?"),
            ("alpacca.wash_trade", "no broker 'alpacca'; did you mean 'alpaca'?"),
            ("wash_trade", "no broker 'wash_trade'; there are alpaca, tradovate"),
        ],
    )
    def test_error_that_there_is_not_is_refused_with_the_nearest(self, id: str, hint: str) -> None:  # noqa: A002
        with pytest.raises(ValueError, match=re.escape(hint)):
            broker_errors.error(id)

    def test_telling_what_may_be_resent_never_allows_a_write_that_may_have_been_applied(self) -> None:
        risky = [error for error in ALL_ERRORS if error.outcome is not Outcome.NOT_APPLIED]
        assert [error for error in risky if error.retry in (Retry.BACKOFF, Retry.WAIT)] == []


class TestInfo:
    """What the catalog says about an error."""

    @pytest.mark.parametrize(
        "name",
        [
            "title",
            "meaning",
            "docs_path",
            "since",
            "evidence",
            "note",
            "causes",
            "channels",
            "operations",
            "related",
        ],
    )
    def test_info_says_what_the_catalog_says(self, name: str) -> None:
        said = {error: getattr(error.info, name) for error in ALL_ERRORS}
        catalog = {key: entry.get(name) for key, entry in catalog_entries().items()}
        assert said == {
            key: tuple(value) if isinstance(value, list) else value for key, value in catalog.items()
        }

    @pytest.mark.parametrize("name", ["category", "outcome", "retry", "retry_read", "fallback", "broker"])
    def test_info_agrees_with_the_member(self, name: str) -> None:
        assert [e for e in ALL_ERRORS if getattr(e.info, name) != getattr(e, name)] == []

    def test_info_knows_whose_it_is(self) -> None:
        assert [error for error in ALL_ERRORS if error.info.id != error.value] == []

    def test_remediation_says_who_does_what(self) -> None:
        said = {e: [(step.who, step.do, step.code) for step in e.info.remediation] for e in ALL_ERRORS}
        assert said == {
            key: [(Actor(step["who"]), step["do"], step.get("code")) for step in entry["remediation"]]
            for key, entry in catalog_entries().items()
        }

    def test_signatures_are_told(self) -> None:
        said = {e: [(each.message, each.code, each.status) for each in e.info.signatures] for e in ALL_ERRORS}
        assert said == {
            key: [(each.get("message"), each.get("code"), each.get("status")) for each in entry["signatures"]]
            for key, entry in catalog_entries().items()
        }

    def test_examples_are_told(self) -> None:
        said = {e: [(each.body, each.evidence, each.status) for each in e.info.examples] for e in ALL_ERRORS}
        assert said == {
            key: [
                (each["body"], Evidence(each["evidence"]), each.get("status")) for each in entry["examples"]
            ]
            for key, entry in catalog_entries().items()
        }

    def test_wait_is_told(self) -> None:
        wait = TradovateError.PENALTY_TICKET.info.wait
        assert wait is not None
        assert (wait.seconds, wait.field, wait.cap, wait.echo) == (60, "p-time", None, ("p-ticket",))

    def test_sources_are_told(self) -> None:
        source = AlpacaError.ACCOUNT_LIQUIDATION_ONLY.info.sources[0]
        assert (source.kind, source.place) == ("official", "29")
        assert source.url is not None

    def test_docs_path_is_relative(self) -> None:
        assert AlpacaError.RATE_LIMIT.info.docs_path == "alpaca/rate_limit/"

    def test_info_cannot_be_changed(self) -> None:
        with pytest.raises(AttributeError):
            AlpacaError.RATE_LIMIT.info.title = "x"  # type: ignore[misc]


class TestVendorCodes:
    """The vendors' own codes, as they spell them."""

    def test_numeric_code(self) -> None:
        assert AlpacaCode.CODE_40310000.value == "40310000"

    def test_stream_code(self) -> None:
        assert AlpacaStreamCode.CODE_406.value == "406"

    def test_order_code(self) -> None:
        assert TradovateOrderCode.SSFNFAComplianceRequired.value == "SSFNFAComplianceRequired"

    def test_sign_up_code(self) -> None:
        assert TradovateSignUpCode.WeakPassword.value == "WeakPassword"

    def test_subscription_code(self) -> None:
        assert TradovateSubscriptionCode.PlanDiscontinued.value == "PlanDiscontinued"

    def test_shutdown_code(self) -> None:
        assert TradovateShutdownCode.IPQuotaReached.value == "IPQuotaReached"

    @pytest.mark.parametrize(
        "enum",
        [
            AlpacaCode,
            AlpacaStreamCode,
            TradovateOrderCode,
            TradovateSignUpCode,
            TradovateSubscriptionCode,
            TradovateShutdownCode,
            Actor,
            Category,
            Evidence,
            MatchedOn,
            Outcome,
            Retry,
        ],
    )
    def test_enum_is_a_str_enum(self, enum: type[object]) -> None:
        assert issubclass(enum, StrEnum)

    def test_code_in_a_report_compares_with_the_enum(self) -> None:
        assert found(SHORTING).report.code == AlpacaCode.CODE_40310000


def _help() -> str:
    """What ``help(broker_errors)`` shows."""
    return pydoc.plain(pydoc.render_doc(broker_errors))


class TestPackage:
    """What ``import broker_errors`` offers."""

    @pytest.mark.parametrize("name", broker_errors.__all__)
    def test_name_that_is_offered_is_there(self, name: str) -> None:
        assert getattr(broker_errors, name) is not None

    def test_star_import_brings_what_is_offered(self) -> None:
        namespace: dict[str, object] = {}
        exec("from broker_errors import *", namespace)
        assert set(broker_errors.__all__) <= namespace.keys()

    def test_help_fits_a_few_screens(self) -> None:
        """An enum would fill it with the methods of texts and hundreds of members."""
        assert _help().count("\n") < 150

    @pytest.mark.parametrize("name", ["match", "match_all", "errors_of"])
    def test_help_explains_what_is_called(self, name: str) -> None:
        assert f"{name}(" in _help()

    def test_name_that_is_not_there_is_an_attribute_error(self) -> None:
        with pytest.raises(AttributeError, match="has no attribute 'Binance'"):
            getattr(broker_errors, "Binance")  # noqa: B009

    @pytest.mark.parametrize("module", [alpaca, tradovate], ids=broker_errors.BROKERS)
    def test_module_of_a_broker_offers_its_enums_and_its_match(self, module: object) -> None:
        names = module.__all__  # type: ignore[attr-defined]
        assert {"match", "match_all"} < set(names)
        assert all(hasattr(module, name) for name in names)

    @pytest.mark.parametrize(
        "offered",
        [
            broker_errors.match,
            broker_errors.match_all,
            broker_errors.errors_of,
            alpaca.match,
            alpaca.match_all,
            tradovate.match,
            tradovate.match_all,
            AlpacaError,
            Match,
            Match.advice,
            Report,
            EntryInfo,
        ],
        ids=lambda offered: f"{offered.__module__}.{offered.__qualname__}",
    )
    def test_what_is_offered_is_explained(self, offered: object) -> None:
        assert inspect.getdoc(offered)

    def test_version_is_that_of_the_project(self) -> None:
        import tomllib

        project = tomllib.loads((GENERATED.parent / "pyproject.toml").read_text("utf-8"))["project"]
        assert broker_errors.__version__ == project["version"]
