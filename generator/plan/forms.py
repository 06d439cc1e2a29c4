"""The rows of text forms: how a client or the broker writes an error as a line of text."""

from generator.model.catalog import Broker, TextForm
from generator.targets.python.runtime._pieces import literal_words, pieces_of
from generator.targets.python.runtime._rows import FormRow

_TELLING = 6
"""Shorter words are too common to lead to a form that holds only numbers."""


def form_row(broker: Broker, form: TextForm) -> FormRow:
    """The row of a text form. The longest of its words leads to it; without one, the broker's codes do."""
    pieces = pieces_of(form.form)
    words = [word for word, _ in literal_words(pieces)]
    trigger = max(words, key=len, default="")
    if len(trigger) < _TELLING and all(slot.endswith(":int") for slot in pieces[1::2]):
        trigger = ""
    return FormRow(form.id, broker.id, pieces, trigger, " ".join(sorted(set(words))), form.unmistakable)
