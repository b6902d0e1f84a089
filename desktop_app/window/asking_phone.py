"""A phone has brought the code and asks to be let in: whoever is at the computer says yes, once."""

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.phone.pairing import CODE_S, AskingPhone
from desktop_app.phone.switch import PhoneSwitch
from desktop_app.widgets.question import ask


def ask_about(phone: AskingPhone, switch: PhoneSwitch, window: QWidget) -> QMessageBox:
    """Show which phone asks; anything but a yes is a no, and so is waiting."""

    def decide(let_in: bool) -> None:
        if switch.service is not None:
            switch.service.decide(phone, let_in=let_in)

    question = QCoreApplication.translate(
        "asking_phone",
        "A phone asks to be let in: {name}, at {address}. Let it in only if it shows the number {number}. "
        "Whoever holds it can then search this shop and book stock, until you put it out in the settings.",
    ).format(
        name=phone.name or QCoreApplication.translate("asking_phone", "without a name"),
        address=phone.address,
        number=phone.number,
    )
    yes = QCoreApplication.translate("asking_phone", "Let it in")
    # Never by the Enter that a scanner sends into whatever comes up.
    box = ask(window, question, yes, lambda: decide(True), QMessageBox.ButtonRole.DestructiveRole)
    box.rejected.connect(lambda: decide(False))
    QTimer.singleShot(round(CODE_S * 1000), box, box.reject)  # it waits no longer
    return box
