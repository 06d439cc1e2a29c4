"""No short cut changes an answer."""

import pytest

from tests.runtime.differences import matcher_and_reference, short_and_whole_way
from tests.runtime.real import real_matcher


@pytest.mark.parametrize("seed", range(4))
def test_the_short_way_answers_as_the_whole_way(seed: int) -> None:
    assert list(short_and_whole_way(seed, 5_000)) == []


@pytest.mark.parametrize("seed", range(4))
def test_the_matcher_answers_as_a_loop_over_everything(seed: int) -> None:
    assert list(matcher_and_reference(seed, 250)) == []


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({"status": 400, "error": "Bad Request"}, id="in its envelope"),
        pytest.param(
            {"symbol": "ACME", "status": 403, "body": {"message": "never heard of"}}, id="around it"
        ),
    ],
)
def test_a_status_that_a_body_states_besides_the_one_that_is_known_hides_neither(body: object) -> None:
    matcher = real_matcher()
    short = matcher.find(body, "alpaca", 429)
    assert short is not None
    assert short.entry == next(matcher.find_all(body, "alpaca", 429)).entry == "alpaca.rate_limit"
