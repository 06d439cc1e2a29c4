"""Policies that run what the catalog says: each signature and each example against its whole broker."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import yaml

from generator.findings import Place
from generator.model.catalog import Entry, Example
from generator.model.payloads import as_bodies, as_body, as_texts
from generator.policies.registry import Subject, Wrong, policy
from generator.targets.python.runtime._words import MatchedOn

_CAUSES = ("templates-disjoint", "signature-unique")
"""Policies that found what these would show once more."""
_SHOWN, _WIDTH = 200, 1000
"""Characters of a payload that a finding shows, and of params on one line."""


@policy("example-matches", needs_plan=True, follows=_CAUSES)
def examples_match_their_own_entry(subject: Subject) -> Iterator[Wrong]:
    """An example is a test: users paste the very same payload."""
    for entry in subject.catalog.entries:
        for example in entry.examples:
            yield from _check(subject, entry, example, subject.place(example, "source"))


@policy("signature-matches", needs_plan=True, follows=_CAUSES)
def signatures_match_their_own_entry(subject: Subject) -> Iterator[Wrong]:
    """What a signature says must lead to its entry in the form in which the broker sends it."""
    for broker in subject.catalog.brokers:
        for entry in broker.entries:
            for signature in entry.signatures:
                bodies = as_bodies(broker, entry, signature)
                # A code, a field or a status may come in several forms: one of them is enough.
                is_message = signature.kind is MatchedOn.MESSAGE and signature.code is None
                tried = islice(bodies, 1) if is_message else bodies
                place = subject.place(signature)
                yield from _unless_one_is_right(_check(subject, entry, one, place) for one in tried)
                for text in as_texts(entry, signature):
                    yield from _check(subject, entry, text, place)


def _unless_one_is_right(tried: Iterable[Iterator[Wrong]]) -> Sequence[Wrong]:
    """What is wrong with the first, where something is wrong with each of them."""
    first: Sequence[Wrong] | None = None
    for wrong in map(tuple, tried):
        if not wrong:
            return ()
        first = first or wrong
    return first or ()


@policy("example-repeats", severity="warning", needs_plan=True)
def examples_say_more_than_signatures(subject: Subject) -> Iterator[Wrong]:
    """Every signature is executed anyway: an example of nothing else only has to be kept in step."""
    for broker in subject.catalog.brokers:
        for entry in broker.entries:
            made = {
                _key(as_body(broker, entry, one))
                for one in entry.signatures
                if one.message is None or "{" not in one.message
            }
            for example in entry.examples:
                if example.evidence == "constructed" and _key(example) in made:
                    yield Wrong(subject.place(example), "The example only repeats a signature.", "Remove it.")


def _key(example: Example) -> tuple[object, ...]:
    return example.status, "".join(example.body.split())


def _check(subject: Subject, entry: Entry, example: Example, place: Place) -> Iterator[Wrong]:
    found = subject.matcher.find(example.body, entry.broker, example.status, example.channel)
    shown = example.body[:_SHOWN]
    if found is None:
        yield Wrong(place, f"This is not recognized at all: {shown}", _mend(entry, example))
    elif found.entry != entry.full_id:
        message = f"This is recognized as {found.entry}, by its {found.matched_on}: {shown}"
        yield Wrong(place, message, _mend(entry, example), frozenset({entry.full_id, found.entry}))
    elif found.matched_on != MatchedOn.MESSAGE and _lacks_slot(found.params(entry.fields), example, entry):
        yield Wrong(place, f"No wording of the entry is found in {shown}", _mend(entry, example))
    elif not _params_fit(found.params(entry.fields), example, entry):
        params = yaml.safe_dump(found.params(entry.fields), default_flow_style=True, width=_WIDTH).strip()
        yield Wrong(
            place,
            f"The params are not what is captured from {shown}",
            _mend_params(params) if example in entry.examples else "Narrow the slots: one takes too much.",
        )


def _mend_params(params: str) -> str:
    return f"Write params: {params}" if params != "{}" else "Leave out params."


def _mend(entry: Entry, example: Example) -> str:
    """What to change: the wording that comes nearest to the payload, where the entry has any."""
    wordings = [one.message for one in entry.signatures if one.message is not None]
    if not wordings:
        return "Mend the entry's signatures, or the example."
    nearest = max(wordings, key=lambda wording: _shared(wording, example.body))
    return f"The message must match as a whole. The nearest wording is `{nearest}`: mend it or the payload."


def _shared(wording: str, body: str) -> int:
    """How many words of a wording stand in a payload."""
    said = set(body.lower().split())
    return sum(word in said for word in wording.lower().split())


def _lacks_slot(params: dict[str, str], example: Example, entry: Entry) -> bool:
    """Whether a value is expected that only a message can give."""
    return any(name not in params and name not in entry.fields for name in example.params)


def _params_fit(params: dict[str, str], example: Example, entry: Entry) -> bool:
    """A payload made from a signature has no word on the entry's further fields."""
    return params == example.params or (
        example not in entry.examples and example.params.items() <= params.items()
    )
