"""What was worked out before: results kept under a key that sums up all that they depend on, code included.

One file (SQLite) below `.build/` that may be deleted at any time. A result is found by its kind and its key; whoever
asks makes the key from *everything* that the result is worked out from, with `key`, which adds the engine, the look and
the versions of what they run on. So nothing is ever out of date: what has changed has another key, and is worked out
again. Only text is kept, never code or objects. Several processes may read and write at once. A store that is damaged,
full, locked or on a disk that refuses is as good as an empty one.
"""

from __future__ import annotations

import contextlib
import copyreg
import hashlib
import io
import os
import pickle
import sqlite3
import sys
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from functools import cache, cached_property
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any

from buku_sop.adapters.places import LOOK, OWN_LOOK, PACKAGE

__all__ = ["FOLDER", "KEEP_NOTHING", "Kept", "code_version"]

FOLDER = Path(".build") / "simpan"
"""Where the store lies, from the root."""
KEEP_NOTHING = "SOP_ULANG"
"""The variable that has everything worked out anew (`sop situs --ulang`)."""
LIMIT = 400_000_000
"""Bytes that the store may take after a build; what has not been asked for longest goes first."""

_FILE = "hasil.sqlite"
_SCHEMA = """CREATE TABLE IF NOT EXISTS hasil (
    jenis TEXT NOT NULL, kunci BLOB NOT NULL, sidik BLOB NOT NULL, isi BLOB NOT NULL, dipakai INTEGER NOT NULL,
    PRIMARY KEY (jenis, kunci)) WITHOUT ROWID"""
_FORM = 1
"""Raised whenever what is kept takes another form."""
_BATCH = 32
_PAGE, _SMALL = 4096, 1000
"""Bytes of a page of the file, and up to which several entries share one."""


class _Table(dict[type, Callable[[Any], Any]]):
    """How values are taken apart to be described: dataclasses by their fields, faster than pickle itself does it."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        if not is_dataclass(kind):
            raise KeyError(kind)
        names = [f.name for f in fields(kind)]
        values: Callable[[Any], Any] = attrgetter(*names) if names else lambda _: ()
        if len(names) == 1:
            self[kind] = lambda value: (kind, (values(value),))
        else:
            self[kind] = lambda value: (kind, values(value))
        return self[kind]


_PLAIN = _Table(
    copyreg.dispatch_table | {MappingProxyType: lambda mapping: (dict, (dict(mapping),))}
)


class Kept:
    """The results that earlier builds of a handbook left. Use it in one thread; `close` writes what is new."""

    def __init__(self, root: Path, *, fresh: bool | None = None, look: Path | None = None) -> None:
        """Open the store of a handbook. With `fresh`, nothing is found, as if it were new.

        `look` is a folder in which it gives parts of the look another form, beside the usual one.
        """
        self._file = root / FOLDER / _FILE
        self.fresh = bool(os.environ.get(KEEP_NOTHING)) if fresh is None else fresh
        """Whether nothing is to be found."""
        self.found: Counter[str] = Counter()
        """How many results were found, by kind."""
        self.missed: Counter[str] = Counter()
        """How many were asked for and not found."""
        self._code = code_version() + _look_version(root / OWN_LOOK)
        if look and look.resolve() != (root / OWN_LOOK).resolve():
            self._code += _look_version(look)
        self._new: dict[tuple[str, bytes], bytes] = {}
        self._used: set[tuple[str, bytes]] = set()
        self._described: dict[int, tuple[object, bytes]] = {}
        self._db: sqlite3.Connection | None = None
        self._open()

    def key(self, *parts: bytes | str) -> bytes:
        """Return the key of a result that is worked out from these parts, and from nothing else but the code."""
        h = hashlib.sha256(self._code)
        for part in parts:
            data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
            h.update(len(data).to_bytes(8, "big") + data)
        return h.digest()

    def describe(self, value: object) -> bytes | None:
        """Return bytes that no other value has, for a key; None for a value that cannot be written down.

        They are only ever hashed, never read again.
        """
        try:
            return _dump(value, self._table)
        except (
            pickle.PicklingError,
            TypeError,
            LookupError,
            ValueError,
            AttributeError,
            RecursionError,
        ):
            return None  # a KeyError is how a fast pickler stumbles over what is nested deep

    @cached_property
    def _table(self) -> _Table:
        """How values are described; the model is loaded for that alone."""
        from buku_sop.model import Handbook, Instansi, Sop

        return _Table(_PLAIN | dict.fromkeys((Sop, Instansi, Handbook), self._once))

    def _once(self, value: Any) -> tuple[Any, ...]:
        """Describe what many pages share by its digest, worked out once."""
        known = self._described.get(id(value))
        if known is None:
            whole = hashlib.sha256(_dump(value, _PLAIN)).digest()
            known = self._described[id(value)] = (
                value,
                whole,
            )  # the value, so that its id stays its own
        return bytes, (type(value).__qualname__.encode() + known[1],)

    def get(self, kind: str, key: bytes) -> bytes | None:
        """Return a result; None where it was never worked out, or has been damaged."""
        result = self._new.get((kind, key)) or self._stored(kind, key)
        (self.missed if result is None else self.found)[kind] += 1
        return result

    def _stored(self, kind: str, key: bytes) -> bytes | None:
        if self._db is None or self.fresh:
            return None
        try:
            row = self._db.execute(
                "SELECT sidik, isi FROM hasil WHERE jenis = ? AND kunci = ?", (kind, key)
            ).fetchone()
            if row is None or _digest(kind, key, row[1]) != row[0]:
                return None
            self._used.add((kind, key))
            return zlib.decompress(row[1])
        except (sqlite3.Error, zlib.error, TypeError):
            return None

    def put(self, kind: str, key: bytes, result: bytes) -> None:
        """Keep a result."""
        self._new[kind, key] = result
        if len(self._new) >= _BATCH:
            self._write()

    def flush(self) -> None:
        """Let other processes find what is new."""
        self._write()

    def close(self, limit: int = LIMIT) -> None:
        """Write what is new, note what was used, and let go of what is too much."""
        self._write()
        if self._db is None:
            return
        with contextlib.suppress(sqlite3.Error):
            self._note_use()
            self._trim(limit)
        with contextlib.suppress(sqlite3.Error):
            self._db.close()
        self._db = None

    def _open(self) -> None:
        for _ in range(2):
            try:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                db = sqlite3.connect(self._file, timeout=10)
                db.execute("PRAGMA synchronous = OFF")  # a lost entry is worked out again
                db.execute(_SCHEMA)
                db.commit()
                self._db = db
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):  # locked, read-only, no room
                    return
                with contextlib.suppress(OSError):  # no database: begin a new one
                    self._file.unlink()
            except OSError:
                return
            else:
                return

    def _write(self) -> None:
        new, self._new = self._new, {}
        if self._db is None or not new:
            return
        now = int(time.time())
        rows = []
        for (kind, key), result in new.items():
            packed = zlib.compress(result, 1)
            rows.append((kind, key, _digest(kind, key, packed), packed, now))
        try:
            with self._db:
                self._db.executemany("INSERT OR REPLACE INTO hasil VALUES (?, ?, ?, ?, ?)", rows)
        except sqlite3.Error:
            self._damaged()

    def _damaged(self) -> None:
        """Give up on the store in this build, and let the next one begin a new one if this is none."""
        db, self._db = self._db, None
        if db is None:
            return
        sound = _sound(db)
        with contextlib.suppress(sqlite3.Error):
            db.close()
        if not sound:
            with contextlib.suppress(OSError):
                self._file.unlink(missing_ok=True)

    def _note_use(self) -> None:
        assert self._db is not None
        now = int(time.time())
        old = now - 3600  # noting every use of every entry each time would cost more than it tells
        with self._db:
            self._db.executemany(
                "UPDATE hasil SET dipakai = ? WHERE jenis = ? AND kunci = ? AND dipakai < ?",
                [(now, kind, key, old) for kind, key in self._used],
            )

    def _trim(self, limit: int) -> None:
        assert self._db is not None
        if self._file.stat().st_size <= limit:
            return
        goal = limit * 3 // 4
        total = 0
        gone = []
        for kind, key, size in self._db.execute(
            "SELECT jenis, kunci, length(isi) FROM hasil ORDER BY dipakai DESC"
        ):
            total += size + 200 if size < _SMALL else (size // _PAGE + 1) * _PAGE
            if total > goal:
                gone.append((kind, key))
        with self._db:
            self._db.executemany("DELETE FROM hasil WHERE jenis = ? AND kunci = ?", gone)
        self._db.execute("VACUUM")


def _sound(db: sqlite3.Connection) -> bool:
    """Whether a store is whole; one that is locked, or has no room, is."""
    try:
        return bool(db.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.OperationalError:
        return True
    except sqlite3.DatabaseError:  # so damaged that it cannot be checked
        return False


def _dump(value: object, table: _Table) -> bytes:
    out = io.BytesIO()
    pickler = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = table
    pickler.fast = True  # what is equal is written alike, whether it is one object or two
    pickler.dump(value)
    return out.getvalue()


def _digest(kind: str, key: bytes, packed: bytes) -> bytes:
    return hashlib.sha256(kind.encode() + b"\0" + key + packed).digest()[:16]


def _look_version(look: Path) -> bytes:
    """Sum up the look of a handbook that has its own."""
    return b"" if look.resolve() == LOOK.resolve() else _sum(look)


@cache
def code_version() -> bytes:
    """Sum up the engine, the look, and the versions of Python and of the packages installed."""
    h = hashlib.sha256(f"{_FORM} {sys.version}".encode())
    for place in sys.path:
        with contextlib.suppress(OSError):
            names = (path.name for path in Path(place or ".").iterdir())
            h.update("\0".join(sorted(n for n in names if n.endswith(".dist-info"))).encode())
    h.update(_sum(PACKAGE) + _sum(LOOK))
    return h.digest()


def _sum(folder: Path) -> bytes:
    h = hashlib.sha256()
    for file in sorted(_sources(folder)):
        h.update(f"\0{file.relative_to(folder).as_posix()}\0".encode())
        h.update(hashlib.sha256(file.read_bytes()).digest())
    return h.digest()


def _sources(folder: Path) -> Iterable[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [f for f in folders if f != "__pycache__"]
        yield from (Path(place) / n for n in names if not n.endswith((".pyc", ".woff2", ".ttf")))
