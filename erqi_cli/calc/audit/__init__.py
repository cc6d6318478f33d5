"""The audit of a plan against its document: what is compared, and what differs."""
