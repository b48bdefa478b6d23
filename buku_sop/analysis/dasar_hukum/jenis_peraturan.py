"""The kinds of Indonesian regulations and their makers, in the many ways that documents name them.

Kinds and their order follow Article 7 and 8 of UU 12/2011; the short forms are those of daily use
("Permenpan RB", "Perbup", "PMK").
"""

from __future__ import annotations

from typing import NamedTuple

PEMBUAT_DAERAH = "daerah"
"""The maker is a region: its government is part of the regulation's name."""
PEMBUAT_MENTERI = "menteri"
PEMBUAT_LAIN = "lain"
"""The maker is an agency or a village, and stands in words behind the kind."""


class Jenis(NamedTuple):
    """A kind of regulation."""

    kunci: str
    """Its name in addresses."""
    nama: str
    tingkat: int
    """Its place in lists, the highest first."""
    pembuat: str = ""
    awal: tuple[str, ...] = ()
    """What a text may open with, in normalised words."""
    wilayah: str = ""
    """What kind of region makes it, where the kind tells: `kabupaten` for the regulation of a bupati."""


JENIS: tuple[Jenis, ...] = (
    Jenis("uud", "Undang-Undang Dasar", 1, "", ("undang undang dasar", "uud")),
    Jenis("tap-mpr", "Ketetapan MPR", 2, "", ("ketetapan mpr", "tap mpr",
          "ketetapan majelis permusyawaratan rakyat")),
    Jenis("perppu", "Peraturan Pemerintah Pengganti Undang-Undang", 3, "", (
        "peraturan pemerintah pengganti undang undang", "perppu", "perpu")),
    Jenis("uu", "Undang-Undang", 3, "", ("undang undang darurat", "undang undang", "uu")),
    Jenis("pp", "Peraturan Pemerintah", 4, "", ("peraturan pemerintah", "pp")),
    Jenis("perpres", "Peraturan Presiden", 5, "", ("peraturan presiden", "perpres")),
    Jenis("keppres", "Keputusan Presiden", 6, "", ("keputusan presiden", "keppres", "kepres")),
    Jenis("inpres", "Instruksi Presiden", 6, "", ("instruksi presiden", "inpres")),
    Jenis("permen", "Peraturan Menteri", 7, PEMBUAT_MENTERI, (
        "peraturan menteri negara", "peraturan menteri", "peraturan kementerian", "permenneg", "permeneg", "permen")),
    Jenis("kepmen", "Keputusan Menteri", 8, PEMBUAT_MENTERI, (
        "keputusan menteri negara", "keputusan menteri", "keputusan kementerian", "sk menteri",
        "surat keputusan menteri", "kepmenneg", "kepmeneg", "kepmen")),
    Jenis("inmen", "Instruksi Menteri", 8, PEMBUAT_MENTERI, ("instruksi menteri", "inmen")),
    Jenis("semen", "Surat Edaran Menteri", 9, PEMBUAT_MENTERI, (
        "surat edaran menteri negara", "surat edaran menteri", "se menteri", "se men")),
    Jenis("perda", "Peraturan Daerah", 10, PEMBUAT_DAERAH, ("peraturan daerah", "perda")),
    Jenis("pergub", "Peraturan Gubernur", 11, PEMBUAT_DAERAH,
          ("peraturan gubernur", "pergub"), "provinsi"),
    Jenis("perbup", "Peraturan Bupati", 11, PEMBUAT_DAERAH,
          ("peraturan bupati", "perbup"), "kabupaten"),
    Jenis("perwali", "Peraturan Wali Kota", 11, PEMBUAT_DAERAH,
          ("peraturan walikota", "peraturan wali kota", "perwali", "perwako", "perwal"), "kota"),
    Jenis("kepgub", "Keputusan Gubernur", 12, PEMBUAT_DAERAH,
          ("keputusan gubernur", "surat keputusan gubernur", "sk gubernur", "kepgub"), "provinsi"),
    Jenis("kepbup", "Keputusan Bupati", 12, PEMBUAT_DAERAH,
          ("keputusan bupati", "surat keputusan bupati", "sk bupati", "kepbup"), "kabupaten"),
    Jenis("kepwali", "Keputusan Wali Kota", 12, PEMBUAT_DAERAH,
          ("keputusan walikota", "keputusan wali kota", "sk walikota", "sk wali kota",
           "surat keputusan walikota", "surat keputusan wali kota", "kepwali", "kepwako", "kepwal"), "kota"),
    Jenis("qanun", "Qanun", 10, PEMBUAT_DAERAH, ("qanun",)),
    Jenis("perkades", "Peraturan Kepala Desa", 13, PEMBUAT_LAIN, ("peraturan kepala desa", "perkades")),
    Jenis("perdes", "Peraturan Desa", 13, PEMBUAT_LAIN, ("peraturan desa", "perdes")),
    Jenis("perka", "Peraturan", 9, PEMBUAT_LAIN, (
        "peraturan kepala", "perkaban", "perka", "perlem", "perban", "peraturan")),
    Jenis("kep", "Keputusan", 9, PEMBUAT_LAIN, (
        "keputusan kepala", "surat keputusan kepala", "sk kepala", "kepka", "keputusan", "surat keputusan",
        "sk")),
    Jenis("ins", "Instruksi", 9, PEMBUAT_LAIN, ("instruksi kepala", "instruksi")),
    Jenis("se", "Surat Edaran", 9, PEMBUAT_LAIN, ("surat edaran", "se")),
)  # fmt: skip
"""Every kind, in the order in which they are tried: what begins like another stands before it."""

TINGKAT = {
    1: "Undang-Undang Dasar", 2: "Ketetapan MPR", 3: "Undang-Undang", 4: "Peraturan Pemerintah",
    5: "Peraturan Presiden", 6: "Keputusan dan Instruksi Presiden", 7: "Peraturan Menteri",
    8: "Keputusan dan Instruksi Menteri", 9: "Peraturan lembaga dan surat edaran",
    10: "Peraturan Daerah", 11: "Peraturan Kepala Daerah", 12: "Keputusan Kepala Daerah",
    13: "Peraturan Desa", 99: "Lainnya",
}  # fmt: skip
"""Headings of a list that is sorted by `Jenis.tingkat`; 99 for texts that name no regulation."""

MENTERI: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("PANRB", ("pan rb", "pan dan rb", "panrb", "pan", "pan dan reformasi birokrasi", "pan reformasi birokrasi",
               "pendayagunaan aparatur negara dan reformasi birokrasi")),
    ("Agama", ("ag", "agama")),
    ("Agraria dan Tata Ruang", ("atr", "atr bpn", "atr kepala bpn", "atr ka bpn", "agraria dan tata ruang",
        "agraria dan tata ruang bpn", "agraria dan tata ruang kepala bpn",
        "agraria dan tata ruang kepala badan pertanahan nasional")),
    ("Sekretaris Negara", ("setneg", "sekretaris negara", "sekretaris")),
    ("Tenaga Kerja dan Transmigrasi", ("nakertrans", "tenaga kerja dan transmigrasi")),
    ("Pekerjaan Umum", ("pu", "pekerjaan umum")),
    ("Lingkungan Hidup", ("lh", "lingkungan hidup")),
    ("Kehutanan", ("hut", "kehutanan")),
    ("Komunikasi dan Digital", ("komdigi", "komunikasi dan digital")),
    ("Pariwisata", ("par", "pariwisata")),
    ("Pariwisata dan Ekonomi Kreatif", ("parekraf", "pariwisata dan ekonomi kreatif")),
    ("Pemberdayaan Perempuan dan Perlindungan Anak", ("pppa", "pp pa", "pp dan pa",
        "pemberdayaan perempuan dan perlindungan anak")),
    ("Pendidikan Nasional", ("diknas", "pendidikan nasional")),
    ("Pertahanan", ("han", "pertahanan")),
    ("Riset, Teknologi, dan Pendidikan Tinggi", ("ristekdikti", "riset teknologi dan pendidikan tinggi")),
    ("BUMN", ("bumn", "badan usaha milik negara")),
    ("Dalam Negeri", ("dagri", "dalam negeri")),
    ("Desa, PDT, dan Transmigrasi", ("desa", "desa pdtt", "desa pdt dan transmigrasi",
        "desa pembangunan daerah tertinggal dan transmigrasi")),
    ("ESDM", ("esdm", "energi dan sumber daya mineral")),
    ("Hukum dan HAM", ("kumham", "hukum dan ham", "hukum dan hak asasi manusia")),
    ("Kelautan dan Perikanan", ("kp", "kelautan dan perikanan")),
    ("Kesehatan", ("kes", "kesehatan")),
    ("Ketenagakerjaan", ("naker", "tenaga kerja", "ketenagakerjaan")),
    ("Keuangan", ("keu", "keuangan")),
    ("Komunikasi dan Informatika", ("kominfo", "komunikasi dan informatika")),
    ("Koperasi dan UKM", ("kop ukm", "kopukm", "koperasi dan ukm",
        "koperasi dan usaha kecil dan menengah")),
    ("Lingkungan Hidup dan Kehutanan", ("lhk", "lingkungan hidup dan kehutanan")),
    ("Luar Negeri", ("lu", "luar negeri")),
    ("Pekerjaan Umum dan Perumahan Rakyat", ("pupr", "pekerjaan umum dan perumahan rakyat")),
    ("Pemuda dan Olahraga", ("pora", "pemuda dan olahraga", "pemuda dan olah raga")),
    ("Pendidikan dan Kebudayaan", ("dikbud", "pendidikan dan kebudayaan")),
    ("Pendidikan, Kebudayaan, Riset, dan Teknologi", ("dikbudristek",
        "pendidikan kebudayaan riset dan teknologi")),
    ("Pendidikan Dasar dan Menengah", ("dikdasmen", "pendidikan dasar dan menengah")),
    ("Pendidikan Tinggi, Sains, dan Teknologi", ("diktisaintek", "pendidikan tinggi sains dan teknologi")),
    ("Perumahan dan Kawasan Permukiman", ("pkp", "perumahan dan kawasan permukiman")),
    ("Perdagangan", ("dag", "perdagangan")),
    ("Perencanaan Pembangunan Nasional", ("ppn", "ppn bappenas", "ppn kepala bappenas", "pan ppn bappenas",
        "perencanaan pembangunan nasional",
        "perencanaan pembangunan nasional kepala badan perencanaan pembangunan nasional")),
    ("Perhubungan", ("hub", "perhubungan")),
    ("Perindustrian", ("perin", "perindustrian")),
    ("Pertanian", ("tan", "pertanian")),
    ("Sosial", ("sos", "sosial")),
)  # fmt: skip
"""Ministers by the name that lists show, with what documents call them, in normalised words."""

PANRB_LAMA = "pendayagunaan aparatur"
"""How every spelling of that minister begins, also the garbled ones ("… dan Reformasi Indonesia")."""
