"""Many people at once: `pincite chat` in a process of its own, asked as its page asks."""
