"""What can change for users: short functions with a stable id, a level and a meaning, a module per theme."""
