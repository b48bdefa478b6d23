"""Due reviews as calendar files (iCalendar, RFC 5545) that offices subscribe to.

Each review is an event of one day, with a reminder two weeks before. What is overdue stands on the day on
which it was due, and once more on the next day of its cycle, since a reminder of the past never rings.

Most of a handbook's events stand in two calendars, and the library takes its time for each: their lines are written
here, once, and only escaped and folded by the library.

The same data gives the same bytes: an event is stamped with the day from which its time runs. So it changes
when something has been recorded, and the newer one replaces the older wherever both arrive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from icalendar import Calendar, vDuration, vText
from icalendar.parser import Contentline

from buku_sop.analysis.tinjauan import BULAN, Jadwal, Tinjauan, tambah_bulan
from buku_sop.model import Handbook, Sop
from buku_sop.model.tanggal import tulis_tanggal
from buku_sop.model.tulisan import tulis
from buku_sop.views.dasar.istilah import tulis_status
from buku_sop.views.dasar.mermaid_text import satu_baris
from buku_sop.views.tinjauan.tinjauan import cari

PENGINGAT = timedelta(days=14)
"""How long before the due day the reminder rings."""
PRODID = "-//Buku SOP//Tinjauan SOP//ID"
PANJANG_BARIS = 75
"""Bytes from which on a line is folded (RFC 5545, 3.1)."""
_SEGAR = timedelta(days=1)
"""How often a subscriber should look again."""
HOST = "buku-sop.invalid"
"""Stands in the ids of events where the site has no address."""


class PenulisKalender:
    """Writes the calendars of a handbook."""

    def __init__(
        self,
        handbook: Handbook,
        jadwal: Jadwal,
        host: str = "",
        alamat: Callable[[str], str] | None = None,
    ) -> None:
        """`host` makes ids unique among handbooks; `alamat` gives the full address of an SOP's page by its id."""
        self._handbook, self._jadwal = handbook, jadwal
        self._host, self._alamat = host or HOST, alamat
        self._tertulis: dict[tuple[str, str], bytes] = {}

    def semua(self) -> bytes:
        """Write the calendar of all offices; empty where nothing is ever due."""
        return self._kalender(tulis("tinjauan.judul_sop"), self._jadwal.tinjauan)

    def instansi(self, id: str) -> bytes:
        """Write the calendar of an office; empty where nothing is ever due."""
        nama = self._handbook.cari_instansi(id).sebutan
        milik = [t for t in self._jadwal.tinjauan if t.sop.partition("/")[0] == id]
        return self._kalender(tulis("kalender.nama_instansi", instansi=nama), milik)

    def _kalender(self, nama: str, tinjauan: Sequence[Tinjauan]) -> bytes:
        """A calendar without an event is none (RFC 5545, 3.6)."""
        if not tinjauan:
            return b""
        kalender = Calendar()
        kalender.add("version", "2.0")
        kalender.add("prodid", PRODID)
        kalender.add("calscale", "GREGORIAN")
        kalender.add("method", "PUBLISH")
        for sifat in ("name", "x-wr-calname"):
            kalender.add(sifat, vText(satu_baris(nama)))
        kalender.add("refresh-interval", vDuration(_SEGAR), parameters={"VALUE": "DURATION"})
        kalender.add("x-published-ttl", vDuration(_SEGAR))
        kepala, akhir, _ = kalender.to_ical().partition(b"END:VCALENDAR")
        return b"".join((kepala, *map(self._acara, tinjauan), akhir, b"\r\n"))

    def _acara(self, t: Tinjauan) -> bytes:
        """Write the events of a review, once for all calendars that it stands in."""
        kunci = t.sop, t.jenis
        if kunci not in self._tertulis:
            self._tertulis[kunci] = "".join(self._baris(t)).encode()
        return self._tertulis[kunci]

    def _baris(self, t: Tinjauan) -> Iterator[str]:
        sop = cari(self._handbook, t.sop)
        judul = tulis("kalender.acara", jenis=t.jenis.capitalize(), sop=satu_baris(sop.nama))
        uraian = _teks("DESCRIPTION", self._uraian(t, sop))
        yield from self._satu(t, sop, judul, uraian, t.tempo, t.sejak, "")
        if t.lewat(self._jadwal.hari_ini):
            cap, hari = _putaran(t, self._jadwal.hari_ini)
            terlambat = tulis("kalender.terlambat", acara=judul)
            yield from self._satu(t, sop, terlambat, uraian, hari, cap, "-lagi")

    def _satu(
        self, t: Tinjauan, sop: Sop, judul: str, uraian: str, hari: date, cap: date, akhiran: str
    ) -> Iterator[str]:
        """Write the lines of an event, in the order in which the library would write them."""
        yield "BEGIN:VEVENT\r\n"
        yield _teks("SUMMARY", judul)
        yield f"DTSTART;VALUE=DATE:{_hari(hari)}\r\n"
        if hari < date.max:
            yield f"DTEND;VALUE=DATE:{_hari(hari + timedelta(days=1))}\r\n"
        yield f"DTSTAMP:{_hari(cap)}T000000Z\r\n"
        yield _teks("UID", f"{t.jenis}{akhiran}.{sop.id.replace('/', '.')}@{self._host}")
        yield f"SEQUENCE:{cap.toordinal()}\r\n"
        yield _teks("CATEGORIES", t.jenis.capitalize())
        yield uraian
        yield "TRANSP:TRANSPARENT\r\n"
        if self._alamat:
            yield _lipat(f"URL:{self._alamat(sop.id)}")
        yield "BEGIN:VALARM\r\nACTION:DISPLAY\r\n"
        yield _teks("DESCRIPTION", judul)
        yield f"TRIGGER:-P{PENGINGAT.days}D\r\nEND:VALARM\r\nEND:VEVENT\r\n"

    def _uraian(self, t: Tinjauan, sop: Sop) -> str:
        instansi = satu_baris(self._handbook.cari_instansi(sop.instansi).nama)
        jenis, sejak = t.jenis.capitalize(), tulis_tanggal(t.sejak)
        if t.sejak > self._jadwal.hari_ini:
            keadaan = tulis("kalender.pertama", status=tulis_status(sop), jenis=t.jenis)
        elif t.tercatat:
            keadaan = tulis("kalender.tercatat", jenis=jenis, hari=sejak)
        else:
            keadaan = tulis("kalender.belum_tercatat", jenis=jenis, hari=sejak)
        tempo = tulis("kalender.tempo", keadaan=keadaan, hari=tulis_tanggal(t.tempo))
        return f"{instansi}\n{tempo}\n{tulis('kalender.catat', jenis=t.jenis)}"


def _hari(hari: date) -> str:
    return hari.isoformat().replace("-", "")


def _teks(sifat: str, isi: str) -> str:
    """Write a property whose value is text."""
    return _lipat(f"{sifat}:{vText(isi).to_ical().decode()}")


def _lipat(baris: str) -> str:
    """End a line, and fold it where it is too long."""
    if len(baris.encode()) >= PANJANG_BARIS:
        baris = Contentline(baris).to_ical().decode()  # type: ignore[no-untyped-call]
    return f"{baris}\r\n"


def _putaran(t: Tinjauan, hari_ini: date) -> tuple[date, date]:
    """Return the last due day that has passed and the first that has not, both of an overdue review.

    Counted from the first due day, so that a short month does not shift those after it.
    """
    n, lalu = 0, t.tempo
    while True:
        n += BULAN[t.jenis]
        nanti = tambah_bulan(t.tempo, n)
        if nanti >= hari_ini:
            return lalu, nanti
        lalu = nanti
