"""Findings: the quality report, the page of codes, and annotations for machines."""
