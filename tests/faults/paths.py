"""Every write path: its class, and the module that has it."""

from collections.abc import Mapping

INDEX = ("Build", "Sync", "SyncLines")
COLLECTION = ("Added", "Removed")
OTHERS = ("FirstTalk", "Talk", "Deleted", "Thumb", "Promoted", "Person", "Scored", "GoneOn")
PATHS: Mapping[str, str] = {
    **dict.fromkeys(INDEX, "index_paths"),
    **dict.fromkeys(COLLECTION, "collection_paths"),
    **dict.fromkeys(OTHERS, "other_paths"),
}
