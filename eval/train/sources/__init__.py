"""Examples from public sets and from the articles written for training, one file a set.

Every choice (which negative, which title is held out) hangs on a hash of ids, never on order, so
the same data gives the same examples. `held_out=True` leaves out what the figures are measured on.
"""
