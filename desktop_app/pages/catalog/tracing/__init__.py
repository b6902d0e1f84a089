"""Where the shop's photos are used: pictures that are given, and what they are made of."""
