"""The map of keterkaitan, and what surrounds an SOP."""
