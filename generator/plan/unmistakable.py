"""What only one broker says, and what tells it although nobody named it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.model.catalog import CodeSet
from generator.targets.python.runtime._fold import Folded
from generator.targets.python.runtime._lookup import Lookup
from generator.targets.python.runtime._rows import Common, Plan, TemplateRow

WORDS, WORDS_WITH_A_FIELD = 6, 4
"""How many words make a message one that nobody else is likely to say."""
DIGITS, HUMPS = 6, 2
"""How long a number, and of how many words a name is that nobody else has as a code."""

_WORD = re.compile(r"[a-z0-9_]+")
_HUMP = re.compile(r"[A-Z][a-z]+")


def telling_codes(code_set: CodeSet) -> tuple[str, ...]:
    """The codes of a set that tell the broker."""
    if not code_set.unmistakable:
        return ()
    return tuple(code for code in code_set.codes if _is_long(code))


def _is_long(code: str) -> bool:
    digits = code.removeprefix("-")
    return len(digits) >= DIGITS if digits.isdigit() else len(_HUMP.findall(code)) >= HUMPS


def telling_templates(
    plans: Sequence[Plan], common: Common, foreign: Iterable[tuple[str, str]]
) -> frozenset[str]:
    """The keys of the templates that tell the broker: long, of one broker only, and said by nobody else."""
    brokers: dict[str, set[str]] = defaultdict(set)
    long: set[str] = set()
    for plan in plans:
        for row in plan.templates:
            brokers[row.key].add(plan.broker)
            if _is_telling(row):
                long.add(row.key)
    said = said_by_others(plans, common, foreign)
    return frozenset(key for key in long if len(brokers[key]) == 1 and key not in said)


def said_by_others(
    plans: Sequence[Plan], common: Common, foreign: Iterable[tuple[str, str]]
) -> Mapping[str, str]:
    """The keys of the templates that stand in a foreign text, each with a text in which it does."""
    lookup = Lookup(plans, common)
    return dict(_said(lookup, foreign))


def _said(lookup: Lookup, foreign: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for text, speaker in foreign:
        folded = Folded(text)
        for template in lookup.said_in(folded.low):
            of_others = any(signature.broker != speaker for signature in template.signatures)
            if of_others and template.find(folded) is not None:
                yield template.row.key, text


def _is_telling(row: TemplateRow) -> bool:
    words = [word for literal in row.pieces[::2] for word in _WORD.findall(literal)]
    names_a_field = any("_" in word for word in words)
    return len(words) >= (WORDS_WITH_A_FIELD if names_a_field else WORDS)
