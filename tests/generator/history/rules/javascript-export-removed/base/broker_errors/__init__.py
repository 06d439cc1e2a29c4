"""No names."""
