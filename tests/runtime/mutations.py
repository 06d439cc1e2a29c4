"""Sources made of real payloads by changing them: bodies, texts, and texts around bodies."""

import json
import random
from collections.abc import Iterator
from typing import Any

from generator.model.catalog import Catalog
from generator.targets.python.runtime._rows import Plan
from tests.corpus.rows import payloads

STATUSES = (None, None, 200, 403, 404, 418, 422, 429, 500, 503)
AROUND = (
    "{}",
    "submit failed: {}",
    "2026-01-05 18:30:00,123 ERROR order failed: {}",
    "error={} symbol=AAPL",
    "({})",
    "> {}\nand so on",
    "{} (attempt 1/3)",
    "HTTP 422: {}",
    "{} {}",
)


class Mutations:
    """An endless stream of sources with what is asked beside them, the same for the same seed."""

    def __init__(self, catalog: Catalog, plans: tuple[Plan, ...], seed: int) -> None:
        self._random = random.Random(seed)
        self._texts = [payload.text for payload in payloads()]
        self._bodies = [body for text in self._texts if isinstance(body := _parsed(text), dict | list)]
        self._brokers = [broker.id for broker in catalog.brokers]
        self._messages = [
            signature.message
            for entry in catalog.entries
            for signature in entry.signatures
            if signature.message is not None and "{" not in signature.message
        ]
        codes = [code for plan in plans for row in plan.code_sets for code in row.codes]
        self._values: list[Any] = [
            *codes,
            *(int(c) for c in codes if c.isdigit()),
            None,
            1.5,
            [],
            {},
            42299999,
            "x",
        ]
        self._keys = sorted(
            {key for plan in plans for row in plan.envelopes for one in row.when for key in one.path}
        )

    def bodies(self) -> Iterator[tuple[object, str | None, int | None]]:
        """Yield parsed bodies."""
        while True:
            yield self._changed(self._random.choice(self._bodies)), *self._asked()

    def texts(self) -> Iterator[tuple[object, str | None, int | None]]:
        """Yield texts."""
        choose = self._random.choice
        while True:
            inner = (
                json.dumps(self._changed(choose(self._bodies)))
                if self._random.random() < 0.5
                else self._text(choose([*self._texts, choose(self._messages)]))
            )
            around = choose(AROUND)
            yield around.format(inner, choose(self._messages)), *self._asked()

    def _asked(self) -> tuple[str | None, int | None]:
        return self._random.choice([*self._brokers, None]), self._random.choice(STATUSES)

    def _changed(self, value: Any) -> Any:
        if isinstance(value, dict):
            changed = {key: self._field(item) for key, item in value.items() if self._random.random() > 0.05}
            if self._random.random() < 0.15:
                changed[self._random.choice(self._keys)] = self._random.choice(
                    [*self._values, *self._messages]
                )
            return changed
        if isinstance(value, list):
            return [self._changed(item) for item in value]
        return self._text(value) if isinstance(value, str) and self._random.random() < 0.3 else value

    def _field(self, value: Any) -> Any:
        chance = self._random.random()
        if chance < 0.07:
            return self._random.choice(self._values)
        if chance < 0.15 and isinstance(value, str):
            return self._random.choice(self._messages)
        return self._changed(value)

    def _text(self, text: str) -> str:
        choose = self._random.choice
        changes = (
            lambda: (
                text + choose((".", " for X", " ", "...", " [code=40310000]", f": {choose(self._messages)}"))
            ),
            lambda: choose(("submit failed: ", "x ", "(", "Error ", "404 ")) + text,
            lambda: text[: self._random.randrange(len(text) + 1)],
            text.upper,
            lambda: choose(self._messages),
            lambda: text.replace(" ", choose(("  ", "\n", " \u200b", "\u00a0")), 1),
            lambda: text.replace('"', choose(("'", '\\"', "&quot;", "\u201c"))),
            lambda: text,
        )
        return choose(changes)()


def _parsed(text: str) -> object:
    try:
        value: object = json.loads(text)
    except ValueError:
        return None
    return value
