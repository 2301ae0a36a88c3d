"""Period: for when a number holds."""
