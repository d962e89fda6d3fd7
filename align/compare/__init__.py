"""Do speech and print agree? Pure: text, words and answers in, findings out."""
