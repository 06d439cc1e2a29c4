"""A team's own errors."""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import broker_errors
import pytest
from broker_errors import AlpacaError, Outcome, Retry, overlay
from broker_errors._info import forget_texts
from broker_errors._loading import ADDED, entries
from broker_errors._matching import forget

from tests.package.support import GENERATED, Command

ENTRY: dict[str, Any] = {
    "id": "desk_limit",
    "title": "Order exceeds the desk's limit",
    "category": "risk_control",
    "signatures": [
        {"message": "order exceeds the desk limit of {limit:decimal} for {symbol:symbol}", "status": 422}
    ],
    "meaning": "The desk's own gateway refused the order, and nothing was sent to the broker.",
    "causes": ["The order is larger than the desk allows."],
    "remediation": [{"who": "developer", "do": "Split the order, or ask the desk."}],
    "outcome": "not_applied",
    "retry": "after_change",
}
BODY = '{"code":42210000,"message":"order exceeds the desk limit of 12.5 for SPY"}'


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    """Take away afterwards what was added."""
    yield
    for broker, added in ADDED.items():
        for error in added.errors:
            del entries(broker)[error.value]
    ADDED.clear()
    overlay._LOADED.clear()
    forget_texts()
    forget()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return written(tmp_path)


def written(folder: Path, *changes: dict[str, Any], broker: str = "alpaca") -> Path:
    """An overlay with the entry, changed as is said; without changes the entry itself."""
    path = folder / "overlay.json"
    path.write_text(json.dumps({broker: [ENTRY | change for change in changes or ({},)]}))
    return path


def error_in(source: object) -> str | None:
    found = broker_errors.match(source, broker="alpaca")
    return None if found is None else found.error.value


def problem(folder: Path, *changes: dict[str, Any]) -> str:
    with pytest.raises(overlay.OverlayProblem) as raised:
        broker_errors.load(written(folder, *changes))
    return str(raised.value)


def test_error_of_an_overlay_is_recognized(file: Path) -> None:
    (error,) = broker_errors.load(file)
    found = broker_errors.match(BODY, broker="alpaca")
    assert found is not None
    assert found.error is error
    assert found.params == {"limit": "12.5", "symbol": "SPY"}


def test_error_of_an_overlay_is_recognized_in_a_text(file: Path) -> None:
    broker_errors.load(file)
    assert error_in("2026-11-25 ERROR order exceeds the desk limit of 12.5 for SPY") == "alpaca.desk_limit"


def test_error_of_an_overlay_has_its_facts_and_texts(file: Path) -> None:
    (error,) = broker_errors.load(file)
    assert (error.retry, error.outcome, error.fallback) == (Retry.AFTER_CHANGE, Outcome.NOT_APPLIED, False)
    assert (error.info.title, error.info.causes) == (ENTRY["title"], tuple(ENTRY["causes"]))


def test_advice_is_given(file: Path) -> None:
    broker_errors.load(file)
    found = broker_errors.match(BODY, broker="alpaca")
    assert found is not None
    assert found.advice("POST /v2/orders").retry is Retry.AFTER_CHANGE


def test_without_the_overlay_it_is_what_the_fallback_says() -> None:
    assert error_in(BODY) == "alpaca.unprocessable_request"


def test_error_of_an_overlay_needs_the_broker(file: Path) -> None:
    broker_errors.load(file)
    assert broker_errors.match("order exceeds the desk limit of 12.5 for SPY") is None


def test_specific_error_of_the_catalog_comes_first(tmp_path: Path) -> None:
    code = {"id": "any_forbidden", "signatures": [{"code": "40310000"}]}
    broker_errors.load(written(tmp_path, code))
    body = '{"code":40310000,"message":"insufficient buying power"}'
    assert error_in(body) == "alpaca.insufficient_buying_power"
    assert error_in('{"code":40310000,"message":"nobody has seen this sentence"}') == "alpaca.any_forbidden"


@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        pytest.param({"message": "the desk is closed"}, 429, "alpaca.rate_limit", id="a status"),
        pytest.param(
            {"code": 40310100, "message": "the desk is closed"}, None, "alpaca.pdt_protection", id="a code"
        ),
        pytest.param(
            {"message": "the desk is closed, as ever"},
            429,
            "alpaca.rate_limit",
            id="a status, and it goes on",
        ),
    ],
)
def test_what_the_catalog_is_sure_of_comes_before_a_message_of_an_overlay(
    tmp_path: Path, body: object, status: int | None, error: str
) -> None:
    broker_errors.load(written(tmp_path, {"signatures": [{"message": "the desk is closed"}]}))
    found = broker_errors.match(body, broker="alpaca", status=status)
    (first, *_) = broker_errors.match_all(body, broker="alpaca", status=status)
    assert found is not None
    assert found.error == first.error == error


def test_error_that_says_so_comes_before_the_catalogs(tmp_path: Path) -> None:
    own = {
        "signatures": [{"message": "insufficient buying power"}],
        "more_specific_than": ["insufficient_buying_power"],
    }
    broker_errors.load(written(tmp_path, own))
    assert error_in('{"code":40310000,"message":"insufficient buying power"}') == "alpaca.desk_limit"


def test_wait_is_given(tmp_path: Path) -> None:
    broker_errors.load(written(tmp_path, {"retry": "wait", "wait": {"seconds": 30}}))
    found = broker_errors.match(BODY, broker="alpaca")
    assert found is not None
    assert found.advice("GET /v2/orders").wait_seconds == 30


def test_errors_are_listed_with_the_brokers(file: Path) -> None:
    (error,) = broker_errors.load(file)
    assert error in broker_errors.errors_of("alpaca")
    assert broker_errors.error(error.value) is error
    assert set(AlpacaError) <= set(broker_errors.errors_of("alpaca"))


def test_commands_know_them(file: Path, command: Command) -> None:
    broker_errors.load(file)
    assert command("explain", "desk_limit").out.startswith("order exceeds the desk limit")
    assert "alpaca.desk_limit" in command("list", "--search", "desk").out
    assert "alpaca.desk_limit" in command("scan", "-", "--broker", "alpaca", stdin=BODY.encode()).out


def test_file_is_loaded_once(file: Path) -> None:
    assert broker_errors.load(file) == broker_errors.load(str(file))
    assert len(ADDED["alpaca"].errors) == 1


def test_several_overlays_add_up(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    broker_errors.load(written(tmp_path / "one"))
    second = {"id": "desk_closed", "signatures": [{"message": "the desk has closed for today"}]}
    broker_errors.load(written(tmp_path / "two", second))
    assert error_in(BODY) == "alpaca.desk_limit"
    assert error_in('{"code":42210000,"message":"the desk has closed for today"}') == "alpaca.desk_closed"


def test_yaml_is_read(tmp_path: Path) -> None:
    path = tmp_path / "overlay.yaml"
    path.write_text(json.dumps({"alpaca": [ENTRY]}))  # JSON is YAML
    assert [error.value for error in broker_errors.load(path)] == ["alpaca.desk_limit"]


def test_without_pyyaml_yaml_is_refused_with_a_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)
    (tmp_path / "overlay.yaml").write_text("alpaca: []")
    with pytest.raises(overlay.OverlayProblem, match="install PyYAML, or write the overlay in JSON"):
        broker_errors.load(tmp_path / "overlay.yaml")


def test_match_can_be_pickled_where_the_overlay_is_loaded(file: Path) -> None:
    broker_errors.load(file)
    found = broker_errors.match(BODY, broker="alpaca")
    assert pickle.loads(pickle.dumps(found)) == found


def run(program: str, **environment: str) -> str:
    own = {"PATH": os.environ["PATH"], "PYTHONPATH": str(GENERATED)} | environment
    ended = subprocess.run([sys.executable, "-c", program], env=own, capture_output=True, check=False)
    return (ended.stdout or ended.stderr).decode()


def test_environment_names_overlays(file: Path) -> None:
    program = f"import broker_errors; print(broker_errors.match({BODY!r}, broker='alpaca').error)"
    assert run(program, BROKER_ERRORS_OVERLAY=str(file)) == "alpaca.desk_limit\n"


def test_pickled_error_is_read_by_a_process_that_loaded_the_overlay(file: Path) -> None:
    (error,) = broker_errors.load(file)
    program = f"import pickle; error = pickle.loads({pickle.dumps(error)!r}); print(error, error.retry)"
    assert run(program, BROKER_ERRORS_OVERLAY=str(file)) == "alpaca.desk_limit after_change\n"


def test_process_that_has_not_loaded_the_overlay_says_so(file: Path) -> None:
    (error,) = broker_errors.load(file)
    said = run(f"import pickle; pickle.loads({pickle.dumps(error)!r})")
    assert "alpaca.desk_limit is of an overlay that is not loaded here" in said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"title": ""}, "alpaca[0]: title must be given"),
        ({"id": "Desk Limit"}, "alpaca[0].id: an id is written in snake_case"),
        ({"id": "wash_trade"}, "alpaca[0].id: there is alpaca.wash_trade already; choose another id"),
        ({"category": "risk"}, "alpaca[0].category: there is no risk; there are account_state"),
        ({"retry": "later"}, "alpaca[0].retry: there is no later; there are never"),
        ({"retry": {"read": "backoff"}}, "alpaca[0].retry: there is no None"),
        ({"outcome": "gone"}, "alpaca[0].outcome: there is no gone"),
        ({"channels": ["rset"]}, "alpaca[0].channels: there is no rset"),
        ({"remediation": ["Ask the desk."]}, "alpaca[0].remediation: there is no None; there are developer"),
        ({"retry": "wait"}, "alpaca[0].wait: what is to be waited for has to say how long"),
        ({"signatures": ["x"]}, "alpaca[0].signatures[0]: give a message, code, status or field"),
        ({"signatures": [{"message": "{a:thing} is not allowed"}]}, "there is no slot {a:thing}; types are"),
        ({"signatures": [{"message": "{what} is not allowed"}]}, "a slot is written {name:type}"),
        ({"signatures": [{"message": "{text:text}"}]}, "a message needs a word that stands free of slots"),
        ({"wait": 5, "retry": "wait"}, "this cannot be read as an entry of the catalog"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    assert said in problem(tmp_path, change)


@pytest.mark.parametrize(
    ("message", "rival"),
    [
        ("insufficient buying power", "alpaca.insufficient_buying_power"),
        ("asset {name:word} is not active", "alpaca.asset_not_active"),
        ("{anything:text} is not active", "alpaca.asset_not_active"),
    ],
)
def test_message_that_the_catalog_knows_is_refused_by_name(tmp_path: Path, message: str, rival: str) -> None:
    said = problem(tmp_path, {"signatures": [{"message": message}]})
    assert "collides with" in said
    assert rival in said


def test_two_entries_with_one_message_are_refused(tmp_path: Path) -> None:
    assert "alpaca.other: the message" in problem(tmp_path, {}, {"id": "other"})


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    assert len(problem(tmp_path, {"outcome": "gone"}, {"id": "x y"}).splitlines()) == 2


def test_nothing_is_added_of_what_is_wrong(tmp_path: Path) -> None:
    problem(tmp_path, {}, {"id": "other", "outcome": "gone"})
    assert error_in(BODY) == "alpaca.unprocessable_request"


@pytest.mark.parametrize("text", ["[]", "nonsense", '{"binance": []}', '{"alpaca": [5]}', '{"alpaca": 5}'])
def test_file_of_another_kind_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "overlay.json").write_text(text)
    with pytest.raises(overlay.OverlayProblem, match=r"overlay\.json: "):
        broker_errors.load(tmp_path / "overlay.json")
