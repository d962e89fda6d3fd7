"""Which person or organisation does a phrase mean? Names, and the phrases that refer back to them (coreference)."""
