"""Message templates as automata, and whether one text takes two of them to their ends.

A set of characters is a whole number with a bit for each of them: ``&`` intersects two sets, and ``~`` has
all characters but these. An automaton is a row of states and accepts a little more than its template matches:
a count such as ``{1,24}`` has no upper bound in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, reduce
from operator import or_

from generator.messages.template import MessageTemplate

_TOKEN = re.compile(
    r"(?P<open>\(\?:)|(?P<close>\)\?)"
    r"|(?:\[(?P<but>\^?)(?P<set>(?:\\n|[^\]\\])+)\]|(?P<character>[a-z0-9-]))"
    r"(?P<count>[?+]|\{[0-9]+(?:,[0-9]+)?\}|)"
)
_RANGE = re.compile(r"(.)-(.)")
_BOUNDS = {"": "1", "?": "0,1", "+": "1,"}


@dataclass(frozen=True, slots=True)
class State:
    """A state that each of ``characters`` leads out of: to the next one, or back to it if it ``repeats``.

    ``skips`` says how many states, from this one on, may also be left out; 0 where none may.
    """

    characters: int
    repeats: bool = False
    skips: int = 0


Automaton = tuple[State, ...]
"""The states in their order; the last is the end, which nothing leads out of."""

_END = State(0)


def automaton(template: MessageTemplate) -> Automaton:
    """The automaton of a template."""
    states: list[State] = []
    for piece in template.pieces:
        states += map(_literal, piece) if isinstance(piece, str) else states_of(piece.type.pattern)
    return (*states, _END)


def can_meet(left: Automaton, right: Automaton, start: int = 0) -> bool:
    """Tell whether one text takes both to their ends. The first ``start`` states of both are the same."""
    ends = len(left) - 1, len(right) - 1
    waiting = [(start, start)]
    seen = set(waiting)
    while waiting:
        places = waiting.pop()
        if places == ends:
            return True
        for following in _following(left, right, *places):
            if following not in seen:
                seen.add(following)
                waiting.append(following)
    return False


def _following(left: Automaton, right: Automaton, i: int, j: int) -> Iterator[tuple[int, int]]:
    """Where both can be next: one of them leaves states out, or one character leads both on."""
    one, other = left[i], right[j]
    if one.skips:
        yield i + one.skips, j
    if other.skips:
        yield i, j + other.skips
    if one.characters & other.characters:
        yield i + (not one.repeats), j + (not other.repeats)


@cache
def states_of(pattern: str) -> Automaton:
    """The states of a slot type's pattern. Raises :class:`ValueError` at what no slot type needs."""
    states: list[State] = []
    opened = position = 0
    while position < len(pattern):
        found = _TOKEN.match(pattern, position)
        if found is None:
            raise ValueError(f"{pattern!r} has what no slot type needs: {pattern[position:]!r}")
        position = found.end()
        if found["open"]:
            opened = len(states)
        elif found["close"]:
            states[opened] = replace(states[opened], skips=len(states) - opened)
        else:
            states += _counted(_characters(found), found["count"])
    return tuple(states)


def _counted(characters: int, count: str) -> Iterator[State]:
    least, comma, most = _BOUNDS.get(count, count.strip("{}")).partition(",")
    for _ in range(int(least)):
        yield State(characters)
    if comma:
        yield State(characters, repeats=most != "1", skips=1)


def _characters(found: re.Match[str]) -> int:
    if found["character"]:
        return _bits(found["character"])
    listed = _bits(_RANGE.sub(lambda ends: _between(*ends.groups()), found["set"].replace(r"\n", "\n")))
    return ~listed if found["but"] else listed


def _between(first: str, last: str) -> str:
    return "".join(map(chr, range(ord(first), ord(last) + 1)))


def _bits(characters: str) -> int:
    return reduce(or_, (1 << ord(character) for character in characters))


@cache
def _literal(character: str) -> State:
    return State(_bits(character))
