"""The figures as text, as a page of the site and as a chart."""

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SAME = (0.93, 1.07)
"""Where the matcher's ratio to itself has to lie, or the run was disturbed."""
_WIDTH, _BAR, _LABEL = 860, 22, 410


@dataclass(frozen=True, slots=True)
class Row:
    """A figure beside its target. ``unit`` is what it is a multiple of, or what it is measured in.

    What the matcher takes against itself has a ``least``, too: it tells how quiet the machine was.
    """

    id: str
    what: str
    figure: float
    target: float | None
    unit: str
    least: float | None = None

    @property
    def is_missed(self) -> bool:
        """Whether the figure is beyond its target."""
        is_less = self.least is not None and self.figure < self.least
        return is_less or (self.target is not None and self.figure > self.target)


def against_itself(what: str, ratios: Iterable[float]) -> Row:
    """How far a run was disturbed: of some ratios of the matcher to itself, the one farthest from 1."""
    least, most = SAME
    worst = max(ratios, key=lambda ratio: abs(ratio - 1))
    return Row("", f"the matcher against itself, {what}", worst, most, "x as long", least)


def as_text(rows: Sequence[Row]) -> str:
    """A line for each row."""
    return "\n".join(
        f"{row.id:<4} {row.what:<72} {row.figure:>8.2f} {row.unit:<14} target {_target(row):>12}"
        f"{'  MISSED' if row.is_missed else ''}"
        for row in rows
    )


def as_markdown(rows: Sequence[Row]) -> str:
    """The page of the site."""
    lines = [
        "---",
        'title: "How fast it is"',
        'description: "What the matcher costs, as ratios measured beside their targets."',
        "---",
        "# How fast it is",
        "",
        "Measured by `make bench` on the machine that last ran it: ratios in one process, medians over",
        "rounds in which all contestants take turns. `json.loads` of the same body, or of a small one for",
        "lines of a log, is 1. No unknown message and no line comes twice, but for messages that are said to",
        "have been met before: the matcher remembers what they led to. A target that is missed is marked.",
        *_disturbed(rows),
        "",
        "| | What | Figure | Target | |",
        "|---|---|---:|---:|---|",
        *(_markdown(row) for row in rows),
        "",
        "![The same figures as bars beside their targets](benchmarks.svg)",
        "",
    ]
    return "\n".join(lines)


def _disturbed(rows: Sequence[Row]) -> Iterable[str]:
    """What is said of a run that is void."""
    if any(row.least and row.is_missed for row in rows):
        yield ""
        yield "**This run was disturbed:** the matcher did not take as long as itself. Its figures are void."


def _markdown(row: Row) -> str:
    missed = "missed" if row.is_missed else ""
    return f"| {row.id} | {row.what} | {row.figure:.2f} {row.unit} | {_target(row)} | {missed} |"


def as_chart(rows: Sequence[Row]) -> str:
    """Bars in multiples of the target: what ends before the line meets it."""
    shown = [row for row in rows if row.target and row.least is None]
    height = _BAR * len(shown) + 30
    most = max(2.0, *(row.figure / (row.target or 1) for row in shown))
    scale = (_WIDTH - _LABEL - 20) / min(most, 4.0)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img"'
    parts = [
        f'{head} aria-label="Figures as parts of their targets" font-family="sans-serif" font-size="12">',
        '<rect width="100%" height="100%" fill="#fff"/>',
    ]
    for place, row in enumerate(shown):
        y = place * _BAR
        share = min(row.figure / (row.target or 1), 4.0)
        parts.append(f'<text x="{_LABEL - 8}" y="{y + 15}" text-anchor="end">{html.escape(row.what)}</text>')
        fill = "#a33" if row.is_missed else "#2f6f4f"
        parts.append(
            f'<rect x="{_LABEL}" y="{y + 4}" width="{share * scale:.0f}" height="14" fill="{fill}"/>'
        )
    line = _LABEL + scale
    parts.append(f'<path d="M{line:.0f} 0V{height - 26}" stroke="#222" stroke-dasharray="3 3"/>')
    parts.append(f'<text x="{line:.0f}" y="{height - 8}" text-anchor="middle">target</text></svg>')
    return "\n".join(parts) + "\n"


def _target(row: Row) -> str:
    if row.target is None:
        return ""
    return f"{row.target:g}" if row.least is None else f"{row.least:g} to {row.target:g}"
