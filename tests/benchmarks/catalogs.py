"""Catalogs of any size, made up: the same ones for the same size."""

import random
from collections.abc import Mapping, Sequence
from itertools import product

from generator.model.catalog import (
    Area,
    Broker,
    Catalog,
    Channel,
    CodeSet,
    Condition,
    Entry,
    Envelope,
    Source,
)
from generator.plan.common import common
from generator.plan.make import make_plans
from generator.targets.python.package import generate
from generator.targets.python.runtime._info import Citation, Retries, Signature
from generator.targets.python.runtime._matcher import Matcher
from generator.targets.python.runtime._words import Evidence, Outcome, Retry

_SYLLABLES = ("ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo")
_WORDS = ["".join(some) for some in product(_SYLLABLES, repeat=3)]
"""A vocabulary of the size that a large catalog has, and of no language."""
_CODE = "40310000"
FRAMING = "a"
"""What stands before the frames of the made-up brokers."""


def messages(count: int, broker: int = 0) -> list[str]:
    """A broker's made-up messages, a third of them with slots. No two match one text."""
    chance = random.Random(count + broker * 1_000_003)
    texts = [chance.sample(_WORDS, 6) for _ in range(count)]
    return [
        " ".join((*words[:5], "{symbol:symbol}", words[5]) if number % 3 == 0 else words)
        for number, words in enumerate(texts)
    ]


def matcher(brokers: int, entries: int) -> Matcher:
    """A matcher of some brokers with so many entries each."""
    catalog = Catalog((), (), (), (), tuple(_broker(number, entries) for number in range(brokers)))
    return Matcher(make_plans(catalog, common(), ()), common())


def package(entries: int) -> Mapping[str, str]:
    """The files of the Python package for one broker with so many entries."""
    catalog = Catalog((), (), (), (), (_broker(0, entries),))
    return generate(catalog, make_plans(catalog, common(), ()), common(), "0.0.0")


def samples(entries: int, chance: random.Random) -> Sequence[str]:
    """Some of the first broker's messages as they come, slots filled."""
    texts = [text.replace("{symbol:symbol}", "BRK.B") for text in messages(entries)]
    return chance.sample(texts, 60)


def _broker(number: int, entries: int) -> Broker:
    name = f"broker{number}"
    made = tuple(_entry(name, place, text) for place, text in enumerate(messages(entries, number)))
    return Broker(
        id=name,
        name=name,
        enum=f"{name.title()}Error",
        docs="https://example.com",
        support="https://example.com",
        marks=(f"{name}-api",),
        channels=(
            Channel("rest", "REST", "Answers.", "http"),
            Channel("stream", "Stream", "Frames.", "stream", framing=(FRAMING,)),
        ),
        code_sets=(CodeSet(f"{name.title()}Code", "Codes", "[45][0-9]{7}", ("rest",), (_CODE,)),),
        envelopes=(
            Envelope(
                "body",
                "The error body.",
                {"message": Condition("text")},
                channel="rest",
                code="code",
                code_sets=(f"{name.title()}Code",),
                message="message",
            ),
        ),
        sources=(Source("made_up", "Made up", "report"),),
        areas=(Area("all", "All", "Made up.", "made-up.yaml", made),),
    )


def _entry(broker: str, number: int, message: str) -> Entry:
    signature = Signature(Evidence.CONSTRUCTED, Citation("made_up"), status=403, code=_CODE, message=message)
    return Entry(
        broker=broker,
        area="all",
        id=f"error_{number}",
        title="Made up",
        category="risk_control",
        channels=("rest",),
        signatures=(signature,),
        meaning="Made up.",
        causes=("Made up.",),
        retry_=Retries(Retry.AFTER_CHANGE, Retry.AFTER_CHANGE),
        outcome=Outcome.NOT_APPLIED,
        remediation=(),
        since="0.1.0",
    )
