"""Git: revisions read as data, the history of files, and two revisions compared."""
