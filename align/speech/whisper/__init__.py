"""All that is Whisper's: weights, features, encoder, decoder, word times, and the engines that run them."""
