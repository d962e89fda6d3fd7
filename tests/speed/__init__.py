"""How fast is it, and how much memory does it take? Ratios to the peers, measured side by side on one tape."""
