"""Indonesian words for the search; the search itself runs in the browser (`overrides/assets/javascripts/cari/`)."""
