"""Do speech and print agree? Text, words and somebody who answers for the audio in, findings out; no file, no model."""
