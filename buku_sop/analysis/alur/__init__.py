"""The flow of a procedure: its symbols and arrows, the ways through it, and how long they take."""
