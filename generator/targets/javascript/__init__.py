"""The target JavaScript: an ES module with the matcher, and the data that it reads."""
