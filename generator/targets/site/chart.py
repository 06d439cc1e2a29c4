"""One chart, drawn as SVG: how many entries each category has, by broker. Readable in light and dark."""

from collections.abc import Mapping, Sequence
from html import escape

_ROW, _BAR, _LABEL, _LENGTH, _TOP = 34, 12, 210, 420, 34
_COLOURS = ("#5c6bc0", "#e07b00", "#00897b", "#8e24aa")
"""Told apart in both schemes, and by people who see fewer colours."""


def bar_chart(rows: Mapping[str, Sequence[int]], series: Sequence[str], title: str) -> str:
    """A bar for each series in each row, on one line, so that Markdown leaves it alone."""
    most = max((count for counts in rows.values() for count in counts), default=1) or 1
    width, height = _LABEL + _LENGTH + 50, _TOP + _ROW * len(rows) + 6
    size = f'viewBox="0 0 {width} {height}" style="width:100%;height:auto"'
    keys = (_key(number, name) for number, name in enumerate(series))
    drawn = (
        part
        for row, (label, counts) in enumerate(rows.items())
        for part in _row(_TOP + row * _ROW, label, counts, most)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(title)}" {size}>'
        f"<title>{escape(title)}</title>{''.join(keys)}{''.join(drawn)}</svg>"
    )


def _key(number: int, name: str) -> str:
    left = _LABEL + number * 130
    return _bar(left, 6, 12, number) + _text(left + 18, 17, name)


def _row(top: int, label: str, counts: Sequence[int], most: int) -> list[str]:
    parts = [_text(_LABEL - 10, top + _BAR + 3, label, anchor="end")]
    for number, count in enumerate(counts):
        y, length = top + number * (_BAR + 2), round(count * _LENGTH / most)
        parts += [
            _bar(_LABEL, y, length, number),
            _text(_LABEL + length + 6, y + _BAR - 2, str(count), size=11),
        ]
    return parts


def _bar(x: int, y: int, length: int, number: int) -> str:
    colour = _COLOURS[number % len(_COLOURS)]
    return f'<rect x="{x}" y="{y}" width="{length}" height="{_BAR}" fill="{colour}"/>'


def _text(x: int, y: int, text: str, *, anchor: str = "start", size: int = 13) -> str:
    place = f'x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}"'
    return f'<text {place} fill="currentColor">{escape(text)}</text>'
