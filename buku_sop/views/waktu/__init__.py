"""Times: where they go in one SOP, and the table of all."""
