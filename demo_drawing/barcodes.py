"""EAN-13 numbers for the demo shop, in the range that shops may give out themselves."""


def in_store_barcode(number: int) -> str:
    """The EAN-13 with prefix 20 and the item number ``number`` (GS1 General Specifications, section 7.9).

    Digits in even places count three times; the check digit fills the sum up to a multiple of ten.
    """
    digits = f"20{number:010d}"
    weighted = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return digits + str(-weighted % 10)
