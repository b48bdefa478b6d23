"""`python -m buku_sop`: the same as the `sop` command."""

from buku_sop.adapters.cli.group import main

if __name__ == "__main__":
    main()
