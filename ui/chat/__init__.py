"""The web page: a chat that quotes, with every quote's article beside it.

A question's way: `serve` opens the engine and `app` mounts the `page`, whose events are `handlers`.
`ask` asks the engine in a thread, keeps the turn in `conversations` and shows it passage by
passage, as `render` draws it. A click on [n] goes through `script_calls` to `place` (where do these
words stand today?) and comes back as `panel`. `static/` holds the scripts, the style and the words.
"""
