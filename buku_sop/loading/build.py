"""From the written form to the model: every short form becomes its long meaning."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from buku_sop.loading.build_bagian import (
    bangun_kontak,
    bangun_lampiran,
    bangun_pilihan_lembar,
    bangun_riwayat,
    bangun_salinan,
)
from buku_sop.loading.buku import bangun_buku
from buku_sop.loading.document import (
    DokumenAnggota,
    DokumenCabang,
    DokumenGiliran,
    DokumenInstansi,
    DokumenLangkah,
    DokumenLembarKerja,
    DokumenPejabat,
    DokumenProsedur,
    DokumenSop,
    DokumenTigaTahap,
)
from buku_sop.loading.singkatan import bangun_singkatan
from buku_sop.loading.waktu import baca_waktu
from buku_sop.model import (
    BagianBebas,
    Cabang,
    Giliran,
    Instansi,
    JamKerja,
    Konfirmasi,
    Langkah,
    LembarKerja,
    Pejabat,
    Pelaksana,
    PenanggungJawab,
    Prosedur,
    Satuan,
    Simbol,
    Sop,
    TandaTangan,
    TigaTahap,
    Tujuan,
)
from buku_sop.model.bidang import BIDANG_SOP, JenisNilai, nama_bidang
from buku_sop.model.tanggal import TanggalTertulis


def bangun_instansi(id: str, dokumen: DokumenInstansi) -> Instansi:
    """Make the office of a folder."""
    baku = JamKerja()
    jam = dokumen.jam_kerja
    return Instansi(
        id=id,
        nama=dokumen.nama,
        nama_pendek=dokumen.nama_pendek,
        pemerintah=dokumen.pemerintah,
        kop=tuple(dokumen.kop),
        alamat=dokumen.alamat,
        kontak=bangun_kontak(dokumen.kontak),
        logo=dokumen.logo,
        logo_kedua=dokumen.logo_kedua,
        jam_kerja=JamKerja(
            Fraction(jam.jam_per_hari) if jam.jam_per_hari else baku.jam_per_hari,
            jam.hari_per_minggu or baku.hari_per_minggu,
        ),
        istilah=MappingProxyType(dict(dokumen.istilah)),
        singkatan=bangun_singkatan(dokumen.singkatan),
        akar_sertifikat=tuple(dokumen.akar_sertifikat),
        tampilkan_nip=dokumen.tampilkan_nip,
        lembar=bangun_pilihan_lembar(dokumen.lembar),
        formulir=tuple(dict.fromkeys(dokumen.formulir)),
        buku=bangun_buku(dokumen.buku),
    )


def bangun_sop(id: str, dokumen: DokumenSop, instansi: Instansi) -> Sop:
    """Make an SOP. Its times count the office's working hours."""
    tabel: list[DokumenProsedur] = list(dokumen.prosedur) or [dokumen]
    return Sop(
        id=id,
        nama=dokumen.nama,
        prosedur=tuple(_prosedur(t, instansi.jam_kerja) for t in tabel),
        nama_lain=tuple(dokumen.nama_lain),
        nomor=dokumen.nomor,
        nomor_revisi=dokumen.nomor_revisi,
        status=dokumen.status,
        digantikan_oleh=dokumen.digantikan_oleh,
        alasan_dicabut=dokumen.alasan_dicabut,
        kop=tuple(dokumen.kop),
        istilah=MappingProxyType(dict(dokumen.istilah)),
        lembar=bangun_pilihan_lembar(dokumen.lembar),
        **_tanggal(dokumen),
        disusun_oleh=_pejabat(dokumen.disusun_oleh),
        diperiksa_oleh=_pejabat(dokumen.diperiksa_oleh),
        disetujui_oleh=_pejabat(dokumen.disetujui_oleh),
        disahkan_oleh=_pejabat(dokumen.disahkan_oleh),
        tanda_tangan=_tanda_tangan(dokumen),
        dasar_hukum=tuple(dokumen.dasar_hukum),
        kualifikasi_pelaksana=tuple(dokumen.kualifikasi_pelaksana),
        keterkaitan=tuple(dokumen.keterkaitan),
        peralatan=tuple(dokumen.peralatan),
        peringatan=tuple(dokumen.peringatan),
        pencatatan=tuple(dokumen.pencatatan),
        distribusi=tuple(dokumen.distribusi),
        bagian=tuple(BagianBebas(b.judul, tuple(b.isi), b.letak) for b in dokumen.bagian),
        lembar_kerja=_lembar_kerja(dokumen.lembar_kerja) if dokumen.lembar_kerja else None,
        lampiran=bangun_lampiran(dokumen.lampiran),
        salinan_bertanda_tangan=bangun_salinan(dokumen.salinan_bertanda_tangan),
        riwayat=bangun_riwayat(dokumen.riwayat),
        perlu_konfirmasi=_konfirmasi(dokumen.perlu_konfirmasi),
        abaikan=MappingProxyType(dict(dokumen.abaikan)),
    )


def _tanggal(dokumen: DokumenSop) -> dict[str, Any]:
    """Tell full dates from what stands in their place."""
    semua = {b: getattr(dokumen, b) for b in nama_bidang(BIDANG_SOP, JenisNilai.TANGGAL)}
    tertulis = {b: nilai for b, nilai in semua.items() if isinstance(nilai, TanggalTertulis)}
    return {
        **{b: None if b in tertulis else nilai for b, nilai in semua.items()},
        "tanggal_tertulis": MappingProxyType(tertulis),
    }


def _prosedur(dokumen: DokumenProsedur, jam: JamKerja) -> Prosedur:
    return Prosedur(
        pelaksana=tuple(Pelaksana(id, p.nama, p.kelompok) for id, p in dokumen.pelaksana.items()),
        langkah=tuple(_langkah(x, dokumen.satuan_waktu, jam) for x in dokumen.langkah),
        judul=dokumen.judul,
        satuan_waktu=dokumen.satuan_waktu,
        catatan=tuple(dokumen.catatan),
    )


def _langkah(dokumen: DokumenLangkah, satuan: Satuan | None, jam: JamKerja) -> Langkah:
    return Langkah(
        kegiatan=dokumen.kegiatan,
        giliran=_giliran(dokumen),
        id=dokumen.id,
        nomor=dokumen.nomor,
        ringkas=dokumen.ringkas,
        opsional=dokumen.opsional,
        ke=tuple(_tujuan(t) for t in dokumen.ke),
        kelengkapan=tuple(dokumen.kelengkapan),
        waktu=baca_waktu(dokumen.waktu, satuan, jam),
        output=tuple(dokumen.output),
        keterangan=tuple(dokumen.keterangan),
        perlu_konfirmasi=_konfirmasi(dokumen.perlu_konfirmasi),
        simbol_tersisih=_simbol_tersisih(dokumen),
    )


def _simbol_tersisih(dokumen: DokumenLangkah) -> Simbol | None:
    """Return the symbol that a step asks for, where its last performer asks for another one."""
    sendiri = dokumen.pelaksana[-1].simbol if dokumen.pelaksana else None
    return dokumen.simbol if sendiri not in (None, dokumen.simbol) else None


def _giliran(dokumen: DokumenLangkah) -> tuple[Giliran, ...]:
    """Resolve the turns; branches and symbol of the step itself belong to its last turn."""
    hasil = []
    for i, giliran in enumerate(dokumen.pelaksana):
        terakhir = i == len(dokumen.pelaksana) - 1
        cabang = [*giliran.cabang, *(dokumen.cabang if terakhir else ())]
        simbol = giliran.simbol or (dokumen.simbol if terakhir else None)
        hasil.append(
            Giliran(
                _lanes(giliran),
                simbol,
                giliran.teks,
                _cabang(cabang),
                giliran.id,
                tuple(_tujuan(t) for t in giliran.ke),
                tuple(_anggota(a) for a in giliran.bersama if a.model_fields_set != {"pelaksana"}),
            )
        )
    return tuple(hasil)


def _anggota(anggota: DokumenAnggota) -> Giliran:
    return Giliran(
        (anggota.pelaksana,),
        anggota.simbol,
        anggota.teks,
        _cabang(anggota.cabang),
        anggota.id,
        tuple(_tujuan(t) for t in anggota.ke),
    )


def _lanes(giliran: DokumenGiliran) -> tuple[str, ...]:
    sendiri = [giliran.pelaksana] if giliran.pelaksana else []
    return tuple(dict.fromkeys([*sendiri, *(a.pelaksana for a in giliran.bersama)]))


def _cabang(cabang: list[DokumenCabang]) -> tuple[Cabang, ...]:
    return tuple(Cabang(c.label, tuple(_tujuan(t) for t in c.ke)) for c in cabang)


def _tujuan(teks: str) -> Tujuan:
    langkah, _, pelaksana = teks.partition("/")
    return Tujuan(langkah.strip(), pelaksana.strip())


def _konfirmasi(isi: dict[str, str]) -> tuple[Konfirmasi, ...]:
    return tuple(Konfirmasi(bidang, alasan) for bidang, alasan in isi.items())


def _pejabat(dokumen: Sequence[DokumenPejabat]) -> tuple[Pejabat, ...]:
    return tuple(Pejabat(p.jabatan, p.nama, p.nip, p.tanggal) for p in dokumen)


def _tanda_tangan(dokumen: DokumenSop) -> TandaTangan | None:
    t = dokumen.tanda_tangan
    return TandaTangan(t.tempat, t.tanggal, t.jabatan, t.nama, t.nip) if t else None


def _lembar_kerja(dokumen: DokumenLembarKerja) -> LembarKerja:
    penanggung = dokumen.penanggung_jawab
    return LembarKerja(
        judul_sop=dokumen.judul_sop,
        jenis_kegiatan=dokumen.jenis_kegiatan,
        penanggung_jawab=PenanggungJawab(penanggung.produk, penanggung.kegiatan),
        ruang_lingkup=dokumen.ruang_lingkup,
        judul_kegiatan=dokumen.judul_kegiatan,
        identifikasi_kegiatan=_tiga_tahap(dokumen),
        identifikasi_langkah=_tiga_tahap(dokumen.identifikasi_langkah),
        perlu_konfirmasi=_konfirmasi(dokumen.perlu_konfirmasi),
    )


def _tiga_tahap(dokumen: DokumenTigaTahap) -> TigaTahap:
    return TigaTahap(
        tuple(dokumen.langkah_awal), tuple(dokumen.langkah_utama), tuple(dokumen.langkah_akhir)
    )
