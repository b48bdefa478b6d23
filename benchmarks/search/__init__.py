"""How well the search finds, beside the theme's own and beside Pagefind; see README.md."""
