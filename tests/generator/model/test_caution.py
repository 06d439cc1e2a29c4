"""Which change of a retry takes something from programs, and which lets them do more."""

from itertools import product

import pytest

from generator.model.caution import is_laxer, is_stricter, repeats
from generator.targets.python.runtime._words import Retry

STRICTER = {
    Retry.BACKOFF: {Retry.WAIT, Retry.AFTER_CHANGE, Retry.NEVER, Retry.RECONCILE, Retry.HALT},
    Retry.RECONNECT: {Retry.WAIT, Retry.AFTER_CHANGE, Retry.NEVER, Retry.RECONCILE, Retry.HALT},
    Retry.WAIT: {Retry.AFTER_CHANGE, Retry.NEVER, Retry.RECONCILE, Retry.HALT},
    Retry.AFTER_CHANGE: {Retry.NEVER, Retry.RECONCILE},
    Retry.NEVER: set(),  # each other one sends the request again at some time
    Retry.RECONCILE: set(),  # each other one leaves out the look-up
    Retry.HALT: set(),  # each other one lets requests through at once
}


@pytest.mark.parametrize("before", Retry)
def test_a_stricter_retry_lets_a_program_do_less_and_nothing_besides(before: Retry) -> None:
    assert {after for after in Retry if is_stricter(after, before)} == STRICTER[before]


@pytest.mark.parametrize(("after", "before"), list(product(Retry, repeat=2)))
def test_what_is_stricter_is_never_laxer(after: Retry, before: Retry) -> None:
    assert not (is_stricter(after, before) and is_laxer(after, before))


@pytest.mark.parametrize(("after", "before"), [("perhaps", "backoff"), ("never", "perhaps")])
def test_a_word_that_is_not_known_is_never_part_of_something_stricter(after: str, before: str) -> None:
    assert not is_stricter(after, before)


def test_programs_repeat_by_themselves_what_is_sent_again_soon_or_after_a_wait() -> None:
    assert {one for one in Retry if repeats(one)} == {Retry.BACKOFF, Retry.RECONNECT, Retry.WAIT}
