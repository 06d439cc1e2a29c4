"""Message templates inferred from messages: what varies becomes a slot."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.messages.template import TemplateError, parse_template

_TYPED = re.compile(
    r'"(?P<symbol>[A-Z][A-Z0-9]{0,11}(?:[./][A-Z0-9]{1,6})?)"'
    r"|(?P<uuid>[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})"
    r"|(?P<timestamp>[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9:.+Z-]{2,24}[0-9Z])?)"
    r"|(?P<hex>0x[0-9A-Fa-f]{1,16})"
    r"|(?<![A-Za-z0-9_.,/+-])(?P<decimal>[+-]?[0-9]{1,20}(?:[.][0-9]{1,20})?)(?![A-Za-z0-9_/-]|[.,][0-9])"
)
_BRACE = re.compile(r"[{}]")
_TOKEN = re.compile(r"\s+|[^\s]+")
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_TICKER = re.compile(r"[A-Z][A-Z0-9]{0,11}(?:[./][A-Z0-9]{1,6})?")
_NAME = re.compile(r"[a-z][a-z0-9]{2,19}(?:_[a-z0-9]{1,19})?")
_UNNAMED = frozenset(
    {"and", "are", "asset", "been", "for", "from", "has", "have", "least", "minimum", "most", "must", "not"}
    | {"only", "order", "than", "that", "the", "this", "was", "with", "you", "your"}
)
"""Words that say nothing of the value behind them."""
_FEWEST_LITERALS = 3
"""Words that must stay the same where one varies."""


@dataclass(frozen=True, slots=True)
class Inferred:
    """A template and the messages that it stands for, in their order."""

    template: str
    messages: tuple[str, ...]


Piece = tuple[str, str]
"""A literal with the empty type, or a value with its type."""


def infer(messages: Sequence[str]) -> list[Inferred]:
    """The templates of messages, the commonest first."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for message in messages:
        groups.setdefault(_shape(message), []).append(message)
    merged = _merged(groups)
    return sorted(
        (_inferred(shape, members) for shape, members in merged),
        key=lambda one: (-len(one.messages), one.template),
    )


def _shape(message: str) -> tuple[str, ...]:
    """The message's tokens, with a mark in the place of each value that has a type of its own."""
    text = " ".join(message.split()).removesuffix(".")
    marked = _TYPED.sub(_mark, _BRACE.sub(lambda brace: brace[0] * 2, text))
    return tuple(_TOKEN.findall(marked))


def _mark(found: re.Match[str]) -> str:
    type_ = found.lastgroup or ""
    return f'"\0{type_}\0"' if type_ == "symbol" else f"\0{type_}\0"


def _merged(groups: dict[tuple[str, ...], list[str]]) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """The groups, those put together that differ in one word only."""
    left = dict(groups)
    while left:
        shape, members = left.popitem()
        others = [other for other in left if _differing(shape, other) is not None]
        if others:
            index = _differing(shape, others[0])
            alike = [other for other in others if _differing(shape, other) == index]
            values = [one[index or 0] for one in (shape, *alike)]
            shape = (*shape[: index or 0], _mark_of(values), *shape[(index or 0) + 1 :])
            for other in alike:
                members = [*left.pop(other), *members]
        yield shape, members


def _differing(one: Sequence[str], other: Sequence[str]) -> int | None:
    """The only place at which two shapes have different words; None where there is none or more than one."""
    if len(one) != len(other):
        return None
    places = [index for index, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    if len(places) != 1 or not all(
        _WORD.fullmatch(shape[places[0]]) or _TICKER.fullmatch(shape[places[0]]) for shape in (one, other)
    ):
        return None
    same = sum(_WORD.fullmatch(token) is not None for token in one) - 1
    return places[0] if same >= _FEWEST_LITERALS else None


def _mark_of(values: Sequence[str]) -> str:
    return "\0symbol\0" if all(_TICKER.fullmatch(value) for value in values) else "\0word\0"


def _inferred(shape: Sequence[str], messages: Sequence[str]) -> Inferred:
    """The template of a shape; the message itself where it makes none that can be matched."""
    whole = any("." in value for message in messages for value in _decimals(message))
    used: dict[str, int] = {}
    before = ""

    def slot(found: re.Match[str]) -> str:
        type_ = "int" if found[1] == "decimal" and not whole else found[1]
        name = before if _NAME.fullmatch(before) and before not in _UNNAMED else type_
        used[name] = used.get(name, 0) + 1
        return f"{{{name if used[name] == 1 else f'{name}_{used[name]}'}:{type_}}}"

    parts: list[str] = []
    for token in shape:
        parts.append(re.sub("\0([a-z]+)\0", slot, token))
        before = token.lower().rstrip(":=") if token.strip() else before
    text = "".join(parts)
    try:
        parse_template(text)
    except TemplateError:
        text = _BRACE.sub(lambda brace: brace[0] * 2, " ".join(messages[0].split()).removesuffix("."))
    return Inferred(text, tuple(messages))


def _decimals(message: str) -> Iterator[str]:
    return (found["decimal"] for found in _TYPED.finditer(message) if found["decimal"])
