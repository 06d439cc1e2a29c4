"""Policies that run the examples, each against its whole broker."""

from collections.abc import Iterator

from generator.message_template import parse_template
from generator.model import Entry, Example
from generator.plan_data import recogniser_of
from generator.policies import Subject, Wrong, policy
from generator.runtime._engine import Recogniser
from generator.runtime._source import Source


@policy("example-matches", needs_plan=True)
def examples_match_their_own_entry(subject: Subject) -> Iterator[Wrong]:
    """An example is a test: users paste the very same payload."""
    for broker, plan in subject.plans:
        recogniser = recogniser_of(broker, plan)
        for entry in broker.entries:
            for example in entry.examples:
                yield from _check(recogniser, entry, example)


@policy("slot-captured", needs_plan=True)
def slots_are_captured(subject: Subject) -> Iterator[Wrong]:
    """A slot that no example fills was never seen to work."""
    for entry in subject.catalog.entries:
        captured = {name for example in entry.examples for name in example.params}
        for signature in entry.signatures:
            slots = parse_template(signature.message).slots if signature.message is not None else ()
            for slot in slots:
                if slot.name not in captured:
                    yield Wrong(
                        signature.where["message"],
                        f"No example captures the slot {slot.name}.",
                        f"Add an example with params: {{{slot.name}: ...}}.",
                    )


def _check(recogniser: Recogniser, entry: Entry, example: Example) -> Iterator[Wrong]:
    found = next(
        recogniser.recognise(
            [Source(example.body)], named=True, status=example.status, channel=example.channel
        ),
        None,
    )
    if found is None:
        yield Wrong(
            example.where["source"],
            "The example is not recognised at all.",
            "Mend the signature or the example; the message must be matched as a whole.",
        )
    elif found.error != entry.full_id:
        yield Wrong(
            example.where["source"],
            f"The example is recognised as {found.error}, by its {found.hit.matched_on}.",
            "Mend the signatures of the two entries.",
        )
    elif found.params() != example.params:
        yield Wrong(
            example.where.get("params", example.where[""]),
            f"The params are {found.params()}.",
            "Write them as they are captured, or mend the template.",
        )
