"""Messages and texts as they might come: templates and text forms with a sample value in each slot."""

import re
from collections.abc import Mapping

from generator.messages.template import MessageTemplate, Slot

_SAMPLES: Mapping[str, str] = {
    "decimal": "12.5",
    "int": "3",
    "symbol": "ACME",
    "uuid": "00000000-0000-4000-8000-000000000001",
    "word": "sample",
    "field": "sample_field",
    "hex": "0x1f",
    "timestamp": "2026-01-05T18:30:00Z",
    "quoted": "sample text",
    "text": "a sample",
    "rest": "a sample",
    "unquoted": "a sample",
    "close": r"\x03\xe8",
}
_PIECE = re.compile(r"\{\{|\}\}|\{[a-z_][a-z0-9_]*:([a-z]+)\}")


def filled(template: MessageTemplate) -> tuple[str, Mapping[str, str]]:
    """A text that the template matches, as the vendor would spell it, and what its slots capture."""
    params = {slot.name: _SAMPLES[slot.type.name] for slot in template.slots}
    text = "".join(params[piece.name] if isinstance(piece, Slot) else piece for piece in template.spelled)
    return text, params


def filled_form(form: str, number: str) -> str:
    """A text in the text form, with that number in its slots for whole numbers."""
    samples = {**_SAMPLES, "int": number}
    return _PIECE.sub(lambda found: samples.get(found[1], found[0]) if found[1] else found[0][0], form)
