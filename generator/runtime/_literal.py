"""A tolerant reader of values as people have them: JSON, Python reprs, JavaScript literals, whole or cut off.

It takes time linear in the text: a budget of steps is shared by all attempts on one text, and depth is
bounded.
"""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 24
STEPS_PER_CHARACTER = 8

_CLOSERS = {
    '"': '"',
    "'": "'",
    "\u201c": '\u201d\u201c"',
    "\u2018": "\u2019\u2018'",
    "\u201d": '\u201d"',
    "\u2019": "\u2019'",
}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "0": "\0", "\n": ""}
_HEX_LENGTHS = {"x": 2, "u": 4, "U": 8}
_WORDS = {
    "true": True,
    "True": True,
    "false": False,
    "False": False,
    "null": None,
    "None": None,
    "undefined": None,
}
_STRING_PREFIXES = frozenset("burBUR")
_BARE_ENDS = ",]}):\n{[\"'"
_LONGEST_NUMBER = 18
_CUT = object()
"""Stands for a value of which the end is missing."""


class CutOff(dict[str, object]):
    """An object of which the end is missing: what it does not have may only have been cut off."""


class NotAValue(Exception):
    """No value begins at this position."""


class Reader:
    """Reads values out of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._end = len(text)
        self._steps = STEPS_PER_CHARACTER * len(text) + 100
        self._at = 0

    def value_at(self, position: int) -> tuple[object, int]:
        """Return the value at ``position`` and the position behind it. Raises :class:`NotAValue`."""
        self._at = position
        value = self._value(0)
        if value is _CUT:
            raise NotAValue
        return value, self._at

    def pairs_at(self, position: int) -> tuple[object, int]:
        """Read ``'key': value, 'key': value`` without the braces around it. Raises :class:`NotAValue`."""
        self._at = position
        return self._pairs("", 0), self._at

    def _value(self, depth: int) -> object:
        if depth > MAX_DEPTH:
            raise NotAValue
        character = self._peek()
        if character == "{":
            self._at += 1
            return self._pairs("}", depth + 1)
        if character in "[(" and character:
            self._at += 1
            return self._items("]" if character == "[" else ")", depth + 1)
        if character in _CLOSERS:
            return self._string()
        return self._bare()

    def _pairs(self, closer: str, depth: int) -> dict[str, object]:
        pairs: dict[str, object] = {}
        while (character := self._peek()) != closer:
            if not character:
                return CutOff(pairs)
            if character == ",":
                self._at += 1
                continue
            key = self._string() if character in _CLOSERS else self._key()
            if key is _CUT or not self._peek():
                return CutOff(pairs)
            if self._peek() != ":":
                raise NotAValue
            self._at += 1
            value = self._value(depth) if self._peek() else _CUT
            if value is _CUT:
                return CutOff(pairs)
            pairs.setdefault(str(key), value)
        self._at += 1
        return pairs

    def _items(self, closer: str, depth: int) -> list[object]:
        items: list[object] = []
        while (character := self._peek()) != closer:
            if not character:
                return items
            if character == ",":
                self._at += 1
                continue
            value = self._value(depth)
            if value is _CUT:
                return items
            items.append(value)
        self._at += 1
        return items

    def _string(self) -> object:
        closers = _CLOSERS[self._text[self._at]]
        self._at += 1
        parts: list[str] = []
        while True:
            self._step()
            start = self._at
            while (
                self._at < self._end and self._text[self._at] not in closers and self._text[self._at] != "\\"
            ):
                self._at += 1
            parts.append(self._text[start : self._at])
            self._steps -= self._at - start
            if self._at >= self._end:
                return _CUT
            if self._text[self._at] != "\\":
                self._at += 1
                return _paired("".join(parts))
            parts.append(self._escape())

    def _escape(self) -> str:
        character = self._text[self._at + 1 : self._at + 2]
        length = _HEX_LENGTHS.get(character)
        if length is None:
            self._at += 2
            return _ESCAPES.get(character, character)
        digits = self._text[self._at + 2 : self._at + 2 + length]
        try:
            code = int(digits, 16) if len(digits) == length and digits.isalnum() else -1
        except ValueError:
            code = -1
        if not 0 <= code <= sys.maxunicode:
            self._at += 2
            return character
        self._at += 2 + length
        return chr(code)

    def _key(self) -> str:
        start = self._at
        while self._at < self._end and (self._text[self._at].isalnum() or self._text[self._at] in "_-$."):
            self._at += 1
        self._steps -= self._at - start
        if start == self._at:
            raise NotAValue
        return self._text[start : self._at]

    def _bare(self) -> object:
        """A number, a word, or something opaque: ``datetime(2026, 1, 1)``, ``<Status.OPEN: 'open'>``."""
        start = self._at
        self._pass_bare()
        text = self._text[start : self._at].strip()
        if text in _STRING_PREFIXES and self._text[self._at : self._at + 1] in ("'", '"'):
            return self._string()
        if not text:
            raise NotAValue
        if self._at >= self._end:
            return _CUT
        return _WORDS[text] if text in _WORDS else _number_or_text(text)

    def _pass_bare(self) -> None:
        """Go on to where a bare value ends; what stands in parentheses or angle brackets belongs to it."""
        closer = ">" if self._text[self._at : self._at + 1] == "<" else ""
        open_parentheses = 0
        while self._at < self._end:
            self._step()
            character = self._text[self._at]
            if closer:
                if character == closer:
                    closer = ""
            elif character == "(":
                open_parentheses += 1
            elif character == ")" and open_parentheses:
                open_parentheses -= 1
            elif not open_parentheses and character in _BARE_ENDS:
                return
            self._at += 1

    def _peek(self) -> str:
        """The next character that is not white space; empty at the end."""
        self._step()
        while self._at < self._end and self._text[self._at].isspace():
            self._at += 1
            self._steps -= 1
        return self._text[self._at : self._at + 1]

    def _step(self) -> None:
        self._steps -= 1
        if self._steps < 0:
            raise NotAValue


def _paired(text: str) -> str:
    """The text with its surrogates joined in pairs, as escapes of JSON give them."""
    if not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def quoted_text(text: str) -> str | None:
    """The text within the quotes, if all of ``text`` is one quoted text, such as a repr; None otherwise."""
    if text[:1] not in _CLOSERS:
        return None
    try:
        value, end = Reader(text).value_at(0)
    except NotAValue:
        return None
    return value if isinstance(value, str) and end == len(text) else None


def embedded_values(text: str) -> "Iterator[object]":
    """Yield the objects and lists in a text, in their order; those within another one are not repeated."""
    reader = Reader(text)
    position = 0
    stripped = text.lstrip()
    if stripped[:1] in _CLOSERS:
        try:
            value, position = reader.pairs_at(len(text) - len(stripped))
        except NotAValue:
            position = 0
        else:
            yield value
    while (position := _next_opener(text, position)) >= 0:
        try:
            value, position = reader.value_at(position)
        except NotAValue:
            position += 1
        else:
            yield value


def _number_or_text(text: str) -> int | str:
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_NUMBER else text


def _next_opener(text: str, position: int) -> int:
    found = [place for place in (text.find("{", position), text.find("[", position)) if place >= 0]
    return min(found, default=-1)
