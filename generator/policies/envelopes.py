"""Policies on envelopes: the first one that holds reads a body, and what tells a broker is only its own."""

from collections.abc import Iterator

from generator.plan.common import foreign
from generator.policies.registry import Subject, Wrong, policy
from generator.targets.python.runtime._rows import ConditionRow, EnvelopeRow

_SHOWN = 100
_IMPLIED_BY_A_TEXT = ("text", "value", "key")
"""The shapes that a value which is asked for literally has, if it is a text."""


@policy("envelope-reached", needs_plan=True)
def envelopes_are_reached(subject: Subject) -> Iterator[Wrong]:
    """An envelope behind one that asks for less never reads anything."""
    for broker, plan in zip(subject.catalog.brokers, subject.plans, strict=True):
        for number, row in enumerate(plan.envelopes):
            before = next((one for one in plan.envelopes[:number] if _takes_all(one, row)), None)
            if before is not None:
                yield Wrong(
                    subject.place(broker.envelopes[number], "when"),
                    f"{before.id} stands before it and holds wherever this one does.",
                    f"Put {row.id} before {before.id}, or remove it.",
                )


@policy("foreign-answered", needs_plan=True)
def foreign_texts_are_nobodys(subject: Subject) -> Iterator[Wrong]:
    """What is unmistakable tells the broker to whoever has not named it: nobody else may say it."""
    brokers = {broker.id: broker for broker in subject.catalog.brokers}
    for text, speaker in foreign():
        found = subject.matcher.find(text)
        if found is not None and found.signature.broker != speaker:
            yield Wrong(
                subject.place(brokers[found.signature.broker]),
                f"{found.entry} is the answer to what {speaker} says: {text[:_SHOWN]}",
                "Take unmistakable from the envelope, text form or code set that tells the broker.",
                frozenset({found.entry}),
            )


def _takes_all(one: EnvelopeRow, other: EnvelopeRow) -> bool:
    """Whether the first holds wherever the other does, whatever code there is and be it in a list or not."""
    if one.code_sets or one.single:
        return False
    return all(any(_implies(there, asked) for there in other.when) for asked in one.when)


def _implies(there: ConditionRow, asked: ConditionRow) -> bool:
    if there.path != asked.path:
        return False
    literal = there.shape == "is" and isinstance(there.value, str) and there.value.strip() != ""
    return there[1:] == asked[1:] or (literal and asked.shape in _IMPLIED_BY_A_TEXT)
