"""The words of a text that is too long to hold them all."""

from hypothesis import given
from hypothesis import strategies as st

from generator.targets.python.runtime._fold import words
from generator.targets.python.runtime._hearing import LAST_WORDS, LONG, Hearing
from tests.runtime.real import real_matcher

LINE = "2026-01-05 18:30:00 INFO strategy.loop: evaluated 42 symbols, nothing to do\n"
PIECES = st.lists(
    st.sampled_from(["order rejected", " ", "\n", "x" * 40_000, LINE * 600, "\u00e9 "]), max_size=12
)


def heard(text: str) -> tuple[frozenset[bytes], list[bytes]]:
    hearing: Hearing = real_matcher()._texts._hearing
    found = hearing.hear(text, named=True)
    return (frozenset(), []) if found is None else (frozenset(found.spoken), found.spoken[-LAST_WORDS:])


@given(PIECES)
def test_they_are_the_words_of_the_text_and_the_last_ones_in_their_order(pieces: list[str]) -> None:
    text = LINE * (LONG // len(LINE) + 1) + "".join(pieces) + " order rejected"
    assert heard(text) == (frozenset(words(text)), words(text)[-LAST_WORDS:])


def test_a_message_at_the_beginning_of_a_long_text_is_found() -> None:
    text = 'asset "EIDO" cannot be sold short\n' + LINE * (4 * LONG // len(LINE))
    found = real_matcher().find(text, "alpaca")
    assert found is not None
    assert found.entry == "alpaca.asset_cannot_be_shorted"
