"""A scored run for people: Markdown, CSV and one HTML page."""
