"""What `pincite eval` can be asked to do, one file each."""
