"""The one way in which a message is made comparable."""

import re

_TYPOGRAPHIC = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201a": "'",
        "\u201b": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u201f": '"',
        "\u2032": "'",
        "\u2033": '"',
        "\u200b": None,
        "\u2060": None,
        "\ufeff": None,
    }
)
_MISREAD = re.compile("\u00e2[\u20ac\u0080][^\x00-\x7f]|\u00c2[\u0080-\u00bf]")
_ASCII_FOLD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


def normalise(text: str) -> str:
    """Return ``text`` with straight quotes, single spaces and no final full stop. The case is kept."""
    if not text.isascii():
        import unicodedata

        text = unicodedata.normalize("NFKC", reread(text).translate(_TYPOGRAPHIC))
    return " ".join(text.split()).removesuffix(".")


def reread(text: str) -> str:
    """Undo the reading of UTF-8 punctuation as Windows-1252 or Latin-1, as logs and spreadsheets have it."""
    return text if text.isascii() else _MISREAD.sub(_reread, text)


def _reread(match: re.Match[str]) -> str:
    try:
        return b"".join(_byte(character) for character in match[0]).decode()
    except UnicodeError:
        return match[0]


def _byte(character: str) -> bytes:
    return character.encode("latin-1" if character <= "\u00ff" else "cp1252")


def fold(text: str) -> str:
    """Fold ASCII letters to lower case. The length stays the same, so positions carry over."""
    return text.lower() if text.isascii() else text.translate(_ASCII_FOLD)
