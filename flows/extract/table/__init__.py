"""Entities: who and what a text names: regions, firms, institutions, models."""
