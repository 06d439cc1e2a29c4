"""``python -m tests.clients`` writes the page of the site that shows the table."""

from tests.clients.table import PAGE, page

PAGE.write_text(page(), "utf-8")
