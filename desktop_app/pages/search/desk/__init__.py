"""What is asked now and what was answered: the records that the page works on."""
