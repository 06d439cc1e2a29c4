"""Where the matcher and the reference, or its own two ways, answer differently."""

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from generator.plan.common import common
from generator.targets.python.runtime._finding import Found
from tests.runtime.mutations import Mutations
from tests.runtime.real import matcher_of_one, real_catalog, real_matcher, real_plans
from tests.runtime.reference import Reference

FORMS: Sequence[Callable[[object], object]] = (
    lambda body: body,
    lambda body: body,
    lambda body: [body],
    json.dumps,
    lambda body: f"\n {json.dumps(body)} ",
    lambda body: {"status": 422, "body": body},
    lambda body: {"symbol": "ACME", "status": 403, "body": {"status": 422, "body": body}},
)
"""A body as it is, alone in a list, as text, and within others."""


def short_and_whole_way(seed: int, count: int) -> Iterator[str]:
    """The short way of bodies against the whole way, in the forms in which bodies come."""
    for number, (body, broker, status) in enumerate(islice(_mutations(seed).bodies(), count)):
        source = FORMS[number % len(FORMS)](body)
        matcher = real_matcher() if broker is None or number % 2 else matcher_of_one(broker)
        short = matcher.find(source, broker, status)
        whole = next(matcher.find_all(source, broker, status), None)
        if _told(short, place=True) != _told(whole, place=True):
            yield f"{source!r}, {broker}, {status}: {_told(short)}, the whole way {_told(whole)}"


def matcher_and_reference(seed: int, count: int) -> Iterator[str]:
    """Texts and bodies by the matcher and by the reference."""
    matcher, reference = real_matcher(), Reference(real_plans(), common())
    mutations = _mutations(seed)
    for sources in (mutations.bodies(), mutations.texts()):
        for source, broker, status in islice(sources, count // 2):
            found, wanted = matcher.find(source, broker, status), reference.first(source, broker, status)
            if _told(found) != _told(wanted):
                yield f"{source!r}, {broker}, {status}: {_told(found)}, the reference {_told(wanted)}"


def _mutations(seed: int) -> Mutations:
    return Mutations(real_catalog(), real_plans(), seed)


def _told(found: Found | None, *, place: bool = False) -> object:
    if found is None:
        return None
    report = found.report if place else found.report._replace(place=None)
    return found.entry, found.rank, found.slots, report
