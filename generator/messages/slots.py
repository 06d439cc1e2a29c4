r"""The types of slots that a message template may have.

A pattern is written in the subset on which Python, ECMAScript and RE2 agree: character classes written out,
bounded counts, plain groups; no look-around, no back-references, no ``.``, ``$``, ``\d``, ``\w`` or
``\b``. It is matched against text whose ASCII letters were folded to lower case.
"""

from dataclasses import dataclass

_DIGITS = "0123456789"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class SlotType:
    """One type of slot.

    ``pattern`` says what a value looks like: what the runtime takes is less, never more. A value can go on
    with any character of ``continues``, and with one of ``joins`` if a character of ``continues`` follows it;
    ``continues`` is None where it can go on with anything but ``stops``.
    """

    name: str
    meaning: str
    pattern: str
    continues: str | None = ""
    joins: str = ""
    stops: str = ""

    def ends_before(self, literal: str, *, last: bool) -> bool:
        """Tell whether a value always ends where ``literal`` begins, and never has to give characters back.

        ``last`` says that the text ends with the literal. The answer is no where it cannot be shown.
        """
        if not literal:
            return last
        if self.continues is None:
            return literal[0] in self.stops
        first, rest = literal[0], literal[1:]
        if first in self.joins:
            return rest[0] not in self.continues if rest else last
        return first not in self.continues


def _run(name: str, meaning: str, *, first: str, then: str, more: int, continues: str) -> SlotType:
    """A type whose values are one character of a class followed by up to ``more`` of another."""
    return SlotType(name, meaning, f"{first}{then}{{0,{more}}}", continues)


SLOT_TYPES = {
    slot.name: slot
    for slot in (
        SlotType(
            "decimal",
            "a number, with or without a sign and a fraction",
            "[+-]?[0-9]{1,24}(?:[.][0-9]{1,24})?",
            continues=_DIGITS,
            joins=".",
        ),
        SlotType("int", "a whole number", "[+-]?[0-9]{1,24}", continues=_DIGITS),
        _run(
            "symbol",
            "an asset's or contract's symbol, such as BRK.B, BTC/USD or ESM6",
            first="[a-z0-9]",
            then="[a-z0-9._/-]",
            more=39,
            continues=_LETTERS + _DIGITS + "._/-",
        ),
        SlotType(
            "uuid",
            "a UUID",
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        ),
        _run(
            "word",
            "one identifier",
            first="[a-z_]",
            then="[a-z0-9_-]",
            more=63,
            continues=_LETTERS + _DIGITS + "_-",
        ),
        _run(
            "field",
            "a field's name or path",
            first="[a-z_]",
            then="[a-z0-9_.-]",
            more=127,
            continues=_LETTERS + _DIGITS + "_.-",
        ),
        SlotType(
            "hex",
            "a hexadecimal number",
            "0x[0-9a-f]{1,16}",
            continues="0123456789abcdef",
        ),
        SlotType(
            "timestamp",
            "a date, with or without a time",
            "[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[t ][0-9][0-9:.+z-]{0,39})?",
            continues=_DIGITS + ":.+z-",
            joins="t ",
        ),
        SlotType(
            "quoted",
            "anything between double quotes, without the quotes",
            '[^"]{1,256}',
            continues=None,
            stops='"',
        ),
        SlotType(
            "text",
            "up to 500 characters of anything",
            "[^\\n]{1,500}",
            continues=None,
        ),
        SlotType("rest", "anything up to the end", "[^\\n]+", continues=None),
    )
}
