"""Reads text with tables: Markdown, TSV, and what was pasted from a word processor, with its bits of HTML."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from html import unescape
from io import StringIO
from itertools import pairwise
from pathlib import Path

from buku_sop.adapters.impor.blok import BarisBlok, Blok, Kertas, Paragraf, SelBlok, TabelBlok
from buku_sop.adapters.impor.letak import Penata
from buku_sop.adapters.impor.pembaca import TakTerbaca
from buku_sop.analysis.impor.label_identitas import LABEL_KOTAK
from buku_sop.analysis.impor.netral import Dokumen
from buku_sop.analysis.impor.peran import Peran
from buku_sop.analysis.impor.tabel_teks import TabelRata, berlanjut, kepala, ratakan

MAX_TEKS = 20 * 1024 * 1024
"""Bytes of a text that are read at most."""
MAX_SEL = 60_000
MAX_KOLOM = 200
MAX_BARIS = 100_000
"""Cells, columns of a row and lines that are read at most."""
KERTAS = Kertas(1000.0, 842.0, 40.0, 40.0, 40.0, 40.0)
_LEBAR = 920.0
_GARIS = re.compile(r"[\s|+:=-]+")
_JUDUL = re.compile(r"(?:SOP|STANDARD? OPERASIONAL PROSEDUR)\b", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_BARU = ("p", "br", "div", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "ul")
_TEBAL_PEJABAT = ("b", "strong", "u")
"""Who signs stands out by these between position and NIP."""
_TEBAL = re.compile(r"(?<!\w)(\*\*|__)(?=\S)(.+?)(?<=\S)\1(?!\w)", re.DOTALL)
_PANJANG = 5_000
"""Marks of longer texts stay, since looking for their ends takes too long."""
_LABEL = re.compile(
    rf"((?:{'|'.join(p.pattern.removesuffix(':?') for p in LABEL_KOTAK.values())}):)\s*(?=\S)",
    re.IGNORECASE,
)


def baca(berkas: Path) -> Dokumen:
    """Read a text. Raises TakTerbaca where it is none."""
    teks = baca_teks(berkas)
    if re.search(r"<table\b", teks, re.IGNORECASE):
        from buku_sop.adapters.impor.html import dari_html

        return dari_html(teks, berkas.name)
    if berkas.suffix.lower() == ".tsv":
        baris = [list(b) for b in csv.reader(StringIO(teks), delimiter="\t")]
    else:
        baris = [_sel(b) for b in teks.split("\n")]
    return tata(berkas.name, tuple(_blok(baris)))


def baca_teks(berkas: Path) -> str:
    """Read the characters of a file, whatever program wrote it. Raises TakTerbaca."""
    try:
        with berkas.open("rb") as isi:
            mentah = isi.read(MAX_TEKS + 1)
    except OSError as error:
        raise TakTerbaca("Berkas ini tidak ada atau tidak dapat dibuka.") from error
    if len(mentah) > MAX_TEKS:
        raise TakTerbaca(f"Teks ini lebih dari {MAX_TEKS // 1024 // 1024} MB. Pecah berkasnya.")
    if mentah[:2] in (b"\xff\xfe", b"\xfe\xff"):
        sandi = "utf-16"
    else:
        awal = re.search(rb"charset\s*=\s*[\"']?([\w-]+)", mentah[:4096], re.IGNORECASE)
        sandi = awal[1].decode("ascii") if awal else "utf-8"
    for calon in (sandi, "utf-8-sig", "cp1252"):
        try:
            teks = mentah.decode(calon)
            break
        except (UnicodeDecodeError, LookupError):
            continue
    else:
        teks = mentah.decode("latin-1")
    if teks.count("\0") > len(teks) // 100:
        raise TakTerbaca("Berkas ini bukan teks. Simpan sebagai teks (UTF-8), lalu impor hasilnya.")
    return teks.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")


def tata(nama: str, blok: Sequence[Blok]) -> Dokumen:
    """Set blocks on pages: an SOP begins anew at a title above another table of steps."""
    penata = Penata(KERTAS)
    langkah = False
    judul: list[Paragraf] = []
    for satu in blok:
        if isinstance(satu, Paragraf):
            judul.append(satu)
            continue
        bertabel = _tabel_langkah(satu)
        baru = next((n for n, p in enumerate(judul) if _JUDUL.match(p.baris[0])), None)
        if bertabel and langkah and baru is not None:
            penata.taruh(judul[:baru])
            penata.ganti_halaman()
            penata.tandai_baru()
            judul = judul[baru:]
        langkah = langkah or bertabel
        penata.taruh([*judul, satu])
        judul = []
    penata.taruh(judul)
    penata.ganti_halaman()
    if not penata.halaman:
        raise TakTerbaca("Berkas ini kosong.")
    return Dokumen(nama, tuple(penata.halaman))


def _tabel_langkah(tabel: TabelBlok) -> bool:
    teks = {
        " ".join(b.split()).casefold()
        for baris in tabel.baris[:3]
        for s in baris.sel
        for p in s.blok
        if isinstance(p, Paragraf)
        for b in p.baris
    }
    return any(t.startswith(("kelengkapan", "output", "waktu", "keluaran")) for t in teks)


# --- Lines and rows ---------------------------------------------------------------------


def _sel(baris: str) -> list[str]:
    """Part a line into its cells; a line without any is one cell."""
    polos = baris.strip()
    if polos.startswith("|") and polos.count("|") > 1:
        isi = re.split(r"(?<!\\)\|", polos.strip("|") if polos.endswith("|") else polos[1:])
        return [s.replace("\\|", "|").strip() for s in isi]
    return baris.split("\t")


def _blok(baris: Sequence[Sequence[str]]) -> Iterator[Blok]:
    """Make paragraphs and tables of rows; a row of one cell is a paragraph."""
    bagian: list[Paragraf | list[list[str]]] = []
    langkah_terakhir: list[list[str]] | None = None
    jumlah = 0
    for mentah in baris:
        jumlah += len(mentah)
        if len(mentah) > MAX_KOLOM or jumlah > MAX_BARIS + MAX_SEL:
            raise TakTerbaca(
                f"Teks ini memuat baris dengan lebih dari {MAX_KOLOM} kolom, atau terlalu banyak sel. Pecah berkasnya."
            )
        sel = [rapikan(s) for s in mentah]
        if not any(sel) or all(_GARIS.fullmatch(s) for s in mentah if s.strip()):
            continue  # blank lines and rules stand within tables, too
        if len(sel) == 1:
            bagian += [Paragraf((b,), 10.0) for b in sel[0].split("\n")]
        elif bagian and isinstance(bagian[-1], list):
            bagian[-1].append(sel)
        elif langkah_terakhir is not None and berlanjut(sel):
            langkah_terakhir.append(sel)  # the table goes on behind what stands between its pages
        else:
            bagian.append([sel])
        if bagian and isinstance(bagian[-1], list) and kepala(sel):
            langkah_terakhir = bagian[-1]
    for satu in bagian:
        if isinstance(satu, Paragraf):
            yield satu
        else:
            yield from tabel(satu)


def tabel(baris: Sequence[Sequence[str]]) -> Iterator[TabelBlok]:
    """Make tables of rows: those of steps with their columns in order, any other as it stands."""
    awal = [n for n, b in enumerate(baris) if kepala(b)]
    mulai = [n for n in awal if not awal or n == awal[0] or any(map(berlanjut, baris[awal[0] : n]))]
    batas = [0, *mulai, len(baris)]
    for dari, sampai in pairwise(batas):
        potong = baris[dari:sampai]
        if not potong:
            continue
        rata = ratakan(potong) if dari in mulai else None
        yield _apa_adanya(potong) if rata is None else langkah(rata)


def _apa_adanya(baris: Sequence[Sequence[str]]) -> TabelBlok:
    jumlah = max(len(b) for b in baris)
    while jumlah > 1 and not any(len(b) == jumlah and b[-1] for b in baris):
        baris = [b[: jumlah - 1] for b in baris]
        jumlah -= 1
    return TabelBlok(
        (_LEBAR / jumlah,) * jumlah,
        tuple(
            BarisBlok(tuple(_isi(k, b[k] if k < len(b) else "") for k in range(jumlah)))
            for b in baris
        ),
    )


def langkah(rata: TabelRata) -> TabelBlok:
    """Write a table of steps with its headings over its columns."""
    lane, kanan = len(rata.lane), rata.kanan
    mutu = [n for n, (p, _) in enumerate(kanan) if p is not Peran.KETERANGAN]
    dasar = 2 + lane
    atas = [_isi(0, "No", tinggi=2), _isi(1, rata.kegiatan, tinggi=2)]
    if lane:
        atas.append(_isi(2, "Pelaksana", lebar=lane))
    atas.append(_isi(dasar, "Mutu Baku", lebar=len(mutu)))
    atas += [_isi(dasar + n, nama, tinggi=2) for n, (_, nama) in enumerate(kanan) if n not in mutu]
    bawah = [_isi(2 + n, nama) for n, nama in enumerate(rata.lane)]
    bawah += [_isi(dasar + n, kanan[n][1]) for n in mutu]
    isi = [BarisBlok(tuple(_isi(k, s) for k, s in enumerate(b)), 24.0) for b in rata.baris]
    lebar = (30.0, 250.0, *(70.0,) * lane, *(100.0,) * len(kanan))
    return TabelBlok(lebar, (BarisBlok(tuple(atas), 16.0), BarisBlok(tuple(bawah), 16.0), *isi))


def _isi(kolom: int, teks: str, lebar: int = 1, tinggi: int = 1) -> SelBlok:
    blok = tuple(Paragraf((b,), 10.0) for b in teks.split("\n"))
    return SelBlok(kolom, lebar, blok, tinggi)


# --- Marks within a cell ------------------------------------------------------------------


def rapikan(teks: str) -> str:
    """Return what people read of a text with marks of HTML and Markdown, its items on lines of their own."""
    hasil: list[str] = []
    urutan: list[int] = []
    akhir = 0
    pejabat = _TEBAL_PEJABAT if "NIP" in teks else ()
    for tag in _TAG.finditer(teks):
        hasil.append(teks[akhir : tag.start()])
        akhir = tag.end()
        nama, tutup = tag[2].lower(), bool(tag[1])
        if nama in ("ol", "ul"):
            urutan = urutan[:-1] if tutup else [*urutan, 0 if nama == "ol" else -1]
        if nama == "li" and not tutup:
            hasil.append("\n" + _nomor_li(urutan, teks[akhir : akhir + 8]))
        elif nama in _BARU or nama in pejabat:
            hasil.append("\n")
    hasil.append(teks[akhir:])
    rata = unescape("".join(hasil)).replace("\xa0", " ")
    rata = _TEBAL.sub(r"\2", rata) if len(rata) < _PANJANG else rata
    rata = re.sub(r"^\s{0,3}#{1,6}\s+", "", rata.replace("**", ""))
    baris = (" ".join(b.split()) for b in rata.split("\n"))
    pecah = (x for b in baris if b for x in _LABEL.sub("\\1\n", b).split("\n"))
    return "\n".join(x for b in pecah for x in _butir_rapat(b))


def _nomor_li(urutan: list[int], sesudah: str) -> str:
    """Number an item, unless it is numbered in its own words."""
    if re.match(r"\s*(?:\d{1,2}|[a-z])[.)]\s", sesudah):
        return ""
    if not urutan or urutan[-1] < 0:
        return "- "
    urutan[-1] += 1
    return f"{urutan[-1]}. "


def _butir_rapat(baris: str) -> list[str]:
    """Part items that were run together: "1. A2. B3. C", as far as their numbers count on from 1."""
    awal = re.match(r"1\s?([.)]?)\s*(?=\D)", baris)
    if awal is None:
        return [baris]
    pola = rf"\s*(?<!\d){{}}\s?{re.escape(awal[1])}\s*(?=\D)" if awal[1] else r"\s+{}\s+(?=[A-Z])"
    hasil: list[str] = []
    sisa, n = baris, 2
    while cocok := re.compile(pola.format(n)).search(sisa, 2):
        hasil.append(sisa[: cocok.start()].strip())
        sisa, n = f"{n}{awal[1] or '.'} {sisa[cocok.end() :].strip()}", n + 1
    if hasil and not awal[1]:
        hasil[0] = f"1. {hasil[0][awal.end() :]}"
    return [*hasil, sisa.strip()]
