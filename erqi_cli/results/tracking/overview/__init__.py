"""What `erqi track` shows people: the late targets first, the missing ones folded."""
