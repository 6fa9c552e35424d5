"""Verbs of everyday questions and their forms."""

from typing import Literal

_VERBS = (
    "tell describe explain discuss know want think need get give take make go come see find use "
    "work live eat cause mean happen start begin end become learn compare differ relate affect "
    "help treat cure prevent spread kill cost buy sell choose pick play win lose pay grow die "
    "change increase decrease produce create build develop invent discover establish originate "
    "write publish release show say call believe lead run hold support attack bring carry send "
    "arrive leave land serve recommend consider include contain provide contribute influence "
    "reduce improve avoid stop keep look feel try visit move travel speak teach sign meet fly swim "
    "drink cook store measure test diagnose identify demand deliver repair compete remain suspect "
    "join fight vote elect appoint resign accuse deny confirm claim report announce ask answer "
    "reply agree refuse own found perform act sing marry born raise teach train hunt catch attract "
    "protect defend attempt plan expect hope stay stand fall rise turn open close add reach form "
    "follow lose consist last occur exist appear involve require allow let put set damage destroy "
    "overthrow recognise recognize command fail forget extend tweet enforce hire invest owe "
    "save weigh shift solve drive adapt apply manage migrate hurt sleep obey sink export import "
    "hit fix handle switch watch wear mix break wait rule govern adopt reject blame warn threaten "
    "recover celebrate encourage explore receive accept achieve arise belong communicate decide "
    "define depend determine disappear earn enjoy ensure evolve examine expand generate ignore "
    "imagine inspire interact introduce invade negotiate obtain operate organize organise persuade "
    "prepare preserve prove pursue react refer rely remember remove replace represent resist "
    "resolve retire reveal seek select settle shrink spoil spend succeed suffer suggest survive "
    "suppose tend transform translate undergo unite withdraw wonder"
)
_IRREGULAR = (
    "told knew known thought got gotten given gave taken took made went gone came saw seen found "
    "used ate eaten meant began begun became learnt cost bought sold chose chosen won lost paid "
    "grew grown said led ran held brought sent left kept felt tried spoke taught met flew flown "
    "swam drank fought wrote written born fell risen rose stood put set understood understand "
    "caught built began done died lived"
)


def _forms(verb: str) -> tuple[str, str, str, str]:
    """Third person, past, present participle, and the past with a doubled consonant."""
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing", verb[:-1] + "ied"
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    return third, stem + "ed", stem + "ing", verb + verb[-1] + "ed"


_BASES = frozenset(_VERBS.split())
_INFLECTED = [_forms(verb) for verb in _BASES]
_THIRD = frozenset(forms[0] for forms in _INFLECTED)
_PAST = frozenset(form for forms in _INFLECTED for form in (forms[1], forms[3]))
_PAST_FORMS = _PAST | frozenset(_IRREGULAR.split())
_GERUNDS = frozenset(forms[2] for forms in _INFLECTED)
_LONG = 5


def is_form(word: str, form: Literal["base", "past", "participle", "any"]) -> bool:
    """Whether a word in small letters is a verb in a form; "participle" is -ing and -ed alike."""
    past = word in _PAST_FORMS or (word.endswith("ed") and len(word) > _LONG)
    if form == "past":
        return past
    if form == "base":
        return word in _BASES
    participle = past or word in _GERUNDS or (word.endswith("ing") and len(word) > _LONG)
    if form == "participle":
        return participle
    return participle or word in _BASES or word in _THIRD
