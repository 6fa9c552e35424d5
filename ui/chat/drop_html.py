"""The place where articles are dropped or chosen."""

import json
from collections.abc import Sequence

from ui.chat.escape import attribute
from ui.chat.words import Words

_FOR_SCRIPT = ("coll_uploading", "coll_upload_failed", "coll_too_many")


def drop_html(words: Words, kinds: Sequence[str], most: int) -> str:
    """Two buttons, the hidden inputs they press, and a line for how far the upload is."""
    texts = json.dumps({key: words(key) for key in _FOR_SCRIPT}, ensure_ascii=False)
    named = words("coll_kinds", kinds=" ".join(kinds))
    return (
        f'<section class="drop" aria-label="{attribute(words("coll_add"))}" data-most="{most}">'
        f"<h2>{attribute(words('coll_add'))}</h2>"
        f"<p>{attribute(words('coll_drop'))} "
        f'<button type="button" data-choose="files">{attribute(words("coll_files"))}</button> '
        f'<button type="button" data-choose="folder">{attribute(words("coll_folder"))}</button></p>'
        f'<p class="kinds">{attribute(named)}</p><p class="sent" role="status"></p>'
        '<input type="file" multiple hidden data-files aria-hidden="true" tabindex="-1">'
        '<input type="file" webkitdirectory hidden data-folder aria-hidden="true" tabindex="-1">'
        f'<div hidden class="texts">{attribute(texts)}</div></section>'
    )
