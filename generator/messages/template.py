"""Message templates: literal text with typed slots, such as ``asset "{symbol:symbol}" is not fractionable``.

A literal brace is written twice. The literal text is compared after normalizing, so a template is kept in
both forms: as the vendor spells it, for people, and folded, for matching.
"""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from generator.messages.slots import SLOT_TYPES, SlotType
from generator.targets.python.runtime._fold import Folded, lowered

_PIECE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+")
_SLOT = re.compile(r"([a-z][a-z0-9_]{0,39}):([a-z]+)")
_UNDOUBLED = {"{{": "{", "}}": "}"}
_SYNTAX_CHARACTER = re.compile(r"[\\^$.*+?()\[\]{}|/]")


class TemplateError(Exception):
    """A template that cannot be used. ``mend`` says what to write instead."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.mend = mend


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot of a template."""

    name: str
    type: SlotType


@dataclass(frozen=True)
class MessageTemplate:
    """A parsed template: ``pieces`` alternate between folded literals and slots."""

    text: str
    pieces: tuple[str | Slot, ...]

    @cached_property
    def shown(self) -> str:
        """The text for people: slots by their names only, braces undoubled."""
        return "".join(piece if isinstance(piece, str) else f"<{piece.name}>" for piece in self.spelled)

    @cached_property
    def spelled(self) -> tuple[str | Slot, ...]:
        """The pieces in the vendor's spelling, braces undoubled."""
        slots = iter(self.slots)
        return tuple(
            next(slots) if found[1] is not None else _UNDOUBLED.get(found[0], found[0])
            for found in _PIECE.finditer(self.text)
        )

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The slots in the order of the text."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Slot))

    @cached_property
    def prefix(self) -> str:
        """The literal before the first slot."""
        first = self.pieces[0]
        return first if isinstance(first, str) else ""

    @cached_property
    def suffix(self) -> str:
        """The literal behind the last slot."""
        last = self.pieces[-1]
        return last if isinstance(last, str) else ""

    @cached_property
    def literal_length(self) -> int:
        """How many characters are literal. The more, the more specific the template is."""
        return sum(len(piece) for piece in self.pieces if isinstance(piece, str))

    @cached_property
    def literal_words(self) -> int:
        """How many words the literals have."""
        literals = " ".join(piece for piece in self.pieces if isinstance(piece, str))
        return sum(any(character.isalnum() for character in word) for word in literals.split())

    @cached_property
    def pattern(self) -> str:
        """The regular expression in the common subset, one group a slot, for a match of the full text."""
        return "".join(
            escape_literal(piece) if isinstance(piece, str) else f"({piece.type.pattern})"
            for piece in self.pieces
        )


def escape_literal(text: str) -> str:
    """Escape what is syntax in regular expressions of Python, ECMAScript (with the u flag) and RE2."""
    return _SYNTAX_CHARACTER.sub(lambda found: "\\" + found[0], text)


@cache
def parse_template(text: str) -> MessageTemplate:
    """Parse a template. Raises :class:`TemplateError` if it is malformed, not normal or not linear."""
    pieces = _pieces(text)
    template = MessageTemplate(text, pieces)
    _check_names(template)
    _check_neighbours(template)
    _check_normal(template)
    _check_linear(template)
    return template


def _pieces(text: str) -> tuple[str | Slot, ...]:
    pieces: list[str | Slot] = []
    for found in _PIECE.finditer(text):
        token = found[0]
        if token in ("{", "}"):
            raise TemplateError(
                f"A single {token} stands at position {found.start() + 1}.", f"Write {token * 2}."
            )
        piece = _slot(found[1]) if found[1] is not None else lowered(_UNDOUBLED.get(token, token))
        if isinstance(piece, str) and pieces and isinstance(pieces[-1], str):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    if not pieces:
        raise TemplateError("The template is empty.", "Write the message.")
    return tuple(pieces)


def _slot(text: str) -> Slot:
    found = _SLOT.fullmatch(text)
    if found is None:
        raise TemplateError(f"{{{text}}} is not a slot.", "Write {name:type}, the name in snake_case.")
    if found[2] not in SLOT_TYPES:
        raise TemplateError(f"There is no slot type {found[2]}.", f"Use one of {', '.join(SLOT_TYPES)}.")
    return Slot(found[1], SLOT_TYPES[found[2]])


def _check_names(template: MessageTemplate) -> None:
    names = [slot.name for slot in template.slots]
    for name in names:
        if names.count(name) > 1:
            raise TemplateError(f"The slot {name} stands here twice.", "Give each slot its own name.")


def _check_neighbours(template: MessageTemplate) -> None:
    for left, right in pairwise(template.pieces):
        if isinstance(left, Slot) and isinstance(right, Slot):
            raise TemplateError(
                f"The slots {left.name} and {right.name} touch each other.", "Put literal text between them."
            )
    if template.literal_length == 0:
        raise TemplateError(
            "The template has no literal text.", "Write the words that the message always has."
        )


def _check_normal(template: MessageTemplate) -> None:
    """A literal that normalizing would change could never match."""
    sample = "".join(piece if isinstance(piece, str) else "0" for piece in template.spelled)
    normal = Folded(sample).plain.removesuffix(".")
    if normal != sample:
        raise TemplateError(
            "Messages are compared without a final full stop, with straight quotes and single spaces: "
            "this template would never match.",
            f"Write {_normal(template)}",
        )


def _normal(template: MessageTemplate) -> str:
    """The template as it would match, in the vendor's spelling."""
    slots = {f"\0{index}\0": f"{{{slot.name}:{slot.type.name}}}" for index, slot in enumerate(template.slots)}
    marks = iter(slots)
    marked = "".join(piece if isinstance(piece, str) else next(marks) for piece in template.spelled)
    plain = Folded(marked).plain.removesuffix(".").replace("{", "{{").replace("}", "}}")
    return re.sub("\0[0-9]+\0", lambda mark: slots[mark[0]], plain)


def _check_linear(template: MessageTemplate) -> None:
    """Every slot ends where it must, but for one bounded ``text``: matching takes time linear in the text."""
    texts = [slot.name for slot in template.slots if slot.type.name == "text"]
    if len(texts) > 1:
        raise TemplateError(
            f"There are {len(texts)} slots of type text.", "Use at most one, and narrower types elsewhere."
        )
    for index, piece in enumerate(template.pieces):
        if isinstance(piece, str) or piece.type.name == "text":
            continue
        following = template.pieces[index + 1 :]
        literal = following[0] if following and isinstance(following[0], str) else ""
        if not piece.type.ends_before(literal, last=len(following) <= 1):
            raise TemplateError(
                f"It cannot be shown where the slot {piece.name} ends before {literal!r}.",
                "Use a narrower type, or more literal text behind the slot; rest stands only at the end.",
            )
