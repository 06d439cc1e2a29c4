"""Messages as they might come: templates with a sample value in each slot."""

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
}


def filled(template: MessageTemplate) -> tuple[str, Mapping[str, str]]:
    """A text that the template matches, as the vendor would spell it, and what its slots capture."""
    params = {slot.name: _SAMPLES[slot.type.name] for slot in template.slots}
    text = "".join(params[piece.name] if isinstance(piece, Slot) else piece for piece in template.spelled)
    return text, params
