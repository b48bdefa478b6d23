"""The history of an SOP: its own dates and the revisions of its file, in one line of time."""
