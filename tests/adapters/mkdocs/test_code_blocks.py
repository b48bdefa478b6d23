"""Examples in guides lose elements, and no text."""

from __future__ import annotations

import re

import markdown

from buku_sop.adapters.mkdocs.code_blocks import plain_code

EXAMPLE = """```yaml
nama: "Penerimaan <Tamu>"    # dua ruang
daftar: [satu, dua]
```"""


def test_an_example_keeps_its_text_and_colours_with_half_the_elements() -> None:
    html = markdown.markdown(EXAMPLE, extensions=["pymdownx.superfences"])
    plain = plain_code(html)
    assert re.sub("<[^>]*>", "", plain) == re.sub("<[^>]*>", "", html)
    assert plain.count('<span class="nt">') == html.count('<span class="nt">') == 2
    assert plain.count("<span") <= html.count("<span") / 2
