"""A network of two towers, one for pictures and one for words, whose vectors lie in one space."""
