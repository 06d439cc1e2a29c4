# From generator/targets/python/runtime/_triggers.py by `python -m generator build`. Do not edit.
"""The words without one of which a text says nothing, and what each of them leads to."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._forms import TextForms
    from ._lookup import Lookup
    from ._rows import EnvelopeRow
    from ._template import Template

LONG_WORD, LONG_VALUE = 7, 7
"""Shorter words under which bodies keep something mean something only near a brace."""
SHORTEST_NUMBER = 4
SHORT_MESSAGE = 2
"""A message of so few words may break off within its first word."""
BEGINNING = 4
"""How much of that word leads to it."""


class Triggers:
    """Words by what they lead to.

    Attributes:
        plain, braced: words that make a text worth reading, without and with a brace in it.
        named, named_braced: the same where the broker is known.
        fields: words of fields that envelopes ask for.
        numbers: codes that are numbers, by the word that they are in a text.
        names: codes that are words, by the word: (broker, code).
        statuses: numbers that may be an HTTP status.
        beginnings: messages of a word or two, by the beginning of the first.
    """

    def __init__(self, lookup: "Lookup", forms: "TextForms") -> None:
        always: set[bytes] = set(lookup.anchors) | set(forms.by_word)
        braced: set[bytes] = set()
        fields: set[bytes] = set()
        for needed in _needed(lookup):
            telling = [text for text in needed if _tells(text)]
            word = _word(max(telling or needed, key=len))
            (always if telling else braced).add(word)
            fields.update(_word(text) for text in needed if _tells(text))
            fields.add(word)
        self.numbers: dict[bytes, list[str]] = {}
        self.names: dict[bytes, list[tuple[str, str]]] = {}
        for plan in lookup.plans.values():
            for row in plan.code_sets:
                self._codes(plan.broker, row.codes, row.telling)
        self.beginnings: dict[bytes, list[Template]] = {}
        for template in lookup.templates:
            first = template.row.pieces[0].split(None, SHORT_MESSAGE)
            if len(template.row.pieces) == 1 and len(first) <= SHORT_MESSAGE and len(first[0]) >= BEGINNING:
                self.beginnings.setdefault(first[0][:BEGINNING].encode(), []).append(template)
        self.fields = frozenset(fields)
        self.plain = frozenset(always | self.numbers.keys() | self.names.keys())
        self.braced = frozenset(self.plain | braced)
        self.statuses = frozenset(str(status).encode() for status in lookup.common.codes)
        self.named = frozenset(self.plain | lookup.heads.keys() | self.statuses)
        self.named_braced = frozenset(self.named | braced)

    def _codes(self, broker: str, codes: tuple[str, ...], telling: tuple[str, ...]) -> None:
        for code in codes:
            digits = code.removeprefix("-")
            if digits.isdigit() and len(digits) >= SHORTEST_NUMBER:
                self.numbers.setdefault(digits.encode(), []).append(code)
            elif code in telling and not digits.isdigit():
                self.names.setdefault(_word(code), []).append((broker, code))

    def broken_off(self, spoken: list[bytes]) -> "list[Template]":
        """The messages of a word or two that a text may end within: they may have no word left."""
        found: list[Template] = []
        for word in spoken[-SHORT_MESSAGE:]:
            found += self.beginnings.get(word[:BEGINNING], ())
        return found

    def of(self, named: bool, brace: bool) -> frozenset[bytes]:
        """The words to look for."""
        if named:
            return self.named_braced if brace else self.named
        return self.braced if brace else self.plain


def _needed(lookup: "Lookup") -> "Iterable[list[str]]":
    """What each envelope and each field signature needs: keys, and values that are longer than most words."""
    for plan in lookup.plans.values():
        for row in plan.envelopes:
            needed = [*_keys(row), *(v for v in _values(row) if len(v) >= LONG_VALUE)]
            if needed and not row.success:
                yield needed
    for signatures in lookup.fields.values():
        for signature in signatures:
            value = signature.value or ""
            yield [signature.path[-1], *([value] if len(value) >= LONG_VALUE else [])]


def _keys(row: "EnvelopeRow") -> list[str]:
    asked = (one.path for one in row.when if one.shape != "absent")
    return [key for path in asked for key in path if key.isascii() and not key.isdecimal() and key]


def _values(row: "EnvelopeRow") -> list[str]:
    return [
        one.value
        for one in row.when
        if one.shape == "is" and isinstance(one.value, str) and " " not in one.value
    ]


def _tells(text: str) -> bool:
    """Whether a word is rarely said without being the name of a field."""
    return len(text) > 1 and (len(text) >= LONG_WORD or not text.islower() or "_" in text or "-" in text)


def _word(text: str) -> bytes:
    return text.lower().rpartition("-")[2].encode()
