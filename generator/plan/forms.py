"""Pieces of what is written like a message template: literals and slots in turn, as the rows have them."""

import re
from collections.abc import Iterator

from generator.model.catalog import Broker, TextForm
from generator.targets.python.runtime._fold import lowered
from generator.targets.python.runtime._rows import FormRow

_PIECE = re.compile(r"\{\{|\}\}|\{([a-z_][a-z0-9_]*:[a-z]+)\}|[^{}]+")
_UNDOUBLED = {"{{": "{", "}}": "}"}
_WORD = re.compile(r"[a-z0-9_]+")
_TELLING = 6
"""Shorter words are too common to lead to a form that holds only numbers."""


def pieces_of(text: str) -> tuple[str, ...]:
    """The folded literals and the slots (``name:type``) in turn, a literal first and last."""
    pieces = [""]
    for found in _PIECE.finditer(text):
        if found[1] is not None:
            pieces += (found[1], "")
        else:
            pieces[-1] += lowered(_UNDOUBLED.get(found[0], found[0]))
    return tuple(pieces)


def literal_words(pieces: tuple[str, ...]) -> Iterator[tuple[str, int]]:
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


def form_row(broker: Broker, form: TextForm) -> FormRow:
    """The row of a text form. The longest of its words leads to it; without one, the broker's codes do."""
    pieces = pieces_of(form.form)
    words = [word for word, _ in literal_words(pieces)]
    trigger = max(words, key=len, default="")
    if len(trigger) < _TELLING and all(slot.endswith(":int") for slot in pieces[1::2]):
        trigger = ""
    return FormRow(form.id, broker.id, pieces, trigger, " ".join(sorted(set(words))), form.unmistakable)
