"""Looking at the hub's photos with a network, here or on many machines."""
