"""What a program is told where a wrong reading of Alpaca's answer would cost money."""

import json
from typing import Any

import broker_errors
import pytest

from tests.catalog.answers import Told, entries, id_of, steps, told

UNKNOWN = ("unknown", "reconcile", "reconcile")
OPEN = ("unknown", "after_change", "reconcile")
CHANGE = ("not_applied", "after_change", "after_change")
NEVER = ("not_applied", "never", "never")
WAIT = ("not_applied", "wait", "wait")


def alpaca(message: str, code: int | None = None, **fields: Any) -> str:
    """A body as Alpaca's REST API sends it."""
    return json.dumps({**({} if code is None else {"code": code}), "message": message, **fields})


def answer(source: object, status: int | None = None) -> Told | None:
    """What a program is told that knows the answer to be Alpaca's."""
    return told(source, status, broker="alpaca")


class TestRefusalsThatMayFollowAnAttemptThatArrived:
    """An SDK repeats a write after 504 and 429 and shows the last answer alone."""

    @pytest.mark.parametrize(
        ("id_", "message", "code", "status"),
        [
            ("client_order_id_duplicate", "client_order_id must be unique", 40010001, 422),
            ("client_order_id_duplicate", "client_order_id must be unique", 42210000, 422),
            ("order_already_replaced", "order already replaced", 42210000, 422),
            ("exercise_qty_not_available", "no qty available to exercise", 40310000, 403),
            ("long_option_position_not_found", "long position not found: AAPL", 40410000, 404),
            (
                "exercise_insufficient_underlying",
                "insufficient underlying qty available for deliverable: AAPL (requested: 100, available: 0)",
                40310000,
                403,
            ),
            ("ach_relationship_exists", "The account already has an active relationship", None, 409),
            ("replace_qty_not_above_filled", "qty must be > filled_qty", 42210000, 422),
            (
                "replace_qty_not_above_filled",
                "unable to replace order, qty must be > filled_qty",
                42210000,
                422,
            ),
            ("replace_without_changes", "order parameters are not changed", 40310000, 403),
            (
                "replace_before_exchange_ack",
                "unable to replace order, order isn't sent to exchange yet",
                40010001,
                422,
            ),
            ("replace_order_not_open", "unable to replace order, order is not open", 40010001, 422),
            ("cannot_replace_in_status", "unable to replace order in current state", None, 422),
            ("transfer_not_cancelable", "transfer is not cancelable", 40010001, 422),
            (
                "ach_transfer_daily_limit",
                "maximum number of ACH transfers allowed is 1 per trading day in each direction",
                42210000,
                422,
            ),
            ("journal_not_cancelable", "The journal is not in the pending status.", None, 422),
        ],
    )
    def test_they_are_looked_up_before_anything_is_sent_again(
        self, id_: str, message: str, code: int | None, status: int
    ) -> None:
        assert answer(alpaca(message, code), status) == (id_, *UNKNOWN)

    @pytest.mark.parametrize(
        ("id_", "body", "status", "retry"),
        [
            ("rate_limit", "", 429, WAIT),
            ("rate_limit", alpaca("rate limit exceeded", 42910000), 429, WAIT),
            (
                "insufficient_qty_available",
                alpaca("insufficient qty available for order (requested: 37, available: 0)", 40310000),
                403,
                CHANGE,
            ),
        ],
    )
    def test_where_the_plain_refusal_is_commoner_the_condition_is_told(
        self, id_: str, body: str, status: int, retry: tuple[str, ...]
    ) -> None:
        assert answer(body, status) == (id_, *retry)
        assert entries("alpaca")[id_]["earlier_attempt"]
        assert any("client_order_id" in step for step in steps("alpaca", id_))

    def test_a_rate_limit_first_says_under_which_id_an_order_is_sent_again(self) -> None:
        assert "client_order_id" in steps("alpaca", "rate_limit")[0]

    def test_a_refused_exit_first_leads_to_the_orders_that_hold_the_shares(self) -> None:
        assert "related_orders" in steps("alpaca", "insufficient_qty_available")[0]


class TestFallbacks:
    """An answer in unknown words promises nothing that an entry of its status or code denies."""

    @pytest.mark.parametrize(
        ("id_", "body", "status"),
        [
            ("unprocessable_request", alpaca("unable to replace order, something else", 40010001), 422),
            ("not_found", "", 404),
            ("not_found", alpaca("nobody has seen this", 40410000), None),
            ("forbidden_unrecognized", alpaca("xyz", 40310000), None),
        ],
    )
    def test_a_write_is_looked_up(self, id_: str, body: str, status: int | None) -> None:
        assert answer(body, status) == (id_, *OPEN)

    @pytest.mark.parametrize("status", [405, 408, 413, 415, 499])
    def test_a_client_error_that_no_entry_names_is_an_error(self, status: int) -> None:
        assert answer("", status) == ("other_client_error", *OPEN)

    @pytest.mark.parametrize("status", [501, 505, 507, 520, 524, 529])
    def test_a_server_error_that_no_entry_names_is_an_error(self, status: int) -> None:
        assert answer("", status) == ("other_server_error", "unknown", "backoff", "reconcile")


class TestAnswersToSeveralRequestsAtOnce:
    """Answers of which each part has a state."""

    def test_an_order_of_a_bulk_cancellation_that_has_ended_is_no_outage(self) -> None:
        items = [{"id": "00000000-0000-4000-8000-000000000001", "status": status} for status in (200, 500)]
        assert answer(items) == ("order_not_cancelable", *UNKNOWN)
        assert answer(items, 207) == ("order_not_cancelable", *UNKNOWN)

    def test_journals_of_a_batch_are_partly_made(self) -> None:
        good, bad = ({"entry_type": "JNLC", "error_message": text} for text in ("", "x"))
        assert answer([good, bad], 200) == ("journal_batch_item_failed", "partly_applied", *UNKNOWN[1:])
        assert answer([good, good], 200) is None

    def test_a_rejected_locate_is_refused_although_the_status_is_201(self) -> None:
        locate = {"id": "1", "requested_qty": 100, "status": "rejected", "symbol": "TSLA"}
        found = answer({**locate, "rejection_reason": "inventory_unavailable"}, 201)
        assert found == ("locate_rejected", *CHANGE)
        assert answer({**locate, "status": "active"}, 201) is None
        assert answer({"locates": [locate], "next_page_token": None}, 200) is None

    @pytest.mark.parametrize("event", ["rejected", "order_replace_rejected", "order_cancel_rejected"])
    def test_what_was_filled_before_a_rejection_is_looked_up(self, event: str) -> None:
        frame = {"stream": "trade_updates", "data": {"event": event, "order": {"filled_qty": "50"}}}
        found = answer(frame)
        assert found is not None
        assert found[1:] == UNKNOWN


class TestOrderNotFound:
    """Right after a placement an order may not be known yet."""

    def test_a_read_is_repeated_and_a_write_is_looked_up(self) -> None:
        found = broker_errors.match(alpaca("order not found for mine", 40410000), broker="alpaca", status=404)
        assert found is not None
        assert found.advice("GET /v2/orders/{order_id}").retry == "backoff"
        assert found.advice("DELETE /v2/orders/{order_id}").retry == "reconcile"


GENERAL = (
    ("backend_failed_to_calculate", "failed to calculate cost basis"),
    ("backend_failed_to_calculate", "failed to calculate balances"),
    ("invalid_time_in_force", "invalid time in force"),
    ("limit_order_needs_limit_price", "limit orders require a limit price"),
    ("crypto_whitelist_asset_empty", "asset cannot be empty"),
    ("insufficient_day_trading_buying_power", "insufficient day trading buying power"),
    ("long_option_position_not_found", "long position not found: AAPL"),
    ("option_contract_not_tradable", 'contract "X" is not active'),
    ("stream_wrong_address", "server rejected WebSocket connection: HTTP 404"),
    ("mleg_limit_price_required", "limit price is required for limit orders"),
    ("mleg_limit_price_not_allowed", "limit price is only valid for limit orders"),
    ("stop_order_needs_stop_price", "stop orders require a stop price"),
    ("account_not_authorized_to_trade", "account is not authorized to trade"),
    ("stop_price_vs_market", "stop price must be less than current price"),
    ("stop_price_vs_market", "stop price must be greater than current price"),
    ("transfer_type_or_direction_invalid", "direction must be either incoming or outgoing"),
)


class TestGeneralWords:
    """What others say, too, is Alpaca's only where something says so."""

    @pytest.mark.parametrize(("id_", "message"), GENERAL)
    def test_they_are_the_entrys_with_the_broker(self, id_: str, message: str) -> None:
        assert id_of(message, broker="alpaca") == id_

    @pytest.mark.parametrize(("id_", "message"), GENERAL)
    def test_they_are_nobodys_without_it(self, id_: str, message: str) -> None:
        assert id_of(message) is None

    @pytest.mark.parametrize(
        "message", ["insufficient balance for ETH (1 available, 2 required)", "no available quote for X"]
    )
    def test_what_is_only_like_them_is_nobodys(self, message: str) -> None:
        assert id_of(message) is None


@pytest.mark.parametrize(
    ("status", "id_", "retry"),
    [
        (404, "stream_wrong_address", "never"),
        (403, "stream_handshake_refused", "after_change"),
        (502, "stream_handshake_failed", "reconnect"),
        (520, "stream_handshake_failed", "reconnect"),
    ],
)
def test_a_refused_handshake_is_no_answer_to_an_order(status: int, id_: str, retry: str) -> None:
    found = told("", status, broker="alpaca", channel="stream_handshake")
    assert found == (id_, "not_applied", retry, retry)


@pytest.mark.parametrize(
    ("id_", "message", "code", "status", "retry"),
    [
        ("notional_two_decimals", "notional value must be limited to 2 decimal places", 42210000, 422, NEVER),
        ("replace_qty_advanced_order", "qty cannot be changed for advanced orders", 42210000, 422, None),
        ("advanced_order_leg_missing", "oco orders require take_profit.limit_price", 40010001, 422, NEVER),
        (
            "advanced_order_leg_missing",
            "bracket orders require take_profit.limit_price",
            40010001,
            422,
            NEVER,
        ),
        ("advanced_order_leg_missing", "bracket orders require stop_loss.stop_price", 40010001, 422, NEVER),
        (
            "advanced_order_leg_missing",
            "oto orders require either take_profit or stop_loss",
            40010001,
            422,
            NEVER,
        ),
        (
            "crypto_advanced_order_class",
            "crypto orders not allowed for advanced order_class: oco",
            42210000,
            422,
            NEVER,
        ),
        ("crypto_not_allowed_for_account", "crypto orders not allowed for account", 40010001, 422, CHANGE),
        ("asset_class_not_allowed", "us_equity orders not allowed for account", None, None, CHANGE),
        (
            "hard_to_borrow_day_only",
            'only day orders are allowed for hard-to-borrow asset "USO"',
            42210000,
            422,
            None,
        ),
        ("bracket_must_be_entry", "bracket orders must be entry orders", 42210000, 422, None),
        ("limit_order_no_stop_price", "limit orders require no stop price", 40010001, 422, NEVER),
        ("invalid_position_intent", "invalid position_intent specified", 40010001, 422, NEVER),
        ("day_trading_margin_call_protection", "day trading margin call protection", 40310000, 403, CHANGE),
        (
            "extended_hours_window_closed",
            "extended hours orders between 6:00pm and 8:00pm is not supported",
            42210000,
            422,
            None,
        ),
        (
            "auction_order_window_closed",
            "opg orders must be submitted after 7:00pm and before 9:28am",
            40310000,
            403,
            CHANGE,
        ),
        (
            "auction_order_window_closed",
            "cls orders must be submitted after 7:00pm and before 3:55pm",
            40310000,
            403,
            CHANGE,
        ),
        (
            "opra_subscription_required",
            "subscription does not permit querying recent OPRA data",
            None,
            403,
            None,
        ),
        ("data_invalid_feed", "invalid feed: delayed_sip", None, 400, NEVER),
        (
            "fractional_trading_disabled",
            "fractional trading is disabled for this account",
            40310000,
            403,
            None,
        ),
        (
            "trading_halt_market_order",
            'market order rejected due to trading halt on symbol: "X", please place a limit order instead',
            42210000,
            422,
            None,
        ),
        (
            "mleg_ratio_not_reduced",
            "leg ratio quantities should be relatively prime: GCD[5 5] = 5",
            42210000,
            422,
            None,
        ),
        ("mleg_symbol_not_allowed", "symbol is not allowed for mleg order", 40010001, 422, None),
        ("invalid_underlying_symbols", "invalid underlying symbols: ZZZZQ", 42210000, 422, None),
    ],
)
def test_a_refusal_that_had_no_entry_has_one(
    id_: str, message: str, code: int | None, status: int | None, retry: tuple[str, ...] | None
) -> None:
    found = answer(alpaca(message, code), status)
    assert found is not None
    assert found.id == id_
    assert retry is None or found[1:] == retry


@pytest.mark.parametrize(
    ("id_", "message", "code", "status"),
    [
        ("notional_minimum", "notional amount must be >= 1.00", 42210000, 422),
        ("stop_loss_vs_base_price", "stop price must not be greater than base price / 1.001", 42210000, 422),
        (
            "no_available_quote",
            "order has been rejected due to no available quote for symbol, please reenter with a limit",
            40310000,
            403,
        ),
        ("asset_not_active", 'asset "RGC" is not tradable', 42210000, 422),
        ("pdt_protection", "other words", 40310100, 403),
        ("account_email_already_registered", "email address already exists", 40910000, 409),
        ("tokenization_parameters_missing", "issuer is required, network is required", 40010001, 422),
        ("tokenization_filter_invalid", "failed to parse after", 40010001, 422),
        ("qty_required", "qty is required", 40010001, 422),
        ("data_invalid_crypto_symbol", "Invalid symbol(s): X does not match ^[A-Z0-9]+/[A-Z]+$", None, 400),
        ("data_limit_too_large", "limit must be less than 10000", None, 422),
    ],
)
def test_a_wording_leads_to_the_entry_that_it_is_of(
    id_: str, message: str, code: int | None, status: int
) -> None:
    assert id_of(alpaca(message, code), status, broker="alpaca") == id_


def test_the_same_refusal_in_earlier_words_is_the_same_entry() -> None:
    text = "alpaca_trade_api.rest.APIError: insufficient qty (0 < 1)"
    assert id_of(text, broker="alpaca") == "insufficient_qty_available"


def test_an_answer_of_the_first_version_promises_nothing() -> None:
    assert answer(alpaca("Order failed", 10041)) == ("legacy_order_failed", *UNKNOWN)


LOST = "data websocket error, restarting connection: "


@pytest.mark.parametrize(
    "text",
    [
        f"{LOST}no close frame received or sent",
        "trading stream websocket error, restarting connection: no close frame received or sent",
        f"{LOST}sent 1011 (unexpected error) keepalive ping timeout; no close frame received",
    ],
)
def test_a_lost_stream_is_opened_again_and_what_was_missed_is_read(text: str) -> None:
    assert answer(text) == ("stream_connection_lost", "unknown", "reconnect", "reconnect")
    assert "look up" in steps("alpaca", "stream_connection_lost")[0].lower()
