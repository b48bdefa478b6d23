"""Prints: sheets and the book as PDF, with their fonts."""
