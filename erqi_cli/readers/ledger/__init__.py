"""Reads a ledger of observations."""
