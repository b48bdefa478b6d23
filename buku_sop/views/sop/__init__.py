"""The page of an SOP."""
