"""No short cut changes an answer."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.plan.common import common
from tests.runtime.differences import matcher_and_reference, short_and_whole_way
from tests.runtime.real import matcher_of_one, real_matcher, real_plans
from tests.runtime.reference import Reference

ROOT = Path(__file__).parents[2]
TWO_FORMS = (
    "2026-03-26 20:40:58,612 [ERROR] websocket: fin=1 opcode=8 data=b'\\x03\\xe8Bye' - goodbye\n"
    "2026-03-26 20:40:58,613 [WARNING] tradovate_api: Market data WebSocket closed: None None "
    "data websocket error, restarting connection: server rejected WebSocket connection: HTTP 429"
)
"""A text in which two text forms stand."""
ANSWERS = f"""
from itertools import islice
from tests.runtime.mutations import Mutations
from tests.runtime.real import real_catalog, real_matcher, real_plans

texts = islice(Mutations(real_catalog(), real_plans(), 3).texts(), 500)
for source, broker, status in (({TWO_FORMS!r}, None, None), *texts):
    found = real_matcher().find_all(source, broker, status)
    print([(one.entry, one.rank, one.slots) for one in found])
"""


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


@pytest.mark.parametrize(
    "message",
    [
        "data websocket error, restarting connection: SERVER REJECTED WEBSOCKET CONNECTION: HTTP 404",
        "NO AVAILABLE QUOTE FOR SYMBOL.",
    ],
)
def test_what_was_met_before_changes_no_answer(message: str) -> None:
    matcher = matcher_of_one("alpaca")
    for met in ("data websocket error, restarting connection: foo", "no available quote for SPY"):
        assert matcher.find({"message": met}, "alpaca") is not None
    short, whole = (
        matcher.find({"message": message}, "alpaca"),
        matcher.find_all({"message": message}, "alpaca"),
    )
    assert short is not None
    assert (short.entry, short.slots) == next((one.entry, one.slots) for one in whole)


@pytest.mark.parametrize("depth", [1, 2, 90, 150, 2_000])
def test_bodies_within_each_other_are_the_same_both_ways(depth: int) -> None:
    body: object = {"status": 429, "body": {"code": 40310000, "message": "insufficient buying power"}}
    for _ in range(depth):
        body = {"status": 403, "body": body}
    assert_the_same_both_ways(body)


def test_a_body_that_holds_itself_is_the_same_both_ways() -> None:
    body: dict[str, object] = {"status": 429}
    body["body"] = body
    assert_the_same_both_ways(body)


def assert_the_same_both_ways(body: object) -> None:
    matcher = matcher_of_one("alpaca")
    short, whole = matcher.find(body, "alpaca"), next(matcher.find_all(body, "alpaca"), None)
    assert short is not None
    assert whole is not None
    assert (short.entry, short.rank) == (whole.entry, whole.rank)


def test_a_text_that_breaks_off_in_the_first_word_of_a_short_message_is_the_same_to_both() -> None:
    text = "Trying the DEMO endpoint first...\nStatus Code: 200\n\u274c Authenticatio"
    both = Reference(real_plans(), common()).first(text, "alpaca"), real_matcher().find(text, "alpaca")
    assert [one and one.entry for one in both] == ["alpaca.unauthorized_unrecognized"] * 2


def test_an_answer_is_the_same_in_every_process() -> None:
    """A set of words has another order in each, and nothing may depend on it."""
    answers = {
        subprocess.run(
            [sys.executable, "-c", ANSWERS],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in "1234"
    }
    assert len(answers) == 1
