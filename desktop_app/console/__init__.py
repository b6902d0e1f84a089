"""What every command shares: arguments, printing, the language of the terminal."""
