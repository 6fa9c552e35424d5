"""Numbers with their nouns."""


def counted(number: int, one: str, many: str) -> str:
    """`1 reply`, `2 replies`, `no replies`."""
    if number == 0:
        return f"no {many}"
    return f"{number:,} {one if number == 1 else many}"
