"""Which word of a template leads from a text to it: the rarest."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.targets.python.runtime._cut import SHORTEST_OPENING
from generator.targets.python.runtime._fold import words
from generator.targets.python.runtime._rows import TemplateRow

SHORT_WORD = 4

Led = Mapping[str, tuple[str, ...]]


class Rarity:
    """How common words are, in the catalog's messages and in what others say."""

    def __init__(self, templates: Iterable[TemplateRow], foreign: Iterable[str]) -> None:
        self._own = Counter(word for row in templates for word in row.words.split())
        self._others = Counter(word.decode() for text in foreign for word in set(words(text)))

    def rarest(self, candidates: Sequence[str]) -> str:
        """The word to be led by."""
        return min(candidates, key=lambda word: (self._cost(word), word))

    def _cost(self, word: str) -> float:
        short = 30 if len(word) < SHORT_WORD else 0
        return self._own[word] + 2 * self._others[word] - 0.2 * len(word) + short


def anchors(templates: Iterable[TemplateRow], rarity: Rarity) -> Led:
    """The keys of the templates by the word that leads to them."""
    return _led(((row.words, row.key) for row in templates), rarity)


def heads(templates: Iterable[TemplateRow], rarity: Rarity) -> Led:
    """The same for messages that a text breaks off in: those that begin with enough to be known by."""
    beginning = (row for row in templates if any(len(one) >= SHORTEST_OPENING for one in row.pieces[:3:2]))
    return _led(((row.early, row.key) for row in beginning), rarity)


def _led(choices: Iterable[tuple[str, str]], rarity: Rarity) -> Led:
    led: dict[str, list[str]] = defaultdict(list)
    for candidates, key in choices:
        if candidates:
            led[rarity.rarest(candidates.split())].append(key)
    return {word: tuple(sorted(led[word])) for word in sorted(led)}
