"""``python -m broker_errors`` does what ``broker-errors`` does."""

import sys

from ._cli import main

if __name__ == "__main__":
    sys.exit(main())
