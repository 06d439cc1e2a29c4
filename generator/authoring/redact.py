"""Replaces what could identify a person, an account or an order by like-shaped values."""

import re
from collections.abc import Callable, Mapping

from generator.policies.privacy import Privacy

_LIKE: Mapping[str, Callable[[int, str], str]] = {
    "a UUID": lambda number, _: f"00000000-0000-4000-8000-{number:012}",
    "a long hexadecimal id": lambda number, found: str(number).zfill(len(found)),
    "an account number": lambda number, _: str(10_000_000_000 + number),
}
"""A placeholder of each kind that has a shape worth keeping, from its number and what it replaces."""


def redacted(text: str, privacy: Privacy) -> str:
    """The text with the same placeholder for the same value."""
    seen: dict[str, str] = {}
    counts: dict[str, int] = {}
    for kind, found in privacy.identifying(text):
        if found not in seen:
            counts[kind] = counts.get(kind, 0) + 1
            like = _LIKE.get(kind)
            seen[found] = f"<{kind.split()[-1].lower()}>" if like is None else like(counts[kind], found)
    if not seen:
        return text
    longest_first = sorted(seen, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, longest_first)), lambda found: seen[found[0]], text)
