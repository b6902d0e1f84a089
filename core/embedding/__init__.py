"""Pictures to vectors: backbones, the runtimes that run them, and the measures of likeness."""
