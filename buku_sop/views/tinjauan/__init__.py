"""Due reviews: on pages, as text, and as calendars."""
