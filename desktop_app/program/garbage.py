"""Python's search for garbage in circles, put off while the program starts.

An import makes tens of thousands of objects that stay, and no circles worth looking for; the search goes
through all of them again and again. Once the imports are done they are set aside for good.
"""

import gc


def put_off_collecting() -> None:
    """Look for no garbage until :func:`begin_collecting`. For a process that has just begun."""
    gc.disable()


def begin_collecting() -> None:
    """Look for garbage from now on, among what is made from now on; nothing if that was never put off."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
