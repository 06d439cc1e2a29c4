"""``diff`` over this repository's own history: what was lost or gained then is found now.

The commits are from before there was a diff. Nobody was told of these changes at the time.
"""

import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from generator.history.answers import NOTHING
from generator.history.diff import Diff, compare, diff
from generator.history.revision import unpacked
from tests.generator.helpers import ROOT

REVISIONS = ("807df3a", "fff2708", "003e870", "401ea80", "2212e07")


def has(revision: str) -> bool:
    """Whether the clone goes back to a revision; an archive or a shallow clone does not."""
    command = ["git", "-C", str(ROOT), "cat-file", "-e", f"{revision}^{{commit}}"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(
    not all(map(has, REVISIONS)), reason="the history of the repository is not here"
)


def answers(found: Diff) -> Counter[str]:
    """How many answers each rule counts."""
    return Counter({rule: count for rule, count in _counted(found) if count})


def _counted(found: Diff) -> list[tuple[str, int]]:
    rules = sorted({change.rule for change in found.changes})
    return [(rule, sum(change.count for change in found.changes if change.rule == rule)) for rule in rules]


@pytest.fixture(scope="module")
def stricter_matching() -> Diff:
    return diff(Path(ROOT), "fff2708", "003e870")


LOST = {
    "alpaca.insufficient_buying_power": 2,
    "alpaca.insufficient_crypto_balance": 3,
    "alpaca.insufficient_qty_available": 2,
    "alpaca.invalid_order_type": 2,
    "alpaca.mleg_invalid_limit_price": 2,
    "alpaca.mleg_rolling_ambiguity": 2,
    "alpaca.mleg_underlying_mismatch": 2,
    "alpaca.notional_minimum": 2,
    "alpaca.option_contract_expired": 2,
    "alpaca.option_contract_not_found": 2,
    "alpaca.order_already_replaced": 2,
    "alpaca.qty_required": 2,
    "alpaca.stream_connection_limit": 2,
    "alpaca.stream_symbol_limit": 2,
    "alpaca.stream_v2_not_enabled": 2,
    "alpaca.trading_stream_auth_failed": 3,
    "tradovate.auth_call_failed": 7,
    "tradovate.expired_access_token": 5,
    "tradovate.invalid_price": 5,
    "tradovate.md_unknown_symbol": 5,
    "tradovate.modify_not_allowed": 3,
}
"""How many answers each entry lost: its examples, and its wordings as a text, in a log line and in a body."""


def test_answers_that_were_lost_without_the_broker_named_are_found(stricter_matching: Diff) -> None:
    lost = [change for change in stricter_matching.changes if change.rule == "answer-lost"]
    assert {change.entry: change.count for change in lost} == LOST
    assert {change.says for change in lost} == {"no longer recognized, without the broker named"}


def test_answers_are_lost_as_examples_texts_lines_and_bodies(tmp_path: Path) -> None:
    before, after = unpacked(Path(ROOT), ("fff2708", "003e870"), tmp_path)
    compared = compare(before, after, tmp_path)
    origins = [compared.origins[one.payload] for one in compared.differing if one.after == NOTHING]
    forms = Counter(re.sub(r"^signature \d+ of \S+ |(?<=^example) .*", "", origin) for origin in origins)
    assert forms == {"example": 9, "as a bare text": 20, "in a log line": 23, "as a body": 7}


def test_an_answer_that_became_a_fallbacks_is_found(stricter_matching: Diff) -> None:
    (blurred,) = (change for change in stricter_matching.changes if change.rule == "answer-blurred")
    assert (blurred.entry, blurred.says) == (
        "tradovate.too_many_requests",
        "too_many_requests → business_error_text",
    )


def test_what_was_lost_asks_for_reasons_and_a_new_minor_version(stricter_matching: Diff) -> None:
    assert not stricter_matching.passes
    assert stricter_matching.next_version == "0.2.0"


def test_lost_params_and_a_lost_wording_are_found_among_many_gains() -> None:
    found = diff(Path(ROOT), "807df3a", "fff2708")
    assert {change.entry for change in found.changes if change.rule == "param-lost"} == {
        "alpaca.cannot_replace_in_status",
        "tradovate.ws_close_frame",
    }
    (lost,) = (change for change in found.changes if change.rule == "answer-lost")
    assert (lost.entry, lost.says) == (
        "alpaca.qty_must_be_positive",
        "no longer recognized, even with the broker named",
    )
    counted = answers(found)
    assert counted["answer-sharpened"] > 100
    assert counted["answer-gained"] > 100


def test_a_commit_of_prose_changes_no_answer() -> None:
    found = diff(Path(ROOT), "401ea80", "2212e07")
    assert (found.changes, found.differing) == ((), 0)
