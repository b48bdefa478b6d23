"""The questions of `sop mulai`: office, government, logo, colours, forge, first SOP."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import click

from buku_sop.adapters.cli.konsep import Konsep
from buku_sop.adapters.cli.tanya_sop import baca_langkah, tanya_langkah, tanya_pelaksana
from buku_sop.adapters.cli.wawancara import Butir, Salah, Ulang, Wawancara, satu_baris
from buku_sop.adapters.proyek.logo import LogoSalah, baca_logo
from buku_sop.adapters.proyek.rencana import (
    FORGE,
    Forge,
    Logo,
    Rencana,
    SopPertama,
    dua_kali,
    sebab_nama,
)
from buku_sop.adapters.proyek.warna import WarnaSalah, baca_warna

_NANTI = ("n", "nanti", "tidak")
_KETERANGAN_FORGE = """Di mana folder ini akan disimpan bersama? (boleh ditambahkan kemudian)
  1. github   2. gitlab   3. forgejo (juga Gitea)   4. tidak"""


@dataclass(frozen=True, slots=True)
class Pilihan:
    """What the command line gives; what is missing is asked."""

    instansi: tuple[str, ...] = ()
    pemerintah: str | None = None
    logo: str | None = None
    warna: str | None = None
    forge: str | None = None
    nama_sop: str | None = None
    pelaksana: tuple[str, ...] = ()
    langkah: tuple[str, ...] = ()


class Penanya:
    """Asks what is missing and makes a plan of the answers."""

    def __init__(self, konsep: Konsep) -> None:
        isi = {k: tuple(v) if isinstance(v, list) else v for k, v in konsep.pilihan.items()}
        isi = {f.name: isi[f.name] for f in fields(Pilihan) if f.name in isi}
        self.diberi = Pilihan(**isi)  # type: ignore[arg-type]
        self.tanya = Wawancara(konsep.simpan, dict(konsep.jawaban))
        self.tanya.bertanya = bool(konsep.jawaban)
        self.ada_terminal = sys.stdin.isatty()

    def rencana(self) -> Rencana:
        """Return the plan, agreed to where anything was asked. Raises click.UsageError for a wrong option."""
        while True:
            self.tanya.jalur.clear()
            try:
                rencana = self._susun()
                if not self.tanya.bertanya:
                    if not self.ada_terminal:
                        _sebut_anggapan(self.diberi, rencana)
                    return rencana
                while not self.tanya.setuju(list(self._ringkasan(rencana)), jadi="buat buku"):
                    pass
                return rencana
            except Ulang:
                continue

    def _susun(self) -> Rencana:
        instansi = self._instansi()
        pemerintah = self._isian(
            "pemerintah", self.diberi.pemerintah,
            "Pemerintah yang menaungi, misalnya Pemerintah Kabupaten Contoh (boleh kosong)", _nama,
        )  # fmt: skip
        logo = self._logo()
        warna = self._warna()
        forge = self._forge()
        return Rencana(instansi, pemerintah, logo, warna, forge, self._sop())

    def _instansi(self) -> tuple[str, ...]:
        diberi = tuple(n for x in self.diberi.instansi if (n := satu_baris(x)))
        if diberi:
            for nama in diberi:
                _atau_salah_pakai(_nama, nama, "--instansi")
            if kembar := dua_kali(diberi):
                raise click.UsageError(f"Instansi {kembar!r} disebut dua kali.")
            return diberi
        semua: list[str] = []

        def berbeda(jawab: str) -> str:
            if dua_kali((*semua, _nama(jawab))):
                raise Salah(f"{jawab} sudah disebut; Enter saja bila sudah semua.")
            return jawab

        while jawab := self.tanya.tanya(
            f"instansi/{len(semua) + 1}",
            "Instansi lain dalam buku ini (Enter = tidak ada)" if semua else "Nama lengkap instansi",
            "--instansi", wajib=not semua, periksa=berbeda,
        ):  # fmt: skip
            semua.append(jawab)
        return tuple(semua)

    def _isian(self, kunci: str, diberi: str | None, pertanyaan: str, periksa: object) -> str:
        assert callable(periksa)
        if diberi is not None:
            return _atau_salah_pakai(periksa, satu_baris(diberi), f"--{kunci}")
        return self.tanya.tanya(kunci, pertanyaan, wajib=False, periksa=periksa)

    def _logo(self) -> Logo | None:
        berkas = self._isian(
            "logo", self.diberi.logo, "Berkas logo: SVG, PNG, atau JPG (boleh kosong)", _logo
        )
        return baca_logo(Path(berkas)) if berkas else None

    def _warna(self) -> tuple[str, ...]:
        teks = self._isian(
            "warna", self.diberi.warna,
            "Warna utama, atau utama,aksen, misalnya #0b5394 (Enter = warna bawaan)", _warna,
        )  # fmt: skip
        return tuple(teks.split(",")) if teks else ()

    def _forge(self) -> Forge:
        if self.diberi.forge:
            return next(f for f in FORGE if f == self.diberi.forge)
        jawab = self.tanya.tanya(
            "forge", "Nomor atau nama (Enter = tidak)", wajib=False, periksa=_forge,
            keterangan=_KETERANGAN_FORGE,
        )  # fmt: skip
        return next((f for f in FORGE if f == jawab), "tidak")

    def _sop(self) -> SopPertama | None:
        diberi = self.diberi
        if (diberi.pelaksana or diberi.langkah) and not diberi.nama_sop:
            raise click.UsageError("--pelaksana dan --langkah memerlukan --sop.")
        nama = satu_baris(diberi.nama_sop) if diberi.nama_sop is not None else ""
        if nama:
            _atau_salah_pakai(_nama, nama, "--sop")
        else:
            nama = self.tanya.tanya(
                "nama_sop", "Nama SOP pertama, misalnya Penerimaan Tamu (Enter = nanti)",
                wajib=False, periksa=_nama,
            )  # fmt: skip
        if not nama:
            return None
        peran = [p for x in diberi.pelaksana if (p := satu_baris(x))]
        if diberi.langkah or diberi.nama_sop or not self.ada_terminal:
            return SopPertama(nama, tuple(peran), tuple(baca_langkah(diberi.langkah, peran)))
        kapan = self.tanya.tanya(
            "langkah_kapan", "Isi langkahnya sekarang? (Enter = ya, n = nanti, di berkasnya)",
            wajib=False, periksa=lambda jawab: "nanti" if jawab.casefold() in _NANTI else "",
        )  # fmt: skip
        if kapan:
            return SopPertama(nama)
        peran = tanya_pelaksana(self.tanya)
        return SopPertama(nama, tuple(peran), tuple(tanya_langkah(self.tanya, peran)))

    def _ringkasan(self, r: Rencana) -> Iterator[Butir]:
        """Yield what was answered: label, answer, and the questions that change it."""
        ada = self.tanya.jawaban
        for n, (nama, folder) in enumerate(zip(r.instansi, r.folder, strict=True), 1):
            yield "Instansi", f"{nama} (sop_data/{folder}/)", self._kunci(f"instansi/{n}")
        if (lagi := f"instansi/{len(r.instansi) + 1}") in ada:
            yield "Tambah instansi", "", (lagi,)
        yield "Pemerintah", r.pemerintah or "-", self._kunci("pemerintah")
        yield "Logo", self.diberi.logo or ada.get("logo") or "-", self._kunci("logo")
        yield "Warna", ", ".join(r.warna) or "bawaan", self._kunci("warna")
        yield "Disimpan bersama di", r.forge, self._kunci("forge")
        yield "SOP pertama", r.sop.nama if r.sop else "nanti", self._kunci("nama_sop")
        if r.sop:
            yield from self._ringkasan_sop(r.sop)

    def _ringkasan_sop(self, sop: SopPertama) -> Iterator[Butir]:
        ada = self.tanya.jawaban
        if not sop.langkah:
            yield "Langkah", "diisi nanti di berkasnya", self._kunci("langkah_kapan")
            return
        for daftar, label, isi in (
            ("pelaksana", "Pelaksana", [*sop.pelaksana]),
            ("langkah", "Langkah", [f"{x.kegiatan} ({x.pelaksana})" for x in sop.langkah]),
        ):
            for n, satu in enumerate(isi, 1):
                milik = [k for k in ada if k == f"{daftar}/{n}" or k.startswith(f"{daftar}/{n}/")]
                yield f"{label} {n}", satu, tuple(milik)
            if (lagi := f"{daftar}/{len(isi) + 1}") in ada:
                yield f"Tambah {label.lower()}", "", (lagi,)

    def _kunci(self, kunci: str) -> tuple[str, ...]:
        return (kunci,) if kunci in self.tanya.jawaban else ()


def _sebut_anggapan(diberi: Pilihan, rencana: Rencana) -> None:
    """Say what was assumed where nobody could be asked."""
    anggapan = [
        (diberi.pemerintah, "pemerintah tidak disebut (--pemerintah)"),
        (diberi.logo, "tanpa logo (--logo)"),
        (diberi.warna, "warna bawaan (--warna)"),
        (diberi.forge, "tidak disimpan bersama di GitHub, GitLab, atau Forgejo (--forge)"),
        (diberi.nama_sop, "belum ada SOP pertama (--sop)"),
    ]
    kurang = [teks for isi, teks in anggapan if not isi]
    if rencana.sop and not rencana.sop.langkah:
        kurang.append("langkah SOP pertama diisi nanti (--pelaksana, --langkah)")
    if kurang:
        click.echo("Tanpa terminal tidak ada yang ditanyakan; dianggap: " + "; ".join(kurang) + ".")


def _atau_salah_pakai(periksa: object, isi: str, pilihan: str) -> str:
    """Check what an option says as an answer would be. Raises click.UsageError."""
    assert callable(periksa)
    try:
        return str(periksa(isi)) if isi else ""
    except Salah as salah:
        raise click.UsageError(f"{pilihan}: {salah}") from salah


def _nama(jawab: str) -> str:
    if sebab := sebab_nama(jawab):
        raise Salah(sebab)
    return jawab


def _logo(jawab: str) -> str:
    berkas = Path(jawab.strip("\"'")).expanduser()
    try:
        baca_logo(berkas)
    except LogoSalah as error:
        raise Salah(str(error)) from error
    return str(berkas.absolute())


def _warna(jawab: str) -> str:
    try:
        warna, kabar = baca_warna(jawab)
    except WarnaSalah as error:
        raise Salah(str(error)) from error
    for satu in kabar:
        click.echo(satu)
    return ",".join(warna)


def _forge(jawab: str) -> str:
    if jawab.isdecimal() and len(jawab) == 1 and 0 < int(jawab) <= len(FORGE):
        return FORGE[int(jawab) - 1]
    if jawab.casefold() in FORGE:
        return jawab.casefold()
    raise Salah("Tulis nomor 1 sampai 4.")
