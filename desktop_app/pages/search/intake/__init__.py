"""How what is searched with comes in: pictures, the webcam, words."""
