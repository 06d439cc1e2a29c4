"""A message template: a message by itself, a message within a text, a message that is cut off."""

import re

from ._fold import Folded
from ._slots import SLOTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._rows import SignatureRow, TemplateRow

    Spans = tuple[tuple[int, int], ...]
    Place = tuple[int, int, Spans]

CUT_SHARE = 0.6
"""How much of the literal text must be left of a message that is cut off."""
KEY_LENGTH = 6
"""The first literal is what a text is searched for if it is that long, else the longest one is."""
SHORTEST_OPENING, LONGEST_OPENING = 4, 12
"""How much of its first literal leads to a message that is cut off."""
MANY_WORDS = 3
"""A message of so many words may be cut off between words, where it is quoted or goes on for long enough."""
TAIL = 40

_WORDY = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")
_QUOTES = frozenset("\"'`")
_CUT_MARK = re.compile(r"[ \"'`)\]}*]{0,20}(?:\.\.\.|\\)[ \"'`)\]}*.\\]{0,20}\Z")
_FIELD_BEHIND = re.compile(r" [a-z_-]{2,30} ?[=:] ?\S")


class Template:
    """A template ready to be used. Expressions are compiled when they are first needed."""

    __slots__ = (
        "_bag",
        "_codes",
        "_early",
        "_key_index",
        "_levels",
        "_pattern",
        "_whole",
        "after",
        "before",
        "key",
        "literals",
        "open_end",
        "row",
        "signatures",
        "slots",
        "weight",
    )

    def __init__(
        self, row: "TemplateRow", signatures: "tuple[SignatureRow, ...]", levels: tuple[str, ...]
    ) -> None:
        self.row = row
        self.signatures = signatures
        self._levels = levels
        self._codes = tuple(one.code.lower() for one in signatures if one.code is not None)
        self.literals = row.pieces[::2]
        self.slots = row.pieces[1::2]
        self.weight = sum(map(len, self.literals))
        self.open_end = _is_open(self.slots) and not self.literals[-1]
        self.key: str | None = None
        self._bag: frozenset[bytes] | None = None
        self._early: frozenset[bytes] | None = None
        self._pattern: re.Pattern[str] | None = None
        self._whole: re.Pattern[str] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the slots."""
        return tuple(slot.partition(":")[0] for slot in self.slots)

    @property
    def bag(self) -> frozenset[bytes]:
        """The words without which the template is not said."""
        if self._bag is None:
            self._bag = frozenset(self.row.words.encode().split())
        return self._bag

    @property
    def early(self) -> frozenset[bytes]:
        """The words without which a text does not break off in the template."""
        if self._early is None:
            self._early = frozenset(self.row.early.encode().split())
        return self._early

    def _prepare(self) -> str:
        """Choose what is searched for, and how far around it the rest of the template can stand."""
        lengths = [len(literal.strip()) for literal in self.literals]
        index = 0 if lengths[0] >= KEY_LENGTH else lengths.index(max(lengths))
        spans = [SLOTS[slot.partition(":")[2]].longest for slot in self.slots]
        self._key_index = index
        self.before = sum(map(len, self.literals[:index])) + sum(spans[:index])
        self.after = sum(map(len, self.literals[index:])) + sum(spans[index:])
        self.key = self.literals[index]
        return self.key

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression that is searched for; an open slot at the end is not part of it."""
        if self._pattern is None:
            self._pattern = re.compile(self._joined(len(self.slots) - self.open_end))
        return self._pattern

    def _joined(self, count: int) -> str:
        parts = [re.escape(self.literals[0])]
        for slot, literal in zip(self.slots[:count], self.literals[1:], strict=False):
            parts.append(f"({SLOTS[slot.partition(':')[2]].pattern}){re.escape(literal)}")
        return "".join(parts)

    def whole(self, low: str) -> "Spans | None":
        """The spans of the slots, where ``low``, without a final full stop, is all of the message."""
        if not self.slots:
            return () if low == self.literals[0] else None
        if self._whole is None:
            self._whole = re.compile(self._joined(len(self.slots)))
        found = self._whole.fullmatch(low)
        return None if found is None else found.regs[1:]

    def find(self, folded: Folded, *, in_field: bool = False) -> "Place | None":
        """The first place in a text where the message stands, with the spans of its slots.

        ``in_field`` says that the text is what a broker's message field holds: then no sentence may go on
        before or behind the message.
        """
        return next(self.places(folded, in_field=in_field), None)

    def places(self, folded: Folded, *, in_field: bool = False) -> "Iterator[Place]":
        """Yield all places in a text where the message stands."""
        key, low = self.key or self._prepare(), folded.low
        at = low.find(key)
        while at >= 0:
            place = self._at(folded, at, in_field)
            if place is not None:
                yield place
            at = low.find(key, at + 1 if place is None else max(place[1], at + 1))

    def _at(self, folded: Folded, at: int, in_field: bool) -> "Place | None":
        low, beside = folded.low, self.row.beside
        if in_field and beside == "any":
            beside = "no_sentence"
        if not self.slots:
            end = at + len(self.literals[0])
            return (at, end, ()) if self._stands(folded, at, end, beside) else None
        if self._key_index == 0:
            found = self.pattern.match(low, at)
        else:
            found = self.pattern.search(low, max(0, at - self.before), min(len(low), at + self.after))
        if found is None:
            return None
        start, end = found.span()
        spans = found.regs[1:]
        if self.open_end:
            stop = _open_end(folded, start, end)
            if stop == end or not self._stands(folded, start, None, beside):
                return None
            return start, stop, (*spans, (end, stop))
        return (start, end, spans) if self._stands(folded, start, end, beside) else None

    def _stands(self, folded: Folded, start: int, end: int | None, beside: str) -> bool:
        """Whether the message ends at words' ends, and what is beside it does not make it another one."""
        low = folded.low
        if start > 0 and low[start - 1] in _WORDY and low[start] in _WORDY:
            return False
        if end is not None and end < len(low) and low[end] in _WORDY and low[end - 1] in _WORDY:
            return False
        if self.row.exact_case and folded.plain[start:end] not in self.row.spelled:
            return False
        if beside == "any":
            return True
        return self._free_before(folded, start, beside) and (
            end is None or self._free_behind(folded, end, beside)
        )

    def _free_before(self, folded: Folded, start: int, beside: str) -> bool:
        low = folded.low
        if start <= 1 or folded.lines[start - 1] != " ":
            return True
        if beside == "nothing":
            before = low[max(0, start - TAIL) : start - 1]
            return before[-1] not in _WORDY or before.endswith((*self._levels, *self._codes))
        return not folded.plain[start - 2].islower()

    def _free_behind(self, folded: Folded, end: int, beside: str) -> bool:
        low = folded.low
        if end + 1 >= len(low) or folded.lines[end] != " ":
            return True
        following = folded.plain[end + 1]
        if beside == "nothing":
            goes_on = low[end + 1] in _WORDY and not low.startswith(self._codes, end + 1)
        else:
            goes_on = following.islower() or following.isdigit()
        return not goes_on or _FIELD_BEHIND.match(low, end) is not None

    def cut(self, folded: Folded) -> int | None:
        """Where the message begins that the text breaks off in; None where it does not or cannot be told."""
        if self.key is None:
            self._prepare()
        low, first = folded.low, self.literals[0]
        opening = first[: min(LONGEST_OPENING, max(SHORTEST_OPENING, int(CUT_SHARE * len(first))))]
        if len(opening) < SHORTEST_OPENING:
            return None
        mark = _CUT_MARK.search(low, max(0, len(low) - TAIL))
        if mark is not None:
            low = low[: mark.start()]
        marked = mark is not None or folded.original[-1:] == " "
        reach = self.weight + sum(SLOTS[slot.partition(":")[2]].longest for slot in self.slots)
        at = low.find(opening, max(0, len(low) - reach - 1))
        while at >= 0:
            if self._stands(folded, at, None, self.row.beside) and self._breaks_off(low, at, marked):
                return at
            at = low.find(opening, at + 1)
        return None

    def _breaks_off(self, low: str, at: int, marked: bool) -> bool:
        seen, within_word = self._walk(low, at)
        if seen < CUT_SHARE * self.weight:
            return False
        if within_word:
            return True
        many = sum(len(literal.split()) for literal in self.literals) >= MANY_WORDS
        quoted = low.count('"', 0, at) % 2 == 1
        return many and (marked or quoted or low.count(" ", at) >= MANY_WORDS + 1)

    def _walk(self, low: str, at: int) -> tuple[int, bool]:
        """How much literal text is seen up to the end, -1 for none, and whether a word is cut in two."""
        seen = 0
        for index, literal in enumerate(self.literals):
            if not low.startswith(literal, at):
                rest = low[at:]
                if not literal.startswith(rest):
                    return -1, False
                return seen + len(rest), rest[-1:] in _WORDY and literal[len(rest)] in _WORDY
            seen += len(literal)
            at += len(literal)
            if at >= len(low) or index == len(self.slots):
                break
            slot = SLOTS[self.slots[index].partition(":")[2]]
            if slot.open:
                following = self.literals[index + 1]
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


def _is_open(slots: tuple[str, ...]) -> bool:
    return bool(slots) and SLOTS[slots[-1].partition(":")[2]].open


def _open_end(folded: Folded, start: int, at: int) -> int:
    """An open slot ends where the quotation ends that the message stands in, else where the line ends."""
    low = folded.low
    stop = folded.lines.find("\n", at)
    stop = len(low) - low.endswith(".") if stop < 0 else stop
    if start and low[start - 1] in _QUOTES:
        quote = low[start - 1]
        close = low.find(quote, at, stop)
        while close >= 0 and close + 1 < stop and low[close + 1] in _WORDY:
            close = low.find(quote, close + 1, stop)
        if close >= 0:
            stop = close
    return stop
