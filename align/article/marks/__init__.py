"""Which marks in a text open and close what? A scanner, a beam search over its readings, quoted spans out."""
