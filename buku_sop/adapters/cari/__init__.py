"""What the search in the browser is given of Indonesian words."""
