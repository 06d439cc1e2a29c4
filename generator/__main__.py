"""Run with ``.venv/bin/python -m generator`` from the repository's root."""

import gc
import sys


def _run() -> int:
    gc.disable()  # hardly anything is garbage; to look for it takes a tenth of the time of 3,000 entries
    try:
        from generator.cli import main

        return main()
    except ModuleNotFoundError as missing:  # another Python than the one that everything is installed for
        print(f"{missing}.", file=sys.stderr)
        print("    mend: make .venv/.installed, and run .venv/bin/python -m generator", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(_run())
