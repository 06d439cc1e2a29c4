"""What the vendors' own error guides print is recognized, in the forms in which they print it."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

import broker_errors
import pytest
from broker_errors import (
    BrokerError,
    MatchedOn,
    TradovateOrderCode,
    TradovateShutdownCode,
    TradovateSignUpCode,
    TradovateSubscriptionCode,
)

from tests.package.support import ask, error_of, found, load


@dataclass(frozen=True)
class Payload:
    """What an item of Alpaca's error guide prints.

    ``status`` is printed with the text, and ``explicit_status`` repeats it where the text does not hold it.
    ``unmistakable`` says whether the text alone tells that it is Alpaca's; None where that is open.
    """

    item: str
    raw: str
    expected: str
    params: dict[str, str]
    status: int | None
    request_id: str | None
    unmistakable: bool | None
    explicit_status: int | None


PAYLOADS = [Payload(**row) for row in load("alpaca_guide_payloads.json")]
ALPACA_ITEMS = pytest.mark.parametrize("payload", [pytest.param(p, id=f"item {p.item}") for p in PAYLOADS])
PRINTED_IN_FULL = [p for p in PAYLOADS if "response_status_code" in p.raw]
ALPACA_PAYLOADS = pytest.mark.parametrize(
    "payload", [pytest.param(p, id=f"item {p.item}") for p in PRINTED_IN_FULL]
)


def test_every_item_of_the_alpaca_guide_is_covered() -> None:
    items = {payload.item.partition(" ")[0] for payload in PAYLOADS}
    assert items == {str(number) for number in range(1, 31)} | {"FAQ"}


@ALPACA_ITEMS
def test_alpaca_guide_item_is_its_entry(payload: Payload) -> None:
    assert error_of(payload.raw, broker="alpaca", status=payload.explicit_status) == payload.expected


@ALPACA_ITEMS
def test_alpaca_guide_item_gives_its_params(payload: Payload) -> None:
    assert found(payload.raw, broker="alpaca", status=payload.explicit_status).params == payload.params


@ALPACA_PAYLOADS
def test_alpaca_guide_payload_gives_the_printed_status(payload: Payload) -> None:
    assert found(payload.raw, broker="alpaca").report.status == payload.status


@ALPACA_PAYLOADS
def test_alpaca_guide_payload_gives_the_printed_request_id(payload: Payload) -> None:
    assert found(payload.raw, broker="alpaca").report.request_id == payload.request_id


@pytest.mark.parametrize(
    "payload", [pytest.param(p, id=f"item {p.item}") for p in PRINTED_IN_FULL if p.raw.startswith("{")]
)
def test_the_prose_around_an_alpaca_guide_payload_changes_nothing(payload: Payload) -> None:
    page = (
        "If you receive an HTTP error like the one below, it likely means the order was refused.\n"
        f"{payload.raw}Make sure that your order is right (e.g. market, limit) like below.\n"
        'See the API documentation for "Market Order" for details.\nreq = MarketOrderRequest(\nqty=1,\n)'
    )
    assert error_of(page, broker="alpaca") == payload.expected


@pytest.mark.parametrize(
    "payload", [pytest.param(p, id=f"item {p.item}") for p in PAYLOADS if p.unmistakable]
)
def test_unmistakable_alpaca_guide_item_needs_no_broker(payload: Payload) -> None:
    assert error_of(payload.raw) == payload.expected


@pytest.mark.parametrize(
    "payload", [pytest.param(p, id=f"item {p.item}") for p in PAYLOADS if p.unmistakable is False]
)
def test_alpaca_guide_item_that_anyone_may_say_needs_the_broker(payload: Payload) -> None:
    assert error_of(payload.raw, status=payload.explicit_status) is None


ORDER_CODES = [
    "AccountClosed",
    "AdvancedTrailingStopUnsupported",
    "AnotherCommandPending",
    "BackMonthProhibited",
    "ExecutionProviderNotConfigured",
    "ExecutionProviderUnavailable",
    "InvalidContract",
    "InvalidPrice",
    "KeyInformationDocumentRequired",
    "LiquidationOnly",
    "LiquidationOnlyBeforeExpiration",
    "MaxOrderQtyIsNotSpecified",
    "MaxOrderQtyLimitReached",
    "MaxPosLimitMisconfigured",
    "MaxPosLimitReached",
    "MaxTotalPosLimitReached",
    "MultipleAccountPlanRequired",
    "NoQuote",
    "NotEnoughLiquidity",
    "OtherExecutionRelated",
    "ParentRejected",
    "RiskCheckTimeout",
    "SSFNFAComplianceRequired",
    "SSFNFAComplianceRequiredJointOnly",
    "SSFRiskDisclosureAcknowledgmentRequired",
    "SessionClosed",
    "TooLate",
    "TradingLocked",
    "TrailingStopNonOrderQtyModify",
    "Unauthorized",
    "UnknownReason",
    "Unsupported",
]
SIGN_UP_CODES = [
    "DataError",
    "EmailAlreadyRegistered",
    "EmailAndPasswordCompromised",
    "EmailPolicyFailed",
    "FailedRecaptcha",
    "PasswordCompromised",
    "UnknownError",
    "UserAlreadyExists",
    "WeakPassword",
    "WrongChallenge",
    "WrongChallengeOrigin",
]
SUBSCRIPTION_CODES = [
    "ConflictWithExisting",
    "DowngradeNotAllowed",
    "IncompatibleCMEMarketDataSubscriptionPlans",
    "IncorrectPaymentMethod",
    "InsufficientFunds",
    "PaymentProviderError",
    "PlanDiscontinued",
    "SingleTrialOnly",
    "UnknownError",
]
SHUTDOWN_ERRORS = {
    "ConnectionQuotaReached": "tradovate.shutdown_connection_quota",
    "IPQuotaReached": "tradovate.shutdown_ip_quota",
    "Maintenance": "tradovate.shutdown_maintenance",
}

TEXT = "A text that no entry names"

Body = Callable[[str], object]
"""A body as a function of the code in it."""


def snake_case(value: str) -> str:
    """The id of a vendor's value: a word starts at a capital after a small letter or before one."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", value).lower()


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("NoQuote", "no_quote"),
        ("Unauthorized", "unauthorized"),
        ("SSFNFAComplianceRequired", "ssfnfa_compliance_required"),
        ("IncompatibleCMEMarketDataSubscriptionPlans", "incompatible_cme_market_data_subscription_plans"),
    ],
)
def test_an_id_is_the_value_in_snake_case(value: str, name: str) -> None:
    assert snake_case(value) == name


@pytest.mark.parametrize(
    ("enum", "values"),
    [
        pytest.param(TradovateOrderCode, [*ORDER_CODES, "Success"], id="order"),
        pytest.param(TradovateSignUpCode, [*SIGN_UP_CODES, "Success"], id="sign-up"),
        pytest.param(TradovateSubscriptionCode, [*SUBSCRIPTION_CODES, "Success"], id="subscription"),
        pytest.param(TradovateShutdownCode, list(SHUTDOWN_ERRORS), id="shutdown"),
    ],
)
def test_an_enum_holds_the_published_values_as_the_vendor_spells_them(
    enum: type[TradovateOrderCode], values: list[str]
) -> None:
    assert {(member.name, member.value) for member in enum} == {(value, value) for value in values}


def place_order_result(code: str) -> dict[str, object]:
    return {"failureReason": code, "failureText": TEXT}


def place_order_result_without_text(code: str) -> dict[str, object]:
    return {"failureReason": code}


def command_report(code: str) -> dict[str, object]:
    return {
        "id": 400000000002,
        "commandId": 400000000001,
        "timestamp": "2026-03-12T14:28:05.971Z",
        "commandStatus": "RiskPassed" if code == "Success" else "RiskRejected",
        "rejectReason": code,
        "text": TEXT,
    }


def command_report_event(code: str) -> str:
    event = {"entityType": "commandReport", "eventType": "Created", "entity": command_report(code)}
    return f"a[{json.dumps({'e': 'props', 'd': event})}]"


def order_reply(code: str) -> str:
    return f'a[{{"s":200,"i":1,"d":{{"failureReason":"{code}","failureText":"{TEXT}"}}}}]'


def sign_up_response(code: str) -> dict[str, object]:
    return {"errorText": TEXT, "errorCode": code, "userId": 100001, "emailVerified": False}


def subscription_response(code: str) -> dict[str, object]:
    return {"errorText": TEXT, "errorCode": code}


def subscription_reply(code: str) -> str:
    return f'a[{{"s":200,"i":4,"d":{{"errorText":"{TEXT}","errorCode":"{code}"}}}}]'


ORDER_BODIES = pytest.mark.parametrize(
    "body",
    [place_order_result, place_order_result_without_text, command_report, command_report_event, order_reply],
    ids=lambda body: body.__name__,
)
SUBSCRIPTION_BODIES = pytest.mark.parametrize(
    "body", [subscription_response, subscription_reply], ids=lambda body: body.__name__
)


@ORDER_BODIES
@pytest.mark.parametrize("code", ORDER_CODES)
def test_order_code_is_its_own_entry(code: str, body: Body) -> None:
    assert error_of(body(code), broker="tradovate") == f"tradovate.{snake_case(code)}"


@pytest.mark.parametrize("code", SIGN_UP_CODES)
def test_sign_up_code_is_its_own_entry(code: str) -> None:
    assert error_of(sign_up_response(code), broker="tradovate") == f"tradovate.{snake_case(code)}"


@SUBSCRIPTION_BODIES
@pytest.mark.parametrize("code", SUBSCRIPTION_CODES)
def test_subscription_code_is_its_own_entry(code: str, body: Body) -> None:
    assert error_of(body(code), broker="tradovate") == f"tradovate.{snake_case(code)}"


@pytest.mark.parametrize(("code", "error"), SHUTDOWN_ERRORS.items())
def test_shutdown_code_is_its_own_entry(code: str, error: str) -> None:
    assert error_of(f'a[{{"e":"shutdown","d":{{"reasonCode":"{code}"}}}}]', broker="tradovate") == error


@pytest.mark.parametrize("code", ["LiquidationOnly", "MaxPosLimitReached", "SSFNFAComplianceRequired"])
@ORDER_BODIES
def test_order_code_that_only_tradovate_has_needs_no_broker(code: str, body: Body) -> None:
    assert error_of(body(code)) == f"tradovate.{snake_case(code)}"


@pytest.mark.parametrize(("code", "error"), SHUTDOWN_ERRORS.items())
def test_shutdown_code_needs_no_broker(code: str, error: str) -> None:
    assert error_of(f'a[{{"e":"shutdown","d":{{"reasonCode":"{code}"}}}}]') == error


def test_code_with_an_unknown_text_is_matched_on_the_code() -> None:
    match = found(place_order_result("NoQuote"), broker="tradovate")
    assert (match.matched_on, match.report.code, match.report.message) == (MatchedOn.CODE, "NoQuote", TEXT)


@pytest.mark.parametrize(
    ("body", "channel"),
    [
        pytest.param(place_order_result("NoQuote"), "rest", id="HTTP"),
        pytest.param(order_reply("NoQuote"), "websocket", id="reply"),
        pytest.param(command_report_event("NoQuote"), "websocket", id="event"),
    ],
)
def test_channel_is_told_by_the_form_of_the_answer(body: object, channel: str) -> None:
    assert found(body, broker="tradovate").report.channel == channel


@pytest.mark.parametrize("broker", ["tradovate", None], ids=["named", "not named"])
@pytest.mark.parametrize(
    "body",
    [
        pytest.param({"orderId": 400000000001}, id="placeorder"),
        pytest.param(
            {"failureReason": "Success", "failureText": "", "orderId": 400000000001}, id="PlaceOrderResult"
        ),
        pytest.param(place_order_result("Success"), id="PlaceOrderResult with a text"),
        pytest.param({"failureReason": "Success", "commandId": 400000000001}, id="CommandResult"),
        pytest.param({"commandStatus": "RiskPassed", "rejectReason": "Success"}, id="commandReport"),
        pytest.param(command_report("Success"), id="commandReport with a text"),
        pytest.param(command_report_event("Success"), id="commandReport in an event"),
        pytest.param(order_reply("Success"), id="WebSocket reply"),
        pytest.param('a[{"s":200,"i":1,"d":{"orderId":400000000001}}]', id="WebSocket reply with the order"),
        pytest.param(sign_up_response("Success"), id="SignUpResponse with a text"),
        pytest.param(
            {"errorText": "", "errorCode": "Success", "userId": 100001, "emailVerified": True},
            id="SignUpResponse",
        ),
        pytest.param({"errorCode": "Success", "errorText": None}, id="subscription response"),
        pytest.param(subscription_reply("Success"), id="subscription reply"),
    ],
)
def test_success_is_no_error(body: object, broker: str | None) -> None:
    assert ask(body, broker=broker) is None


def test_every_code_is_an_error_of_its_own() -> None:
    codes = {snake_case(code) for code in [*ORDER_CODES, *SIGN_UP_CODES, *SUBSCRIPTION_CODES]}
    known: dict[str, BrokerError] = {error.value: error for error in broker_errors.errors_of("tradovate")}
    assert {f"tradovate.{code}" for code in codes} <= known.keys()
