"""The recipes of the site, run."""
