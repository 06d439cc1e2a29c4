# From generator/targets/python/runtime/_mention.py by `python -m generator build`. Do not edit.
"""Short messages that a sentence mentions: the words beside them lead into a quotation and out of it."""

from ._lazy import ASCII, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._fold import Folded
    from ._rows import Common
    from ._template import Place, Template

LONGEST_WORD = 24
_LAST_WORD = lazy(r"(?<!\S)([a-z]+) \Z", ASCII)
_FIRST_WORD = lazy(r" ([a-z]+)(?![a-z0-9_-])", ASCII)


class Mentions:
    """Tells a message that is mentioned from one that is a part of another phrase.

    "failed because order not found when" mentions a message, "the parent order not found handler" does not.
    """

    def __init__(self, common: "Common") -> None:
        self._before = frozenset(common.introducing)
        self._behind = frozenset(common.continuing)

    def find(self, template: "Template", folded: "Folded") -> "tuple[Place | None, bool]":
        """Where the message stands, else where a sentence mentions it; and whether it is only mentioned."""
        beside = template.row.beside
        if beside == "any":
            return template.find(folded), False
        mentioned = None
        for place in template.places(folded, "any"):
            start, end, spans = place
            before = template.free_before(folded, start, beside)
            if not before and (mentioned is not None or not self._led_into(folded, start)):
                continue
            behind = template.open_end or template.free_behind(folded, end, beside)
            if before and behind:
                return place, False
            if (
                mentioned is None
                and not template.row.exact_case
                and (behind or self._led_out(folded, end))
                and _holds_symbols(template, folded, spans)
            ):
                mentioned = place
        return mentioned, True

    def _led_into(self, folded: "Folded", start: int) -> bool:
        word = _LAST_WORD.search(folded.low[max(0, start - LONGEST_WORD) : start])
        return word is not None and word[1] in self._before

    def _led_out(self, folded: "Folded", end: int) -> bool:
        word = _FIRST_WORD.match(folded.low, end)
        return word is not None and word[1] in self._behind


def _holds_symbols(template: "Template", folded: "Folded", spans: "tuple[tuple[int, int], ...]") -> bool:
    """Whether no symbol of the message is an ordinary word of the sentence."""
    return not any(
        slot.endswith(":symbol") and folded.plain[start:end].islower()
        for slot, (start, end) in zip(template.slots, spans, strict=False)
    )
