"""A Tradovate that answers the snippets' requests, well or badly, and keeps what was sent to it."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import requests

BASE = "https://demo.tradovateapi.com/v1"

ORDER = {
    "id": 77,
    "accountId": 5,
    "contractId": 9,
    "timestamp": "2026-11-25T15:00:00.000Z",
    "action": "Sell",
    "ordStatus": "Suspended",
    "parentId": 76,
}
SUBSCRIPTION = {
    "id": 2,
    "marketDataSubscriptionPlanId": 3,
    "tradovateSubscriptionPlanId": 3,
    "userPluginPlanId": 3,
    "expirationDate": "2026-12-31",
}
ANSWERS: Mapping[str, Any] = {
    "/account/item": {"id": 5, "name": "DEMO5", "ssfRiskDisclosureAcknowledgment": "2026-01-01T00:00Z"},
    "/account/list": [{"id": 5, "name": "DEMO5", "closed": False}],
    "/accountRiskStatus/deps": [{"id": 5, "adminAction": "Normal", "liquidateOnly": "2026-11-25T15:00Z"}],
    "/alert/list": [{"id": 1, "status": "Failed", "expression": "x", "failure": "y"}],
    "/auth/renewaccesstoken": {
        "accessToken": "another token",
        "expirationTime": "2026-11-25T16:20:00.000Z",
        "userStatus": "Active",
        "apiHosts": {"demo": "demo.example.test"},
    },
    "/cashBalance/getcashbalancesnapshot": {"totalCashValue": 50_000.0, "withdrawalRejectReason": "NoData"},
    "/cashBalanceLog/deps": [{"id": 1, "timestamp": "2026-11-25T15:00:00.000Z", "delta": 1.0, "amount": 2.0}],
    "/command/deps": [{"id": 90, "orderId": 77, "clOrdId": "mine", "commandStatus": "RiskPassed"}],
    "/commandReport/deps": [
        {"id": 91, "commandId": 90, "commandStatus": "RiskRejected", "rejectReason": "NoQuote", "text": "x"}
    ],
    "/contract/deps": [{"id": 9, "name": "ESM6", "contractMaturityId": 3}],
    "/contract/find": {"id": 9, "name": "ESM6", "contractMaturityId": 3},
    "/contract/rollcontract": {"contract": {"id": 10, "name": "ESU6"}, "errorText": ""},
    "/contract/suggest": [{"id": 9, "name": "ESM6", "contractMaturityId": 3}],
    "/contractMaturity/deps": [{"id": 3, "productId": 4, "isFront": True}, {"id": 8, "productId": 4}],
    "/contractMaturity/item": {"id": 3, "productId": 4},
    "/customerApplication/getpartnersubaccountrequeststatus": {"requestId": 1, "status": "InReview"},
    "/executionReport/deps": [{"id": 92, "commandId": 90, "execType": "New"}],
    "/fill/deps": [{"id": 1, "qty": 2, "active": True}, {"id": 2, "qty": 1, "active": False}],
    "/marketDataSubscription/deps": [SUBSCRIPTION],
    "/marketDataSubscription/list": [SUBSCRIPTION],
    "/marketDataSubscriptionPlan/list": [
        {"id": 3, "name": "CME", "exchangeScopeId": 1, "professional": False}
    ],
    "/order/deps": [ORDER, {**ORDER, "id": 70, "timestamp": "2026-11-24T15:00:00.000Z"}],
    "/order/dryrun": {
        "rejectReason": "Success",
        "comment": "",
        "details": {"initialMarginReq": 1, "excess": 2},
    },
    "/order/item": ORDER,
    "/orderStrategy/list": [
        {"id": 1, "accountId": 5, "status": "ExecutionFailed"},
        {"id": 2, "accountId": 5, "status": "ExecutionInterrupted"},
    ],
    "/orderStrategyLink/deps": [{"id": 1, "orderId": 77, "label": "a"}],
    "/orderVersion/deps": [{"id": 2, "timeInForce": "Day"}, {"id": 1, "timeInForce": "GTC"}],
    "/position/deps": [{"id": 1, "accountId": 5, "contractId": 9, "netPos": -2}],
    "/product/item": {"id": 4, "name": "ES", "tickSize": 0.25},
    "/productSession/deps": [{"id": 1}],
    "/tradingPermission/deps": [{"id": 1, "accountId": 5, "status": "Accepted"}],
    "/tradovateSubscription/deps": [SUBSCRIPTION],
    "/tradovateSubscriptionPlan/list": [{"id": 3, "name": "Free", "trial": False, "discontinuedDate": None}],
    "/user/find": {"id": 6, "name": "user", "email": "", "timestamp": "2026-11-25T15:00:00.000Z"},
    "/user/list": [{"id": 6, "name": "user"}],
    "/userPlugin/deps": [SUBSCRIPTION],
    "/userPlugin/list": [SUBSCRIPTION],
    "/userSessionStats/deps": [{"id": 6, "failedPasswords": 1}],
}
OPTIONAL = {
    *(
        "active",
        "adminAction",
        "clOrdId",
        "closed",
        "comment",
        "contract",
        "contractId",
        "details",
        "execType",
    ),
    *("expression", "failure", "isFront", "label", "liquidateOnly", "parentId", "rejectReason", "text"),
    *("commandStatus", "errorText", "ssfRiskDisclosureAcknowledgment", "timeInForce"),
    *(
        "accessToken",
        "amount",
        "apiHosts",
        "delta",
        "discontinuedDate",
        "email",
        "exchangeScopeId",
        "expirationDate",
    ),
    *(
        "expirationTime",
        "failedPasswords",
        "marketDataSubscriptionPlanId",
        "professional",
        "totalCashValue",
        "trial",
    ),
    *("tradovateSubscriptionPlanId", "userPluginPlanId", "userStatus"),
}
"""Fields that the specification leaves out at times."""
SAFE = {
    "/cashBalance/getcashbalancesnapshot",
    "/contract/rollcontract",
    "/customerApplication/getpartnersubaccountrequeststatus",
    "/order/dryrun",
}
"""Operations that change nothing although they are posted."""


def least(value: Any) -> Any:
    """The same answer without its optional fields."""
    if isinstance(value, list):
        return [least(item) for item in value]
    return {name: item for name, item in value.items() if name not in OPTIONAL}


def vanished(value: Any) -> Any:
    """The same answer where nothing is left to be listed."""
    return [] if isinstance(value, list) else value


def flat(value: Any) -> Any:
    """The same answer where the position was closed."""
    return (
        [{**item, "netPos": 0} if "netPos" in item else item for item in value]
        if isinstance(value, list)
        else value
    )


def swapped(value: Any) -> Any:
    """An entity in the place of a list, and the reverse."""
    return {"id": 1} if isinstance(value, list) else [1]


GOOD: Mapping[str, Callable[[Any], Any]] = {
    "full": lambda value: value,
    "without optional fields": least,
    "vanished": vanished,
    "flat": flat,
}
BAD: Mapping[str, Callable[[Any], tuple[int, str]]] = {
    "unauthorized": lambda _: (401, "Access is denied"),
    "not found": lambda _: (404, ""),
    "locked out": lambda _: (429, ""),
    "server error": lambda _: (500, "Internal Server Error, error id: 00000000-0000-4000-8000-000000000001"),
    "penalty": lambda _: (200, '{"p-ticket":"t","p-time":15}'),
    "captcha": lambda _: (200, '{"p-captcha":true}'),
    "errorText": lambda _: (200, '{"errorText":"bad"}'),
    "failureReason": lambda _: (200, '{"failureReason":"SessionClosed"}'),
    "nothing": lambda _: (200, "null"),
    "plain text": lambda _: (200, "Access is denied"),
    "swapped": lambda value: (200, json.dumps(swapped(value))),
}


class Server:
    """Answers every path in one way. ``sent`` holds the operations that change something."""

    def __init__(self, answer: Callable[[Any], tuple[int, str]]) -> None:
        self.sent: list[str] = []
        self._answer = answer

    def request(self, method: str, url: str, **how: Any) -> requests.Response:
        """In the place of ``requests.request``."""
        path = url.removeprefix(BASE)
        assert path in ANSWERS, f"{path} is no path of this Tradovate"
        assert how["timeout"] > 0
        if method != "GET" and path not in SAFE:
            self.sent.append(path)
        json.dumps(how.get("json"))
        return response(*self._answer(ANSWERS[path]), url=url, method=method)


def response(status: int, body: str, *, url: str = BASE, method: str = "GET") -> requests.Response:
    """An answer as requests has it."""
    made = requests.Response()
    made.status_code, made.url, made._content = status, url, body.encode()
    made.request = requests.Request(method, url).prepare()
    return made
