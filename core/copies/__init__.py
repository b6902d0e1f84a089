"""Which pictures are made of the shop's photos, and which photos are copies of one another."""
