"""What the kinds of finding are called in the window."""

from PySide6.QtCore import QCoreApplication

from core.finding import FindingKind


def kind_name(kind: FindingKind) -> str:
    """In the language of now."""
    translate = QCoreApplication.translate
    return {
        FindingKind.NUDITY: translate("finding_kinds", "Nudity"),
        FindingKind.FORBIDDEN: translate("finding_kinds", "Goods never sold"),
        FindingKind.WEAPON: translate("finding_kinds", "Weapons"),
        FindingKind.CONTACT: translate("finding_kinds", "Ways to contact somebody"),
        FindingKind.CODE: translate("finding_kinds", "Codes that lead away"),
        FindingKind.WORD: translate("finding_kinds", "Words and slogans"),
        FindingKind.FACE: translate("finding_kinds", "Faces"),
        FindingKind.QUALITY: translate("finding_kinds", "Quality of the photo"),
        FindingKind.UNSEEN: translate("finding_kinds", "Photos that could not be looked at"),
    }[kind]
