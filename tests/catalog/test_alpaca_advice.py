"""What Alpaca's entries advise where other advice was dangerous, wrong or out of date."""

import json
from typing import Any

import pytest

from tests.catalog.alpaca_server import ID, Alpaca, Situation
from tests.catalog.alpaca_snippets import ALPACA, code_of, run
from tests.catalog.answers import entries, steps

BARE = (403, '{"code":40310000,"message":"a refusal without further fields"}')
SHORT = Situation(short=True)


def entry(id_: str) -> dict[str, Any]:
    """An entry as it is written."""
    return entries("alpaca")[id_]


def said(id_: str) -> str:
    """What the steps of an entry say, in small letters."""
    return " ".join(steps("alpaca", id_)).lower()


class TestRulesThatHaveEnded:
    """What a rule demanded is no advice once it is gone; its history is dated."""

    @pytest.mark.parametrize(
        "id_", ["pdt_protection", "no_day_trades_equity_under_25k", "account_liquidation_only"]
    )
    def test_nobody_is_sent_to_deposit_money_or_to_wait_a_day(self, id_: str) -> None:
        assert "25,000" not in said(id_)
        assert "next trading day" not in said(id_)
        assert entry(id_)["dated"]

    def test_the_present_cause_of_a_frozen_account_is_named(self) -> None:
        assert any("intraday margin" in cause for cause in entry("account_liquidation_only")["causes"])

    def test_options_may_be_good_till_canceled(self) -> None:
        found = entry("options_invalid_time_in_force")
        assert "gtc" in steps("alpaca", "options_invalid_time_in_force")[0]
        assert "2026-08-28" in {one["on"] for one in found["dated"]}

    def test_whether_an_asset_can_be_borrowed_is_read_where_it_stands_now(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert "easy_to_borrow" not in json.dumps(entry("asset_cannot_be_shorted")["causes"])
        scope = run(code_of("asset_cannot_be_shorted", 2), BARE, Alpaca(), monkeypatch)
        assert (scope["may_short"], scope["needs_locate"]) == (True, True)

    def test_idempotency_keys_hold_for_the_brokers_own_mint(self) -> None:
        named = ALPACA.entries_by_id["idempotency_key_conflict"].operations
        assert "POST /v1/accounts/{account_id}/tokenization/mint" in named

    def test_a_mint_that_is_not_found_may_have_arrived(self) -> None:
        found = entry("tokenization_request_not_found")
        assert (found["outcome"], found["retry"]) == ("unknown", "reconcile")
        assert "both mint endpoints" in json.dumps(found)


class TestWhatIsNotAdvised:
    """Steps that were taken out."""

    def test_a_self_trade_is_not_hidden_in_a_second_account(self) -> None:
        assert "separate accounts" not in said("wash_trade")

    def test_an_order_that_has_filled_in_part_is_not_replaced(self) -> None:
        found = entry("replace_qty_not_above_filled")
        assert "plus what is still wanted" not in json.dumps(found)
        assert not any("replace_order" in step.get("code", "") for step in found["remediation"])


class TestAssets:
    """Snippets that read an asset."""

    @pytest.mark.parametrize(
        ("id_", "number"),
        [
            ("asset_cannot_be_shorted", 2),
            ("asset_not_active", 1),
            ("asset_not_found", 3),
            ("asset_not_fractionable", 2),
            ("hard_to_borrow_day_only", 2),
            ("qty_required", 1),
        ],
    )
    def test_a_pairs_slash_is_encoded(self, id_: str, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
        alpaca = Alpaca(symbol="BTC/USD")
        run(code_of(id_, number), BARE, alpaca, monkeypatch)
        assert "GET /v2/assets/BTC%2FUSD" in alpaca.asked

    def test_the_time_in_force_of_a_pair_needs_no_request(self, monkeypatch: pytest.MonkeyPatch) -> None:
        alpaca = Alpaca(symbol="BTC/USD")
        run(code_of("crypto_invalid_time_in_force"), BARE, alpaca, monkeypatch)
        assert alpaca.asked == []


class TestMinimums:
    """The check of the smallest order."""

    @pytest.mark.parametrize(
        ("symbol", "situation", "too_small"),
        [
            ("BTC/USD", SHORT, True),
            ("BTC/USD", Situation(), False),
            ("ETH/BTC", SHORT, False),
            ("AAPL", SHORT, True),
            ("AAPL", Situation(), False),
        ],
        ids=["buy-in-dollars", "sell", "buy-in-coins", "buy-shares", "sell-shares"],
    )
    def test_it_holds_for_buys_in_dollars_alone(
        self, symbol: str, situation: Situation, too_small: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        code = code_of("cost_basis_minimum", 2)
        scope = run(code, BARE, Alpaca(situation, symbol), monkeypatch, qty="0.03", limit_price="1")
        assert scope["too_small"] is too_small


class TestExits:
    """Snippets for somebody who closes a position."""

    def test_only_what_would_close_is_canceled(self, monkeypatch: pytest.MonkeyPatch) -> None:
        alpaca = Alpaca()
        entering = alpaca.order(id=ID.format(6), side="buy", position_intent="buy_to_open")
        alpaca.orders = [alpaca.order(), entering]
        run(code_of("position_not_found", 3), BARE, alpaca, monkeypatch)
        assert alpaca.sent == [("DELETE", f"/v2/orders/{ID.format(1)}")]

    @pytest.mark.parametrize(
        ("id_", "number"), [("account_not_allowed_to_short", 1), ("asset_cannot_be_shorted", 1)]
    )
    def test_an_exit_of_a_short_position_sells_nothing(
        self, id_: str, number: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert run(code_of(id_, number), BARE, Alpaca(SHORT), monkeypatch)["at_most"] == 0
        assert run(code_of(id_, number), BARE, Alpaca(), monkeypatch)["at_most"] == 1

    def test_what_is_free_of_a_short_position_is_no_negative_quantity(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        scope = run(code_of("insufficient_qty_available", 7), BARE, Alpaca(SHORT), monkeypatch)
        assert scope["at_most"] == 1

    @pytest.mark.parametrize("number", [1, 2])
    def test_a_stop_that_was_passed_closes_nothing_unasked(
        self, number: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        alpaca = Alpaca()
        run(code_of("stop_price_vs_market", number), BARE, alpaca, monkeypatch)
        assert alpaca.sent == []


class TestWashTrades:
    """The open order on the other side is found with its id and without."""

    def test_the_order_that_the_body_names_is_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        alpaca = Alpaca()
        body = {
            "code": 40310000,
            "message": "potential wash trade detected",
            "existing_order_id": ID.format(1),
        }
        run(code_of("wash_trade"), (403, json.dumps(body)), alpaca, monkeypatch)
        assert f"GET /v2/orders/{ID.format(1)}" in alpaca.asked

    def test_without_an_id_the_symbols_open_orders_are_listed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        alpaca = Alpaca()
        run(code_of("wash_trade"), BARE, alpaca, monkeypatch)
        assert alpaca.asked == ["GET /v2/orders"]


@pytest.mark.parametrize(
    "id_",
    [
        *(
            "bad_gateway",
            "gateway_timeout",
            "internal_server_error",
            "service_unavailable",
            "other_client_error",
        ),
        *("other_server_error", "backend_failed_to_calculate"),
    ],
)
def test_an_order_that_is_not_known_is_looked_up_again_before_it_is_sent(
    id_: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = code_of(id_)
    assert run(code, BARE, Alpaca(Situation(vanished=True)), monkeypatch)["order"] is None
    assert "look again before sending it under the same id" in code
