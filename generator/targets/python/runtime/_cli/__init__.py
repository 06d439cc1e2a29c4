# This line is another one in the package: it says where the module is from.
"""``broker-errors match | explain | list | scan``: from arguments to an exit code."""

import os
import sys
from contextlib import suppress

from ._options import parsed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

FOUND, NOTHING_FOUND, MISUSED, INTERRUPTED = 0, 1, 2, 130


def main(arguments: "Sequence[str] | None" = None) -> int:
    """Run the command.

    Returns:
        0 where something was found, 1 where nothing was, 2 where the command cannot be carried out, 130 after
        Ctrl-C.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # a stream of a test or a shell may have none
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    try:
        options = parsed(sys.argv[1:] if arguments is None else arguments)
        found: bool = options.run(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader, such as head, has seen enough
        with suppress(OSError):  # a stream without a file, as in tests
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except (OSError, EOFError, ValueError) as error:
        named = (
            f"{error.filename}: {error.strerror}" if isinstance(error, OSError) and error.strerror else error
        )
        print(f"broker-errors: {named}", file=sys.stderr)
        return MISUSED
    return FOUND if found else NOTHING_FOUND
