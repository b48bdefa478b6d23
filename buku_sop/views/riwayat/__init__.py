"""The history of an SOP."""
