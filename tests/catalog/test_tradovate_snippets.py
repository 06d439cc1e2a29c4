"""The snippets of Tradovate's entries run against a fake Tradovate, whatever it answers."""

import ast
import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path
from typing import Any

import pytest
import requests
import yaml

from tests.catalog.tradovate_server import BAD, GOOD, Server, response

CATALOG = Path(__file__).parents[2] / "catalog" / "tradovate"
AREAS = sorted(path.stem for path in CATALOG.glob("*.yaml") if path.stem != "broker")
PREAMBLE = yaml.load((CATALOG / "broker.yaml").read_text("utf-8"), yaml.CSafeLoader)["preamble"]
ENVIRONMENT = {
    "TRADOVATE_ACCESS_TOKEN": "token",
    "TRADOVATE_USER": "user",
    "TRADOVATE_PASSWORD": "password",
    "TRADOVATE_CID": "1",
    "TRADOVATE_SEC": "secret",
}


def snippets() -> Iterator[Any]:
    """The code of every step, with a few answers of its entry."""
    for area in AREAS:
        for entry in yaml.load((CATALOG / f"{area}.yaml").read_text("utf-8"), yaml.CSafeLoader)["entries"]:
            answers = [example["source"] for example in entry.get("examples", ())]
            answers += [
                {"status": one["status"], "body": ""} for one in entry["signatures"] if "status" in one
            ]
            for number, step in enumerate(entry["remediation"], 1):
                if "code" in step:
                    yield pytest.param(
                        step["code"], answers or [{"body": "{}"}], id=f"{entry['id']}-{number}"
                    )


def refusal(answer: dict[str, Any]) -> Exception:
    """What the preamble raises for an answer."""
    status, body = answer.get("status", 200), answer["body"]
    if status >= 400:
        return requests.HTTPError(f"{status} Client Error", response=response(status, body))
    return RuntimeError(body)


def run(
    code: str, error: Exception, server: Server, monkeypatch: pytest.MonkeyPatch, **known: Any
) -> dict[str, Any]:
    """Run a snippet after the preamble, with the variables that a reader has; its variables are returned."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(requests, "request", server.request)
    scope: dict[str, Any] = {
        "account_id": 5,
        "client_order_id": "mine",
        "contract_symbol": "ESM6",
        "error": error,
        "limit_price": 5000.1,
        "order_id": 77,
        "plan_id": 3,
        "qty": 2,
        "request": {"symbol": "ESM6", "orderQty": 1},
        "stop_price": 4990.0,
        "sub_account_request_id": 1,
        "user_id": 6,
        "user_name": "user",
        **known,
    }
    exec(compile(PREAMBLE, "preamble", "exec"), scope)
    exec(compile(code, "snippet", "exec"), scope)
    return scope


def asks_nothing(code: str) -> bool:
    """Tell whether a snippet calls none of the preamble's helpers."""
    called = {
        node.func.id
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    return not called & {"get", "get_list", "post", "orders_since", "reports"}


SNIPPETS = list(snippets())


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize(("code", "answers"), SNIPPETS)
def test_a_snippet_runs_to_its_end(
    code: str, answers: Any, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for answer in answers:
        run(code, refusal(answer), Server(lambda value: (200, json.dumps(GOOD[name](value)))), monkeypatch)


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize(("code", "answers"), SNIPPETS)
def test_an_answer_that_is_itself_an_error_stops_a_snippet_by_the_preambles_hand(
    code: str, answers: Any, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Server(BAD[name])
    stopped: AbstractContextManager[object] = pytest.raises((requests.RequestException, RuntimeError))
    if asks_nothing(code):
        stopped = nullcontext()
    elif name == "not found" and "except requests.HTTPError" in code:
        stopped = suppress(requests.HTTPError)
    with stopped:
        run(code, refusal(answers[0]), server, monkeypatch)


@pytest.mark.parametrize(("code", "answers"), SNIPPETS)
def test_a_snippet_changes_nothing(code: str, answers: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    server = Server(lambda value: (200, json.dumps(value)))
    run(code, refusal(answers[0]), server, monkeypatch)
    assert server.sent == []


def code_of(id_: str) -> str:
    """The first snippet of an entry."""
    return next(str(one.values[0]) for one in SNIPPETS if str(one.id).startswith(f"{id_}-"))


def answering(**changed: Any) -> Server:
    """A server of which the order has these fields."""
    return Server(
        lambda value: (
            200,
            json.dumps({**value, **changed} if isinstance(value, dict) and "ordStatus" in value else value),
        )
    )


def test_an_order_in_an_unknown_state_is_not_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    code = code_of("another_command_pending")
    unknown = run(code, RuntimeError("{}"), answering(ordStatus="Unknown"), monkeypatch)
    working = run(code, RuntimeError("{}"), answering(ordStatus="Working"), monkeypatch)
    assert (unknown["settled"], working["settled"]) == (False, True)


def test_busted_fills_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(code_of("too_late"), RuntimeError("{}"), answering(), monkeypatch)["filled"] == 2


def test_a_waiting_leg_counts_as_open(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(code_of("daily_loss_limit"), RuntimeError("{}"), answering(), monkeypatch)
    assert "Suspended" in capsys.readouterr().out


def test_the_identical_order_is_built_with_its_ticket(monkeypatch: pytest.MonkeyPatch) -> None:
    error = RuntimeError('{"p-ticket":"t","p-time":15}')
    scope = run(code_of("penalty_ticket"), error, answering(), monkeypatch)
    assert scope["again"] == {"symbol": "ESM6", "orderQty": 1, "p-ticket": "t"}


def test_a_change_keeps_the_time_in_force_of_the_placement(monkeypatch: pytest.MonkeyPatch) -> None:
    scope = run(code_of("modify_not_allowed"), RuntimeError("{}"), answering(), monkeypatch)
    assert scope["body"]["timeInForce"] == "GTC"
