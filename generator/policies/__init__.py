"""What the catalog must mean: short functions with a stable id and a reason, a module per theme."""
