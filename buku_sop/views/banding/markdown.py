"""A comparison of SOPs as Markdown, for an issue or a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from buku_sop.analysis.banding.kelompok import Kelompok
from buku_sop.model import Handbook
from buku_sop.views.banding.tampil import (
    KOSONG,
    PENJELASAN,
    TANDA_MIRIP,
    BandingTampil,
    LangkahBanding,
    SelBanding,
    TahapBanding,
)
from buku_sop.views.dasar.markdown_text import amankan_md

_SEL = 400
"""Characters of one value in a cell."""


def tulis_markdown(b: BandingTampil) -> str:
    """Write a comparison: figures, then stages, each with a column for each SOP."""
    return "\n".join(_baris(b)) + "\n"


def tulis_kelompok_md(kelompok: Iterable[Kelompok], handbook: Handbook) -> str:
    """Write the groups that can be compared."""
    baris = (
        (
            amankan_md(satu.nama, 120),
            ", ".join(
                amankan_md(handbook.cari_instansi(id.partition("/")[0]).sebutan, 80)
                for id in satu.sop
            ),
        )
        for satu in kelompok
    )
    return (
        "\n".join(["## SOP yang dapat dibandingkan", "", *_tabel(("Nama", "Instansi"), baris)])
        + "\n"
    )


def _baris(b: BandingTampil) -> Iterator[str]:
    yield f"## Perbandingan SOP {amankan_md(b.judul, 120)}"
    yield ""
    yield f"**{b.ringkasan()}** {PENJELASAN}"
    yield ""
    instansi = [amankan_md(k.instansi, 80) for k in b.kolom]
    yield from _tabel(
        ("", *instansi),
        (
            (
                f"**{r.label}**",
                *(
                    " ".join(filter(None, (amankan_md(n, _SEL), f"**{t}**" if t else "")))
                    for n, t in zip(r.nilai, r.tanda, strict=True)
                ),
            )
            for r in b.ringkas
        ),
    )
    yield "### Tahap"
    yield ""
    yield from _tabel(("Tahap", *instansi), (_tahap(t) for t in b.tahap))
    yield f"{', '.join(f'{amankan_md(tanda)} {k.value}' for k, tanda in TANDA_MIRIP.items())}."
    yield ""
    for _, label, bersama, sendiri in b.milik_terbagi():
        yield f"### {label}"
        yield ""
        for m in bersama:
            punya = ", ".join(i for i, isi in zip(instansi, m.ada, strict=True) if isi)
            yield f"- **{amankan_md(m.nama, _SEL)}**: {punya}"
        for nama, isi in zip(instansi, sendiri, strict=True):
            if isi:
                yield f"- hanya {nama}: {'; '.join(amankan_md(m.nama, _SEL) for m in isi)}"
        yield ""


def _tahap(t: TahapBanding) -> tuple[str, ...]:
    kepala = f"**{t.nomor}. {amankan_md(t.nama)}**<br>{amankan_md(t.ada)}"
    if t.beda:
        kepala += f"<br>beda: {', '.join(t.beda)}"
    return kepala, *(_sel(s) if s else KOSONG for s in t.sel)


def _sel(sel: SelBanding) -> str:
    bagian = list(map(_langkah, sel.langkah))
    if catatan := " ".join(
        filter(
            None, (sel.jumlah and amankan_md(sel.jumlah), f"**{sel.tanda}**" if sel.tanda else "")
        )
    ):
        bagian.append(catatan)
    return "<br>".join(bagian)


def _langkah(x: LangkahBanding) -> str:
    rinci = [x.pelaksana or "tanpa pelaksana", x.waktu or "tanpa waktu", *x.output]
    rinci += ["keputusan"] if x.keputusan else []
    rinci += ["urutannya lain"] if x.urutan_lain else []
    rinci += [f"perlu konfirmasi: {', '.join(x.ragu)}"] if x.ragu else []
    uraian = " · ".join(amankan_md(satu, _SEL) for satu in rinci)
    return f"{amankan_md(x.tanda)} {x.nomor}. {amankan_md(x.kegiatan, _SEL)}<br>_{uraian}_"


def _tabel(kolom: Sequence[str], baris: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(kolom)} |"
    yield f"|{' --- |' * len(kolom)}"
    for satu in baris:
        yield f"| {' | '.join(satu)} |"
    yield ""
