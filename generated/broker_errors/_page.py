# From generator/targets/python/runtime/_page.py by `python -m generator build`. Do not edit.
"""What stands on the page of an error, and in which order: the same for the terminal and the site.

The verdict comes first: what became of the request, whether it may be sent again, how long to wait, who acts
first. Renderers decide how it looks, never what it says.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus

from ._info import EntryInfo, Signature, Source, Step
from ._wait import Wait
from ._words import Actor, Evidence, Outcome, Retry, When

SECTIONS: Mapping[str, str] = {
    "meaning": "What it means",
    "earlier": "May an earlier attempt be live?",
    "on-the-way": "What may have happened on the way",
    "causes": "Why it happens",
    "what-to-do": "What to do",
    "message": "What the broker sends",
    "support": "Log this, and tell support that",
    "library": "In the library",
    "sources": "Known from",
    "dated": "What changed, and when",
    "related": "Close to it",
}
"""The questions below the verdict, in their order, by the id of their place on the page."""
PARAGRAPHS: Mapping[str, str] = {"earlier": "earlier_attempt", "on-the-way": "on_the_way"}
"""Sections that are one text, which an entry may have: the field that holds it."""

ACTORS: Mapping[Actor, str] = {
    Actor.DEVELOPER: "Developer",
    Actor.ACCOUNT_OWNER: "Account owner",
    Actor.BROKER: "Broker",
}
DUE: Mapping[When, str] = {When.NOW: "Now", When.LATER: "Afterwards", When.BEFORE: "To avoid it"}
GRADES: Mapping[Evidence, str] = {
    Evidence.OBSERVED: "Observed: a real payload",
    Evidence.DOCUMENTED: "Documented: printed by the broker",
    Evidence.CONSTRUCTED: "Constructed: from a published schema, no real payload known",
}
BODIES: Mapping[str, str] = {"empty": "an empty body", "html": "a gateway's page as its body"}

OUTCOMES: Mapping[Outcome, tuple[str, str]] = {
    Outcome.NOT_APPLIED: ("No, it did not", "Nothing was placed, changed or canceled."),
    Outcome.APPLIED: ("Yes, it did", "The answer is an error and the effect is there. Do not send it again."),
    Outcome.PARTLY_APPLIED: ("Only in part", "Find out which parts took effect before you send anything."),
    Outcome.UNKNOWN: ("Unknown: may be live", "Look it up before you send anything."),
}
"""The answer to "Did it go through?", and one more sentence."""
RETRIES: Mapping[Retry, tuple[str, str]] = {
    Retry.NEVER: ("No, not as it is", "The request itself is wrong."),
    Retry.AFTER_CHANGE: ("Only after a change", "Funds, a position, a permission or the market first."),
    Retry.BACKOFF: ("Yes, with growing pauses", "Add jitter. A few times at most."),
    Retry.WAIT: ("Yes, after the stated wait", "Not earlier."),
    Retry.RECONCILE: ("Not yet. Look it up first", "Send only what is proven missing."),
    Retry.RECONNECT: ("Yes, on a new connection", "Authenticate and subscribe again."),
    Retry.HALT: ("No. Send nothing at all", "More traffic makes the lock-out longer."),
}
"""The answer to "Send it again?", and why or how."""

_AFTER_LOOK_UP = (Retry.RECONCILE, Retry.RECONNECT, Retry.BACKOFF)
"""Retries that let what a look-up shows to be missing be sent again."""
_PIECE = re.compile(r"\{\{|\}\}|\{([a-z][a-z0-9_]*):([a-z]+)\}|[^{}]+")
_UNDOUBLED = {"{{": "{", "}}": "}"}


@dataclass(frozen=True)
class Answer:
    """The answer to one question of the verdict: the word that programs branch on, and what it says."""

    question: str
    value: str
    words: str
    note: str


@dataclass(frozen=True)
class Verdict:
    """The answers that are wanted first.

    ``retries`` is one answer, or one for requests that change something and one for those that only read.
    ``earlier`` says that this request did not take effect, but that an attempt before it which was left
    without an answer may have: whoever sent once is not warned of it.
    ``wait`` has pairs of a label and a text.
    """

    outcome: Answer
    retries: tuple[Answer, ...]
    wait: tuple[tuple[str, str], ...]
    who: tuple[Actor, ...]
    first: Step
    earlier: bool

    @property
    def may_be_live(self) -> bool:
        """Whether what was sent may be live."""
        return self.outcome.value == Outcome.UNKNOWN


@dataclass(frozen=True)
class Wording:
    """A way in which the broker says it: the message, else what stands for one, and what it comes with."""

    message: str | None
    without: str
    with_: str
    evidence: Evidence


@dataclass(frozen=True)
class Page:
    """The page of one error."""

    info: EntryInfo

    @cached_property
    def head(self) -> str:
        """What stands on the reader's screen: the message where there is one, else a status, field, code.

        A message keeps its slots, as ``{symbol:symbol}``. Where the broker has no words, it is the title.
        """
        info = self.info
        messages = [one.message for one in info.signatures if one.message]
        if len(messages) == 1 and not info.fallback:
            return messages[0]
        bare = [one.status for one in info.signatures if one.status and not one.message]
        if bare:
            return f"{bare[0]} {_phrase(bare[0])}".rstrip()
        fields = [one.field for one in info.signatures if one.field]
        if fields:
            return f'"{fields[0]}": …'
        codes = [one.code for one in info.signatures if one.code and not one.code.isdigit()]
        return codes[0] if codes and not messages else info.title

    @property
    def title(self) -> str | None:
        """The title below the head, where the head does not say it already."""
        title = self.info.title
        return None if title.lower() in self.head.lower() else title

    @property
    def statuses(self) -> tuple[int, ...]:
        """The HTTP statuses that are known, without repetition."""
        return tuple(dict.fromkeys(one.status for one in self.info.signatures if one.status))

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that are known, without repetition."""
        return tuple(dict.fromkeys(one.code for one in self.info.signatures if one.code))

    @cached_property
    def verdict(self) -> Verdict:
        """What became of it, whether it may be sent again, and what to do first."""
        info = self.info
        return Verdict(
            outcome=_outcome(info),
            retries=_retries(info),
            wait=() if info.wait is None else wait_facts(info.wait),
            who=tuple(dict.fromkeys(step.who for step in info.remediation if step.when is not When.BEFORE)),
            first=next((step for step in info.remediation if step.when is When.NOW), info.remediation[0]),
            earlier=info.outcome is Outcome.NOT_APPLIED and info.earlier_attempt is not None,
        )

    @property
    def way(self) -> str:
        """The way from the request to what is done next, in a sentence or two."""
        info, verdict = self.info, self.verdict
        again = verdict.retries[0].words
        if verdict.earlier:
            return (
                f"Sent, not applied. Send it again? {again}. "
                "If an attempt before it was left without an answer, look that one up first."
            )
        if info.outcome is Outcome.UNKNOWN:
            missing = (
                "Only if it stays missing, send it again."
                if info.retry in _AFTER_LOOK_UP
                else f"If it stays missing, send it again? {again}."
            )
            return (
                "Sent, and the answer does not tell whether it was applied. Look it up. If it is there, "
                f"go on with it. {missing}"
            )
        if info.outcome is Outcome.PARTLY_APPLIED:
            return f"Sent, and applied in part. Look up which parts. Send it again? {again}."
        if info.outcome is Outcome.APPLIED:
            return "Sent, and applied. Go on with what is there, and do not send it again."
        return f"Sent, not applied. No look-up is needed. Send it again? {again}."

    @property
    def stands_for(self) -> str | None:
        """What a page says of itself that speaks for whatever no other one names."""
        if not self.info.fallback:
            return None
        said = [
            *([f"the status {_listed(self.statuses)}"] if self.statuses else []),
            *([f"the code {_listed(self.codes)}"] if self.codes else []),
        ]
        what = " and ".join(said) or "what came"
        return f"This page is a catch-all. It speaks for {what} where no other entry knows the message."

    @property
    def retired(self) -> str | None:
        """Since when and why the id is no longer used, and what is used instead."""
        gone = self.info.deprecated
        if gone is None:
            return None
        use = f" Use {self.info.broker}.{gone.use} instead." if gone.use else ""
        return f"Retired since {gone.since}: {gone.reason}.{use} {gone.note or ''}".rstrip()

    @property
    def steps(self) -> tuple[tuple[When, tuple[tuple[int, Step], ...]], ...]:
        """The steps with their numbers, by when they are due."""
        numbered = tuple(enumerate(self.info.remediation, 1))
        groups = ((when, tuple(one for one in numbered if one[1].when is when)) for when in DUE)
        return tuple((when, steps) for when, steps in groups if steps)

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """What the broker says, wording by wording."""
        return tuple(_wording(signature) for signature in self.info.signatures)

    @property
    def support(self) -> str:
        """What to write down, with brackets for what only the reader knows."""
        info = self.info
        looked_up = self.verdict.may_be_live or self.verdict.earlier
        values = dict.fromkeys(
            (*(name for one in self.wordings for name in slots(one.message or "")), *info.fields)
        )
        lines = [
            f"error: {info.id}",
            "time (UTC): [ ]",
            f"request: [{info.operations[0] if info.operations else 'method and path'}]",
            "request id, if the answer has one: [ ]",
            "your own id of the order or request, if any: [ ]",
            *([f"values: {', '.join(f'{name} [ ]' for name in values)}"] if values else []),
            *(["looked up: [where, when, and what was found]"] if looked_up else []),
        ]
        return "\n".join(lines)

    @property
    def library(self) -> str:
        """How a program asks for this error, in Python."""
        lines = (
            "import broker_errors",
            "",
            f'found = broker_errors.match(error, broker="{self.info.broker}")',
            f'if found and found.error == "{self.info.id}":',
            "    ...",
        )
        return "\n".join(lines)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where it is known from: places in sources, and a source as a whole where no place is named."""
        placed = {one.id for one in self.info.sources if one.place}
        return tuple(one for one in self.info.sources if one.place or one.id not in placed)

    @property
    def paragraphs(self) -> Mapping[str, str]:
        """The texts of those sections that are one text, by the sections' ids."""
        texts = {name: getattr(self.info, field) for name, field in PARAGRAPHS.items()}
        return {name: text for name, text in texts.items() if text}

    @property
    def sections(self) -> tuple[str, ...]:
        """The ids of the sections that this page has, in their order."""
        info = self.info
        missing = {
            **{name: name not in self.paragraphs for name in PARAGRAPHS},
            "sources": not info.sources,
            "dated": not info.dated,
            "related": not info.related,
        }
        return tuple(name for name in SECTIONS if not missing.get(name))


def spelled(message: str) -> tuple[tuple[str, str | None], ...]:
    """The pieces of a message template: literal texts with None, names of slots with their types."""
    return tuple(
        (found[1], found[2]) if found[1] else (_UNDOUBLED.get(found[0], found[0]), None)
        for found in _PIECE.finditer(message)
    )


def slots(message: str) -> tuple[str, ...]:
    """The names of the slots of a message template."""
    return tuple(name for name, kind in spelled(message) if kind)


def shown(message: str) -> str:
    """A message template for people: slots by their names only, as ``<symbol>``."""
    return "".join(f"<{text}>" if kind else text for text, kind in spelled(message))


def wait_facts(wait: Wait) -> tuple[tuple[str, str], ...]:
    """A wait as pairs of a label and a text: how long, at most, and what is sent back."""
    stated = [
        *([f"the seconds in {wait.field}"] if wait.field else []),
        *([f"the time in the header {wait.header}"] if wait.header else []),
        *([f"until the time in the header {wait.until_header}"] if wait.until_header else []),
    ]
    default = [] if wait.seconds is None else [duration(wait.seconds)]
    long = ", else ".join([*stated, *default])
    return (
        ("Wait", long),
        *((("At most", duration(wait.cap)),) if wait.cap is not None else ()),
        *((("Send back", ", ".join(wait.echo)),) if wait.echo else ()),
    )


def duration(seconds: float) -> str:
    """Seconds as people say them."""
    for name, length in (("hour", 3600), ("minute", 60)):
        if seconds >= length and seconds % length == 0:
            count = int(seconds // length)
            return f"{count} {name}{'' if count == 1 else 's'}"
    return f"{seconds:g} second{'' if seconds == 1 else 's'}"


def _outcome(info: EntryInfo) -> Answer:
    words, note = OUTCOMES[info.outcome]
    if info.outcome is Outcome.NOT_APPLIED and info.earlier_attempt:
        words, note = "This one did not", "If an attempt before it got no answer, that one may be live."
    elif info.outcome is Outcome.NOT_APPLIED and info.on_the_way:
        note = "But something may have happened on the way."
    return Answer("Did it go through?", info.outcome, words, note)


def _retries(info: EntryInfo) -> tuple[Answer, ...]:
    if info.retry is info.retry_read:
        return (_retry(info, "Send it again? Order or read", info.retry),)
    return (
        _retry(info, "Send an order or change again?", info.retry),
        _retry(info, "Send a read again?", info.retry_read),
    )


def _retry(info: EntryInfo, question: str, retry: Retry) -> Answer:
    words, note = RETRIES[retry]
    if retry is Retry.RECONNECT and info.outcome is Outcome.UNKNOWN:
        words, note = "Reconnect, then look it up", "What was in flight may be live."
    if retry is Retry.WAIT and info.wait is not None:
        exact = info.wait.seconds is not None and not (
            info.wait.field or info.wait.header or info.wait.until_header
        )
        words = f"Yes, after {duration(info.wait.seconds)}" if exact and info.wait.seconds else words
        note = f"Not earlier, and with {' and '.join(info.wait.echo)}." if info.wait.echo else note
    return Answer(question, retry, words, note)


def _wording(signature: Signature) -> Wording:
    code, status = signature.code, signature.status or signature.statuses
    field = (
        "" if signature.field is None else signature.field + (f" = {signature.is_}" if signature.is_ else "")
    )
    without = (
        f"a field {field}"
        if field
        else f"any message with code {code}"
        if code
        else f"any text with HTTP {status}"
    )
    body = "" if signature.body is None else BODIES[signature.body]
    said = [
        *([f"HTTP {status}"] if status and (signature.message or code or field) else []),
        *([f"code {code}"] if code and (signature.message or field) else []),
        *([f"with {field}"] if field and signature.message else []),
        *([f"on {signature.channel}"] if signature.channel else []),
        *([f"with {body}"] if body else []),
        *([f"only with this {' and '.join(signature.requires)}"] if signature.requires else []),
    ]
    return Wording(signature.message, without, ", ".join(said), signature.evidence)


def _phrase(status: int) -> str:
    phrases = {known.value: known.phrase for known in HTTPStatus}
    return phrases.get(status, "")


def _listed(values: tuple[object, ...]) -> str:
    return ", ".join(map(str, values))
