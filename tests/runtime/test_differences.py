"""No short cut changes an answer."""

import pytest

from tests.runtime.differences import matcher_and_reference, short_and_whole_way


@pytest.mark.parametrize("seed", range(4))
def test_the_short_way_answers_as_the_whole_way(seed: int) -> None:
    assert list(short_and_whole_way(seed, 5_000)) == []


@pytest.mark.parametrize("seed", range(4))
def test_the_matcher_answers_as_a_loop_over_everything(seed: int) -> None:
    assert list(matcher_and_reference(seed, 250)) == []
