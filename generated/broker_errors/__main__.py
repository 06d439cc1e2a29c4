# From generator/targets/python/runtime/__main__.py by `python -m generator build`. Do not edit.
"""``python -m broker_errors`` does what ``broker-errors`` does."""

import sys

from ._cli import main

if __name__ == "__main__":
    sys.exit(main())
