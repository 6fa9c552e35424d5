"""HTML as a browser would read it: its text, and its tags with their attributes."""

from html.parser import HTMLParser

VOID = {"meta", "br", "input", "img", "link", "hr"}


class Parsed(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == [], f"left open: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> closes nothing"
        assert self._open.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        self.texts.append((tuple(self._open), data))

    def text(self, tag: str | None = None) -> str:
        return "".join(text for path, text in self.texts if tag is None or tag in path)

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def inert(self) -> bool:
        """No element, handler or address that could act."""
        acting = {"script", "img", "iframe", "form", "style", "svg", "object", "link", "base"}
        values = [
            (key, value or "") for _, attributes in self.tags for key, value in attributes.items()
        ]
        return not any(tag in acting for tag, _ in self.tags) and not any(
            key.startswith("on") or value.lower().startswith("javascript:") for key, value in values
        )
