"""Regulations: recognised, each named once, and how they stand."""
