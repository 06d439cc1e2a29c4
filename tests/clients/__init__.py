"""The real clients against a fake broker on this machine: what a user holds when it goes wrong."""
