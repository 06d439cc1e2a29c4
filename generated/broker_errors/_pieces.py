# From generator/targets/python/runtime/_pieces.py by `python -m generator build`. Do not edit.
"""Pieces of what is written like a message template: literals and slots in turn, as the rows have them."""

from ._fold import lowered
from ._lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE = lazy(r"\{\{|\}\}|\{([a-z_][a-z0-9_]*:[a-z]+)\}|[^{}]+")
_UNDOUBLED = {"{{": "{", "}}": "}"}
_WORD = lazy(r"[a-z0-9_]+")


def pieces_of(text: str) -> tuple[str, ...]:
    """The folded literals and the slots (``name:type``) in turn, a literal first and last."""
    pieces = [""]
    for found in _PIECE.finditer(text):
        if found[1] is not None:
            pieces += (found[1], "")
        else:
            pieces[-1] += lowered(_UNDOUBLED.get(found[0], found[0]))
    return tuple(pieces)


def literal_words(pieces: tuple[str, ...]) -> "Iterator[tuple[str, int]]":
    """The words of the literals that touch no slot, each with where it ends in the literal text."""
    done = 0
    literals = pieces[::2]
    for number, literal in enumerate(literals):
        for found in _WORD.finditer(literal):
            touches_slot = (found.start() == 0 and number > 0) or (
                found.end() == len(literal) and number < len(literals) - 1
            )
            if not touches_slot:
                yield found[0], done + found.end()
        done += len(literal)
