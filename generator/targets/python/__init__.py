"""The Python target: the package ``broker_errors``, from templates and from the runtime."""
