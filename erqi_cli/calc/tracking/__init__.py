"""Follows results against a plan."""
