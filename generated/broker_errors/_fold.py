# From generator/targets/python/runtime/_fold.py by `python -m generator build`. Do not edit.
"""The one way in which a text is made comparable, and the words of a text."""

import sys

from ._lazy import IGNORECASE, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    Replacement = str | Callable[[re.Match[str]], str]

_WORD_BYTES = bytes(
    ord(chr(byte).lower()) if chr(byte).isascii() and (chr(byte).isalnum() or chr(byte) == "_") else ord(" ")
    for byte in range(256)
)
_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
_TYPOGRAPHIC = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys(_INVISIBLE, ""),
    **{chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)},
    "\u2026": "...",
}
_HTML = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": " "}


def words(text: str) -> list[bytes]:
    """The words of a text: ASCII letters, digits and underscores, in lower case.

    As bytes, because translating those takes the same few nanoseconds a character whatever the text.
    """
    return text.encode("utf-8", "replace").translate(_WORD_BYTES).split()


def hides_words(text: str) -> bool:
    """Whether words can only be told once the text is folded: an escape glues its letter to a word."""
    return (
        "\\" in text
        or "&" in text
        or "\x1b" in text
        or (not text.isascii() and any(sign in text for sign in _INVISIBLE))
    )


def lowered(text: str) -> str:
    """The text with ASCII letters in lower case. The length stays, so places carry over."""
    return text.lower() if text.isascii() else text.translate(_LOWER)


class Folded:
    """A text with escapes undone, quotes straight and blanks single.

    Attributes:
        plain: the text, its case kept.
        low: ``plain`` in lower case.
        lines: ``plain`` with a line feed where a line ended, and a tab where a cell of a table did.
        original: the text as it came.

    ``plain``, ``low`` and ``lines`` have one length, so a place in one is the same place in the others.
    """

    __slots__ = ("lines", "low", "original", "plain")

    def __init__(self, text: str) -> None:
        self.original = text
        if not is_plain(text):
            for needed, pattern, replacement in _STEPS:
                if any(sign in text for sign in needed) if needed else not text.isascii():
                    text = pattern.sub(replacement, text)
            text = _SPACE.sub(_space, text).strip()
        self.lines = text
        self.plain = text.replace("\n", " ").replace("\t", " ")
        self.low = lowered(self.plain)

    def span_in_original(self, start: int, end: int) -> tuple[int, int]:
        """Where a piece of the folded text stands in the original: worked out by folding once more."""
        text = self.original
        shifts: list[list[tuple[int, int]]] = []
        if not is_plain(text):
            for needed, pattern, replacement in _STEPS:
                if any(sign in text for sign in needed) if needed else not text.isascii():
                    text = _noting(pattern, replacement, text, shifts)
            text = _noting(_SPACE, _space, text, shifts)
            lead = len(text) - len(text.lstrip())
            start, end = start + lead, end + lead
            for places in reversed(shifts):
                start, end = _before(places, start), _before(places, end)
        return min(start, len(self.original)), min(end, len(self.original))


def is_plain(text: str) -> bool:
    """Whether folding would only change the case. A few looks into the text cost less than one expression."""
    return (
        text.isascii()
        and text.isprintable()
        and "\\" not in text
        and "  " not in text
        and '""' not in text
        and text.strip() == text
        and ("<" not in text or _TAG.search(text) is None)
        and ("&" not in text or ";" not in text)
    )


def _noting(
    pattern: "re.Pattern[str]", replacement: "Replacement", text: str, shifts: list[list[tuple[int, int]]]
) -> str:
    """Substitute, and note pairs of places (after, before) behind which both texts run alike."""
    pieces: list[str] = []
    places = [(0, 0)]
    length = done = 0
    for found in pattern.finditer(text):
        new = replacement if isinstance(replacement, str) else replacement(found)
        pieces += (text[done : found.start()], new)
        length += found.start() - done
        places.append((length, found.start()))
        length += len(new)
        done = found.end()
        places.append((length, done))
    shifts.append(places)
    return "".join([*pieces, text[done:]])


def _before(places: list[tuple[int, int]], at: int) -> int:
    from bisect import bisect_right

    after, before = places[bisect_right(places, (at, sys.maxsize)) - 1]
    return before + at - after


def _misread(found: "re.Match[str]") -> str:
    try:
        return b"".join(_byte(character) for character in found[0]).decode()
    except UnicodeError:
        return found[0]


def _byte(character: str) -> bytes:
    return character.encode("latin-1" if character <= "\u00ff" else "cp1252")


def _html(found: "re.Match[str]") -> str:
    name = found[1]
    if name[0] != "#":
        return _HTML[name]
    number = int("0" + name[1:], 0) if name[1] in "xX" else int(name[1:])
    return chr(number) if 0 < number <= sys.maxunicode else found[0]


def _escape(found: "re.Match[str]") -> str:
    if found[1]:
        return chr(int(found[1], 16))
    return found[2] or "\n"


def _frame(found: "re.Match[str]") -> str:
    return found[1]


def _space(found: "re.Match[str]") -> str:
    blanks = found[0]
    return "\n" if "\n" in blanks or "\r" in blanks else "\t" if "\t" in blanks else " "


_TAG = lazy(r"</?(?:br|b|i|p|em|strong|code|title|h[1-6]|span|div|font|td|li)(?: ?/)?>", IGNORECASE)
_STEPS: "tuple[tuple[str, re.Pattern[str], Replacement], ...]" = (
    # UTF-8 punctuation that was read as Windows-1252 or Latin-1, as logs and spreadsheets have it
    ("\u00e2\u00c2", lazy("\u00e2[\u20ac\u0080][^\x00-\x7f]|\u00c2[\u0080-\u00bf]"), _misread),
    ("&", lazy(r"&(?:amp;)*(#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,5}|amp|lt|gt|quot|apos|nbsp);"), _html),
    ('"', lazy(r'(?<=\w)""|""(?=\w)|(?<=\w\\)""(?=[ .:;)])'), '"'),  # doubled, as in CSV
    # a path such as \new\table is not escaped
    (
        "\\",
        lazy(r"(?<!\\)\\{1,16}(?:u([0-9a-fA-F]{4})|([\"'/`])|[nrt](?![A-Za-z]{2}:)|\r?\n)"),
        _escape,
    ),
    # what colors a log, be the escape character written out or not
    ("\x1b\\", lazy(r"(?:\x1b|(?<!\\)\\{1,16}(?:x1[bB]|033|e))\[[0-9;?]{0,16}[A-Za-z]"), ""),
    # a line of code below its place in a traceback of Python: what stands in it was not said
    ("\n", lazy(r'(File "[^"\n]{1,300}", line [0-9]{1,7}[^\n]{0,300}\n) {2,40}(?! |File ")[^\n]*'), _frame),
    (
        "",
        lazy("[" + "".join(_TYPOGRAPHIC) + "]"),
        lambda found: _TYPOGRAPHIC[found[0]],
    ),
    ("<", _TAG, " "),
)
# what stands at the beginning of a line that goes on: the marks of a comment, a quotation or a table
_MARKS = "(?:[*#>|/;%:\u2502-]+(?!\\S)\\s*)?"
# a line's end, with what stands around it, and more or other blanks than one, which stays as it is
_SPACE = lazy(rf"\s(?:(?:(?<=[\r\n])|[^\S\r\n]*[\r\n])\s*{_MARKS}|\s+|(?<! ))")
