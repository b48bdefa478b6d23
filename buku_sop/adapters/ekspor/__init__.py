"""Writes SOPs as files of other programs: Word, Excel, and tools for processes."""
