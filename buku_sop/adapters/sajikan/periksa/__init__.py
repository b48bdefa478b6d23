"""The page on which people check drafts against the documents they were imported from."""
