"""Runs a program under an audit hook and writes down what it did beyond what it may: one line an event.

``python -m tests.generator.targets.watched PROGRAM SEEN FOLDER... [--first MODULE...]``

The program may import, open (to read) and execute what is in the folders or in the standard library, and
nothing else. Whatever else Python audits is a line in the file SEEN. What is to be imported first is not
watched.
"""

import argparse
import sys
import sysconfig
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import CodeType
from typing import Any

LIBRARIES = tuple(Path(sysconfig.get_path(name)).resolve() for name in ("stdlib", "platstdlib"))
MADE_BY_THE_LIBRARY = ("lambda _cls, ", "def __create_fn__(")
"""How the code begins that named tuples and dataclasses are made with."""
LOOKING = frozenset({"os.listdir", "os.scandir", "pathlib.Path.glob", "pathlib.Path.rglob"})
OF_THE_INTERPRETER = frozenset(
    {"builtins.id", "marshal.loads", "object.__delattr__", "object.__getattr__", "object.__setattr__"}
    | {"sys._getframe"}
)
ASKED_FOR_IN_VAIN = frozenset({"org", "org.python", "org.python.core"})
"""What the standard library tries to import, in case this is Jython."""
PROGRAM = "<program>"


class Watch:
    """An audit hook. It cannot be removed, so it is told when to stop."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self.folders = folders
        self.seen: list[str] = []
        self.on = True
        self._rules: dict[str, Callable[..., bool]] = {
            "import": self._may_import,
            "open": self._may_open,
            "compile": self._may_compile,
            "exec": self._may_execute,
        }

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Note an event that may not be."""
        if not self.on or event in LOOKING | OF_THE_INTERPRETER:
            return
        self.on = False  # what the rules themselves do is not the program's
        try:
            rule = self._rules.get(event)
            if rule is None or not rule(*arguments):
                self.seen.append(f"{event} {arguments!r:.300}")
        finally:
            self.on = True

    def _may_import(self, name: str, file: str | None, *_: object) -> bool:
        known = {*sys.stdlib_module_names, *ASKED_FOR_IN_VAIN, "broker_errors"}
        return name.partition(".")[0] in known if file is None else self._is_ours(file)

    def _may_open(self, path: object, mode: str | None, flags: int) -> bool:
        reading = mode is None or not set(mode) & set("wax+")
        return reading and isinstance(path, str | bytes) and self._is_ours(path)

    def _may_compile(self, source: object, name: object) -> bool:
        if isinstance(name, str | bytes) and self._is_ours(name):
            return True
        text = source.decode("utf-8", "replace") if isinstance(source, bytes) else source
        return isinstance(text, str) and text.lstrip().startswith(MADE_BY_THE_LIBRARY)

    def _may_execute(self, code: CodeType) -> bool:
        name = code.co_filename
        return name in (PROGRAM, "<string>") or name.startswith("<frozen ") or self._is_ours(name)

    def _is_ours(self, file: str | bytes) -> bool:
        path = Path(file.decode() if isinstance(file, bytes) else file).resolve()
        return any(path.is_relative_to(folder) for folder in (*self.folders, *LIBRARIES))


def main() -> None:
    """Run the program that is named, with the first folder at the front of the path."""
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=Path)
    parser.add_argument("seen", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--first", nargs="*", default=[])
    options = parser.parse_args()
    code = compile(options.program.read_text("utf-8"), PROGRAM, "exec")
    folders = tuple(folder.resolve() for folder in options.folders)
    sys.path.insert(0, str(folders[0]))
    sys.dont_write_bytecode = True
    for name in options.first:
        import_module(name)
    watch = Watch(folders)
    sys.addaudithook(watch)
    try:
        exec(code, {"__name__": "__main__"})
    finally:
        watch.on = False
        options.seen.write_text("".join(f"{line}\n" for line in watch.seen), "utf-8", "backslashreplace")


if __name__ == "__main__":
    main()
