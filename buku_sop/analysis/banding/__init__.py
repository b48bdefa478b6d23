"""SOPs of several offices side by side."""
