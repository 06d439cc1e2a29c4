"""How a runtime gets into its package: line by line, so that a traceback names the line of the source."""

from collections.abc import Iterable
from pathlib import Path

SOURCE = "This line is another one in the package: it says where the module is from."
SHIPPED = "From generator/targets/{}/runtime/{} by `python -m generator build`. Do not edit."


def shipped(runtime: Path, modules: Iterable[Path], sign: str) -> dict[str, str]:
    """Modules by their paths below ``runtime``, with another first line: a comment, begun by ``sign``."""
    return {
        path: _shipped(text, f"{sign} {SOURCE}", f"{sign} {SHIPPED.format(runtime.parent.name, path)}")
        for path, text in sorted((_below(runtime, module), module.read_text("utf-8")) for module in modules)
    }


def _below(runtime: Path, module: Path) -> str:
    return module.relative_to(runtime).as_posix()


def _shipped(text: str, line: str, other: str) -> str:
    first, end, rest = text.partition("\n")
    if first != line:
        raise ValueError(f"a module of a runtime begins with the line {line!r}, not {first!r}")
    return f"{other}{end}{rest}"
