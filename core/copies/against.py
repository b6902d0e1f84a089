"""What speaks against two products being one, whatever speaks for it."""

from collections.abc import Mapping

from core.catalog.barcodes.written import barcode_problem, code_keys
from core.catalog.clean_text import clean_line
from core.catalog.products.products import Product
from core.copies.wording import Titles, Wording, amounts_differ, compare, wording_of
from core.label.terms import folded

_OPTIONS = frozenset(
    (
        *("size", "colour", "color", "flavour", "flavor", "variant", "option", "pack", "weight", "volume"),
        *("grösse", "farbe", "taille", "couleur", "尺寸", "尺码", "颜色", "口味", "规格", "容量", "重量"),
    )
)
"""Further columns of a merchant's table that tell variants apart."""


class Doubts:
    """Asked about pairs of ``products``, by their keys."""

    def __init__(self, products: Mapping[int, Product]) -> None:
        self._products = products
        self._wordings = {key: wording_of(product.title) for key, product in products.items()}

    def are_two_sizes(self, pair: tuple[int, int]) -> bool:
        """Whether they tell different amounts, numbers or options.

        That outweighs even the same barcode, which some tables repeat for every size.
        """
        return self._titles(pair) is Titles.SIZE or self._options_differ(pair)

    def are_two(self, pair: tuple[int, int]) -> bool:
        """Whether they are two sizes or flavours, or have numbers of trade goods that differ."""
        return self.are_two_sizes(pair) or self._titles(pair) is Titles.VARIANT or self._codes_differ(pair)

    def are_two_brands(self, pair: tuple[int, int]) -> bool:
        """Whether both tell their brand, and not the same."""
        one, other = (folded(self._products[key].brand) for key in pair)
        return bool(one and other and one != other)

    def titles_agree(self, pair: tuple[int, int]) -> bool:
        """Whether one says all that the other says."""
        return self._titles(pair) in (Titles.SAME, Titles.MORE)

    @staticmethod
    def are_two_labels(one: Wording, other: Wording) -> bool:
        """Whether what was read on them tells different amounts."""
        return amounts_differ(one.amounts, other.amounts)

    def _titles(self, pair: tuple[int, int]) -> Titles:
        one, other = pair
        return compare(self._wordings[one], self._wordings[other])

    def _codes_differ(self, pair: tuple[int, int]) -> bool:
        one, other = (self._products[key].barcode for key in pair)
        if not one or not other or barcode_problem(one) or barcode_problem(other):
            return False
        return not set(code_keys(one)) & set(code_keys(other))

    def _options_differ(self, pair: tuple[int, int]) -> bool:
        one, other = (
            {folded(clean_line(name)): folded(text) for name, text in self._products[key].extra.items()}
            for key in pair
        )
        return any(one[name] != other[name] for name in _OPTIONS & one.keys() & other.keys())
