# From generator/targets/python/runtime/_tuples.py by `python -m generator build`. Do not edit.
"""Named tuples written as classes, without ``typing``, whose import costs as much as a first match may."""

__all__ = ["NamedTuple"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import namedtuple

    class _AsTuple(type):
        """Makes a named tuple of a class body: annotations are its fields, assignments their defaults."""

        def __new__(cls, name, bases, body):
            if not bases:
                return type.__new__(cls, name, bases, body)
            fields = body.get("__annotations__", {})
            defaults = [body[field] for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            for attribute, value in body.items():
                if attribute not in fields and attribute != "__module__":
                    setattr(made, attribute, value)
            return made

    class NamedTuple(metaclass=_AsTuple):
        """The base to write after a class's name."""
