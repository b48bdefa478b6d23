"""The hook's old place. A `mkdocs.yml` of a deployed handbook may still name it; it is `buku_sop/adapters/situs/hook.py` now."""

from __future__ import annotations

import sys
from pathlib import Path

if (_project := str(Path(__file__).resolve().parents[2])) not in sys.path:
    sys.path.insert(0, _project)

from buku_sop.adapters.situs.hook import (
    on_config,
    on_env,
    on_files,
    on_nav,
    on_page_content,
    on_page_context,
    on_post_build,
    on_pre_page,
    on_startup,
)

__all__ = [
    "on_config",
    "on_env",
    "on_files",
    "on_nav",
    "on_page_content",
    "on_page_context",
    "on_post_build",
    "on_pre_page",
    "on_startup",
]
