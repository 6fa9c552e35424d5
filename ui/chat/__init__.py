"""The web page: a chat that quotes, with every quote's article beside it."""
