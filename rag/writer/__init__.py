"""An optional language model that may write only what the quotes support."""
