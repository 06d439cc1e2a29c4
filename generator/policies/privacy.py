"""Policies on what must not be published: anything that identifies a person, an account or an order."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.load.yaml import NodePath
from generator.model.catalog import Broker
from generator.policies.patterns import is_pattern
from generator.policies.registry import Subject, Wrong, policy

_PLACEHOLDER_UUID = re.compile(r"0{8}-0000-4000-8000-[0-9]{12}")
_PLACEHOLDER_HEX = re.compile(r"0{20,}[0-9]{1,12}")
_PLACEHOLDER_NUMBER = re.compile(r"[1-9]0{6,}[0-9]{1,4}")
_DIGIT = re.compile("[0-9]")
_FORBIDDEN: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "an e-mail address": (
        re.compile("@"),
        re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
    ),
    "a UUID": (
        re.compile("-"),
        re.compile(
            r"(?i)(?<![0-9a-f-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])"
        ),
    ),
    "a long hexadecimal id": (
        _DIGIT,
        re.compile(r"(?i)(?<![0-9a-z])(?=[0-9a-f]*[0-9])[0-9a-f]{32,64}(?![0-9a-z])"),
    ),
    "a secret": (
        _DIGIT,
        re.compile(
            r"(?<![A-Za-z0-9/_+-])"
            r"(?=[A-Za-z0-9/_+-]*[0-9])(?=[A-Za-z0-9/_+-]*[A-Z])(?=[A-Za-z0-9/_+-]*[a-z])"
            r"[A-Za-z0-9/_+]{40,}={0,2}(?![A-Za-z0-9/_+-])"
        ),
    ),
    "an account number": (
        _DIGIT,
        re.compile(r"(?<![A-Za-z0-9-])(?<![0-9]\.)[0-9]{9,18}(?![A-Za-z0-9-]|\.[0-9])"),
    ),
}


@dataclass(frozen=True)
class Privacy:
    """What brokers' own ids look like: those that identify somebody, and those that anybody may know."""

    private: tuple[str, ...] = ()
    public: tuple[str, ...] = ()

    @classmethod
    def of(cls, brokers: Iterable[Broker]) -> "Privacy":
        """Of several brokers together: a text may hold anybody's ids."""
        known = tuple(brokers)
        return cls(
            tuple(dict.fromkeys(one for broker in known for one in broker.private if is_pattern(one))),
            tuple(dict.fromkeys(one for broker in known for one in broker.public if is_pattern(one))),
        )

    def identifying(self, text: str) -> Iterator[tuple[str, str]]:
        """What in a text may identify a person, an account or an order: its kind, and what it is."""
        for kind, character, pattern in self._kinds:
            if character.search(text):
                for found in pattern.finditer(text):
                    if not self._is_public(found[0]) and not _is_placeholder(found[0]):
                        yield kind, found[0]

    @cached_property
    def _kinds(self) -> Sequence[tuple[str, re.Pattern[str], re.Pattern[str]]]:
        """Each kind with a character that it has, which is quickly not found, and with all of it."""
        kinds = [(kind, *patterns) for kind, patterns in _FORBIDDEN.items()]
        own = [re.compile(f"(?<![A-Za-z0-9])(?:{pattern})(?![A-Za-z0-9])") for pattern in self.private]
        return [*kinds, *(("an id of a broker's user", pattern, pattern) for pattern in own)]

    def _is_public(self, text: str) -> bool:
        return any(re.fullmatch(pattern, text) for pattern in self.public)


@policy("redaction")
def nothing_identifies_a_person(subject: Subject) -> Iterator[Wrong]:
    """Payloads are from real accounts: what could identify one is replaced by a like-shaped value."""
    privacy = Privacy.of(subject.catalog.brokers)
    found_in: dict[str, Sequence[tuple[str, str]]] = {}
    for document in subject.files.documents:
        for text, path in _texts(document.data, ()):
            if text not in found_in:  # most texts are words of closed lists
                found_in[text] = tuple(privacy.identifying(text))
            for kind, found in found_in[text]:
                yield Wrong(
                    document.place(*path),
                    f"This looks like {kind}: {found[:12]}...",
                    "Replace it by a placeholder, such as 00000000-0000-4000-8000-000000000001.",
                )


def _is_placeholder(text: str) -> bool:
    return (
        _PLACEHOLDER_UUID.fullmatch(text) is not None
        or _PLACEHOLDER_HEX.fullmatch(text) is not None
        or _PLACEHOLDER_NUMBER.fullmatch(text) is not None
    )


def _texts(value: object, path: NodePath) -> Iterator[tuple[str, NodePath]]:
    if isinstance(value, str):
        if path[-1:] != ("url",):  # an address of a document may name its commit
            yield value, path
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
