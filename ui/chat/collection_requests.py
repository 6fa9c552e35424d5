"""What the collection's scripts send, as far as it can be believed."""

import os
from pathlib import Path
from typing import cast, get_args

from gradio.utils import get_upload_folder

from ui.chat.article_list import Column, View
from ui.chat.collection import MOST_FILES, Upload
from ui.chat.script_calls import field

_FURTHEST = 100_000


def view_in(query: str, data: object) -> View:
    """The view that the list's `data-` attributes describe; what is odd is as at first."""
    order, page = field(data, "order"), field(data, "page")
    return View(
        query=(query or "")[:200],
        order=cast(Column, order) if order in get_args(Column) else "title",
        down=field(data, "down") == "1",
        when=field(data, "when")[:10],
        page=min(int(page), _FURTHEST) if page.isascii() and page.isdigit() else 1,
    )


def uploads_in(data: object) -> list[Upload]:
    """The files that were uploaded just now; any other path of this machine is passed over."""
    listed = data.get("files") if isinstance(data, dict) else None
    arrived = Path(get_upload_folder()).resolve()
    uploads = []
    for each in (listed if isinstance(listed, list) else [])[:MOST_FILES]:
        file, name = Path(field(each, "path")), field(each, "name")
        if "\0" in str(file) or not name:
            continue
        whole = file.resolve()
        # Not Path.is_file, which fails over a name that is too long for the file system.
        if whole.is_relative_to(arrived) and os.path.isfile(whole):
            uploads.append(Upload(whole, name))
    return uploads
