"""Anchors: where on an SOP's page a step stands, for everything that links to it."""

from __future__ import annotations


def jangkar_langkah(prosedur: int, langkah: int, jumlah_prosedur: int) -> str:
    """Return the id of a step's row, without `#`.

    The first procedure keeps the short form, so that links from outside survive when a second
    procedure is added to the SOP.

    Args:
        prosedur: Position of the procedure in its SOP, from 0.
        langkah: Position of the step in its procedure, from 0; the anchor counts from 1.
        jumlah_prosedur: How many procedures the SOP has.

    Raises:
        IndexError: The SOP has no such procedure, or the step's position is negative.
    """
    if not 0 <= prosedur < jumlah_prosedur or langkah < 0:
        raise IndexError(f"prosedur {prosedur} dari {jumlah_prosedur}, langkah {langkah}")
    nomor = f"langkah-{langkah + 1}"
    return nomor if prosedur == 0 else f"prosedur-{prosedur + 1}-{nomor}"
