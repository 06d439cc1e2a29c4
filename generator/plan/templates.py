"""The rows of message templates: one for each wording of a broker, and for each telling sentence of it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.messages.disjoint import overlapping
from generator.messages.template import parse_template
from generator.model.catalog import Entry, Signature
from generator.targets.python.runtime._pieces import literal_words, pieces_of
from generator.targets.python.runtime._rows import SignatureRow, TemplateRow
from generator.targets.python.runtime._template import CUT_SHARE

SHORT, SHORTEST = 4, 2
"""Words: short messages are a part of many a sentence, the shortest ones are hardly more than a word."""
SENTENCE_WORDS = 5
"""A sentence of so many words, if only one entry has it, is as good as the message."""

_WORD = re.compile(r"[a-z0-9_]+")
_SENTENCE_END = re.compile(r"(?<=[a-z}])\.+ ")

Said = tuple[Entry, Signature, SignatureRow]


def template_rows(said: Iterable[Said], phrases: Sequence[str]) -> Iterator[TemplateRow]:
    """The rows of a broker's messages, in the order of their keys."""
    by_key: dict[str, list[SignatureRow]] = defaultdict(list)
    spelled: dict[str, list[str]] = defaultdict(list)
    for _, signature, row in said:
        message = (signature.message or "").removeprefix("...")
        key = "".join(_key(pieces_of(message)))
        by_key[key].append(row)
        spelled[key].append(message)
    sentences = dict(_sentences(by_key, spelled))
    said_by = {
        key: sentences.get(key) or (spelled[key], by_key[key])
        for key in sorted(by_key.keys() | sentences.keys())
    }
    shared = _shared({key: messages[0] for key, (messages, _) in said_by.items()})
    for key, (messages, rows) in said_by.items():
        made = _template_row(key, messages, sorted(rows, key=lambda row: (-row.rank, row.entry)), phrases)
        yield made._replace(alone=len(made.pieces) > 1 and key not in shared)


def _shared(messages: Mapping[str, str]) -> frozenset[str]:
    """The keys of those message templates that may be all of a text of which another one is, too."""
    keys = list(messages)
    pairs = overlapping([parse_template(message) for message in messages.values()])
    return frozenset(keys[index] for pair in pairs for index in pair)


def _key(pieces: tuple[str, ...]) -> Iterator[str]:
    for number, piece in enumerate(pieces):
        yield f"{{{piece}}}" if number % 2 else piece


def _sentences(
    by_key: Mapping[str, list[SignatureRow]], spelled: Mapping[str, list[str]]
) -> Iterator[tuple[str, tuple[list[str], list[SignatureRow]]]]:
    """Sentences of longer messages that only one entry says, each with the message's signatures."""
    for key, rows in by_key.items():
        parts = _SENTENCE_END.split(spelled[key][0])
        for part in parts if len(parts) > 1 else ():
            sentence = part.rstrip(".")
            low = sentence.lower()
            if "{" in low or len(low.split()) < SENTENCE_WORDS or low in by_key:
                continue
            entries = {row.entry for row in rows}
            if all(low not in other or {row.entry for row in by_key[other]} == entries for other in by_key):
                yield low, ([sentence], rows)


def _template_row(
    key: str, messages: Sequence[str], rows: Sequence[SignatureRow], phrases: Sequence[str]
) -> TemplateRow:
    pieces = pieces_of(messages[0])
    words = [word for literal in pieces[::2] for word in _WORD.findall(literal)]
    bag = dict.fromkeys(word for word, _ in literal_words(pieces))
    return TemplateRow(
        key=key,
        spelled=tuple(sorted(set(messages))) if len(pieces) == 1 else (),
        pieces=pieces,
        words=" ".join(bag),
        early=" ".join(_early(pieces, words)),
        beside=_beside(words, has_slots=len(pieces) > 1),
        exact_case=key.rstrip(".") in phrases,
        signatures=tuple(rows),
    )


def _early(pieces: tuple[str, ...], words: Sequence[str]) -> Sequence[str]:
    """The words of that part of a message which is left of it when it is cut off."""
    if len(words) < SHORTEST:
        return ()
    length = sum(map(len, pieces[::2]))
    room = max(CUT_SHARE * length, len(words[0]) if len(words) == SHORTEST else 0)
    return tuple(dict.fromkeys(word for word, end in literal_words(pieces) if end <= room))


def _beside(words: Sequence[str], *, has_slots: bool) -> str:
    if len(words) <= SHORTEST and not has_slots:
        return "nothing"
    names_a_field = any("_" in word for word in words)
    if len(words) < SHORT or (len(words) == SHORT and not names_a_field):
        return "nothing" if len(words) <= SHORTEST and not has_slots else "no_sentence"
    return "any"
