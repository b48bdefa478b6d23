"""Which form the values below a path of a file have: what may be written there, and in which order."""

from __future__ import annotations

from dataclasses import dataclass

from buku_sop.loading.document import (
    DokumenAnggota,
    DokumenGiliran,
    DokumenLangkah,
    DokumenProsedur,
    berbaris_di,
    form_di,
    kunci_bebas_di,
)
from buku_sop.loading.document_bagian import Bentuk, DokumenPelaksana
from buku_sop.loading.places import Path, Value
from buku_sop.model.teks import rapikan_baris

_SHORT: tuple[tuple[type[Bentuk], str], ...] = (
    (DokumenLangkah, "kegiatan"),
    (DokumenPelaksana, "nama"),
    (DokumenGiliran, "pelaksana"),
    (DokumenAnggota, "pelaksana"),
)
"""What a text that stands for a whole mapping says in it."""


@dataclass(frozen=True, slots=True)
class Below:
    """What a mapping may hold."""

    form: type[Bentuk] | None
    """The form of the mapping; None where its keys are free."""
    free: type[Bentuk] | None = None
    """The form of the values below free keys."""
    lines_matter: bool = False
    """Whether line breaks are content in texts of which no form says it."""

    def key(self, key: str, value: Value) -> Below:
        """Return what the value of a key may hold: a mapping, or each item of a list of mappings."""
        inner = self.free or form_di(self.form, key)
        matters = self.lines_matter_at(key)
        if isinstance(value, dict) and kunci_bebas_di(self.form, key):
            return Below(None, inner, matters)
        return Below(inner, None, matters)

    def lines_matter_at(self, key: str) -> bool:
        """Whether line breaks are content in the texts of a key."""
        known = self.form is not None and key in self.form.model_fields
        return berbaris_di(self.form, key) if known else self.lines_matter

    def order(self) -> tuple[str, ...]:
        """Return the keys in the order in which they are written."""
        return self.form.urutan() if self.form is not None else ()

    def spaced(self) -> bool:
        """Whether a blank line stands between mappings of this form in a list."""
        return self.form is not None and issubclass(self.form, (DokumenLangkah, DokumenProsedur))


@dataclass(frozen=True, slots=True)
class Entry:
    """A key or an item, by the mapping around it."""

    around: Below
    """Of the innermost mapping on the way."""
    key: str
    """The last key on the way."""
    inside: Below
    """What its value, or each of its items, may hold."""


def entry_at(form: type[Bentuk], data: Value, path: Path) -> Entry:
    """Find out what stands at a path, which need not exist yet."""
    below, around, key, value = Below(form), Below(form), "", data
    for part in path:
        if isinstance(part, str):
            value = value.get(part) if isinstance(value, dict) else None
            around, key, below = below, part, below.key(part, value)
        else:
            value = value[part] if isinstance(value, list) and part < len(value) else None
    return Entry(around, key, below)


def cleaned(value: Value, entry: Entry) -> Value:
    """Fold the white space that is no content, and leave out what is empty; None when nothing is left."""
    if isinstance(value, str):
        text = (
            rapikan_baris(value)
            if entry.around.lines_matter_at(entry.key)
            else " ".join(value.split())
        )
        form = entry.around.form
        return text if text or (form is not None and entry.key in form.teks_kosong) else None
    if isinstance(value, list):
        items = [cleaned(v, entry) for v in value]
        return [v for v in items if v is not None] or None
    if isinstance(value, dict):
        below = entry.inside
        members = {k: cleaned(v, Entry(below, k, below.key(k, v))) for k, v in value.items()}
        free = below.form is None  # there a key alone says something
        return {k: v for k, v in members.items() if free or v is not None} or None
    return None


def short_key(entry: Entry) -> str | None:
    """Return the key that a text means which stands in the place of a mapping; None where none may stand there."""
    form = entry.inside.form or entry.around.free
    return next(
        (key for short, key in _SHORT if form is not None and issubclass(form, short)), None
    )
