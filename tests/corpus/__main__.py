"""Prints how much of the corpus is recognised, by broker and shape."""

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


if __name__ == "__main__":
    print("\n".join(figures()))
