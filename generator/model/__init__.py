"""The catalog as typed data."""
