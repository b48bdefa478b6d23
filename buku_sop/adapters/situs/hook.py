"""The plugin as MkDocs' hook, for an `mkdocs.yml` from before there was one (`hooks:`)."""

from __future__ import annotations

import sys
from pathlib import Path

PROJECT = str(Path(__file__).resolve().parents[3])
if PROJECT not in sys.path:  # the engine is found, wherever MkDocs was started
    sys.path.insert(0, PROJECT)

from buku_sop.adapters.plugin import BukuSop  # noqa: E402

_plugin = BukuSop(told_all=True)
on_startup = _plugin.on_startup
on_config = _plugin.on_config
on_files = _plugin.on_files
on_nav = _plugin.on_nav
on_env = _plugin.on_env
on_pre_page = _plugin.on_pre_page
on_page_content = _plugin.on_page_content
on_page_context = _plugin.on_page_context
on_post_page = _plugin.on_post_page
on_post_build = _plugin.on_post_build
