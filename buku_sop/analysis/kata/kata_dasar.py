"""Word lists for the search: what a general dictionary of Indonesian gets wrong in SOPs.

Each list is short on purpose; a word belongs here only if a search went wrong without it.
The affixes that `tabel` takes off to find a root stand there.
"""

from __future__ import annotations

__all__ = [
    "FRASA_UMUM",
    "FRASA_UTUH",
    "KATA_LISAN",
    "KATA_RINGAN",
    "KATA_TUGAS",
    "MENYESATKAN",
    "TAMBAHAN",
    "VARIAN",
]


def _kata(text: str) -> frozenset[str]:
    return frozenset(text.split())


TAMBAHAN = _kata("""
    pemerintah bagian kinerja penduduk kedudukan petunjuk setuju tujuan
    tahunan bulanan mingguan harian berkala perundangan
    validasi notulen input output
""")
"""Counted as root words of their own. Most have drifted away from their origin: who looks for
"perintah" does not mean "pemerintah", and "tahunan" would bring every "Tahun 2014"; the rest are
missing in the dictionary."""

MENYESATKAN = _kata("""
    kesah palai unjung ting kad tera tuju ecek kece etik keti kecek kontra analis awat ancang usak ampo asa okok
""")
"""Root words that take the place of the meant ones: pengesahan is sah and not kesah, mengepalai is
kepala and not palai, disetujui is setuju and not tuju, menganalisis is analisis and not analis, perawatan is rawat
and not awat."""

KATA_TUGAS = _kata("""
    ada adalah adanya agar akan anda antar antara apabila atas atau bagi bahwa bahwasanya bawah belum
    berdasarkan berikut berupa bersama beserta bila dalam dan dapat dari daripada demi dengan di
    guna hal hingga ialah ini itu jika juga kali karena ke kecuali keadaan kemudian kepada ketika
    lain maka masing melalui mengenai menjadi menurut merupakan namun oleh pada para per pula
    saat sampai sangat sebagai sebagaimana sebelum secara sedang sehingga sejak selain selaku
    selama selanjutnya seluruh semua seperti serta sesuai sesudah setelah setiap suatu sudah
    supaya tanpa telah tentang terdiri terhadap termasuk tersebut tertentu tetapi tiap tidak
    untuk yaitu yakni yang
    apa apakah bagaimana berapa dimana kapan kenapa mana mengapa siapa
    aku kami kita saya bisa boleh harus ingin mau tolong cari mencari sop
""")
"""Function words, those of questions, and "SOP", which every page is. They belong to no root ("ada" must not
bring "pengadaan"), and a query of several words does without them."""

KATA_LISAN = _kata("""
    aja apaan bapak begini begitu bgm biar blm bu bikin caranya deh dgn dong dulu emang gimana gitu gmn ibu kalau
    kalo kan kayak kok lagi lg mas masih mbak mo mohon ngapain nih nya pak pengen pengin pingin saja sama sampe sdh
    sih sy tdk tuh udah utk yg yuk
""")
"""What people say beside function words when they type as they talk. Words of a query only: on a page they may say
something ("Bapak", "masih"), and a query that has nothing else is asked for them."""

KATA_RINGAN = _kata("""
    ambil berkas bikin biaya buat butuh cara dapat dokumen gratis kantor kerja lewat minta orang pakai perlu
    persyaratan proses prosedur syarat tahap urus urusan
""")
"""Roots that say little in a query: "mengurus pensiun" asks for pensions. A page with the other words comes first
though it lacks these."""

VARIAN = dict(
    satu.split("=")
    for satu in sorted(
        _kata("""
    aktifitas=aktivitas analisa=analisis antri=antre apotik=apotek azas=asas detil=detail draft=draf
    faksimili=faksimile hirarki=hierarki ijasah=ijazah himbau=imbau indicator=indikator ijin=izin
    jadual=jadwal karir=karier katagori=kategori komplek=kompleks konkrit=konkret kwitansi=kuitansi
    kwalifikasi=kualifikasi kwalitas=kualitas kwantitas=kuantitas kwartal=kuartal managemen=manajemen
    manager=manajer metoda=metode milyar=miliar nasehat=nasihat nomer=nomor nopember=november obyek=objek
    obyektif=objektif faham=paham photo=foto praktek=praktik propinsi=provinsi review=reviu resiko=risiko
    silahkan=silakan sistim=sistem standart=standar standarisasi=standardisasi subyek=subjek
    subyektif=subjektif tehnik=teknik tehnologi=teknologi telpon=telepon trampil=terampil rubah=ubah
    hutang=utang
""")
    )
)
"""Spellings that offices use beside the standard one (KBBI): the other spelling -> the standard one. Both
stand on real pages, so that neither is a slip of the finger."""

FRASA_UMUM = (
    "tanda tangan",
    "tanggung jawab",
    "tindak lanjut",
    "beri tahu",
    "serah terima",
    "tata usaha",
    "daya guna",
    "uji coba",
    "kerja sama",
    "sebar luas",
    "ambil alih",
    "ikut serta",
)
"""Two root words that become one between a prefix and a suffix: tanda tangan, menandatangani."""

FRASA_UTUH = {
    "undang undang": "undangundang",
    "perundang undangan": "undangundang",
}
"""Two words, as written, that are no hits on their own: "undangan rapat" has nothing to do with
"peraturan perundang-undangan", which stands in every SOP."""
