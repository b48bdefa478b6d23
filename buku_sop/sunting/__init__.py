"""The handbook while it is being edited: unsaved texts checked, drawn and changed, by messages of plain values."""
