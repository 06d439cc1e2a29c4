"""The part of the Python package that does not vary with the catalog, copied into the package unchanged.

The checks use it too, so that the catalog's examples are run by the code that users run. It needs nothing but
the standard library, and imports nothing that is slow to import until it is used.
"""
