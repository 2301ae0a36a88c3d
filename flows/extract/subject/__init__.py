"""Subject: of whom a number speaks."""
