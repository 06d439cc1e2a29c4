# This line is another one in the package: it says where the module is from.
"""Messages that are cut off: a text ends within one."""

import re
from functools import cached_property

from ._lazy import lazy
from ._slots import SLOTS
from ._template import CUT_SHARE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._fold import Folded
    from ._template import Template

CUT_SHARE_OF_WORDS, NEARLY_ALL = 0.65, 0.8
"""The same as CUT_SHARE where it is cut between two words, and wherever it stands."""
SHORTEST_OPENING, LONGEST_OPENING = 4, 12
"""How much of its first literal leads to a message that is cut off."""
MANY_WORDS = 3
"""A message of so many words may be cut off between words, where it is quoted or goes on for long enough."""
TAIL = 40
"""In so many last characters dots or a backslash may tell that something is missing."""
GOES_ON, BROKEN = -1, -2
"""Where an open slot ends that goes on to the text's end, and one that is no such slot."""
_NOTHING = -1, False
_CUT_MARK = lazy(r"[ \"'`)\]}*]{0,20}(?:\.\.\.|\\)[ \"'`)\]}*.\\]{0,20}\Z")
_WORDY = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")


class Ending:
    """The end of a text, in which a message may be cut off."""

    def __init__(self, folded: "Folded") -> None:
        self._folded = folded

    @cached_property
    def low(self) -> str:
        """The text without the mark of a cut; mostly nobody asks."""
        low = self._folded.low
        mark = _CUT_MARK.search(low, max(0, len(low) - TAIL))
        return low if mark is None else low[: mark.start()]

    @property
    def _marked(self) -> bool:
        return len(self.low) < len(self._folded.low) or self._folded.original[-1:] == " "

    def breaks_off_in(self, template: "Template") -> int | None:
        """Where the message begins that the text breaks off in; None where it does not or cannot be told."""
        low = self.low
        index = 0 if len(template.literals[0]) >= SHORTEST_OPENING or not template.slots else 1
        opening = _opening(template.literals[index])
        if len(opening) < SHORTEST_OPENING:
            return None
        at = low.find(opening, max(0, len(low) - template.longest - 1))
        while at >= 0:
            start = at if index == 0 else _start(template, low, at)
            if start is not None and self._begins(template, start) and self._is_enough(template, start):
                return start
            at = low.find(opening, at + 1)
        return None

    def more_than(self, template: "Template", at: int) -> int:
        """How much has to be seen of another message that begins there, for the text to end in that one.

        As much as of a message in which it ends; more than a whole one has, but where a quotation is open.
        """
        seen = self.seen(template, at)
        return template.weight + (not self._is_quoted(at)) if seen < 0 else seen

    def seen(self, template: "Template", at: int) -> int:
        """How much literal text is seen of a message that begins there, if the text ends in it; else -1."""
        return self._walked(template, at)[0]

    def _walked(self, template: "Template", at: int) -> tuple[int, bool]:
        """The same, and whether a word is cut in two."""
        low, seen = self.low, 0
        if len(low) - at > template.longest:
            return _NOTHING
        for index, literal in enumerate(template.literals):
            rest = low[at : at + len(literal)]
            if rest != literal:
                return (seen + len(rest), _joins(rest, literal)) if literal.startswith(rest) else _NOTHING
            seen += len(literal)
            at += len(literal)
            if index == len(template.slots):
                return _NOTHING
            if at < len(low):
                at = _slot_end(template, index, low, at)
                if at == BROKEN or (at in (GOES_ON, len(low)) and seen == template.weight):
                    return _NOTHING
            if at in (GOES_ON, len(low)):
                return seen, False
        return _NOTHING

    def _begins(self, template: "Template", at: int) -> bool:
        """Whether the message may begin there, and is spelled as the vendor does where only that counts."""
        low, row = self._folded.low, template.row
        if at > 0 and low[at - 1] in _WORDY and low[at] in _WORDY:
            return False
        if row.exact_case:
            begun = self._folded.plain[at : len(self.low)]
            if not any(one.startswith(begun) for one in row.spelled):
                return False
        return row.beside == "any" or template.free_before(self._folded, at, row.beside)

    def _is_enough(self, template: "Template", at: int) -> bool:
        seen, within_word = self._walked(template, at)
        if within_word:
            return seen >= CUT_SHARE * template.weight
        if seen < CUT_SHARE_OF_WORDS * template.weight or _words(template) < MANY_WORDS:
            return False
        long = seen >= NEARLY_ALL * template.weight or self.low.count(" ", at) > MANY_WORDS
        return self._marked or long or self._is_quoted(at)

    def _is_quoted(self, at: int) -> bool:
        return self.low.count('"', 0, at) % 2 == 1


def _words(template: "Template") -> int:
    return sum(len(literal.split()) for literal in template.literals)


def _opening(literal: str) -> str:
    return literal[: min(LONGEST_OPENING, max(SHORTEST_OPENING, int(CUT_SHARE * len(literal))))]


def _start(template: "Template", low: str, at: int) -> int | None:
    """Where a message begins whose first slot ends there; None where no such slot does."""
    slot = SLOTS[template.slots[0].partition(":")[2]]
    if slot.open:
        return None
    lead = template.literals[0]
    pattern = re.compile(rf"{re.escape(lead)}(?:{slot.pattern})\Z")
    found = pattern.search(low, max(0, at - slot.longest - len(lead)), at)
    return None if found is None else found.start()


def _slot_end(template: "Template", index: int, low: str, at: int) -> int:
    """Where a slot ends that begins there."""
    slot = SLOTS[template.slots[index].partition(":")[2]]
    if slot.open:
        following = template.literals[index + 1]
        return low.find(following, at) if following else GOES_ON
    found = re.compile(slot.pattern).match(low, at)
    return BROKEN if found is None else found.end()


def _joins(rest: str, literal: str) -> bool:
    return rest[-1:] in _WORDY and literal[len(rest)] in _WORDY
