"""Reads the catalog's files: strict YAML, and a document for each."""
