# This line is another one in the package: it says where the module is from.
"""``python -m broker_errors`` does what ``broker-errors`` does."""

import sys

from ._cli import main

if __name__ == "__main__":
    sys.exit(main())
