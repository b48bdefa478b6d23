"""`python -m macros`: the name that the `sop` command had before the engine became `buku_sop`."""

from buku_sop.adapters.cli.group import main

if __name__ == "__main__":
    main()
