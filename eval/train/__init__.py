"""Training of the reader: data, base weights, model, loss, export. Not used at run time."""
