"""The witnesses, in the order in which they are heard. A new one is a module beside this and a line here."""

from core.search.witnesses.barcode import BARCODE
from core.search.witnesses.clerk import CLERK
from core.search.witnesses.label import LABEL
from core.search.witnesses.print import PRINT
from core.search.witnesses.text_image import TEXT_IMAGE
from core.search.witnesses.vector import VECTOR
from core.search.witnesses.witness import Witness

WITNESSES: tuple[Witness, ...] = (VECTOR, PRINT, LABEL, TEXT_IMAGE, BARCODE, CLERK)
"""Quick ones first, but of those that may be sure the later one overrules."""
