"""How each article format becomes one text with blocks: one file per format."""
