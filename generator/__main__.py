"""Run with ``python -m generator`` from the repository's root."""

import sys

from generator.cli import main

if __name__ == "__main__":
    sys.exit(main())
