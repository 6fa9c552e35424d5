"""Questions in, verbatim quotes with pinpoint citations out."""
