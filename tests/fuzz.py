"""Compares the matcher's ways on many mutated sources: ``python -m tests.fuzz [COUNT] [SEED]``.

Each of COUNT bodies (a million by default) is answered by the short and by the whole way, and as many bodies
and texts by the matcher and by the reference; on all processors, in parts with seeds of their own. Prints the
first differences, if any, and ends with 1 then.
"""

import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice

from tests.runtime.differences import matcher_and_reference, short_and_whole_way

SHOWN = 20
PART = 20_000
"""Sources of one seed."""


def main(arguments: list[str]) -> int:
    """Run the comparison."""
    count = int(arguments[0]) if arguments else 1_000_000
    seed = int(arguments[1]) if len(arguments) > 1 else 0
    parts = [min(PART, count - done) for done in range(0, count, PART)]
    seeds = range(seed, seed + len(parts))
    with ProcessPoolExecutor() as processes:
        differences = [one for found in processes.map(_differences, seeds, parts) for one in found]
    for difference in differences[:SHOWN]:
        print(difference)
    print(f"{count} sources, seeds from {seed}: {len(differences) or 'no'} differences")
    return 1 if differences else 0


def _differences(seed: int, count: int) -> list[str]:
    """The first differences of one seed."""
    return list(islice(_all(seed, count), SHOWN))


def _all(seed: int, count: int) -> Iterator[str]:
    yield from short_and_whole_way(seed, count)
    yield from matcher_and_reference(seed, count)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
