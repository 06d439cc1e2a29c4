"""What a match tells logs, spans, metrics and other programs."""

import json
from typing import Literal

import broker_errors
import pytest

from tests.package.support import ask

BODY = (
    '{"code":40310000,"message":"insufficient buying power","buying_power":"607.24","cost_basis":"50007.2"}'
)


def found(
    source: object = BODY, broker: Literal["alpaca", "tradovate"] = "alpaca", status: int | None = 403
) -> broker_errors.Match[broker_errors.BrokerError]:
    match = ask(source, broker=broker, status=status)
    assert match is not None
    return match


def test_attributes_are_flat_and_name_the_error_as_opentelemetry_does() -> None:
    assert found().attributes("POST /v2/orders") == {
        "error.type": "alpaca.insufficient_buying_power",
        "http.response.status_code": 403,
        "broker_error.broker": "alpaca",
        "broker_error.category": "insufficient_funds",
        "broker_error.retry": "after_change",
        "broker_error.outcome": "not_applied",
        "broker_error.resend": False,
        "broker_error.fallback": False,
    }


def test_attributes_are_those_of_the_operation() -> None:
    assert found("", status=504).attributes("GET /v2/orders")["broker_error.retry"] == "backoff"
    assert found("", status=504).attributes("POST /v2/orders")["broker_error.retry"] == "reconcile"


def test_attributes_state_the_wait() -> None:
    ticket = found('{"p-ticket":"ticket-1","p-time":15}', "tradovate", None)
    assert ticket.attributes()["broker_error.wait_seconds"] == 15


def test_attributes_are_plain_values() -> None:
    assert {type(value) for value in found().attributes().values()} <= {str, int, float, bool}


def test_attributes_leave_out_what_was_captured() -> None:
    assert "607.24" not in json.dumps(found().attributes())


def test_attributes_have_what_was_captured_when_asked_for() -> None:
    assert found().attributes(params=True)["broker_error.param.buying_power"] == "607.24"


def test_problem_has_the_members_of_the_standard() -> None:
    problem = found().to_problem(status=409, docs="https://errors.example.com/")
    info = found().error.info
    assert (problem["type"], problem["title"], problem["status"], problem["detail"]) == (
        f"https://errors.example.com/{info.docs_path}",
        info.title,
        409,
        info.meaning,
    )


def test_problem_has_no_status_of_the_broker() -> None:
    assert "status" not in found().to_problem()


def test_problem_says_what_may_be_done() -> None:
    problem = found("", status=504).to_problem("POST /v2/orders")
    assert (problem["retry"], problem["outcome"], problem["resend"]) == ("reconcile", "unknown", False)


def test_problem_has_the_steps_in_order() -> None:
    steps = found().to_problem()["steps"]
    assert steps == [{"who": step.who, "do": step.do} for step in found().error.info.remediation]


@pytest.mark.parametrize("params", [False, True])
def test_problem_has_captured_values_and_the_brokers_words_only_when_asked_for(params: bool) -> None:
    document = json.dumps(found().to_problem(params=params))
    assert ("607.24" in document) is params
    assert ('"message": "insufficient buying power"' in document) is params
