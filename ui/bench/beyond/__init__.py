"""Beyond one machine, tried on this one."""
