"""Many texts at once."""

import pickle
import subprocess
import sys

import broker_errors
import pytest
from broker_errors import Columns, classify

from tests.package.support import BUYING_POWER, GENERATED, SHORTING

TEXTS = [BUYING_POWER, "all is well", None, SHORTING, BUYING_POWER, ""]


def test_columns_are_as_long_as_the_texts() -> None:
    assert classify(TEXTS).error == [
        "alpaca.insufficient_buying_power",
        None,
        None,
        "alpaca.account_not_allowed_to_short",
        "alpaca.insufficient_buying_power",
        None,
    ]


def test_columns_tell_what_a_match_tells() -> None:
    columns = classify([BUYING_POWER])
    assert columns == Columns(
        ["alpaca.insufficient_buying_power"],
        ["insufficient_funds"],
        ["after_change"],
        ["not_applied"],
        ["message"],
    )


def test_columns_have_names() -> None:
    assert list(classify([])._asdict()) == ["error", "category", "retry", "outcome", "matched_on"]


def test_no_texts_give_empty_columns() -> None:
    assert classify([]) == Columns([], [], [], [], [])


def test_values_are_plain_text() -> None:
    values = [value for column in classify(TEXTS) for value in column if value is not None]
    assert {type(value) for value in values} == {str}


@pytest.mark.parametrize(("operation", "retry"), [("GET /v2/orders", "backoff"), (None, "reconcile")])
def test_retry_is_that_of_the_operation(operation: str | None, retry: str) -> None:
    assert classify(['HTTP 504: {"code":50410000}'], broker="alpaca", operation=operation).retry == [retry]


def test_named_broker_is_looked_for() -> None:
    text = '{"message":"forbidden."}'
    assert (classify([text]).error, classify([text], broker="alpaca").error) == ([None], ["alpaca.forbidden"])


def test_text_that_comes_again_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr("broker_errors._classify.match", lambda text, **_: asked.append(text))
    classify(["a", "b", "a", None, "b"])
    assert asked == ["a", "b"]


def test_unknown_broker_is_refused() -> None:
    with pytest.raises(ValueError, match="there is no broker"):
        classify(["x"], broker="binance")  # type: ignore[arg-type]


def test_function_and_columns_can_be_pickled() -> None:
    assert pickle.loads(pickle.dumps(classify)) is classify
    assert pickle.loads(pickle.dumps(classify(TEXTS))) == classify(TEXTS)


def test_worker_imports_next_to_nothing() -> None:
    program = (
        f"import sys; sys.path.insert(0, {str(GENERATED)!r}); before = set(sys.modules)\n"
        "from broker_errors import classify; print(*sorted(set(sys.modules) - before))"
    )
    ended = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert not {"dataclasses", "json", "re", "typing"} & set(ended.stdout.split())


def test_every_match_of_the_columns_is_a_match() -> None:
    ids = classify(TEXTS, broker="alpaca").error
    matches = [None if text is None else broker_errors.match(text, broker="alpaca") for text in TEXTS]
    assert ids == [None if match is None else match.error.value for match in matches]
