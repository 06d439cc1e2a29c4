# This line is another one in the package: it says where the module is from.
"""Messages that are cut off: a text ends within one."""

import re

from ._lazy import lazy
from ._slots import SLOTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._fold import Folded
    from ._template import Template

CUT_SHARE = 0.6
"""How much of the literal text must be left of a message that is cut off."""
SHORTEST_OPENING, LONGEST_OPENING = 4, 12
"""How much of its first literal leads to a message that is cut off."""
MANY_WORDS = 3
"""A message of so many words may be cut off between words, where it is quoted or goes on for long enough."""
TAIL = 40
"""In so many last characters dots or a backslash may tell that something is missing."""
_CUT_MARK = lazy(r"[ \"'`)\]}*]{0,20}(?:\.\.\.|\\)[ \"'`)\]}*.\\]{0,20}\Z")
_WORDY = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")


def cut(template: "Template", folded: "Folded") -> int | None:
    """Where the message begins that the text breaks off in; None where it does not or cannot be told."""
    low, first = folded.low, template.literals[0]
    opening = first[: min(LONGEST_OPENING, max(SHORTEST_OPENING, int(CUT_SHARE * len(first))))]
    if len(opening) < SHORTEST_OPENING:
        return None
    if low.find(opening, max(0, len(low) - template.longest - TAIL - 1)) < 0:
        return None
    mark = _CUT_MARK.search(low, max(0, len(low) - TAIL))
    if mark is not None:
        low = low[: mark.start()]
    marked = mark is not None or folded.original[-1:] == " "
    at = low.find(opening, max(0, len(low) - template.longest - 1))
    while at >= 0:
        if template.stands(folded, at, None) and _breaks_off(template, low, at, marked):
            return at
        at = low.find(opening, at + 1)
    return None


def _breaks_off(template: "Template", low: str, at: int, marked: bool) -> bool:
    seen, within_word = _walk(template, low, at)
    if seen < CUT_SHARE * template.weight:
        return False
    if within_word:
        return True
    many = sum(len(literal.split()) for literal in template.literals) >= MANY_WORDS
    quoted = low.count('"', 0, at) % 2 == 1
    return many and (marked or quoted or low.count(" ", at) >= MANY_WORDS + 1)


def _walk(template: "Template", low: str, at: int) -> tuple[int, bool]:
    """How much literal text is seen up to the end, -1 for none, and whether a word is cut in two."""
    seen = 0
    for index, literal in enumerate(template.literals):
        if not low.startswith(literal, at):
            rest = low[at:]
            if not literal.startswith(rest):
                return -1, False
            return seen + len(rest), rest[-1:] in _WORDY and literal[len(rest)] in _WORDY
        seen += len(literal)
        at += len(literal)
        if at >= len(low) or index == len(template.slots):
            break
        slot = SLOTS[template.slots[index].partition(":")[2]]
        if slot.open:
            following = template.literals[index + 1]
            at = low.find(following, at) if following else -1
            if at < 0:
                break
            continue
        found = re.compile(slot.pattern).match(low, at)
        if found is None:
            return -1, False
        at = found.end()
        if at >= len(low):
            break
    else:
        return -1, False
    return (seen, False) if at < 0 or at >= len(low) else (-1, False)
