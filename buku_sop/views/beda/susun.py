"""Words a comparison: from facts and models to what is shown (`buku_sop.views.beda.tampil`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from buku_sop.analysis.beda import (
    AlasanDampak,
    Beda,
    BedaDaftar,
    BedaInstansi,
    BedaLangkah,
    BedaPelaksana,
    BedaProsedur,
    BedaSop,
    BedaTautan,
    Jenis,
    NasibTautan,
)
from buku_sop.analysis.beda.isian import Nilai, isian
from buku_sop.diagnostics import Diagnostic
from buku_sop.model import Instansi, JamKerja, Prosedur, Satuan, Sop
from buku_sop.model.teks import sebaris
from buku_sop.views.beda.konfirmasi import tulis_konfirmasi
from buku_sop.views.beda.ringkas import ringkas
from buku_sop.views.beda.tampil import (
    BarisTampil,
    BukuTampil,
    LangkahTampil,
    SopTampil,
    TabelTampil,
    TotalTampil,
    Ubahan,
)
from buku_sop.views.dasar.isian import (
    isi_langkah,
    label,
    label_langkah,
    memakai_kalender,
    nilai,
    selisih,
    selisih_total,
    siapa,
    total,
    waktu,
)
from buku_sop.views.dasar.nomor import sebut_nomor

URUTAN = "Hanya urutannya yang berubah."


def tampilkan(
    beda: Beda,
    base: str,
    head: str,
    temuan: Sequence[Diagnostic] = (),
    galat_sebelum: Sequence[Diagnostic] = (),
    galat_sesudah: Sequence[Diagnostic] = (),
) -> BukuTampil:
    """Word a comparison. `base` and `head` are what people call the two sides."""
    return BukuTampil(
        base,
        head,
        tuple(_PenyusunBedaSop(beda, s).susun() for s in beda.sop),
        tuple(_instansi(beda, i) for i in beda.instansi),
        tuple(temuan),
        tuple(galat_sebelum),
        tuple(galat_sesudah),
        beda.tak_terbanding,
    )


class _PenyusunBedaSop:
    """Words one SOP."""

    def __init__(self, beda: Beda, satu: BedaSop) -> None:
        self.buku, self.satu = beda, satu
        sisi = beda.sesudah if satu.sesudah else beda.sebelum
        self.instansi: Instansi = sisi.cari_instansi(satu.sop.instansi)
        self.jam: JamKerja = self.instansi.jam_kerja

    def susun(self) -> SopTampil:
        satu = self.satu
        tabel = tuple(self._tabel(p) for p in satu.prosedur if p.berubah)
        isian = tuple(self._isian())
        return SopTampil(
            satu.id,
            satu.sop.nama,
            self.instansi.sebutan,
            satu.jenis,
            tuple(ringkas(satu, isian)),
            TotalTampil(
                "Seluruhnya",
                total(satu.total.sebelum, self.jam),
                total(satu.total.sesudah, self.jam),
                selisih_total(satu.total, self.jam),
            ),
            tuple(self._peran()),
            isian,
            tabel,
            tuple(tulis_konfirmasi(satu, self.instansi)),
            tuple(self._tautan()),
            tuple(self._dampak()),
            satu,
        )

    def _peran(self) -> Iterator[TotalTampil]:
        for p in self.satu.peran:
            t = p.total
            if t.waktu is None and t.sebelum == t.sesudah:
                continue
            nama = p.sesudah or p.sebelum
            if p.sebelum and p.sesudah and p.sebelum != p.sesudah:
                nama = f"{p.sesudah} (semula {p.sebelum})"
            dulu, kini = total(t.sebelum, self.jam), total(t.sesudah, self.jam)
            yield TotalTampil(nama, dulu, kini, selisih_total(t, self.jam))

    def _isian(self) -> Iterator[Ubahan]:
        """Word changed fields of the identity; the worksheet and the lists with it."""
        a, b = self.satu.sebelum, self.satu.sesudah
        if a is None or b is None:
            return
        if a.id != b.id:
            yield Ubahan("id", "Berkas", (f"{a.id}.yml",), (f"{b.id}.yml",))
        yield from _ubahan(isian(a), isian(b), self.satu, self._label, self.instansi)

    def _label(self, bidang: str) -> str:
        return label(bidang, self.satu.sop, self.instansi)

    def _tabel(self, beda: BedaProsedur) -> TabelTampil:
        a = self._prosedur(self.satu.sebelum, beda.sebelum)
        b = self._prosedur(self.satu.sesudah, beda.sesudah)
        banyak = max(len(s.prosedur) for s in (self.satu.sebelum, self.satu.sesudah) if s)
        kini = b or a
        assert kini
        nomor = beda.sesudah if beda.sesudah is not None else beda.sebelum
        judul = "" if banyak == 1 else kini.judul or f"Prosedur {(nomor or 0) + 1}"
        jenis = Jenis.BARU if a is None else Jenis.DIHAPUS if b is None else Jenis.DIUBAH
        ubahan = tuple(self._ubahan_tabel(beda, a, b)) if a and b else ()
        baris = tuple(self._baris(x, a, b) for x in beda.langkah)
        return TabelTampil(judul, jenis, ubahan, baris, beda)

    @staticmethod
    def _prosedur(sop: Sop | None, nomor: int | None) -> Prosedur | None:
        return sop.prosedur[nomor] if sop and nomor is not None else None

    def _ubahan_tabel(self, beda: BedaProsedur, a: Prosedur, b: Prosedur) -> Iterator[Ubahan]:
        for bidang in beda.isian:
            dulu, kini = (_isian_tabel(getattr(x, bidang)) for x in (a, b))
            yield Ubahan(bidang, self._label(bidang), dulu, kini)
        for p in beda.pelaksana:
            yield _pelaksana(p)
        if beda.urutan_pelaksana:
            urutan = [", ".join(p.lengkap for p in x.pelaksana) for x in (a, b)]
            yield Ubahan("pelaksana", "Urutan pelaksana", (urutan[0],), (urutan[1],))

    def _baris(self, x: BedaLangkah, a: Prosedur | None, b: Prosedur | None) -> BarisTampil:
        dulu = tuple(_langkah(a, i) for i in x.sebelum) if a else ()
        kini = tuple(_langkah(b, j) for j in x.sesudah) if b else ()
        lama = ""
        if x.waktu and a and b:
            rentang = [a.langkah[i].waktu.rentang for i in x.sebelum]
            rentang += [b.langkah[j].waktu.rentang for j in x.sesudah]
            lama = selisih(x.waktu, self.jam, sekitar=memakai_kalender(*rentang))
        ubahan = []
        for bidang in x.bidang:
            assert a
            assert b
            catatan = lama if bidang == "waktu" else ""
            nama = label_langkah(bidang, self.satu.sop, self.instansi)
            ubahan.append(Ubahan(bidang, nama, *_dua_isi(x, a, b, bidang), catatan))
        return BarisTampil(x.jenis, x.dipindah, dulu, kini, tuple(ubahan), lama, x.jalan)

    def _tautan(self) -> Iterator[str]:
        for t in self.satu.tautan:
            yield self._nasib(t)
        for id in self.satu.dirujuk_hilang:
            yield f"Tidak dirujuk lagi oleh {self._nama(id)}."
        for id in self.satu.dirujuk_baru:
            yield f"Kini dirujuk oleh {self._nama(id)}."

    def _nasib(self, t: BedaTautan) -> str:
        match t.nasib:
            case NasibTautan.PUTUS:
                return f"Tautan putus: “{t.teks}” dahulu menuju {self._nama(t.sebelum)}."
            case NasibTautan.TERSAMBUNG:
                return f"Tautan tersambung: “{t.teks}” kini menuju {self._nama(t.sesudah)}."
            case _:
                return (
                    f"Tautan beralih: “{t.teks}” dahulu menuju {self._nama(t.sebelum)}, "
                    f"kini {self._nama(t.sesudah)}."
                )

    def _dampak(self) -> Iterator[str]:
        for d in self.satu.dampak:
            if d.alasan is AlasanDampak.MERUJUK:
                yield f"{self._nama(d.sop)} merujuk SOP ini."
            else:
                yield f"{self._nama(d.sop)} memerlukan “{d.dokumen}”, yang tidak dihasilkan lagi."

    def _nama(self, id: str) -> str:
        sop = self.buku.sesudah.cari_sop(id) or self.buku.sebelum.cari_sop(id)
        return f"{sop.nama} ({id})" if sop else id


def _instansi(beda: Beda, satu: BedaInstansi) -> tuple[str, tuple[Ubahan, ...]]:
    sisi = beda.sebelum if satu.jenis is Jenis.DIHAPUS else beda.sesudah
    kini = sisi.cari_instansi(satu.id)
    if satu.jenis is not Jenis.DIUBAH:
        baru = satu.jenis is Jenis.BARU
        isi = (kini.nama,)
        return kini.sebutan, (Ubahan("nama", "Instansi", () if baru else isi, isi if baru else ()),)
    dulu = beda.sebelum.cari_instansi(satu.id)
    ubahan = _ubahan(isian(dulu), isian(kini), satu, lambda b: label(b, instansi=kini), kini)
    return kini.sebutan, tuple(ubahan)


def _ubahan(
    dulu: Mapping[str, Nilai],
    kini: Mapping[str, Nilai],
    satu: BedaSop | BedaInstansi,
    nama: Callable[[str], str],
    instansi: Instansi,
) -> Iterator[Ubahan]:
    """Word changed fields, then changed lists."""
    for bidang in satu.isian:
        sebelum, sesudah = (nilai(x.get(bidang), bidang, instansi) for x in (dulu, kini))
        yield Ubahan(bidang, nama(bidang), sebelum, sesudah)
    for d in satu.daftar:
        yield from _ubahan_daftar(d, nama(d.bidang))


def _ubahan_daftar(d: BedaDaftar, nama: str) -> Iterator[Ubahan]:
    """Word a changed list item by item."""
    for lama, baru in d.diubah:
        yield Ubahan(d.bidang, nama, (lama,), (baru,))
    for teks in d.dibuang:
        yield Ubahan(d.bidang, nama, (teks,), ())
    for teks in d.ditambah:
        yield Ubahan(d.bidang, nama, (), (teks,))
    if d.urutan:
        yield Ubahan(d.bidang, nama, (), (), URUTAN)


def _pelaksana(p: BedaPelaksana) -> Ubahan:
    return Ubahan("pelaksana", "Pelaksana", _daftar(p.sebelum), _daftar(p.sesudah))


def _dua_isi(
    x: BedaLangkah, a: Prosedur, b: Prosedur, bidang: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write a changed field of a step on both sides; of its ways out those alone that lead elsewhere."""
    i, j = x.sebelum[0], x.sesudah[0]
    dulu, kini = isi_langkah(a, i, bidang), isi_langkah(b, j, bidang)
    if bidang not in ("cabang", "ke"):
        return dulu, kini
    awal_dulu = len(isi_langkah(a, i, "cabang")) if bidang == "ke" else 0
    awal_kini = len(isi_langkah(b, j, "cabang")) if bidang == "ke" else 0
    sama_dulu, sama_kini = ({p[sisi] for p in x.jalan} for sisi in (0, 1))
    sisa_dulu = tuple(t for n, t in enumerate(dulu, awal_dulu) if n not in sama_dulu)
    sisa_kini = tuple(t for n, t in enumerate(kini, awal_kini) if n not in sama_kini)
    return (sisa_dulu, sisa_kini) if sisa_dulu or sisa_kini else (dulu, kini)


def _isian_tabel(nilai: str | Satuan | tuple[str, ...] | None) -> tuple[str, ...]:
    """Write a field of a table: a text, a unit, or notes."""
    return tuple(map(sebaris, nilai)) if isinstance(nilai, tuple) else _daftar(str(nilai or ""))


def _daftar(teks: str) -> tuple[str, ...]:
    return (teks,) if teks else ()


def _langkah(prosedur: Prosedur, i: int) -> LangkahTampil:
    langkah = prosedur.langkah[i]
    return LangkahTampil(
        prosedur.nomor[i],
        sebut_nomor(prosedur, i),
        sebaris(langkah.kegiatan),
        siapa(prosedur, langkah),
        tuple(map(sebaris, langkah.kelengkapan)),
        waktu(langkah),
        tuple(map(sebaris, langkah.output)),
        isi_langkah(prosedur, i, "cabang") + isi_langkah(prosedur, i, "ke"),
        tuple(map(sebaris, langkah.keterangan)),
    )
