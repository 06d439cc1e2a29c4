# This line is another one in the package: it says where the module is from.
"""Regular expressions that are compiled when they are first used: most programs need few of them."""

__all__ = ["ASCII", "IGNORECASE", "lazy"]

IGNORECASE, ASCII = 2, 256
"""The flags of ``re``, which is not imported for them."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
        """The expression."""
        return re.compile(source, flags)

else:
    _METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")

    class lazy:  # noqa: N801 - it is called like a function
        """The expression; its methods are there from the first use on."""

        __slots__ = (*_METHODS, "_flags", "_source")

        def __init__(self, source, flags=0):
            self._source = source
            self._flags = flags

        def __getattr__(self, name):
            import re

            pattern = re.compile(self._source, self._flags)
            for method in _METHODS:
                setattr(self, method, getattr(pattern, method))
            return getattr(pattern, name)
