"""Picture features from before neural networks: HOG and SIFT, to compare with and to verify by."""
