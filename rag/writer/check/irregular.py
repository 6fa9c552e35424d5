"""Verbs whose past is another word: said is say, so that what is denied is seen as denied."""

_PAIRS = (
    "said say|told tell|knew know|known know|thought think|got get|gave give|given give|took take|"
    "taken take|made make|went go|gone go|came come|saw see|seen see|found find|meant mean|"
    "began begin|begun begin|became become|cost cost|bought buy|sold sell|chose choose|"
    "chosen choose|won win|lost lose|paid pay|grew grow|grown grow|led lead|ran run|held hold|"
    "brought bring|sent send|left leave|kept keep|felt feel|spoke speak|spoken speak|taught teach|"
    "met meet|flew fly|flown fly|fought fight|wrote write|written write|fell fall|fallen fall|"
    "rose rise|risen rise|stood stand|understood understand|caught catch|built build|done do|"
    "died die|dead die|death die|shot shoot|broke break|broken break|drew draw|drawn draw|"
    "drove drive|driven drive|hid hide|hidden hide|laid lay|lent lend|stole steal|stolen steal|"
    "shrank shrink|shrunk shrink|sank sink|sunk sink|struck strike|swore swear|sworn swear|"
    "threw throw|thrown throw|withdrew withdraw|withdrawn withdraw|forbade forbid|"
    "forbidden forbid|sought seek|spent spend|born bear"
)
BASE: dict[str, str] = dict((pair.split()[0], pair.split()[1]) for pair in _PAIRS.split("|"))
"""Past form to plain form."""
