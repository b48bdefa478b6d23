"""Networks drawn from left to right: layered drawings of boxes and links, and groups small enough to read.

Kept by us because nothing fits: grandalf, the one layered layout in pure Python, has rested since 2023; what is
kept comes compiled and places boxes only. Here the ways of the lines are laid as well, so that none runs through
a box, and the same network is the same drawing everywhere.
"""

from buku_sop.layout.layered.drawing import Box, Curve, Drawing, Link, Measures, Spot, arrange
from buku_sop.layout.layered.groups import split
from buku_sop.layout.layered.words import wrap

__all__ = ["Box", "Curve", "Drawing", "Link", "Measures", "Spot", "arrange", "split", "wrap"]
