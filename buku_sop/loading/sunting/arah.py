"""Operations on where a step stands and leads: who does it, its ways out, its symbol."""

from __future__ import annotations

from collections.abc import Sequence

from buku_sop.loading.places import Path, Value
from buku_sop.loading.sunting.langkah import (
    JalanKeluar,
    beri_id,
    jadikan_pemetaan,
    langkah_di,
    pecah_keputusan,
    tujuan_tertulis,
)
from buku_sop.loading.sunting.naskah import Naskah, Perubahan, setel
from buku_sop.loading.sunting.pelaksana import daftar_pelaksana
from buku_sop.loading.sunting.spans import TakDapatDisunting
from buku_sop.model import Simbol


def setel_pelaku(naskah: Naskah, tabel: Path, n: int, pelaksana: Sequence[str]) -> Perubahan:
    """Let a step be done by these lanes, together where they are several; none takes its performers away.

    What the one turn of a step has of its own (symbol, words, ways out) stays; of several turns the first one's does.
    """
    dikenal = daftar_pelaksana(naskah, tabel)
    if lain := [p for p in pelaksana if p not in dikenal]:
        raise TakDapatDisunting(f"tidak ada pelaksana {', '.join(lain)} di tabel ini")
    di = (*tabel, "langkah", n)
    langkah = langkah_di(naskah, tabel, n)
    lama = langkah.get("pelaksana") if isinstance(langkah, dict) else None
    awal = lama[0] if isinstance(lama, list) and lama else lama
    sendiri = {
        k: v for k, v in (awal.items() if isinstance(awal, dict) else ())
        if k not in ("pelaksana", "bersama")
    }  # fmt: skip
    unik = list(dict.fromkeys(pelaksana))
    hasil = jadikan_pemetaan(naskah, tabel, n)
    if len(unik) > 1:
        return hasil.lalu(lambda x: setel(x, (*di, "pelaksana"), {**sendiri, "bersama": [*unik]}))
    satu: Value = unik[0] if unik else None
    if sendiri and satu:
        satu = {"pelaksana": satu, **sendiri}
    return hasil.lalu(lambda x: setel(x, (*di, "pelaksana"), satu))


def setel_keluar(naskah: Naskah, tabel: Path, n: int, keluar: Sequence[JalanKeluar]) -> Perubahan:
    """Let a step lead to these places; none, or one without words that leads on, lets it follow the order.

    Raises TakDapatDisunting for ways that its turns have of their own, which are edited where they are written.
    """
    di = (*tabel, "langkah", n)
    langkah = langkah_di(naskah, tabel, n)
    if isinstance(langkah, dict) and _giliran_berjalan(langkah.get("pelaksana")):
        raise TakDapatDisunting(
            f"langkah {n + 1} punya beberapa giliran dengan jalan keluarnya sendiri; ubah di tab Berkas"
        )
    hasil = jadikan_pemetaan(naskah, tabel, n)
    if len(keluar) > 1:
        return hasil.lalu(lambda x: pecah_keputusan(x, tabel, n, keluar))
    hasil = hasil.lalu(lambda x: setel(x, (*di, "cabang"), None))
    satu = keluar[0] if keluar else JalanKeluar("", "lanjut")
    if satu.ke in ("lanjut", n + 1):
        return hasil.lalu(lambda x: setel(x, (*di, "ke"), None))
    if isinstance(satu.ke, int):
        tuju = satu.ke
        hasil = hasil.lalu(lambda x: beri_id(x, tabel, tuju))
    ke = tujuan_tertulis(hasil.naskah, tabel, n, satu.ke)
    return hasil.lalu(lambda x: setel(x, (*di, "ke"), ke))


def setel_simbol(naskah: Naskah, tabel: Path, n: int, simbol: str | None) -> Perubahan:
    """Let a step be drawn with a symbol; None lets it follow from the flow."""
    if simbol is not None and simbol not in {s.value for s in Simbol}:
        raise TakDapatDisunting(f"tidak ada simbol {simbol}; pilih {', '.join(Simbol)}")
    di = (*tabel, "langkah", n)
    pelaku = naskah.isi((*di, "pelaksana"))
    if isinstance(pelaku, dict) and "simbol" in pelaku:
        return setel(naskah, (*di, "pelaksana", "simbol"), simbol)
    return jadikan_pemetaan(naskah, tabel, n).lalu(lambda x: setel(x, (*di, "simbol"), simbol))


def _giliran_berjalan(pelaku: Value) -> bool:
    """Whether any turn of a step has ways out of its own."""
    if isinstance(pelaku, list):
        return any(map(_giliran_berjalan, pelaku))
    return isinstance(pelaku, dict) and (
        "cabang" in pelaku or "ke" in pelaku or _giliran_berjalan(pelaku.get("bersama"))
    )
