"""Colours and type of the page; Gradio's own components take theirs from here."""

from pathlib import Path

import gradio as gr

_STATIC = Path(__file__).parent / "static"
_LANGUAGE = """
<script>
(() => {  // Gradio translates to the browser's language; the reader's own choice goes first
  const chosen = /(?:^|; )pincite_language=(en|es|ru)/.exec(document.cookie)?.[1];
  if (chosen) Object.defineProperty(navigator, "language", { get: () => chosen });
  document.documentElement.lang = chosen || (/^(es|ru)/.exec(navigator.language)?.[0] ?? "en");
})();
</script>
"""


def head() -> str:
    """What goes into the page's <head>: as a style here, media queries survive Gradio."""
    page, tabs = ((_STATIC / f"{name}.css").read_text("utf-8") for name in ("style", "tabs"))
    # Nested, so that these rules outweigh the resets that Gradio gives its own class.
    return f"{_LANGUAGE}<style>{page}\n.gradio-container.gradio-container {{\n{tabs}}}\n</style>"


def theme() -> gr.themes.Base:
    """Warm paper and ink with one accent, in light and dark; every pair has AA contrast."""
    sans = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Liberation Sans", "sans-serif"]
    return gr.themes.Base(font=sans, font_mono=["ui-monospace", "monospace"]).set(
        body_background_fill="#faf8f4",
        body_background_fill_dark="#171613",
        body_text_color="#211f1b",
        body_text_color_dark="#ece8df",
        body_text_color_subdued="#625d54",
        body_text_color_subdued_dark="#a9a397",
        background_fill_primary="#ffffff",
        background_fill_primary_dark="#201e1a",
        background_fill_secondary="#f3f0ea",
        background_fill_secondary_dark="#26241f",
        block_background_fill="transparent",
        block_background_fill_dark="transparent",
        block_border_width="0px",
        block_label_text_color="#625d54",
        block_label_text_color_dark="#a9a397",
        block_title_text_color="#211f1b",
        block_title_text_color_dark="#ece8df",
        block_info_text_color="#625d54",
        block_info_text_color_dark="#a9a397",
        border_color_primary="#e3ded4",
        border_color_primary_dark="#38342d",
        border_color_accent="#175c6b",
        border_color_accent_dark="#7fc4d3",
        color_accent="#175c6b",
        color_accent_soft="#e2eef0",
        color_accent_soft_dark="#1f3a40",
        input_background_fill="#ffffff",
        input_background_fill_dark="#201e1a",
        input_border_width="1px",
        input_radius="8px",
        input_border_color="#cfc8bb",
        input_border_color_dark="#4a453c",
        input_border_color_focus="#175c6b",
        input_border_color_focus_dark="#7fc4d3",
        input_placeholder_color="#6f695f",
        input_placeholder_color_dark="#9a9488",
        link_text_color="#175c6b",
        link_text_color_dark="#7fc4d3",
        button_primary_background_fill="#175c6b",
        button_primary_background_fill_dark="#7fc4d3",
        button_primary_background_fill_hover="#0f4956",
        button_primary_background_fill_hover_dark="#a3d7e2",
        button_primary_border_color="#175c6b",
        button_primary_border_color_dark="#7fc4d3",
        button_primary_text_color="#ffffff",
        button_primary_text_color_dark="#10211f",
        button_secondary_background_fill="#ffffff",
        button_secondary_background_fill_dark="#26241f",
        button_secondary_background_fill_hover="#f3f0ea",
        button_secondary_background_fill_hover_dark="#2f2c26",
        button_secondary_text_color="#211f1b",
        button_secondary_text_color_dark="#ece8df",
        button_secondary_border_color="#cfc8bb",
        button_secondary_border_color_dark="#4a453c",
        table_border_color="#e3ded4",
        table_border_color_dark="#38342d",
        table_even_background_fill="#ffffff",
        table_even_background_fill_dark="#201e1a",
        table_odd_background_fill="#faf8f4",
        table_odd_background_fill_dark="#1b1a16",
    )
