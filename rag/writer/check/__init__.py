"""What a statement must share with the quotes that it names, one rule a file."""
