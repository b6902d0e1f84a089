"""The packaged program's first file; from source, ``python -m desktop_app`` does the same."""

import sys

from desktop_app.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
