"""The deep lesson: the backbone itself is trained on the shop's photos, in a process of its own."""
