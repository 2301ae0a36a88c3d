"""Metric: what a number measures, and how."""
