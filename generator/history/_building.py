"""Makes ``generated/`` of the revision in the folder that the command line names. A script of ``revision``.

The revision's own generator makes it, from whatever has the right shape: policies are for ``check``. A
revision that is too old to do that builds as it always did.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])
os.chdir(sys.argv[1])


def _build(folder: Path) -> int:
    try:
        from generator.stages import preview
    except ImportError:
        from generator.cli import main

        return main(["build"])
    from generator.findings import render
    from generator.output import replace

    checked, files = preview(folder)
    print(render(checked.findings, "text"))
    if checked.subject is None:
        return 1
    replace(folder / "generated", files)
    return 0


if __name__ == "__main__":
    sys.exit(_build(Path.cwd()))
