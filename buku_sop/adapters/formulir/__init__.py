"""Prints the forms around SOPs as PDF."""
