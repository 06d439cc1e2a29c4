# Copied from generator/runtime by `python -m generator build`. Do not edit.
"""The one way in which a message is made comparable."""

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
_ASCII_FOLD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


def normalise(text: str) -> str:
    """Return ``text`` with straight quotes, single spaces and no final full stop. The case is kept."""
    if not text.isascii():
        import unicodedata

        text = unicodedata.normalize("NFKC", text.translate(_TYPOGRAPHIC))
    return " ".join(text.split()).removesuffix(".")


def fold(text: str) -> str:
    """Fold ASCII letters to lower case. The length stays the same, so positions carry over."""
    return text.lower() if text.isascii() else text.translate(_ASCII_FOLD)
