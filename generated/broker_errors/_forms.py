# From generator/targets/python/runtime/_forms.py by `python -m generator build`. Do not edit.
"""Text forms: how clients and brokers write an error as text. A form's slots are fields of a body."""

from ._rows import TemplateRow
from ._template import Unprepared

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ._fold import Folded
    from ._rows import FormRow

AROUND_CODE = 24
"""How far from a code the other pieces of a form without words may begin and end."""
_HEX = 16


class TextForm:
    """A form ready to be used."""

    __slots__ = ("_template", "_types", "broker", "id", "unmistakable", "words")

    def __init__(self, row: "FormRow") -> None:
        self.id = row.id
        self.broker = row.broker
        self.unmistakable = row.unmistakable
        self.words = frozenset(row.words.encode().split())
        self._types = tuple(slot.partition(":")[2] for slot in row.pieces[1::2])
        like = TemplateRow(row.id, (), row.pieces, row.words, "", "any", False, ())
        self._template = Unprepared(like, (), ())

    def stated(self, folded: "Folded") -> "Iterator[tuple[int, int, dict[str, object]]]":
        """Yield where the form begins and ends, and its fields."""
        for start, end, spans in self._template.places(folded):
            yield start, end, self._values(folded, spans)

    def stated_around(
        self, folded: "Folded", code: str, at: int
    ) -> "tuple[int, int, dict[str, object]] | None":
        """The same for the form that stands around the code at that place."""
        low = folded.low
        for found in self._template.pattern.finditer(
            low, max(0, at - AROUND_CODE), at + len(code) + AROUND_CODE
        ):
            spans = found.regs[1:]
            around = any(end == at + len(code) and start <= at for start, end in spans)
            if around and _ends(low, *found.span()):
                place = self._template.ended(folded, *found.span(), spans)
                if place is not None:
                    return *place[:2], self._values(folded, place[2])
        return None

    def _values(self, folded: "Folded", spans: "Sequence[tuple[int, int]]") -> dict[str, object]:
        values: dict[str, object] = {}
        for name, kind, (start, end) in zip(self._template.names, self._types, spans, strict=True):
            text = folded.plain[start:end].strip()
            values[name] = text
            if kind == "int":
                values[name] = int(text)
            elif kind == "close":
                values[name] = int(text[2:4] + text[6:8], _HEX)
        return values


class TextForms:
    """The forms of all brokers: by the word that leads to them, and those that only a code leads to."""

    def __init__(self, rows: "Iterable[FormRow]") -> None:
        self.by_word: dict[bytes, list[TextForm]] = {}
        self.by_code: list[TextForm] = []
        for row in rows:
            form = TextForm(row)
            if row.trigger:
                self.by_word.setdefault(row.trigger.encode(), []).append(form)
            else:
                self.by_code.append(form)


def _ends(low: str, start: int, end: int) -> bool:
    """Whether no word is cut in two at either end."""
    before = start == 0 or not (low[start - 1].isalnum() and low[start].isalnum())
    return before and (end >= len(low) or not (low[end - 1].isalnum() and low[end].isalnum()))
