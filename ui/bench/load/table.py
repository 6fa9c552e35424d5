"""A run under load as Markdown, for a terminal and for docs/measurements.md."""

from ui.bench.load.report import LoadReport


def table(made: LoadReport) -> str:
    """What it came to, then a row a minute."""
    p50, p95, p99 = made.seconds
    gone = made.freed
    rows = [
        ("people, minutes", f"{made.people}, {made.minutes:g}"),
        *((f"questions {name}", f"{count:,}") for name, count in made.ended.items()),
        ("told a place in line, the farthest", f"{made.told:,}, {made.deepest:,}"),
        ("seconds to the answer, p50, p95, p99", f"{p50:.2f}, {p95:.2f}, {p99:.2f}"),
        ("seconds of another request meanwhile, p95", f"{made.metrics_p95:.2f}"),
        ("conversations read back, turns, lost", _three(made)),
        ("pages loaded again", f"{made.reloads:,}"),
        (
            "vanished, over by the log, given up",
            f"{gone.vanished}, {gone.ended}, {gone.unanswered}",
        ),
        ("under way and in line afterwards", f"{made.running}, {made.waiting}"),
        ("memory, MB an hour", f"{made.slope:+.1f}"),
        ("of it in use: heap, MB an hour", f"{made.heap_slope:+.1f}"),
        ("of it in use: Python, thousand pieces an hour", f"{made.pieces_slope:+.1f}"),
        ("cores busy: server, those who ask", f"{made.server_cores:.2f}, {made.people_cores:.2f}"),
        *((f"error: {said}", f"{count:,}") for said, count in made.errors.items()),
    ]
    lines = ["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows), ""]
    lines += [
        "| minute | answers | p50 s | p95 s | p99 s | first word p95 s | MB | cores |",
        "|---|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {m.minute} | {m.ended} | {m.p50:.2f} | {m.p95:.2f} | {m.p99:.2f} | {m.first_p95:.2f} "
        f"| {m.megabytes:.0f} | {m.cores:.2f} |"
        for m in made.by_minute
    ]
    return "\n".join(lines)


def _three(made: LoadReport) -> str:
    return f"{made.conversations:,}, {made.turns:,}, {made.lost:,}"
