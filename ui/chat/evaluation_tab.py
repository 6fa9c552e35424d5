"""How good the answers are."""

from ui.chat.context import ChatContext


def build(context: ChatContext) -> None:
    """Put the tab's parts into the page that is being built."""
