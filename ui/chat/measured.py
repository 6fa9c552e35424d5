"""`/metrics`, for Prometheus. Where people log in, only for them."""

from fastapi import FastAPI
from starlette.responses import PlainTextResponse

from ui.chat.context import ChatContext
from ui.chat.metrics import TYPE


def measured(app: FastAPI, context: ChatContext) -> None:
    """Serve the counts; call it before Gradio is mounted at `/`."""
    metrics, line, engine = context.metrics, context.line, context.engine
    gauges = (
        ("pincite_questions_running", "Questions under way.", lambda: line.asking),
        ("pincite_questions_waiting", "Questions in line.", lambda: line.waiting),
        ("pincite_articles", "Articles that are searched.", lambda: len(engine.articles)),
        ("pincite_index_edition", "Grows with every change of the index.", lambda: engine.edition),
    )
    for name, text, read in gauges:
        metrics.gauge(name, text, read)

    @app.get("/metrics")
    def page() -> PlainTextResponse:
        return PlainTextResponse(metrics.page(), media_type=TYPE)
