"""The audit of a plan against its document: what is held against it, what that finds, and the proof that it finds enough."""
