"""The packaged program's first file; from source, ``python -m desktop_app`` does the same."""

import os
import sys

# Desktops with a Qt of their own set these for all programs, and its plugins do not fit ours.
if sys.platform == "linux":  # elsewhere PyInstaller has set them, to places in the program
    for name in ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
        os.environ.pop(name, None)

from desktop_app.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
