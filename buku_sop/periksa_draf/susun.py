"""The state of a draft that is being checked, as plain values for the page that shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from buku_sop.analysis.impor.berulang import ringkas
from buku_sop.analysis.impor.hasil import Tempat
from buku_sop.loading.places import Path, Value
from buku_sop.loading.sunting.isian import Jenis, isian
from buku_sop.loading.sunting.keraguan import Ragu, daftar_tabel, semua_ragu
from buku_sop.loading.sunting.lambang import LANJUT, Tujuan, baca_giliran
from buku_sop.loading.sunting.langkah import daftar_langkah
from buku_sop.loading.sunting.naskah import Naskah
from buku_sop.loading.sunting.pilihan import dan, nama_pelaksana, pilihan, sebut_tujuan
from buku_sop.loading.sunting.spans import SpannedText, TakDapatDisunting
from buku_sop.model import Sop
from buku_sop.model.bidang import LABEL
from buku_sop.model.bidang_bagian import BIDANG_PELAKSANA
from buku_sop.model.tulisan import tulis
from buku_sop.periksa_draf.asal import Asal, milik, pasangkan
from buku_sop.periksa_draf.kelompok import TABEL, harus_diisi, kelompok, tanpa_letak
from buku_sop.views.dasar.jangkar import jangkar_langkah

KEGIATAN = 58
"""Most letters of a step's words where it is named."""
_SEBUTAN = {
    "ke": "periksa.arah",
    "cabang": "periksa.cabang",
    "langkah": "periksa.langkah_langkah",
    "prosedur": "periksa.tabel_langkah",
}
"""Fields that are called otherwise than on the form: key of the catalogue."""


def susun_keadaan(
    naskah: Naskah, asal: Asal, sop: Sop | None, sekelompok: Mapping[str, int]
) -> dict[str, Any]:
    """Return everything that the page shows of a draft, but its drawing; `sop` is what it says, None while it says none.

    `sekelompok` counts, by `kelompok`, the other drafts that have each doubt.
    """
    semua = semua_ragu(naskah)
    spans = SpannedText(naskah.teks)
    return {
        "nama": " ".join(str(naskah.isi(("nama",)) or "").split()),
        "status": str(naskah.isi(("status",)) or ""),
        "asal": asal.nama,
        "catatan": list(asal.catatan),
        "lembar": {str(n): asdict(x) for n, x in asal.lembar.items()},
        "ragu": [
            {
                **_ragu(naskah, asal, sop, ragu, spans),
                "harus_diisi": harus_diisi(naskah, ragu),
                "sama": sekelompok.get(kelompok(naskah, ragu), 0),
            }
            for ragu in semua
        ],
        "baris": [list(_baris(naskah, asal, n, t)) for n, t in enumerate(daftar_tabel(naskah))],
        "sisa": [
            {"teks": s.teks, "sebab": s.sebab, "tempat": _kotak(asal, s.tempat)} for s in asal.sisa
        ],
        "berulang": [
            {"teks": s.teks, "sebab": s.sebab, "tempat": _kotak(asal, s.tempat)}
            for s, _ in ringkas(asal.berulang)
        ],
    }


def kunci(ragu: Ragu) -> str:
    """Return a name of a doubt that holds as long as steps neither come nor go."""
    return "/".join(map(str, ragu.jalan))


def penyebut(naskah: Naskah, sop: Sop | None, tabel: Path | None) -> Callable[[int], str]:
    """Return what names a step of a table: by its number as it is drawn, and the beginning of its words."""
    semua = daftar_langkah(naskah, tabel or ())
    nomor = int(tabel[1]) if tabel else 0
    prosedur = sop.prosedur[nomor] if sop and nomor < len(sop.prosedur) else None

    def sebut(n: int) -> str:
        tampil = prosedur.panggilan(n) if prosedur and n < len(prosedur.langkah) else str(n + 1)
        awal = (
            tulis("kata.langkah_no", nomor=tampil)
            if tampil
            else tulis("periksa.baris", nomor=n + 1)
        )
        kata = _kegiatan(semua[n]) if 0 <= n < len(semua) else ""
        return f"{awal} ({_singkat(kata)})" if kata else awal

    return sebut


def _ragu(
    naskah: Naskah, asal: Asal, sop: Sop | None, ragu: Ragu, spans: SpannedText
) -> dict[str, Any]:
    sebut = penyebut(naskah, sop, ragu.tabel)
    kata = milik(asal, ragu)
    tempat = [t for k, _ in kata if k.tempat and (t := _kotak(asal, k.tempat))]
    bentuk = isian(naskah, ragu, sebut)
    return {
        "kunci": kunci(ragu),
        "judul": _judul(naskah, ragu, sebut),
        "kegiatan": _kegiatan(daftar_langkah(naskah, ragu.tabel)[ragu.langkah])
        if ragu.tabel is not None
        else "",
        "alasan": tanpa_letak(ragu.alasan) or tulis("periksa.tanpa_alasan"),
        "bidang": ragu.bidang,
        "bacaan": list(_bacaan(naskah, ragu, sebut)),
        "pilihan": [p.label for p in pilihan(naskah, ragu, sebut)],
        "isian": _tampil(naskah, ragu, asdict(bentuk)),
        "jangkar": _jangkar(naskah, asal, ragu, tempat),
        "baris": _baris_berkas(spans, ragu),
        "tempat": tempat,
        "potongan": [g for _, g in kata if g],
        "tabel": daftar_tabel(naskah).index(ragu.tabel) if ragu.tabel is not None else -1,
        "langkah": ragu.langkah,
    }


def _tampil(naskah: Naskah, ragu: Ragu, bentuk: dict[str, Any]) -> dict[str, Any]:
    """Name the keys of a form as people know them."""
    if bentuk["jenis"] == Jenis.PETA:
        lajur = ragu.bidang == "pelaksana"
        nama = [(k, v if lajur else LABEL.get(k, k.capitalize())) for k, v in bentuk["nama"]]
        return {**bentuk, "nama": [(k, v or tulis("periksa.tanpa_nama")) for k, v in nama]}
    return bentuk


def _judul(naskah: Naskah, ragu: Ragu, sebut: Callable[[int], str]) -> str:
    bidang = _sebutan(ragu.bidang)
    if ragu.bidang == "pelaksana" and ragu.tabel is None:
        bidang = BIDANG_PELAKSANA["nama"].label
    if ragu.tabel is None:
        return tulis("periksa.lembar_kerja", bidang=bidang) if ragu.di else bidang
    awal = sebut(ragu.langkah).partition(" (")[0].capitalize()
    if ragu.tabel:
        awal = tulis("periksa.tabel_judul", nomor=int(ragu.tabel[1]) + 1, langkah=awal.lower())
    return f"{awal}: {bidang[:1].lower()}{bidang[1:]}"


def _sebutan(bidang: str) -> str:
    if kunci := _SEBUTAN.get(bidang):
        return tulis(kunci)
    return LABEL.get(bidang) or bidang.capitalize()


def _bacaan(naskah: Naskah, ragu: Ragu, sebut: Callable[[int], str]) -> Iterator[str]:
    """Yield what the draft says there now, a line each."""
    if ragu.tabel is None or ragu.bidang not in ("ke", "cabang", "pelaksana", "simbol"):
        yield from _kata(naskah.isi(ragu.jalan), ragu.bidang)
        return
    semua = baca_giliran(naskah, ragu.tabel, ragu.langkah)
    nama = nama_pelaksana(naskah, ragu)
    siapa = [dan(nama.get(x, x) for x in g.pelaksana) for g in semua]
    if ragu.bidang == "pelaksana":
        yield from filter(None, siapa)
        return
    if ragu.bidang == "simbol":
        simbol = naskah.isi((*semua[-1].di, "simbol"))
        yield str(simbol).replace("_", " ").capitalize() if simbol else tulis("periksa.ikut_alur")
        return
    akhir = ragu.langkah + 1 == len(daftar_langkah(naskah, ragu.tabel))
    lanjut: Tujuan = LANJUT if akhir else ragu.langkah + 1
    for g, satu in enumerate(semua):
        awal = f"{siapa[g]}: " if len(semua) > 1 else ""
        for c in satu.cabang:
            yield f"{awal}{c.label or tulis('periksa.tanpa_label')} → {_ke(c.ke, lanjut, sebut)}"
        if not satu.cabang and (satu.ke or satu.terakhir):
            biasa = tulis("periksa.akhir") if lanjut == LANJUT else sebut_tujuan(lanjut, sebut)
            ke = _ke(satu.ke, lanjut, sebut) if satu.ke else biasa
            yield f"{awal}{tulis('periksa.ke', tujuan=ke)}"


def _ke(semua: tuple[Tujuan, ...], lanjut: Tujuan, sebut: Callable[[int], str]) -> str:
    return dan(sebut_tujuan(lanjut if x == LANJUT else x, sebut) for x in semua)


def _kata(isi: Value, bidang: str) -> Iterator[str]:
    if bidang in ("langkah", "prosedur") and isinstance(isi, list):
        kunci = "banyak.langkah" if bidang == "langkah" else "periksa.banyak_tabel"
        yield tulis(kunci, banyak=len(isi))
    elif isinstance(isi, list):
        for satu in isi:
            yield from _kata(satu, "")
    elif isinstance(isi, dict):
        yield from (f"{LABEL.get(k, k)}: {' '.join(_kata(v, ''))}" for k, v in isi.items() if v)
    elif isi:
        yield from str(isi).splitlines()


def _kegiatan(langkah: Value) -> str:
    isi = langkah.get("kegiatan") if isinstance(langkah, dict) else langkah
    return " ".join(str(isi or "").split())


def _singkat(teks: str) -> str:
    return teks if len(teks) <= KEGIATAN else teks[: KEGIATAN - 1].rsplit(" ", 1)[0] + " …"


def _jangkar(naskah: Naskah, asal: Asal, ragu: Ragu, tempat: Sequence[Mapping[str, float]]) -> str:
    """Return the id of the row of its step in the drawing; empty for what belongs to no step.

    What is doubted of a whole table is seen from the row on that it stands beside in the document.
    """
    semua = daftar_tabel(naskah)
    if ragu.tabel is not None:
        nomor = int(ragu.tabel[1]) if ragu.tabel else 0
        return jangkar_langkah(nomor, ragu.langkah, len(semua))
    if ragu.bidang not in TABEL or ragu.di:
        return ""
    for nomor, tabel in enumerate(semua):
        for n, baris in enumerate(_baris(naskah, asal, nomor, tabel)):
            if not tempat or (baris and _sampai(baris, tempat[0])):
                return jangkar_langkah(nomor, n, len(semua))
    return ""


def _sampai(baris: Mapping[str, float], tempat: Mapping[str, float]) -> bool:
    """Whether a place in the document begins no lower than a row ends."""
    return (baris["halaman"], baris["y"] + baris["tinggi"]) > (tempat["halaman"], tempat["y"])


def _baris_berkas(spans: SpannedText, ragu: Ragu) -> int:
    """Return the line of the file, from 1, at which the value stands, or else its mark."""
    for jalan in (ragu.jalan, (*ragu.di, "perlu_konfirmasi"), ragu.di):
        try:
            wadah = spans.find(jalan[:-1]) if jalan else spans.root
            if jalan and isinstance(jalan[-1], str):
                return spans.line_of(wadah.keys[jalan[-1]].start) + 1
            return spans.line_of(spans.find(jalan).start) + 1
        except (TakDapatDisunting, KeyError):
            continue
    return 1


def _kotak(asal: Asal, tempat: Tempat) -> dict[str, float] | None:
    """Return a place in parts of the picture of its page; None where there is no such picture."""
    lembar = asal.lembar.get(tempat.halaman)
    if lembar is None:
        return None
    k = tempat.kotak

    def bagian(nilai: float, seluruh: float) -> float:
        return round(min(max(nilai / seluruh, 0.0), 1.0), 4)

    x0, x1 = bagian(k.x0, lembar.lebar), bagian(k.x1, lembar.lebar)
    y0, y1 = bagian(k.y0, lembar.tinggi), bagian(k.y1, lembar.tinggi)
    return {"halaman": tempat.halaman, "x": x0, "y": y0, "lebar": x1 - x0, "tinggi": y1 - y0}


def _baris(
    naskah: Naskah, asal: Asal, nomor: int, tabel: Path
) -> Iterator[Mapping[str, float] | None]:
    """Yield for each step where it stands in the document; None where nobody knows."""
    kegiatan = [_kegiatan(x) for x in daftar_langkah(naskah, tabel)]
    milik_tabel = asal.baris[nomor] if nomor < len(asal.baris) else ()
    for tempat in pasangkan(milik_tabel, kegiatan):
        yield _kotak(asal, tempat) if tempat else None
