# Generated from the catalog by `python -m generator build`. Do not edit.
"""What is asked of the catalog before anything else is loaded."""

VERSION = "0.1.0"
BROKERS = {"alpaca": "AlpacaError", "tradovate": "TradovateError"}
