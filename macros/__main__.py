"""`python -m macros`: the same as the `sop` command."""

from macros.adapters.cli import main

if __name__ == "__main__":
    main()
