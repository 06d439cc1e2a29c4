"""What a program is told where a wrong reading of Tradovate's answer would cost money."""

import json
from typing import Any

import broker_errors
import pytest

from tests.catalog import answers
from tests.catalog.answers import Told

UNKNOWN = ("unknown", "reconcile", "reconcile")
NEVER = ("not_applied", "never", "never")
CHANGE = ("not_applied", "after_change", "after_change")
HALT = ("not_applied", "halt", "halt")
OUTAGE = ("unknown", "backoff", "reconcile")


def told(source: object, status: int | None = None, *, broker: Any = "tradovate") -> Told | None:
    """What a program is told that knows the answer to be Tradovate's, unless it does not."""
    return answers.told(source, status, broker=broker)


@pytest.mark.parametrize(
    "body",
    [
        {"orderId": 5, "failureReason": "SessionClosed"},
        {"orderId": 5, "oso1Id": 6, "failureReason": "AccountClosed"},
        {"orderId": 5, "ocoId": 6, "failureReason": "InvalidPrice", "failureText": "Wrong OCO combination"},
        {"commandId": 5, "failureReason": "TooLate"},
        {"orderId": 5, "failureReason": "AddedLater"},
        {"orderId": 5, "failureText": "Insufficient margin"},
        {"orderId": 5, "failureText": "Access is denied"},
        {"orderStrategy": {"id": 5}, "errorText": "Invalid or missed parameters"},
        [{"s": 200, "i": 1, "d": {"orderId": 5, "failureReason": "SessionClosed"}}],
    ],
    ids=json.dumps,
)
def test_an_id_beside_a_failure_leaves_the_order_open(body: object) -> None:
    assert told(body) == ("order_answer_contradictory", *UNKNOWN)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"failureReason": "SessionClosed"}, ("session_closed", *CHANGE)),
        ({"failureText": "Insufficient margin"}, ("insufficient_margin", *CHANGE)),
        ({"orderId": None, "failureReason": "SessionClosed"}, ("session_closed", *CHANGE)),
        ({"orderId": 5, "failureReason": "Success"}, None),
        ({"orderId": 5}, None),
        ({"orderId": 5, "commandId": 6, "rejectReason": "SessionClosed"}, ("session_closed", *CHANGE)),
    ],
)
def test_a_failure_without_an_id_and_a_report_that_names_its_order_are_read_as_they_stand(
    body: object, expected: object
) -> None:
    assert told(body) == expected


def test_a_failure_of_the_bridge_is_an_error_whatever_its_words() -> None:
    expected = ("bridge_error_unrecognized", "unknown", "after_change", "reconcile")
    assert told({"s": "error", "errmsg": "Order is not in a cancelable state"}) == expected
    assert told({"s": "error"}) == expected


def test_a_failure_of_the_bridge_is_nobodys_where_the_broker_is_not_known() -> None:
    assert told({"s": "error", "errmsg": "Account not found!"}, broker=None) is None


@pytest.mark.parametrize("request_id", ["request_id", "7", None, 3])
def test_a_reply_is_read_whatever_stands_in_the_place_of_its_request_id(request_id: object) -> None:
    assert told([{"s": 429, "i": request_id}]) == ("too_many_requests", *HALT)
    assert told("a" + json.dumps([{"s": 500, "i": request_id}])) == ("internal_server_error", *OUTAGE)
    denied = told([{"s": 401, "i": request_id, "d": "Access is denied"}])
    assert denied is not None
    assert denied[0] == "access_denied"


@pytest.mark.parametrize(
    ("stated", "seconds"),
    [
        (7200, 7200),
        (90_000, 90_000),
        (15, 15),
        (0, 1),
        (0.02, 1),
    ],
)
def test_a_stated_wait_is_never_shortened_and_is_at_least_a_second(stated: float, seconds: float) -> None:
    found = broker_errors.match(json.dumps({"p-ticket": "t", "p-time": stated}), broker="tradovate")
    assert found is not None
    advice = found.advice("POST /order/placeorder")
    assert (advice.wait_seconds, advice.echo) == (seconds, {"p-ticket": "t"})


@pytest.mark.parametrize("broker", ["tradovate", None])
@pytest.mark.parametrize(
    "body",
    [
        {"p-captcha": True},
        {"p-captcha": True, "p-time": 60},
        {"p-ticket": "t", "p-time": 15, "p-captcha": True},
        [{"s": 200, "i": 1, "d": {"p-captcha": True}}],
    ],
    ids=json.dumps,
)
def test_a_captcha_stops_everything_with_a_ticket_or_without(body: object, broker: str | None) -> None:
    assert told(body, broker=broker) == ("penalty_ticket_captcha", *HALT)


def test_a_ticket_without_a_captcha_is_resent() -> None:
    ticket = {"p-ticket": "t", "p-time": 15, "p-captcha": False}
    assert told(ticket) == ("penalty_ticket", "not_applied", "wait", "wait")
    assert told({"p-captcha": False}) is None


REJECTED = {"id": 7, "accountId": 1, "ordStatus": "Rejected"}
ALERT = {"id": 7, "expression": "x", "status": "Failed"}
STRATEGY = {"id": 7, "orderStrategyTypeId": 2, "status": "ExecutionFailed"}
REPORT = {"id": 8, "commandId": 7, "commandStatus": "RiskRejected"}


@pytest.mark.parametrize("entity", [REJECTED, {**REJECTED, "ordStatus": "Unknown"}, ALERT, STRATEGY, REPORT])
def test_old_entities_in_a_list_that_was_read_are_no_answer(entity: object) -> None:
    assert told([entity]) is None
    assert told({"s": 200, "i": 3, "d": [entity]}) is None
    assert told({"s": 200, "i": 3, "d": {"users": [{}], "orders": [entity]}}) is None


@pytest.mark.parametrize(
    ("entity", "expected"),
    [
        (REJECTED, "order_rejected_no_reason"),
        ({**REJECTED, "ordStatus": "Unknown"}, "order_status_unknown"),
        (ALERT, "alert_failed"),
        (STRATEGY, "order_strategy_failed"),
        (REPORT, "command_rejected_no_reason"),
    ],
)
def test_a_single_entity_is_read_alone_and_in_an_event(entity: object, expected: str) -> None:
    event = [{"e": "props", "d": {"entityType": "any", "eventType": "Updated", "entity": entity}}]
    for source in (entity, event):
        found = told(source)
        assert found is not None
        assert found[0] == expected


def test_a_snapshot_is_a_state_even_where_it_holds_reasons() -> None:
    snapshot = {
        "users": [{"id": 1}],
        "orders": [],
        "commandReports": [{**REPORT, "rejectReason": "LiquidationOnly"}],
    }
    assert told([{"s": 200, "i": 3, "d": snapshot}]) is None


def test_a_report_that_was_listed_is_known_by_its_reason() -> None:
    assert told([{**REPORT, "rejectReason": "LiquidationOnly"}]) == ("liquidation_only", *CHANGE)


def test_a_refusal_without_its_reason_promises_nothing() -> None:
    assert told(REPORT) == ("command_rejected_no_reason", *UNKNOWN)


def test_an_empty_404_is_not_said_to_be_a_wrong_address() -> None:
    assert told("", 404) == ("not_found", "unknown", "never", "reconcile")


def test_a_404_that_names_an_endpoint_is_a_wrong_address() -> None:
    frame = [{"s": 404, "i": 1, "d": '"Not found: md/subscribeQuote"'}]
    found = broker_errors.match(json.dumps(frame), broker="tradovate")
    assert found is not None
    assert found.params == {"endpoint": "md/subscribeQuote"}
    assert told(frame) == ("endpoint_not_found", *NEVER)


@pytest.mark.parametrize("status", [405, 406, 413, 415, 425, 451, 499])
def test_a_client_error_that_no_entry_names_is_an_error(status: int) -> None:
    assert told("", status) == ("other_client_error", "unknown", "after_change", "reconcile")


@pytest.mark.parametrize("status", [501, 505, 511, *range(520, 531), 599])
def test_a_server_error_that_no_entry_names_is_an_error(status: int) -> None:
    assert told("", status) == ("other_server_error", *OUTAGE)


def test_a_status_with_an_entry_keeps_it() -> None:
    assert told("", 408) == ("request_timeout", *OUTAGE)
    assert told("", 502) == ("bad_gateway", *OUTAGE)


def test_a_renewal_is_not_repeated_like_a_read() -> None:
    found = broker_errors.match("", broker="tradovate", status=502)
    assert found is not None
    assert found.advice("GET /account/list").retry == "backoff"
    assert found.advice("GET /auth/renewaccesstoken").retry == "reconcile"


@pytest.mark.parametrize(
    "text",
    [
        "Maximum order quantity has been reached.",
        "Your account is set to liquidation only.",
    ],
)
def test_words_that_others_say_too_are_nobodys_where_the_broker_is_not_known(text: str) -> None:
    assert told(text, broker=None) is None
    assert told(text) is not None


LIQUIDATION = {
    "account_closed",
    "invalid_contract",
    "session_closed",
    "tag50_not_registered",
    "trading_locked",
}


@pytest.mark.parametrize("id_", sorted(LIQUIDATION | {"unsupported"}))
def test_a_refused_liquidation_may_have_canceled_orders(id_: str) -> None:
    assert "canceled first" in answers.entries("tradovate")[id_]["on_the_way"]


OPEN = {"bad_gateway", "gateway_timeout", "internal_server_error", "request_timeout", "service_unavailable"}
OPEN |= {
    "execution_provider_unavailable",
    "risk_check_timeout",
    "unknown_reason",
    "order_rejected_unrecognized",
}
OPEN |= {"bridge_error_unrecognized", "other_client_error", "other_server_error"}


@pytest.mark.parametrize("id_", sorted(OPEN))
def test_a_list_counts_only_where_it_is_known_to_be_whole(id_: str) -> None:
    steps = [" ".join(step["do"].split()) for step in answers.entries("tradovate")[id_]["remediation"]]
    assert any("know to be older" in step and "know to be newer" in step for step in steps)
    assert not any("has still not arrived" in step for step in steps)
