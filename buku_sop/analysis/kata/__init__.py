"""Words and names: roots, slugs, names of SOPs in free text, abbreviations."""
