"""Sheets in other forms than SOP-AP: head, sections, procedure and signatures as a description says."""
