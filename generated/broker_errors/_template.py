# From generator/targets/python/runtime/_template.py by `python -m generator build`. Do not edit.
"""A message template: a message by itself, a message within a text, a message that is cut off."""

from itertools import pairwise

from ._fold import Folded, words
from ._lazy import lazy
from ._slots import SLOTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from ._rows import SignatureRow, TemplateRow

    Spans = tuple[tuple[int, int], ...]
    Place = tuple[int, int, Spans]

KEY_LENGTH = 6
"""The first literal is what a text is searched for if it is that long, else the longest one is."""
TAIL = 40
CUT_SHARE = 0.6
"""How much of the literal text must be left of a message that is cut off within a word."""

_WORDY = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")
_QUOTES = frozenset("\"'`")
_LINE_END = lazy("[\n\t]")
_FIELD_BEHIND = lazy(r" [a-z_-]{2,30} ?[=:] ?\S")


_PREPARED = frozenset(
    (
        "_bag",
        "_before",
        "_behind",
        "_codes",
        "_early",
        "_key_index",
        "_pattern",
        "entries",
        "fullmatch",
        "is_plain",
        "key",
        "literals",
        "longest",
        "open_end",
        "slots",
        "spaced",
        "weight",
    )
)


class Template:
    """A template ready to be used. Expressions are compiled when they are first needed."""

    __slots__ = (*_PREPARED, "_levels", "row", "signatures")

    def __init__(
        self, row: "TemplateRow", signatures: "tuple[SignatureRow, ...]", levels: tuple[str, ...]
    ) -> None:
        self.row = row
        self.signatures = signatures
        self._levels = levels

    def _prepare(self) -> None:
        """Work out what is needed once the template is tried: most of them never are."""
        row = self.row
        self._codes = tuple(one.code.lower() for one in self.signatures if one.code is not None)
        self.entries = frozenset(one.entry for one in self.signatures)
        self.literals = row.pieces[::2]
        self.slots = row.pieces[1::2]
        self.spaced = _spaced(self.literals)
        types = [SLOTS[slot.partition(":")[2]] for slot in self.slots]
        longest = [one.longest for one in types]
        self.is_plain = all(one.plain for one in types)
        self.weight = sum(map(len, self.literals))
        self.longest = self.weight + sum(longest)
        self.open_end = _is_open(self.slots) and not self.literals[-1]
        lengths = [len(literal.strip()) for literal in self.literals]
        self._key_index = 0 if lengths[0] >= KEY_LENGTH else lengths.index(max(lengths))
        index = self._key_index
        self.key = self.literals[index]
        # how far before and behind the place of the key the rest can stand
        self._before = sum(map(len, self.literals[:index])) + sum(longest[:index])
        self._behind = self.longest - self._before
        self._bag: frozenset[bytes] | None = None
        self._early: frozenset[bytes] | None = None
        self._pattern: re.Pattern[str] | None = None
        self.fullmatch: Callable[[str, int], re.Match[str] | None] = self._compiled

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

    @property
    def pattern(self) -> "re.Pattern[str]":
        """The expression that is searched for; an open slot at the end is not part of it."""
        if self._pattern is None:
            import re

            self._pattern = re.compile(
                re.escape(self.literals[0]) + self._joined(len(self.slots) - self.open_end)
            )
        return self._pattern

    def _joined(self, count: int) -> str:
        """The expression of so many slots, each with the literal behind it."""
        import re

        return "".join(
            f"({SLOTS[slot.partition(':')[2]].pattern}){re.escape(literal)}"
            for slot, literal in zip(self.slots[:count], self.literals[1:], strict=False)
        )

    def _compiled(self, low: str, at: int) -> "re.Match[str] | None":
        """The first ``fullmatch``, of all behind the first literal: it compiles what takes its place."""
        import re

        self.fullmatch = re.compile(self._joined(len(self.slots))).fullmatch
        return self.fullmatch(low, at)

    def matched(self, low: str) -> "re.Match[str] | None":
        """The match of the slots, where ``low``, without a final full stop, is all of the message."""
        opening = self.literals[0]
        return self.fullmatch(low, len(opening)) if low.startswith(opening) else None

    def whole(self, low: str) -> "Spans | None":
        """The same as the spans of the slots."""
        found = self.matched(low)
        return None if found is None else found.regs[1:]

    def spelled(self, text: str) -> bool:
        """Whether a text that says the message says it in the vendor's spelling, where only that counts."""
        return (
            not self.row.exact_case or text in self.row.spelled or text.removesuffix(".") in self.row.spelled
        )

    @property
    def beside_in_field(self) -> str:
        """What may stand beside the message where a broker's message field holds it: no sentence goes on."""
        return "no_sentence" if self.row.beside == "any" else self.row.beside

    def find(self, folded: Folded, beside: str | None = None) -> "Place | None":
        """The first place in a text where the message stands, with the spans of its slots.

        ``beside`` is what may stand beside it, if that is not what the template says.
        """
        return next(self.places(folded, beside), None)

    def places(self, folded: Folded, beside: str | None = None) -> "Iterator[Place]":
        """Yield all places in a text where the message stands."""
        key, low, beside = self.key, folded.low, beside or self.row.beside
        first = 0
        at = low.find(key)
        while at >= 0:
            place = self._at(folded, first, at, beside)
            if place is not None:
                yield place
            first = at + 1
            at = low.find(key, first if place is None else max(place[1], first))

    def _at(self, folded: Folded, first: int, at: int, beside: str) -> "Place | None":
        """The message around its key at ``at``; what begins before ``first`` was tried for the key before."""
        low = folded.low
        if not self.slots:
            end = at + len(self.literals[0])
            return (at, end, ()) if self.stands(folded, at, end, beside) else None
        pattern = self._pattern or self.pattern
        if self._key_index == 0:
            found = pattern.match(low, at)
        else:
            found = pattern.search(low, max(first, at - self._before), at + self._behind)
        if found is None:
            return None
        start, end = found.span()
        if not self.stands(folded, start, None if self.open_end else end, beside):
            return None
        return self.ended(folded, start, end, found.regs[1:])

    def ended(self, folded: Folded, start: int, end: int, spans: "Spans") -> "Place | None":
        """The place of what the expression found, with the open slot behind it, which must not be empty."""
        if not self.open_end:
            return start, end, spans
        stop = _open_end(folded, start, end)
        return None if stop == end else (start, stop, (*spans, (end, stop)))

    def stands(self, folded: Folded, start: int, end: int | None, beside: str) -> bool:
        """Whether the message ends at words' ends, and what is beside it does not make it another one."""
        low = folded.low
        if start > 0 and low[start - 1] in _WORDY and low[start] in _WORDY:
            return False
        if end is not None and end < len(low) and low[end] in _WORDY and low[end - 1] in _WORDY:
            return False
        if self.row.exact_case and not self.spelled(folded.plain[start:end]):
            return False
        if beside == "any":
            return True
        return self.free_before(folded, start, beside) and (
            end is None or self.free_behind(folded, end, beside)
        )

    def free_before(self, folded: Folded, start: int, beside: str) -> bool:
        """Whether no word stands before the message that makes it another one."""
        low = folded.low
        if start <= 1 or folded.lines[start - 1] != " ":
            return True
        if beside == "nothing":
            before = low[max(0, start - TAIL) : start - 1]
            return before[-1] not in _WORDY or before.endswith((*self._levels, *self._codes))
        return not folded.plain[start - 2].islower()

    def free_behind(self, folded: Folded, end: int, beside: str) -> bool:
        """The same behind it."""
        low = folded.low
        if end + 1 >= len(low) or folded.lines[end] != " ":
            return True
        following = folded.plain[end + 1]
        if beside == "nothing":
            goes_on = low[end + 1] in _WORDY and not low.startswith(self._codes, end + 1)
        else:
            goes_on = following.islower() or following.isdigit()
        return not goes_on or _FIELD_BEHIND.match(low, end) is not None


class Unprepared(Template):
    """A template until it is first tried.

    A class with ``__getattr__`` reads all its attributes slowly, so it is left behind then.
    """

    __slots__ = ()

    if not TYPE_CHECKING:

        def __getattr__(self, name):
            """What is not there yet."""
            if name not in _PREPARED:
                raise AttributeError(name)
            self._prepare()
            self.__class__ = Template
            return getattr(self, name)


def _spaced(literals: tuple[str, ...]) -> str | None:
    """The words with which a text that breaks off in the message may end; None where it may be a value.

    That is so where enough of the message stands before a slot to be known by.
    """
    enough, seen = CUT_SHARE * sum(map(len, literals)), 0
    for literal, following in pairwise(literals):
        seen += len(literal)
        if seen >= enough or following[:1] in _WORDY:
            return None
    return "".join(f" {b' '.join(words(literal)).decode()}" for literal in literals)


def _is_open(slots: tuple[str, ...]) -> bool:
    return bool(slots) and SLOTS[slots[-1].partition(":")[2]].open


def _open_end(folded: Folded, start: int, at: int) -> int:
    """An open slot ends where the quotation ends that the message stands in, else where line or cell end."""
    low = folded.low
    quote = low[start - 1] if start and low[start - 1] in _QUOTES else ""
    if quote and low.startswith(quote, at) and low[at + 1 : at + 2] not in _WORDY:
        return at  # nothing is quoted: known without a look for the line's end, which may be far
    found = _LINE_END.search(folded.lines, at)
    stop = len(low) - low.endswith(".") if found is None else found.start()
    if quote:
        close = low.find(quote, at, stop)
        while close >= 0 and close + 1 < stop and low[close + 1] in _WORDY:
            close = low.find(quote, close + 1, stop)
        if close >= 0:
            stop = close
    return stop
