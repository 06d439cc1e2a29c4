"""The matching plan: what the catalog knows, as the rows that the runtimes read. No language in it."""
