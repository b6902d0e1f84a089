"""Whether a photo is good enough to sell with: what is wrong with it, a score and a sentence each."""
