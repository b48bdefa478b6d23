"""Files of the handbook changed in place: only the lines that must change do, every comment stays, all can be undone."""
