"""Where the matcher and the reference, or its own two ways, answer differently."""

from collections.abc import Iterator
from itertools import islice

from generator.plan.common import common
from generator.targets.python.runtime._finding import Found
from tests.runtime.mutations import Mutations
from tests.runtime.real import real_catalog, real_matcher, real_plans
from tests.runtime.reference import Reference


def short_and_whole_way(seed: int, count: int) -> Iterator[str]:
    """The short way of bodies against the whole way; one in four is alone in a list."""
    matcher = real_matcher()
    for number, (body, broker, status) in enumerate(islice(_mutations(seed).bodies(), count)):
        source = [body] if number % 4 == 0 else body
        short = matcher.find(source, broker, status)
        whole = next(matcher.find_all(source, broker, status), None)
        if _told(short) != _told(whole):
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


def _told(found: Found | None) -> object:
    if found is None:
        return None
    return found.entry, found.rank, found.slots, found.report._replace(place=None)
