"""Sentences that the terminal and the site say alike."""


def wait_sentence(
    *,
    halt: bool,
    seconds: float | None,
    field: str | None,
    header: str | None,
    until_header: str | None,
    cap: float | None,
    echo: tuple[str, ...],
) -> str:
    """A wait, in seconds, in a sentence or two. ``halt`` says that nothing at all may be sent meanwhile."""
    stated = [
        *([f"the seconds in the body field {field}"] if field else []),
        *([f"the seconds in the header {header}"] if header else []),
        *([f"until the UNIX time in the header {until_header}"] if until_header else []),
    ]
    otherwise = " where nothing is stated" if stated else ""
    default = [] if seconds is None else [f"{seconds:g} seconds{otherwise}"]
    most = "" if cap is None else f", at most {cap:g} seconds"
    resend = f" Send {', '.join(echo)} back with the request." if echo else ""
    return f"{'Send nothing for' if halt else 'Wait'} {', or '.join([*stated, *default])}{most}.{resend}"
