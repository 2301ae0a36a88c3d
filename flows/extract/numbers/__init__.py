"""Numbers: every numeric expression of a text, its value, unit and bounds."""
