"""SOPs of the same name in several offices: which steps stand for one another, what is alike, what differs."""
