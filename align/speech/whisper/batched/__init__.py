"""Whisper as a GPU wants it: a batch is one tensor from its sound to its words, and the host is asked rarely.

The weights, the rules of decoding and the method of each step are those of the modules above, which hear clip by clip
on a processor; only the shape of the work is another. So the same words come out, up to the last bits of a product,
on whatever device: `tests/test_batched.py` runs both side by side.
"""
