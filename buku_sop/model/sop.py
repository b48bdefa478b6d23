"""A standard operating procedure: its identity, its tables of steps, and its worksheet.

The form is that of SOP-AP (PermenPANRB 35/2012). Values are resolved: short and long ways to write the
same thing in YAML give the same value here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from buku_sop.model.bentuk import BentukLembar
from buku_sop.model.ingatan import Ingatan
from buku_sop.model.lampiran import Lampiran, SalinanBertandaTangan
from buku_sop.model.pilihan_lembar import PilihanLembar
from buku_sop.model.riwayat import Riwayat
from buku_sop.model.tanggal import TanggalTertulis
from buku_sop.model.teks import butir_teks
from buku_sop.model.waktu import Satuan, Waktu


class Status(StrEnum):
    """Where an SOP stands in its life."""

    DRAF = "draf"
    BERLAKU = "berlaku"
    DIGANTIKAN = "digantikan"
    DICABUT = "dicabut"


class Simbol(StrEnum):
    """The symbols that a person may choose. Arrows and off-page connectors are drawn, never written."""

    KAPSUL = "kapsul"
    """Start or end (*mulai/selesai*)."""
    KOTAK = "kotak"
    """An activity."""
    BELAH_KETUPAT = "belah_ketupat"
    """A decision."""


@dataclass(frozen=True, slots=True)
class Tujuan:
    """Where an arrow leads: the next step, the end, a step, or one symbol of a step."""

    langkah: str
    """The id of a step or of a performer in one, or `lanjut`, `berikut` or `selesai`."""
    pelaksana: str = ""
    """The lane whose symbol is meant, where the step has several; empty for its first symbol."""

    @property
    def lanjut(self) -> bool:
        """Whether it means the next step."""
        return self.langkah == "lanjut"

    @property
    def berikut(self) -> bool:
        """Whether it means the next turn of the same row."""
        return self.langkah == "berikut"

    @property
    def selesai(self) -> bool:
        """Whether it means the end of the procedure."""
        return self.langkah == "selesai"


LANJUT = Tujuan("lanjut")
BERIKUT = Tujuan("berikut")
SELESAI = Tujuan("selesai")


@dataclass(frozen=True, slots=True)
class Cabang:
    """One way out of a decision, with its free label ("Lengkap")."""

    label: str
    ke: tuple[Tujuan, ...]
    """Where it leads; several mean in parallel."""


@dataclass(frozen=True, slots=True)
class Giliran:
    """One turn in a row: a symbol in one lane, or joined symbols in several (*bersama*)."""

    pelaksana: tuple[str, ...]
    """Lane ids; more than one when they act jointly."""
    simbol: Simbol | None = None
    """The symbol that was asked for; None where it follows from the flow."""
    teks: str = ""
    """Words of the symbol ("Mulai")."""
    cabang: tuple[Cabang, ...] = ()
    """The ways out; not empty makes it a decision."""
    id: str = ""
    """Only where something points at it rather than at its step."""
    ke: tuple[Tujuan, ...] = ()
    """Where the flow goes from it; empty means the next turn, or what follows the step; several mean in
    parallel."""
    anggota: tuple[Giliran, ...] = ()
    """Of those who act jointly, the ones who have anything of their own: each with its one lane."""

    def milik(self, pelaksana: str) -> Giliran | None:
        """Return what a member of a joint turn has of its own."""
        return next((a for a in self.anggota if a.pelaksana == (pelaksana,)), None)

    def simbol_untuk(self, pelaksana: str) -> Simbol | None:
        """Return the symbol that was asked for in a lane; None where it follows from the flow.

        Where one member of a joint turn has its own symbol, the others are no end because of it.
        """
        sendiri = self.milik(pelaksana)
        if sendiri and sendiri.simbol:
            return sendiri.simbol
        if self.simbol is None and any(a.simbol for a in self.anggota):
            memutus = any(a.simbol is Simbol.BELAH_KETUPAT for a in self.anggota)
            return None if self.cabang and not memutus else Simbol.KOTAK
        return self.simbol

    @property
    def serentak(self) -> bool:
        """Whether its ways out are all taken: a box or capsule with ways that have no label decides nothing."""
        return self.simbol in (Simbol.KAPSUL, Simbol.KOTAK) and not any(
            c.label for c in self.cabang
        )

    @property
    def semua_cabang(self) -> tuple[Cabang, ...]:
        """The ways out of its decisions, those of single members included."""
        return self.cabang + tuple(c for a in self.anggota for c in a.cabang)


@dataclass(frozen=True, slots=True)
class Konfirmasi:
    """A field that was inferred or is doubtful, and why (`perlu_konfirmasi`)."""

    bidang: str
    """The field's name, e.g. `pelaksana`."""
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class Langkah:
    """A step: one row of the table."""

    kegiatan: str
    giliran: tuple[Giliran, ...] = ()
    """Who acts, in order; empty when nobody is named."""
    id: str = ""
    """Only where something points at it."""
    nomor: str | None = None
    """The number that the document gives, which may be none (empty); None where it simply counts on."""
    ringkas: str = ""
    """A shorter wording for the diagram."""
    opsional: bool = False
    """Done only when needed (*apabila diperlukan*)."""
    ke: tuple[Tujuan, ...] = ()
    """Where the flow goes after the last turn; empty means the next step, several mean in parallel."""
    kelengkapan: tuple[str, ...] = ()
    waktu: Waktu = field(default_factory=Waktu)
    output: tuple[str, ...] = ()
    keterangan: tuple[str, ...] = ()
    perlu_konfirmasi: tuple[Konfirmasi, ...] = ()
    simbol_tersisih: Simbol | None = None
    """The symbol that the step asks for and does not get, since its last performer asks for another one."""

    @property
    def pelaksana(self) -> tuple[str, ...]:
        """The lanes that take part, each once, in order of their turn."""
        return tuple(dict.fromkeys(p for g in self.giliran for p in g.pelaksana))

    @property
    def dokumen_perlu(self) -> tuple[str, ...]:
        """The single things of the kelengkapan, each on one line: the items of a list in a cell count apart."""
        return tuple(b for teks in self.kelengkapan for b in butir_teks(teks))

    @property
    def dokumen_hasil(self) -> tuple[str, ...]:
        """The single things of the output, each on one line."""
        return tuple(b for teks in self.output for b in butir_teks(teks))

    @property
    def semua_ke(self) -> tuple[Tujuan, ...]:
        """Where arrows without condition lead: from single performers, then after the last turn."""
        pelaku = (x for g in self.giliran for x in (g, *g.anggota))
        return (*(t for x in pelaku for t in x.ke), *self.ke)

    @property
    def semua_id(self) -> tuple[str, ...]:
        """The ids of the step and of its performers, as far as they have any."""
        pelaku = (x.id for g in self.giliran for x in (g, *g.anggota))
        return tuple(filter(None, (self.id, *pelaku)))

    @property
    def keputusan(self) -> bool:
        """Whether the row holds a decision."""
        return any(g.semua_cabang for g in self.giliran)


@dataclass(frozen=True, slots=True)
class Pelaksana:
    """A lane: a role that acts in a procedure."""

    id: str
    label: str
    kelompok: str = ""
    """The heading that it shares with the lanes beside it, for example the office that they belong to."""

    @property
    def lengkap(self) -> str:
        """Its name with that of its group."""
        return f"{self.label} ({self.kelompok})" if self.kelompok else self.label


class LetakBagian(StrEnum):
    """Where a free section stands."""

    SEBELUM = "sebelum"
    """Before the table of steps."""
    SESUDAH = "sesudah"


@dataclass(frozen=True, slots=True)
class BagianBebas:
    """A section with a title of its own, for what the boxes of SOP-AP do not hold: Pengertian, Tujuan."""

    judul: str
    isi: tuple[str, ...] = ()
    letak: LetakBagian = LetakBagian.SEBELUM


@dataclass(frozen=True, slots=True)
class Prosedur(Ingatan):
    """One table of steps. Most SOPs have one; some have several."""

    pelaksana: tuple[Pelaksana, ...]
    langkah: tuple[Langkah, ...]
    judul: str = ""
    """The title over the table, as written there."""
    satuan_waktu: Satuan | None = None
    """The unit in the heading of the Waktu column."""
    catatan: tuple[str, ...] = ()
    """Notes under the table, with the marks that cells refer to ("*)")."""

    @property
    def polos(self) -> bool:
        """Whether it is a list of sentences, without performers and quality standard, as some forms have it."""
        return not self.pelaksana and not any(
            x.giliran or x.kelengkapan or x.waktu.teks or x.output or x.keterangan
            for x in self.langkah
        )

    nomor: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """For each step the number that is printed: the document's own, or counted on; empty for none."""

    def __post_init__(self) -> None:
        """Number the steps: one without a number of its own counts on from the number before it."""
        nomor: list[str] = []
        sebelum = 0
        for langkah in self.langkah:
            if langkah.nomor is None:
                sebelum += 1
                nomor.append(str(sebelum))
                continue
            if langkah.nomor.isascii() and langkah.nomor.isdecimal() and len(langkah.nomor) < 10:
                sebelum = int(langkah.nomor)
            nomor.append(langkah.nomor)
        object.__setattr__(self, "nomor", tuple(nomor))

    @property
    def sebutan(self) -> tuple[str, ...]:
        """What words call the lanes, in order: the group is named where it takes that to tell two apart."""
        sama = Counter(p.label for p in self.pelaksana)
        return tuple(p.lengkap if sama[p.label] > 1 else p.label for p in self.pelaksana)

    @property
    def kelompok(self) -> tuple[tuple[str, int], ...]:
        """The headings above the lanes: (words, lanes); each lane without a group stands alone, unnamed."""
        hasil: list[tuple[str, int]] = []
        for p in self.pelaksana:
            if p.kelompok and hasil and hasil[-1][0] == p.kelompok:
                hasil[-1] = (p.kelompok, hasil[-1][1] + 1)
            else:
                hasil.append((p.kelompok, 1))
        return tuple(hasil)

    def panggilan(self, i: int) -> str:
        """Return the number by which words can name a step; empty where it has none, or a mere dash."""
        return self.nomor[i] if any(c.isalnum() for c in self.nomor[i]) else ""

    def lane(self, id: str) -> int:
        """Return the position of a lane. Raises KeyError for an unknown id."""
        for i, pelaksana in enumerate(self.pelaksana):
            if pelaksana.id == id:
                return i
        raise KeyError(id)


@dataclass(frozen=True, slots=True)
class Pejabat:
    """An official who drafts, checks or approves an SOP."""

    jabatan: str = ""
    nama: str = ""
    nip: str = ""
    tanggal: str = ""
    """The day of signing, as written."""


@dataclass(frozen=True, slots=True)
class TandaTangan:
    """A signature block at the end of a table, as some documents have it."""

    tempat: str = ""
    tanggal: str = ""
    """Free text: real documents leave the day open."""
    jabatan: str = ""
    nama: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True)
class PenanggungJawab:
    """Who answers for the product and for the activity, in the worksheet."""

    produk: str = ""
    kegiatan: str = ""


@dataclass(frozen=True, slots=True)
class TigaTahap:
    """First, main and last steps, as the worksheet groups them."""

    langkah_awal: tuple[str, ...] = ()
    langkah_utama: tuple[str, ...] = ()
    langkah_akhir: tuple[str, ...] = ()

    @property
    def semua(self) -> tuple[str, ...]:
        """All steps in order."""
        return self.langkah_awal + self.langkah_utama + self.langkah_akhir


@dataclass(frozen=True, slots=True)
class LembarKerja:
    """The *Lembar Kerja Identifikasi Kegiatan* that precedes an SOP."""

    judul_sop: str = ""
    jenis_kegiatan: str = ""
    penanggung_jawab: PenanggungJawab = field(default_factory=PenanggungJawab)
    ruang_lingkup: str = ""
    judul_kegiatan: str = ""
    identifikasi_kegiatan: TigaTahap = field(default_factory=TigaTahap)
    """Part B of the form."""
    identifikasi_langkah: TigaTahap = field(default_factory=TigaTahap)
    """Part C of the form."""
    perlu_konfirmasi: tuple[Konfirmasi, ...] = ()


@dataclass(frozen=True, slots=True)
class Sop(Ingatan):
    """A standard operating procedure of one office."""

    id: str
    """`<instansi>/<slug>`."""
    nama: str
    prosedur: tuple[Prosedur, ...] = ()
    nama_lain: tuple[str, ...] = ()
    nomor: str = ""
    nomor_revisi: str = ""
    """As written: "0", "02", "Revisi ke-2"."""
    status: Status = Status.DRAF
    digantikan_oleh: str = ""
    alasan_dicabut: str = ""
    kop: tuple[str, ...] = ()
    """Head lines, where they differ from the office's."""
    istilah: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Labels, where they differ from the office's."""
    bentuk: BentukLembar | None = None
    """The form of its sheet, its office's unless it says otherwise; None for SOP-AP."""
    lembar: PilihanLembar = field(default_factory=PilihanLembar)
    """Choices for the printed sheet, where they differ from the office's."""
    tanggal_pembuatan: date | None = None
    tanggal_revisi: date | None = None
    tanggal_efektif: date | None = None
    tanggal_pengesahan: date | None = None
    tanggal_dicabut: date | None = None
    """The first day on which it is withdrawn or replaced."""
    tanggal_tertulis: Mapping[str, TanggalTertulis] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """By the name of a date that is None: what the document has in its place ("-", "Januari 2018")."""
    mendatang: tuple[str, ...] = ()
    """The dates that lie ahead of the day on which the handbook is read (`buku_sop.analysis.masa`)."""
    berlaku_sampai: date | TanggalTertulis | None = None
    """The last day in force, where its end is known and has not come; only the month of the end where no day is."""
    disusun_oleh: tuple[Pejabat, ...] = ()
    diperiksa_oleh: tuple[Pejabat, ...] = ()
    disetujui_oleh: tuple[Pejabat, ...] = ()
    disahkan_oleh: tuple[Pejabat, ...] = ()
    tanda_tangan: TandaTangan | None = None
    dasar_hukum: tuple[str, ...] = ()
    kualifikasi_pelaksana: tuple[str, ...] = ()
    keterkaitan: tuple[str, ...] = ()
    peralatan: tuple[str, ...] = ()
    peringatan: tuple[str, ...] = ()
    pencatatan: tuple[str, ...] = ()
    distribusi: tuple[str, ...] = ()
    """Who gets the document: units or positions."""
    bagian: tuple[BagianBebas, ...] = ()
    """Free sections, in their order."""
    lembar_kerja: LembarKerja | None = None
    lampiran: tuple[Lampiran, ...] = ()
    salinan_bertanda_tangan: SalinanBertandaTangan | None = None
    riwayat: tuple[Riwayat, ...] = ()
    perlu_konfirmasi: tuple[Konfirmasi, ...] = ()
    abaikan: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Codes of diagnostics that do not count here, with the reason."""

    @property
    def instansi(self) -> str:
        """The id of the office."""
        return self.id.partition("/")[0]

    @property
    def slug(self) -> str:
        """The part of the id after the office."""
        return self.id.partition("/")[2]

    @property
    def jumlah_langkah(self) -> int:
        """Steps in all procedures together."""
        return sum(len(p.langkah) for p in self.prosedur)

    @property
    def akan_berlaku(self) -> bool:
        """Whether it is decided, but its day has not come."""
        return self.status is Status.BERLAKU and "tanggal_efektif" in self.mendatang

    @property
    def sedang_berlaku(self) -> bool:
        """Whether it is in force, and nothing is known of its end."""
        return self.status is Status.BERLAKU and not (self.akan_berlaku or self.berlaku_sampai)

    @property
    def tamat(self) -> bool:
        """Whether it guides nobody any more: replaced or withdrawn."""
        return self.status in (Status.DIGANTIKAN, Status.DICABUT) and not self.berlaku_sampai

    @property
    def dikerjakan(self) -> bool:
        """Whether people work by it, or may: it is no past version and none whose day has not come."""
        return not (self.tamat or self.akan_berlaku)

    @property
    def punya_identitas(self) -> bool:
        """Whether any field of the identity block is filled."""
        tanggal = ("tanggal_pembuatan", "tanggal_efektif", "tanggal_pengesahan")
        bertanggal = any(map(self.paling_akhir, tanggal))
        return bool(self.nomor or self.disahkan_oleh or bertanggal or self.dasar_hukum)

    def paling_awal(self, bidang: str) -> date | None:
        """Return the first day that a date of the identity may mean."""
        tertulis = self.tanggal_tertulis.get(bidang)
        tanggal: date | None = tertulis.awal if tertulis else getattr(self, bidang)
        return tanggal

    def paling_akhir(self, bidang: str) -> date | None:
        """Return the last day that a date of the identity may mean."""
        tertulis = self.tanggal_tertulis.get(bidang)
        tanggal: date | None = tertulis.akhir if tertulis else getattr(self, bidang)
        return tanggal
