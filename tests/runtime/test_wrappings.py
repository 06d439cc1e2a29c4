"""Whatever is written around a known message, it is recognized: all messages of the catalog in each kind."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import pytest

from generator.messages.samples import filled
from generator.messages.template import parse_template
from generator.model.catalog import Broker, Entry, Signature
from generator.model.payloads import as_bodies
from tests.runtime.real import real_catalog, real_matcher
from tests.wrappings import BODIES, CHANGED, CUTS, MESSAGES, SENTENCES, Wrap

WHOLE, HARD = 0.97, 0.92
"""The share that has to be right: of whole messages; of cut ones, and of short ones within a sentence."""
WRONG, WRONG_PART = 0.02, 0.04
"""The share that may be taken for another specific error: of whole messages, and where a part is missing."""

WORDS_OF_A_SHORT_ONE = 4
"""How many literal words a short message has at most."""


class Known(NamedTuple):
    """A message of the catalog, a body that has it, and what else its entry demands."""

    broker: str
    entry: str
    message: str
    short: bool
    body: str
    code: str | None
    status: int | None
    channel: str | None


class Answer(NamedTuple):
    """The entry that a wrapped message was taken for; None for nothing."""

    known: Known
    text: str
    entry: str | None
    fallback: bool

    @property
    def right(self) -> bool:
        return self.entry == self.known.entry

    @property
    def wrong(self) -> bool:
        """Whether it was taken for another specific error."""
        return not self.right and self.entry is not None and not self.fallback


@cache
def known_messages() -> Sequence[Known]:
    """Each message of the catalog that its broker sends in an object, with its slots filled."""
    made = (
        _known(broker, entry, signature)
        for broker in real_catalog().brokers
        for entry in broker.entries
        for signature in entry.signatures
        if signature.message is not None and signature.body is None
    )
    return tuple(dict.fromkeys(known for known in made if json.dumps(known.message) in known.body))


def _known(broker: Broker, entry: Entry, signature: Signature) -> Known:
    template = parse_template(signature.message or "")
    return Known(
        broker.id,
        entry.full_id,
        filled(template)[0],
        template.literal_words <= WORDS_OF_A_SHORT_ONE,
        next(as_bodies(broker, entry, signature)).body or "",
        signature.code if "code" in signature.requires else None,
        signature.status if "status" in signature.requires else None,
        signature.channel,
    )


@cache
def answers(wrap: Wrap) -> Sequence[Answer]:
    """What each message is taken for; those that demand a code only where the wrapping shows it."""
    return tuple(_answers(wrap))


def _answers(wrap: Wrap) -> Iterator[Answer]:
    fallbacks = {entry.full_id for entry in real_catalog().entries if entry.fallback}
    for known in known_messages():
        text = wrap(known.message, known.body)
        if known.code is None or known.code in text:
            found = real_matcher().find(text, known.broker, known.status, known.channel)
            entry = None if found is None else found.entry
            yield Answer(known, text, entry, entry in fallbacks)


def told(answered: Iterable[Answer]) -> str:
    """What is not right, for whoever reads a failure."""
    return "\n".join(f"{one.entry} for {one.known.entry}: {one.text}" for one in answered if not one.right)


def share(answered: Sequence[Answer]) -> float:
    return sum(one.right for one in answered) / len(answered)


def kinds(wrappings: Mapping[str, Wrap]) -> list[Any]:
    """The kinds by their names."""
    return [pytest.param(wrap, id=name) for name, wrap in wrappings.items()]


@pytest.mark.parametrize("wrap", kinds({**MESSAGES, **BODIES}))
def test_a_whole_message_is_recognized(wrap: Wrap) -> None:
    answered = answers(wrap)
    assert share(answered) >= WHOLE, told(answered)


@pytest.mark.parametrize("wrap", kinds(SENTENCES))
def test_a_long_message_within_a_sentence_is_recognized(wrap: Wrap) -> None:
    answered = [one for one in answers(wrap) if not one.known.short]
    assert share(answered) >= WHOLE, told(answered)


@pytest.mark.parametrize("wrap", kinds(SENTENCES))
def test_a_short_message_within_a_sentence_is_recognized(wrap: Wrap) -> None:
    answered = [one for one in answers(wrap) if one.known.short]
    assert share(answered) >= HARD, told(answered)


@pytest.mark.parametrize("wrap", kinds(CUTS))
def test_a_message_without_its_end_is_recognized(wrap: Wrap) -> None:
    answered = answers(wrap)
    assert share(answered) >= HARD, told(answered)


@pytest.mark.parametrize("wrap", kinds({**MESSAGES, **BODIES, **SENTENCES}))
def test_a_whole_message_is_hardly_ever_taken_for_another_one(wrap: Wrap) -> None:
    answered = answers(wrap)
    wrong = [one for one in answered if one.wrong]
    assert len(wrong) <= WRONG * len(answered), told(wrong)


@pytest.mark.parametrize("wrap", kinds({**CUTS, **CHANGED}))
def test_a_part_of_a_message_is_seldom_taken_for_another_one(wrap: Wrap) -> None:
    answered = answers(wrap)
    wrong = [one for one in answered if one.wrong]
    assert len(wrong) <= WRONG_PART * len(answered), told(wrong)
