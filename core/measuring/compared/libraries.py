"""The libraries that classic features need: an extra of the program, imported when first asked for."""

from importlib import import_module
from types import ModuleType

from core.errors import KnownError
from core.messages import message


def load(name: str) -> ModuleType:
    """The module called ``name`` (``skimage.feature``, ``sklearn.svm`` …).

    Raises:
        KnownError: its library is not installed.
    """
    try:
        return import_module(name)
    except ImportError as error:
        raise KnownError(
            message(
                "core",
                "Classic features need {library}, which is missing here. Install the extra “compare”.",
            ),
            library={"skimage": "scikit-image", "sklearn": "scikit-learn"}[name.split(".")[0]],
        ) from error
