"""Where does somebody speak? Voice activity detection (VAD), and the windows that are cut by it."""
