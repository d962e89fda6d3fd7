"""Where does somebody speak? Voice activity detection, and the windows that are cut by it."""
