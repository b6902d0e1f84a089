"""A report's two files: the page for people, the figures for programs."""

import json
from pathlib import Path
from typing import Any

from core.atomic_files import write_atomically
from core.errors import KnownError
from core.messages import message


def write_page(folder: Path, page_file: str, page: str, figures_file: str, figures: Any) -> Path:
    """Write both files into ``folder``, which is made if need be.

    Args:
        figures: what JSON can hold.

    Returns:
        The page's path.

    Raises:
        KnownError: they cannot be written.
    """
    content = json.dumps(figures, ensure_ascii=False, indent=1)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(folder / figures_file, content.encode())
        write_atomically(folder / page_file, page.encode())
    except OSError as error:
        raise KnownError(
            message("core", "The report could not be written to {folder} ({reason})."),
            folder=str(folder),
            reason=error.strerror or type(error).__name__,
        ) from error
    return folder / page_file
