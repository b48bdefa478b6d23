"""The project of an office: what `sop mulai` writes, what of it is ours, and how `sop perbarui` moves it."""
