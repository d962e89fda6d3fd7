"""Who said it? The sentence around a quotation first, else what stands around that (quote attribution)."""
