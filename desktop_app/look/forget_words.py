"""What is asked before everything that was kept is forgotten: how much it is, and what stays."""

from PySide6.QtCore import QCoreApplication, QLocale


def unlabelled_question(searches: int, photos: int) -> str:
    """Before the photos that nobody labelled go: those of searches, kept as vectors, and those of walks."""
    locale = QLocale()
    return QCoreApplication.translate(
        "forget_words",
        "Vectors of searches: {searches}. Photos of walks through the shop: {photos}. Forget them all? This "
        "cannot be undone. What lessons learned from them stays learned, and older backups hold what they "
        "held.",
    ).format(searches=locale.toString(searches), photos=locale.toString(photos))


def kept_question(pictures: int, searches: int) -> str:
    """Before the kept pictures of searches go, and the searches that they belong to."""
    locale = QLocale()
    return QCoreApplication.translate(
        "forget_words",
        "Kept pictures: {pictures}, of confirmed searches: {searches}. Forget them all? This cannot be "
        "undone. What lessons learned from them stays learned, and older backups hold what they held.",
    ).format(pictures=locale.toString(pictures), searches=locale.toString(searches))


def originals_question(photos: int) -> str:
    """Before photos go that show faces, and whose copies without faces stay."""
    return QCoreApplication.translate(
        "forget_words",
        "Photos with faces: {photos}. Delete them for good? Their copies without faces stay. This cannot be "
        "undone, and blurring the faces cannot be undone any more. Older backups hold what they held.",
    ).format(photos=QLocale().toString(photos))
