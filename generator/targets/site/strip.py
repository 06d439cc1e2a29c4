"""The decision strip: from the request to what is done next, as SVG with the branch that an error takes.

It is decoration: the sentence above it says the same, so screen readers are spared it.
"""

from dataclasses import dataclass
from functools import cache
from itertools import chain

from markupsafe import Markup

from generator.targets.python.runtime._words import Outcome, Retry

_NEXT = {
    Retry.NEVER: "Do not resend",
    Retry.AFTER_CHANGE: "Change first",
    Retry.BACKOFF: "Resend, slowly",
    Retry.WAIT: "Wait, resend",
    Retry.RECONNECT: "Reconnect",
    Retry.HALT: "Send nothing",
    Retry.RECONCILE: "Resend",
}
_RESENDS = (Retry.BACKOFF, Retry.WAIT, Retry.RECONNECT)
_BOUND = (Retry.NEVER, Retry.AFTER_CHANGE, Retry.HALT, Retry.WAIT)
"""Retries that hold even for what a look-up shows to be missing."""
_ICON = 22


@dataclass(frozen=True, slots=True)
class _Form:
    """The measures of a form of the strip: places of the four stations, and of the three rails."""

    name: str
    width: int
    height: int
    x: tuple[int, int, int, int]
    middle: int
    top: int
    bottom: int
    radius: int


_SLIM = _Form("slim", 340, 190, (22, 108, 206, 302), 92, 42, 142, 19)
_WIDE = _Form("wide", 760, 172, (50, 240, 440, 640), 82, 34, 130, 22)


@dataclass(frozen=True, slots=True)
class _Way:
    """The branch that is taken: exactly one of the three, and the words beside it."""

    refused: bool
    looked_up: bool
    applied: bool
    asked: str
    result: str
    icon: str


@cache
def strip(outcome: Outcome, retry: Retry) -> Markup:
    """Both forms of the strip, for narrow and for wide screens; the stylesheet shows one."""
    way = _way(outcome, retry)
    return Markup("").join(_drawn(form, way) for form in (_SLIM, _WIDE))


def _way(outcome: Outcome, retry: Retry) -> _Way:
    looked_up = outcome in (Outcome.UNKNOWN, Outcome.PARTLY_APPLIED)
    refused = outcome is Outcome.NOT_APPLIED
    asked = "unknown" if outcome is Outcome.UNKNOWN else "in part"
    bound = refused or retry in _BOUND
    icon = retry.value if bound and retry not in _RESENDS else "again"
    return _Way(
        refused,
        looked_up,
        outcome is Outcome.APPLIED,
        asked,
        _NEXT[retry] if bound else "Resend",
        icon,
    )


def _drawn(form: _Form, way: _Way) -> Markup:
    parts = chain(_rails(form, way), _stations(form, way), _words(form, way))
    box = f'viewBox="0 0 {form.width} {form.height}" aria-hidden="true" focusable="false"'
    return Markup(f'<svg class="{form.name}" {box}>{"".join(parts)}</svg>')  # noqa: S704 - nothing of the catalog is in it


def _rails(form: _Form, way: _Way) -> list[str]:
    """The rails that are not taken lie below those that are."""
    _, asked, looked, end = form.x

    def bend(y: int) -> str:
        return f"M{asked} {form.middle}C{asked + 10} {y} {asked + 20} {y} {asked + 50} {y}H{end}"

    def branch(y: int) -> str:
        return f"M{looked} {form.middle}C{looked + 40} {form.middle} {end - 45} {y} {end} {y}"

    rails = [
        (bend(form.top), "on" if way.refused else ""),
        (bend(form.bottom), "on" if way.applied else ""),
        (f"M{asked} {form.middle}H{looked}", "on" if way.looked_up else ""),
        (branch(form.top), "warn" if way.looked_up else ""),
        (branch(form.bottom), "warn" if way.looked_up else ""),
        (f"M{form.x[0]} {form.middle}H{asked}", "on"),
    ]
    return [
        f'<path class="rail{" " + kind if kind else ""}" d="{line}"/>'
        for line, kind in sorted(rails, key=lambda rail: bool(rail[1]))
    ]


def _stations(form: _Form, way: _Way) -> list[str]:
    sent, asked, looked, end = form.x
    first = "on end" if way.refused else ""
    last = "on end" if way.applied else ""
    return [
        _station(form, (sent, form.middle), "sent", "on"),
        _station(form, (asked, form.middle), "split", "on"),
        _station(form, (looked, form.middle), "reconcile", "now" if way.looked_up else ""),
        _station(form, (end, form.top), way.icon, first),
        _station(form, (end, form.bottom), "done", last),
    ]


_ICON_KINDS = {"on": "i on", "now": "i dark", "on end": "i inv", "": "i"}


def _station(form: _Form, place: tuple[int, int], icon: str, kind: str) -> str:
    (x, y), radius, half = place, form.radius, _ICON // 2
    side = 2 * radius
    node = f"node {kind}".rstrip()
    shape = (
        f'<rect class="{node}" x="{x - radius}" y="{y - radius}" width="{side}" height="{side}" rx="4"/>'
        if kind == "now"
        else f'<circle class="{node}" cx="{x}" cy="{y}" r="{radius - 1}"/>'
    )
    drawn = f'<use class="{_ICON_KINDS[kind]}" href="#i-{icon}" x="{x - half}" y="{y - half}"'
    return f'{shape}{drawn} width="{_ICON}" height="{_ICON}"/>'


def _words(form: _Form, way: _Way) -> list[str]:
    sent, asked, looked, end = form.x
    below = form.middle + form.radius + 16
    refused, applied, looked_up = ("on" if one else "" for one in (way.refused, way.applied, way.looked_up))
    words = [
        _word(sent, below, "Sent", "on"),
        _word(asked, below, "Applied?", "on halo"),
        _word(looked, below, "Look up", looked_up),
    ]
    if form is _SLIM:
        words += [
            _word(338, form.top - form.radius - 6, way.result, refused, "end"),
            _word(338, form.bottom + form.radius + 16, "Go on with it", applied, "end"),
            _word(asked + 44, form.top - 7, "no", refused),
            _word(asked + 44, form.bottom + 17, "yes", applied),
        ]
        between, missing, there = (157, form.middle - 9), (25, -32), (28, 62)
    else:
        words += [
            _word(end + form.radius + 8, form.top + 5, way.result, refused, "start"),
            _word(end + form.radius + 8, form.bottom + 5, "Go on with it", applied, "start"),
            _word(asked + 100, form.top - 8, "no", refused),
            _word(asked + 100, form.bottom + 18, "yes", applied),
        ]
        between, missing, there = (asked + 100, form.middle - 9), (60, -30), (60, 42)
    if way.looked_up:
        words += [
            _word(*between, way.asked, "on"),
            _word(looked + missing[0], form.middle + missing[1], "missing", "ans"),
            _word(looked + there[0], form.middle + there[1], "there", "ans"),
        ]
    return words


def _word(x: int, y: int, text: str, kind: str, anchor: str = "middle") -> str:
    said = f' class="{kind}"' if kind else ""
    return f'<text{said} x="{x}" y="{y}" text-anchor="{anchor}">{text}</text>'
