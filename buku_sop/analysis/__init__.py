"""What follows from a handbook: flows, times, links, indexes and checks. Facts only, no output format."""
