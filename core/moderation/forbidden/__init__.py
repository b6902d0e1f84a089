"""Goods that may not be sold: by the shop's own pictures and words, and by sorts that the network knows."""
