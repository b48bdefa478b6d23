"""Which value of a file stands at a line and column: findings are shown at the fields that they are about."""

from __future__ import annotations

from collections.abc import Iterator

from buku_sop.loading.places import Path, Places, Source, position

Tempat = dict[tuple[int, int], Path]


def letak_nilai(source: Source) -> Tempat:
    """Return the path of the value or key at each place, the inner one where two begin together."""
    return dict(_jalan(source.places, ()))


def _jalan(places: Places, jalan: Path) -> Iterator[tuple[tuple[int, int], Path]]:
    yield position(places), jalan
    if isinstance(places.inner, list):
        for n, satu in enumerate(places.inner):
            yield from _satu(satu, (*jalan, n))
        return
    for kunci, (tanda, satu) in places.inner.items():
        yield position(tanda), (*jalan, kunci)
        yield from _satu(satu, (*jalan, kunci))


def _satu(satu: object, jalan: Path) -> Iterator[tuple[tuple[int, int], Path]]:
    if isinstance(satu, Places):
        yield from _jalan(satu, jalan)
    else:
        yield position(satu), jalan  # type: ignore[arg-type]
