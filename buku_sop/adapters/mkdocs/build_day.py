"""The day of a build, by which its pages judge what is due."""

from __future__ import annotations

import os
from datetime import date

from mkdocs.utils import get_build_datetime


def build_day() -> date:
    """Return today, or the day that SOURCE_DATE_EPOCH names, so that a build can be made again byte for byte.

    Raises ValueError where that variable holds no number of seconds, as MkDocs does.
    """
    if os.environ.get("SOURCE_DATE_EPOCH"):
        return get_build_datetime().date()
    return date.today()  # noqa: DTZ011
