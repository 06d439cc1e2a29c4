"""The tool that checks the catalog and generates everything else from it. It is never shipped to users."""
