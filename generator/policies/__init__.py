"""What the catalog must mean, as policies: short functions with a stable id and a reason, a module per theme."""
