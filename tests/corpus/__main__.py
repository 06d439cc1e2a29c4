"""Prints how much of the corpus is recognized, by broker and shape, and what is not yet, by kind."""

from collections import Counter

from tests.corpus.rows import payloads


def figures() -> list[str]:
    """A line for each broker and shape, and one for the negatives of each broker."""
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for payload in payloads():
        key = (payload.broker, "negative" if payload.is_negative else payload.shape)
        total[key] += 1
        right[key] += payload.answered() == payload.expected
    return [
        f"{broker:<10} {shape:<15} {right[broker, shape]:>4} of {total[broker, shape]:>4}"
        for broker, shape in sorted(total)
    ]


def not_yet() -> list[str]:
    """A line for each kind of payload that is not recognized yet, with where its payloads stand."""
    places: dict[str, list[str]] = {}
    for payload in payloads():
        for kind in sorted(set(payload.not_yet.values())):
            places.setdefault(kind, []).append(f"{payload.broker}:{payload.line}")
    return [f"not yet: {kind}: {', '.join(places[kind])}" for kind in sorted(places)]


if __name__ == "__main__":
    print("\n".join((*figures(), *not_yet())))
