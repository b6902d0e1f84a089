"""Faces of people in pictures taken in a shop: found, and made unrecognisable before a picture is kept."""
