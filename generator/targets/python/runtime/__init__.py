"""The part of the Python package that does not vary with the catalog: a package of its own, copied when shipped.

It needs nothing but the standard library, and imports only downwards. No module holds a vendor's word: what is
known of brokers and their clients comes in as rows.
"""
