"""What phones ask of the shop, a file each; they run in the window's process, which alone has the shop."""
