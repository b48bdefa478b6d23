"""The YAML parser: PyYAML's in C; where that was not built, as in a browser, the same one in Python."""

from __future__ import annotations

from typing import Any

import yaml

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""What events, tokens and marks come from; both give the same for every text that is YAML."""
