"""Notices what changes in the folders of the handbook: by the system's own news, or by looking again and again."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from watchdog.events import (
    EVENT_TYPE_CLOSED,
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

QUIET = 0.05
"""Seconds without news after which a change is over: an editor saves in several steps."""
LONGEST = 1.0
"""Seconds after which a change is taken as it is, though there is still news."""
EACH = 1.0
"""Seconds between two looks, where the system tells nothing."""
_CHANGES = {
    EVENT_TYPE_CREATED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_CLOSED,
}
_NOT_OURS = ("__pycache__", ".git", "node_modules")

Changed = Callable[[set[Path]], None]


class Watcher:
    """Collects news of files, and tells of them when there is quiet."""

    def __init__(self, places: Iterable[tuple[Path, bool]], *, polling: bool = False) -> None:
        """`places` are folders, each with whether what lies below its own folders counts too."""
        self._places = {p.resolve(): deep for p, deep in places if p.is_dir()}
        self._news: set[Path] = set()
        self._has_news = threading.Condition()
        self._observer = self._start(polling=polling)

    def _start(self, *, polling: bool) -> Any:
        """Watch by the system's news; where it has none to give (no more watches, a network drive), by looking."""
        for kind in (PollingObserver,) if polling else (Observer, PollingObserver):
            observer: Any = kind(timeout=EACH) if kind is PollingObserver else kind()
            try:
                for place, deep in self._places.items():
                    observer.schedule(_Noter(self._note), str(place), recursive=deep)
                observer.start()
            except OSError:
                if kind is PollingObserver:
                    raise
                continue
            return observer
        raise AssertionError("the last kind returns or raises")

    def _note(self, path: Path) -> None:
        with self._has_news:
            self._news.add(path)
            self._has_news.notify_all()

    def wait(self) -> set[Path]:
        """Wait for a change and return the files and folders that it concerns, when it is over."""
        with self._has_news:
            while not self._news:
                self._has_news.wait(1)  # in pieces, so that Ctrl-C is heard on Windows too
            begun, seen = time.monotonic(), 0
            while len(self._news) != seen and time.monotonic() - begun < LONGEST:
                seen = len(self._news)
                self._has_news.wait(QUIET)
            news, self._news = self._news, set()
            return news

    def stop(self) -> None:
        """Watch no longer."""
        self._observer.stop()


class _Noter(FileSystemEventHandler):
    """Passes on what changed, and leaves out what only editors and Python write for themselves."""

    def __init__(self, note: Callable[[Path], None]) -> None:
        self._note = note

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note where a file or folder appeared, changed or went."""
        if event.event_type not in _CHANGES:
            return
        if event.is_directory and event.event_type == EVENT_TYPE_MODIFIED:
            return  # something in it was noted by itself
        for name in (event.src_path, event.dest_path):
            path = Path(os.fsdecode(name))
            if name and not _is_by_the_way(path):
                self._note(path)


def _is_by_the_way(path: Path) -> bool:
    """Whether a file is a editor's own: a copy, a lock, a swap file, a name tried out (Vim's 4913)."""
    name = path.name
    return (
        name.endswith(("~", ".swp", ".swx", ".swo", ".tmp", ".pyc"))
        or name.startswith((".#", "#", ".~lock", ".tulis-", ".goutputstream-"))
        or name == "4913"
        or any(part in _NOT_OURS for part in path.parts)
    )
