"""The settings' card about phones: the switch, the code that lets one in, those that are in."""
