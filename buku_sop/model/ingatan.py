"""Values that keep what was worked out of them."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

T = TypeVar("T")


class Ingatan:
    """A base of frozen values: what is worked out of one is kept with it, and goes when it goes.

    A handbook that is opened anew has new values, so nothing of an earlier one is ever seen. What is kept is
    no part of the value: it is neither compared nor copied, printed or pickled.
    """

    __slots__ = ("_ingatan",)
    _ingatan: dict[Hashable, object]

    def ingat(self, kunci: Hashable, hitung: Callable[[], T]) -> T:
        """Return what `hitung` makes, worked out once for each `kunci`. It must depend on nothing else."""
        try:
            ingatan = self._ingatan
        except AttributeError:
            ingatan = {}
            object.__setattr__(self, "_ingatan", ingatan)
        if kunci not in ingatan:
            ingatan[kunci] = hitung()
        return cast("T", ingatan[kunci])
