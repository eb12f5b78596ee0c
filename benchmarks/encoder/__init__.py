"""An experiment: a small sentence encoder, fine-tuned on the labelled rows and joined with the linear weights."""
