"""The part of the Python package that does not vary with the catalog.

It is a package where it is written: imported, typed and tested here, with plans made in memory. Copying it
into the output is packaging. It needs nothing but the standard library.
"""
