"""Compares the matcher's ways on many mutated sources: ``python -m tests.fuzz [COUNT] [SEED]``.

Each of COUNT sources (a million by default) is answered by the short and by the whole way, and a hundredth
of as many by the reference, which takes far longer. Ends with 1 and prints the first differences, if any.
"""

import sys
from itertools import islice

from tests.runtime.differences import matcher_and_reference, short_and_whole_way

SHOWN = 20
REFERENCE_SHARE = 100


def main(arguments: list[str]) -> int:
    """Run the comparison."""
    count = int(arguments[0]) if arguments else 1_000_000
    seed = int(arguments[1]) if len(arguments) > 1 else 0
    differences = [
        *islice(short_and_whole_way(seed, count), SHOWN),
        *islice(matcher_and_reference(seed, count // REFERENCE_SHARE), SHOWN),
    ]
    for difference in differences:
        print(difference)
    print(f"{count} sources, seed {seed}: {len(differences) or 'no'} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
